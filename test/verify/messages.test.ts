/** What the messages of failing steps say: short, whatever the length of the formula. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const long = String.raw`\left(a^2 b + a b^2 + 3 a + \frac{5}{1 + b^2} - 7 b^3 + 11\right)`;
const remedy = (left: string, right: string) => {
  const step = stepsOf(check(`For all numbers $$${left} = ${right}$$`)).at(-1);
  return { verdict: step?.verdict, says: /It holds .*$/.exec(step?.message ?? "")?.[0], title: step?.fixes?.[0]?.title };
};

describe("a remedy", () => {
  it.each([
    ["shows the term that changes", "(x + 1)^2", "x^2 + 3x + 1", "It holds with 2x in place of 3x."],
    ["shows a factor of a long term", String.raw`${long} \frac{x^2 - 1}{x + 3}`, String.raw`${long} \frac{x^2 + 1}{x + 3}`, "It holds with −1 in place of +1."],
    [
      "shows the fraction whose part it changes",
      String.raw`${long} \frac{x y}{c} + c d`,
      String.raw`${long} \frac{x y}{d} + c d`,
      "It holds with xy/c in place of xy/d.",
    ],
  ])("%s", (_, left, right, says) => {
    expect(remedy(left, right)).toMatchObject({ verdict: "fails", says });
  });

  it("shows a bracket with a term too many, and names the term", () => {
    expect(remedy(String.raw`${long} (x + 2) + y`, String.raw`${long} (x + 2 - y) + y`)).toEqual({
      verdict: "fails",
      says: "It holds with (x + 2) in place of (x + 2 − y).",
      title: "Leave out $- y$: $(x + 2)$",
    });
  });
});

const fails = (text: string, name = "t.md") => stepsOf(check(text, {}, name)).filter((s) => s.verdict === "fails");

describe("the values of two sides", () => {
  it.each([
    ["that are equal where the sign is strict", "1 + 5 > 6", "Does not hold: both sides are 6."],
    [
      "that differ after many digits",
      String.raw`\frac{10^{12}}{3} = 333333333333`,
      "Does not hold: the left side is 333333333333.333, the right side 333333333333.",
    ],
    ["that are large and rounded", "13! = 6227020801 \\cdot 10^{5}", "Does not hold: the left side is 6227020800, the right side 6.227e+14."],
  ])("%s", (_, formula, says) => {
    expect(fails(`So we find $$${formula}$$`)[0].message).toContain(says);
  });
});

describe("complex numbers", () => {
  it.each([
    ["as sides", "$$(1 + i)(2 + 3i) = -2 + 5i$$", /^Does not hold: the left side is -1 \+ 5i, the right side -2 \+ 5i\. /],
    ["as names", "For all $z \\in \\mathbb{C}$ we have $$(z + i)^2 = z^2 + iz - 1$$", /^Does not hold: at z = \S+ [-+] \S+i the left side is /],
    [
      "under bars",
      "For all $z, w \\in \\mathbb{C}$ we have $$z + \\bar w = z - \\bar w$$",
      /^Does not hold: at z = \S+ [-+] \S+i, w = \S+ [-+] \S+i the left side is /,
    ],
  ])("are shown with both parts %s", (_, text, says) => expect(fails(text)[0].message).toMatch(says));
});

describe("a failing step", () => {
  it("says that the values are those of derivatives, and no constant of integration", () =>
    expect(fails("$$\\int 2x e^{2x} dx = x e^{2x} + \\frac12 e^{2x} + C$$")[0].message).toMatch(
      /^Does not hold: differentiated by x, at x = 1 the left side is 14.78, the right side 29.56. It holds with /,
    ));

  it("says which line does not follow from which", () => {
    const [step] = fails("$$\\begin{aligned} (x + 1)^2 &= x^2 + 2x + 1 \\\\\n&= x^2 + 3x + 1 \\end{aligned}$$");
    expect(step.message).toMatch(/^Line 2 does not follow from line 1: at x = \S+ the left side is /);
    expect(step.leftRange?.start.line).toBe(0);
  });

  it("says nothing of lines where both sides stand on one", () => {
    expect(fails("$$(x + 1)^2 = x^2 + 3x + 1$$")[0].message).toMatch(/^Does not hold: at x = /);
  });

  it("names the same lines when its verdict comes from the cache", () => {
    const kept = new Map<string, unknown>();
    const text = "$$\\begin{aligned} (x + 1)^2 &= x^2 + 2x + 1 \\\\\n&= x^2 + 3x + 1 \\end{aligned}$$";
    stepsOf(check(text, { cache: kept }));
    const moved = stepsOf(check(`A line.\n\n${text}`, { cache: kept })).filter((s) => s.verdict === "fails");
    expect(moved[0].message).toMatch(/^Line 4 does not follow from line 3: /);
    expect(moved[0].message).toBe(fails(`A line.\n\n${text}`)[0].message);
  });

  it("writes names and formulas as plain text", () => {
    const [step] = fails(String.raw`$$\frac{(\mu_q - \mu_p)^2}{2\sigma^2} = \frac{\mu_q^2 - 2\mu_p\mu_q + \mu_p^2}{\sigma^2}$$`);
    expect(step.message).toMatch(/at (?=.*σ = )(?=.*μ_q = )/);
    expect(step.message).not.toMatch(/[$\\]/);
    expect(step.left).toContain("\\mu_{q}");
  });
});

it("sides that differ far behind the point are told so, not shown as the same number", () => {
  const step = stepsOf(check(String.raw`$$(2+\sqrt3)^{40} = (2+\sqrt3)^{40} + (2-\sqrt3)^{40}$$`)).at(-1);
  expect(step?.verdict).toBe("fails");
  expect(step?.message).toContain("differ after 15 digits");
});
