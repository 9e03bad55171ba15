/** A formula in a whole number and an arrow: its limit; a letter and an arrow: where it goes. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`$$\sum_{n=1}^N\frac{1}{n(n+1)} = 1-\frac{1}{N+1} \to 1$$`, "holds"],
  [R`$$\sum_{n=1}^N\frac{1}{n(n+1)} = 1-\frac{1}{N+1} \to 0$$`, "fails"],
  [R`The sequence converges: $\frac{2n+1}{n} \to 3$`, "fails"],
  [R`Replace $n + 1 \to 5$.`, "unchecked"],
  [R`Now let $h \to 0$.`, "given"],
  [R`We know that $x_n \to x$.`, "given"],
])("%s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));

it("a value where a function's formula has none is given", () => {
  expect(verdicts(R`Let $f(x) = x^2\sin\frac1x$ for $x\ne0$ and $f(0)=0$.`).at(-1)).toBe("given");
});

it("a profit is no number pi", () => {
  expect(verdicts(R`The profit is $$\pi = 60\cdot20 - (20\cdot20+50) = 1200-450 = 750$$`)).toEqual(["defines", "holds", "holds"]);
  expect(verdicts(R`The profit of the circle painter grows with the area $$A = \pi \cdot 2^2 = 4\pi$$`).at(-1)).toBe("holds");
});

it("a convolution is no product", () => {
  const text = R`The convolution of $f(t)=e^{-t}$ and $g(t)=e^{-2t}$ is $$(f*g)(t) = \int_0^te^{-\tau}e^{-2(t-\tau)}\,d\tau = e^{-t}-e^{-2t}$$`;
  expect(verdicts(text)).toEqual(["defines", "defines", "defines", "holds"]);
  expect(verdicts(R`Of numbers $$(2*3)(4) = 24$$`).at(-1)).toBe("holds");
});
