/** The y of σ_y is a label, also where y has a formula. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const LINE = R`y = \bar y + r\frac{s_y}{s_x}(x - \bar x) = \bar y - r\frac{s_y}{s_x}\bar x`;

it.each([
  [R`${LINE} + r\frac{s_y}{s_x} x`, "holds"],
  [R`${LINE} + r\frac{s_x}{s_y} x`, "fails"],
  [R`y = \mu_y + e = e + \mu_y + 1`, "fails"],
])("%s: %s", (formula, verdict) => expect(stepsOf(check(`Then $$ ${formula} $$\n`)).at(-1)?.verdict).toBe(verdict));
