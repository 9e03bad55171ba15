/** Brackets and bars that stand for something else than grouping where the document says so: [x] as an integer part, a bar over digits. */
import { some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const INTEGER_PART = /\b(integer|integral|whole|fractional) parts?\b|\bgreatest integer\b|\bGauss(ian)? brackets?\b|\bfloor\b/i;
const DIGITS = /\bdigits?\b|\bdecimal (representation|notation)\b|\\overline\s*\{\s*[a-z]\s*[a-z]+\s*\}\s*=\s*10/i;

export const bracketMarks: Excuse = ({ link, left, right }, { text }) => {
  const tokens = [...link.left.tokens, ...link.right.tokens];
  if (tokens.some((t) => t.kind === "symbol" && t.text === "[") && INTEGER_PART.test(text))
    return unjudged("context/notation", "Not judged: square brackets may be integer parts here.");
  const { from, to } = link.statement.block.span;
  if (/\d\s*\\(text|mathrm)\s*\{\s*[eE]\s*\}\s*-?\s*\d/.test(text.slice(from, to)))
    return unjudged("context/notation", "Not judged: a letter between digits may be a power of ten.");
  const overDigits = [left, right].some((e) => some(e, (n) => n.op === "conj" && n.args[0]?.op === "mul"));
  const barred = overDigits || tokens.some((t) => t.kind === "command" && t.text === "overline");
  return barred && DIGITS.test(text) ? unjudged("context/notation", "Not judged: a bar over letters may join digits here.") : undefined;
};
