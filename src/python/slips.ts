/** Lines that parse as Python and cannot run: a comparison for an assignment, a comma for a point, a misspelt function, the wrong brackets. */
import { FUNCTIONS } from "./functions";
import type { LogicalLine } from "./lines";
import { asEdit, type MendedLine } from "./repair";

/** A rule gives the text as it may have been meant. */
type Rule = (text: string) => readonly string[];

const MODULE = String.raw`(?:torch|np|numpy|math|tf)(?:\.\w+)*`;
const replaced =
  (pattern: RegExp, by: string): Rule =>
  (text) => {
    const changed = text.replace(pattern, by);
    return changed === text ? [] : [changed];
  };

/** `log-var`: one name with a minus sign in it. */
const SPLIT = /\b(log|ln)-(var|variance|sigma|std)\b/g;
export const splitsName = (text: string): boolean => new RegExp(SPLIT.source).test(text);

const DRAWS = ["randn_like", "rand_like", "randn", "normal", "sqrt", "exp"];
const known = [...new Set([...DRAWS, ...Object.keys(FUNCTIONS)])];

const misspelt: Rule = (text) =>
  [...text.matchAll(new RegExp(String.raw`(?<=\b${MODULE}\.)(\w+)(?=\s*\()`, "g"))].flatMap((m) =>
    known.includes(m[1]) || m[1].length < 3
      ? []
      : known.filter((name) => isNear(m[1], name)).map((name) => text.slice(0, m.index) + name + text.slice(m.index + m[1].length)),
  );

/** One letter too many, too few, another one, or two that changed places. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x === [...y].reverse().join(""));
}

/** Likeliest first. */
const RULES: readonly Rule[] = [
  replaced(/^(\w+)\s*==\s*/, "$1 = "),
  replaced(/^(\w+)\s*<-\s*/, "$1 = "),
  replaced(SPLIT, "$1_$2"),
  replaced(/(?<![\w.])(\d),(\d)/g, "$1.$2"),
  replaced(new RegExp(String.raw`\b(${MODULE}\.\w+)\[([^\[\]]*)\]`, "g"), "$1($2)"),
  misspelt,
  replaced(/\b(\w+)\s*\^\s*(?=\w)/g, "$1 * "),
  replaced(/\b(eps|epsilon|noise|std|sigma)\.(eps|epsilon|noise|std|sigma)\b(?!\s*\()/g, "$1 * $2"),
];

/** The ways in which a line may have been meant. */
export const slipsIn = (line: LogicalLine): MendedLine[] =>
  RULES.flatMap((rule, i) => rule(line.text).map((text) => ({ text, edits: [asEdit(line, text)], cost: 1 + i / 10 })));
