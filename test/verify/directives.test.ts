/** Comments that speak to the checker: what they silence, assume and decide. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const say = (words: string) => `<!-- spotcheck: ${words} -->\n`;

describe("comments", () => {
  const cases: [string, string, string[]][] = [
    ["off silences the next display only", `${say("off")}$$1 = 2$$\n\n$$3 = 4$$\n`, ["unchecked", "fails"]],
    ["off holds until on", `${say("off")}$$1 = 2$$\n\n$$3 = 4$$\n\n${say("on")}$$5 = 6$$\n`, ["unchecked", "unchecked", "fails"]],
    ["ignore is for one step", `${say("ignore")}$$\\begin{aligned} 1 &= 5 \\\\ &= 6 \\end{aligned}$$\n`, ["unchecked", "fails"]],
    ["an assumption reaches over headings", `${say("assume x > 0")}\n# Part\n\nHence\n$$\\sqrt{x^2} = x$$\n`, ["holds"]],
    ["a definition", `${say("define f(x) = x^2 + 1")}\n$$f(2) = 5$$\n\n$$f(2) = 6$$\n`, ["holds", "fails"]],
    ["the next formula is given", `${say("given")}$$2 a = 3 a$$\n`, ["given"]],
  ];
  it.each(cases)("%s", (_, text, expected) => expect(verdicts(text)).toEqual(expected));

  it("in LaTeX stand behind a per cent sign", () =>
    expect(verdicts("% spotcheck: off\n\\[1 = 2\\]\n\n\\[1 = 3\\]\n", "a.tex")).toEqual(["unchecked", "fails"]));

  it("that say nothing known are a problem with their place", () => {
    const text = `A. ${say("frobnicate")}`;
    const [problem] = check(text).problems;
    expect(problem.code).toBe("directive/unknown");
    expect(text.slice(problem.range.start.offset, problem.range.end.offset)).toContain("frobnicate");
  });

  it("say why a step is not checked", () => expect(stepsOf(check(`${say("off")}$$1 = 2$$`))[0].code).toBe("directive/off"));
});
