/** Proofs by induction: the base case says nothing of the step, and what is proved is a claim. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const verdicts = (text: string) => stepsOf(check(text)).map((s) => s.verdict);
const opening = String.raw`For $n = 1$ both sides are $1$. Suppose the formula holds for $n = k$. Then `;

describe("the step of an induction", () => {
  it.each([
    ["is not judged for the base case", String.raw`$$\frac{k(k+1)}{2} + (k+1) = \frac{(k+1)(k^2+2)}{2}.$$`, "fails"],
    ["is judged for all whole numbers", String.raw`$$1 + 2 + \cdots + k + (k+1) = \frac{k(k+1)}{3} + (k+1).$$`, "fails"],
    ["holds where it is right", String.raw`$$1 + 2 + \cdots + k + (k+1) = \frac{k(k+1)}{2} + (k+1) = \frac{(k+1)(k+2)}{2}.$$`, "holds"],
  ])("%s", (_, step, verdict) => {
    expect(verdicts(`${opening}${step}`).at(-1)).toBe(verdict);
  });
});

describe("what an induction proves", () => {
  it.each([
    ["a sum with dots", String.raw`We prove $1^2 + 2^2 + \cdots + n^2 = \frac{n(n+2)(2n+1)}{6}$ by induction. For $n = 1$ both sides are $1$.`],
    ["a power", String.raw`We claim that $(1 + x)^2 = 1 + x + x^2$. For $x = 1$ that is clear.`],
  ])("is a claim: %s", (_, text) => {
    expect(verdicts(text)[0]).toBe("fails");
  });
});
