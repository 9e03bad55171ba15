/** LaTeX as plain text: one line a case. */
import { expect, it } from "vitest";
import { plainText, plainWords } from "../../src/latex/plain-text";

const cases: readonly (readonly [string, string])[] = [
  ["\\sigma", "σ"],
  ["\\mu_p", "μ_p"],
  ["2\\mu_q^2", "2μ_q²"],
  ["- 2\\mu_{q}^{2}", "−2μ_q²"],
  ["+2ab", "+2ab"],
  ["a^2 - b^2", "a² − b²"],
  ["x^{-1}", "x⁻¹"],
  ["x^{n+1}", "xⁿ⁺¹"],
  ["x^k", "x^k"],
  ["x^{10}", "x¹⁰"],
  ["e^{\\lambda-1} \\times p(z) p_0(x|z)", "e^(λ−1) × p(z)p_0(x|z)"],
  ["q(z \\mid x)", "q(z | x)"],
  ["\\frac{\\mu_p}{\\sigma}", "μ_p/σ"],
  ["\\frac12", "1/2"],
  ["\\frac{1}{2\\sigma^2}", "1/(2σ²)"],
  ["\\frac{a+b}{c-d}", "(a + b)/(c − d)"],
  ["\\frac{1}{2} x", "(1/2)x"],
  ["-\\frac{1}{2s^2}\\left(a - b\\right)^2", "−(1/(2s²))(a − b)²"],
  ["2 \\frac{a b}{s^{2}}", "2(ab/s²)"],
  ["\\frac{N(\\mu_q, \\sigma^2)}{\\sigma}", "N(μ_q, σ²)/σ"],
  ["\\frac{\\frac{a}{b}}{c}", "(a/b)/c"],
  ["\\log\\frac{q}{p}", "log(q/p)"],
  ["p \\log q", "p log q"],
  ["\\sin^2 x", "sin² x"],
  ["\\log_2 x", "log_2 x"],
  ["\\sum_{k=1}^{n} k^2", "∑_(k=1)^n k²"],
  ["\\sum_z q(z)", "∑_z q(z)"],
  ["\\int_0^1 x\\,dx", "∫_0^1 x dx"],
  ["\\sqrt{x}", "√x"],
  ["\\sqrt{x+1}", "√(x + 1)"],
  ["\\sqrt[3]{2}", "∛2"],
  ["x \\ge 0", "x ≥ 0"],
  ["x \\ne -1", "x ≠ −1"],
  ["n \\to \\infty", "n → ∞"],
  ["A^\\top B^{T}", "AᵀBᵀ"],
  ["u^\\mathrm{T} A^{\\mathsf{T}} v", "uᵀAᵀv"],
  ["f'(x)", "f′(x)"],
  ["f^{\\prime}", "f′"],
  ["x^*", "x*"],
  ["x_{ij}", "x_ij"],
  ["x_{i+1}", "x_(i+1)"],
  ["\\hat{x}", "x̂"],
  ["\\mathbb{R}", "ℝ"],
  ["\\mathcal{L}(p, q)", "L(p, q)"],
  ["\\operatorname{Var}(X)", "Var(X)"],
  ["\\mathrm{KL}(q \\,\\|\\, p)", "KL(q‖p)"],
  ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "(1, 2; 3, 4)"],
  ["\\left|x\\right|", "|x|"],
  ["\\binom{n}{k}", "C(n, k)"],
  ["2 \\cdot 3", "2 · 3"],
  ["\\text{mean of } x", "mean of x"],
  ["\\partial_x f", "∂_x f"],
  ["x_i y_i", "x_i y_i"],
  ["a \\pm b", "a ± b"],
  ["\\vmu", "vmu"],
  ["", ""],
];

it.each(cases)("%s", (latex, text) => {
  expect(plainText(latex)).toBe(text);
});

it("leaves broken and very deep formulas readable", () => {
  expect(plainText("\\frac{a")).toMatch(/a/);
  expect(plainText("x^")).toBe("x");
  expect(plainText("\\frac{1}{".repeat(60))).toContain("1");
});

it("sets the formulas of a message", () => {
  expect(plainWords("It holds with $2\\mu_q^2$ in place of $2\\mu_p^2$.")).toBe("It holds with 2μ_q² in place of 2μ_p².");
  expect(plainWords("Nothing here costs 5 $.")).toBe("Nothing here costs 5 $.");
  expect(plainWords("p is the marginal of p_{0} at \\lambda = 1")).toBe("p is the marginal of p_0 at λ = 1");
  expect(plainWords("Write `log_{2}` for `\\mu`; \\foo{x} is not known")).toBe("Write `log_{2}` for `\\mu`; \\foo{x} is not known");
});
