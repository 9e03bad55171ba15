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

it("of two divergences none is meant", () =>
  expect(last(String.raw`${GIVEN} Also $KL(p \| q) = a$. $$\frac{\partial KL}{\partial m} = m$$`)).not.toMatch(/holds|fails/));
