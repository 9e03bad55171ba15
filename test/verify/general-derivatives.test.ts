/** Derivatives of any order of a function that has a formula. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const LET = String.raw`Let $f(x) = \frac{1}{2-x}$.`;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${LET} Then $$f^{(n)}(x) = \frac{n!}{(2-x)^{n+1}}$$`, "holds"],
  [String.raw`${LET} Then $$f^{(n)}(x) = \frac{n!}{(2-x)^{n}}$$`, "fails"],
  [String.raw`${LET} Then $$f^{(n)}(x) = \frac{(-1)^n n!}{(2-x)^{n+1}}$$`, "fails"],
  [String.raw`${LET} Then $f^{(n)}(1) = n!$.`, "holds"],
  [String.raw`${LET} Then $f^{(n)}(1) = n$.`, "fails"],
  [String.raw`Let $f$ be smooth. Then $$f^{(n)}(1) = n!$$`, "given"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
