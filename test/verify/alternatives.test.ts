/** Cases that a text takes one after the other: what was supposed in one is over in the next. */
import { describe, expect, it } from "vitest";
import { formula } from "../../src/derivation/reading/formula";
import { exclude } from "../../src/derivation/scopes/alternatives";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;

describe("conditions that no number meets", () => {
  it.each([
    ["x < 0", "x \\ge 0", true],
    ["x < a", "x > a", true],
    ["0 < x", "x \\le 0", true],
    ["x < -1", "x = 2", true],
    ["x = 1", "x \\ne 1", true],
    ["x > \\frac12", "x < \\frac13", true],
    ["|x| < 1", "|x| > 1", true],
    ["|x| < 1", "x > 1", false],
    ["x \\ne 0", "x = 1", false],
    ["x \\ge 0", "x \\le 0", false],
    ["x > 0", "x > 1", false],
    ["x > 0", "y < 0", false],
    ["x < 3", "x > 2", false],
    ["x < 3", "x \\ne 4", false],
  ])("%s beside %s", (a, b, expected) => {
    expect(exclude(formula(a), formula(b))).toBe(expected);
    expect(exclude(formula(b), formula(a))).toBe(expected);
  });
});

it("the second case counts, not the first", () => {
  const text =
    String.raw`Let $f(x) = \\begin{cases} 0 & x < 0 \\\\ 2x & x \\ge 0 \\end{cases}$. If $x < 0$, we have $f(x) = 0$. If $x \\ge 0$, we have $f(x) = 2x$.`.replaceAll(
      "\\\\",
      "\\",
    );
  expect(stepsOf(check(text)).filter((s) => s.verdict === "fails")).toEqual([]);
});

it("the next case says nothing of the step before it", () => {
  const text = String.raw`When $x > 0$, $$\frac{|x| - |0|}{x - 0} = \frac{x - 0}{x - 0} = 1.$$ When $x < 0$, $$\frac{|x| - |0|}{x - 0} = \frac{-x - 0}{x - 0} = -1.$$`;
  expect(stepsOf(check(text)).filter((s) => s.verdict === "fails")).toEqual([]);
});

it("a number for a function at a known place is its value there", () => {
  const text = String.raw`With $h = \frac14$ the rule gives $A(h) = 2.731$ and $A(h/2) = 2.742$. Let $c(t) = 5$. Then $c(3) = 6$.`;
  expect(stepsOf(check(text)).map((s) => s.verdict)).toEqual(["defines", "given", "given", "defines", "fails"]);
});

describe("what was said in one case is not meant in the next", () => {
  it.each([
    [
      "rates of change, by pieces",
      R`For $0 \le t \le 3$, $r'(t) = 4$ and $r(0) = 0$, so $r(t) = 4t$.

For $3 \le t \le 6$: $r'(t) = 4\cos(\pi t)$, $r(3) = 12$.`,
    ],
    [
      "a distribution function, by pieces",
      R`For $0 \le u \le 1$, $$G(u) = \int_0^u s\,ds = \frac{u^2}{2}.$$ For $1 \le u \le 2$, $$G(u) = G(1) + \int_1^u (2 - s)\,ds = \frac12 + 2(u - 1) - \frac{u^2 - 1}{2}.$$ For $2 \le u \le 3$, $$G(u) = G(2) = 1.$$`,
    ],
    [
      "a probability",
      R`If $q = \frac13$, then $P(B_n) = \frac13$.

If $q = 0$, we get $c = \frac12$. Thus $P(B_n) = 1$.`,
    ],
  ])("%s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });

  it("but in the same case, and a value within its range", () => {
    expect(
      verdicts(R`For $0 \le u \le 1$, $$G(u) = \frac{u^2}{2}.$$ For $1 \le u \le 2$, $$G(1) + \int_1^u \frac12\,ds = \frac13 + \frac{u - 1}{2}.$$`),
    ).toContain("fails");
  });
});
