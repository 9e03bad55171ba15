/** Inverse functions: what an equation with f^{-1} says of f, and derivatives of inverse functions. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const LET = "Let $f(x) = 2x^3 + 5$.";
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${LET} Then $f^{-1}(y) = \sqrt[3]{\frac{y-5}{2}}$.`, "holds"],
  [String.raw`${LET} Then $f^{-1}(y) = \sqrt[3]{\frac{y+5}{2}}$.`, "fails"],
  [String.raw`${LET} Then $f^{-1}(21) = 2$.`, "holds"],
  [String.raw`${LET} Then $f^{-1}(21) = 3$.`, "fails"],
  [String.raw`${LET} Since $f^{-1}(21) = 2$ we have $$(f^{-1})'(21) = \frac{1}{f'(2)} = \frac{1}{24}$$`, "holds"],
  [String.raw`${LET} So $f^{-1}(y) = \sqrt[3]{\frac{y-5}{2}}$ and $$(f^{-1})'(21) = \frac{1}{f'(3)}$$`, "fails"],
  [String.raw`Let $f(x) = e^{2x}$. Then $f^{-1}(y) = \log(y)/3$.`, "fails"],
  [String.raw`The inverse function of $\sigma(x) = \frac{1}{1+e^{-x}}$ is $\sigma^{-1}(y) = \log\frac{y}{1-y}$.`, "holds"],
  [String.raw`Let $\sigma(x) = \frac{1}{1+e^{-x}}$. Then $\sigma^{-1}(y) = \log\frac{1-y}{y}$.`, "fails"],
  [String.raw`For any such $f$ we have $$f(f^{-1}(x + 1)) = x + 1$$`, "holds"],
  [String.raw`For any such $f$ we have $$\left(f^{-1}\right)'(x) = \frac{1}{f'(f^{-1}(x))}$$`, "holds"],
  ["Let $f$ be invertible with $f(3) = 4$. Then $f^{-1}(4) = 3$.", "given"],
  [String.raw`In any group $$g^{-1}(ab) g = g^{-1} a b g$$`, "holds"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
