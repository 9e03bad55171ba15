/** Distributions of numbered variables, and joints that are products of conditionals: Markov chains, hidden states, draws from one distribution. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(text)).slice(-1)[0];
const HIDDEN = "The model is\n\n$$ p(x_1, x_2, s_1, s_2) = p(s_1) p(x_1 \\mid s_1) p(s_2 \\mid s_1) p(x_2 \\mid s_2). $$\n\nThen\n\n";

describe("numbered variables", () => {
  it.each([
    ["p(s_1) p(s_2 \\mid s_1) = p(s_1, s_2)", "holds"],
    ["p(s_2) = \\sum_{s_1} p(s_2 \\mid s_1) p(s_1)", "holds"],
    ["p(s_t) = \\sum_{s_{t-1}} p(s_t \\mid s_{t-1}) p(s_{t-1})", "holds"],
    ["p(s_2) = \\sum_{s_1} p(s_1 \\mid s_2) p(s_1)", "fails"],
    ["\\sum_{z_1} \\sum_{z_2} q(z_1) q(z_2) \\log q(z_1) q(z_2) = 2 \\sum_z q(z) \\log q(z)", "holds"],
    ["\\sum_{z_1} \\sum_{z_2} q(z_1) q(z_2) \\log q(z_1) q(z_2) = 3 \\sum_z q(z) \\log q(z)", "given"],
    ["\\log \\prod_{t=2}^T p(s_t \\mid s_{t-1}) = \\sum_{t=2}^T \\log p(s_t \\mid s_{t-1})", "holds"],
    ["\\sum_{i=1}^n \\log p(x_i) = n \\log p(x_i)", "given"],
  ])("%s: %s", (step, verdict) => expect(last(`Hence\n\n$$ ${step} $$\n`).verdict).toBe(verdict));
});

describe("products of conditionals", () => {
  it.each([
    [HIDDEN, "p(x_2 \\mid s_2, s_1) = p(x_2 \\mid s_2)", "holds"],
    [HIDDEN, "p(x_1, x_2, s_2) = p(x_2 \\mid s_2) \\sum_{s_1} p(s_2 \\mid s_1) p(x_1, s_1)", "holds"],
    [HIDDEN, "p(x_1 \\mid x_2) = p(x_1)", "given"],
    ["", "p(a, b, c) = p(a) p(b \\mid a) p(c \\mid a, b) = p(a) p(b \\mid a) p(c \\mid b)", "holds-if"],
    ["In a Markov chain\n\n", "p(a, b, c) = p(a) p(b \\mid a) p(c \\mid a, b) = p(a) p(b \\mid a) p(c \\mid b)", "holds"],
    ["The prediction is\n\n", "p(v \\mid d) = \\int p(v \\mid \\theta)\\, p(\\theta \\mid d)\\, d\\theta", "holds-if"],
    ["The prediction is\n\n", "p(d) = \\int p(\\theta \\mid d)\\, p(\\theta)\\, d\\theta", "fails"],
    ["In a Markov chain\n\n", "p(a, b) = p(a) p(b \\mid a) = p(a) p(a \\mid b)", "fails"],
  ])("%s%s: %s", (before, step, verdict) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe(verdict));
});
