/** The variable of a sum or an integral at which a law without an argument stands for its density. */

/** Under a sum over a continuous variable a distribution without an argument, N(μ, σ²), is its density at that variable. */
export const DENSITY_VARIABLE = "#density";
