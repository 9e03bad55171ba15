/** Whether the words around an equation of its own do no more than state it: no task, no denial, no condition, in whatever language. */
import type { Item } from "../../derivation/facts/items";
import { lastFragment } from "../../document/cues";

/** Words that lead to a claim, by themselves in front of it. */
const LEADS =
  /^(?:(?:then|so|thus|hence|therefore|and|also|now|moreover|clearly|(?:we|one) (?:have|has|get|gets|obtain|obtains|know|use|see)(?: that)?|using|use|recall(?: that)?|note(?: that)?|it follows that|(?:by|from) (?:linearity|de morgan(?:'s (?:laws?|rules?))?|the (?:laws?|rules?|properties) of [a-z]+),?(?: (?:we|one) (?:have|has|get|gets))?|rules?|laws?|formula|identity|lemma|proof|theorem|step \d+)[\s,:]*)*$/i;
/** What may stand behind it in its sentence. */
const ENDS = /^(?:(?:and|for (?:all|any|every|positive|real|complex|square|an?)\b[^.;]{0,60})?[\s,]*)$/i;
/** Words of a task or a supposition that may stand further off. */
const ASKS =
  /\b(?:solve\w*|find all|determine|disprove\w*|true or false|counter-?examples?|which of|decide|for which|common (?:errors?|mistakes?)|fake|bogus|suppos\w*|assum\w*|orthogonal|perpendicular|characteristic|same|equal|small|approximat\w*|wahr oder falsch|gegenbeispiel|vrai ou faux|contre-exemple|verdadero o falso|vero o falso|waar of onwaar)\b|\\perp/i;
/** Characters before and behind in which these are looked for. */
const [BEFORE, BEHIND] = [300, 90];

export function isPlainlyStated({ link: { statement } }: Item, text: string): boolean {
  const { from, to } = statement.block.span;
  const near = text.slice(Math.max(0, from - BEFORE), from);
  const plain = (words: string): string => words.replace(/\$|\\[[(\])]|\n#.*\n/g, " ").trim();
  const before = plain(
    lastFragment(near)
      .split(/\n\s*\n/)
      .pop() ?? "",
  ).replace(/^[-*+]\s+|^#.*$|^\(?\w\)\s+/g, "");
  const behind = plain(text.slice(to, to + BEHIND).split(/[.;]|\n\s*\n/)[0]);
  return !ASKS.test(near) && LEADS.test(before.trim()) && ENDS.test(behind) && LEADS.test(statement.lead.trim());
}
