/** Bars as means of the terms that are summed: slips under them, sums without a range, and a name that any value may stand for. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (formula: string) => stepsOf(check(`Then $$ ${formula} $$\n`)).at(-1);

it.each([
  [R`\sum_{i=1}^n (X_i - \bar{X})^2 = \sum_{i=1}^n (X_i - \mu)^2 - n(\bar{X} - \mu)^2`],
  [R`\sum_i (x_i - \bar x)^2 = \sum_i x_i^2 - n \bar x^2`],
  [R`\sum_i (x_i - \bar x) = \sum_i x_i - n\bar x = n\bar x - n\bar x = 0`],
  [R`\sum_i (x_i - \bar x) = 0`],
  [R`b = \frac{\sum_i x_i y_i - n\bar x\bar y}{\sum_i (x_i - \bar x)^2} = \frac{\sum_i (x_i - \bar x) y_i}{\sum_i x_i^2 - n \bar x^2}`],
])("%s holds", (formula) => expect(last(formula)?.verdict).toBe("holds"));

it.each([
  [R`\sum_{i=1}^n (X_i - \bar{X})^2 = \sum_{i=1}^n (X_i - \mu)^2 + n(\bar{X} - \mu)^2`, R`Change the sign "+" to "-": $- n(\bar{X} - \mu)^2$`],
  [R`\sum_{i=1}^n (X_i - \bar{X})^2 = \sum_{i=1}^n (X_i - \mu)^2 - (\bar{X} - \mu)^2`, R`Multiply $(\bar{X} - \mu)^2$ by $n$: $- n (\bar{X} - \mu)^2$`],
  [R`\sum_{i=1}^n (X_i - \bar{X})(Y_i - \bar Y) = \sum_{i=1}^n X_i Y_i + n \bar X\bar Y`, R`Change the sign "+" to "-": $- n \bar X\bar Y$`],
  [R`\sum_i (x_i - \bar x)^2 = \sum_i x_i^2 + n \bar x^2`, R`Change the sign "+" to "-": $- n \bar x^2$`],
  [
    R`b = \frac{\sum_i x_i y_i - n\bar x\bar y}{\sum_i (x_i - \bar x)^2} = \frac{\sum_i (x_i - \bar x) y_i}{\sum_i x_i^2 - n \bar x}`,
    R`Square $\bar x$: $- n \bar x^2$`,
  ],
])("%s fails", (formula, fix) => {
  expect(last(formula)?.verdict).toBe("fails");
  expect(last(formula)?.fixes?.[0].title).toBe(fix);
});

it.each([
  [R`\sum_{i=1}^n (X_i - \bar{X})^2 = \sum_{i=1}^n (X_i - a)^2 - n(\bar{X} - b)^2`],
  [R`\sum_{i=1}^n x_i^2 = n\bar{x^2}`],
  [R`\sum_i x_i y_i = n \bar x \bar y`],
])("%s may be so", (formula) => expect(last(formula)?.verdict).not.toMatch(/fails|holds/));
