/** The normal distribution N(m, v) with mean m and variance v. */
import type { NamedFamily } from "./family";

export const gaussian: NamedFamily = {
  spellings: ["\\mathcal{N}", "N", "\\mathrm{N}", "\\mathrm{Normal}", "\\mathcal{N}_{1}"],
  parameters: ["m", "v"],
  density: "\\frac{1}{\\sqrt{2 \\pi v}} \\exp\\left(-\\frac{(x - m)^2}{2 v}\\right)",
  support: "real",
  mean: "m",
  variance: "v",
};
