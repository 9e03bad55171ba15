/** Rates that stand in the formulas behind a derivative: nothing says how they go with its variable. */
import { reach } from "../../derivation/plans/held-fixed";
import { namesOf } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import type { Tried } from "../trying/trial";

/** U'(r) of U(r) = ℓ²/(2 m r²) with ℓ = m r² φ̇: what the rate φ̇ is at another r, and so what ℓ is, nothing says. */
export function rateBehind(sides: readonly Expr[], { plan: { definitions } }: Tried): { readonly of: string; readonly by: string } | undefined {
  const variable = (n: Expr): string | undefined =>
    n.op === "derivative" && !n.data?.partial ? n.args[1].name : n.op === "apply" && n.data?.order && n.args.length === 2 ? n.args[0].name : undefined;
  let found: { readonly of: string; readonly by: string } | undefined;
  for (const side of sides)
    walk(side, (n) => {
      const by = variable(n);
      const [of] = by === undefined ? [] : ratesIn(n, by, definitions);
      if (by !== undefined && of !== undefined) found ??= { of, by };
    });
  return found;
}

/** The rates in the formulas behind a derivative that speak of its variable, too. */
const ratesIn = (n: Expr, by: string, definitions: Tried["plan"]["definitions"]): string[] =>
  [...reach(n, definitions)].flatMap((inner) => {
    const d = definitions.get(inner);
    const names = d && d.params.length === 0 && !d.indexed ? namesOf(d.body).symbols : new Set<string>();
    return names.has(by) ? [...names].filter((x) => /^\\d*dot\{/.test(x) && x !== by) : [];
  });
