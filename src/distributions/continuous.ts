/** Continuous families beside the normal one: exponential, gamma (shape a, rate b), beta, Laplace. */
import type { NamedFamily } from "./family";

export const exponential: NamedFamily = {
  spellings: ["\\mathrm{Exp}", "\\mathrm{Exponential}"],
  parameters: ["a"],
  density: "a e^{-a x}",
  support: "positive",
  mean: "\\frac{1}{a}",
  variance: "\\frac{1}{a^2}",
};
export const gamma: NamedFamily = {
  spellings: ["\\mathrm{Gamma}", "\\mathrm{Gam}", "\\mathcal{G}"],
  parameters: ["a", "b"],
  density: "\\frac{b^a}{\\Gamma(a)} x^{a-1} e^{-b x}",
  support: "positive",
  mean: "\\frac{a}{b}",
  variance: "\\frac{a}{b^2}",
};
export const beta: NamedFamily = {
  spellings: ["\\mathrm{Beta}"],
  parameters: ["a", "b"],
  density: "\\frac{\\Gamma(a+b)}{\\Gamma(a) \\Gamma(b)} x^{a-1} (1-x)^{b-1}",
  support: "unit",
  mean: "\\frac{a}{a+b}",
  variance: "\\frac{a b}{(a+b)^2 (a+b+1)}",
};
export const laplace: NamedFamily = {
  spellings: ["\\mathrm{Laplace}"],
  parameters: ["m", "b"],
  density: "\\frac{1}{2 b} e^{-\\frac{|x-m|}{b}}",
  support: "real",
  mean: "m",
  variance: "2 b^2",
};
