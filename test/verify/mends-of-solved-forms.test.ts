/** Formulas solved for a name, over sums too: what follows holds, what does not is told with the stroke that mends it. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) => stepsOf(check(text)).at(-1);
const SCORE = R`Setting the derivative to zero, $$\frac{n}{\theta} - \sum_{i=1}^n x_i = 0,$$ hence `;
const CENTRED = R`Then $$\sum_{i=1}^n (x_i - \mu) = 0,$$ so that `;
const OBJECTIVE = R`Maximise $L(q) = a \log q - \lambda q$. Setting $$\frac{\partial L}{\partial q} = \frac{a}{q} - \lambda = 0$$ gives `;

it.each([
  [R`${SCORE}$$\theta = \frac{n}{\sum_{i=1}^n x_i}.$$`],
  [R`${CENTRED}$$\mu = \frac1n\sum_{i=1}^n x_i.$$`],
  [R`The condition is $2x + 3y = 6$, or equivalently $y = 2 - \frac{2x}{3}$.`],
  [R`The condition $3a + 6 = b$ is equivalent to $a = (b-6)/3$, which is equivalent to $a + 2 = b/3$.`],
  [R`${OBJECTIVE}$$q = \frac{a}{\lambda}.$$`],
])("%s holds", (text) => expect(last(text)?.verdict).toBe("holds"));

it.each([
  [R`${SCORE}$$\theta = \frac{1}{n}\sum_{i=1}^n x_i.$$`, R`Take the reciprocal, $\frac{n}{\sum_{i=1}^n x_i}$`],
  [R`${CENTRED}$$\mu = \sum_{i=1}^n x_i.$$`, undefined],
  [R`The condition is $2x + 3y = 6$, or equivalently $y = 2 - \frac{2x}{5}$.`, R`Change 5 to 3: $- \frac{2x}{3}$`],
  [R`The condition $3a + 6 = b$ is equivalent to $a = (b-6)/3$, which is equivalent to $a + 3 = b/3$.`, undefined],
  [R`${OBJECTIVE}$$q = a\lambda.$$`, R`Invert $\lambda$: $a\lambda^{-1}$`],
])("%s fails", (text, fix) => {
  expect(last(text)?.verdict).toBe("fails");
  expect(last(text)?.fixes?.[0].title).toBe(fix);
});
