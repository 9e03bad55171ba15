/** The normal distribution N(m, v) with mean m and variance v, and the distributions of its exponential and of its squares. */
import type { NamedFamily } from "./family";

export const gaussian: NamedFamily = {
  spellings: ["\\mathcal{N}", "N", "\\mathrm{N}", "\\mathrm{Normal}", "\\mathcal{N}_{1}", "\\mathbf{N}", "\\mathsf{N}"],
  parameters: ["m", "v"],
  domains: { v: "positive" },
  density: "\\frac{1}{\\sqrt{2 \\pi v}} \\exp\\left(-\\frac{(x - m)^2}{2 v}\\right)",
  cumulative: "\\frac12 \\left(1 + \\operatorname{erf}\\left(\\frac{x - m}{\\sqrt{2 v}}\\right)\\right)",
  support: "real",
  mean: "m",
  variance: "v",
  skewness: "0",
  words: "normal|gaussian",
};
/** Of e^Z with Z normal of mean m and variance v. */
export const lognormal: NamedFamily = {
  spellings: ["\\mathrm{Lognormal}", "\\mathrm{LogNormal}", "\\mathrm{LN}", "\\mathcal{LN}"],
  parameters: ["m", "v"],
  domains: { v: "positive" },
  density: "\\frac{1}{x \\sqrt{2 \\pi v}} \\exp\\left(-\\frac{(\\ln x - m)^2}{2 v}\\right)",
  cumulative: "\\frac12 \\left(1 + \\operatorname{erf}\\left(\\frac{\\ln x - m}{\\sqrt{2 v}}\\right)\\right)",
  support: "positive",
  mean: "e^{m + \\frac{v}{2}}",
  variance: "(e^{v} - 1) e^{2 m + v}",
  skewness: "(e^{v} + 2) \\sqrt{e^{v} - 1}",
  words: "log-?normal",
};
/** Of a sum of k squared standard normal variables. */
export const chiSquare: NamedFamily = {
  spellings: ["\\chi^{2}", "\\mathrm{ChiSquare}", "\\mathrm{Chi2}"],
  parameters: ["k"],
  domains: { k: "positive" },
  density: "\\frac{x^{k/2 - 1} e^{-x/2}}{2^{k/2} \\Gamma\\left(\\frac{k}{2}\\right)}",
  support: "positive",
  mean: "k",
  variance: "2 k",
  skewness: "\\sqrt{\\frac{8}{k}}",
  words: "chi-?squared?",
};
/** Student's t with k degrees of freedom. */
export const student: NamedFamily = {
  spellings: ["\\mathrm{Student}", "\\mathrm{St}", "\\mathrm{t}"],
  parameters: ["k"],
  domains: { k: "positive" },
  density:
    "\\frac{\\Gamma\\left(\\frac{k + 1}{2}\\right)}{\\sqrt{k \\pi} \\Gamma\\left(\\frac{k}{2}\\right)} \\left(1 + \\frac{x^2}{k}\\right)^{-\\frac{k + 1}{2}}",
  support: "real",
  mean: "0",
  variance: "\\frac{k}{k - 2}",
  words: "student(?:'s)?(?:[- ]t)?",
};
