/** Notations whose meaning the text does not settle are not accused, and what is plainly wrong beside them is. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

describe("notations that may mean something else", () => {
  it.each([
    ["thousands beside decimals with the same comma", String.raw`We take $0{,}25$ s each, and $6 \cdot 2000 = 12{,}000$ calls.`, "unchecked"],
    ["decimals with the same comma only", String.raw`We take $0{,}25$ s each, and $6 \cdot 2 = 12{,}5$ s.`, "fails"],
    ["a comma between two arrows", String.raw`With $v = 2s + 1$: $$s = 0 \Rightarrow v = 1, s = 2 \Rightarrow v = 5$$`, "given"],
    ["a derivative by a conjugate", String.raw`It is not holomorphic: $$\frac{\partial}{\partial \bar{w}}(a - ib) = 1.$$`, "unchecked"],
    ["a thin space before a bracket", String.raw`Let $W(x) = x^x$. Then $W'(x) = W\,(\ln x + 1)$.`, "unchecked"],
    ["an argument in brackets", String.raw`Let $W(x) = x^2$. Then $W'(x) = W(2x)$.`, "fails"],
    ["brackets of an algebra", String.raw`$$[p + q, r + s] = [p, r] + [q, r] + [p, s] + [q, s]$$`, "unchecked"],
    ["the norm of a constant function", String.raw`Here $\|2\| = \sqrt{\int_0^3 4\,dt}$.`, "unchecked"],
    ["the norm of a vector", String.raw`Here $\|(3, 4)\| = 6$.`, "fails"],
    [
      "a value to go on with",
      String.raw`Let $m = 3$ and $n = 4$.

Rerun the test with $m = 4$.`,
      "given",
    ],
  ])("%s", (_, text, verdict) => {
    const all = verdicts(text);
    if (verdict === "fails") expect(all).toContain("fails");
    else expect(all).not.toContain("fails");
    expect(all).toContain(verdict);
  });
});

describe("sums and products by capital letters, short names of KaTeX", () => {
  it.each([
    [String.raw`$\Sigma_{i=1}^n i = \frac{n(n+1)}{2}$`, "holds"],
    [String.raw`$\Sigma_{i=1}^{n} 1 = n + 1$`, "fails"],
    [String.raw`$\Pi_{k=1}^n 2 = 2^n$`, "holds"],
    [String.raw`$\int_0^\infin e^{-t}\,dt = 1$`, "holds"],
    [String.raw`$3 \plusmn 0 = 4$`, "fails"],
  ])("%s", (text, verdict) => expect(verdicts(text).pop()).toBe(verdict));
});

describe("values that are missing", () => {
  it.each([
    ["a largest value over what is not said", String.raw`$$\max_p (p^T x - \log(p^T 1)) = \max_p (p^T x)$$`],
    ["what an event is", "The law of $X$ is not known. Let $F(x) = x^2$ on $[0, 1]$. $P\\{X > b\\} = 1 - F(b)$"],
  ])("%s", (_, text) => expect(verdicts(text)).not.toContain("fails"));
});
