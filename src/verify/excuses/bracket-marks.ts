/** Brackets and bars that stand for something else than grouping where the document says so: [x] as an integer part, a bar over digits. */
import { some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { type Excuse, unjudged } from "./excuse";

const INTEGER_PART = /\b(integer|integral|whole|fractional) parts?\b|\bgreatest integer\b|\bGauss(ian)? brackets?\b|\bfloor\b/i;
const DIGITS = /\bdigits?\b|\bdecimal (representation|notation)\b|\\overline\s*\{\s*[a-z]\s*[a-z]+\s*\}\s*=\s*10/i;

/** A square with a sign behind it ends no proof. */
const SQUARE = /\\(square|Box)\s*(\\(iff|implies|Rightarrow|Longrightarrow|Leftrightarrow|cdot|leq?|geq?|neq|equiv|pmod)\b|[+=<>^-])/;

export const bracketMarks: Excuse = ({ link, left, right }, { text }) => {
  const tokens = [...link.left.tokens, ...link.right.tokens];
  if (tokens.some((t) => t.kind === "symbol" && t.text === "[") && INTEGER_PART.test(text))
    return unjudged("context/notation", "Not judged: square brackets may be integer parts here.");
  if ([link.left.tokens, link.right.tokens].some(groupsNothing))
    return unjudged("context/notation", "Not judged: square brackets around a lone letter group nothing, and what they mean is not said.");
  if ([left, right].every((e) => e.op === "number" && e.data?.bracket === "(" && /^\d{1,2}$/.test(e.name ?? "")))
    return unjudged("context/notation", "Not judged: lone numbers in parentheses may be labels of formulas.");
  const { from, to } = link.statement.block.span;
  if (/\d\s*\\(text|mathrm)\s*\{\s*[eE]\s*\}\s*-?\s*\d/.test(text.slice(from, to)))
    return unjudged("context/notation", "Not judged: a letter between digits may be a power of ten.");
  if (/\\(square|Box)\b/.test(text.slice(from, to)) && SQUARE.test(text))
    return unjudged("context/notation", "Not judged: a square stands for something in this document.");
  const overDigits = [left, right].some((e) => some(e, (n) => n.op === "conj" && n.args[0]?.op === "mul"));
  const barred = overDigits || tokens.some((t) => t.kind === "command" && t.text === "overline");
  return barred && DIGITS.test(text) ? unjudged("context/notation", "Not judged: a bar over letters may join digits here.") : undefined;
};

/** `[x]` as a term or a factor of its own: not E[X], a[n] or [F]_a^b. */
const groupsNothing = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t, i) =>
      t.text === "[" &&
      tokens[i + 1]?.kind === "letter" &&
      tokens[i + 2]?.text === "]" &&
      (!/^(letter|close|command)$/.test(tokens[i - 1]?.kind ?? "") || isBehindLimit(tokens, i)) &&
      !/^[)\]']$/.test(tokens[i - 1]?.text ?? "") &&
      !/^(sub|sup)$/.test(tokens[i + 3]?.kind ?? ""),
  );

/** `\lim_{…}` right before a place. */
function isBehindLimit(tokens: readonly Token[], at: number): boolean {
  const open = tokens.map((t) => t.kind).lastIndexOf("open", at);
  return tokens[at - 1]?.kind === "close" && tokens[open - 1]?.kind === "sub" && tokens[open - 2]?.text === "lim";
}
