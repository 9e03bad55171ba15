/** Words as left sides: in running text, "the area $= 40$" gives a value to the area and goes on with no chain. */
import type { Token } from "../../latex/tokens";

/** Words that lead on from what stood before: no quantity is called so. */
const CONNECTIVE =
  /^(is|are|was|be|being|equals?|which|so|thus|hence|then|and|or|but|therefore|that|gives?|giving|get|gets|got|obtain|obtains|obtained|yields?|to|have|has|we|this|these|it|its|as|by|also|finally|becomes?|where|namely|further|now|again|still|clearly|since|because|if|when|for|from|in|of|with|the|a|an|not|means?|implies|implying|simplif\w+|reduc\w+|evaluat\w+|comput\w+|calculat\w+|rewrit\w+|expand\w*|result\w*|ie|eg|say|let|just|simply|exactly|only|here|there|above|below|expression|equation|formula|side|sides|step|steps|answer|wrong|right|correct|mistake|line|lines|using|put|puts|putting|into|insert\w*|substitut\w+)$/i;

/** The word that ends the prose, or stands before "is" at its end, where it can name a quantity; undefined where it cannot. */
function nounAt(prose: string): string | undefined {
  const word = /(?:^|[\s(])([A-Za-z]{3,20})\s*(?:\s(?:is|are|was|were|be|being)\s*)?$/.exec(prose)?.[1];
  return word && !CONNECTIVE.test(word) ? word : undefined;
}

/** "the expected waiting time is: $$= …$$": before a display, a word that the sentence says what it is. */
const nounBefore = (prose: string): string | undefined => (/\b(is|are|was|were|be)\s*:?\s*$/.test(prose) ? nounAt(prose.replace(/\s*:?\s*$/, "")) : undefined);

/** "The speed is 53mph$\approx 79$ft/s": what is written right before the formula is its left side, and no formula of before. */
export const isWritten = (prose: string): boolean => /\d[\w.,%]*$/.test(prose);

/** Whether words that stand between two formulas of running text lead on from the first: "which is", "so". Other words speak of something else in between, and so do brackets. */
export const leadOn = (prose: string): boolean =>
  !/[()]/.test(prose) && (prose.match(/[\p{L}\d]+/gu) ?? []).every((word) => CONNECTIVE.test(word) || /ly$/.test(word) || /^[a-z\d]$/i.test(word));

/** A mark that nobody sees, so that one word in two places is two names. */
const unseen = (id: number): string => [...id.toString(2)].map((bit) => (bit === "1" ? "\u2060" : "\u200b")).join("");

/** The word before a formula that begins with a relation sign, as a token that is a name of its own. */
export function nounOperand(prose: string, display: boolean, at: number, id: number): Token[] | undefined {
  const noun = display ? nounBefore(prose) : nounAt(prose);
  return noun ? [{ kind: "text", text: `${noun}${unseen(id)}`, from: at, to: at, made: true }] : undefined;
}
