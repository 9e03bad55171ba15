/** Moments that a text gives by a formula, at the values that its letters have. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const GIVEN = R`Let $\alpha = 2$ and $\beta = \frac13$. The mean is $E[X] = \frac{\alpha}{\beta}$. `;

it.each([
  [R`${GIVEN}$$E[X] = \frac{2}{\frac13}$$`, "holds"],
  [R`${GIVEN}Hence $$E[X] = \frac{3}{\frac13}$$`, "fails"],
  [R`The mean is given by $E[X] = \frac{\alpha}{\beta}$. $$E[X] = \frac{2}{3}$$`, "unchecked"],
])("%s: %s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
