/** Roots that squaring or multiplying brought in: they solve the last equation and not the one that was asked for. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const SQUARED = R`Solve $\sqrt{2x+3} = x$. Squaring gives $$2x + 3 = x^2 \iff (x-3)(x+1) = 0,$$ so`;

it.each<[string, string]>([
  [R`${SQUARED} $x = 3$ or $x = -1$.`, "fails"],
  [R`${SQUARED} $x = 3$.`, "holds-if"],
  [R`${SQUARED} $x = 3$ or $x = -1$. Checking, we see that the second is extraneous.`, "holds"],
  [R`${SQUARED} the candidates are $x = 3$ or $x = -1$.`, "holds"],
  [R`Solve $x^2 = 9$. $$(x-3)(x+3) = 0$$ so $x = 3$ or $x = -3$.`, "holds"],
])("%s: %s", (text, last) => expect(verdicts(text).at(-1)).toBe(last));
