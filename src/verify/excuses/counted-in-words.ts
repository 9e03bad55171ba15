/** "250 rad ≈ 40 revolutions", "10 rad/s ≈ 95 RPM": the number on the right counts what the words behind it name, in no unit that was read. */
import { hasUnits } from "../../notation/arithmetic/units";
import { type Excuse, unjudged } from "./excuse";

/** Characters behind the number. */
const NEAR = 60;
/** A word in a box or behind the formula; none that goes on with the sentence. */
const WORD =
  /^\s*(?:\\[,;:! ]|~|\\q?quad)*\s*(?:\\(?:text|mathrm|textrm|mbox)\s*\{\s*[^}\d]*[A-Za-z]|(?:\$|\\\))?\s*(?!(?:and|or|so|which|that|where|when|if|as|is|are|at|by|for|from|in|of|on|to|with|the|this|we|but|then|since|because|per)\b)[A-Za-z]{3,})/;

export const countedInWords: Excuse = ({ relation, left, right, link }, { text }) => {
  if (!/^[=≈]$/.test(relation) || !hasUnits(left) || hasUnits(right) || right.op !== "number") return undefined;
  return WORD.test(text.slice(link.right.to, link.right.to + NEAR))
    ? unjudged("context/units", "Not judged: what the number on the right counts is said in words.")
    : undefined;
};
