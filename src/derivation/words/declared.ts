/** What the words of a document declare of plain names, as conditions at the place where they do: "positive real numbers $a$ and $b$", "$n$ is an integer". */
import { type Expr, NOWHERE, node, number, symbol, walk } from "../../expression/tree";
import type { Condition } from "../facts/facts";
import type { Item, ItemGroup } from "../facts/items";
import { type Declaration, SIMPLEX } from "./declarations";

/** Conditions that declarations of names in `groups` make. */
export function declaredFacts(said: readonly Declaration[], groups: readonly ItemGroup[]): Item[] {
  const byBlock = new Map<number, number>();
  groups.forEach((g, at) => void (byBlock.has(g.line.at) || byBlock.set(g.line.at, at)));
  return said.flatMap((d) => {
    const at = byBlock.get(d.from) ?? -1;
    const anchor = at < 0 ? undefined : nearestItem(groups, at);
    if (!anchor || d.kind === "matrix" || d.kind === "vector" || [...d.properties].some((p) => /definite/.test(p))) return [];
    if (d.properties.has(SIMPLEX)) return d.nodes.flatMap((name) => totalAt(anchor, name, groups, at));
    // of a random variable its sign is said
    const isSaid = (relation: Expr): boolean => !d.properties.has("random") || (d.kind === "variable" && /^[<>]=?$/.test(relation.name ?? ""));
    return d.nodes.flatMap((name) =>
      conditionsOf(d, name)
        .filter(isSaid)
        .map((relation) => factAt(anchor, relation, groups[at])),
    );
  });
}

/** "for all probability vectors r": the terms of r add up to one, in the bounds of the next sum over them. */
function totalAt(anchor: { item: Item; order: number }, name: Expr, groups: readonly ItemGroup[], at: number): Item[] {
  let sum: Expr | undefined;
  const visit = (n: Expr): void => {
    const bound = n.data?.bound;
    if (sum || n.op !== "sum" || n.args.length !== 3 || typeof bound !== "string") return;
    walk(n.args[0], (t) => {
      const isTerm = t.op === "indexed" && t.name === name.name && t.args.length === 1 && t.args[0].op === "symbol" && t.args[0].name === bound;
      if (isTerm) sum ??= { ...n, args: [t, ...n.args.slice(1)] };
    });
  };
  for (const { items } of groups.slice(at))
    for (const i of items) for (const side of [i.left, i.right]) if (!sum && i.scope === anchor.item.scope) walk(side, visit);
  if (!sum || name.op !== "symbol") return [];
  const { span } = groups[at].line;
  const one = number(1, span);
  return [
    {
      ...anchor.item,
      order: anchor.order,
      role: "given",
      relation: "=",
      left: sum,
      right: one,
      fact: { kind: "equation", left: sum, right: one, span, text: "" },
    },
  ];
}

/** An item in the same scope that the fact can be anchored to: the next, else the last. */
function nearestItem(groups: readonly ItemGroup[], at: number): { item: Item; order: number } | undefined {
  for (let i = at; i < groups.length; i++) if (groups[i].items.length) return { item: groups[i].items[0], order: groups[i].items[0].order - 0.5 };
  for (let i = at - 1; i >= 0; i--)
    if (groups[i].items.length) return { item: groups[i].items[groups[i].items.length - 1], order: groups[i].items[groups[i].items.length - 1].order + 0.5 };
  return undefined;
}

/** The words for an angle between each quarter of a turn and the next. */
const QUARTERS: readonly (readonly string[])[] = [
  ["first", "i", "acute"],
  ["second", "ii", "obtuse"],
  ["third", "iii"],
  ["fourth", "iv"],
];
const quarterTurns = (count: number): Expr =>
  count === 0 ? number(0) : node("div", [node("mul", [number(count), symbol("\\pi")], NOWHERE), number(2)], NOWHERE);

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
  const quarter = QUARTERS.findIndex((words) => words.some((word) => has(`angle ${word}`)));
  if (quarter >= 0) {
    relation(">", quarterTurns(quarter));
    relation("<", quarterTurns(quarter + 1));
  }
  if (has("nonzero", "non-zero")) relation("!=", number(0));
  if (counted) relation("∈", symbol("\\mathbb{Z}", name.span));
  else if (has("complex")) relation("∈", symbol("\\mathbb{C}", name.span));
  return found;
}

function factAt(anchor: { item: Item; order: number }, relation: Expr, { line }: ItemGroup): Item {
  const fact: Condition = { kind: "condition", relation, span: line.span, text: "" };
  const [left, right] = relation.args;
  return { ...anchor.item, order: anchor.order, role: "given", relation: relation.name ?? "", left, right, fact };
}
