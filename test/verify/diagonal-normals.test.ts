/** Normal distributions of vectors with diagonal covariances, coordinate by coordinate: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const DOTS = R`Let $q(u) = \mathcal{N}(u; m, \operatorname{diag}(s_1^2, \ldots, s_k^2))$ and $p(u) = \mathcal{N}(u; 0, I)$. `;
const SQUARED = R`Let $q(u) = \mathcal{N}(u; m, \operatorname{diag}(s^2))$ and $p(u) = \mathcal{N}(u; a, b^2 I)$. `;

const CASES: [string, string][] = [
  [R`${DOTS}$$D_{KL}(q \| p) = \frac12 \sum_{i=1}^k (m_i^2 + s_i^2 - \log s_i^2 - 1)$$`, "holds"],
  [R`${DOTS}$$D_{KL}(q \| p) = \frac12 \sum_{i=1}^k (m_i^2 + s_i^2 + \log s_i^2 - 1)$$`, "fails"],
  [R`${DOTS}$$\mathbb{E}_q[\log q(u)] = -\frac{k}{2} \log(2\pi) - \frac12 \sum_{i=1}^k (1 + \log s_i^2)$$`, "holds"],
  [R`${DOTS}$$\mathbb{E}_q[\log p(u)] = -\frac{k}{2} \log(2\pi) - \frac12 \sum_{i=1}^k (m_i^2 + s_i)$$`, "fails"],
  [R`${SQUARED}$$\mathrm{KL}(q \| p) = \frac12 \sum_{i=1}^k \left(\frac{(m_i - a_i)^2 + s_i^2}{b^2} - 1 + 2 \log b - 2 \log s_i\right)$$`, "holds"],
  [R`${SQUARED}$$\mathrm{KL}(q \| p) = \frac12 \sum_{i=1}^k \left(\frac{(m_i - a_i)^2 + s_i^2}{b} - 1 + 2 \log b - 2 \log s_i\right)$$`, "fails"],
  [R`$$\mathrm{KL}(\mathcal{N}(m, \mathrm{diag}(v_1, \dots, v_k)) \| \mathcal{N}(0, I)) = \frac12 \sum_{i=1}^k (m_i^2 + v_i - \log v_i - 1)$$`, "holds"],
];

describe("diagonal normal distributions", () => {
  it.each(CASES)("%s", (text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
});
