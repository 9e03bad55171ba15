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

const LATER: string[] = [
  R`$$H = 54320 - (8.314)(310) = 51743\ \mathrm{J/mol}$$`,
  R`Il sistema $$\begin{cases} 2 + s = 0 \\ 3 - s = 4 \\ s = 2 \end{cases}$$ non ha soluzioni.`,
  R`$$\begin{align*} b^{100} &\equiv 1 \pmod{1000} & \text{if } \gcd(10, b) &= 1 \\ b^{100} &\equiv 376 \pmod{1000} & \text{if } \gcd(10, b) &= 2 \end{align*}$$`,
  R`$$\frac{1}{2\pi} e^{-x^2/4} \int e^{-(y - x/2)^2} dy = \frac{1}{\sqrt{4\pi}} e^{-x^2/4}$$`,
  R`$$E = (6.626\times10^{-34})(3.00\times10^{8})(4.387\times10^{7}\ \text{m}^{-1}) = 8.72\times10^{-18}\ \text{J}$$`,
  R`We use $1\ \mathrm{eV} = 96.485\ \mathrm{kJ/mol}$ here.`,
  R`Let $\beta = \alpha\gamma$. Then $N(\beta) = N(\alpha\gamma) = N(\alpha)N(\gamma)$.`,
  R`For $x = 0$: $$\begin{align*} h_x(0, y) &= 0 \\ 1 - 2 \cdot 0^2 &= 0 \\ 1 &= 0 \end{align*}$$ Existe uma contradição.`,
];
const RANDOM: string[] = [
  R`For independent events $S$ and $F$ with $P(S) = 0.9$ and $P(F) = 0.1$ we get $P(SSF) = 0.9 \cdot 0.9 \cdot 0.1$.`,
  "A die: let $X \\sim \\mathrm{Unif}(0, 2)$.\n\n| $x$ | 0 | 1 |\n|---|---|---|\n| $P(X = x)$ | 0.4 | 0.6 |\n\nSo $Var(X) = 0.4 \\cdot 0.36 + 0.6 \\cdot 0.16 = 0.24$.",
];
const STILL: string[] = [
  R`$$H = 54320 - (8.314)(310) = 51753\ \mathrm{J/mol}$$`,
  R`$$(2\times 10^3\ \mathrm{m})(3\times10^2\ \mathrm{m}) = 6\times 10^5\ \mathrm{m}$$`,
  R`$$\int x\,dx = x^2$$`,
  R`We have $5 \frac{kJ}{kg} = 500 \frac{J}{kg}$.`,
  R`$$\begin{align*} 2 + 2 &= 4 \\ 1 + 2 &= 4 \end{align*}$$`,
];

describe("what stands apart", () => {
  it.each(LATER)("%s", (text) => expect(verdictsOf(`${text}\n`)).not.toContain("fails"));
  it.each(RANDOM)("%s", (text) => expect(verdictsOf(`${text}\n`)).not.toContain("fails"));
  it.each(STILL)("%s", (text) => expect(verdictsOf(`${text}\n`)).toContain("fails"));
  it("units in plain letters", () => expect(verdictsOf("We have $5 \\frac{kJ}{kg} = 5000 \\frac{J}{kg}$.\n")).toEqual(["holds"]));
  it("what is shown on some slides", () =>
    expect(verdictsOf("$$\\begin{align*} \\onslide<+->{(u+v)^2 &= u^2 + 2uv + v^2 \\\\} \\onslide<2->{&= u^2 + 3uv + v^2} \\end{align*}$$\n")).toEqual([
      "holds",
      "fails",
    ]));
});
