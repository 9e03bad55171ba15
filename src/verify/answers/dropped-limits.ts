/** A chain that takes a limit and leaves out its sign in a later row: `\lim_{h \to 0} f(h) = g(h) = c`, where the limit of g(h) is meant. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, node, walk } from "../../expression/tree";
import { print } from "../../notation/print";
import { standsFree } from "../../notation/series/sums";
import type { JudgeInput, Tried } from "../trying/trial";

/** How far back in a chain a limit is looked for. */
const BACK = 8;

export interface DroppedLimit {
  /** The step with the sign before the sides that speak of the variable. */
  readonly item: Item;
  /** LaTeX of what the variable does. */
  readonly latex: string;
  readonly side: "left" | "right";
  /** What the left side takes the limit of, where it is no more than a limit and the right side goes on without its sign. */
  readonly body?: Expr;
}

/** The step with the limit of its chain put back; undefined where the chain takes none, or several, or says elsewhere what the variable is. */
export function droppedLimit(item: Item, { plan }: Tried, { groups }: JudgeInput): DroppedLimit | undefined {
  if (item.relation !== "=" || item.role !== "claim" || item.made) return undefined;
  const limit = limitBefore(item, groups);
  const bound = String(limit?.data?.bound);
  if (!limit || plan.definitions.has(bound) || standsFree(limit.args[1], bound)) return undefined;
  const under = (e: Expr): Expr => (standsFree(e, bound) ? node("limit", [e, limit.args[1]], e.span, bound, { bound, side: limit.data?.side ?? 0 }) : e);
  const [left, right] = [under(item.left), under(item.right)];
  if (left === item.left && right === item.right) return undefined;
  const sign = Number(limit.data?.side ?? 0);
  const latex = `${bound} \\to ${print(limit.args[1])}${sign > 0 ? "^+" : sign < 0 ? "^-" : ""}`;
  const made: Item = { ...item, left, right, made: true };
  if (right === item.right) return { item: made, latex, side: "left" };
  return { item: made, latex, side: "right", ...(item.left.op === "limit" ? { body: item.left.args[0] } : {}) };
}

/** The one limit of the left side, or of the nearest side before it in the chain that has one. */
function limitBefore(item: Item, groups: JudgeInput["groups"]): Expr | undefined {
  const items = groups.flatMap((g) => g.items);
  let at: Item | undefined = item;
  for (let steps = 0; at && at.relation === "=" && steps < BACK; steps++) {
    const limits = limitsIn(at.left);
    if (limits.length > 0) return new Set(limits.map((l) => `${l.data?.bound} ${print(l.args[1])} ${l.data?.side ?? 0}`)).size === 1 ? limits[0] : undefined;
    const { link }: Item = at;
    at = link.continued || link.index > 0 ? items.find((i) => i.link.right === link.left) : undefined;
  }
  return undefined;
}

function limitsIn(e: Expr): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => void (n.op === "limit" && found.push(n)));
  return found;
}
