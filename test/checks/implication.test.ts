/** Arrows, rows that transform equations, systems: verdicts of every sign of a line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "../verify/run";

const steps = (text: string) => stepsOf(check(text));
const arrowOf = (text: string) => steps(text).find((s) => s.relation === "⇒" || s.relation === "⇔");

describe("arrows", () => {
  const rows: [string, string][] = [
    ["x^2 = 25 \\iff x = 5 \\text{ or } x = -5", "holds"],
    ["x^2 = 25 \\iff x = \\pm 5", "holds"],
    ["x^2 = 25 \\iff x = 5", "fails"],
    ["x = 5 \\Rightarrow x^2 = 25", "holds"],
    ["x^2 = 25 \\Rightarrow x = 5", "holds-if"],
    ["x^2 = 25 \\Rightarrow x = 6", "fails"],
    ["x^2 - 3x - 10 = 0 \\iff x = 5, -2", "holds"],
    ["x^2 - 3x - 10 = 0 \\iff x \\in \\{5, -2\\}", "holds"],
    ["\\sqrt{x} = x - 2 \\Rightarrow x = (x-2)^2", "holds"],
    ["\\sqrt{x} = x - 2 \\iff x = (x-2)^2", "fails"],
    ["(x-4)^2 = 0 \\iff x = 4", "holds"],
    ["3x + 1 > 7 \\iff x > 2", "holds"],
    ["3x + 1 > 7 \\iff x \\ge 2", "fails"],
    ["1 - x > 7 \\iff x > -6", "fails"],
    ["x^2 > 9 \\Rightarrow |x| > 3", "holds"],
    ["x^2 < 9 \\iff -3 < x < 3", "holds"],
    ["a x + b = c, a \\ne 0 \\Rightarrow x = \\frac{c - b}{a}", "holds"],
    ["2x + y = 3 \\Rightarrow y = 3 + 2x", "fails"],
    ["2x + y = 3 \\Rightarrow y = 3 - 2x", "holds"],
    ["x + y = 5 \\text{ and } x - y = 1 \\Rightarrow x = 3", "holds"],
    ["x + y = 5 \\Rightarrow z = 3", "unchecked"],
    ["e^{2x} = 9 \\iff x = \\ln 3", "holds"],
    // linear in the reciprocal, with sums of terms, over as many as on the other side
    [
      "\\sum_{i=1}^n \\gamma_{ik} (\\frac{1}{\\lambda_k} - x_i) = 0 \\Rightarrow \\lambda_k = \\frac{\\sum_{i=1}^n \\gamma_{ik}}{\\sum_{i=1}^n \\gamma_{ik} x_i}",
      "holds",
    ],
    ["\\sum_{i=1}^n \\gamma_i (\\frac{1}{\\lambda} - x_i) = 0 \\Rightarrow \\lambda = \\frac{\\sum_i \\gamma_i x_i}{\\sum_i \\gamma_i}", "fails"],
  ];
  it.each(rows)("%s is %s", (formula, verdict) => {
    expect(arrowOf(`$$${formula}$$`)?.verdict).toBe(verdict);
  });

  it("names what is lost", () => {
    expect(arrowOf("$$t^2 = 4t \\iff t = 4$$")?.message).toContain("t = 0");
  });
  it("obeys a domain that the words declare", () => {
    expect(arrowOf("Let $t$ be a positive real number. Then $$t^2 = 4t \\iff t = 4$$")?.verdict).toBe("holds");
  });
  it("finds the roots that a quadratic was made of, and misses none", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 }), (p, q) => {
        const [s, m] = [-(p + q), p * q];
        const term = (n: number, x: string) => (n < 0 ? `- ${-n}${x}` : `+ ${n}${x}`);
        const both = `x^2 ${term(s, "x")} ${term(m, "")} = 0`;
        expect(arrowOf(`$$${both} \\iff x = ${p} \\text{ or } x = ${q}$$`)?.verdict).toBe("holds");
        if (p !== q) expect(arrowOf(`$$${both} \\iff x = ${p}$$`)?.verdict).toBe("fails");
      }),
      { numRuns: 12 },
    );
  });
});

describe("rows that transform an equation", () => {
  it("follow, with what they use", () => {
    const found = steps("Solve:\n\n\\begin{align*} 5z - 4 &= 11 \\\\ 5z &= 15 \\\\ z &= 3 \\end{align*}");
    expect(found.map((s) => s.verdict)).toEqual(["given", "holds", "holds"]);
    expect(found[1].uses?.length).toBe(1);
  });
  it("are refuted where no solution of the row before satisfies them", () => {
    expect(verdicts("Solve:\n\n\\begin{align*} 5z - 4 &= 11 \\\\ 5z &= 17 \\end{align*}")).toEqual(["given", "fails"]);
  });
  it("two values of one name do not contradict each other", () => {
    expect(verdicts("\\begin{align*} z &= 3 \\\\ z &= 4 \\end{align*}")).not.toContain("fails");
  });
});

describe("equations that claim nothing", () => {
  it("an equation in the same name on both sides is solved by later rows", () => {
    expect(verdicts("\\begin{align*} 3w &= w + 8 \\\\ 2w &= 8 \\\\ w &= 4 \\end{align*}")[0]).toBe("given");
  });
  it("without such rows it claims", () => {
    expect(verdicts("$$(w+3)^2 = w^2 + 9$$")).toEqual(["fails"]);
  });
  it("rows of a system are given, their solution holds", () => {
    expect(verdicts("$$\\begin{cases} u + v = 7 \\\\ u - v = 1 \\end{cases}$$\n\nHence $u = 4$ and $v = 3$.")).toEqual(["given", "given", "holds", "holds"]);
  });
  it.each(["For $h > 0$ we go on.", "Let $h \\ne 2$.", "If $0 < h < 1$, stop."])("%s", (text) => {
    expect(new Set(verdicts(text))).toEqual(new Set(["given"]));
  });
  it("a chain of names", () => {
    expect(verdicts("Suppose $a = b = c = 2$.")).not.toContain("fails");
  });
});

describe("bad input", () => {
  it.each([
    "$$\\Rightarrow$$",
    "$$x = \\iff = 2$$",
    "$$\\iff \\iff x$$",
    "$$x^2 = 4 \\Rightarrow$$",
    "$$\\begin{cases} x = \\\\ \\end{cases} \\Rightarrow x$$",
    "$$1 = 2 \\Rightarrow x = 3$$",
    "$$0 x = 0 \\iff x = 1$$",
  ])("%s is never a crash, and never refuted for nothing", (text) => {
    expect(Array.isArray(verdicts(text))).toBe(true);
  });
});
