/** y' of a y that has a formula is worked out: no new name; and what is asked for again has no formula any more. */
import { expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const last = (text: string) => verdicts(text).at(-1);

it.each([
  [R`Let $y = x^2 e^x$. Then $y' = x^2 e^x$.`, "fails"],
  [R`Let $y = x^2 e^x$. Then $y' = (x^2 + 2x) e^x$.`, "holds"],
  [R`Let $f(x) = x^3$. Then $$f' = 3x^3$$`, "fails"],
  [R`Let $f(x) = x^3$. Then $$f'' = 6x$$`, "holds"],
  [R`The ball is at $s(t) = 5t^2 + 3t$, so $\dot s = 10t$.`, "fails"],
  [R`The ball is at $s(t) = 5t^2 + 3t$, so $\ddot s = 10$.`, "holds"],
  [R`With $x(t) = A\cos(\omega t)$ the energy is $$E = \frac12 \dot x^2 + \frac12 \omega^2 x^2 = \frac12 \omega^2 A^2$$`, "holds"],
  [R`With $x(t) = A\cos(\omega t)$ the energy is $$E = \frac12 \dot x^2 + \frac12 \omega^2 x^2 = \omega^2 A^2$$`, "fails"],
  [R`Let $f(x,y) = x^2 y + \sin(xy)$. Then $$f_x = 2xy + y\cos(xy)$$`, "holds"],
  [R`Let $f(x,y) = x^2 y + \sin(xy)$. Then $$f_{xy} = 2x + \cos(xy) + xy\sin(xy)$$`, "fails"],
  [R`Let $z = x^2 + 3xy$. Then $z_y = 3y$.`, "fails"],
  [R`The graph of $y = f(x) = x^2 + 3x$ has the slope $f'(1) = 6$.`, "fails"],
  [R`The surface $z = h(s,t) = s^2 + t^2$ has $h_s(1,2) = 2$.`, "holds"],
  [R`Let $f(x) = x^2$. $$y = f(x) = x^3$$`, "fails"],
  [R`Let $g(s,t) = e^{st}$. Then $\nabla g(s,t) = (se^{st}, te^{st})$.`, "fails"],
  [R`Let $h(r,\theta) = r^2\sin 2\theta$. Then $h_{r\theta} = 2r\cos 2\theta$.`, "fails"],
  [R`Let $g(x,y) = x^3 y^2$. Then $g_{xxy} = 12xy$.`, "holds"],
  [R`Let $g(s,t) = s^2 t + \log t$. Then $g_{t}(s,t) = s^2 - \frac1t$.`, "fails"],
  [R`Let $g(s,t) = s^2 t + \log t$. We get $$g_{st}(s,t) = 2s$$`, "holds"],
  [R`Let $g(s,t) = s^2 t + 3t^2$. We get $$g_{tt}(s,t) = 5$$`, "fails"],
  [R`Let $g(s,t) = s^2 t + 3t^2$. At a critical point $g_{t}(s,t) = 0$.`, "given"],
  [R`Let $g(s,t) = s^2 t + 3t^2$. The density is $g_T(t) = 2t$.`, "defines"],
  [R`With $x = u^2 - v^2$, $y = 2uv$ we get $$\frac{\partial(x,y)}{\partial(u,v)} = 4u^2 + 4v^2$$`, "holds"],
  [R`With $x = u^2 - v^2$, $y = 2uv$ we get $$\frac{\partial(x,y)}{\partial(u,v)} = 4u^2 - 4v^2$$`, "fails"],
  [R`With $w = x^2 + y^2$, $x = s\cos t$, $y = s\sin t$ we get $$\frac{\partial w}{\partial t} = -2xs\sin t + 2ys\cos t = 0$$`, "holds"],
  [R`Let $y = x^2 + 1$. Then $y(2) = 5$.`, "holds"],
  [R`Let $y = x^2 + 1$. Then $y(3) = 9$.`, "fails"],
  [R`$J(w) = \|Xw-y\|^2 + \lambda\|w\|^2$ has the Hessian $$\nabla^2 J = 2X^TX + 2\lambda I$$`, "holds"],
  [R`$J(w) = \|Xw-y\|^2 + \lambda\|w\|^2$ has the gradient $$\nabla J = 2X^T(Xw-y) + 2\lambda w$$`, "holds"],
  // a point on the critical set, a new coordinate, another letter's mark
  [R`Let $y = x^2 - 4x$. Now $y' = 0$ at the lowest point.`, "given"],
  [R`Let $x = r\cos\varphi$. After a turn $x' = r\cos(\varphi+\alpha)$.`, "defines"],
  [R`Let $n = 2k$ and $n' = 2k + 1$.`, "defines"],
])("%s", (text, verdict) => expect(last(text)).toBe(verdict));

it("an equation that is to be solved forgets the solution of another", () => {
  const first = R`## Problem 1
Solve $y' + y = 0$, $y(0) = 3$. We find $$y(x) = 3e^{-x}$$

## Problem 2
Solve $y'' + y = 0$ with $y(0) = 1$, $y'(0) = 0$. We find $$y(x) = \cos x$$`;
  expect(verdicts(first)).not.toContain("fails");
  expect(last(first)).toBe("holds");
  expect(last(first.replace(R`\cos x`, R`\sin x`))).toBe("fails");
});

it("what is shown of a solution forgets nothing", () => {
  const steps = stepsOf(check(R`Let $y = e^{3x}$. We check that it solves the differential equation $$y' = 3y$$`));
  expect(steps.at(-1)?.verdict).toBe("holds");
});

it.each([
  ["a function of time", R`With $x(t) = 3t^2$ we find $\dot x = 6t$.`],
  ["a coordinate", R`Let $x = r\cos\theta$.`],
  ["an inverse", R`The inverse of $y = e^x$ is $x = \ln y$.`],
])("a variable of this part is not what an earlier part called by its letter: %s", (_, before) => {
  const text = `## A\n${before}\n\n## B\n${R`The function $z = x^2 y$ has $z_x = 2xy$ and $$\frac{\partial z}{\partial x} = 2xy, \quad \frac{dz}{dx} = 2xy$$`}`;
  expect(verdicts(text).slice(-3)).toEqual(["holds", "holds", "holds"]);
});

it("a function that a later part introduces has no formula of an earlier part", () => {
  const text = R`## A
Let $f(x) = x^2 + 2x - 1$.

## B
Let $f(n)$ satisfy $f(n+1) = 2f(n) + 1$ with $f(0) = 0$. Then $f(1) = 1$ and $f(2) = 3$.`;
  expect(verdicts(text)).not.toContain("fails");
});
