/** What a set is said to hold: values in intervals, number sets and half lines, alone and behind an arrow. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const ARROWS: [string, boolean][] = [
  [R`x \in \mathbb{R} \implies \cosh x \in [1, \infty)`, true],
  [R`x \in \mathbb{R} \implies \sinh x \in [1, \infty)`, false],
  [R`n \in \mathbb{Z} \implies 4n + 3 \in \mathbb{Z}`, true],
  [R`n \in \mathbb{Z} \implies \frac{n}{3} \in \mathbb{Z}`, false],
  [R`n \in \mathbb{Z}_{\ge 1} \implies 3n - 2 \in \mathbb{Z}_{\ge 1}`, true],
  [R`n \in \mathbb{Z}_{\ge 1} \implies 3n - 2 \in \mathbb{Z}_{\ge 2}`, false],
  [R`z \in \mathbb{C} \implies e^z \in \mathbb{C} \setminus \{0\}`, true],
  [R`z \in \mathbb{C} \implies z^2 \in [0, \infty)`, false],
  [R`z \in \mathbb{C} \implies \left|e^z\right| = e^z`, false],
  [R`\left(x \in (0, \infty) \;\mathbin{\operatorname{and}}\; m \in \mathbb{Z}_{\ge 1}\right) \implies x^m \in (0, \infty)`, true],
  [R`\left(x \in \mathbb{R} \;\mathbin{\operatorname{and}}\; m \in \mathbb{Z}_{\ge 1}\right) \implies x^m \in (0, \infty)`, false],
];
const FORMULAS: [string, string][] = [
  [R`\sqrt{3} \in (1, 2)`, "holds"],
  [R`\sqrt{3} \in [2, 3]`, "fails"],
  [R`7 \notin \{2, 4, 6\}`, "holds"],
  [R`\frac{6}{3} \in \mathbb{Z}`, "holds"],
];

describe("memberships", () => {
  it.each(ARROWS)("%s : %s", (latex, follows) => {
    const verdicts = verdictsOf(`$$${latex}$$\n`);
    if (follows) expect(verdicts.slice(-2)).toEqual(["holds", "holds"]);
    else expect(verdicts.slice(-2)).not.toContain("holds");
  });
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
});
