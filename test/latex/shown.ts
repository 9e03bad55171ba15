/** Tokens as short words, and arbitrary text that looks like LaTeX, for tests. */
import fc from "fast-check";
import type { Token } from "../../src/latex/tokens";

const R = String.raw;

/** A token as a short word. */
const short = (token: Token): string => {
  if (token.kind === "command") return `\\${token.text}`;
  if (token.kind === "text") return `"${token.text}"`;
  return token.kind === "begin" || token.kind === "end" ? `${token.kind}:${token.text}` : token.text;
};
/** Tokens as words between spaces. */
export const shown = (tokens: readonly Token[]): string => tokens.map(short).join(" ");

const pieces = [
  ..."abx12+-=_^&{}[]()$%#\n .,'|".split(""),
  R`\\`,
  R`\frac`,
  R`\a`,
  R`\b`,
  R`\left`,
  R`\right.`,
  R`\begin{aligned}`,
  R`\end{aligned}`,
  R`\text{`,
  R`\def`,
  R`\newcommand`,
  "#1",
  R`\let`,
  "≤",
  "😀",
  R`\ifx`,
  R`\else`,
  R`\fi`,
  "\\",
];
/** Text that may be anything, with the signs of LaTeX often. */
export const latexish = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
);
