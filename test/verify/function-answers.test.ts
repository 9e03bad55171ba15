/** Formulas that are told as solutions of differential equations, and equations that are to be solved. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};

describe("a solution", () => {
  it.each([
    ["For $y''+4y=\\sin 2x$ a particular solution is $y_p=-\\frac x4\\cos 2x$.", "holds"],
    ["For $y''+4y=\\sin 2x$ a particular solution is $y_p=\\frac x4\\cos 2x$.", "fails"],
    ["Let $y=e^{t}$. We look at the transform of the solution of $y''+y=0$, $y(0)=0$.", "given"],
    ["$\\frac{dy}{dx}=xy$ has the solution $y=Ae^{x^2/2}$.", "holds"],
    ["$\\frac{dy}{dx}=xy$ has the solution $y=Ae^{x^2}$.", "fails"],
    ["$\\frac{dS}{dt}=10-\\frac{S}{20}$, $S(0)=0$, so $S=200(1-e^{-t/20})$.", "holds"],
    ["$\\frac{dS}{dt}=10-\\frac{S}{20}$, $S(0)=0$, so $S=100(1-e^{-t/20})$.", "fails"],
    ["If $g$ is smooth, $g(x)=g(a)+g'(a)(x-a)+\\frac{g''(\\xi)}{2}(x-a)^2$. We use it for $g(x)=\\sin x$.", "defines"],
    ["For $y''-y=x$ the homogeneous solution is $y_h=c_1e^x+c_2e^{-x}$.", "defines"],
    ["$\\frac{d}{dx}\\sqrt{x^2}=\\frac{d}{dx}x$.", "holds-if"],
    ["For $3y'-2y=0$ there is a solution in the shape of a series $y=\\sum_{n=0}^\\infty a_nx^n$.", "given"],
    ["$F(x,y)=c$. $I=\\int_0^{c(x)}t\\,dt$. Where $\\frac{dy}{dt}=0$ always, there is a constant solution $y=c$.", "given"],
    ["The solution of $y''+2xy'=0$ with $y(0)=1$ has $y(\\infty)=0$.", "given"],
    ["$y^{(4)}+2y''+y=0$ has the solution $y=Ax\\cos x+B\\sin x$.", "holds"],
    ["$y^{(4)}-2y''+y=0$ has the solution $y=Ax\\cos x+B\\sin x$.", "fails"],
    ["$y'=y-\\frac x3$. If $y'=1$, then $y=1+\\frac x3$.", "holds"],
    ["$y\\frac{dy}{dx}=x$ and $y(0)=2$, so $y=\\sqrt{x^2+4}$ or $y=-\\sqrt{x^2+4}$.", "given"],
    ["$y\\frac{dy}{dx}=x$ and $y(0)=2$, so the solution is $y=-\\sqrt{x^2+4}$.", "fails"],
    ["Does $g'(a)=0$ say that $g$ is least at $a$? Take a look at $g(x)=x^5$.", "defines"],
    ["$y'=-3\\sqrt y$ tells when the height is $y=1$.", "given"],
    ["We try $y=vx$ in $\\frac{dy}{dx}=\\frac{x+y}{x}$.", "given"],
  ])("%s %s", (text, verdict) => expect(last(`${text}\n`).verdict).toBe(verdict));
  it("is not mended by a difference of a name from itself", () =>
    expect(last("$\\frac{dT}{dt} = -k(T - T_a)$. The solution is $$T(t) = T_a + (T_0 - T_a) e^{kt}.$$").fixes?.[0]?.title).toMatch(
      /^Put a minus sign before \$kt\$/,
    ));
  it("has a point at which it fails", () =>
    expect(last("$\\frac{dy}{dx}=xy$ has the solution $y=Ae^{x^2}$.\n").message).toMatch(/^Does not satisfy .*: at .* its left side is .*, its right side /));
});

const OTHER_PART = "The potential is $$V(z) = \\frac{q}{\\sqrt{z^2 + a^2}}$$\n\n## Problem 4\n";
it.each([
  ["$R \\frac{dq}{dt} + \\frac{q}{C} = V$ with $q(0) = 0$. The solution is $q(t) = CV\\left(1 - e^{-t/(RC)}\\right)$.", "holds"],
  ["$R \\frac{dq}{dt} + \\frac{q}{C} = V$ with $q(0) = 0$. The solution is $q(t) = CV\\left(1 + e^{-t/(RC)}\\right)$.", "fails"],
])("a letter that was a function in another part is a number: %s", (text, verdict) => expect(last(`${OTHER_PART}${text}\n`).verdict).toBe(verdict));

it.each([
  ["$x\\frac{dy}{dx}+y=x^2$: $(xy)'=x^2$.", ["given", "unchecked"]],
  ["$xy'+y=x^2$: $(xy)'=x^2$.", ["given", "holds"]],
  ["$xy'+y=x^2$: $(xy)'=x^3$.", ["given", "unchecked"]],
])("y depends on x where dy/dx stands: %s", (text, expected) => expect(verdicts(`${text}\n`)).toEqual(expected));
