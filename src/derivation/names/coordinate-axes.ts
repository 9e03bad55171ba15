/** Three components with derivatives by x, by y and by z, as a curl has: there the three are coordinates, of which none depends on another. */
import { type Expr, rewrite, some, walk } from "../../expression/tree";

const AXES = /^[xyz]$/;

const isByAxis = (n: Expr): boolean => n.op === "derivative" && n.data?.partial === true && n.args[1]?.op === "symbol" && AXES.test(n.args[1].name ?? "");

export const withAxes = (e: Expr): Expr => (some(e, isOfComponents) ? rewrite(e, (n) => (isOfComponents(n) ? rewrite(n, apart) : n)) : e);

const isCross = (n: Expr): boolean => isByAxis(n) && n.args[0].op === "symbol" && AXES.test(n.args[0].name ?? "");
const apart = (n: Expr): Expr => (isCross(n) ? { ...n, data: { ...n.data, apart: true } } : n);

/** Three components, in which derivatives by all three stand. */
function isOfComponents(e: Expr): boolean {
  if ((e.op !== "matrix" && e.op !== "tuple") || e.args.length !== 3) return false;
  const by = new Set<string>();
  walk(e, (n) => {
    if (isByAxis(n)) by.add(n.args[1].name ?? "");
  });
  return by.size === 3;
}
