/** Implications between equations of vectors and matrices: numbers in their place do not tell what follows, for products do not commute and may vanish. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { type Assertion, casesOf, type Relation } from "../../expression/assertion";
import { type Expr, rewrite, some } from "../../expression/tree";
import { knownShapes } from "../../worlds/shapes/shape-memo";
import type { ShapeTable } from "../../worlds/shapes/shape-table";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** Whether a statement speaks of vectors or matrices of more than one entry; others that the document has say nothing of it. */
const speaksOfMatrices = (a: Assertion, shapes: (r: Relation) => ShapeTable): boolean =>
  (casesOf(a) ?? []).flat().some((r) => {
    const own = allNames([r.left, r.right]);
    return [r.left, r.right].some(hasArrows) || [...shapes(r).shapes].some(([name, s]) => own.has(name) && s.rows * s.cols > 1);
  });

/** Letters under arrows and bold ones are vectors. */
const hasArrows = (e: Expr): boolean => some(e, (n) => n.op === "symbol" && /^\\(vec|overrightarrow|mathbf|boldsymbol|pmb|bm)\{/.test(n.name ?? ""));

/**
 * Without a conclusion: one that follows but for a value of a name, which says too little of a matrix.
 * False where a conclusion that follows for numbers is not shown for the vectors and matrices that it speaks of. It is shown where one statement is solved
 * for a name: put into the other it must hold, and the other way round the equation must be linear in that name, with as many entries.
 */
export function holdsForMatrices(premise: Assertion, conclusion: Assertion | undefined, item: Item, plan: Plan, input: JudgeInput): boolean {
  const scope = input.shapes.scope(item, plan);
  const shapes = (r: Relation): ShapeTable => knownShapes(r.left, r.right, scope);
  if (!speaksOfMatrices(premise, shapes) && !(conclusion && speaksOfMatrices(conclusion, shapes))) return true;
  const [from, to] = [lone(premise), conclusion && lone(conclusion)];
  if (!from || !to) return false;
  const agrees = (r: Relation, name: string, by: Expr): boolean => {
    const put = (e: Expr): Expr => rewrite(e, (n) => (n.op === "symbol" && n.name === name ? by : n));
    const { outcome, setting } = tryPlan({ ...item, left: put(r.left), right: put(r.right), relation: "=" }, plan, { ...input, hasty: true });
    const asKnown = [...shapes(from).shapes].every(([n, s]) => {
      const here = setting?.shapes.shapes.get(n);
      return n === name || s.rows * s.cols === 1 || (here?.rows ?? 1) * (here?.cols ?? 1) > 1;
    });
    return outcome.kind === "agrees" && asKnown;
  };
  const given = solved(from);
  if (given && agrees(to, given.name, given.by)) return true;
  const found = solved(to);
  if (!found || Math.max(degree(from.left, found.name), degree(from.right, found.name)) > 1) return false;
  const [shape, whole] = [shapes(from).shapes.get(found.name), sizeOf(from, shapes(from))];
  return whole !== undefined && (shape ? shape.rows * shape.cols : 1) <= whole && agrees(from, found.name, found.by);
}

/** The one equation that a statement is. */
function lone(a: Assertion): Relation | undefined {
  const cases = casesOf(a);
  return cases?.length === 1 && cases[0].length === 1 && cases[0][0].relation === "=" ? cases[0][0] : undefined;
}

/** "x = …" in which x does not stand again. */
function solved({ left, right }: Relation): { name: string; by: Expr } | undefined {
  for (const [a, b] of [
    [left, right],
    [right, left],
  ])
    if (a.op === "symbol" && a.name && !some(b, (n) => n.name === a.name)) return { name: a.name, by: b };
  return undefined;
}

/** How often a name is multiplied with itself; infinite where it stands in anything but sums and products. */
function degree(e: Expr, name: string): number {
  if (!some(e, (n) => n.name === name)) return 0;
  const of = e.args.map((a) => degree(a, name));
  if (e.op === "symbol") return 1;
  if (/^(add|neg|transpose)$/.test(e.op)) return Math.max(...of);
  if (e.op === "mul") return of.reduce((a, b) => a + b, 0);
  return e.op === "div" && of[1] === 0 ? of[0] : Number.POSITIVE_INFINITY;
}

/** The entries of a side, where a product shows them: those of the rows of its first factor and the columns of its last. */
function sizeOf({ left, right }: Relation, table: ShapeTable): number | undefined {
  const shape = (e: Expr): { rows: number; cols: number } | undefined => {
    if (e.op === "symbol") return table.shapes.get(e.name ?? "");
    if (e.op === "transpose") {
      const inner = shape(e.args[0]);
      return inner && { rows: inner.cols, cols: inner.rows };
    }
    if (e.op === "neg") return shape(e.args[0]);
    if (e.op === "add") return e.args.map(shape).find((s) => s !== undefined);
    if (e.op !== "mul" || e.data?.style === "dot" || e.data?.style === "times") return undefined;
    const factors = e.args.map(shape).filter((s) => s !== undefined);
    return factors.length > 0 ? { rows: factors[0].rows, cols: factors[factors.length - 1].cols } : undefined;
  };
  const found = shape(left) ?? shape(right);
  return found && found.rows * found.cols;
}
