/** Shapes that were inferred before for the same step in the same scope: trials of one step ask for them again and again. */
import type { Expr } from "../../expression/tree";
import { NO_SHAPES, type ShapeScope, type ShapeTable } from "./shape-table";
import { type ShapeChoice, shapesOf, speaksOfShapes } from "./shapes";

/** What is kept, at most; then it starts anew. */
const MOST = 256;
const kept = new Map<string, ShapeTable>();
const texts = new WeakMap<Expr, string>();

/** `shapesOf`, inferred once for what is written alike. */
export function knownShapes(left: Expr, right: Expr, scope: ShapeScope, choice: ShapeChoice = { sizes: 0, rank: 0 }): ShapeTable {
  // no key is made of the many steps without matrices
  if (!speaksOfShapes(left, right, scope)) return NO_SHAPES;
  const equations = scope.equations.map(([a, b]) => `${textOf(a)}=${textOf(b)}`);
  const rest = JSON.stringify([{ ...scope, equations: 0 }, choice], (_, value) => (value instanceof Set ? [...value] : value));
  const key = [textOf(left), textOf(right), ...equations, rest].join("\n");
  const known = kept.get(key);
  if (known) return known;
  const found = shapesOf(left, right, scope, choice);
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
