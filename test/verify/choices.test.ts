/** Choice questions: the message names the options that hold, and an answer that does not hold where another option does is wrong. */
import { expect, test } from "vitest";
import { check, stepsOf } from "./run";

const EVIDENCE = String.raw`Which of the following is $\log p(x)$, whatever $z$ is?

(1) $\log p(x|z)$ (2) $\log p(x,z) - \log p(z|x)$ (3) $\log p(x,z) - \log p(z)$

`;
const SLOPE = String.raw`Choose the correct answer for $\frac{d}{dt} t^3 e^t$:

a) $3t^2 e^t$
b) $t^3 e^t$
c) $(t^3 + 3t^2) e^t$

`;

test.each<[string, string, string, RegExp, string?]>([
  ["a right answer", String.raw`${EVIDENCE}$$\log p(x) = \log p(x,z) - \log p(z|x)$$`, "holds", /options \(2\) holds/],
  ["a wrong one", String.raw`${EVIDENCE}$$\log p(x) = \log p(x,z) - \log p(z)$$`, "fails", /options \(2\) holds/, String.raw`\log p(x,z) - \log p(z|x)`],
  ["an answer that is no option", String.raw`${EVIDENCE}$$\log p(x) = \log p(x,z) + \log p(z)$$`, "given", /^((?!options).)*$/],
  ["letters for options", String.raw`${SLOPE}$$\frac{d}{dt} t^3 e^t = 3t^2 e^t$$`, "fails", /options \(c\) holds/, "(t^3 + 3t^2) e^t"],
  ["no question", String.raw`Look at (1) $3t^2$ and (2) $t^3$. $$\frac{d}{dt} t^3 = 3t^2$$`, "holds", /^((?!options).)*$/],
])("%s", (_, text, verdict, says, fix) => {
  const step = stepsOf(check(text)).pop();
  expect([step?.verdict, step?.fixes?.[0].edits[0].newText]).toEqual([verdict, fix]);
  expect(step?.message).toMatch(says);
});
