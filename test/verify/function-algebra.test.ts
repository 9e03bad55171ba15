/** Functions made of functions: sums, products and compositions, named or not. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const LET = "Let $f(x) = x^2$ and $g(x) = x + 1$.";
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${LET} Then $$ (f \circ g)(x) = (x+1)^2 $$`, "holds"],
  [String.raw`${LET} Then $$ (f \circ g)(x) = f(g(x)) = x^2 + 1 $$`, "fails"],
  [String.raw`${LET} Then $$ (g \circ f)(2) = g(f(2)) = 5 $$`, "holds"],
  [String.raw`${LET} Let $h = f - g$. Then $$ h(1) = f(1) - g(1) = -1 $$`, "holds"],
  [String.raw`${LET} Let $h = f - g$. Then $$ h(1) = f(1) + g(1) $$`, "fails"],
  [String.raw`${LET} Let $k = g \circ f$. Then $$ k(2) = f(g(2)) = 9 $$`, "holds"],
  [String.raw`${LET} Let $k = g \circ f$. Then $$ k(x) + g(x) = x^2 + x + 2 $$`, "holds"],
  [String.raw`${LET} Let $k = g \circ f$. Then $$ k(x) + g(x) = x^2 + x + 3 $$`, "fails"],
  [String.raw`${LET} Then $$ (fg)'(2) = f'(2) g(2) + f(2) g'(2) = 16 $$`, "holds"],
  [String.raw`${LET} Then $$ (fg)'(2) = f'(2) g'(2) $$`, "fails"],
  [String.raw`Let $y(x)$ solve $y' = (1 + y)(x)$. Then $$ \frac{y'}{1 + y} = x $$`, "holds"],
  [String.raw`Let $f_1(x) = x^2$ and $f_2(x) = \cos x$. Setting $f_3 = f_1 \cdot f_2$ we get $\sin(f_3(x)) = \sin(x^2 \cos x)$.`, "holds"],
  [String.raw`Let $f_1(x) = x^2$ and $f_2(x) = \cos x$. Setting $f_3 = f_1 \cdot f_2$ we get $\sin(f_3(x)) = \sin(x \cos x)$.`, "fails"],
  ["A map is $f \\colon \\mathbb{R}^2 \\to \\mathbb{R}$.", "given"],
  ["A map is $S \\circ T: U \\rightarrow W$.", "given"],
  [String.raw`Let $f : \mathbb{R} \to \mathbb{R}$ and $f(x) = 3x^2$. Then $f'(x) = 5x$.`, "fails"],
  [String.raw`The identity transformation has $I_W(\mathbf{w}) = \mathbf{w}$. So $$S(I_V(S^{-1}(\mathbf{w}))) = S(S^{-1}(\mathbf{w}))$$`, "holds"],
  [String.raw`Let $a \circ b$ be the product of $a$ and $b$ in a group. $$ a \circ b = b \circ a $$`, "unchecked"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
