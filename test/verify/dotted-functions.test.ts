/** Derivatives by the time of functions that have formulas, \dot q(t): they are worked out, not defined. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`The charge is $q(t) = CU(1 - e^{-t/(RC)})$. The current is $$I(t) = \dot q(t) = \frac{U}{R}e^{-t/(RC)},$$ and $I(0) = \frac{U}{R}$.`, "holds"],
  [R`The charge is $q(t) = CU(1 - e^{-t/(RC)})$. The current is $$I(t) = \dot q(t) = \frac{R}{U}e^{-t/(RC)}.$$`, "fails"],
  [R`Let $x(t) = 3t^2$. Then $\ddot x(t) = 6$.`, "holds"],
  [R`Let $x(t) = 3t^2$. Then $\ddot x(t) = 5$.`, "fails"],
  [R`Let $\theta(t) = \omega t$. Then $\dot\theta(t) = \omega$.`, "holds"],
  [R`Let $\theta(t) = \omega t^2$. Then $\dot\theta(t) = \omega t$.`, "fails"],
  [R`The system is $\dot x(t) = Ax(t)$.`, "defines"],
])("%s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
