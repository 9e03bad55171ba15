/** Values of functions whose formulas leave constants open: they are conditions, and what is found of the constants is judged by them. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const last = (text: string) => verdicts(`${text}\n`).at(-1);

it.each([
  [R`$T(t) = 20 + 60e^{-kt}$ and $T(10) = 50$`, "given"],
  [R`$T(t) = 20 + 60e^{-kt}$ and $T(10) = 50$, so $e^{-10k} = \frac12$.`, "holds"],
  [R`$T(t) = 20 + 60e^{-kt}$ and $T(10) = 50$, so $e^{-10k} = \frac13$.`, "fails"],
  [R`$T(t) = 20 + 60e^{-kt}$ and $T(10) = 20 + 60e^{-10k} = 50$, so $k = \frac{\ln 2}{10}$.`, "holds"],
  [R`The solution is $y = Ce^{-2x}$. The condition $y(0) = 5$ gives $C = 5$.`, "holds"],
  [R`The solution is $y = Ce^{-2x}$. The condition $y(0) = 5$ gives $C = -5$.`, "fails"],
  [R`The solution is $y(x) = Ce^{-2x} + 1$. From $y(0) = 5$ we get $C = 5$.`, "fails"],
  [R`The solution is $y(x) = c_1e^{x} + c_2e^{2x}$. With $y(0) = 1$ and $y'(0) = 0$ we get $c_1 + c_2 = 1$ and $c_1 + 2c_2 = 0$.`, "holds"],
  [R`Let $p(x) = x^2 + bx + c$ with $p(1) = 0$, $p(3) = 0$. Then $b = -4$ and $c = 3$.`, "holds"],
  [R`Let $g(x) = x^3$. There is a $c$ with $g'(c) = 3c^2 = 4$, so $c^2 = \frac43$.`, "holds"],
  [R`Suppose $f(t) = at + b$. If $f(0) = 1$, $b = 1$. If $f(0) = 2$, $b = 2$.`, "holds"],
  // primes on names with subscripts, and of formulas with constants
  [R`Let $y_1 = e^{2x}$. Then $y_1' = 3e^{2x}$.`, "fails"],
  [R`Let $y_p = Ae^{2x}$. Then $y_p'' + y_p = 5Ae^{2x}$.`, "holds"],
  [R`Let $y_p = Ae^{2x}$. Then $y_p'' + y_p = 3Ae^{2x}$.`, "fails"],
  [R`Let $y = A\cos\omega t + B\sin\omega t$. Then $y'' = -\omega^2 y$.`, "holds"],
  [R`Let $y = A\cos\omega t + B\sin\omega t$. Then $y' = A\omega\sin\omega t + B\omega\cos\omega t$.`, "fails"],
  [R`Let $y_1 = \cos x$ and $y_2 = \sin x$. $$W = y_1y_2' - y_1'y_2 = \cos^2 x + \sin^2 x$$`, "holds"],
])("%s", (text, verdict) => expect(last(text)).toBe(verdict));
