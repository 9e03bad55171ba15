/** Broken documents: cut, doubled, spliced, with odd characters. */
import type { Dice } from "./dice";
import { caseOf } from "./draw";

const PIECES = [
  "$",
  "$$",
  "{",
  "}",
  "\\",
  "\\frac",
  "\\frac{",
  "^",
  "_",
  "&",
  "\\\\",
  "=",
  "\\left(",
  "\\right)",
  "\\left.",
  "\\begin{aligned}",
  "\\end{aligned}",
  "\\begin{cases}",
  "\n\n",
  "`",
  "```",
  "%",
  "é😀",
  "\u200b",
  "\u0000",
  "(",
  ")",
  "[",
  "]",
  "|",
  "'",
  "''",
  "!",
  "\\sum_",
  "\\sum_{i=1}^",
  "\\int_0^",
  "\\text{if }",
  "<!--",
  "-->",
  "\r\n",
  "\\def\\x{\\x}",
  "\\newcommand{\\y}[1]{\\y{#1}\\y{#1}}",
  "\\x",
  "\\y{1}",
  "1e999",
  "9".repeat(40),
  "0",
  "-",
  "\\infty",
  "\\cdots",
  "\\to",
  "\\implies",
  "\\mid",
  "\\partial",
  "\\prime",
  "d",
  "\\sqrt[",
  "\\begin{pmatrix}",
  "\\mathbb{E}",
  "^{-1}",
  "^T",
  "\\pm",
  "\\binom",
  "\\lim_{x \\to 0}",
  "\\item",
  "# ",
  "> ",
  "\t",
  "\\iffalse",
  "\\verb|",
  "𝑥",
  "−",
  "≤",
  "∑",
  "²",
  "％",
  "\u2028",
  "\ud800",
];

/** A document made by breaking those of a few cases. */
export function brokenText(d: Dice): string {
  const take = () => caseOf(d.int(0, 20_000)).text;
  let text = take();
  for (let edits = d.int(1, 6); edits > 0; edits--) {
    const at = d.int(0, text.length);
    const to = Math.min(text.length, at + d.int(0, 30));
    switch (d.int(0, 5)) {
      case 0:
        text = text.slice(0, at) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, to) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + d.pick(PIECES) + text.slice(d.chance(0.5) ? at : to);
        break;
      case 3: {
        const other = take();
        text = text.slice(0, at) + other.slice(d.int(0, other.length));
        break;
      }
      case 4:
        text = text.slice(0, at) + text.slice(at, to).repeat(d.int(2, 12)) + text.slice(to);
        break;
      default:
        text = d.chance(0.5) ? text.slice(0, at) : text.slice(at);
    }
  }
  return text.slice(0, 3000);
}
