/** Equalities between indefinite integrals: both sides are differentiated, so that constants of integration do not matter. */
import type { Definition } from "../derivation/facts/facts";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, node, number, rewrite, same, size, some, symbol, walk } from "../expression/tree";

/** A step whose sides are compared in place of the original's. */
export interface DerivedStep {
  readonly left: Expr;
  readonly right: Expr;
  /** How it was read, where that mattered. */
  readonly says: string;
  /** A difference proves nothing: the substitution was guessed. */
  readonly guessed?: boolean;
}

const CONSTANT = /^(\\pi|e|i|\\infty|\\mathrm\{.*)$/;
/** Names that constants of integration go by. */
const OF_INTEGRATION = /^(C|K|c|k|const)(_.*|')?$/;
const PARAMETER = "\u03c4";
const MOST_GUESSES = 16;

const isIndefinite = (e: Expr): boolean => e.op === "antiderivative";
/** An indefinite integral stands in it. */
export const hasIndefinite = (e: Expr): boolean => some(e, isIndefinite);

/** The variables that the integrals of an expression are taken by. */
function variablesOf(...sides: readonly Expr[]): string[] {
  const found = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      if (isIndefinite(n)) found.add(n.name ?? "");
    });
  return [...found];
}

const mentionsAny = (e: Expr, names: ReadonlySet<string>): boolean =>
  some(e, (n) => ((n.op === "symbol" || n.op === "indexed") && names.has(symbolName(n))) || (n.op === "apply" && names.has(n.name ?? "")));

/**
 * d/d(by) of an expression in which integrals stand as terms with constant coefficients; `moving` are the names that depend on `by`.
 * Undefined where an integral stands anywhere else: then its value would matter.
 */
export function derivativeOf(e: Expr, by: string, moving: ReadonlySet<string>): Expr | undefined {
  if (e.op === "symbol" && e.name !== by && OF_INTEGRATION.test(e.name ?? "")) return number(0, e.span);
  if (!hasIndefinite(e) && !(e.op === "add" && hasConstant(e))) return node("derivative", [e, symbol(by, e.span)], e.span);
  if (isIndefinite(e)) {
    if (e.name === by) return e.args[0];
    return node("mul", [e.args[0], node("derivative", [symbol(e.name ?? "", e.span), symbol(by, e.span)], e.span)], e.span, undefined, { style: "juxtaposed" });
  }
  if (e.op === "add" || e.op === "neg") {
    const args = e.args.map((a) => derivativeOf(a, by, moving));
    return args.every((a) => a !== undefined) ? { ...e, args: args as Expr[] } : undefined;
  }
  if (e.op === "mul" || e.op === "div") {
    const at = e.args.findIndex(hasIndefinite);
    if ((e.op === "div" && at === 1) || e.args.some((a, i) => i !== at && (hasIndefinite(a) || mentionsAny(a, moving)))) return undefined;
    const inner = derivativeOf(e.args[at], by, moving);
    return inner && { ...e, args: e.args.map((a, i) => (i === at ? inner : a)) };
  }
  return undefined;
}

/** The variable that another one is defined by in the end: x for u = x^2 + 1. */
function root(name: string, definitions: ReadonlyMap<string, Definition>, depth = 0): string {
  const d = definitions.get(name);
  if (!d || d.params.length > 0 || depth > 4) return name;
  const below = [...namesOf(d.body).symbols].filter((n) => !CONSTANT.test(n) && !OF_INTEGRATION.test(n) && n !== name);
  return below.length >= 1 ? root(below.find((n) => /^[xtuyzrsw]$|theta|phi/.test(n)) ?? below[0], definitions, depth + 1) : name;
}

function pair(left: Expr, right: Expr, by: string, moving: readonly string[]): { left: Expr; right: Expr } | undefined {
  const names = new Set([by, ...moving]);
  const a = derivativeOf(left, by, names);
  const b = derivativeOf(right, by, names);
  return a && b && withVariables({ left: a, right: b });
}

/** The variable of a derivative as the sides write it: `x_1` is an indexed name. */
function withVariables(sides: { left: Expr; right: Expr }): { left: Expr; right: Expr } {
  const indexed = new Map<string, Expr>();
  for (const side of [sides.left, sides.right]) walk(side, (n) => void (n.op === "indexed" && indexed.set(symbolName(n), n)));
  const place = (e: Expr): Expr =>
    indexed.size === 0
      ? e
      : rewrite(e, (n) =>
          n.op === "derivative" && n.args[1].op === "symbol" && indexed.has(n.args[1].name ?? "")
            ? { ...n, args: [n.args[0], indexed.get(n.args[1].name ?? "") as Expr] }
            : n,
        );
  return { left: place(sides.left), right: place(sides.right) };
}

/** d/dx of an integral, worked out: \int sin x dx under a derivative by x is sin x. */
const workedOut = (e: Expr): Expr =>
  rewrite(e, (n) =>
    n.op === "derivative" && hasIndefinite(n.args[0]) && n.args[1].op === "symbol"
      ? (derivativeOf(n.args[0], n.args[1].name ?? "", new Set([n.args[1].name ?? ""])) ?? n)
      : n,
  );

