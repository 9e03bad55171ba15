/** Where a density is said to live behind its formula: "density f(x) = 6x(1 - x) on [0, 1]". */
import type { Reading } from "../../expression/parser";
import { type Expr, node, some, symbol } from "../../expression/tree";
import type { Condition } from "../facts/facts";
import type { Item, ItemGroup } from "../facts/items";
import { parseOperand } from "../reading/chains";

const DENSITY = /\b(densit(y|ies)|pdf|p\.d\.f\.?|distribut\w*)\b/i;
const ON = /^[\s,]*(on|over|in)(\s+the)?(\s+(unit|open|closed|half-open))?(\s+interval)?\s*$/i;

/** The conditions that intervals behind the formulas of densities set on their variables. */
export function intervalSupports(groups: readonly ItemGroup[], reading: Reading): Item[] {
  return groups.flatMap(({ items, line }, at) => {
    const [item] = items;
    const next = groups[at + 1]?.line;
    const definition = item?.fact?.kind === "definition" && !item.fact.indexed && item.fact.split === 1 ? item.fact : undefined;
    if (!definition || !next?.alone || next.block.paragraph !== line.block.paragraph || !ON.test(next.prose) || !DENSITY.test(item.link.statement.prose))
      return [];
    const interval = parseOperand(next.alone, reading);
    if (interval.op !== "tuple" || interval.args.length !== 2 || interval.data?.open === "{") return [];
    const x = symbol(definition.params[0], interval.span);
    const [low, high] = interval.args;
    return [
      ...(isInfinite(low) ? [] : [node("relation", [low, x], interval.span, "<=")]),
      ...(isInfinite(high) ? [] : [node("relation", [x, high], interval.span, "<=")]),
    ].map((relation): Item => {
      const fact: Condition = { kind: "condition", relation, span: line.span, text: "" };
      return { ...item, order: item.order + 0.5, role: "given", relation: "<=", left: relation.args[0], right: relation.args[1], fact };
    });
  });
}

const isInfinite = (e: Expr): boolean => some(e, (n) => n.name === "\\infty");
