/** Identities in running text: one stroke from true they are slips; equations to solve they are not. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(text)).at(-1);

describe("an identity with one wrong stroke", () => {
  it.each([
    ["of functions of one name", String.raw`Solve $2\sin^2 t + \cos t = 1$. Using $\sin^2 t = 2 - \cos^2 t$`, "1 - \\cos^2 t"],
    ["behind a definition", String.raw`Let $u = \arccos s$. Then $\sin u = \sqrt{1 - s^2}$, and $\tan(\arccos s) = \frac{\sqrt{1-s^3}}{s}$.`, "-s^2"],
    ["of what a formula defines", String.raw`Let $w = a + ib$ with real $a$ and $b$. Also $w + \bar w = 3a$.`, "2a"],
    [
      "of terms of a sequence",
      String.raw`Let $c_n = \frac{3^n}{n!}$. Then $\frac{c_{n+1}}{c_n} = \frac{3^{n+1}}{(n+1)!}\cdot\frac{3^n}{n!}$.`,
      "\\frac{n!}{3^n}",
    ],
  ])("is a slip: %s", (_, text, mended) => {
    const step = last(text);
    expect(step?.verdict).toBe("fails");
    expect(step?.fixes?.[0]?.title).toContain(mended);
  });

  it.each([
    ["where it is solved", String.raw`Solve the equation $\sin 2t = 2\sin t\cos 2t$.`],
    ["where it is supposed", String.raw`Suppose $\sin^2 t = 2 - \cos^2 t$.`],
    ["where no stroke makes it one", String.raw`Let $v = 3t$. Then $v + 1 = 5t$.`],
  ])("is taken as given %s", (_, text) => {
    expect(last(text)?.verdict).toBe("given");
  });
});

it("takes a step at all values that its names have, not only at the nearest", () => {
  const [, , , step] = stepsOf(check(String.raw`For this ellipse we have $a = 13$, $b = 5$ and $c = \sqrt{a^2 - b^2} = 12$.`));
  expect(step).toMatchObject({ verdict: "holds", left: "\\sqrt{a^{2} - b^{2}}" });
});

it.each([
  [
    "a number that a chain passes over",
    String.raw`$$\sum_{k=1}^n \frac{1}{k(k+1)} = \sum_{k=1}^n\left(\frac1k - \frac{1}{k+1}\right) = 1 = \frac{n}{n+1}.$$`,
    1,
  ],
  [
    "a value at a place that has a formula",
    String.raw`Let $f(x) = x^TQx + b^Tx$ with symmetric $Q$. The minimum is at $x^* = -\frac12 Q^{-1}b$, and $$f(x^*) = -\frac12 b^TQ^{-1}b.$$`,
    -1,
  ],
  ["a formula in a row of formulas", String.raw`$$(2a^3)^4 = 17a^{12}, \qquad \sqrt{a^6} = a^3 \text{ for } a > 0.$$`, 0],
])("accuses %s", (_, text, at) => expect(stepsOf(check(text)).at(at)?.verdict).toBe("fails"));

const SUM = String.raw`**1.** Find $\sum_{k=1}^\infty \frac{1}{k(k+3)}$.

*Solution.* By partial fractions `;

it.each([
  ["in the same names", String.raw`${SUM}$$\frac{1}{k(k+3)} = \frac{1}{k} - \frac{1}{k+3}$$`, "fails"],
  ["in the same names, rightly", String.raw`${SUM}$$\frac{1}{k(k+3)} = \frac13\left(\frac{1}{k} - \frac{1}{k+3}\right)$$`, "holds"],
  ["with numbers that are looked for", String.raw`${SUM}$$\frac{1}{k(k+3)} = \frac{A}{k} - \frac{B}{k+3}$$`, "given"],
])("partial fractions are an identity: %s", (_, text, verdict) => expect(last(text)?.verdict).toBe(verdict));

it("a factor before the whole of a sum is offered first", () =>
  expect(last(String.raw`${SUM}$$\frac{1}{k(k+3)} = \frac{1}{k} - \frac{1}{k+3}$$`)?.fixes?.[0]?.title).toBe("Multiply the right side by $\\frac{1}{3}$"));

const OPTIMUM = String.raw`so the optimum is $s = r$.`;
it.each([
  [String.raw`$$\frac{\partial}{\partial s}\left(\log\frac{r}{s} + \frac{s^2}{2r^2}\right) = -\frac1s + \frac{s}{r^2}$$ ${OPTIMUM}`, "holds"],
  [String.raw`$$\frac{\partial}{\partial s}\left(\log\frac{r}{s} + \frac{s^2}{2r^2}\right) = -\frac1s + \frac{s}{2r^2}$$ ${OPTIMUM}`, "fails"],
  [String.raw`$$\frac{\partial}{\partial s}\left(\log\frac{r}{s} + \frac{s^2}{2r^2}\right) = 0$$ ${OPTIMUM}`, "given"],
])("the derivative of a formula is worked out, whatever is solved behind it: %s", (text, verdict) =>
  expect(stepsOf(check(text)).find((s) => s.relation === "=")?.verdict).toBe(verdict),
);

const GEOMETRIC = String.raw`Let $P(X = k) = p(1-p)^{k-1}$ for $k = 1, 2, \dots$.`;
it.each([
  [String.raw`${GEOMETRIC} For $p = \frac13$, $\operatorname{Var}(X) = \frac{1-p}{p^2} = 6$.`, "holds"],
  [String.raw`${GEOMETRIC} For $p = \frac13$, $\operatorname{Var}(X) = \frac{1-p}{p^2} = 2$.`, "fails"],
  [String.raw`${GEOMETRIC} Suppose that $\operatorname{Var}(X) = \frac{1-p}{p^2} = 2$.`, "given"],
])("a moment is worked out where its parameter has a value: %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));
