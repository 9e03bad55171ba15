/** For which values of its variable a formula is said to be meant: "for $0 \le x \le 1$", "on $[0, 1]$", "otherwise", in the words or the display behind it or before it. */
import type { Reading } from "../../expression/parser";
import { type Expr, node, some, symbol } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";
import { type Line, parseOperand } from "../reading/chains";

/** Where a formula is meant: what its variable meets, or all that other formulas leave. */
export interface SaidRange {
  readonly conditions: readonly Expr[];
  readonly otherwise: boolean;
  /** The last group that says it. */
  readonly upTo: number;
  /** Items that are nothing but its conditions. */
  readonly items: readonly Item[];
}

const BEHIND =
  /^[\s,;(]*(?:(?:and|where|also)\s+)?(?:(?:if|when|whenever|for|on|over|in|where|provided|as long as)\b)?[\s:]*(?:(?:all|any|every|each|the|open|closed|interval|range)\s+)*$/i;
const ON = /\b(?:on|over|in|for)\b/i;
const OTHERWISE = /^[\s,;(]*(?:(?:if|and|for|it is)\s+)?(?:otherwise|elsewhere|everywhere else|else|outside|for (?:all )?other)\b/i;
/** "f(x) = 2x. For $x > 0$ we get": what stands behind the condition follows from it. */
const LEADS_ON = /^[\s,]*(?:we|one|you|it|this|then|so|gives?|giving|yields?|the|there)\b/i;
const BEFORE = /(?:^|[^\w\\])(?:if|when|whenever|for|on|in|over)(?:\s+(?:all|any|every|each|the|interval|case))*\s*$/i;
const BETWEEN = /^[\s,:]*(?:(?:then|we (?:have|get|obtain|find|see)(?: that)?|it (?:is|equals)|this (?:is|gives))[\s,:]*)?$/i;
const JOINS = /^[\s,]*(?:and)?\s*$/i;

/** The range of the formula of the group at `at` for a variable; undefined where none is said, or none that can be read. */
export function saidRange(groups: readonly ItemGroup[], at: number, variable: string, reading: Reading): SaidRange | undefined {
  const { line } = groups[at];
  const behind = isLastInBlock(groups, at) ? line.after : "";
  if (OTHERWISE.test(behind) || OTHERWISE.test(line.trail)) return { conditions: [], otherwise: true, upTo: at, items: [] };
  return rangeBehind(groups, at, variable, reading) ?? rangeBefore(groups, at, variable, reading);
}

const isLastInBlock = (groups: readonly ItemGroup[], at: number): boolean => groups[at + 1]?.line.block !== groups[at].line.block;

function rangeBehind(groups: readonly ItemGroup[], at: number, variable: string, reading: Reading): SaidRange | undefined {
  const own = groups[at].line;
  const found: Expr[] = [];
  const items: Item[] = [];
  let upTo = at;
  for (let k = at + 1; k < groups.length; k++) {
    const { line } = groups[k];
    const inRow = line.block === own.block && line.row === own.row;
    const near = inRow || (isLastInBlock(groups, k - 1) && line.block.paragraph === own.block.paragraph && !line.block.display);
    const words = inRow ? line.lead : line.prose;
    const isFirst = k === at + 1;
    if (!near || !(isFirst ? BEHIND : JOINS).test(wordsOf(line, words))) break;
    const conditions = conditionsOf(groups[k], variable, reading, isFirst && !inRow ? words : undefined);
    if (!conditions || (!inRow && (LEADS_ON.test(line.after) || !(ON.test(words) || BEHIND_WORD.test(words) || k > at + 1 || /^[\s,(]*$/.test(words))))) break;
    found.push(...conditions);
    items.push(...groups[k].items);
    upTo = k;
  }
  return upTo > at ? { conditions: found, otherwise: false, upTo, items } : undefined;
}

const BEHIND_WORD = /\b(?:if|when|whenever|where|provided|as long as)\b/i;

/** The lead of a lone operand repeats the operand. */
const wordsOf = (line: Line, words: string): string => (line.alone && words === line.lead ? "" : words);

function rangeBefore(groups: readonly ItemGroup[], at: number, variable: string, reading: Reading): SaidRange | undefined {
  const { line } = groups[at];
  const before = groups[at - 1];
  if (!before || before.line.block === line.block || before.line.block.display || line.order > 0 || !BETWEEN.test(line.prose)) return undefined;
  const gap = line.block.paragraph - before.line.block.paragraph;
  if (gap > (line.block.display ? 1 : 0) || !BEFORE.test(before.line.prose)) return undefined;
  const conditions = conditionsOf(before, variable, reading, before.line.prose);
  return conditions && { conditions, otherwise: false, upTo: at, items: before.items };
}

/** What a formula says of the variable and nothing else; undefined where it says anything else. `words` stand before it where it may be an interval alone. */
function conditionsOf({ line, items }: ItemGroup, variable: string, reading: Reading, words: string | undefined): Expr[] | undefined {
  if (line.alone && line.links.length === 0)
    return words !== undefined && ON.test(words) ? intervalConditions(parseOperand(line.alone, reading), symbol(variable, line.span)) : undefined;
  const found = items.map((i) => conditionOf(i, variable));
  return found.length > 0 && found.every((c) => c !== undefined) ? (found.flat() as Expr[]) : undefined;
}

function conditionOf({ left, right, relation, link }: Item, variable: string): Expr[] | undefined {
  const isName = (e: Expr): boolean => e.op === "symbol" && e.name === variable;
  const speaks = (e: Expr): boolean => some(e, isName);
  const span = { from: link.left.from, to: link.right.to };
  if (relation === "∈" && isName(left)) return intervalConditions(right, left);
  if (!/^(?:[<>]=?|!=|=)$/.test(relation) || isName(left) === isName(right) || speaks(isName(left) ? right : left)) return undefined;
  return [node("relation", [left, right], span, relation)];
}

/** What an interval says of a name; nothing of the line. */
function intervalConditions(interval: Expr, name: Expr): Expr[] | undefined {
  if (interval.op === "symbol" && /^\\mathbb\{?R\}?$/.test(interval.name ?? "")) return [];
  if (interval.op !== "tuple" || interval.args.length !== 2 || interval.data?.open === "{") return undefined;
  const [low, high] = interval.args;
  const isInfinite = (e: Expr): boolean => some(e, (n) => n.name === "\\infty");
  const at = (e: Expr, sign: string): Expr[] => (isInfinite(e) ? [] : [node("relation", [name, e], interval.span, sign)]);
  return [...at(low, interval.data?.open === "[" ? ">=" : ">"), ...at(high, interval.data?.close === "]" ? "<=" : "<")];
}

const ZERO_ELSE =
  /^[\s,;(]*(?:(?:and|or|but|with|while)\s+)?(?:(?:it\s+|f\s+)?(?:is|equals|vanishes|being)\s+)?(?:(?:equal to\s+)?(?:zero|0)\s+)?(?:otherwise|elsewhere|everywhere else|else(?:where)?|outside(?: (?:of )?(?:this|the|that) (?:interval|range|region|set|square|triangle))?)\b/i;
const LEADS_TO_ZERO = /^[\s,;(]*(?:and|or|but|with|while)?\s*(?:is|it is|equals|equal to|vanishes)?\s*$/i;
const IS_ELSE = /^[\s,;]*(?:otherwise|elsewhere|everywhere else|else)\b/i;

/** Whether the words behind the group at `at` say that the function is zero everywhere else, and the last group that they reach. */
export function zeroElsewhere(groups: readonly ItemGroup[], at: number, reading: Reading): number | undefined {
  const { line } = groups[at];
  if (!isLastInBlock(groups, at)) return undefined;
  if (ZERO_ELSE.test(line.after) && /\b(?:zero|0|vanish\w*)\b/i.test(line.after.slice(0, 60).split(/\b(?:otherwise|elsewhere|else|outside)\b/i)[0])) return at;
  const next = groups[at + 1]?.line;
  const isZero = next?.alone && next.block.paragraph === line.block.paragraph && LEADS_TO_ZERO.test(next.prose) && IS_ELSE.test(next.after);
  if (!isZero || !next.alone) return undefined;
  const value = parseOperand(next.alone, reading);
  return value.op === "number" && Number(value.name) === 0 ? at + 1 : undefined;
}
