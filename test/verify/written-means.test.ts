/** Formulas in means that follow from equations in sums, or contradict them; functions whose letter stands in braces. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const NORMAL = R`Setting the derivative to zero, $$\sum_{i=1}^n (y_i - \alpha - \beta x_i) = 0,$$ hence `;
const SCORE = R`Setting the derivative to zero, $$\frac{n}{\theta} - \sum_{i=1}^n x_i = 0,$$ so `;
const SUMS = R`The normal equations are $$\sum_{i=1}^n y_i = n\alpha + \beta\sum_{i=1}^n x_i,$$ so `;
const POISSON = R`$$\frac{\sum_{i=1}^n x_i}{\lambda} - n = 0 \Rightarrow `;

it.each([
  [R`${NORMAL}$$\alpha = \bar y - \beta \bar x.$$`, "holds"],
  [R`${NORMAL}$$\alpha = \bar y + \beta \bar x.$$`, "fails"],
  [R`${SCORE}$$\hat\theta = \frac{1}{\bar x}.$$`, "holds"],
  [R`${SCORE}$$\hat\theta = \bar x.$$`, "fails"],
  [R`${SUMS}$$\alpha = \bar y - \beta\bar x$$`, "holds"],
  [R`${SUMS}$$\alpha = \bar y - \beta n\bar x$$`, "fails"],
  [R`Let $\bar x = \frac1n\sum_{i=1}^n x_i$. From $$\sum_{i=1}^n (x_i - \mu) = 0$$ we get $$\mu = \bar x.$$`, "holds"],
  [R`For the first group $\sum_{i=1}^n x_i = 40$. For the second, the mean is $$\bar x = 7$$`, "defines"],
  [R`$$\int{f}(x)g'(x)\,dx =f(x)g(x)-\int{f}'(x)g(x)\,dx$$`, "holds"],
])("%s: %s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));

it.each([
  [R`${POISSON}\lambda = \bar x$$`, "holds"],
  [R`${POISSON}\lambda = n\bar x$$`, "fails"],
])("%s: %s", (text, verdict) => expect(stepsOf(check(text)).find((s) => s.relation === "⇒")?.verdict).toBe(verdict));
