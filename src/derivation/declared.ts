/** What the words of a document declare of plain names, as conditions at the place where they do: "positive real numbers $a$ and $b$", "$n$ is an integer". */
import { type Expr, node, number, symbol } from "../expression/tree";
import type { Declaration } from "./declarations";
import type { Condition } from "./facts";
import type { Item, ItemGroup } from "./items";

/** Conditions that declarations of names in `groups` make. */
export function declaredFacts(said: readonly Declaration[], groups: readonly ItemGroup[]): Item[] {
  const byBlock = new Map<number, number>();
  groups.forEach((g, at) => void (byBlock.has(g.line.at) || byBlock.set(g.line.at, at)));
  return said.flatMap((d) => {
    const at = byBlock.get(d.from) ?? -1;
    const anchor = at < 0 ? undefined : nearestItem(groups, at);
    if (!anchor || d.kind === "matrix" || d.kind === "vector" || d.properties.has("random") || [...d.properties].some((p) => /definite/.test(p))) return [];
    return d.nodes.flatMap((name) => conditionsOf(d, name).map((relation) => factAt(anchor, relation, groups[at])));
  });
}

/** An item in the same scope that the fact can be anchored to: the next, else the last. */
function nearestItem(groups: readonly ItemGroup[], at: number): { item: Item; order: number } | undefined {
  for (let i = at; i < groups.length; i++) if (groups[i].items.length) return { item: groups[i].items[0], order: groups[i].items[0].order - 0.5 };
  for (let i = at - 1; i >= 0; i--)
    if (groups[i].items.length) return { item: groups[i].items[groups[i].items.length - 1], order: groups[i].items[groups[i].items.length - 1].order + 0.5 };
  return undefined;
}

function conditionsOf({ kind, properties }: Declaration, name: Expr): Expr[] {
  const found: Expr[] = [];
  const has = (...words: string[]): boolean => words.some((w) => properties.has(w));
  const relation = (sign: string, right: Expr) => found.push(node("relation", [name, right], name.span, sign));
  const counted = kind === "integer" || (kind === "number" && has("natural", "whole", "prime", "even", "odd"));
  if (has("nonnegative", "non-negative") || (counted && has("whole"))) relation(">=", number(0));
  else if (has("positive") || (counted && has("natural", "prime"))) relation(">", number(0));
  else if (has("negative")) relation("<", number(0));
  if (has("probability")) {
    relation(">", number(0));
    relation("<", number(1));
  }
  if (has("nonzero", "non-zero")) relation("!=", number(0));
  if (counted) relation("∈", symbol("\\mathbb{Z}", name.span));
  else if (has("complex")) relation("∈", symbol("\\mathbb{C}", name.span));
  return found;
}

function factAt(anchor: { item: Item; order: number }, relation: Expr, { line }: ItemGroup): Item {
  const fact: Condition = { kind: "condition", relation, span: line.span, text: "" };
  return { ...anchor.item, order: anchor.order, role: "given", fact };
}
