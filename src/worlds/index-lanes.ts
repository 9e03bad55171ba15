/** Indices and arguments that stand for numbers, as columns of lanes. */
import type { Definition } from "../derivation/facts/facts";
import type { Evaluator } from "../expression/evaluator";
import { type Expr, some } from "../expression/tree";
import type { Value } from "../expression/value";
import type { ModelParts } from "./model-parts";

/** Whether an index has a value: it is bound, defined, a number or an expression; else it is a label. */
export function hasValue<T>(a: Expr, ev: Evaluator<T>, { sorts, definitions }: ModelParts): boolean {
  if (a.op !== "symbol") return a.op !== "error";
  return (
    ev.frame.find(a.name ?? "") !== undefined ||
    sorts.indices.has(a.name ?? "") ||
    sorts.of.get(a.name ?? "")?.kind === "integer" ||
    isCount(definitions.get(a.name ?? ""))
  );
}

/** Whether a definition may say what an index is: the y of "y = σ_y x" is a label there. */
const isCount = (d: Definition | undefined): boolean =>
  d?.params.length === 0 && !some(d.body, (n) => n.op === "indexed" && n.args.some((a) => a.op === "symbol" && a.name === d.name));

/** The number that an index stands for, in every lane. */
export function indexLanes<T>(a: Expr, ev: Evaluator<T>): Float64Array {
  const value = ev.evaluate(a);
  if (value.kind === "element") return value.index.length === ev.frame.width ? value.index : new Float64Array(ev.frame.width).fill(value.index[0]);
  return ev.lanes(ev.number(value, a));
}

/** The numbers of a value: the entries of vectors, matrices and tuples. */
export function columnsOf<T>(value: Value<T>, ev: Evaluator<T>, e: Expr): T[] {
  if (value.kind === "matrix") return [...value.items];
  if (value.kind === "tuple") return value.items.flatMap((item) => columnsOf(item, ev, e));
  return [ev.number(value, e)];
}
