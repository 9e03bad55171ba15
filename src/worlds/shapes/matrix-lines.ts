/** A row or a column of a matrix as a vector, its number given lane by lane. */
import type { Evaluator } from "../../expression/evaluator";
import type { Expr } from "../../expression/tree";
import { matrix, NotUnderstood, type Value } from "../../expression/value";
import type { Membership } from "./shape-table";

/** `index` counts from one; a number that the matrix has no row for gives undefined entries. */
export function lineOf<T>(ev: Evaluator<T>, m: Value<T>, index: Float64Array, by: Membership["by"], e: Expr): Value<T> {
  if (m.kind !== "matrix") throw new NotUnderstood("entry/not-a-matrix", "a row of something that is not a matrix", e.span);
  const { A } = ev;
  const [count, length] = by === "rows" ? [m.rows, m.cols] : [m.cols, m.rows];
  const item = (line: number, k: number): T => (by === "rows" ? m.items[line * m.cols + k] : m.items[k * m.cols + line]);
  const items = Array.from({ length }, (_, k) => {
    let value = A.number(Number.NaN);
    for (let line = 0; line < count; line++) {
      const here = A.numbers(Float64Array.from({ length: ev.frame.width }, (_x, lane) => (index[index.length === 1 ? 0 : lane] === line + 1 ? 1 : 0)));
      value = A.select(here, item(line, k), value);
    }
    return value;
  });
  return matrix(length, 1, items, true);
}
