/** Determinants whose first row are the unit vectors: cross products, and the curl where the second row are derivatives. */
import { type Expr, node, number } from "../../expression/tree";

/** Which unit vector a name is: 0, 1, 2; undefined where it is none. */
function axisOf(e: Expr): number | undefined {
  const match =
    e.op === "symbol"
      ? /^\\(?:hat|mathbf|vec|pmb|widehat|overrightarrow|bm|boldsymbol)\{(?:\\(?:hat|mathbf|pmb|boldsymbol|bm|vec|mathrm)\s*\{?)?(?:\\([ij])math|([ijk]))\}*$/.exec(
          e.name ?? "",
        )
      : null;
  return match ? "ijk".indexOf(match[1] ?? match[2]) : undefined;
}

/** A product of an entry of the second row with one of the third: a derivative, where the first is an operator. */
function times(a: Expr, b: Expr): Expr {
  if (a.op !== "operator") return node("mul", [a, b], a.span, undefined, { style: "cdot" });
  // the coordinates do not depend on each other
  if (b.op === "symbol" && /^[xyz]$/.test(b.name ?? "") && a.args.length === 1) return number(b.name === a.args[0].name ? 1 : 0, a.span);
  return a.args.reduceRight((inner, by) => node("derivative", [inner, by], a.span, undefined, { partial: true }), b);
}

/** The vector of such a determinant; undefined for any other. `cells` are its nine entries, row by row. */
export function formalDeterminant(cells: readonly Expr[], cols: number, span: Expr["span"]): Expr | undefined {
  if (cells.length !== 9 || cols !== 3 || !cells.slice(0, 3).every((cell, i) => axisOf(cell) === i)) return undefined;
  const [a, b] = [cells.slice(3, 6), cells.slice(6)];
  const minor = (i: number, j: number): Expr => node("add", [times(a[i], b[j]), node("neg", [times(a[j], b[i])], span)], span);
  return node("tuple", [minor(1, 2), minor(2, 0), minor(0, 1)], span, undefined, { open: "langle", close: "rangle" });
}
