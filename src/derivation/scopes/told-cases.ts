/** Cases that a text tells one after the other, "For 0 ≤ t ≤ 4, … For 4 ≤ t ≤ 8, …": what was said in one is not meant in another. */
import { isConstantName } from "../../expression/constants";
import { type Expr, node, some, symbol } from "../../expression/tree";
import type { Item } from "../facts/items";
import { isNumber } from "../names/all-names";
import { exclude } from "./alternatives";

/** "If $x = 1$", "For $0 \le t \le 4$", "Case 1: $x < 0$". */
const OPENS = /(?:^|[^\w\\])(?:if|when|whenever|for|case(?:\s+\w+)?[\s:.)]*|suppose|assume|on|in)(?:\s+(?:that|we have|also|now))*\s*$/i;
/** Behind a formula: "f(t) = t for $t > 0$". */
const FOLLOWS = /^[\s,;(]*(?:if|when|whenever|for|on)\s*$/;
/** Behind a condition that something follows from: "…, for $x = 4$ we get", "…; if $x < 0$, then". */
const LEADS_ON = /^[\s,]*(?:we|one|you|it|this|then|so|gives?|giving|yields?)\b/i;
const JOINS = /^[\s,]*(?:and\s*)?$/i;

interface Case {
  readonly conditions: Expr[];
  readonly paragraph: number;
  readonly scope: number;
}

export interface ToldCases {
  /** Whether an item stands in a case. */
  readonly has: (a: Item) => boolean;
  /** Whether two items stand in cases that exclude each other; a bound that two cases share belongs to neither. */
  readonly areApart: (a: Item, b: Item) => boolean;
  /** Whether the case of an item lets a name have a value. */
  readonly allows: (a: Item, name: string, value: Expr) => boolean;
}

export function toldCases(items: readonly Item[]): ToldCases {
  const places = casesOf(items);
  const isOne = new Set(places.values()).size < 2;
  return {
    has: (a) => places.has(a.order),
    areApart: (a, b) => {
      const [first, second] = isOne ? [] : [places.get(a.order), places.get(b.order)];
      return !!first && !!second && first !== second && first.conditions.some((x) => second.conditions.some((y) => exclude(x, y, true)));
    },
    allows: (a, name, value) => {
      const equation = node("relation", [symbol(name), value], value.span, "=");
      return !places.get(a.order)?.conditions.some((c) => exclude(c, equation));
    },
  };
}

/** By order of the items. */
function casesOf(items: readonly Item[]): Map<number, Case> {
  const found = new Map<number, Case>();
  let now: Case | undefined;
  /** The statement whose links are conditions of the case now. */
  let opening = -1;
  /** The items of the formula before. */
  let last: Item[] = [];
  /** The case of a formula that its conditions stand behind, and their statement. */
  let behind: { readonly own: Case; readonly statement: number } | undefined;
  for (const item of items) {
    const { statement } = item.link;
    const { paragraph, display } = statement.block;
    const conditions = conditionsIn(item);
    const condition = conditions.length > 0;
    const isSame = last[0]?.link.statement === statement;
    if (condition && behind?.statement === statement.id) {
      behind.own.conditions.push(...conditions);
      found.set(item.order, behind.own);
      last = [...last, item];
      continue;
    }
    if (
      condition &&
      !display &&
      !isSame &&
      FOLLOWS.test(statement.prose) &&
      !LEADS_ON.test(statement.after) &&
      last[0]?.link.statement.block.paragraph === paragraph
    ) {
      const own: Case = { conditions, paragraph, scope: item.scope };
      behind = { own, statement: statement.id };
      for (const i of last) found.set(i.order, own);
      found.set(item.order, own);
      last = [item];
      opening = -1;
      continue;
    }
    if (condition && !display && !isSame && OPENS.test(statement.prose)) {
      now = { conditions, paragraph, scope: item.scope };
      opening = statement.id;
    } else if (now && condition && (statement.id === opening || (opening >= 0 && JOINS.test(statement.prose)))) {
      now.conditions.push(...conditions);
      opening = statement.id;
    } else opening = -1;
    if (now && (item.scope !== now.scope || paragraph - now.paragraph > (display ? 1 : 0))) now = undefined;
    if (now) found.set(item.order, now);
    last = isSame ? [...last, item] : [item];
  }
  return found;
}

/** What bounds a name by a number, or by two, or gives it a value. */
function conditionsIn({ left, right, relation, link }: Item): Expr[] {
  const isValue = (e: Expr): boolean => !some(e, (n) => n.op === "symbol" || n.op === "indexed" || n.op === "apply");
  const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
  const span = { from: link.left.from, to: link.right.to };
  if (relation === "∈" && isName(left) && right.op === "tuple" && right.args.length === 2) {
    const [from, to] = right.args;
    const signs = [right.data?.open === "[" ? ">=" : ">", right.data?.close === "]" ? "<=" : "<"];
    return [from, to].flatMap((end, i) => (isValue(end) ? [node("relation", [left, end], span, signs[i])] : []));
  }
  const isBound = /^(=|<|>|<=|>=|!=)$/.test(relation) && ((isName(left) && (isValue(right) || isName(right))) || (isName(right) && isValue(left)));
  return isBound ? [node("relation", [left, right], span, relation)] : [];
}

/** Rows of a display that are implications of their own, "f'(x) = 3 ⇒ f(x) = 3x + C": what one supposes of a function another does not. */
export function impliedRows(items: readonly Item[]): (a: Item, b: Item) => boolean {
  const rows = new Map<Item["link"]["statement"]["block"], Set<number>>();
  for (const { premise, link } of items) {
    const { block, row, arrow } = link.statement;
    if (!premise || arrow || !block.display) continue;
    rows.set(block, (rows.get(block) ?? new Set()).add(row));
  }
  return (a, b) => {
    const [first, second] = [a.link.statement, b.link.statement];
    const own = first.block === second.block && first.row !== second.row ? rows.get(first.block) : undefined;
    return a.left.op === "apply" && own?.has(first.row) === true && own.has(second.row);
  };
}

/** "the critical values x = 1 and x = 2", in formulas of their own: the first says nothing of the second. */
export function isOtherValue(fact: Item, item: Item): boolean {
  const { link, left, right, relation } = item;
  const { statement } = link;
  return (
    relation === "=" &&
    left.op === "symbol" &&
    isNumber(right) &&
    item.order - fact.order === 1 &&
    fact.relation === "=" &&
    fact.left.op === "symbol" &&
    fact.left.name === left.name &&
    isNumber(fact.right) &&
    !statement.block.display &&
    fact.link.statement.block.paragraph === statement.block.paragraph &&
    /^[\s,]*(?:and|or)[\s,]*$/i.test(statement.prose)
  );
}

/** Without "n = 1" where "n = k" was said behind it: the first was a case, and k is not 1 for that. */
export function withoutEarlierValues(facts: readonly Item[], item: Item): Item[] {
  const values = facts.filter(
    ({ order, relation, left, right }) =>
      order < item.order && relation === "=" && left.op === "symbol" && right.op === "symbol" && !isConstantName(right.name ?? ""),
  );
  const isOver = (f: Item): boolean => f.relation === "=" && isNumber(f.right) && values.some((v) => v.order > f.order && v.left.name === f.left.name);
  return values.length === 0 ? [...facts] : facts.filter((f) => !(f.left.op === "symbol" && isOver(f)));
}
