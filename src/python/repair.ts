/** Mends lines that do not parse: joins two names, inserts a `*`, strikes out a token, closes or opens a bracket. */
import { parser } from "@lezer/python";
import type { Repair, TextEdit } from "./answer";
import type { LogicalLine } from "./lines";

export interface MendedLine {
  readonly text: string;
  /** In offsets of the source. */
  readonly edits: readonly TextEdit[];
  readonly cost: number;
}

interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly name: boolean;
}

const KEYWORDS = new Set([
  "return",
  "if",
  "else",
  "for",
  "in",
  "not",
  "and",
  "or",
  "is",
  "def",
  "class",
  "import",
  "from",
  "lambda",
  "with",
  "while",
  "as",
  "yield",
  "await",
]);
/** Most mistakes mended in one line, and most lines kept of each. */
const DEEPEST = 2;
const WIDEST = 40;
const LONGEST_LINE = 160;
/** Texts that are parsed for one line at most. */
const MOST_PARSES = 600;

function tokens(text: string): Token[] {
  return [...text.matchAll(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|\*\*|\S/g)].map((m) => ({
    from: m.index,
    to: m.index + m[0].length,
    text: m[0],
    name: /^[A-Za-z_]/.test(m[0]) && !KEYWORDS.has(m[0]),
  }));
}

/** The ways to mend one line, likeliest first; every one of them parses. */
function mend(line: LogicalLine): readonly MendedLine[] {
  if (line.text.length > LONGEST_LINE) return [];
  const found: MendedLine[] = [];
  const seen = new Set([line.text]);
  let front: { text: string; cost: number }[] = [{ text: line.text, cost: 0 }];
  for (let depth = 0; depth < DEEPEST && !found.length && seen.size < MOST_PARSES; depth++) {
    const next: { text: string; cost: number }[] = [];
    for (const { text, cost } of front)
      for (const edit of smallEdits(text)) {
        const changed = text.slice(0, edit.from) + edit.newText + text.slice(edit.to);
        if (seen.has(changed) || seen.size >= MOST_PARSES) continue;
        seen.add(changed);
        if (parses(changed.endsWith(":") ? `${changed} pass` : changed)) found.push({ text: changed, cost: cost + edit.cost, edits: [asEdit(line, changed)] });
        else next.push({ text: changed, cost: cost + edit.cost });
      }
    front = next.sort((a, b) => a.cost - b.cost).slice(0, WIDEST);
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, WIDEST);
}

interface SmallEdit extends TextEdit {
  readonly cost: number;
}

function smallEdits(text: string): SmallEdit[] {
  const all = tokens(text);
  const edits: SmallEdit[] = [];
  all.forEach((token, i) => {
    const next = all[i + 1];
    if (next && operand(token, true) && operand(next, false)) edits.push(...pairEdits(text, token, next));
    const from = i > 0 && !next ? all[i - 1].to : token.from;
    edits.push({ from, to: next ? next.from : token.to, newText: next && i > 0 && /\w$/.test(all[i - 1].text) && /^\w/.test(next.text) ? " " : "", cost: 3 });
  });
  if (/^(?:async\s+)?(def|if|else|for|while|class|with)\b/.test(text) && !text.endsWith(":"))
    edits.push({ from: text.length, to: text.length, newText: ":", cost: 0.3 });
  edits.push(...callEdits(text, all));
  const depth = all.reduce((d, t) => d + ("([".includes(t.text) ? 1 : ")]".includes(t.text) ? -1 : 0), 0);
  if (depth > 0)
    edits.push(
      { from: text.length, to: text.length, newText: ")".repeat(depth), cost: 0.5 },
      ...all.slice(1, -1).map((t) => ({ from: t.to, to: t.to, newText: ")".repeat(depth), cost: 0.6 })),
    );
  return edits;
}

