/** One slip a line, and the edit that must be offered first. */
import { describe, expect, it } from "vitest";
import type { Step } from "../../src/verify/report";
import { check, stepsOf } from "../verify/run";

/** The steps of a document. */
const steps = (text: string, path = "a.md"): readonly Step[] => stepsOf(check(text, {}, path));

const apply = (text: string, step: Step, rank = 0): string =>
  [...(step.fixes?.[rank]?.edits ?? [])]
    .sort((a, b) => b.range.start.offset - a.range.start.offset)
    .reduce((t, { range, newText }) => t.slice(0, range.start.offset) + newText + t.slice(range.end.offset), text);

const squeeze = (text: string): string => text.replace(/\s+/g, "");

/** As written, and as the first fix leaves it. */
const SLIPS: readonly (readonly [kind: string, wrong: string, right: string])[] = [
  ["sign", "(r - s)(r + s) = r^2 + s^2", "(r - s)(r + s) = r^2 - s^2"],
  ["leading sign", "u - v = (v - u)", "u - v = -(v - u)"],
  ["sign in an exponent", "e^{u + v} = e^{u} e^{-v}", "e^{u + v} = e^{u} e^{v}"],
  ["coefficient", "(r + s)^2 = r^2 + 3 r s + s^2", "(r + s)^2 = r^2 + 2 r s + s^2"],
  ["missing coefficient", "(r + s)^2 = r^2 + r s + s^2", "(r + s)^2 = r^2 + 2r s + s^2"],
  ["exponent", "r^2 r^3 = r^6", "r^2 r^3 = r^5"],
  ["exponent too many", "\\frac{d}{d\\lambda} \\lambda^2 = 2 \\lambda^{2}", "\\frac{d}{d\\lambda} \\lambda^2 = 2 \\lambda"],
  ["bound", "\\sum_{k=1}^{4} k x = \\sum_{k=1}^{5} k x", "\\sum_{k=1}^{4} k x = \\sum_{k=1}^{4} k x"],
  ["sibling subscript", "(a_1 - a_2)^2 = a_1^2 - 2 a_1 a_2 + a_1^2", "(a_1 - a_2)^2 = a_2^2 - 2 a_1 a_2 + a_1^2"],
  ["a denominator too many", "\\frac{d}{dr} \\frac{7}{2} r^2 = \\frac72 r", "\\frac{d}{dr} \\frac{7}{2} r^2 = 7 r"],
  ["a half too many", "2 \\log r - \\log r = \\frac12 \\log r", "2 \\log r - \\log r = \\log r"],
  ["a numerator that cancels", "\\frac1s + \\frac{1}{1-s} = \\frac{s}{s(1-s)}", "\\frac1s + \\frac{1}{1-s} = \\frac{1}{s(1-s)}"],
  ["what is left to one", "\\frac{p}{1 - p}(1 - p)^2 = p^2", "\\frac{p}{1 - p}(1 - p)^2 = p(1 - p)"],
  ["what is left to one alone", "1 - (1 - p) = 1 - p", "1 - (1 - p) = p"],
  ["what is left to one in a fraction", "\\sum_{k=1}^\\infty (1 - p)^{k-1} = \\frac{1}{1 - p}", "\\sum_{k=1}^\\infty (1 - p)^{k-1} = \\frac{1}{p}"],
  ["an exponential for what it leaves", "\\int_0^t e^{-s} ds = e^{-t}", "\\int_0^t e^{-s} ds = 1 - e^{-t}"],
  ["symbol", "r s - t = s r - t = s r - s", "r s - t = s r - t = s r - t"],
  ["fraction", "\\frac{r}{s} \\cdot t = \\frac{s}{r} t", "\\frac{r}{s} \\cdot t = \\frac{r}{s} t"],
  ["dropped term", "r(s + t) + u = u + r(s + t) = r s + r t", "r(s + t) + u = u + r(s + t) = r s + r t+ u"],
  ["what is given", "H(A, B | C) = H(A | C) + H(B | C)", "H(A, B | C) = H(A | C, B) + H(B | C)"],
  ["function", "\\frac{d}{dx} \\sin(x^2) = 2 x \\sin(x^2)", "\\frac{d}{dx} \\sin(x^2) = 2 x \\cos(x^2)"],
  ["bracket", "r(s + t) = r s + t", "r(s + t) = r (s + t)"],
  ["the power of a denominator", "\\int_0^\\infty t e^{-(r+s)t} dt = \\frac{1}{r + s}", "\\int_0^\\infty t e^{-(r+s)t} dt = \\frac{1}{\\left(r + s\\right)^2}"],
  ["a letter in an exponent", "\\int_0^s \\frac{n r^{n+1}}{s^n} dr = \\frac{n}{n+2} s^n", "\\int_0^s \\frac{n r^{n+1}}{s^n} dr = \\frac{n}{n+2} s^2"],
  ["a root", "\\frac{2s + 4s}{3} = \\frac{6s}{\\sqrt{3}}", "\\frac{2s + 4s}{3} = \\frac{6s}{3}"],
  ["a number that stands nowhere else", "36 = 2 \\cdot 18, \\quad 54 = 1 \\cdot 36 + 16", "36 = 2 \\cdot 18, \\quad 54 = 1 \\cdot 36 + 18"],
  ["a part of a complex number", "(1 + i)(2 + 3i) = 5 + 5i", "(1 + i)(2 + 3i) = -1 + 5i"],
  ["a leading sign behind a comma", "(r, s) + (2, 3) = (r + 2, -s + 3)", "(r, s) + (2, 3) = (r + 2, s + 3)"],
  ["doubled factor", "\\sin(2x) = 2 \\sin x \\cos(2x)", "\\sin(2x) = 2 \\sin x \\cos(x)"],
  ["power rule", "\\frac{d}{dx} x^n = n x^n", "\\frac{d}{dx} x^n = n x^{n-1}"],
  ["a lost number of terms", "\\sum_{i=1}^n (r_i + s) = s + \\sum_{i=1}^n r_i", "\\sum_{i=1}^n (r_i + s) = n s + \\sum_{i=1}^n r_i"],
  ["a half in an exponent", "\\prod_{i=1}^n e^{-s t_i/2} = e^{-s \\sum_{i=1}^n t_i}", "\\prod_{i=1}^n e^{-s t_i/2} = e^{-\\frac{1}{2}s \\sum_{i=1}^n t_i}"],
  ["1 for a number of factors", "\\prod_{i=1}^n r e^{-s t_i} = r^{1} e^{-s \\sum_{i=1}^n t_i}", "\\prod_{i=1}^n r e^{-s t_i} = r^{n} e^{-s \\sum_{i=1}^n t_i}"],
  ["a square lost below a line", "\\frac{r}{1+s}\\cdot\\frac{1}{1+s} = \\frac{r}{1+s}", "\\frac{r}{1+s}\\cdot\\frac{1}{1+s} = \\frac{r}{\\left(1+s\\right)^2}"],
  ["the square of a term for that of a sum", "\\frac{r}{(t+s)^2} = \\frac{r}{t+s^2}", "\\frac{r}{(t+s)^2} = \\frac{r}{\\left(t+s\\right)^2}"],
  ["a root lost below a line", "\\frac{r \\sqrt{1-s}}{1-s} = \\frac{r}{1-s}", "\\frac{r \\sqrt{1-s}}{1-s} = \\frac{r}{\\sqrt{1-s}}"],
  [
    "a factor lost under a sum",
    "\\frac{d}{dw} \\sum_{i=1}^n (y_i - w x_i)^2 = -2 \\sum_{i=1}^n (y_i - w x_i)",
    "\\frac{d}{dw} \\sum_{i=1}^n (y_i - w x_i)^2 = -2 \\sum_{i=1}^n x_i (y_i - w x_i)",
  ],
  [
    "two names exchanged",
    "\\left(\\frac{m}{r^2} + \\frac{1}{s^2}\\right)^{-1} = \\frac{r^2 s^2}{m r^2 + s^2}",
    "\\left(\\frac{m}{r^2} + \\frac{1}{s^2}\\right)^{-1} = \\frac{r^2 s^2}{m s^2 + r^2}",
  ],
  ["an exponent on the other factor", "\\frac{r}{(s+2)(s+1)^2} + t = t + \\frac{r}{(s+2)^2(s+1)}", "\\frac{r}{(s+2)(s+1)^2} + t = t + \\frac{r}{(s+2)(s+1)^2}"],
  [
    "two factors exchanged across a line",
    "\\sqrt{\\frac{2\\pi}{s^2/r}} = \\sqrt{\\frac{2\\pi s^2}{r}}",
    "\\sqrt{\\frac{2\\pi}{s^2/r}} = \\sqrt{\\frac{2\\pi r}{s^2}}",
  ],
  [
    "an exponent without a name",
    "\\frac{r^{n}}{(1+r)^{n+k}}\\cdot r^k = \\frac{r^{n}}{(1+r)^{n+k}}\\cdot r^k = \\frac{r^{n+k}}{(1+r)^{n}}",
    "\\frac{r^{n}}{(1+r)^{n+k}}\\cdot r^k = \\frac{r^{n}}{(1+r)^{n+k}}\\cdot r^k = \\frac{r^{n+k}}{(1+r)^{n+k}}",
  ],
  ["a difference for a product", "r(1-s) + 1 - r = 1 - r - s", "r(1-s) + 1 - r = 1 - r s"],
  ["an argument twice as large", "\\frac{1 + \\cosh(r s)}{2} = \\cosh^2(r s)", "\\frac{1 + \\cosh(r s)}{2} = \\cosh^2(\\frac{1}{2}r s)"],
  ["a value of nothing", "r s - s r = s(r - r) = s", "r s - s r = s(r - r) = 0"],
  ["number", "\\frac{3}{4} - \\frac{1}{2} = \\frac{1}{5}", "\\frac{3}{4} - \\frac{1}{2} = \\frac{1}{4}"],
];

