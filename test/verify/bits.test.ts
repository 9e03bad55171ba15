/** Documents that measure in bits, the entropy of a probability, products with dots between letters, other things of a sentence, and conditions joined by "or". */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const all = (text: string) => stepsOf(check(text));
const DIE = R`For a fair die, $p(x) = 1/6$ for all $x$. `;

it.each([
  [R`Let $I(p) = -\log p$ in bits. Then $I(1/8) = 3$ bits.`, "holds"],
  [R`Let $I(p) = -\log p$ in bits. Then $I(1/8) = 4$ bits.`, "fails"],
  [R`Let $H(p) = -p\log p - (1-p)\log(1-p)$ be the entropy in bits. Then $H(1/2) = 1$.`, "holds"],
  [R`Let $H(p) = -p\log p - (1-p)\log(1-p)$ be the entropy in bits. Then $H(1/4) \approx 0.95$.`, "fails"],
  [R`$$\prod_{k=m}^{n} b_k = b_m \cdot b_{m+1} \cdots b_n$$`, "holds"],
  [R`$$\prod_{k=m+1}^{n} b_k = b_{m+1} \cdots b_n$$`, "holds"],
  [R`$$\lim_{n \to \infty} \prod_{k=m}^{n} b_k = \lim_{n \to \infty} (b_m \cdot b_{m+1} \cdots b_n)$$`, "holds"],
  [R`${DIE}Let's say we have an unfair die and $p(1) = 0.5$.`, "unchecked"],
  [R`${DIE}For an unfair die $p(1) = 0.5$.`, "given"],
  [R`${DIE}Hence $p(1) = 0.5$.`, "fails"],
])("%s: %s", (text, verdict) => expect(all(text).at(-1)?.verdict).toBe(verdict));

it.each([[R`The output can have values $< 0$ or $> 1$, which is unnatural.`], [R`Zero is allowed, i.e. $\ge 0$ not $> 0$.`]])("%s accuses nobody", (text) =>
  expect(all(text).map((s) => s.verdict)).not.toContain("fails"),
);
