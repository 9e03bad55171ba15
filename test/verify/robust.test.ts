/** Whatever a document holds: a report, in time, with places inside of the text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const sources = [
  "# A\n\nLet $f(x) = x^2$. Then\n$$\\begin{aligned} f(x+1) &= (x+1)^2 \\\\ &= x^2 + 2x + 1 \\end{aligned}$$\nHence $\\sum_{k=1}^n k = \\frac{n(n+1)}{2}$.\n",
  "$$\\int_0^1 x\\,dx = \\frac12 \\implies \\lim_{x \\to 0} \\frac{\\sin x}{x} = 1$$\n```python\nreturn mu + eps * std\n```\n<!-- spotcheck: off -->\n$$1=2$$\n",
  "$$\\mathbb{E}_{q(z|x)}[\\log q(z|x)] = \\sum_z q(z|x) \\log q(z|x)$$ and $A^{-1} A = I$, $|x| \\ge 0$\n",
];
const pieces = [
  "$",
  "$$",
  "{",
  "}",
  "\\",
  "\\frac",
  "^",
  "_",
  "&",
  "\\\\",
  "=",
  "\\left(",
  "\\begin{aligned}",
  "\\end{aligned}",
  "\n\n",
  "`",
  "```",
  "%",
  "é😀",
  "\0",
  "(",
  ")",
  "|",
  "'",
  "\\sum_",
  "\\text{if }",
  "<!--",
  "-->",
];

describe("mutated documents", () => {
  it("give a report and never throw", () => {
    const edit = fc.tuple(fc.nat(400), fc.nat(6), fc.constantFrom("", ...pieces));
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(edit, { maxLength: 6 }), fc.constantFrom("a.md", "a.tex"), (source, edits, path) => {
        const text = edits.reduce((t, [at, cut, put]) => t.slice(0, at % (t.length + 1)) + put + t.slice((at % (t.length + 1)) + cut), source);
        const report = check(text, { samples: 6 }, path);
        for (const step of stepsOf(report)) {
          expect(step.code).not.toBe("internal/error");
          expect(step.range.start.offset).toBeLessThanOrEqual(step.range.end.offset);
          expect(step.range.end.offset).toBeLessThanOrEqual(text.length);
        }
        expect(report.problems.map((p) => p.code)).not.toContain("internal/error");
      }),
      { numRuns: 120, seed: 11 },
    );
  });

  const deep: [string, string][] = [
    ["nested fractions", `$$${"\\frac{1}{1+".repeat(1600)}x${"}".repeat(1600)} = 1$$`],
    ["nested powers", `$$${"x^{".repeat(5000)}2${"}".repeat(5000)} = x$$`],
    ["brackets", `$$${"(".repeat(20000)}x${")".repeat(20000)} = x$$`],
    ["signs", `$$${"-".repeat(20000)}x = x$$`],
  ];
  it.each(deep)("%s are unchecked with a reason", (_, text) => {
    const [step] = stepsOf(check(text));
    expect(step.verdict).toBe("unchecked");
    expect(step.code).not.toBe("internal/error");
  });

  it("five megabytes of words hold no step", () => expect(check("word ".repeat(1_000_000)).derivations).toEqual([]));
  it("an empty document is a report", () => expect(check("")).toMatchObject({ derivations: [], problems: [] }));
});
