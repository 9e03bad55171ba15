/** Steps for which the usual worlds say nothing: limits that overflow, integrals that converge for positive numbers only, cases one after the other. */
import { expect, test } from "vitest";
import { verdicts } from "./run";

test.each<[string, string]>([
  [String.raw`$$\lim_{h \to 0} 5 = 5$$`, "holds"],
  [String.raw`$$\lim_{n \to \infty} \frac{(n+1)^2}{5^{n+1}} \cdot \frac{5^n}{n^2} = \frac15$$`, "holds"],
  [String.raw`$$\lim_{n \to \infty} \frac{(n+1)^2}{5^{n+1}} \cdot \frac{5^n}{n^2} = \frac16$$`, "fails"],
  [String.raw`$$\lim_{n \to \infty} \frac{|x|^{n+1}}{|x|^n} \cdot \frac{n!}{(n+1)!} = 0$$`, "holds"],
  [String.raw`$$\lim_{n \to \infty} \frac{(n + 2)!}{n^2\, n!} = 1$$`, "holds"],
  [String.raw`$$\lim_{x \to 0} \frac{1/x^4}{e^{1/x^2}} = 0$$`, "holds"],
  [String.raw`$$\int_0^\infty e^{-st}\,dt = \frac{1}{s}$$`, "holds"],
  [String.raw`$$\int_0^\infty e^{-st}\,dt = \frac{2}{s}$$`, "fails"],
])("%s is %s", (text, expected) => {
  expect(verdicts(text)).toEqual([expected]);
});

test("the case at hand counts, not the one before it", () => {
  const text = String.raw`We know that $|u| = u$ for $u \ge 0$ and $|u| = -u$ for $u < 0$. Thus for $u > 0$ $$\frac{|u|}{u} = \frac{u}{u}$$`;
  expect(verdicts(text).slice(-1)).toEqual(["holds"]);
});

test("that a sequence is constant says nothing of its terms on both sides", () => {
  const text = String.raw`Suppose $c_n = 3$ for all $n$. Then $$\frac{c_n + 6}{3} - 3 = \frac{c_n - 3}{5}$$`;
  expect(verdicts(text).slice(-1)).not.toEqual(["holds"]);
});

test("what multiplies a pole is no root of an equation", () => {
  const text = String.raw`Suppose $$\frac{u + 3w + 5}{3} = \frac{3}{\frac1u + \frac{1}{3w} + \frac15}.$$ Then $$\frac1u + \frac{1}{3w} + \frac15 = \frac{u + 3w + 5}{3 (\frac1u + \frac{1}{3w} + \frac15)}$$`;
  expect(verdicts(text).slice(-1)).not.toEqual(["holds"]);
});

test.each<[string, string[]]>([
  [String.raw`Let $a,$ $b,$ and $c$ be positive real numbers. $$\sqrt{a^2 b^2 c^2} = abc$$`, ["holds"]],
  [
    String.raw`\[ \text{Number of all the apples that were left over} = 3 \times 4 = 12 \]

\[ \text{Number of all the pears that were left over} = 20 - 12 = 8 \]`,
    ["defines", "holds", "defines", "holds"],
  ],
])("%s", (text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test.each<[string, string[]]>([["an equation written anew wrongly", ["given", "fails"]]])("%s", (_, expected) => {
  const text = String.raw`The ellipse $4u^2 + 9w^2 = 36$ simplifies to $\frac{u^2}{9} + \frac{w^2}{16} = 1$.`;
  expect(verdicts(text)).toEqual(expected);
});

test("a root that another paragraph found is no value of an equation in several unknowns", () => {
  const text = String.raw`We solve $u^2 = 9$ and take $u = 3$.

The ellipse $4u^2 + 9w^2 = 36$ simplifies to $\frac{u^2}{9} + \frac{w^2}{16} = 1$.`;
  expect(verdicts(text).slice(-1)).not.toEqual(["holds"]);
});

test("what is set to zero was worked out first", () => {
  const text = String.raw`Let $h(t) = v t - \frac12 g t^2$. It is largest when $h'(t) = v - 2 g t = 0$.`;
  expect(verdicts(text)).toEqual(["defines", "fails", "given"]);
});
