/** Continuous families beside the normal one. Gamma and its kin are by shape a and rate b. */
import type { NamedFamily } from "./family";

export const exponential: NamedFamily = {
  spellings: ["\\mathrm{Exp}", "\\mathrm{Exponential}", "\\mathrm{Expo}", "\\mathcal{E}"],
  parameters: ["a"],
  domains: { a: "positive" },
  density: "a e^{-a x}",
  cumulative: "1 - e^{-a x}",
  support: "positive",
  mean: "\\frac{1}{a}",
  variance: "\\frac{1}{a^2}",
  skewness: "2",
  words: "exponential(?:ly)?",
};
export const gamma: NamedFamily = {
  spellings: ["\\mathrm{Gamma}", "\\mathrm{Gam}", "\\mathcal{G}", "\\mathrm{Ga}"],
  parameters: ["a", "b"],
  domains: { a: "positive", b: "positive" },
  density: "\\frac{b^a}{\\Gamma(a)} x^{a-1} e^{-b x}",
  support: "positive",
  mean: "\\frac{a}{b}",
  variance: "\\frac{a}{b^2}",
  skewness: "\\frac{2}{\\sqrt{a}}",
  words: "gamma|erlang",
};
/** By shape a and rate b of its reciprocal. */
export const inverseGamma: NamedFamily = {
  spellings: ["\\mathrm{InvGamma}", "\\mathrm{IG}", "\\mathrm{InverseGamma}", "\\mathrm{Inv-Gamma}"],
  parameters: ["a", "b"],
  domains: { a: "positive", b: "positive" },
  density: "\\frac{b^a}{\\Gamma(a)} x^{-a-1} e^{-b / x}",
  support: "positive",
  mean: "\\frac{b}{a - 1}",
  variance: "\\frac{b^2}{(a-1)^2 (a-2)}",
  words: "inverse[- ]gamma",
};
export const beta: NamedFamily = {
  spellings: ["\\mathrm{Beta}", "\\mathrm{Bet}", "\\mathrm{Be}"],
  parameters: ["a", "b"],
  domains: { a: "positive", b: "positive" },
  density: "\\frac{\\Gamma(a+b)}{\\Gamma(a) \\Gamma(b)} x^{a-1} (1-x)^{b-1}",
  support: "unit",
  mean: "\\frac{a}{a+b}",
  variance: "\\frac{a b}{(a+b)^2 (a+b+1)}",
  skewness: "\\frac{2 (b - a) \\sqrt{a + b + 1}}{(a + b + 2) \\sqrt{a b}}",
  words: "beta",
};
export const laplace: NamedFamily = {
  spellings: ["\\mathrm{Laplace}", "\\mathrm{Lap}"],
  parameters: ["m", "b"],
  domains: { b: "positive" },
  density: "\\frac{1}{2 b} e^{-\\frac{|x-m|}{b}}",
  support: "real",
  mean: "m",
  variance: "2 b^2",
  skewness: "0",
  words: "laplace|double exponential",
};
/** Over the interval from a to b. */
export const uniform: NamedFamily = {
  spellings: ["\\mathrm{U}", "U", "\\mathcal{U}", "\\mathrm{Uniform}", "\\mathrm{Unif}", "\\mathrm{uniform}"],
  parameters: ["a", "b"],
  density: "\\frac{1}{b - a}",
  cumulative: "\\frac{x - a}{b - a}",
  support: "interval",
  mean: "\\frac{a + b}{2}",
  variance: "\\frac{(b - a)^2}{12}",
  skewness: "0",
  words: "uniform(?:ly)?",
};
/** By scale b and shape k. */
export const weibull: NamedFamily = {
  spellings: ["\\mathrm{Weibull}"],
  parameters: ["b", "k"],
  domains: { b: "positive", k: "positive" },
  density: "\\frac{k}{b} \\left(\\frac{x}{b}\\right)^{k-1} e^{-(x/b)^k}",
  cumulative: "1 - e^{-(x/b)^k}",
  support: "positive",
  mean: "b \\Gamma\\left(1 + \\frac{1}{k}\\right)",
  variance: "b^2 \\left(\\Gamma\\left(1 + \\frac{2}{k}\\right) - \\Gamma\\left(1 + \\frac{1}{k}\\right)^2\\right)",
  words: "weibull",
};
/** Around m with scale b: it has no mean. */
export const cauchy: NamedFamily = {
  spellings: ["\\mathrm{Cauchy}"],
  parameters: ["m", "b"],
  domains: { b: "positive" },
  density: "\\frac{1}{\\pi b \\left(1 + \\left(\\frac{x - m}{b}\\right)^2\\right)}",
  cumulative: "\\frac12 + \\frac{1}{\\pi} \\arctan\\left(\\frac{x - m}{b}\\right)",
  support: "real",
  words: "cauchy",
};
/** By its least value c and its shape a. */
export const pareto: NamedFamily = {
  spellings: ["\\mathrm{Pareto}"],
  parameters: ["c", "a"],
  domains: { c: "positive", a: "positive" },
  density: "\\frac{a c^a}{x^{a + 1}}",
  cumulative: "1 - \\left(\\frac{c}{x}\\right)^a",
  support: "interval",
  ends: ["c", "\\infty"],
  mean: "\\frac{a c}{a - 1}",
  variance: "\\frac{a c^2}{(a - 1)^2 (a - 2)}",
  words: "pareto",
};
