/** The vector at which an affine expression vanishes: what an equation such as XᵀX w = Xᵀ y or ∇J(w) = 0 makes of its unknown. */
import type { Evaluator } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, type Value } from "../../expression/value";
import type { Construct } from "../construct";
import { inverse } from "./matrix-algebra";

/** Where differences are taken from: not zero, where norms have no derivative. */
const BASE = [0.5, -0.75, 0.625, 1.125, -0.375];

/** F(b) + M (x - b) = 0, with the columns of M from F beside b; refused where F is not affine or not square. */
export function affineRoot<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const name = String(e.data?.bound);
  const shape = ev.model.shape?.(name);
  if (shape?.cols !== 1 || shape.rows > 5) throw new NotUnderstood("solve/shape", `what ${name} is could not be found from its equation`, e.span);
  const n = shape.rows;
  const at = (x: readonly T[]): readonly T[] => {
    const value = ev.with(name, matrix(n, 1, x, true)).evaluate(e.args[0]);
    if (value.kind === "matrix" && value.items.length === n) return value.items;
    if (n === 1 && value.kind === "scalar") return [value.x];
    throw new NotUnderstood("solve/shape", `the equation for ${name} has another number of entries`, e.span);
  };
  const unit = (k: number) => Array.from({ length: n }, (_, i) => A.number(BASE[i] + (i === k ? 1 : 0)));
  const start = at(unit(-1));
  const columns = start.map((_, k) => at(unit(k)).map((x, i) => A.sub(x, start[i])));
  const m: Matrix<T> = matrix(
    n,
    n,
    start.flatMap((_, i) => columns.map((c) => c[i])),
  );
  const inverted = inverse(ev, m, e);
  const root = start.map((_, i) =>
    A.sub(
      A.number(BASE[i]),
      start.map((x, k) => A.mul(inverted.items[i * n + k], x)).reduce((s, x) => A.add(s, x)),
    ),
  );
  if (A.name === "double" && at(root).some((x) => [...A.toNumbers(x)].some((v) => Math.abs(v) > 1e-6)))
    throw new NotUnderstood("solve/not-affine", `the equation for ${name} is not linear`, e.span);
  return matrix(n, 1, root, true);
}

export const affineRoots: Construct = {
  name: "roots of affine equations",
  meanings: { "affine-root": affineRoot },
  print: { "affine-root": { power: 99, latex: (e) => e.name ?? "" } },
  examples: [],
};
