/** p(x_i | z) at points that no table has: the unknown joint of all points over what the same distribution says of the points behind the bar. */

import { symbolName } from "../expression/names";
import { type Expr, node } from "../expression/tree";
import { isVariable } from "../expression/variables";

/** What a conditional is by its definition, p(x, z) / p(z); undefined where nothing stands behind a bar. */
export function asQuotient(e: Expr, args: readonly Expr[]): Expr | undefined {
  const split = Number(e.data?.split ?? args.length);
  if (e.data?.bound !== "|" || split >= args.length || split === 0) return undefined;
  return node("div", [jointOf(e, args), jointOf(e, args.slice(split))], e.span);
}

/** p(z, x): its points in the order of their names. */
const jointOf = (e: Expr, args: readonly Expr[]): Expr => {
  const points = args.every(isVariable) ? [...args].sort((a, b) => (symbolName(a) < symbolName(b) ? -1 : 1)) : args;
  return { ...e, args: points, data: { ...e.data, bound: ",", split: points.length } };
};

/** The same joint with its points in the order of their names; undefined where they stand so already. */
export const inOrder = (e: Expr, args: readonly Expr[]): Expr | undefined => {
  const joint = jointOf(e, args);
  return joint.args.some((a, i) => a !== args[i]) ? joint : undefined;
};
