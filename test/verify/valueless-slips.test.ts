/** A right side without a value is wrong where one stroke of the pen gives it that of the left side. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`$$\sum_{n=1}^\infty\frac{1}{n(n+1)} = \sum_{n=1}^\infty\left(\frac1n - \frac2{n+1}\right)$$`, "fails"],
  [R`$$\int_0^1 3x^2\,dx = \left[x^3\right]_0^1 = \left[\frac{1}{x^3}\right]_0^1$$`, "fails"],
  [R`$$\frac{2}{\sqrt{16}} = \frac{2}{4} = \frac{2}{\sqrt{-16}}$$`, "fails"],
  [R`$$\int_0^2 \frac{1}{(x+1)^2}\,dx = \int_0^2 \frac{1}{(x-1)^2}\,dx$$`, "fails"],
  // a limit, a series or an integral that is not found may have a value
  [R`$$\frac1\pi = \frac{2\sqrt2}{9801}\sum_{n=0}^\infty\frac{(4n)!(1103 + 26390n)}{(n!)^4\cdot 396^{4n}}$$`, "unchecked"],
  [R`$$\lim_{x\to\infty} x^2 e^{-e^x} = \lim_{x\to\infty}\frac{x^2}{e^{e^x}}$$`, "unchecked"],
  // no stroke mends it, or the words know of it
  [R`$$\sum_{n=1}^\infty\frac{1}{n^2} = \sum_{n=1}^\infty n^3$$`, "unchecked"],
  [R`The integral diverges: $$\int_0^2 \frac{1}{(x+1)^2}\,dx = \int_0^2 \frac{1}{(x-1)^2}\,dx$$`, "unchecked"],
])("%s", (text, verdict) => expect(verdicts(`${text}\n`).at(-1)).toBe(verdict));
