/** Values of functions that running text gives by several formulas, each for some arguments. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) => stepsOf(check(text)).at(-1);

const strict = R`Let $g(x) = x^2$ for $x < 1$ and $g(x) = 2x + 1$ for $x \ge 1$. `;
const closed = R`Let $h(t) = t^2$ for $0 \le t \le 2$ and $h(t) = 6 - t$ for $2 \le t \le 6$. `;
const sets = R`Let $u(x) = x^3$ when $x \in [0, 1)$ and $u(x) = 3x$ when $x \in [1, 4]$. `;
const before = R`For $x < 0$ we have $v(x) = -x$, and for $x > 0$ we have $v(x) = 2x$. `;
const distribution = R`$F(x) = 0$ for $x < 0$, $F(x) = x^2$ for $0 \le x \le 1$ and $F(x) = 1$ for $x > 1$. `;

describe("the formula of the argument", () => {
  it.each([
    [strict, "So $g(0.5) = 0.25$.", "holds"],
    [strict, "So $g(0.5) = 2$.", "fails"],
    [strict, "So $g(2) = 5$.", "holds"],
    [strict, "So $g(2) = 4$.", "fails"],
    [closed, "So $h(1) = 1$.", "holds"],
    [closed, "So $h(1) = 5$.", "fails"],
    [closed, "So $h(5) = 1$.", "holds"],
    [closed, "So $h(5) = 25$.", "fails"],
    [sets, "So $u(0.5) = 0.125$.", "holds"],
    [sets, "So $u(0.5) = 1.5$.", "fails"],
    [sets, "So $u(2) = 6$.", "holds"],
    [before, "So $v(-2) = 2$.", "holds"],
    [before, "So $v(-2) = -4$.", "fails"],
    [distribution, "So $F(0.5) = 0.25$.", "holds"],
    [distribution, "So $F(0.5) = 1$.", "fails"],
    [distribution, "So $F(2) = 4$.", "fails"],
  ])("%s%s %s", (text, claim, verdict) => {
    expect(last(`${text}\n\n${claim}`)?.verdict).toBe(verdict);
  });
});

it("takes nothing for shown in no world", () => {
  const text = "Let $u(t) = 2t$ for all $t$. When $x \\in [0, 1)$ it is nice and when $x \\in [1, 4]$ it is not.";
  expect(last(`${text}\n\nSo $u(0.5) + x - x = 1.5$.`)?.verdict).toBe("given");
});

describe("ranges that are not read", () => {
  it.each([
    ["$f(x) = x^2$ on the left half and $f(x) = 2x + 1$ on the right half. ", "So $f(0.5) = 2$."],
    ["$f(x) = x^2$ for small $x$ and $f(x) = 2x + 1$ for large $x$. ", "So $f(0.5) = 2$."],
    ["$f(x) = 1$ if $x$ is rational and $f(x) = 0$ if $x$ is irrational. ", "So $f(1/2) = 0$."],
  ])("%s%s", (text, claim) => {
    expect(last(`Let ${text}\n\n${claim}`)).toMatchObject({ verdict: "unchecked", code: "context/piece" });
  });

  it.each([
    ["Let $f(x) = x + 1$ for $x > 0$.", "Then $f(0) = 0$."],
    ["Let $f(x) = x + 1$ for $x > 0$.", "Then $f(-2) = 3$."],
    ["Let $f(x) = x + 1$ for $x > 0$ and $f(x) = 2x$ for $x < 0$.", "Then $f(0) = 1$."],
  ])("reach no other argument: %s %s", (text, claim) => {
    expect(last(`${text}\n\n${claim}`)?.verdict).toBe("unchecked");
  });

  it("do not matter for a function with one formula", () => {
    expect(last("Let $f(x) = x^2$ on $[0, 1]$.\n\nSo $f(0.5) = 0.25$.")?.verdict).toBe("holds");
    expect(last("Let $f(x) = x^2$ on $[0, 1]$.\n\nSo $f(0.5) = 0.5$.")?.verdict).toBe("fails");
  });
});

describe("formulas that are joined to one function", () => {
  const square = "Let $f(x) = x^2$ on $[0, 1]$ and $f(x) = 2x + 1$ on $(1, 2]$. ";
  const rest = "Let $f(x) = x^2$ if $x < 1$, and $f(x) = 2x + 1$ otherwise. ";
  const zero = "Let $f(x) = 3x^2$ for $0 < x < 1$, and zero elsewhere. ";
  const apart = "Let $f(x) = x$ for $x \\in [0, 1)$, $f(x) = 3 - x$ for $x \\in [1, 3)$, and $f(x) = 0$ for $x \\ge 3$. ";
  const displays = "Let\n$$ f(x) = 0, \\quad x < 1, $$\n$$ f(x) = \\frac{x-1}{3}, \\quad 1 \\le x \\le 4, $$\n$$ f(x) = 1, \\quad x > 4. $$\n";
  const before = "For $0 \\le x \\le 1$,\n$$ f(x) = \\int_0^x 2 \\, dt = 2x, $$\nand for $1 < x \\le 2$,\n$$ f(x) = 3 - x. $$\n";
  const differing = "Let $f(x) = x$ for $0 \\le x \\le 1$ and $f(x) = 3x$ for $1 \\le x \\le 2$. ";
  it.each([
    [square, "f(0.5) = 0.25", "holds"],
    [square, "f(0.5) = 2", "fails"],
    [square, "f(2) = 5", "holds"],
    [square, "\\int_0^2 f(x) \\, dx = \\int_0^1 x^2 \\, dx + \\int_1^2 (2x + 1) \\, dx", "holds"],
    [square, "\\int_0^2 f(x) \\, dx = \\int_0^1 x^2 \\, dx + \\int_1^2 (2x - 1) \\, dx", "fails"],
    [rest, "f(0.5) = 0.25", "holds"],
    [rest, "f(0.5) = 2", "fails"],
    [rest, "f(3) = 7", "holds"],
    [rest, "f(3) = 9", "fails"],
    [zero, "f(2) = 0", "holds"],
    [zero, "f(2) = 12", "fails"],
    [zero, "\\int_{-\\infty}^\\infty x f(x) \\, dx = \\frac34", "holds"],
    [apart, "f(2) = 1", "holds"],
    [apart, "f(1) = 1", "fails"],
    [apart, "f(5) = 0", "holds"],
    [displays, "f(2) = \\frac13", "holds"],
    [displays, "f(2) = \\frac23", "fails"],
    [displays, "f(9) = 1", "holds"],
    [before, "f(0.5) = 1", "holds"],
    [before, "f(1.5) = \\frac32", "holds"],
    [before, "f(1.5) = 3", "fails"],
    // which formula is meant at the end that both have is not said
    [differing, "f(1) = 3", "unchecked"],
    [differing, "f(1) = 1", "unchecked"],
    [differing, "f(2) = 6", "holds"],
    // a formula for all values stands before those for some
    ["Let $f(x) = \\max(x, x^2)$. For $0 \\le x \\le 1$ we have $f(x) = x$, and for $x > 1$ we have $f(x) = x^2$. ", "f(2) = 4", "holds"],
    // another function by the same letter
    [`${square}Now let $f(x) = 4$ for $x < 0$ and $f(x) = x$ for $x > 0$. `, "f(0.5) = 0.5", "holds"],
  ])("%s%s", (text, claim, verdict) => expect(last(`${text}\n\nThen $${claim}$.`)?.verdict).toBe(verdict));
});
