/** Functions that a formula defines of numbers, at vectors and matrices: F(r(t)) of a point, p(A) of a square matrix. */
import { hasSymbol } from "../expression/occurrences";
import { type Expr, node, number, rewrite, symbol } from "../expression/tree";
import { scalar, type Value } from "../expression/value";

/** A vector as the values of so many variables: of F(x, y) at one point. */
export function coordinatesOf<T>(value: Value<T>, count: number): readonly Value<T>[] | undefined {
  if (value.kind === "tuple") return value.items.length === count ? value.items : undefined;
  if (value.kind !== "matrix" || (value.rows !== 1 && value.cols !== 1) || value.items.length !== count) return undefined;
  return value.items.map((x) => scalar(x));
}

/** A matrix with as many rows as columns. */
export const isSquare = <T>(value: Value<T>): boolean => value.kind === "matrix" && value.rows === value.cols && value.rows > 1;

/** A polynomial as it is of a square matrix: numbers in it are multiples of the identity. Undefined for other formulas. */
export function ofSquareMatrix(body: Expr, param: string): Expr | undefined {
  const speaks = (e: Expr): boolean => hasSymbol(e, param);
  const isPolynomial = (e: Expr): boolean =>
    !speaks(e) ||
    (e.op === "symbol" && e.name === param) ||
    (/^(add|neg|mul)$/.test(e.op) && e.args.every(isPolynomial)) ||
    (e.op === "pow" && isPolynomial(e.args[0]) && e.args[1].op === "number" && /^\d+$/.test(e.args[1].name ?? "")) ||
    (e.op === "div" && isPolynomial(e.args[0]) && !speaks(e.args[1]));
  if (!speaks(body) || !isPolynomial(body)) return undefined;
  const one = (e: Expr): Expr => node("pow", [symbol(param, e.span), number(0, e.span)], e.span);
  return rewrite(body, (n) =>
    n.op === "add" ? { ...n, args: n.args.map((a) => (speaks(a) ? a : node("mul", [a, one(a)], a.span, undefined, { style: "juxtaposed" }))) } : n,
  );
}
