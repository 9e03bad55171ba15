/** Φ of a number and P(Z > a) as they are looked up in a table: the standard normal law where the words speak of one, and nothing else says what Z is. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("values of the standard normal law", () => {
  it.each([
    [String.raw`By the CLT the probability is $2(1-\Phi(2.5)) \approx 0.0124$.`, "holds"],
    [String.raw`By the CLT the probability is $2(1-\Phi(2.5)) \approx 0.0248$.`, "fails"],
    [String.raw`The p-value is $1-\Phi(1.2) \approx 0.8849$.`, "fails"],
    [String.raw`If $W$ is approximately normal, this is $\Phi(0.5) - \Phi(-0.5) \approx 0.3829$.`, "holds"],
    [String.raw`By the CLT, $$P(Z \ge 0.8) = \Phi(0.8)$$`, "fails"],
    [String.raw`By the CLT, $$P(Z \ge 0.8) = 1 - \Phi(0.8)$$`, "holds"],
    [String.raw`A normal table gives $$P(-2 \le Z \le 2) = 2\Phi(2) - 1$$`, "holds"],
    [String.raw`From the standard normal table, $$P(Z > 1.5) = 0.0668$$`, "holds"],
  ])("%s", (text, verdict) => expect(last(text)).toBe(verdict));

  it.each([
    ["a feature map", String.raw`The normal distribution of the feature map: $$\Phi(2) = \Phi(1)$$`],
    ["another Z", String.raw`Let $Z \sim \mathrm{Exp}(1)$. By the CLT, $$P(Z \ge 2) = e^{-2}$$`],
    ["a Z with a formula", String.raw`Let $Z = X + Y$, which is normal. Then $$P(Z \ge 2) = 0.3$$`],
  ])("not of %s", (_, text) => expect(last(text)).not.toBe("fails"));
});
