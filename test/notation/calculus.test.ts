/** Limits, integrals, antiderivatives, series with dots, rounded decimals, layout: one line a case. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const TABLES: Record<string, [string, string][]> = {
  limits: [
    ["\\lim_{n\\to\\infty} \\sqrt[n]{n} = 1", "holds"],
    ["\\lim_{n\\to\\infty} \\frac{n!}{n^n} = 0", "holds"],
    ["\\lim_{x\\to 0} x \\sin(1/x) = 0", "holds"],
    ["\\lim_{x\\to\\infty} \\frac{1}{2e^{x^2}} = 0", "holds"],
    ["\\lim_{x\\to\\infty} \\frac{x^5}{e^{x^3}} = 0", "holds"],
    ["\\lim_{x\\to\\infty} \\frac{x^5}{e^{x^3}} = 1", "fails"],
    ["\\lim_{x \\to \\pi/2^-} \\tan x = \\infty", "holds"],
    ["\\lim_{x \\to 0} \\frac1x = 3", "unchecked"],
    ["\\lim_{x \\to 0} \\frac{\\tan x - x}{x^3} = \\frac13", "holds"],
    ["\\lim_{x \\to 0} \\frac{\\tan x - x}{x^3} = \\frac12", "fails"],
    ["\\lim_{x \\searrow 0} \\sqrt{x} = 0", "holds"],
    ["\\lim_{\\Delta x \\to 0} \\frac{(x + \\Delta x)^2 - x^2}{\\Delta x} = 2x", "holds"],
    ["\\frac{\\Delta e^{-b\\Delta}}{1 + e^{-b\\Delta}} = \\frac{\\Delta}{1 + e^{b\\Delta}}", "holds"],
    ["\\lim_{t \\to \\infty} -\\frac{1}{x} \\Big|_1^t = 1", "holds"],
  ],
  integrals: [
    ["\\int_0^{\\pi/2} \\sin x \\,\\mathrm{d}x = 1", "holds"],
    ["\\int_0^1 x \\operatorname{d}\\!x = \\frac12", "holds"],
    ["\\int_0^1 \\text{d}x\\, x = \\frac12", "holds"],
    ["\\int_0^1 dx \\int_0^x dy\\ y = \\frac16", "holds"],
    ["\\int_0^1 \\underbrace{x}_{u} \\underbrace{e^x dx}_{dv} = 1", "holds"],
    ["\\int_0^1 e^t dt = e - 1", "holds"],
    ["\\int_0^1 e^t dt = e + 1", "fails"],
    ["\\int_0^1 \\ln x\\,dx = (x \\ln x - x)\\Big|_0^1", "holds"],
    ["\\left. \\frac{x^2}{2} + x \\right]_0^2 = 4", "holds"],
    ["\\int_1^2\\int_3^4 (xy + e^y)\\,dx\\,dy = \\int_1^2 \\left[\\frac12 x^2y + xe^y\\right]_3^4\\,dy", "holds"],
    ["\\int_1^2\\int_3^4 (xy + e^y)\\,dx\\,dy = \\int_1^2 \\left[x^2y + xe^y\\right]_3^4\\,dy", "fails"],
    ["\\int_0^1 y\\,e^{y}\\,dy = \\left[y e^y\\right]_0^1 - \\int_0^1 e^y\\,dy", "holds"],
    ["\\int_0^x (x^3 + xy)\\,dy = x^4 + \\frac{x}{2} \\cdot y^2 \\Big|_0^x", "holds"],
    ["\\int_0^x (x^3 + xy)\\,dy = x^4 + \\frac{x}{3} \\cdot y^2 \\Big|_0^x", "fails"],
  ],
  antiderivatives: [
    ["\\int \\cos x \\, dx = -\\sin x + C", "fails"],
    ["\\int x e^x dx = x e^x - \\int e^x dx = x e^x - e^x + C", "holds"],
    ["\\int u\\,dv = uv - \\int v\\,du", "holds"],
    ["\\int u\\,dv = uv + \\int v\\,du", "fails"],
    ["\\int 2x e^{x^2} dx = \\int e^u du", "holds"],
    ["\\int \\sin x \\cos x \\, dx = \\frac12 \\sin^2 x + C = -\\frac14 \\cos 2x + C", "holds"],
    ["\\int \\sin x \\cos x \\, dx = \\frac12 \\sin^2 x + C = \\frac14 \\cos 2x + C", "fails"],
    ["\\int x^2 dx = x \\int x dx", "unchecked"],
    ["\\frac{d}{dx} \\int \\sin x dx = \\sin x", "holds"],
    ["\\int f'(x) g(x) dx = f(x) g(x) - \\int f(x) g'(x) dx", "holds"],
  ],
  dots: [
    ["1 + 2 + \\cdots + n = \\frac{n(n+1)}{2}", "holds"],
    ["1 + 2 + \\cdots + n = \\frac{n(n-1)}{2}", "fails"],
    ["1 + 3 + 5 + \\cdots + (2n-1) = n^2", "holds"],
    ["1 + x + \\frac{x^2}{2} + \\frac{x^3}{6} + \\cdots = e^x", "holds"],
    ["1 - \\frac{x^2}{2!} + \\frac{x^4}{4!} - \\cdots = \\sin x", "fails"],
    ["a + ar + ar^2 + \\cdots + ar^{n-1} = a \\frac{1-r^n}{1-r}", "holds"],
    ["a_1 + a_2 + \\cdots + a_{k+1} + \\cdots + a_n = \\sum_{i=1}^n a_i", "holds"],
    ["a_1 + \\cdots + a_{t-1} + a_{t+1} + \\cdots + a_n = \\sum_{i=1}^{t-1} a_i + \\sum_{i=t+1}^n a_i", "holds"],
    ["\\ln 2 + \\ln\\left(\\frac32\\right) + \\cdots + \\ln\\left(\\frac{n+1}{n}\\right) = \\ln(n + 1)", "holds"],
    ["\\frac{1}{m_1 + 1} + \\frac{1}{m_1 + 2} + \\cdots + \\frac{1}{m_2} = \\sum_{k=m_1 + 1}^{m_2} \\frac1k", "holds"],
    ["1 + 2 + 4 + \\cdots + 2^n = 2^{n+1} - 1", "holds"],
    ["n(n-1)\\cdots(n-k+1) = \\frac{n!}{(n-k)!}", "holds"],
    ["x_1 x_2 \\cdots x_n = \\prod_{i=1}^n x_i", "holds"],
    // a second product that speaks of no index of the first is a factor of its own
    ["\\prod_{k=1}^K t_k^{a} \\prod_{k=1}^K t_k^{b} = \\prod_{k=1}^K t_k^{a + b}", "holds"],
    ["\\prod_{i=1}^3 2 \\prod_{j=1}^2 5 = 200", "holds"],
    ["\\prod_{i=1}^3 2 \\prod_{j=1}^i 5 = 8 \\cdot 5^6", "holds"],
    ["2 + 5 + 7 + \\cdots = 3", "unchecked"],
    ["\\sum_{i=40}^{90} (\\frac14)^i = (\\frac14)^{40} + (\\frac14)^{41} + \\cdots + (\\frac14)^{90}", "holds"],
    ["\\sum_{i=40}^{90} (\\frac14)^i = (\\frac14)^{41} + (\\frac14)^{42} + \\cdots + (\\frac14)^{90}", "fails"],
  ],
  mixed: [
    ["2\\frac12 = 2.5", "holds"],
    ["(2)\\frac12 = 1", "holds"],
    ["\\left(2\\right)\\frac12 = 2.5", "fails"],
  ],
  signs: [
    ["\\frac{\\sqrt{4x + 2}}{x} = \\sqrt{\\frac{4}{x} + \\frac{2}{x^2}}", "holds-if"],
    ["\\frac{\\sqrt{4x + 2}}{x} = \\sqrt{\\frac{4}{x} + \\frac{3}{x^2}}", "fails"],
  ],
  operators: [
    ["3\\frac{d}{dx}[e^x]e^x = 3e^x e^x", "holds"],
    ["3\\frac{d}{dx}\\{x^2\\}x = 6x^2", "holds"],
    ["3\\frac{d}{dx}[x^2]x = 9x^2", "holds"],
    ["3\\frac{d}{dx}[x^2]x = 6x", "fails"],
    ["\\frac{d}{dx}(x^2)(3x + 1) = 6x^2 + 2x", "fails"],
  ],
  decimals: [
    ["\\pi = 3.14159", "holds"],
    ["\\pi = 3.1415", "unchecked"],
    ["\\pi \\approx 3.14", "holds"],
    ["\\pi \\approx 3.24", "fails"],
    ["\\sqrt{2} = 1.43", "fails"],
    ["\\frac{1000}{7} \\approx 143", "holds"],
    ["\\frac{22}{7} \\approx \\pi", "unchecked"],
    ["\\frac13 = 0.333\\ldots", "holds"],
    ["1.5 + 2 = 3.7", "fails"],
    ["0.1\\dot 6 = \\frac16", "holds"],
    ["e^{-x^2/2 + 3} \\propto e^{-x^2/2}", "holds"],
  ],
  readings: [
    ["|x|^2 = x^2", "holds"],
    ["\\int_{-\\infty}^{\\infty} e^{-|x|} dx = 2", "holds"],
    ["-|x|/2 + |x| = |x|/2", "holds"],
    ["|x| - 2|x| = |x|", "fails"],
    ["\\left| 2 \\left|x\\right| y \\right| = 2|x||y|", "holds"],
    ["6\\big(\\tfrac{3}{4}\\big) = 4.5", "holds"],
    ["\\tan x (1 + \\tan^2 x) = \\tan x \\sec^2 x", "holds"],
    ["\\sin k(x - ct) = -\\sin k(ct - x)", "holds"],
    ["\\log(20,001) = \\log 20001", "holds"],
    ["\\frac{\\mathrm{d^2}}{dx^2} x^3 = 6x", "holds"],
    ["\\frac{\\partial x}{\\partial s} = \\frac12", "unchecked"],
    ["\\left< 1, 2 \\right> = \\langle 1, 2 \\rangle", "holds"],
    ["\\sum_{k=4}^\\infty \\frac{1}{k^2 + k} = \\frac14", "holds"],
  ],
};

for (const [name, cases] of Object.entries(TABLES))
  describe(name, () => {
    it.each(cases)("%s : %s", (latex, verdict) => {
      expect(verdictOf(latex)).toBe(verdict);
    });
  });

describe("constants of integration", () => {
  it("excuse nothing where nothing is integrated", () => {
    expect(verdictOf("a - (b - c) = a - b - c")).toBe("fails");
    expect(verdictOf("x + K = x - K")).not.toBe("holds");
    expect(verdictOf("(x + C) + C = x + C")).not.toBe("holds");
  });
});

describe("rows", () => {
  it("go on after an operator, a relation and inside a bracket", () => {
    expect(verdictsOf("$$\\begin{aligned} (x+1)^2 &= x^2 + 2x \\\\ &\\quad + 1 \\\\ &= x^2 + \\big( 2x \\\\ &\\quad + 1 \\big) \\end{aligned}$$")).toEqual([
      "holds",
      "holds",
    ]);
    expect(verdictsOf("$$\\begin{aligned} (x+1)^2 = \\\\ x^2 + 2x + 1 \\end{aligned}$$")).toEqual(["holds"]);
  });
  it("hold several equations side by side", () => {
    expect(verdictsOf("$$\\begin{align*} 1 + 1 &= 2 & 2 + 3 &= 5 \\\\ 1 + 2 &= 3 & 2 + 4 &= 7 \\end{align*}$$")).toEqual(["holds", "holds", "holds", "fails"]);
  });
  it("end where words are put between them", () =>
    expect(verdictsOf("$$\\begin{align*} b &= 3 + 1 \\intertext{So the area is} & 2 + 5 \\\\ &= 7 \\end{align*}$$")).toEqual(["defines", "holds"]));
  it("have remarks beside them that are equations", () => {
    const rows = (last: string) =>
      `$$\\begin{align*} \\int_1^{\\cos 2} 2v\\,dv &= \\Big[v^2\\Big]_1^{\\cos 2} & \\cos 0 = 1 \\\\ &= ${last} & 1^2 = 1 \\end{align*}$$`;
    expect(verdictsOf(rows("(\\cos 2)^2 - 1"))).toEqual(["holds", "holds", "holds", "holds"]);
    expect(verdictsOf(rows("(\\cos 2)^2 + 1"))).toEqual(["holds", "holds", "fails", "holds"]);
    expect(verdictsOf("$$\\begin{align*} B + C &= 1 & -5B + C &= -3 \\\\ 1 + 1 &= 2 & -2 + 1 &= 3 \\end{align*}$$").slice(2)).toEqual(["holds", "fails"]);
  });
  it("use a substitution that the text states", () => {
    expect(verdictsOf("Let $u = x^2 + 1$. Then\n$$\\int 2x (x^2+1)^5 dx = \\int u^5 du = \\frac{u^6}{6} + C$$")).toEqual(["defines", "holds", "holds"]);
    expect(verdictsOf("Let $u = x^2 + 1$. Then\n$$\\int 2x (x^2+1)^5 dx = \\int u^4 du$$")).toEqual(["defines", "fails"]);
  });
});