/** The steps that stand for an equality with indefinite integrals, most natural first; empty where there is none. */
export function derivedSteps(before: Expr, after: Expr, definitions: ReadonlyMap<string, Definition>): DerivedStep[] {
  const [left, right] = [workedOut(before), workedOut(after)];
  if (!hasIndefinite(left) && !hasIndefinite(right)) return [{ left, right, says: "" }];
  const variables = variablesOf(left, right);
  if (variables.length === 0 || leavesOutBounds(left, right, definitions) || leavesOutBounds(right, left, definitions)) return [];
  const roots = [...new Set(variables.map((v) => root(v, definitions)))];
  if (roots.length === 1) {
    const moving = [...variables, ...[...definitions.keys()].filter((n) => root(n, definitions) === roots[0])];
    const found = pair(left, right, roots[0], moving);
    return found ? [{ ...found, says: `both sides were differentiated by ${roots[0]}` }] : [];
  }
  return [...byParts(left, right, variables, definitions), ...substitutions(left, right)];
}

/** ∫ ρ dV = Q, ∫ |ψ|² dx = 1: where neither side speaks of the variable, and nothing of what is integrated stands on the other side, the integral is over all there is. */
function leavesOutBounds(side: Expr, other: Expr, definitions: ReadonlyMap<string, Definition>): boolean {
  if (!isIndefinite(side) || hasIndefinite(other)) return false;
  const by = side.name ?? "";
  const [inside, beside] = [side.args[0], other].map(spokenOf);
  const isOpen = (n: string): boolean => !CONSTANT.test(n) && !definitions.has(n);
  return (
    inside.size > 0 &&
    [...inside].every((n) => n !== by && isOpen(n) && !beside.has(n)) &&
    [...beside].every((n) => n !== by && isOpen(n)) &&
    !hasConstant(other)
  );
}

/** The names in an expression, of values, terms and functions. */
function spokenOf(e: Expr): Set<string> {
  const { symbols, indexed, applied } = namesOf(e);
  return new Set([...symbols, ...indexed.keys(), ...applied.keys()].filter((n) => !CONSTANT.test(n)));
}

/** `\int u dv = uv - \int v du` with u and v open: both are functions of a parameter. */
function byParts(left: Expr, right: Expr, variables: readonly string[], definitions: ReadonlyMap<string, Definition>): DerivedStep[] {
  const occurs = (e: Expr, v: string): boolean => some(e, (n) => n.name === v && (n.op === "symbol" || isIndefinite(n)));
  if (variables.some((v) => definitions.has(v)) || !variables.every((v) => occurs(left, v) && occurs(right, v))) return [];
  const parameter = symbol(PARAMETER);
  const found = pair(left, right, PARAMETER, variables);
  if (!found) return [];
  const functions = (e: Expr): Expr =>
    rewrite(e, (n) =>
      n.op === "symbol" && variables.includes(n.name ?? "")
        ? node("apply", [parameter], n.span, n.name, { split: 1, indices: 0, order: false, bracket: "(", bound: "" })
        : n,
    );
  return [{ left: functions(found.left), right: functions(found.right), says: `${variables.join(" and ")} were taken for functions of one variable` }];
}

/** A substitution that is not stated: u as one of the terms of the other side's integrand. */
function substitutions(left: Expr, right: Expr): DerivedStep[] {
  const [before, after] = [variablesOf(left), variablesOf(right)];
  if (before.length !== 1 || after.length !== 1) return [];
  return [...guesses(left, right, before[0], after[0]), ...guesses(right, left, after[0], before[0]).map((s) => ({ ...s, left: s.right, right: s.left }))];
}

function guesses(from: Expr, to: Expr, x: string, u: string): DerivedStep[] {
  const terms: Expr[] = [];
  some(from, (n) => {
    if (
      n.op !== "symbol" &&
      n.op !== "error" &&
      n.op !== "antiderivative" &&
      mentionsAny(n, new Set([x])) &&
      !hasIndefinite(n) &&
      !terms.some((t) => same(t, n))
    )
      terms.push(n);
    return false;
  });
  return terms
    .sort((a, b) => size(a) - size(b))
    .slice(0, MOST_GUESSES)
    .flatMap((term): DerivedStep[] => {
      const l = derivativeOf(from, x, new Set([x]));
      const r = to && derivativeOf(to, u, new Set([u]));
      if (!l || !r) return [];
      const placed = rewrite(r, (n) => (n.op === "symbol" && n.name === u ? { ...term, span: n.span, data: { ...term.data, braced: true } } : n));
      return [
        {
          left: l,
          right: node("mul", [placed, node("derivative", [term, symbol(x)], to.span)], to.span, undefined, { style: "juxtaposed" }),
          says: `${u} was taken for a term of the other integral`,
          guessed: true,
        },
      ];
    });
}

const terms = (e: Expr): readonly Expr[] => (e.op === "add" ? e.args.flatMap(terms) : e.op === "neg" ? terms(e.args[0]) : [e]);
const hasConstant = (e: Expr): boolean => terms(e).some((t) => (t.op === "symbol" || t.op === "indexed") && /^(C|K)(_.*|')?$/.test(t.name ?? ""));

/** `F(x) + C = G(x) + C` further along a chain: the constants may differ, so the derivatives by every other name are compared. */
export function upToConstants(left: Expr, right: Expr): DerivedStep[] {
  if (!hasConstant(left) || !hasConstant(right)) return [];
  const names = [...new Set([...namesOf(left).symbols, ...namesOf(right).symbols])].filter((n) => !CONSTANT.test(n) && !OF_INTEGRATION.test(n));
  if (names.length === 0 || names.length > 3) return [];
  const gradient = (e: Expr): Expr =>
    names.length === 1
      ? node("derivative", [e, symbol(names[0])], e.span)
      : node("tuple", [...names.map((n) => node("derivative", [e, symbol(n)], e.span)), number(0)], e.span, undefined, { open: "(", close: ")" });
  return [{ left: gradient(left), right: gradient(right), says: "constants of integration may differ" }];
}
