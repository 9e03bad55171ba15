/** Slips in steps that rest on formulas for the terms of a sequence, or on the mean behind a bar, which no definition of the document tells. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const TERMS = R`Let $\sum_ip_i=1$. With $Z(\beta) = \sum_{i=1}^ne^{\beta f_i}$ we get $p_i = \frac{e^{\beta f_i}}{Z(\beta)}$ and`;
const SAMPLE = R`Let $x_1,\dots,x_n$ be a sample. Then`;

it.each([
  ["terms of total one that have a formula", R`${TERMS} $$\frac{\sum_{i=1}^nf_ie^{\beta f_i}}{\sum_{i=1}^ne^{\beta f_i}} = \sum_{i=1}^np_if_i$$`, "holds"],
  ["their sum with the other sign", R`${TERMS} $$\frac{\sum_{i=1}^nf_ie^{\beta f_i}}{\sum_{i=1}^ne^{\beta f_i}} = -\sum_{i=1}^np_if_i$$`, "fails"],
  ["a variance", R`${TERMS} $$\frac{d^2}{d\beta^2}\log Z(\beta) = \sum_{i=1}^np_if_i^2 - \left(\sum_{i=1}^np_if_i\right)^2$$`, "holds"],
  ["without the square of the mean", R`${TERMS} $$\frac{d^2}{d\beta^2}\log Z(\beta) = \sum_{i=1}^np_if_i^2 - \sum_{i=1}^np_if_i$$`, "fails"],
  ["squares about the mean", R`${SAMPLE} $$\sum_{i=1}^n(x_i-\mu)^2 = \sum_{i=1}^n(x_i-\bar x)^2 + n(\bar x-\mu)^2$$`, "holds"],
  ["without the number of terms", R`${SAMPLE} $$\sum_{i=1}^n(x_i-\mu)^2 = \sum_{i=1}^n(x_i-\bar x)^2 + (\bar x-\mu)^2$$`, "fails"],
  ["a rate that is left upside down", R`${SAMPLE} $$\frac{n}{\sum_{i=1}^nx_i} = \bar x$$`, "fails"],
  ["the same in a chain", R`We have $\frac n\theta - \sum_{i=1}^nx_i = 0$, so $\hat\theta = \frac{n}{\sum_{i=1}^nx_i} = \bar x$.`, "fails"],
  ["a mean of something else", R`${SAMPLE} $$\sum_{i=1}^n w_i x_i = \bar x$$`, "given"],
])("%s", (_, text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));

it("the reciprocal is the fix of a rate that is left upside down", () =>
  expect(stepsOf(check(R`${SAMPLE} $$\frac{n}{\sum_{i=1}^nx_i} = \bar x$$`)).at(-1)?.fixes?.[0].title).toBe(R`Replace $\bar x$ by $\frac{1}{\bar x}$`));

it.each([
  [
    "a new name for a value of what nothing has spoken of has the formula behind it",
    R`Let $g(1) = p = \frac{1}{1+e^{-\theta}}$. Then $$\frac{d}{d\theta}\log(1-p) = -p$$`,
    "holds",
  ],
  ["the same, wrongly", R`Let $g(1) = p = \frac{1}{1+e^{-\theta}}$. Then $$\frac{d}{d\theta}\log(1-p) = 1-p$$`, "fails"],
  ["a chance", R`Let $P(X=1) = p = \frac{1}{1+e^{-\theta}}$. Then $$\frac{d}{d\theta}\log p = p$$`, "fails"],
  ["a value of a function that has a formula is no new one", R`Let $f(x) = x^2 + c$. Then $f(2) = d = 5 + c$.`, "not holds"],
])("%s", (_, text, verdict) => {
  const found = stepsOf(check(text)).at(-1)?.verdict;
  if (verdict === "not holds") expect(found).not.toMatch(/holds|defines/);
  else expect(found).toBe(verdict);
});
