/** Orders that follow from what is said of their terms: bounds, metrics, infinite sums by their partial sums. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`Suppose that $|u_n - p| < \eta/3$ and $|v_n - p| < \eta/4$. Then $$|u_n - v_n| \le |p - u_n| + |v_n - p| < \frac{7\eta}{12}$$`, "holds"],
  [String.raw`Suppose that $|u_n - p| < \eta/3$ and $|v_n - p| < \eta/4$. Then $$|u_n - v_n| \le |p - u_n| + |v_n - p| < \frac{\eta}{2}$$`, "unchecked"],
  [
    String.raw`Let $w \in B(q, \rho)$. Then $$\left|\sum_{j=1}^m s_j (w - q)^j\right| \le \sum_{j=1}^m |s_j| |w - q|^j \le \sum_{j=1}^m |s_j| \rho^j$$`,
    "holds",
  ],
  [String.raw`Suppose that $|g(s)| \le K$ for all $s$, and $T > 0$. Then $$\left|\int_0^T e^{-s} g(s)\,ds\right| \le \int_0^T e^{-s} K \,ds$$ `, "holds"],
  [String.raw`Let $d$ be a metric. We have $$d(p, q) \le d(p, r) + d(r, q)$$`, "holds"],
  [String.raw`Let $d$ be a metric. We have $$d(p, q) + 0 \le d(p, r) - d(r, q)$$`, "unchecked"],
  [String.raw`We have $$\left|\sum_{n=0}^\infty s_n x^n\right| \le \sum_{n=0}^\infty |s_n| |x|^n$$`, "holds"],
  [String.raw`We have $$\sum_{n=1}^\infty s_{n-1} x^n = x \sum_{n=0}^\infty s_n x^n$$`, "holds"],
  [String.raw`We have $$\sum_{n=1}^\infty s_{n-1} x^n = x \sum_{n=1}^\infty s_n x^n$$`, "fails"],
  [String.raw`We have $$(M + 1) \frac{\varepsilon}{2(M + 1)} + \frac{\varepsilon}{3} \le \frac{5 \varepsilon}{6} \le \varepsilon$$`, "holds-if"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
