/** The words of a verdict: what, why, with numbers a person can check. */

import type { Outcome } from "../checks/outcome";
import type { Item } from "../derivation/facts/items";
import type { Found } from "../fixes/find";
import { complexSides, entryOf, valuesInWords, witnessOf } from "./accusing/witness";
import { figure } from "./figure";
import type { Evidence } from "./report";
import type { Tried } from "./trying/trial";

export function evidenceOf(outcome: Outcome, seed: number): Evidence {
  const e = outcome.evidence ?? { samples: 0, informative: 0, maxRelativeError: 0, digits: 15 };
  return { samples: e.samples, informative: e.informative, maxRelativeError: Number(e.maxRelativeError.toPrecision(3)), digits: e.digits, seed };
}

export function messageFor(item: Item, tried: Tried): string {
  const { outcome } = tried;
  if (outcome.kind === "agrees")
    return outcome.exact
      ? outcome.by
        ? `Holds in ${outcome.by}.`
        : "Holds: shown by exact arithmetic modulo a 61-bit prime (error probability below 1e-15)."
      : outcome.evidence.samples === 1 && /^[<>]/.test(item.relation)
        ? `Holds, computed to ${outcome.evidence.digits} digits.`
        : outcome.evidence.samples === 1
          ? `Holds: both sides have the same value, to ${outcome.evidence.digits} digits.`
          : `Holds at all ${outcome.evidence.informative} informative random points.`;
  if (outcome.kind === "differs") {
    const witness = witnessOf(item, tried);
    const at = valuesInWords(item, tried, witness);
    if (item.relation === "∝")
      return `Not proportional: ${at ? `at ${at} ` : ""}the logarithm of the left side has the slope ${show(witness.left)} in $${outcome.along}$, that of the right side ${show(witness.right)}.`;
    const entry = entryOf(item, tried);
    const sides = entry ? [`${entry} of the left side`, "of the right side"] : ["the left side", "the right side"];
    const [left, right] = complexSides(item, tried) ?? apart(witness.left, witness.right);
    const by = differentiatedBy(tried);
    if (by) return `Does not hold: differentiated by $${by}$, ${at ? `at ${at} ` : ""}${sides[0]} is ${left}, ${sides[1]} ${right}.`;
    if (left === right && witness.left === witness.right && /^(<|>|!=)$/.test(item.relation))
      return `Does not hold: ${at ? `at ${at} ` : ""}both sides are ${typeof witness.left === "number" && Number.isFinite(witness.left) ? left : "the same"}.`;
    return left === right
      ? `Does not hold: ${at ? `at ${at} ` : ""}${sides[0]} and ${sides[1]} are both about ${left}, but not the same: they differ after ${SHOWN} digits.`
      : `Does not hold: ${at ? `at ${at} ` : ""}${sides[0]} is ${left}, ${sides[1]} ${right}.`;
  }
  return outcome.message;
}
/** Indefinite integrals have no values: the numbers of a difference are those of the derivatives. */
const differentiatedBy = ({ reading }: Tried): string | undefined => /^both sides were differentiated by (.+)$/.exec(reading ?? "")?.[1];

/** Digits of a double. */
const SHOWN = 15;

/** Two values as they are shown, with as many digits as tell them apart. */
function apart(left: number | string, right: number | string): [string, string] {
  const shown: [string, string] = [show(left), show(right)];
  if (typeof left !== "number" || typeof right !== "number" || left.toPrecision(4) !== right.toPrecision(4)) return shown;
  for (let digits = 6; digits <= SHOWN; digits += 3) {
    const [a, b] = [left, right].map((x) => String(Number(x.toPrecision(digits))));
    if (a !== b) return [a, b];
  }
  return shown;
}

const show = (x: number | string): string => (typeof x === "number" ? figure(x) : x);

/** What, why, what to do: the witness, where the sides differ, the change after which the step holds. */
export function failureMessage(item: Item, tried: Tried, found: Found): string {
  const [fix] = found.candidates;
  return `${messageFor(item, tried)}${found.clue && (!fix || found.clue.kind === "factor") ? ` ${clueText(found.clue)}` : ""}${fix ? remedyOf(fix) : ""}`;
}

/** What to do, after which "it holds" or "it follows". */
export function remedyOf(fix: Found["candidates"][number], holds = "It holds"): string {
  const [before, after] = withoutSharedSign(fix.before.trim(), fix.after.trim());
  if (!before && !after) return ` ${holds} after this change: ${fix.title}.`;
  return before && after ? ` ${holds} with $${after}$ in place of $${before}$.` : after ? ` ${holds} with $${after}$ added.` : ` ${holds} without $${before}$.`;
}

/** Two terms with the same sign are told apart without it. */
const withoutSharedSign = (before: string, after: string): [string, string] =>
  /^[-+]/.test(before) && before[0] === after[0] ? [before.slice(1).trim(), after.slice(1).trim()] : [before, after];

const clueText = (clue: NonNullable<Found["clue"]>): string =>
  clue.kind === "factor"
    ? `The right side is off by the factor $${clue.latex}$.`
    : clue.kind === "missing"
      ? `The right side is missing the term $${clue.latex}$.`
      : `The right side is too large by $${clue.latex}$.`;

/** A condition that the document does not state, and a point where the step fails without it. */
export function conditionMessage(item: Item, tried: Tried, latex: string): string {
  const failure = messageFor(item, tried).replace(/^Does not hold: /, "");
  return `Holds only for $${latex}$, which the document does not say: ${failure}`;
}
