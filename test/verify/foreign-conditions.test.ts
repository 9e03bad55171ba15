/** Conditions on a name that a step does not speak of, and that its value does not meet: those of a case beside it. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const CASES = R`The sign is positive for \(x < R/\sqrt{2}\), negative beyond. The derivative changes sign at \(x = R/\sqrt{2}\), a maximum. The area is `;

it.each([
  [R`${CASES}\[ A = R\sqrt{2} \cdot \frac{R}{\sqrt{2}} = R^{2}. \]`, "holds"],
  [R`${CASES}\[ A = R\sqrt{2} \cdot \frac{R}{\sqrt{2}} = R^{3}. \]`, "fails"],
])("%s: %s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
