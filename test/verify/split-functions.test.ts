/** Functions taken apart as if they were linear, and equations that are said for all values, or are to be solved. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;

describe("a function that is taken apart", () => {
  it.each([
    R`Then $\log(a+b) = \log a + \log b$.`,
    R`$\sqrt{a^2 + b^2} = a + b$`,
    R`We use $\det(A + B) = \det A + \det B$.`,
    R`$\sin(x + y) = \sin x + \sin y$`,
    R`$2^{m+n} = 2^m + 2^n$`,
    R`$\log(x + y) = \log x \cdot \log y$`,
    R`Let $A$ and $B$ be square matrices. $\operatorname{tr}(AB) = \operatorname{tr}(A)\operatorname{tr}(B)$.`,
  ])("%s", (text) => {
    const steps = stepsOf(check(text));
    expect(steps[steps.length - 1].verdict).toBe("fails");
  });

  it.each([
    [R`When is $(a+b)^2 = a^2 + b^2$?`, "a question"],
    [R`Find all $a, b$ with $\sqrt{a+b} = \sqrt a + \sqrt b$.`, "a task"],
    [R`Positive reals $a$ and $b$ satisfy $\log(a+b) = \log a + \log b$.`, "a condition"],
    [R`Im Allgemeinen gilt nicht $\sqrt{a+b} = \sqrt{a}+\sqrt{b}$.`, "a denial in German"],
    [R`Il est faux que $\sqrt{a+b} = \sqrt{a}+\sqrt{b}$.`, "a denial in French"],
    [R`Angenommen, es gilt $\sqrt{a+b} = \sqrt{a}+\sqrt{b}$.`, "a supposition in German"],
    [R`For small angles $\sin(a+b) = \sin a + \sin b$.`, "to first order"],
    [R`The curve $\sqrt{x+y} = \sqrt{x} + \sqrt{y}$ consists of the axes.`, "a curve"],
    [R`By Pythagoras for orthogonal vectors, $(u+v)^2 = u^2 + v^2$.`, "vectors"],
    [R`It is not true that $\sin(x + y) = \sin x + \sin y$.`, "a denial"],
    [R`Which of these is true? $\cos(x - y) = \cos x - \cos y$`, "a choice"],
    [R`Here $b = 0$, so that $\sqrt{a + b} = \sqrt a + \sqrt b$.`, "a value is said"],
    [R`$|a + b| = |a| + |b|$`, "it holds for some"],
  ])("%s: %s", (text) => expect(verdicts(text)).not.toContain("fails"));
});

describe("an equation that is said for all values of a range", () => {
  it.each([
    R`For $a, b > 0$: $\log(ab) = \log a \cdot \log b$.`,
    R`$\log(ab) = \log a \cdot \log b$ for positive $a$, $b$.`,
    R`For positive $x$ and $y$, $(x + y)^2 = x^2 + xy + y^2$.`,
    R`$x^2 = 2x + 1$ for $x > 0$.`,
    R`For $a,b > 0$: $\frac{a+b}{2} \le \sqrt{ab}$.`,
  ])("%s", (text) => expect(verdicts(text)).toContain("fails"));

  it.each([
    `${R`Solve the equation for real $x, y$.`}\n\n${R`$$\sin(x + y) = \sin x + \sin y$$`}`,
    R`Find the solutions for $x > 0$: $x^2 = 2x$.`,
    R`We solve, for $x > 0$, $x^2 = 2x$.`,
    R`Solve $x^2 = 2x$ for real $x$.`,
    R`Sketch the curve $x^2 + y^2 = 4$ for $x > 0$.`,
    R`For $n \ge 1$, $n = 2k + 1$ is odd.`,
    R`For $x > 1$, $x < 2$, the function is small.`,
  ])("%s", (text) => expect(verdicts(text)).not.toContain("fails"));
});

it("reads a slash between products with a name d as a quotient", () => {
  expect(verdicts(R`Let the depth be $d$, $V = d x$ and $W = d y$. Then $$V / W = dx/dy = x/y$$`)).not.toContain("fails");
  expect(verdicts(R`Let $y = x^3$, at the distance $d$. Then $$dy/dx = 3x^2$$`)).not.toContain("fails");
});
