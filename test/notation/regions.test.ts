/** Integrals over regions, sums over index sets, derivatives of undefined functions: documents of several lines, and the verdicts of their steps. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;
const square = R`Let $Q = [0,2] \times [1,3]$. `;
const triangle = R`Let $T = \{ (x,y) : 0 \le y \le 1, y \le x \le 1 \}$. `;

const DOCUMENTS: Record<string, [string, string][]> = {
  regions: [
    [square + R`$$\iint_Q x y \, dA = 8$$`, "holds"],
    [square + R`$$\iint_Q x y \, dA = 4$$`, "fails"],
    [triangle + R`$$\iint_T y \, dA = \frac16$$`, "holds"],
    [triangle + R`$$\iint_T y \, dA = \int_0^1 \int_0^x y \, dy \, dx$$`, "holds"],
    [triangle + R`$$\iint_T x \, dA = \frac16$$`, "fails"],
    [R`$$\iiint_B (u + 2v) \, dV = \iiint_B u \, dV + 2 \iiint_B v \, dV$$`, "holds"],
    [R`$$\iiint_B u v \, dV = u \iiint_B v \, dV$$`, "unchecked"],
    [R`$$\iint_B x \, dA = 3$$`, "unchecked"],
    [R`$$\iint_B x \, dA = \iint_{B'} x \, dA$$`, "given"],
    [R`$$\oint_K (\vec F + \vec G) \cdot d\vec r = \oint_K \vec F \cdot d\vec r + \oint_K \vec G \cdot d\vec r$$`, "holds"],
  ],
  fields: [
    [R`$$\frac{\partial (uv)}{\partial x} = u \frac{\partial v}{\partial x} + v \frac{\partial u}{\partial x}$$`, "holds"],
    [R`$$\frac{\partial (uv)}{\partial x} = u \frac{\partial v}{\partial x} - v \frac{\partial u}{\partial x}$$`, "unchecked"],
    [R`$$\frac{\partial u}{\partial x} = 3$$`, "unchecked"],
    [R`$$\nabla \times \nabla (x y z) = \langle 0, 0, 0 \rangle$$`, "holds"],
    [R`Let $h(x, y) = x^2 y$. $$\nabla h(1, 2) = \langle 4, 1 \rangle$$`, "holds"],
    [R`Let $h(x, y) = x^2 y$. $$\nabla h(1, 2) = \langle 4, 2 \rangle$$`, "fails"],
    [R`Let $h(x, y) = x^2 y$. $$\nabla h = \langle 2xy, x^2 \rangle$$`, "holds"],
  ],
};

for (const [name, documents] of Object.entries(DOCUMENTS))
  describe(name, () => {
    it.each(documents)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
  });

describe("index sets", () => {
  const cases: [string, string][] = [
    [R`\sum_{i < j} a_i a_j = \frac12 \left( \left(\sum_i a_i\right)^2 - \sum_i a_i^2 \right)`, "holds"],
    [R`\sum_{i \ne j} a_i a_j = \left(\sum_i a_i\right)^2 - \sum_i a_i^2`, "holds"],
    [R`\sum_{j \ne i} a_j = \sum_j a_j - a_i`, "holds"],
    [R`\sum_{\substack{k = 1 \\ k \ne j}}^n a_k = \sum_{k=1}^n a_k + a_j`, "fails"],
    [R`\left(\sum_i a_i\right)^2 = \sum_{i, j} a_i a_j`, "holds"],
    [R`\sum_{i<j<k\le n} 1 = 3`, "unchecked"],
    [R`\sum_{d \mid 6} \frac{6}{d} = \sum_{d \mid 6} d`, "holds"],
    [R`2n_{i\bullet} - n_{\bullet i} = n_{i\bullet} + (n_{i\bullet} - n_{\bullet i})`, "holds"],
    [R`\sigma_X^2 + \sigma^2_X = 2\sigma^2_X`, "holds"],
    [R`\int_a^b (f + 2g) = \int_a^b f + 2\int_a^b g`, "holds"],
    [R`\dv{x} (x^2 + 1) = 2x`, "holds"],
    [R`\pdv{x^2 y}{x}{y} = 2y`, "fails"],
  ];
  it.each(cases)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
});
