/** Shapes that were inferred before for the same step in the same scope: trials of one step ask for them again and again. */
import type { Expr } from "../../expression/tree";
import { NO_SHAPES, type ShapeScope, type ShapeTable } from "./shape-table";
import { type Inferences, type ShapeChoice, shapesOf, speaksOfShapes } from "./shapes";

/** What is kept, at most; then it starts anew. */
const MOST = 256;
const kept = new Map<string, ShapeTable>();
const texts = new WeakMap<Expr, string>();

/** Steps of which it is kept what was inferred: the choices of one come one after the other. */
const STEPS = 3;
const inferences = new Map<string, Inferences>();

function inferencesOf(step: string): Inferences {
  const known = inferences.get(step) ?? new Map();
  inferences.delete(step);
  inferences.set(step, known);
  if (inferences.size > STEPS) inferences.delete(inferences.keys().next().value as string);
  return known;
}

/** `shapesOf`, inferred once for what is written alike. */
export function knownShapes(left: Expr, right: Expr, scope: ShapeScope, choice: ShapeChoice = { sizes: 0, rank: 0 }): ShapeTable {
  // no key is made of the many steps without matrices
  if (!speaksOfShapes(left, right, scope)) return NO_SHAPES;
  const equations = scope.equations.map(([a, b]) => `${textOf(a)}=${textOf(b)}`);
  const plainly = (value: unknown): string => JSON.stringify(value, (_, v) => (v instanceof Set ? [...v] : v));
  const step = [textOf(left), textOf(right), ...equations, plainly({ ...scope, equations: 0 })].join("\n");
  const key = `${step}\n${plainly(choice)}`;
  const known = kept.get(key);
  if (known) return known;
  const found = shapesOf(left, right, scope, choice, inferencesOf(step));
  if (kept.size >= MOST) kept.clear();
  kept.set(key, found);
  return found;
}

/** Everything of a tree but its place. */
function textOf(e: Expr): string {
  const known = texts.get(e);
  if (known !== undefined) return known;
  const text = `${e.op}:${e.name ?? ""}${e.data ? JSON.stringify(e.data) : ""}(${e.args.map(textOf).join()})`;
  texts.set(e, text);
  return text;
}
