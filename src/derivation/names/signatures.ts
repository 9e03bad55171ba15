/** In which variables a function is written that no formula defines: f(x, y), or f(u(x, y), v(x, y)) as a function of u and v. */
import { type Expr, node, symbol, walk } from "../../expression/tree";
import type { Item } from "../facts/items";

/** Letters that functions of so many variables have in this order where nothing says otherwise. */
const USUAL: readonly (readonly string[])[] = [
  ["x", "y"],
  ["u", "v"],
  ["t", "y"],
  ["X", "Y"],
  ["x", "y", "z"],
  ["u", "v", "w"],
];

/** The variables of an application, where each argument is a letter or a function that is named by one. */
function variables(e: Expr): string[] | undefined {
  const count = e.args.length - Number(e.data?.indices ?? 0);
  if (e.data?.order || count < 2 || count > 4) return undefined;
  const names = e.args.slice(0, count).map((a) => (a.op === "symbol" || a.op === "apply" ? (a.name ?? "") : ""));
  return names.every((n) => /^([a-zA-Z]|\\[a-z]+)$/.test(n)) && new Set(names).size === names.length ? names : undefined;
}

/** The variables that `letters` are some of, of a function of `count` variables: as formulas up to an item apply it, nearest first, or as is usual. */
export function signatureOf(name: string, count: number, letters: readonly string[], items: readonly Item[]): readonly string[] | undefined {
  const fits = (v: readonly string[] | undefined): v is readonly string[] => v?.length === count && letters.every((l) => v.includes(l));
  for (let i = items.length - 1; i >= 0; i--) {
    let found: readonly string[] | undefined;
    for (const side of [items[i].left, items[i].right])
      walk(side, (n) => {
        const v = !found && n.op === "apply" && n.name === name ? variables(n) : undefined;
        if (fits(v)) found = v;
      });
    if (found) return found;
  }
  return USUAL.find((v) => fits(v));
}

/** f(x, y) with the variables for its arguments. */
export const appliedTo = (name: string, params: readonly string[], span: Expr["span"]): Expr =>
  node(
    "apply",
    params.map((p) => symbol(p, span)),
    span,
    name,
    { split: params.length, indices: 0, order: false, bracket: "(", bound: "" },
  );
