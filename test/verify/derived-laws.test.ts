/** Laws that are stated of what formulas make of names with laws. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};
const LINE = "Let $X\\sim\\mathcal N(\\mu,\\sigma^2)$ and $Y=aX+b$. Then ";
const SCORE = "Let $X\\sim\\mathcal N(\\mu,\\sigma^2)$ and $Z=\\frac{X-\\mu}\\sigma$. Then ";
const PAIR = "Let $X\\sim\\mathcal N(0,1)$ and $Y\\sim\\mathcal N(1,4)$ be independent. Then ";
const COUNTS = "Let $X\\sim\\mathrm{Poisson}(\\lambda)$ and $Y\\sim\\mathrm{Poisson}(\\mu)$ be independent and $S=X+Y$. Then ";
const MEAN = "Let $X_1,\\dots,X_n\\sim\\mathcal N(\\mu,\\sigma^2)$ be independent and $\\bar X=\\frac1n\\sum_{i=1}^nX_i$. Then ";
const DEVIATION = "Let $X\\sim\\mathcal N(\\mu,\\sigma)$ and $Z=\\frac{X-\\mu}\\sigma$. Then ";

describe("the law of a formula", () => {
  it.each([
    [LINE, "Y\\sim\\mathcal N(a\\mu+b,a^2\\sigma^2)", "holds"],
    [LINE, "Y\\sim\\mathcal N(a\\mu+b,a\\sigma^2)", "fails"],
    [LINE, "Y\\sim\\mathcal N(a\\mu,a^2\\sigma^2)", "fails"],
    [SCORE, "Z\\sim\\mathcal N(0,1)", "holds"],
    [DEVIATION, "Z\\sim\\mathcal N(0,1)", "holds"],
    [PAIR, "X+Y\\sim\\mathcal N(1,5)", "holds"],
    [PAIR, "X-Y\\sim\\mathcal N(-1,5)", "holds"],
    [PAIR, "X+Y\\sim\\mathcal N(1,3)", "fails"],
    ["Let $X\\sim\\mathcal N(0,1)$ and $Y\\sim\\mathcal N(1,4)$. Then ", "X+Y\\sim\\mathcal N(1,5)", "holds-if"],
    [MEAN, "\\bar X\\sim\\mathcal N(\\mu,\\frac{\\sigma^2}n)", "holds"],
    [COUNTS, "S\\sim\\mathrm{Poisson}(\\lambda+\\mu)", "given"],
    [COUNTS, "S\\sim\\mathrm{Poisson}(\\lambda\\mu)", "fails"],
    ["Let $X\\sim\\mathcal N(0,1)$ and $Y=X^2$. Then ", "Y\\sim\\chi^2_1", "given"],
    ["Let $X\\sim\\mathcal N(0,1)$ and $Y\\sim\\mathcal N(0,1)$ be independent and $W=XY$. Then ", "W\\sim\\mathcal N(0,1)", "given"],
    [`${LINE}we go on. Let `, "Y\\sim\\mathcal N(0,1)", "given"],
    [`${LINE}we go on. Let $U\\sim U(0,1)$ and `, "Y\\sim\\mathcal N(0,1)", "given"],
    ["Let $X\\sim\\mathcal N(0,1)$. Let ", "Y\\sim\\mathcal N(0,4)", "given"],
  ])("%s%s: %s", (before, law, verdict) => expect(last(`${before}$${law}$.\n`)).toMatchObject({ verdict, relation: "∼" }));
});
