/** Terms of sequences that a recurrence and its first values determine: a_4 = 41 behind a_1 = 2, a_{n+1} = 3a_n − 1, and formulas for the general term. */

import { hasDecimals } from "../../checks/approximation";
import type { Item } from "../../derivation/facts/items";
import { hasError } from "../../derivation/facts/items";
import { parseOnce } from "../../derivation/reading/chains";
import { cueOf } from "../../derivation/roles/words-before";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some } from "../../expression/tree";
import { strokes } from "../../fixes/strokes";
import { fixesOf } from "../accusing/repairs";
import { figure } from "../figure";
import { printed } from "../guarded";
import { remedyOf } from "../messages";
import type { Step } from "../report";
import { sentenceBefore } from "../trying/case-start";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";
import { boundsBehind, recurrenceIn, type Stated, Terms, termAt } from "./sequence-terms";

/** Terms at which a formula is tried. */
const TRIED = 5;
/** Paragraphs between a recurrence and what is said of its terms. */
const NEAR = 8;
/** Edits that replace a sign, a digit or a name by its neighbour. */
const STROKE = 1.45;
/** What is tried, supposed or looked for need not be right. */
const TRIAL = /\b(suppose|assum\w+|guess\w*|try|trying|ansatz|hypothes\w+|if|when|let|general|particular|homogeneous|solutions? of|form)\b/i;

/** The sequence is another, or begins elsewhere. */
const OTHER = /\b(other|another|instead|different\w*|actual(?:ly)?|measured|observed|reported|recorded|mod|modulo)\b/i;

/** What a step comes to that says what a term, or the general term, of such a sequence is; undefined where it is none of these, or nothing is known. */
export function recurrenceTerm(item: Item, step: Step, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  if (!/^(given|unchecked|defines)$/.test(step.verdict) || !/^[=≈]$/.test(item.relation) || item.link.index > 0 || item.link.continued || item.premise)
    return undefined;
  const at = termAt(item.left);
  if (!at) return undefined;
  const all = input.groups.flatMap((g) => g.items);
  const before = all.filter((i) => i.order < item.order && i.scope === item.scope && i.relation === "=");
  const [law, earlier] = [...before].reverse().flatMap((i) => recurrenceIn(i, at.name, all) ?? []);
  if (!law || item.link.statement.block.paragraph - law.item.link.statement.block.paragraph > NEAR) return undefined;
  const terms = (which: Stated): Terms => new Terms(law, before, earlier?.item.order ?? -1, which);
  if (at.number !== undefined) return numberedTerm(item, step, at.number, terms, input, judge);
  return at.index === undefined ? undefined : generalTerm(item, step, terms, at.index, input);
}

/** The verdict on the value of one term; of terms that are rounded, or begin elsewhere in another place, none is accused. */
function numberedTerm(item: Item, step: Step, n: number, terms: (which: Stated) => Terms, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  const { name } = item.left;
  const { law } = terms("latest");
  if (![...namesOf(item.right).symbols].every((s) => isConstantName(s) || law.names.has(s)) || some(item.right, (e) => e.op === "indexed" && e.name === name))
    return undefined;
  const verdictBy = (of: Terms): Step | undefined => {
    const worked = of.isFirst(n) ? undefined : of.at(n);
    const there = worked && judge({ ...item, left: worked, role: "claim", made: true });
    if (!there || !/^(holds|fails)$/.test(there.verdict)) return undefined;
    // the decimals of a recurrence are no results: what only their rounding lets pass is not shown
    if (there.verdict === "holds" && hasDecimals(worked) && judge({ ...item, left: exact(worked), role: "claim", made: true }).verdict !== "holds")
      return undefined;
    return { ...there, left: step.left, reading: [...(there.reading ?? []), `$${step.left}$ is what the recurrence gives, $${printed(worked)}$`] };
  };
  const found = verdictBy(terms("latest"));
  if (found?.verdict !== "fails") return found;
  if (OTHER.test(sentenceBefore(item, input.text)) || verdictBy(terms("earliest"))?.verdict === "holds") return undefined;
  const written = verdictBy(terms("as written"));
  return written?.verdict === "holds" ? (hasDecimals(item.right) ? written : undefined) : found;
}

/** The verdict on a formula for the general term, by its first terms. */
function generalTerm(item: Item, step: Step, of: (which: Stated) => Terms, index: string, input: JudgeInput): Step | undefined {
  const terms = of("latest");
  const own = namesOf(item.right);
  const isKnown = (n: string): boolean => n === index || isConstantName(n) || terms.law.names.has(n);
  if (!own.symbols.has(index) || ![...own.symbols].every(isKnown) || own.indexed.size > 0 || own.applied.size > 0) return undefined;
  const { from, to } = boundsBehind(
    item,
    index,
    input.groups.flatMap((g) => g.items),
  );
  const places = terms.first(TRIED, from).filter((n) => n <= to);
  const known = places.flatMap((n) => terms.at(n) ?? []);
  if (places.length < TRIED) return undefined;
  const differsAt = (right: Expr): number | undefined => places.find((n, i) => outcomeOf(known[i], valueAt(right, index, n), item, input).kind !== "agrees");
  const shown = `$${printed(terms.law.item.left)} = ${printed(terms.law.item.right)}$`;
  const place = differsAt(item.right);
  if (place === undefined)
    return { ...step, verdict: "holds", basis: "sampled", code: "sequence/term", message: `Holds for the first ${TRIED} terms that ${shown} gives.` };
  const { statement } = item.link;
  const words = `${statement.prose.slice(-120)} ${statement.lead}`;
  const outcome = outcomeOf(known[places.indexOf(place)], valueAt(item.right, index, place), item, input);
  if (TRIAL.test(words) || outcome.kind !== "differs" || OTHER.test(sentenceBefore(item, input.text)) || !terms.isAs(of("earliest"))) return undefined;
  const edits = strokes(item.link.right.tokens, input.text, [item.link.left.tokens], STROKE).filter((c) => {
    const right = parseOnce({ ...item.link.right, tokens: c.tokens }, input.reading);
    return !hasError(right) && differsAt(right) === undefined;
  });
  if (edits.length === 0 && cueOf(item.link) !== "claim") return undefined;
  const { left, right } = outcome.witness;
  const values = `at $${index} = ${place}$ the recurrence ${shown} gives ${figure(left)}, the right side ${figure(right)}`;
  return {
    ...step,
    verdict: "fails",
    code: "sequence/term",
    message: `Does not hold: ${values}.${edits.length > 0 ? remedyOf(edits[0]) : ""}`,
    witness: { values: { [index]: place }, left, right },
    ...(edits.length > 0 ? { fixes: fixesOf({ candidates: edits.slice(0, 3) }, input.range) } : {}),
  };
}

const outcomeOf = (left: Expr, right: Expr, item: Item, input: JudgeInput) =>
  tryPlan({ ...item, left, right, role: "claim", made: true }, { definitions: new Map(), conditions: [], unused: [] }, { ...input, rough: true }).outcome;

const valueAt = (e: Expr, index: string, n: number): Expr => rewrite(e, (x) => (x.op === "symbol" && x.name === index ? number(n, x.span) : x));

/** With 101/100 for 1.01. */
const exact = (e: Expr): Expr =>
  rewrite(e, (n) => {
    const digits = n.op === "number" ? (/\.(\d{1,12})$/.exec(n.name ?? "")?.[1].length ?? 0) : 0;
    return digits === 0 ? n : node("div", [number(Math.round(Number(n.name) * 10 ** digits), n.span), number(10 ** digits, n.span)], n.span);
  });
