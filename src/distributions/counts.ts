/** Families over whole numbers. The geometric one counts trials; the one that counts failures is its own. */
import type { NamedFamily } from "./family";

export const bernoulli: NamedFamily = {
  spellings: ["\\mathrm{Bern}", "\\mathrm{Bernoulli}", "\\mathrm{Ber}", "\\mathrm{Be}"],
  parameters: ["a"],
  domains: { a: "unit" },
  density: "a^x (1-a)^{1-x}",
  support: "binary",
  discrete: true,
  mean: "a",
  variance: "a (1-a)",
  skewness: "\\frac{1 - 2 a}{\\sqrt{a (1 - a)}}",
  words: "bernoulli",
};
export const poisson: NamedFamily = {
  spellings: ["\\mathrm{Poisson}", "\\mathrm{Poi}", "\\mathrm{Pois}", "\\mathrm{Poiss}", "\\mathrm{Po}", "\\mathcal{P}"],
  parameters: ["a"],
  domains: { a: "positive" },
  density: "\\frac{a^x e^{-a}}{x!}",
  support: "naturals",
  discrete: true,
  mean: "a",
  variance: "a",
  skewness: "\\frac{1}{\\sqrt{a}}",
  words: "poisson",
};
/** Of n trials with probability p. */
export const binomial: NamedFamily = {
  spellings: ["\\mathrm{Bin}", "\\mathrm{Binomial}", "\\mathrm{B}", "B", "\\mathrm{Binom}", "\\mathcal{B}"],
  parameters: ["n", "p"],
  domains: { n: "count", p: "unit" },
  density: "\\binom{n}{x} p^x (1-p)^{n-x}",
  support: "interval",
  ends: ["0", "n"],
  discrete: true,
  mean: "n p",
  variance: "n p (1 - p)",
  skewness: "\\frac{1 - 2 p}{\\sqrt{n p (1 - p)}}",
  words: "binomial",
};
/** The number of trials up to the first success, from 1. */
export const geometric: NamedFamily = {
  spellings: ["\\mathrm{Geom}", "\\mathrm{Geometric}", "\\mathrm{Geo}"],
  parameters: ["p"],
  domains: { p: "unit" },
  density: "(1-p)^{x-1} p",
  support: "interval",
  ends: ["1", "\\infty"],
  discrete: true,
  mean: "\\frac{1}{p}",
  variance: "\\frac{1 - p}{p^2}",
  skewness: "\\frac{2 - p}{\\sqrt{1 - p}}",
  words: "geometric",
};
/** The number of failures before the first success, from 0. */
export const geometricFailures: NamedFamily = {
  spellings: [],
  parameters: ["p"],
  domains: { p: "unit" },
  density: "(1-p)^{x} p",
  support: "naturals",
  discrete: true,
  mean: "\\frac{1 - p}{p}",
  variance: "\\frac{1 - p}{p^2}",
  skewness: "\\frac{2 - p}{\\sqrt{1 - p}}",
};
/** The number of failures before the r-th success. */
export const negativeBinomial: NamedFamily = {
  spellings: ["\\mathrm{NegBin}", "\\mathrm{NB}", "\\mathrm{NegativeBinomial}", "\\mathrm{NBin}"],
  parameters: ["r", "p"],
  domains: { r: "positive", p: "unit" },
  density: "\\frac{\\Gamma(x + r)}{x! \\Gamma(r)} p^r (1-p)^x",
  support: "naturals",
  discrete: true,
  mean: "\\frac{r (1 - p)}{p}",
  variance: "\\frac{r (1 - p)}{p^2}",
  skewness: "\\frac{2 - p}{\\sqrt{r (1 - p)}}",
  words: "negative[- ]binomial",
};
/** Over the whole numbers from a to b. */
export const discreteUniform: NamedFamily = {
  spellings: ["\\mathrm{DiscreteUniform}", "\\mathrm{DU}"],
  parameters: ["a", "b"],
  density: "\\frac{1}{b - a + 1}",
  support: "interval",
  discrete: true,
  mean: "\\frac{a + b}{2}",
  variance: "\\frac{(b - a + 1)^2 - 1}{12}",
  skewness: "0",
};