/** A function of a module and its argument without brackets: `torch.randn_like std`. */
const callEdits = (text: string, all: readonly Token[]): SmallEdit[] =>
  all.flatMap((a, i) => {
    const b = all[i + 1];
    if (!b || !/^(torch|np|numpy|math|tf)[\w.]*\.\w+$/.test(a.text) || a.to === b.from || !operand(b, false)) return [];
    return [
      { from: a.to, to: b.to, newText: `(${text.slice(b.from, b.to)})`, cost: 1 },
      { from: a.to, to: text.length, newText: `(${text.slice(b.from)})`, cost: 1.1 },
    ];
  });

const operand = (token: Token, left: boolean): boolean => token.name || /^[\d.]/.test(token.text) || token.text === (left ? ")" : "(");

function pairEdits(text: string, a: Token, b: Token): SmallEdit[] {
  if (a.to === b.from) return [];
  const times: SmallEdit = { from: a.to, to: b.from, newText: " * ", cost: 1.5 };
  if (!a.name || !b.name || b.text.includes(".")) return [times];
  const joined: SmallEdit = { from: a.to, to: b.from, newText: "_", cost: PLAUSIBLE.test(`${a.text}_${b.text}`) ? 0.2 : 2 };
  const strikeFirst: SmallEdit = { from: a.from, to: b.from, newText: "", cost: repeated(text, a) ? 1 : 2 };
  const strikeSecond: SmallEdit = { from: a.to, to: b.to, newText: "", cost: repeated(text, b) ? 1 : 2 };
  return [joined, strikeFirst, strikeSecond, times];
}

/** Names that two words of the field make together. */
const PLAUSIBLE = /^(log_(var|std|sigma|variance|scale|sigma2)|(z|q)_(mean|mu|std|logvar|log_var)|(mu|mean|std|logvar|sigma)_(z|q)|randn_like|std_dev)$/i;

const repeated = (text: string, token: Token): boolean => tokens(text).filter((t) => t.text === token.text).length > 1;

function parses(text: string): boolean {
  let whole = true;
  parser.parse(text).iterate({
    enter: (n) => {
      if (n.type.isError) whole = false;
      return whole;
    },
  });
  return whole;
}

/** The smallest edit of the source that turns the line into `changed`. */
export function asEdit(line: LogicalLine, changed: string): TextEdit {
  const old = line.text;
  let start = 0;
  while (start < old.length && old[start] === changed[start]) start++;
  let end = 0;
  while (end < old.length - start && end < changed.length - start && old[old.length - 1 - end] === changed[changed.length - 1 - end]) end++;
  return { from: line.from + start, to: line.to - end, newText: changed.slice(start, changed.length - end) };
}

/** Combinations tried; the cheapest come first, so those are the likeliest. */
const MOST_REPAIRS = 100;
/** More broken lines than this are another language. */
const MOST_BROKEN = 6;

/** The ways to mend each of the broken lines; none at all if there are too many of them. */
export const mendAll = (broken: readonly LogicalLine[], known: ReadonlyMap<LogicalLine, readonly MendedLine[]>): (readonly MendedLine[])[] =>
  broken.length > MOST_BROKEN ? broken.map(() => []) : broken.map((line) => known.get(line) ?? mend(line));

/** Sources with all broken lines mended, likeliest first; none if a line cannot be mended. */
export function repairs(source: string, mendedLines: readonly (readonly MendedLine[])[]): Repair[] {
  if (!mendedLines.length) return [];
  let combined: { edits: readonly TextEdit[]; cost: number }[] = [{ edits: [], cost: 0 }];
  for (const mended of mendedLines) {
    combined = combined
      .flatMap((before) => mended.map((way) => ({ edits: [...before.edits, ...way.edits], cost: before.cost + way.cost })))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_REPAIRS);
  }
  return combined.map(({ edits }) => ({ source: applyEdits(source, edits), edits }));
}

/** The text with edits (which do not overlap) made. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  return [...edits].sort((a, b) => b.from - a.from).reduce((text, e) => text.slice(0, e.from) + e.newText + text.slice(e.to), source);
}
