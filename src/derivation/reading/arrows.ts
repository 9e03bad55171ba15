/** Which statements stand before an arrow and which behind it. */
import { type Assertion, all, any, assertionOf } from "../../expression/assertion";
import type { Expr } from "../../expression/tree";
import type { Line } from "./chains";

/** The statements that an arrow joins, as positions in the document's list of statements. */
export interface ArrowRun {
  readonly premise: readonly number[];
  readonly conclusion: readonly number[];
}

const JOINED = /^[\s,;]*(or|and|,|;)?[\s,;]*$/i;

/** The run of every statement that an arrow leads to. */
export function arrowRuns(lines: readonly Line[]): Map<number, ArrowRun> {
  const runs = new Map<number, ArrowRun>();
  lines.forEach((line, i) => {
    if (!line.arrow) return;
    const conclusion = [i];
    for (let k = i + 1; k < lines.length && goesOn(lines[k], line) && JOINED.test(lines[k].lead); k++) conclusion.push(k);
    runs.set(i, { premise: premiseOf(lines, i), conclusion });
  });
  return runs;
}

const goesOn = (next: Line, line: Line): boolean =>
  next.block === line.block && !next.arrow && !next.aside && (next.row === line.row || /\b(or|and)\b/i.test(next.lead));

/** Back to the arrow before, or over the row; what stands in parentheses where nothing else does; at the beginning of a formula, the last statement of the one before. */
function premiseOf(lines: readonly Line[], at: number): number[] {
  let k = at - 1;
  const asides: number[] = [];
  for (; k >= 0 && (lines[k].aside || lines[k].links.length === 0) && lines[k].block === lines[at].block; k--) if (lines[k].aside) asides.unshift(k);
  if (asides.length > 0 && lines[k]?.block !== lines[at].block) return asides;
  if (k < 0 || lines[at].block.paragraph - lines[k].block.paragraph > 1) return [];
  if (lines[k].block !== lines[at].block) return lines[k].links.length ? [k] : [];
  const found = [k];
  while (!lines[k].arrow && k > 0 && goesOn(lines[k], lines[k - 1]) && JOINED.test(lines[k].lead)) found.unshift(--k);
  return found;
}

/** The relation signs of one statement with their sides. */
export interface Signed {
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
}

/** What statements assert together: "or" between them makes alternatives, and so do two values of one name. */
export function assertionOfLines(lines: readonly { readonly lead: string; readonly signs: readonly Signed[] }[]): Assertion | undefined {
  let groups: Assertion[][] = [[]];
  for (const line of lines) {
    const about = line.signs.findIndex((s) => s.relation === "≈");
    const signs = about < 0 ? line.signs : line.signs.slice(0, about);
    const parts = signs.map((s) => assertionOf(s.left, s.relation, s.right));
    if (parts.length === 0 || parts.some((p) => p === undefined)) return undefined;
    const here = all(parts as Assertion[]);
    const last = groups[groups.length - 1];
    if (/\bor\b/i.test(line.lead) || (last.length > 0 && rivals(last[last.length - 1], here))) groups = [...groups, [here]];
    else last.push(here);
  }
  return any(groups.map((g) => all(g)));
}

/** `x = 2` and `x = 3`. */
const rivals = (a: Assertion, b: Assertion): boolean =>
  a.kind === "relation" &&
  b.kind === "relation" &&
  a.relation === "=" &&
  b.relation === "=" &&
  a.left.op === "symbol" &&
  b.left.op === "symbol" &&
  a.left.name === b.left.name &&
  a.right.op !== "symbol";
