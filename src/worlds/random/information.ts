/** Entropies and mutual informations of random variables: H(X), H(X | Y), I(X; Y), as sums over the joint table of their values. */
import { type Expr, node, symbol, walk } from "../../expression/tree";

/** The table of variables of which no distribution is named. */
export const UNNAMED = "\u0003p";

/** A capital, or a small letter in bold that is no usual name of a distribution. */
const isVariableName = (e: Expr): boolean =>
  (e.op === "symbol" || e.op === "indexed") && /^((\\mathbf\{|\\boldsymbol\{)?[A-OR-Z]\}?|\\(mathbf|boldsymbol)\{[s-vx-z]\})$/.test(e.name ?? "");

/** The variables that an entropy or an information is of; undefined where an argument is a distribution or no plain capital. */
export function informationOf(e: Expr): Expr[] | undefined {
  if (e.op !== "statistic" || !/^(entropy|information)$/.test(e.name ?? "") || e.data?.under || e.data?.bare || e.data?.separators === "||") return undefined;
  const args = e.args.flatMap((a) => (a.op === "tuple" || a.op === "list" ? a.args : [a]));
  return args.length > 0 && args.every(isVariableName) ? args : undefined;
}

/** The table that knows all these variables: one of the scope that has some of them in it, else the unnamed one. */
export function tableOf(e: Expr, families: ReadonlyMap<string, { readonly variables: readonly string[] }>): string {
  const names = (informationOf(e) ?? []).map(valueName);
  return [...families].find(([name, f]) => name !== UNNAMED && names.every((n) => f.variables.includes(n)))?.[0] ?? UNNAMED;
}

/** The value that a capital takes: x of X, x_1 of X_1. */
const valueName = (e: Expr): string => {
  const small = (e.name ?? "").replace(/[A-Z]/, (c) => c.toLowerCase());
  return e.op === "indexed" ? `${small}_{${e.args.map((a) => a.name ?? "").join("")}}` : small;
};

/** All variables of informations in some expressions, by the names of their values. */
export function informationVariables(expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const root of expressions)
    walk(root, (n) => {
      for (const v of informationOf(n) ?? []) found.add(valueName(v));
    });
  return found;
}

/** An entropy or information as a sum over a table of that name; every entropy is -Σ p(x, y) log p(x, y) less that of the condition. */
export function writtenOut(e: Expr, table: string): Expr {
  const sets = partsOf(e);
  const { front, rest, back } = sets;
  const entropy = (of: readonly Expr[]): Expr | undefined => (of.length === 0 ? undefined : entropyOf(unique(of), table, e));
  const sum = (terms: readonly (readonly [number, Expr | undefined])[]): Expr =>
    node(
      "add",
      terms.flatMap(([sign, t]) => (t ? [sign > 0 ? t : node("neg", [t], e.span)] : [])),
      e.span,
    );
  if (e.name === "entropy")
    return sum([
      [1, entropy([...front, ...back])],
      [-1, entropy(back)],
    ]);
  return sum([
    [1, entropy([...front, ...back])],
    [1, entropy([...rest, ...back])],
    [-1, entropy([...front, ...rest, ...back])],
    [-1, entropy(back)],
  ]);
}

/** I(front; rest | back), H(front | back). */
function partsOf(e: Expr): { front: Expr[]; rest: Expr[]; back: Expr[] } {
  const split = Number(e.data?.split ?? e.args.length);
  const flat = (args: readonly Expr[]): Expr[] => args.flatMap((a) => (a.op === "tuple" || a.op === "list" ? a.args : [a]));
  if (e.name === "entropy") return { front: flat(e.args.slice(0, split)), rest: [], back: flat(e.args.slice(split)) };
  const bar = Number(e.data?.bar ?? e.args.length);
  if (split < e.args.length) return { front: flat(e.args.slice(0, split)), rest: flat(e.args.slice(split, bar)), back: flat(e.args.slice(bar)) };
  // I(X, Y)
  return { front: flat(e.args.slice(0, 1)), rest: flat(e.args.slice(1)), back: [] };
}

function unique(of: readonly Expr[]): string[] {
  return [...new Set(of.map(valueName))];
}

function entropyOf(names: readonly string[], table: string, e: Expr): Expr {
  const p = node(
    "apply",
    names.map((n) => symbol(n, e.span)),
    e.span,
    table,
    { split: names.length, indices: 0, order: false, bound: "" },
  );
  const term = node("mul", [p, node("call", [p], e.span, "log")], e.span);
  return node("neg", [names.reduceRight((inner, n) => node("sum-over", [inner], e.span, n, { bound: n }), term)], e.span);
}
