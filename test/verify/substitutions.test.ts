/** What is put into equations: accused where the result excludes all their solutions; and terms that earlier equations give a value. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("putting into an equation", () => {
  it.each([
    [
      "a formula",
      String.raw`$\frac{p + d}{p - 2} = \frac{p + 2d + 3}{p + d}$. Substituting $d = 20 - p$, we get $\frac{20}{p - 2} = \frac{43 - p}{20}$.`,
      "holds",
    ],
    [
      "a formula, wrongly",
      String.raw`$\frac{p + d}{p - 2} = \frac{p + 2d + 3}{p + d}$. Substituting $d = 20 - p$, we get $\frac{20}{p - 2} = \frac{23 - p}{20 - p}$.`,
      "fails",
    ],
    [
      "a number",
      String.raw`$2p + 3q = 12$ and $p - q = k$. Substituting $p = q + k$ into the first gives $5q + 2k = 12$. Plugging in $k = 1$ we get $5q + 3 = 12$.`,
      "fails",
    ],
    ["this", String.raw`$r + rs = 2$. Also, $3rs = 12$, so $rs = 4$. Substituting this into equation 1: $r + 4r = 2$.`, "fails"],
    [
      "solutions of a system",
      String.raw`We get $\frac{x}{14} + \frac{y}{6} = \frac12$.

Then, $\frac{y}{14} + \frac{x}{6} = 1$.

Solving the system of equations, we find $x = \frac{11}{10}$.`,
      "fails",
    ],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it.each([
    ["another value beside it", String.raw`Let $m = 3$. $m u + v = 12$. Substituting $u = 2v$, we get $7v = 12$.`],
    ["a test", String.raw`$u + v = 12$. Testing, we substitute $u = 2$ to check: $2 + v = 11$.`],
    ["what it is put into", String.raw`$u = 2v$ and $u + v = 9$. Substitute $u = 2v$ into $u^2 + v = 40$: this is another problem.`],
    ["what is multiplied", String.raw`$u v = 12$ and $u w = 1$. Multiplying $u v^2 = 3$ by two gives $2 u v^2 = 6$.`],
    ["a case", String.raw`$u v = 12$. If $v = 3$, substituting gives $u = 4$. If $v = 2$, substituting gives $u = 6$.`],
    [
      "a value of before a formula for the same name",
      String.raw`The real root is $z = -1$. For $z^2 - z + 1 - \frac{1}{z} + \frac{1}{z^2} = 0$ let $z = \text{cis } \theta$, use $z + \frac{1}{z} = 2\cos\theta$. Substituting: $4\cos^2\theta - 2 - 2\cos\theta + 1 = 0$, giving $4\cos^2\theta - 2\cos\theta - 1 = 0$.`,
    ],
  ])("is accused of nothing: %s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });
});

describe("terms with a value", () => {
  const integrals = (sum: string) =>
    String.raw`We have $$\int_0^{2} w(t)\,dt = \frac{1}{2}(2)(1) = 1$$ and $$\int_{2}^{3} w(t)\,dt = -\frac{1}{2}(3)(2) = -3.$$ Thus $$P = \int_{0}^{3} w(t)\,dt = \int_0^{2} w(t)\,dt + \int_{2}^{3} w(t)\,dt = ${sum}$$`;
  it.each([
    ["right", integrals("1 - 3"), "holds"],
    ["wrong", integrals("1 - 4"), "fails"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("money and units", () => {
  it.each([
    [
      "words of vague units on both sides",
      String.raw`\[ 156 \text{ charges/year} \times 0.78 \text{ dollars/charge} = 120.48 \text{ dollars/year} \]`,
      "fails",
    ],
    ["vague units that are converted", String.raw`\[ 3 \text{ years} = 1095 \text{ days} \]`, "unchecked"],
    ["a name with a title", String.raw`\[ \text{Price paid by Mr. Lee} = 3 \cdot 4 \]`, "defines"],
    ["two prices are no formula", "Cost = $0.24 * 20,000 = $4,800", undefined],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});
