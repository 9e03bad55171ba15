/** What the letters of linear algebra stand for where a document does not say: entries, rows, quadratic forms, transposes. */
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/verify/report";
import { check, stepsOf } from "../verify/run";

const steps = (text: string) => stepsOf(check(text));
const last = (formula: string, words = ""): Verdict | undefined => steps(`${words}\n\n$$ ${formula} $$\n`).at(-1)?.verdict;
const WORDS = "Let $B$, $C$, $D$, $F$ and $Z$ be square matrices.";

describe("a formula without a word", () => {
  it.each([
    // entries of a matrix in its small letter, of a bold vector in its plain one
    ["z^\\top B z = \\sum_{i=1}^m \\sum_{j=1}^m b_{ij} z_i z_j", "holds"],
    ["(BC)_{ij} = \\sum_{k=1}^m b_{ik} c_{kj}", "holds"],
    ["(B C)_{ij} = \\sum_{k=1}^m [B]_{ki} [C]_{kj}", "fails"],
    ["\\mathbf{p} \\cdot \\mathbf{q} = \\sum_i p_i q_i", "holds"],
    ["\\mathbf{p} \\cdot \\mathbf{q} = 2 \\sum_i p_i q_i", "fails"],
    ["\\mathbf{1}^\\top z = \\sum_{i=1}^m z_i", "holds"],
    ["[B]_{11}[B]_{22} - [B]_{12}[B]_{21} = \\det(B)", "holds"],
    ["[B]_{11}[B]_{22} + [B]_{12}[B]_{21} = [B]_{11}[B]_{22} - [B]_{12}[B]_{21} = \\det(B)", "holds"],
    // vectors with an index are the rows or the columns of the matrix of their letter
    ["Z^\\top Z = \\sum_{i=1}^m z_i z_i^\\top", "holds"],
    ["\\mathbf{B} \\mathbf{w} = \\sum_{j=1}^m w_j \\mathbf{b}_j", "holds"],
    // quadratic forms are symmetric, if need be
    ["\\frac{\\partial}{\\partial z} z^\\top B z = 2 B z", "holds-if"],
    ["\\frac{\\partial}{\\partial z} z^\\top B z = (B + B^\\top) z", "holds"],
    // transposes
    ["(B^{-1})^\\mathrm{T} = B^{-\\mathsf{T}}", "holds"],
    ["\\mu_0^T B \\mu_0 = \\operatorname{tr}(B \\mu_0 \\mu_0^T)", "holds"],
    ["(Z'Z)^{-1}Z'(Zb + u) = b + (Z'Z)^{-1}Z'u", "holds"],
    // products
    ["(B \\otimes C)(D \\otimes F) = (BD) \\otimes (CF)", "holds"],
    ["\\operatorname{vec}(BZC) = (C^\\top \\otimes B) \\operatorname{vec}(Z)", "holds"],
    ["\\operatorname{vec}(BZC) = (B \\otimes C^\\top) \\operatorname{vec}(Z)", "fails"],
    ["\\operatorname{rank}\\begin{pmatrix} 1 & 2 \\\\ 3 & 6 \\end{pmatrix} = 1", "holds"],
    ["\\operatorname{rank}\\begin{pmatrix} 1 & 2 \\\\ 3 & 6 \\end{pmatrix} = 2", "fails"],
    ["\\begin{pmatrix} B & C \\\\ 0 & D \\end{pmatrix}^{-1} = \\begin{pmatrix} B^{-1} & -B^{-1} C D^{-1} \\\\ 0 & D^{-1} \\end{pmatrix}", "holds"],
  ] as const)("%s: %s", (formula, verdict) => {
    expect(last(formula, verdict === "fails" ? WORDS : "")).toBe(verdict);
  });
});

it("T above a bracket is an exponent where T ends a sum", () => {
  const sum = "\\sum_{t=1}^T (1+q)^t = \\frac{(1+q)^{T+1} - (1+q)}{q}";
  expect(last(`${sum} = \\frac{(1+q)((1+q)^T - 1)}{q}`)).toBe("holds");
  expect(last(`${sum} = \\frac{(1+q)((1+q)^T + 1)}{q}`)).toBe("fails");
});

it("components that are counted from zero are no entries", () => {
  const words = "Let $\\beta = \\begin{pmatrix} \\beta_0 \\\\ \\beta_1 \\end{pmatrix}$. The hypothesis is\n\n";
  expect(
    steps(
      `${words}$$ H_0: \\; c^\\top \\beta = \\begin{pmatrix} 0 & 1 \\end{pmatrix} \\begin{pmatrix} \\beta_0 \\\\ \\beta_1 \\end{pmatrix} = \\beta_1 = 0 $$`,
    ).map((s) => s.verdict),
  ).toContain("holds");
});

it("the density of a normal vector is that of its covariance and its dimension", () => {
  const log = "\\log \\mathcal{N}(x; \\mu, \\Sigma) = -\\frac{d}{2}\\log(2\\pi) - \\frac12 \\log|\\Sigma| - \\frac12 (x-\\mu)^\\top \\Sigma^{-1} (x-\\mu)";
  expect(last(log)).toBe("holds");
  expect(last(log.replace("\\frac{d}{2}", "d"))).not.toBe("holds");
  expect(last("\\nabla_\\mu \\log \\mathcal{N}(x; \\mu, \\Sigma) = \\Sigma^{-1}(x - \\mu)")).toBe("holds");
});

describe("what is said of one matrix", () => {
  it.each([
    ["Let $H$ be a symmetric orthogonal matrix.", "H^\\top H^2 = H", "holds"],
    ["Let $H$ be a symmetric orthogonal matrix.", "2 H = 2 I", "given"],
    ["The matrix $R$ is symmetric and idempotent.", "R^\\top + R^2 = 2 R", "holds"],
    ["The matrix $R$ is idempotent.", "R^\\top + R^2 = 2 R", "fails"],
    ["Let $D$ be a positive definite diagonal matrix.", "z^\\top D z \\ge 0", "holds"],
    ["Let $D$ be an orthogonal diagonal matrix.", "D^2 + D^\\top = I + D", "holds"],
    ["Let $u \\sim \\mathcal{N}(0, \\tau^2 V)$.", "\\frac{\\partial}{\\partial z} z^\\top V^{-1} z = 2 V^{-1} z", "holds"],
  ])("%s %s: %s", (words, formula, verdict) => expect(last(formula, words)).toBe(verdict));
});

describe("regression", () => {
  const density = "Let $p(y \\mid w) = \\mathcal{N}(y; A w, \\Sigma)$ with $y \\in \\mathbb{R}^n$.";
  const logarithm = (factor: string): string =>
    `L = \\log p(y \\mid w) = -\\frac{n}{2} \\log(2\\pi) - \\frac12 \\log|\\Sigma| - ${factor} (y - A w)^\\top \\Sigma^{-1} (y - A w)`;
  it.each([
    ["\\frac12", "holds"],
    ["\\frac14", "fails"],
  ])("the logarithm of a density whose mean is a product, with %s: %s", (factor, verdict) => expect(last(logarithm(factor), density)).toBe(verdict));
  it("what stands behind a step in a list defines", () =>
    expect(steps("We have $$ L = b + 2c + ab $$ where $b = a^2$ and $c = b + a$, so that $$ L = 3a^2 + 2a + a^3. $$\n").map((s) => s.verdict)).toEqual([
      "defines",
      "defines",
      "defines",
      "holds",
    ]));
});
