/** What the words around a lone name say about it: "positive real numbers $a$ and $b$", "$n$ is an integer", "a nonzero constant $c$". */
import { type Expr, node, number, symbol } from "../expression/tree";
import type { Condition } from "./facts";
import type { Item, ItemGroup } from "./items";
import { type Line, parseOperand } from "./chains";
import type { Reading } from "../expression/parser";

/** Kinds of numbers, by the words for them. */
const ADJECTIVE = String.raw`(?:(positive|strictly positive|non-?negative|negative|non-?zero|real|complex|rational|natural|whole|even|odd|distinct|fixed|arbitrary|given|any|some|two|three|four|prime|consecutive|different|unknown|constant)[\s,]+(?:and\s+)?)*`;
const NOUN = String.raw`(numbers?|integers?|reals?|constants?|lengths?|scalars?|naturals?|primes?|digits?)`;
const BEFORE = new RegExp(String.raw`\b((?:${ADJECTIVE})(?:${NOUN}|complex))\s*$`, "i");
const AFTER = new RegExp(String.raw`^\s*(?:(?:is|are|be|being|denotes?|were)\s+(?:all\s+|both\s+)?(?:an?\s+|any\s+|the\s+)?)((?:${ADJECTIVE})(?:${NOUN}|complex|positive|non-?negative|negative|non-?zero)\b)`, "i");
const NOT = /\b(not|no|never)\b/i;

/** Conditions that the words declare, as facts at the place of their formulas; `line` order decides the item they stand before. */
export function declaredFacts(groups: readonly ItemGroup[], reading: Reading): Item[] {
  const found: Item[] = [];
  let words: string | undefined;
  groups.forEach((group, at) => {
    const { line } = group;
    const anchor = nearestItem(groups, at);
    const names = anchor ? namesOf(line, group, reading) : [];
    const before = BEFORE.exec(line.prose.slice(-90))?.[1];
    // "$a$, $b$ and $c$": what was said of the first is said of all
    const goesOn = words !== undefined && JOINED.test(line.prose) && line.prose.trim() !== "";
    const after = AFTER.exec(groups[lastOfList(groups, at)].line.after.slice(0, 90))?.[1];
    const said = before ?? (goesOn ? words : undefined) ?? after;
    words = before ?? (goesOn ? words : undefined);
    if (!said || NOT.test(said) || !anchor) return;
    for (const name of names) for (const relation of conditionsOf(said, name)) found.push(factAt(anchor, relation, line));
  });
  return found;
}

const JOINED = /^[\s,]*(and|,|or)?[\s,]*$/i;

/** "$a$, $b$ and $c$ are positive": the formula that the words stand behind. */
function lastOfList(groups: readonly ItemGroup[], from: number): number {
  let at = from;
  while (at + 1 < groups.length && groups[at].line.after.trim() !== "" && JOINED.test(groups[at].line.after) && groups[at + 1].line.block.paragraph === groups[at].line.block.paragraph && !groups[at + 1].line.block.display) at++;
  return at;
}

/** An item in the same scope that the fact can be anchored to: the next, else the last. */
function nearestItem(groups: readonly ItemGroup[], at: number): { item: Item; order: number } | undefined {
  for (let i = at; i < groups.length; i++) if (groups[i].items.length) return { item: groups[i].items[0], order: groups[i].items[0].order - 0.5 };
  for (let i = at - 1; i >= 0; i--) if (groups[i].items.length) return { item: groups[i].items[groups[i].items.length - 1], order: groups[i].items[groups[i].items.length - 1].order + 0.5 };
  return undefined;
}

/** The lone names of a formula: `a`, `a, b`, or the names before a first sign: "positive integers $n \le 10$". */
function namesOf(line: Line, group: ItemGroup, reading: Reading): Expr[] {
  const e = line.alone ? parseOperand(line.alone, reading) : group.items[0]?.left;
  if (!e || (line.block.display && !line.alone)) return [];
  const parts = e.op === "list" || (e.op === "tuple" && e.data?.open === "(") ? e.args : [e];
  return parts.every((p) => p.op === "symbol" || p.op === "indexed") ? [...parts] : [];
}

function conditionsOf(words: string, name: Expr): Expr[] {
  const found: Expr[] = [];
  const relation = (sign: string, right: Expr) => found.push(node("relation", [name, right], name.span, sign));
  if (/non-?negative|\bwhole\b|digits?/i.test(words)) relation(">=", number(0));
  else if (/positive|natural|primes?\b|lengths?/i.test(words)) relation(">", number(0));
  else if (/\bnegative/i.test(words)) relation("<", number(0));
  if (/non-?zero/i.test(words)) relation("!=", number(0));
  if (/integer|natural|whole|primes?\b|digits?|even|odd/i.test(words)) relation("∈", symbol("\\mathbb{Z}", name.span));
  if (/\bcomplex\b/i.test(words)) relation("∈", symbol("\\mathbb{C}", name.span));
  return found;
}

function factAt(anchor: { item: Item; order: number }, relation: Expr, line: Line): Item {
  const fact: Condition = { kind: "condition", relation, span: line.span, text: "" };
  return { ...anchor.item, order: anchor.order, role: "given", fact };
}
