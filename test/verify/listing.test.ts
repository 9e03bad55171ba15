/** What names the entries of a vector claims nothing, and what stands elsewhere in a document does not change what follows for numbers. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  ["Let $$\\nu = (\\nu_1, \\nu_2).$$", "defines"],
  ["Let $w = (w_1, w_2)$, so $$w_1 + w_2 = w_2 + w_1.$$", "holds"],
  [
    "For $a = (2,0,1)$ and $b = (1,1,0)$ we have $a \\times b = (-1, 1, 2)$.\n\nThe equations are $$\\begin{pmatrix}1&1\\\\1&2\\end{pmatrix}\\begin{pmatrix}a\\\\b\\end{pmatrix} = \\begin{pmatrix}3\\\\5\\end{pmatrix},$$ with the solution $b = 2$.",
    "holds",
  ],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
