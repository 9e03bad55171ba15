/** Functions of whole sequences, Q(\theta, r) with terms r_{ik} in the formula: what they stand for at other arguments. */

import { symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, rewrite, some } from "../../expression/tree";
import type { Definition } from "./facts";

/** A parameter that stands in the formula as a sequence: x_0 beside x is another number. */
const isSequence = (d: Definition, param: string): boolean => {
  const isTerm = (n: Expr): boolean => n.op === "indexed" && n.name === param;
  const alone = hasSymbol(d.body, param);
  return !d.indexed && some(d.body, (n) => isTerm(n) && (!alone || n.args.some((a) => a.op !== "number")));
};

/** A parameter that the formula does not mention by its name: its components may stand there. */
const isSilent = (d: Definition, param: string): boolean =>
  !some(d.body, (n) => (n.op === "symbol" || n.op === "indexed" || n.op === "apply") && (n.name === param || (n.op === "indexed" && symbolName(n) === param)));

/** What stands behind a name that is another name with marks: θ', θ^{(t)}, \hat{θ}. */
function marksOf(name: string, of: string): ((base: string) => string) | undefined {
  if (name === of || !name.includes(of)) return undefined;
  const [before, after] = [name.slice(0, name.indexOf(of)), name.slice(name.indexOf(of) + of.length)];
  return /[a-zA-Z]$/.test(before) || /^[a-zA-Z]/.test(after) ? undefined : (base) => before + base + after;
}

type Rename = (name: string) => string | undefined;

/** The formula at other sequences; `"unclear"` where an argument is no name, or a name whose components are not known; undefined where no parameter is a sequence. */
export function atSequences(d: Definition, args: readonly Expr[]): Expr | "unclear" | undefined {
  if (d.params.length !== args.length || d.indexed) return undefined;
  const changes = d.params.map((p, i) => changeFor(d, p, args[i]));
  if (changes.every((c) => c === undefined)) return undefined;
  if (changes.some((c) => c === "unclear")) return "unclear";
  const renames = changes.filter((c): c is Rename => typeof c === "function");
  const values = new Map(d.params.flatMap((p, i): [string, Expr][] => (changes[i] === undefined ? [[p, args[i]]] : [])));
  return rewrite(d.body, (n) => {
    if (n.op !== "symbol" && n.op !== "indexed") return n;
    const put = n.op === "symbol" ? values.get(n.name ?? "") : undefined;
    if (put) return put;
    const name = renames.map((r) => r(n.name ?? "")).find((r) => r !== undefined);
    return name === undefined ? n : { ...n, name };
  });
}

/** How names change for one argument; undefined for a parameter that is a plain value. */
function changeFor(d: Definition, param: string, arg: Expr): Rename | "unclear" | undefined {
  const plain = arg.op === "symbol" ? symbolName(arg) : undefined;
  if (isSequence(d, param)) return plain === undefined ? "unclear" : (name) => (name === param ? plain : undefined);
  if (!isSilent(d, param)) return undefined;
  const components = d.components?.get(param);
  if (plain === param) return components ? () => undefined : undefined;
  const marks = plain === undefined ? undefined : marksOf(plain, param);
  if (!marks) return undefined;
  return components ? (name) => (components.has(name) ? marks(name) : undefined) : "unclear";
}

/** "Q + H" for a sum of two terms: the functional of each term, where the arguments leave one choice only. */
export function functionalsOfTerms(terms: readonly Expr[], calls: readonly Expr[], components: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (terms.length !== calls.length || terms.length !== 2) return false;
  const fits = (call: Expr, term: Expr): boolean =>
    call.args.length > 0 &&
    call.args.every((a) => {
      const names = [a.name ?? "", ...(components.get(a.name ?? "") ?? [])];
      return some(term, (n) => (n.op === "symbol" || n.op === "indexed") && names.includes(n.name ?? ""));
    });
  const straight = calls.every((c, i) => fits(c, terms[i]));
  return straight && !calls.every((c, i) => fits(c, terms[1 - i]));
}
