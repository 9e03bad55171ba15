/** Equalities up to terms of known growth: the next term of an expansion decides. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "../verify/run";

const raw = String.raw;

describe("Landau symbols", () => {
  it.each([
    ["a series", raw`$$\sqrt{1+x} = 1 + \frac{x}{2} - \frac{x^2}{8} + O(x^3)$$`, "holds"],
    ["a bound that is not sharp", raw`$$\sin t = t + O(t^2)$$`, "holds"],
    ["a wrong sign", raw`$$\ln(1+x) = x + \frac{x^2}{2} + O(x^3)$$`, "fails"],
    ["a wrong coefficient", raw`$$e^u = 1 + u + \frac{u^2}{2} + \frac{u^3}{3} + \mathcal{O}(u^4)$$`, "fails"],
    ["a high order", raw`$$\cos x = 1 - \frac{x^2}{2} + \frac{x^4}{24} - \frac{x^6}{720} + O(x^8)$$`, "holds"],
    ["a term too few", raw`$$\cos x = 1 - \frac{x^2}{2} + O(x^6)$$`, "fails"],
    ["little o", raw`$$\tan x = x + o(x^2)$$`, "holds"],
    ["little o of what stays", raw`$$\tan x = x + o(x^3)$$`, "fails"],
    ["little o on both sides", raw`$$3(2 - x + o(x)) = 6 - 3x + o(x)$$`, "holds"],
    ["little o that grew", raw`$$3(2 - x + o(x)) = 6 - 3x + o(x^2)$$`, "fails"],
    ["little o beside a wrong term", raw`$$3(2 - x + o(x)) = 6 - 2x + o(x)$$`, "fails"],
    ["little o far out", raw`$$n^2 \left(1 + \frac{2}{n} + o(1/n)\right) = n^2 + 2n + o(n)$$`, "holds"],
    ["a limit at infinity of another formula", raw`We look for $\lim_{x \to \infty} x \sin \frac2x$. As $$\sin x = x + o(x^2)$$`, "holds"],
    ["a logarithm is no constant", raw`$$x \ln x = O(x)$$`, "unchecked"],
    ["a quotient of expansions", raw`$$\frac{x - x^3/6 + O(x^5)}{x} = 1 - \frac{x^2}{6} + O(x^4)$$`, "holds"],
    ["around one", raw`$$\ln x = (x-1) - \frac{(x-1)^2}{2} + O((x-1)^3)$$`, "holds"],
    ["around one, with a slip", raw`$$\ln x = (x-1) + \frac{(x-1)^2}{2} + O((x-1)^3)$$`, "fails"],
    ["a smooth function", raw`Let $f$ be smooth. $$\frac{f(x+h) - f(x-h)}{2h} = f'(x) + O(h^2)$$`, "holds"],
    ["a smooth function, half of the step", raw`For smooth $w$, $$\frac{w(x+h) - w(x-h)}{h} = w'(x) + O(h^2)$$`, "fails"],
    ["a smooth function, an order too many", raw`$$\frac{w(t+h) - w(t)}{h} = w'(t) + O(h^2)$$`, "fails"],
    ["a function that an equation speaks of", raw`Let $w'' = -w$. Then $$w(t+h) = w(t) + h w'(t) - \frac{h^2}{2} w(t) + O(h^3)$$`, "unchecked"],
    ["one whose formula is known", raw`Let $g(x) = e^{2x}$. Then $$g(x) = 1 + 2x + 4x^2 + O(x^3)$$`, "fails"],
    ["a sum", raw`$$\sum_{k=1}^n k^2 = \frac{n^3}{3} + O(n^2)$$`, "holds"],
    ["a sum, wrongly", raw`$$\sum_{k=1}^n k^2 = \frac{n^3}{2} + O(n^2)$$`, "fails"],
    ["a bound that vanishes far out", raw`$$\sqrt{n^2 + n} = n + \frac12 + O(1/n)$$`, "holds"],
    ["what the words say of the point", raw`As $x \to \infty$, $$\sqrt{x^2 + 1} = x + O(x)$$`, "holds"],
    ["the limit of a sequence is none of its index", raw`Since $x_n \to 0$, we have $$\sqrt{n^2 + n} = n + \frac12 + O(1/n)$$`, "holds"],
    ["dots behind a series", raw`$$\tan x = x + \frac{x^3}{3} + \frac{2x^5}{15} + \cdots$$`, "holds"],
    ["dots behind a wrong term", raw`$$\cos x = 1 - \frac{x^2}{2!} - \frac{x^4}{4!} - \frac{x^6}{6!} + \cdots$$`, "fails"],
    ["dots behind two terms", raw`$$e^{-3x} = 1 + 3x + \cdots$$`, "fails"],
    ["dots around one", raw`$$\sqrt{x} = 1 + \frac12(x-1) - \frac18(x-1)^2 + \cdots$$`, "holds"],
    ["dots behind a function's terms", raw`Let $g(x) = e^{2x}$. Then $$g(x) = 1 + x + 2x^2 + \cdots$$`, "fails"],
    ["dots behind coefficients that are looked for", raw`Let $g(x) = e^{2x}$. We write $$g(x) = a + bx + cx^2 + \cdots$$`, "given"],
    ["a recurrence", raw`$$T(n) = 2T(n/2) + O(n)$$`, "given"],
    ["what is not said", raw`$$\sum_{k=1}^n \frac1k = \ln n + c + O(1/n)$$`, "unchecked"],
    [
      "under a limit",
      raw`We have $f(x) = f(0) + x f'(0) + o(x)$, and similarly for $g(x)$. Thus \begin{align*} \lim_{x \to 0} \frac{f(x)}{g(x)} &= \lim_{x \to 0} \frac{f(0) + x f'(0) + o(x)}{g(0) + x g'(0) + o(x)} \\ &= \lim_{x \to 0} \frac{f'(0) + \frac{o(x)}{x}}{g'(0) + \frac{o(x)}{x}} \end{align*}`,
      "unchecked",
    ],
    ["nothing is equal to it", raw`$$\sin x + O(x^3) = x$$`, "unchecked"],
    ["no fact for later steps", raw`$$\ln(1+x) = x + O(x^2)$$ Then $$\ln(1+x) = x$$`, "fails"],
  ])("%s", (_, text, last) => expect(verdicts(text).pop()).toBe(last));
});

describe("a difference that is too large", () => {
  it("is shown at a point: the sides without the bound", () => {
    const [step] = stepsOf(check(raw`$$a \ln(1+x) = ax + \frac{ax^2}{2} + O(x^3)$$`));
    const { values, left, right } = step.witness ?? { values: {}, left: 0, right: 0 };
    const [a, x] = [Number(values.a), Number(values.x)];
    expect(Number(left)).toBeCloseTo(a * Math.log1p(x), 12);
    expect(Number(right)).toBeCloseTo(a * (x + x ** 2 / 2), 12);
  });
});