describe("fixes", () => {
  for (const [kind, wrong, right] of SLIPS)
    it(`${kind}: ${wrong}`, () => {
      const text = `$$${wrong}$$`;
      const step = steps(text).at(-1) as Step;
      expect(step.verdict).toBe("fails");
      expect(squeeze(apply(text, step))).toBe(squeeze(`$$${right}$$`));
    });

  it("hold after every edit that is offered", () => {
    for (const [, wrong] of SLIPS) {
      const text = `$$${wrong}$$`;
      const step = steps(text).at(-1) as Step;
      for (const [rank] of (step.fixes ?? []).entries()) expect(steps(apply(text, step, rank)).at(-1)?.verdict, apply(text, step, rank)).toBe("holds");
    }
  });

  it("leave what macros made alone", () => {
    const text = "\\newcommand{\\twice}{2 r + 2 s}\n$$2(r + s + t) = \\twice + 3 t$$";
    const step = steps(text, "a.tex").at(-1) as Step;
    expect(step.verdict).toBe("fails");
    expect(apply(text, step)).toContain("\\twice + 2 t");
  });

  it("write a notebook's new text as its JSON does", () => {
    const notebook = JSON.stringify({
      cells: [{ cell_type: "markdown", metadata: {}, source: ["$$\\lambda(\\mu + \\nu) = (\\mu + \\nu)\\lambda = \\lambda\\mu + \\lambda\\mu$$"] }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });
    const step = steps(notebook, "a.ipynb").at(-1) as Step;
    expect(step.verdict).toBe("fails");
    expect(JSON.parse(apply(notebook, step)).cells[0].source[0]).toMatch(/\\lambda\\nu/);
  });

  it("are the same every time", () => {
    const text = "$$(r + s)^3 = r^3 + 3 r s + s^3$$";
    expect(steps(text)).toEqual(steps(text));
  });
});

it.each([
  ["A^T", "A^T"],
  ["A^{\\top}", "A^{\\top}"],
  ["A^\\top", "A^\\top"],
])("a transpose is written as the document writes it: %s", (own, put) => {
  const text = `Let $A$ be a square matrix, $s$ and $t$ vectors, and $B = ${own} A$. $$\\nabla_s (\\|s\\|^2 + t \\cdot A s) = 2 s + A t$$`;
  const step = steps(text).at(-1) as Step;
  expect(apply(text, step)).toContain(`2 s + ${put} t$$`);
});

describe("a failing step", () => {
  it("says where the sides differ", () => {
    expect(steps("$$(r + s)^2 = r^2 + s^2$$").at(-1)?.message).toMatch(/It holds with s² \+ 2rs in place of s²\./);
    expect(steps("$$\\int_0^x t\\,dt = x^2$$").at(-1)?.message).toMatch(/off by the factor 1\/2\./);
  });

  it("has a witness in small numbers that can be replayed", () => {
    const witness = steps("$$(r + s)^2 = r^2 + s^2$$").at(-1)?.witness;
    const { r, s } = (witness as NonNullable<typeof witness>).values as Record<string, number>;
    expect([Math.abs(r), Math.abs(s)].every((x) => x <= 3 && Number.isInteger(2 * x))).toBe(true);
    expect(witness?.left).toBe((r + s) ** 2);
    expect(witness?.right).toBe(r ** 2 + s ** 2);
  });

  it("is told when the chain returns to an earlier value", () => {
    const [first, second] = steps("$$(r + s)^2 = r^2 + 2 r s - s^2 = r^2 + 2 r s + s^2$$");
    expect([first.verdict, second.verdict]).toEqual(["fails", "fails"]);
    expect(first.fixes?.length).toBeGreaterThan(0);
    expect(second.fixes?.[0].title).toMatch(/^In the step before: /);
    expect(second.fixes?.[0].edits).toEqual(first.fixes?.[0].edits);
    expect(second.notes?.[0].code).toBe("chain/returns");
  });
});

/** A step that needs a condition, and the condition. */
const CONDITIONS: readonly (readonly [step: string, holdsIf: string])[] = [
  ["\\sqrt{x^2} = x", "x \\ge 0"],
  ["\\sqrt{(r - s)^2} = r - s", "r \\ge s"],
  ["|x| = -x", "x \\le 0"],
  ["|r + s| = |r| + |s|", "r s > 0"],
];

describe("conditions", () => {
  for (const [step, holdsIf] of CONDITIONS)
    it(step, () => {
      const found = steps(`$$${step}$$`).at(-1) as Step;
      expect([found.verdict, found.holdsIf]).toEqual(["holds-if", holdsIf]);
      expect(found.witness?.left).not.toBe(found.witness?.right);
    });

  it("are never an equality that the step forces", () => {
    expect(steps("$$(\\mu_a - \\mu_b)^2 = \\mu_a^2 - 2 \\mu_a \\mu_b + \\mu_a^2$$").at(-1)?.verdict).toBe("fails");
    expect(steps("$$r(s + t) = r s + t$$").at(-1)?.verdict).toBe("fails");
  });

  it("are never a few integers", () => {
    expect(steps("$$\\sum_{k=1}^{n} k = \\frac{n(n + 1)}{2^{n}}$$").at(-1)?.verdict).toBe("fails");
  });

  it("name the value of a symbol that was lost", () => {
    const found = steps("$$(x + 1)(x - 1) r = x^2 r - r = 9 r - r$$").at(-1);
    expect([found?.verdict, found?.holdsIf]).toEqual(["holds-if", "x = 3"]);
  });
});

describe("what a remedy names", () => {
  it.each([
    [
      "what is put behind a name, with its term",
      "Let $z\\sim N(m,P)$ with $z \\in\\mathbb R^n$ and $x = Gz+v$, $v\\sim N(0,R)$ independent. Then $$\\mathrm{Cov}(x) = G P G + R$$",
      "It holds with GPGᵀ in place of GPG.",
    ],
    [
      "the term of an exponent of a long product",
      "$$\\exp\\left(\\frac{f_{i} + g_{j} - c_{ij}}{\\epsilon}\\right) = e^{f_{i}/\\epsilon}\\, e^{c_{ij}/\\epsilon}\\, e^{g_{j}/\\epsilon}$$",
      "It holds with −c_ij/ϵ in place of c_ij/ϵ.",
    ],
    [
      "a long fraction as a whole",
      "$$\\frac{\\alpha}{\\beta} + \\frac{1}{1 - \\gamma} = \\frac{\\beta(1 - \\gamma)}{\\alpha(1 - \\gamma) + \\beta}$$",
      "It holds with (α(1 − γ) + β)/(β(1 − γ)) in place of (β(1 − γ))/(α(1 − γ) + β).",
    ],
    ["a product below a line", "$$\\frac1s + \\frac{1}{1-s} = \\frac{s}{s(1-s)}$$", "It holds with 1/(s(1 − s)) in place of s/(s(1 − s))."],
  ])("%s", (_, text, remedy) => expect(squeeze(steps(text).at(-1)?.message ?? "")).toContain(squeeze(remedy)));
});
