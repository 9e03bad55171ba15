/** Sums of n terms beside a formula in n, 1 + 1/2 + … + 1/n ≈ log n + 0.577…: they are near each other for large n, whatever decimals are written. */
import { freeNames } from "../../checks/solutions";
import { type Expr, walk } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const forLarge: Excuse = ({ left, right, relation }) => {
  const isSumUpTo = (e: Expr, other: Expr): boolean => [...countsOf(e)].some((n) => !countsOf(other).has(n) && freeNames([other]).has(n));
  if (relation !== "≈" || !(isSumUpTo(left, right) || isSumUpTo(right, left))) return undefined;
  return unjudged("approximation/large", "Not judged: for how many terms the two are near each other is not said.");
};

/** The names in the bounds of sums and products. */
function countsOf(e: Expr): Set<string> {
  const found = new Set<string>();
  walk(e, (n) => {
    if (/^(sum|prod)$/.test(n.op)) for (const bound of n.args.slice(1)) for (const name of freeNames([bound])) found.add(name);
  });
  return found;
}
