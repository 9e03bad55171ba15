/** A name that the document calls a matrix is no number where, as a matrix, it fits nowhere. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const SENSOR = String.raw`Let $x \sim N(\mu, P)$ and $y = Hx + v$ with $v \sim N(0, R)$ independent of $x$, where $H$ is an $m \times n$ matrix.`;

const CASES: readonly (readonly [document: string, last: string])[] = [
  ["Let $M$ be an invertible matrix and $c$ a vector. If $Mu = c$, then $u = M^{-1} c$.", "holds"],
  ["Let $M$ be an invertible matrix and $c$ a vector. If $Mu = c$, then $u = c M^{-1}$.", "given"],
  [
    String.raw`Let $y = X\beta + \varepsilon$ with $\mathbb{E}[\varepsilon] = 0$ and $\operatorname{Var}(\varepsilon) = s^2 I$. Then $$\mathbb{E}[y] = X\beta$$`,
    "holds",
  ],
  [
    String.raw`Let $y = X\beta + \varepsilon$, $\varepsilon \sim \mathcal{N}(0, s^2 I)$, and $b = (X^\top X)^{-1} X^\top y$. Then $$\operatorname{Cov}(b) = s^2 (X^\top X)^{-1}$$`,
    "holds",
  ],
  [
    String.raw`Let $y = X\beta + \varepsilon$, $\varepsilon \sim \mathcal{N}(0, s^2 I)$, and $b = (X^\top X)^{-1} X^\top y$. Then $$\operatorname{Cov}(b) = s^2 (X^\top X)$$`,
    "fails",
  ],
  // two independent random vectors
  [String.raw`${SENSOR} $$\operatorname{Cov}(y) = H P H^\top + R$$`, "holds"],
  [String.raw`${SENSOR} $$\operatorname{Cov}(y) = H P H^\top - R$$`, "fails"],
  [String.raw`${SENSOR} So $\operatorname{Cov}(x, y) = P H^\top$.`, "holds"],
  [String.raw`Let $x \sim N(\mu, P)$ and $y = Hx + v$ with $v \sim N(0, R)$. $$\operatorname{Cov}(y) = H P H^\top + R$$`, "unchecked"],
  // A alone beside a matrix B: AB is their product
  [String.raw`$$(I + AB)^{-1} A = A (I + BA)^{-1}$$`, "holds"],
  [String.raw`$$(I + AB)^{-1} A = A (I + AB)^{-1}$$`, "fails"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
