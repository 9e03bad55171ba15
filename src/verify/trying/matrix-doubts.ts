/** What speaks against agreement where matrices are about: names that lost their shape, divisions by what may be singular. */

import type { Outcome } from "../../checks/outcome";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { type Expr, some } from "../../expression/tree";
import { looksLikeMatrix } from "../../worlds/shapes/shape-names";
import type { JudgeInput } from "./trial";

/** A name of the step that the document calls a matrix stood for a number beside vectors or matrices: as a matrix it fits nowhere. */
export function hasLostMatrix(item: Item, plan: Plan, input: JudgeInput, shapes: ReadonlyMap<string, unknown>): boolean {
  if (shapes.size === 0) return false;
  const own = allNames([item.left, item.right]);
  return input.shapes.scope(item, plan).declarations.some((d) => d.kind === "matrix" && d.names.some((n) => own.has(n) && !shapes.has(n)));
}

/** What is taken of matrices only, of a letter that is usual for one; a letter under an arrow. */
export const isOfMatrix = (n: Expr): boolean =>
  (n.op === "symbol" && /^\\(vec|overrightarrow)\{/.test(n.name ?? "")) ||
  (n.op === "call" && /^(tr|det|rank|vec)$/.test(n.name ?? "") && n.args.some((a) => some(a, (x) => x.op === "symbol" && looksLikeMatrix(x.name ?? ""))));

const INVERTIBLE = /invert|singular|definite|orthogonal|unitary|full[- ](column[- ]|row[- ])?rank|covariance|independent|\^\{?\s*-\s*[1T]/i;

/** An equation of matrices was solved by an inverse or a root of which the document does not speak: AB = 0 does not make A zero. */
export function dividesByMatrix(plan: Plan, shapes: ReadonlyMap<string, { rows: number; cols: number }>, text: string): boolean {
  const isMatrix = (name: string | undefined): boolean => {
    const s = shapes.get(name ?? "");
    return s !== undefined && s.rows * s.cols > 1;
  };
  return [...plan.definitions.values()].some(
    (d) =>
      !/\^\{?\s*-|sqrt/.test(text.slice(d.span.from, d.span.to)) &&
      some(d.body, (n) => {
        // no one divides by a letter under an arrow
        if (n.op === "div" && n.args[1].op === "symbol" && isOfMatrix(n.args[1])) return true;
        if (n.op !== "pow") return false;
        const power = n.args[1];
        const isInverse = power.op === "neg" || (power.op === "number" && Number(power.name) < 0);
        return some(n.args[0], (x) => isMatrix(x.name)) ? isInverse && !INVERTIBLE.test(text) : isMatrix(d.name) && power.op === "div";
      }),
  );
}

/** ‖Bx - c‖: nobody puts double bars around a number, so the letter of a matrix before that of a vector may be one where nothing is said of it. */
export function normedProduct(
  item: Item,
  plan: Plan,
  input: JudgeInput,
  shapes: ReadonlyMap<string, unknown>,
): { readonly as: NonNullable<Item["ofVectors"]>; readonly doubt: Unknown } | undefined {
  if (item.ofVectors) return undefined;
  let found: { matrix: string; vector: string } | undefined;
  const isProduct = ({ op, args: [a, b, ...more] }: Expr): boolean => {
    const fits = op === "mul" && more.length === 0 && a.op === "symbol" && b.op === "symbol" && looksLikeMatrix(a.name ?? "") && /^[a-z]$/.test(b.name ?? "");
    if (fits) found ??= { matrix: a.name ?? "", vector: b.name ?? "" };
    return fits;
  };
  for (const e of [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)]) some(e, (n) => n.op === "norm" && some(n.args[0], isProduct));
  if (!found) return undefined;
  const { matrix, vector } = found;
  if (shapes.has(matrix) || plan.definitions.has(matrix) || input.shapes.scope(item, plan).declarations.some((d) => d.names.includes(matrix))) return undefined;
  const message = `it holds if $${matrix}$ is a number, and not if it is a matrix, which is not said`;
  return { as: { vector, matrices: [matrix] }, doubt: { kind: "unknown", code: "matrix/reading", message } };
}

type Unknown = Extract<Outcome, { kind: "unknown" }>;
