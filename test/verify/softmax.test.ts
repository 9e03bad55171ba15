/** Labels that sum to one, by words: the gradient of the cross entropy of a softmax. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const loss = R`The loss is $L = -\sum_{i=1}^K t_i\log q_i$ with $q_i = \frac{e^{a_i}}{\sum_{j=1}^K e^{a_j}}$. Then`;

it.each([
  [R`The targets $t_1, \dots, t_K$ sum to one. ${loss} $$\frac{\partial L}{\partial a_k} = q_k - t_k.$$`, "holds"],
  [R`The targets $t_1, \dots, t_K$ sum to $1$. ${loss} $$\frac{\partial L}{\partial a_k} = q_k + t_k.$$`, "fails"],
  [R`Let $t_i$ be targets that add up to one. ${loss} $$\frac{\partial L}{\partial a_k} = q_k - t_k.$$`, "holds"],
  // without it they need not
  [R`${loss} $$\frac{\partial L}{\partial a_k} = q_k - t_k.$$`, "unchecked"],
])("%s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
