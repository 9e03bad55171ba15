/** Families over whole numbers: Bernoulli and Poisson. */
import type { NamedFamily } from "./family";

export const bernoulli: NamedFamily = {
  spellings: ["\\mathrm{Bern}", "\\mathrm{Bernoulli}"],
  parameters: ["a"],
  density: "a^x (1-a)^{1-x}",
  support: "naturals",
  mean: "a",
  variance: "a (1-a)",
};
export const poisson: NamedFamily = {
  spellings: ["\\mathrm{Poisson}", "\\mathrm{Poi}", "\\mathrm{Pois}"],
  parameters: ["a"],
  density: "\\frac{a^x e^{-a}}{x!}",
  support: "naturals",
  mean: "a",
  variance: "a",
};
