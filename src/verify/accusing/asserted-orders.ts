/** Inequalities in running text that a named theorem or "for all x we have" asserts: no condition is put so. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { lastFragment } from "../../document/cues";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { failing } from "./failing";
import { unrefutable } from "./refutable";

const THEOREM =
  "(?:inequality|(?:union|Chernoff|Hoeffding|Chebyshev|Markov)(?:'s)? bound|Chebyshev|Tchebychev|Markov|Boole|theorem|lemma|rule|convexity|concavity|monotonicity|AM[-–]+GM|Cauchy|Schwarz|Jensen|Young|Hölder|Minkowski|Bernoulli)";
const SAYS = "(?:(?:we|one) (?:have|has|get|gets|obtain|obtains|see|sees|know)(?: that)?|it follows that|then|that)?";
/** "By the triangle inequality, we have", "For all real a and b we have": what stands behind is asserted. */
const BY_THEOREM = new RegExp(
  `\\b(?:by|using|from|applying)\\b[^.;:]{0,50}\\b${THEOREM}(?:'s inequality)?(?: (?:of|for|to) [^.,;:]{0,30})?,?\\s*${SAYS}\\s*$`,
  "i",
);
/** "Cauchy-Schwarz:", "The inequality of Jensen says that" */
const THEOREM_SAYS = new RegExp(`${THEOREM}(?:'s)?(?: inequality)?(?: (?:says|states|reads|gives|yields)(?: that)?)?[:,]?\\s*$`, "i");
const FOR_ALL = /^[\s,]*(?:(?:we|one) (?:have|has)(?: that)?|it holds that)\s*$/i;
/** Words of proofs that go through what is false, and of what is asked. */
const ABSURD = /\b(contradict\w*|impossib\w*|absurd\w*|suppos\w+|assum\w+|otherwise|cannot|whether|not|never|false|wrong\w*|if|when|such that)\b/i;
/** Characters before and behind the formula in which they are looked for, in its sentence. */
const [BEFORE, BEHIND] = [200, 60];

/** The judgement of an inequality that is taken as given, where words assert it; undefined where it is not. */
export function assertedOrder(item: Item, finals: readonly Tried[], input: JudgeInput): Judgement | undefined {
  const { statement } = item.link;
  if (!/^[<>]=?$/.test(item.relation) || item.premise || item.link.continued || statement.links.length > 1) return undefined;
  const words = spokenBefore(item, input.text);
  if (!BY_THEOREM.test(words) && !THEOREM_SAYS.test(lastFragment(words)) && !(FOR_ALL.test(words) && isQuantified(item))) return undefined;
  const { from, to } = statement.block.span;
  if (ABSURD.test(lastFragment(input.text.slice(Math.max(0, from - BEFORE), from))) || ABSURD.test(sentenceBehind(input.text.slice(to, to + BEHIND))))
    return undefined;
  const differs = finals.length > 0 && finals.every((t) => t.outcome.kind === "differs" && t.plan.unused.length === 0 && !unrefutable(item, t, input));
  if (!differs || isConstrained(item, input)) return undefined;
  const found = failing(item, finals, input, (changed) => finals.every((t) => agreesUnder(changed, t, input)));
  return found.verdict === "fails" ? found : undefined;
}

/** The words before a formula; "and" goes on with those before the formula in front of it. */
function spokenBefore({ link: { statement } }: Item, text: string): string {
  const words = statement.prose + statement.lead;
  if (!/^[\s,]*and\s*$/.test(words)) return words;
  const { from } = statement.block.span;
  return lastFragment(text.slice(Math.max(0, from - BEFORE), from))
    .replace(/\$[^$]*\$/g, " ")
    .replace(/[\s,$]*and[\s$]*$/, " ");
}

const isQuantified = ({ left, right, quantified }: Item): boolean => [...allNames([left, right])].every((n) => quantified?.has(n));
const sentenceBehind = (text: string): string => text.split(/[.;:]/)[0];

/** Whether an equation or an order before it speaks of its names and defines nothing: the theorem may rest on it. */
function isConstrained(item: Item, input: JudgeInput): boolean {
  const names = new Set(allNames([item.left, item.right]));
  return input.groups.some(({ items }) =>
    items.some(
      (i) =>
        i.order < item.order &&
        (i.role === "given" || i.role === "soft") &&
        i.fact?.kind === "equation" &&
        [...allNames([i.left, i.right])].some((n) => names.has(n)),
    ),
  );
}
