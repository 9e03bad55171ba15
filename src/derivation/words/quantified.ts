/** The names that an equation is said for: "For all x > 0, …", "… for arbitrary square matrices A and B". */
import { lastFragment } from "../../document/cues";
import { namesOf } from "../../expression/names";
import type { Reading } from "../../expression/parser";
import { type Line, parseOperand } from "../reading/chains";

/** What an equation is said for. */
export interface Quantified {
  readonly names: ReadonlySet<string>;
  /** They are all that there are: "for all", not "for". */
  readonly universal: boolean;
  /** Only a range of them is named, "for x > 0": where the equation is the formula of a function, it may be one of several. */
  readonly ranged?: true;
}

/** It is said for nothing. */
export const FOR_NOTHING: Quantified = { names: new Set(), universal: false };

/** What numbers and matrices are said to be. */
const SORT =
  "(?:real|complex|rational|positive|negative|non-?negative|non-?zero|natural|whole|arbitrary|square|symmetric|invertible|regular|orthogonal|unitary|diagonal|hermitian|integers?|numbers?|scalars?|angles?|values?|vectors?|matrix|matrices|reals?|two|three|the|of|n|×|by|same|size|dimension|order)";
/** Sorts that name all of their kind by themselves: "for positive a and b", "for square matrices A, B". */
const KINDS = `(?:(?:${SORT}\\s+){0,3}(?:positive|negative|non-?negative|non-?zero|real|complex|reals|numbers|integers|vectors|matrices)(?:\\s+${SORT}){0,2})`;
const ALL = "for\\s+(?:all|any|every|each|arbitrary)(?:\\s+(?:pair|choice)s?)?";
const FOR_ALL = new RegExp(`\\b(?:${ALL}(?:\\s+${SORT}){0,5}|whenever)\\s*$`, "i");
const FOR = /\bfor\s*$/i;
/** What may stand between the names and the equation: ", we have", " of real numbers, we have", " are real, then". */
const BETWEEN = new RegExp(
  `^[\\s,:]*(?:(?:of|in|are|is|be|being|both)(?:\\s+${SORT}){1,6})?[\\s,:]*(?:(?:and|then|we have|one has|it holds that)[\\s,:]*)?$`,
  "i",
);
/** What may stand between the equation and the names behind it. */
const BEHIND = new RegExp(`^[\\s,]*(?:(?:holds|is true|is valid|are true|are valid)\\s+)?${ALL}(?:\\s+${SORT}){0,5}\\s*$`, "i");
/** "… for positive a and b"; and where a condition follows, "… for a, b > 0". */
const BEHIND_KIND = new RegExp(`^[\\s,]*for\\s+${KINDS}\\s*$`, "i");
const BEHIND_CONDITION = /^[\s,]*for\s*$/i;
const FOR_KIND = new RegExp(`\\bfor\\s+${KINDS}\\s*$`, "i");
/** What is solved, looked for or drawn is no claim. */
const ASKS = /\b(?:solve\w*|solving|solutions?|equations?|roots?|zeros?|find|determine|look(?:ing)? for|sketch|draw|plot|graph|curves?|consider|given)\b/i;
const AND = /^[\s,]*(and)?\s*$/i;

type Before = Line | undefined;

/** What the formulas before the equation are, and what is said behind it. */
export function quantifiedAt(lines: readonly Line[], i: number, already: Quantified, reading: Reading): Quantified {
  const before = saidBefore(lines[i - 1], lines[i], already, reading);
  if (before.names.size > 0) return before;
  const behind = saidBehind(lines, i, reading);
  return behind.size > 0 ? { names: behind, universal: true, ...(BEHIND.test(lines[i + 1]?.prose ?? "") ? {} : { ranged: true }) } : FOR_NOTHING;
}

/** The names of "For all x > 0, …": nothing but a comma, or what the names are, stands between the two formulas. */
function saidBefore(before: Before, line: Line, already: Quantified, reading: Reading): Quantified {
  if (!before || before.block.paragraph !== line.block.paragraph || before.block.display) return FOR_NOTHING;
  const goesOn = already.names.size > 0 && AND.test(before.prose);
  const isForAll = FOR_ALL.test(before.prose) || FOR_KIND.test(before.prose) || (FOR.test(before.prose) && isCondition(before));
  const universal = isForAll && !isOfStructure(before) && !ASKS.test(lastFragment(before.prose));
  if (!(isForAll || goesOn || FOR.test(before.prose)) || !BETWEEN.test(line.prose)) return FOR_NOTHING;
  const names = new Set([...already.names, ...namesIn(before, reading)]);
  return { names, universal: names.size > 0 && (already.universal || universal), ...(FOR_ALL.test(before.prose) ? {} : { ranged: true }) };
}

/** The names of "… for all x and y > 0": of formulas that are no equations themselves, in the same paragraph. */
function saidBehind(lines: readonly Line[], i: number, reading: Reading): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = i + 1; at < lines.length; at++) {
    const next = lines[at];
    if (next.block.paragraph !== lines[i].block.paragraph || next.block.display || next.links.some((l) => l.sign.relation === "=")) break;
    if (at > i + 1 ? !AND.test(next.prose) : !isForAllBehind(next)) break;
    if (isOfStructure(next)) return new Set();
    for (const name of namesIn(next, reading)) found.add(name);
  }
  return found;
}

const isForAllBehind = (line: Line): boolean =>
  BEHIND.test(line.prose) || BEHIND_KIND.test(line.prose) || (BEHIND_CONDITION.test(line.prose) && isCondition(line));

/** Orders and memberships, `a, b > 0`, `x \in \mathbb{R}`: of a range, no single values. */
const isCondition = ({ links }: Line): boolean => links.length > 0 && links.every(({ sign }) => /^([<>]=?|∈)$/.test(sign.relation));

/** `a, b \in G` of a group, a ring, a space: its elements are no numbers. */
const isOfStructure = ({ links }: Line): boolean =>
  links.some(({ sign, right: { tokens } }) => sign.relation === "∈" && tokens.length > 0 && tokens[0].kind === "letter");

const namesIn = (line: Line, reading: Reading): readonly string[] =>
  [...line.links.flatMap((l) => [l.left, l.right]), ...(line.alone ? [line.alone] : [])].flatMap((o) => [...namesOf(parseOperand(o, reading)).symbols]);
