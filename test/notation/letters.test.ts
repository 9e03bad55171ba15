/** Letters as the functions that mathematics calls so: identities that hold under such a reading, and false ones that must not. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const TRUE = [
  "J_{\\nu}(z) J_{1-\\nu}(z) + J_{-\\nu}(z) J_{\\nu-1}(z) = \\frac{2 \\sin(\\pi\\nu)}{\\pi z}",
  "\\sum_{k=0}^{n} F_k^2 = F_n F_{n+1}",
  "T_{2n}(x) = T_n(2x^2 - 1)",
  "P_{n}(-x) = (-1)^n P_{n}(x)",
  "\\zeta\\left(2, \\tfrac14\\right) = \\pi^2 + 8 G",
  "\\pi = 2 K(0)",
  "\\psi(x + 1) = \\psi(x) + \\frac1x",
  "\\theta_3^4(0, q) = \\theta_2^4(0, q) + \\theta_4^4(0, q)",
  "B_n(x + 1) - B_n(x) = n x^{n-1}",
  "{}_1F_1(a; a; x) = e^x",
  "W(x) e^{W(x)} = x",
  "\\sum_{d \\mid n} \\varphi(d) = n",
  "(z)_{m + n} = (z)_m (z + m)_n",
  "R_G(4, 4, 4) = 2",
  "\\sum_{k=1}^{4} \\delta_{3k} k^2 = 9",
  "\\psi'(1) = \\frac{\\pi^2}{6}",
  "\\left(\\tfrac12\\right)_n = \\frac{(2n)!}{4^n n!}",
];
const FALSE = [
  "J_{\\nu}(z) J_{1-\\nu}(z) + J_{-\\nu}(z) J_{\\nu-1}(z) = \\frac{\\sin(\\pi\\nu)}{\\pi z}",
  "\\sum_{k=0}^{n} F_k^2 = F_n F_{n+2}",
  "T_{2n}(x) = T_n(2x^2 + 1)",
  "\\zeta\\left(2, \\tfrac14\\right) = \\pi^2 + 7 G",
  "\\psi(x + 1) = \\psi(x) - \\frac1x",
  "B_n(x + 1) - B_n(x) = x^{n-1}",
  "(z)_{m + n} = (z)_m (z + n)_n",
  "R_G(4, 4, 4) = 4",
  "\\sum_{k=1}^{4} \\delta_{(3,k)} k^2 = 16",
  "\\int_{-1}^{1} P_n(x) P_m(x) \\, dx = \\frac{1}{2n + 1} \\delta_{(n,m)}",
  "\\psi'(1) = \\frac{\\pi^2}{8}",
  "\\left(\\tfrac12\\right)_n = \\frac{(2n)!}{2^n n!}",
];

describe("letters as functions", () => {
  for (const latex of TRUE) it(latex, () => expect(verdictOf(latex)).toBe("holds"));
  for (const latex of FALSE) it(`${latex} does not hold`, () => expect(verdictOf(latex)).not.toMatch(/^holds/));

  it("give way to the document's own", () => {
    const own = "Let $K(x) = x + 1$.\n\n$$K(0) = \\frac{\\pi}{2}$$\n";
    expect(verdictsOf(own).at(-1)).not.toBe("holds");
  });

  it("have one index, not two letters side by side", () => {
    expect(verdictOf("P_{n}(1) = 1")).toBe("holds");
    expect(verdictOf("P_{sa}(1) = 1")).not.toBe("holds");
  });

  it("are no excuse where letters are matrices", () => {
    expect(verdictsOf("Let $A$ and $C$ be invertible $n \\times n$ matrices.\n\n$$(AC)^{-1} = A^{-1} C^{-1}$$\n").at(-1)).toBe("fails");
  });
});

describe("conditions on complex numbers", () => {
  const cases: [string, string][] = [
    ["Let $\\tau \\in \\mathbb{C}$, $\\operatorname{Im}(\\tau) > 0$.\n\n$$\\lambda(\\tau + 2) = \\lambda(\\tau)$$\n", "holds"],
    ["Let $z \\in \\mathbb{C} \\setminus (-\\infty, 0]$.\n\n$$\\log(\\overline{z}) = \\overline{\\log(z)}$$\n", "holds"],
    ["Let $z \\in \\mathbb{C}$.\n\n$$|\\operatorname{Im}(z)| \\le |z|$$\n", "holds"],
  ];
  for (const [text, verdict] of cases) it(text.trim(), () => expect(verdictsOf(text).at(-1)).toBe(verdict));
});
