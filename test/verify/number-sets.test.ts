/** Sets of numbers: intervals, sets by a condition, what is made of them, and which numbers are in them. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const rows: readonly (readonly [text: string, last: string])[] = [
  ["$\\{x \\in \\mathbb{R} : x^2 < 4\\} = (-2, 2)$.", "holds"],
  ["$\\{x \\in \\mathbb{R} : x^2 < 4\\} = [-2, 2]$.", "fails"],
  ["$\\{x \\in \\mathbb{R} : x^2 \\le 2\\} = [-\\sqrt2, \\sqrt2]$.", "holds"],
  ["$\\{x \\in \\mathbb{R} : x^2 \\le 2\\} = (-\\sqrt2, \\sqrt2)$.", "fails"],
  ["Thus $\\{x : |x - 1| \\ge 3\\} = (-\\infty, -2] \\cup [4, \\infty)$.", "holds"],
  ["Thus $\\{x : |x - 1| \\ge 3\\} = (-\\infty, -2) \\cup (4, \\infty)$.", "fails"],
  ["$\\{x \\mid |x| < 3, x \\ne 0\\} = (-3, 0) \\cup (0, 3)$.", "holds"],
  ["$\\{n \\in \\mathbb{N} : n^2 < 10\\} = \\{1, 2, 3\\}$.", "holds"],
  ["$\\{n \\in \\mathbb{N} : n^2 < 10\\} = \\{1, 2, 3, 4\\}$.", "fails"],
  ["$\\mathbb{R} \\setminus \\{0\\} = (-\\infty, 0) \\cup (0, \\infty)$.", "holds"],
  ["$[0, 2] \\cap [1, 3] = [1, 2]$.", "holds"],
  ["$[0, 2] \\cap [1, 3] = (1, 2)$.", "fails"],
  ["Let $A = [0, 2]$ and $B = (1, 5)$. Then $A \\setminus B = [0, 1]$.", "holds"],
  ["Let $A = [0, 2]$ and $B = (1, 5)$. Then $A \\setminus B = [0, 1)$.", "fails"],
  ["We have $\\bigcap_{n=1}^\\infty \\left(-\\frac1n, \\frac1n\\right) = \\{0\\}$.", "holds"],
  ["We have $\\bigcap_{n=1}^\\infty \\left(-\\frac1n, \\frac1n\\right) = \\emptyset$.", "fails"],
  ["We have $\\bigcup_{n=1}^\\infty \\left[\\frac1n, 1\\right] = (0, 1]$.", "holds"],
  ["We have $\\bigcup_{n=1}^\\infty \\left[\\frac1n, 1\\right] = [0, 1]$.", "fails"],
  ["We have $\\sqrt{2} \\in [0, 2]$.", "holds"],
  ["We have $3 \\in [0, 2]$.", "fails"],
  ["We have $2 \\notin [0, 2]$.", "fails"],
  ["Let $g(x) = x^2 - 1$. Then $\\{x : g(x) < 0\\} = (-1, 1)$.", "holds"],
  ["Let $g(x) = x^2 - 1$. Then $\\{x : g(x) < 0\\} = (0, 1)$.", "fails"],
  ["$\\{x : f(x) > a\\} = \\bigcup_{n=1}^\\infty \\{x : f_n(x) > a\\}$.", "given"],
  // points that no interval ends at
  ["$\\{x \\in \\mathbb{R} : \\sin x = 0\\} = \\{0\\}$.", "fails"],
  ["$\\{x \\in \\mathbb{R} : x^3 = 30^3\\} = \\emptyset$.", "fails"],
  ["$\\{x : (3x - 1)^2 \\le 0\\} = \\emptyset$.", "fails"],
  ["$\\{x \\in \\mathbb{R} : (3x - 1)^2 \\le 0\\} = \\{\\frac13\\}$.", "holds"],
  // other universes
  ["Let $x$ be an integer. Then $\\{x : |x| < 2\\} = \\{-1, 0, 1\\}$.", "given"],
  ["Let $U = \\{1, 2, \\dots, 10\\}$ be the universe. Then $\\{x : x > 7\\} = \\{8, 9, 10\\}$.", "given"],
  ["Let $x > 0$. $\\{x : x^2 \\le 9\\} = (0, 3]$.", "given"],
  // letters, questions and what is denied
  ["$[a, b] \\cup [b, c] = [a, c]$.", "given"],
  ["Is $\\{x \\in \\mathbb{R} : x^2 < 4\\} = [-2, 2]$?", "given"],
  ["It is not true that $\\{x \\in \\mathbb{R} : x^2 < 4\\} = [-2, 2]$.", "given"],
];

describe("sets of numbers", () => {
  it.each(rows)("%s", (text, last) => {
    expect(verdicts(text).at(-1)).toBe(last);
  });
  it("says which number tells them apart, and how to mend it", () => {
    const step = stepsOf(check("Let $A = [0, 2]$ and $B = (1, 5)$. Then $A \\setminus B = [0, 1)$.")).at(-1);
    expect(step?.message).toBe("Does not hold: 1 is in the left set and not in the right one.");
    expect(step?.fixes?.[0].edits[0].newText).toBe("]");
  });
});
