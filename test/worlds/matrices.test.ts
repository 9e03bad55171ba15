/** Vectors and matrices in documents: which steps hold, which fail, and which are left alone. */
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/verify/report";
import { check, verdicts } from "../verify/run";

const last = (text: string): string | undefined => verdicts(text).at(-1);

const RECTANGULAR = "Let $B$ be a real $m \\times k$ matrix of full column rank and $u$ a vector with $k$ entries.";
const SQUARE = "Let $A$ and $C$ be invertible $n \\times n$ matrices.";

describe("a last step", () => {
  const cases: [words: string, formula: string, verdict: Verdict][] = [
    [SQUARE, "(AC)^{-1} = C^{-1} A^{-1}", "holds"],
    [SQUARE, "(AC)^{-1} = A^{-1} C^{-1}", "fails"],
    [SQUARE, "(AC)^\\top = C^\\top A^\\top", "holds"],
    [SQUARE, "(A + C)^2 = A^2 + 2AC + C^2", "fails"],
    [SQUARE, "(A + C)^2 = A^2 + AC + CA + C^2", "holds"],
    [SQUARE, "\\det(AC) = \\det(A) \\det(C)", "holds"],
    [SQUARE, "\\operatorname{tr}(AC) = \\operatorname{tr}(A) \\operatorname{tr}(C)", "fails"],
    [SQUARE, "(A + I)(A - I) = A^2 - I", "holds"],
    [SQUARE, "A(A + I)^{-1} = I - (A + I)^{-1}", "holds"],
    [SQUARE, "A(A + I)^{-1} = I + (A + I)^{-1}", "fails"],
    [RECTANGULAR, "\\|Bu\\|^2 = u^\\top B^\\top B u", "holds"],
    [RECTANGULAR, "(B^\\top B)^{-1} B^\\top B u = u", "holds"],
    [RECTANGULAR, "\\operatorname{tr}(B (B^\\top B)^{-1} B^\\top) = k", "holds"],
    [RECTANGULAR, "\\operatorname{tr}(B (B^\\top B)^{-1} B^\\top) = \\operatorname{tr}((B^\\top B)^{-1} B^\\top B) = m", "fails"],
    [RECTANGULAR, "(B^\\top B)^{-1} = B^{-1} (B^\\top)^{-1}", "fails"],
    [RECTANGULAR, "\\frac{\\partial}{\\partial u} u^\\top B^\\top B u = 2 B^\\top B u", "holds"],
    [RECTANGULAR, "\\frac{\\partial}{\\partial u} u^\\top B^\\top B u = B^\\top B u", "fails"],
    ["Let $Q$ be an orthogonal matrix and $x$ a vector.", "\\|Qx\\|^2 = x^\\top x", "holds"],
    ["Let $S$ be a symmetric matrix and $x$, $y$ vectors.", "x^\\top S y = y^\\top S x", "holds"],
    ["Let $S$ be a square matrix and $x$, $y$ vectors.", "x^\\top S y = y^\\top S x", "fails"],
    ["", "(\\mathbf{u} + \\mathbf{v}) \\cdot (\\mathbf{u} - \\mathbf{v}) = \\|\\mathbf{u}\\|^2 - \\|\\mathbf{v}\\|^2", "holds"],
    ["", "\\vec{a} \\times \\vec{b} = -\\vec{b} \\times \\vec{a}", "holds"],
    ["", "\\vec{a} \\times \\vec{b} = \\vec{b} \\times \\vec{a}", "fails"],
    ["", "(2\\hat{\\imath} + \\hat{\\jmath}) \\times (\\hat{\\imath} - \\hat{k}) = -\\hat{\\imath} + 2\\hat{\\jmath} - \\hat{k}", "holds"],
    ["", "(2\\hat{\\imath} + \\hat{\\jmath}) \\times (\\hat{\\imath} - \\hat{k}) = \\hat{\\imath} + 2\\hat{\\jmath} - \\hat{k}", "fails"],
    ["", "\\lim_{t \\to 0} \\left(\\frac{\\sin t}{t} \\hat{\\imath} + t \\hat{\\jmath}\\right) = \\hat{\\imath}", "holds"],
    ["", "\\lim_{t \\to 0} \\left(\\frac{\\sin t}{t} \\hat{\\imath} + t \\hat{\\jmath}\\right) = 2 \\hat{\\imath}", "fails"],
    ["Let $F$ be an $m \\times k$ matrix and $G$ a $k \\times r$ matrix.", "[FG]_{ij} = \\sum_{l=1}^{k} [F]_{il} [G]_{lj}", "holds"],
    ["Let $F$ be an $m \\times k$ matrix and $G$ a $k \\times r$ matrix.", "[FG]_{ij} = \\sum_{l=1}^{k} [F]_{il} [G]_{jl}", "fails"],
    ["Let $I_n$ be the $n \\times n$ identity matrix.", "\\operatorname{tr}(2I_n - I_n) = \\operatorname{tr}(I_n) = 3", "fails"],
    ["Let $I_n$ be the $n \\times n$ identity matrix.", "\\operatorname{tr}(2 I_n) = 2 \\operatorname{tr}(I_n) = 2n", "holds"],
  ];
  it.each(cases)("%s %s: %s", (words, formula, verdict) => {
    expect(last(`${words}\n\n$$ ${formula} $$\n`)).toBe(verdict);
  });
});

describe("a rectangular matrix", () => {
  it("has no inverse, and the message says why", () => {
    const steps = check(`${RECTANGULAR}\n\n$$ (B^\\top B)^{-1} B^\\top = B^{-1} (B^\\top)^{-1} B^\\top $$`).derivations.flatMap((d) => d.steps);
    expect(steps.at(-1)).toMatchObject({ verdict: "fails", code: "matrix/not-square" });
    expect(steps.at(-1)?.message).toContain("m = k");
  });
  it("may have one where its dimensions are said to be the same", () => {
    expect(last(`${RECTANGULAR} Suppose $m = k$.\n\n$$ (B^\\top B)^{-1} B^\\top = B^{-1} (B^\\top)^{-1} B^\\top $$`)).not.toBe("fails");
  });
});

it("capital letters are numbers where nothing speaks of matrices", () => {
  expect(last("$$ (P + Q)^2 = P^2 + 2PQ + Q^2 $$")).toBe("holds");
});

describe("given moments", () => {
  const words = "Let $M$ be an $n \\times n$ matrix and $z = M\\xi$, where $\\mathbb{E}[\\xi] = 0$ and $\\operatorname{Cov}(\\xi) = \\tau I$.";
  it.each([
    ["\\operatorname{Cov}(z) = \\tau M M^\\top", "holds"],
    ["\\operatorname{Cov}(z) = \\tau M^\\top M", "fails"],
    ["\\mathbb{E}[z^\\top z] = \\tau \\operatorname{tr}(M M^\\top)", "holds"],
  ] as const)("%s: %s", (formula, verdict) => {
    expect(last(`${words}\n\nHence\n\n$$ ${formula} $$\n`)).toBe(verdict);
  });
});

describe("a product that does not commute", () => {
  it.each([
    ["\\operatorname{tr}(FGM) = \\operatorname{tr}(GMF)", "\\operatorname{tr}(FGM) = \\operatorname{tr}(FMG)"],
    ["(FG)^\\top = G^\\top F^\\top", "(FG)^\\top = F^\\top G^\\top"],
  ])("%s does not excuse %s", (before, after) => {
    expect(verdicts(`Let $F$, $G$ and $M$ be square matrices.\n\n$$ ${before} $$\n\n$$ ${after} $$\n`).slice(-2)).toEqual(["holds", "fails"]);
  });
});
