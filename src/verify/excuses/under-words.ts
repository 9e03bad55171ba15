/** Conditions in the words of a row, `\\text{when $x$ is positive}`: what they say of its names is not read, so a value that refutes the row may be none of theirs. */
import { isNumber } from "../../derivation/names/all-names";
import { type Excuse, unjudged } from "./excuse";

/** Characters in which the end of a row is looked for. */
const FAR = 120;
/** A box that opens with a word for a condition and goes on. */
const CONDITION =
  /^[\s&,]*\\(?:mbox|text|textrm|textnormal|hbox)\s*\{\s*,?\s*(?:when|whenever|if|provided|as long as|only for|for (?:positive|negative))\b[^}]*\w/i;

export const underWords: Excuse = ({ link, left, right }, { text }) => {
  if (isNumber(left) && isNumber(right)) return undefined;
  const end = link.statement.links[link.statement.links.length - 1].right.to;
  return CONDITION.test(text.slice(end, end + FAR)) ? unjudged("context/words", "Not judged: it is said under a condition in words.") : undefined;
};
