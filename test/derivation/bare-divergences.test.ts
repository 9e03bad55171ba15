/** A divergence that is named without its distributions. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "../verify/run";

const GIVEN = String.raw`Let $q = \mathcal{N}(m, s^2)$ and $p = \mathcal{N}(0, 1)$. Then
$$KL(q \| p) = \frac12 (m^2 + s^2 - 1 - \log s^2)$$
`;
const last = (text: string) => stepsOf(check(text, {}, "a.md")).at(-1)?.verdict;

describe("the only divergence of the document", () => {
  it.each([
    [String.raw`$$\frac{\partial KL}{\partial m} = m$$`, "holds"],
    [String.raw`$$\frac{\partial KL}{\partial s} = s - \frac{1}{s}$$`, "holds"],
    [String.raw`$$\frac{\partial KL}{\partial s} = s - \frac{1}{2s}$$`, "fails"],
    [String.raw`$$\frac{\partial D_{KL}}{\partial s} = s + \frac{1}{s}$$`, "fails"],
    [String.raw`$$KL = \frac12 (m^2 + s^2 - 1 - 2 \log s)$$`, "holds"],
    [String.raw`$$KL = \frac12 (m^2 + s^2 - 1 - \log s)$$`, "fails"],
  ])("%s %s", (step, verdict) => expect(last(GIVEN + step)).toBe(verdict));
});

describe("a divergence that only a formula tells", () => {
  const formula = String.raw`(a) $KL = \frac12 (m^2 + s^2 - 1 - \log s^2)$

(b) `;
  it.each([
    [String.raw`$$\frac{\partial KL}{\partial s} = s - \frac{1}{s}$$`, "holds"],
    [String.raw`$$\frac{\partial KL}{\partial s} = s - \frac{1}{s^2}$$`, "fails"],
  ])("%s %s", (step, verdict) => {
    expect(last(formula + step)).toBe(verdict);
    expect(last(String.raw`We minimise $L(q) = KL(q \| p)$. ${formula}${step}`)).toBe(verdict);
  });
  it("a wrong formula is no reason against what is right of the distributions", () =>
    expect(last(String.raw`${GIVEN} $$KL = \frac12 (m^2 + s^2 - 1 - \log s)$$ $$\frac{\partial KL}{\partial s} = s - \frac{1}{s}$$`)).toBe("holds"));
});

it("of two divergences none is meant", () =>
  expect(last(String.raw`${GIVEN} Also $KL(p \| q) = a$. $$\frac{\partial KL}{\partial m} = m$$`)).not.toMatch(/holds|fails/));
