/** Shapes that normal distributions tell: of variable, mean and covariance, and the dimension in powers of 2π. */
import { familyNamed } from "../distributions/index";
import { type Expr, some, walk } from "../expression/tree";
import type { ShapeContext } from "./shapes/shape-context";
import type { Type } from "./shapes/shape-types";

/** `N(x; m, S)`: the variable and the mean are alike, the covariance is square. */
export function normalArguments(e: Expr, types: readonly Type[], c: ShapeContext): void {
  const { store } = c;
  if (familyNamed(e.name ?? "")?.parameters.length !== 2 || !/N/.test(e.name ?? "") || types.length < 2 || types.length > 3) return;
  const [s, m] = [types[types.length - 1], types[types.length - 2]];
  if (types.length === 3) store.attempt(() => store.unify(types[0], m));
  c.later(() => {
    const [point, cov] = [store.read(m), store.read(s)];
    if (point.kind === "matrix" && cov.kind !== "number") store.unify(s, store.square(point.rows));
    else if (cov.kind === "matrix" && point.kind === "unknown") store.unify(m, store.vector(cov.rows));
    else if (point.kind === "number" && cov.kind === "unknown") store.unify(s, store.number());
    else if (cov.kind === "number" && point.kind === "unknown") store.unify(m, store.number());
  });
}

const isTwoPi = (e: Expr): boolean => e.op === "mul" && e.args.length === 2 && e.args[0].name === "2" && e.args[1].name === "\\pi";
/** The letter of n or n/2. */
const counted = (e: Expr): string | undefined =>
  e.op === "symbol" ? e.name : e.op === "div" && e.args[1].name === "2" && e.args[0].op === "symbol" ? e.args[0].name : undefined;

/** Letters n of (2π)^n, (2π)^{n/2} and n/2 log(2π). */
function exponents(root: Expr): Set<string> {
  const found = new Set<string>();
  walk(root, (e) => {
    if (e.op === "pow" && isTwoPi(e.args[0])) found.add(counted(e.args[1]) ?? "");
    if (e.op === "mul" && e.args.length === 2 && e.args[1].op === "call" && e.args[1].name === "log" && isTwoPi(e.args[1].args[0]))
      found.add(counted(e.args[0]) ?? "");
  });
  found.delete("");
  return found;
}

/** Beside the determinant of a covariance, the only letter in the exponent of 2π is its dimension. */
export function dimensionOfTwoPi(expressions: readonly Expr[], c: ShapeContext): void {
  const letters = new Set(expressions.flatMap((e) => [...exponents(e)]));
  if (letters.size !== 1) return;
  const determinants: Type[] = [];
  for (const root of expressions)
    some(root, (e) => {
      if (e.op === "absolute" || (e.op === "call" && e.name === "det")) {
        const t = c.known(plain(e.args[0]) ?? "");
        if (t !== undefined) determinants.push(t);
      }
      return false;
    });
  if (determinants.length === 0) return;
  const count = c.count([...letters][0]);
  c.later(() => {
    for (const t of determinants) {
      const m = c.store.read(t);
      if (m.kind === "matrix" && c.store.size(m.rows) === undefined) c.store.attempt(() => c.store.unifyDims(m.rows, count));
    }
  });
}

/** The name of a matrix, also of one that is scaled or inverted. */
const plain = (e: Expr): string | undefined => {
  if (e.op === "symbol") return e.name;
  if (e.op === "indexed") return `${e.name}_{${e.args.map((a) => a.name).join(",")}}`;
  if (e.op === "pow") return plain(e.args[0]);
  return e.op === "mul" ? plain(e.args[e.args.length - 1]) : undefined;
};
