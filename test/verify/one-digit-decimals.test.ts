/** Decimals of one digit are data as they stand, unless they are what a step before came to. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

it.each([
  ["a sum of products", String.raw`$$0.98\cdot 0.02 + 0.04\cdot 0.98 = 0.0788$$`, "fails"],
  ["a sum, which may be of figures in a table", "$$0.6 + 0.3 - 0.2 = 0.8$$", "unchecked"],
  ["a percentage", String.raw`$$\frac{3}{10}\cdot 0.4 + \frac{7}{10}\cdot 0.6 = 55\%$$`, "fails"],
  ["what is right", String.raw`$$0.98\cdot 0.02 + 0.04\cdot 0.98 = 0.0588$$`, "holds"],
  ["a figure that was rounded before", String.raw`We have $\frac23 \approx 0.7$ and so $5\cdot 0.7 \approx 3.3$.`, "unchecked"],
  ["one that a quotient beside it was rounded to", String.raw`The part is one third ($\frac13$), so $0.3\cdot 60 \cdot 0.5 = 10.0$.`, "unchecked"],
  ["beside a quotient that it is not", String.raw`The part is one fifth ($\frac15$), so $0.3\cdot 60 \cdot 0.5 = 10.0$.`, "fails"],
  ["where words speak of rounding", String.raw`It is rounded: $0.3\cdot 60 \cdot 0.5 = 10.0$.`, "unchecked"],
  ["figures of two digits, which may have been rounded", String.raw`$$0.67\cdot 0.5 = 0.333$$`, "unchecked"],
])("%s", (_, text, verdict) => {
  expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict);
});
