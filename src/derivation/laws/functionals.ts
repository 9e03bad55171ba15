/** Functionals, D(q(z | x), p(z)) = …: definitions whose arguments are distributions or powers of names, ℓ(μ, σ²), and what they stand for at other arguments. */
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, same, some } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { Definition } from "../facts/facts";
import { atSequences } from "../facts/sequence-arguments";

const isPlain = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

/** A distribution at plain variables: q(z | x). */
const isEntry = (e: Expr): boolean => e.op === "apply" && !e.data?.order && variablesOf(e) !== undefined;

/** A power of a name as an argument: the variance of a likelihood ℓ(μ, σ²). */
const isPower = (e: Expr): boolean => e.op === "pow" && isPlain(e.args[0]) && e.args[1].op === "number" && Number(e.args[1].name) > 0;

/** The arguments of a functional where an applied name takes distributions of different names, at least one of them with its variables. */
export function functionalArguments(e: Expr): readonly Expr[] | undefined {
  if (
    e.op !== "apply" ||
    e.data?.order ||
    e.data?.indices ||
    !e.args.some((a) => isEntry(a) || isPower(a)) ||
    !e.args.every((a) => isEntry(a) || isPlain(a) || isPower(a)) ||
    e.args.some((a) => a.name === e.name)
  )
    return undefined;
  return new Set(e.args.map(headOf)).size === e.args.length ? e.args : undefined;
}

export const headOf = (e: Expr): string => (e.op === "apply" ? (e.name ?? "") : symbolName(e.op === "pow" ? e.args[0] : e));

/** Whether a definition speaks of its parameters as of functions: D(q, p) = ∑ q(z) …. */
const takesFunctions = (d: Definition): boolean => some(d.body, (n) => n.op === "apply" && d.params.includes(n.name ?? ""));

/** What a functional stands for at these arguments; undefined where it is no functional, `"unclear"` where the arguments do not fit what it was defined for. */
export function expandFunctional(d: Definition, args: readonly Expr[]): Expr | "unclear" | undefined {
  const patterns =
    d.patterns ??
    (takesFunctions(d) && args.some((a) => a.op === "apply" || a.op === "symbol")
      ? d.params.map((name): Expr => ({ op: "symbol", args: [], name, span: d.span }))
      : undefined);
  if (!patterns) return atSequences(d, args);
  if (patterns.length !== args.length) return undefined;
  const changes = patterns.map((p, i) => changeFor(p, args[i], d.body));
  if (changes.some((c) => c === "unclear")) return "unclear";
  // all at once: D(p, q) of a D(q, p) swaps them
  return rewrite(d.body, (n) => changes.map((c) => (c as Change)(n)).find((r) => r !== undefined) ?? n);
}

/** An expression with its functionals replaced by what they stand for. */
export function withoutFunctionals(e: Expr, definitions: ReadonlyMap<string, Definition>): Expr {
  return rewrite(e, (n) => {
    const d = n.op === "apply" && !n.data?.order ? definitions.get(n.name ?? "") : undefined;
    const stands = d && expandFunctional(d, n.args);
    return stands && stands !== "unclear" ? stands : n;
  });
}

type Change = (n: Expr) => Expr | undefined;

function changeFor(pattern: Expr, arg: Expr, body: Expr): Change | "unclear" {
  const head = headOf(pattern);
  if (isPower(pattern)) {
    const base = same(arg, pattern) ? undefined : node("pow", [arg, node("div", [number(1), pattern.args[1]], arg.span)], arg.span);
    return (n) => (base && isPlain(n) && symbolName(n) === head ? base : undefined);
  }
  if (isPlain(arg) || (isEntry(arg) && isEntry(pattern) && sameVariables(pattern, arg))) {
    const name = headOf(arg);
    return (n) => (n.op === "apply" && n.name === head ? { ...n, name } : isPlain(n) && symbolName(n) === head && isPlain(arg) ? arg : undefined);
  }
  if (!isEntry(arg)) return "unclear";
  const stands = (n: Expr): boolean => n.op === "apply" && n.name === head;
  const fits = (n: Expr): boolean => (isEntry(pattern) ? same(n, pattern) : fronts(n) === fronts(arg) && variablesOf(n)?.back.length === 0);
  return some(body, (n) => stands(n) && !fits(n)) ? "unclear" : (n) => (stands(n) ? arg : undefined);
}

const sameVariables = (a: Expr, b: Expr): boolean =>
  a.args.length === b.args.length && a.data?.split === b.data?.split && a.args.every((x, i) => same(x, b.args[i]));
const fronts = (e: Expr): string => variablesOf(e)?.front.join(" ") ?? "?";
