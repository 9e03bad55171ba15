/** What is false as it was read, and was not meant so: upper indices, quotients of small changes, units, rows of cases, limits without their sign. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;

const EXCUSED: string[] = [
  R`Of the coordinates $x^0 = ct$ and $x^1 = x$, the others stay. Keeping the $x^2 = y$ and $x^3 = z$ components fixed, we obtain it for $x = 2$, $y = 2$ and $z = 1$.`,
  R`Choices of the form $\gamma_q = s \gamma_q^0$ with $\gamma_q = 3$ and $s = 2$ solve it.`,
  R`Let $v = 5$. Then $$\dot{u} = \frac{\delta w}{\delta v} \dot{v} = \frac{1}{v} \cdot \dot{v}$$ with $w = \ln v$.`,
  R`$$[\alpha] = \frac{\text{rad}}{\text{s}^2} = \frac{1}{\text{s}^2}$$`,
  R`$$\begin{align*} x = 0 &\Rightarrow v = u \\ y = 0 &\Rightarrow v = -u \\ x + y = 3 &\Rightarrow v = 3 \end{align*}$$`,
  R`The two populations are assumed to share a variance: we assume $\tau_1^2 = \tau_2^2 = \tau$.`,
  R`Let $H(x) = \int_0^x h(t)\,dt$. Then $H' = h$.`,
  R`If the hypothesis is true and $\beta_1 = 0$, then $T$ has a law of its own. For the weights, we estimated $\hat{\beta}_1 = 0.6526$.`,
  "Es ist $4 < 2$ falsch.",
  "当$n$充分大时，有 $$n^p > n^3$$",
  R`Consider a Hermitian operator $K$, so $K^\dagger = K$, and $B'' = U^\dagger B' U$ with $(U^\dagger B' U)_{ij} = B''_{ij}$.`,
];
const ACCUSED: string[] = [
  R`Hence $x^2 = x + 1$ for every $x$, as $x^2 = x \cdot x = x + 1$.`,
  R`$$\begin{align*} x = 0 &\Rightarrow v = u \\ &\Rightarrow v^2 = 2u^2 \end{align*}$$ so $v^2 = v \cdot v = 2v^2$.`,
  "Es ist $4 < 2$.",
  R`Let $H(x) = x^2$. Then $H'(x) = 3x$.`,
];

describe("what was not meant so", () => {
  it.each(EXCUSED)("%s", (text) => expect(verdictsOf(`${text}\n`)).not.toContain("fails"));
  it.each(ACCUSED)("%s", (text) => expect(verdictsOf(`${text}\n`)).toContain("fails"));
  it("a limit that its rows do not write anew", () => {
    const rows = (value: string): string =>
      `We ask for $\\lim_{x \\to 0} \\frac{2\\tan x - 2x}{x^3}$ .\n\n$$\\begin{align} I &= \\frac{2(x + \\frac{x^3}{3} + \\frac{x^5}{9}) - 2x}{x^3} \\\\ &= ${value} \\end{align}$$\n`;
    expect(verdictsOf(rows("\\frac{2x^3/3}{x^3}"))).not.toContain("fails");
    expect(verdictsOf(rows("\\frac{x^3/3}{x^3}"))).toContain("fails");
  });
});
