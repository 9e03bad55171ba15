/** Steps that look right and are not, found by attacking the checker by hand, beside true ones of the same form; one line a case, the verdict of the last sign. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const NOT_HOLDS = /^(fails|unchecked|given|holds-if|defines)$/;
const NOT_FAILS = /^(holds|unchecked|given|holds-if|defines)$/;

const ATTACKS: Record<string, [text: string, verdict: string | RegExp][]> = {
  "strict orders that are tight": [
    ["$$x^2 + 1 > 2x$$", "holds-if"],
    ["$$x^2 + 1 \\ge 2x$$", "holds"],
    ["$$e^x > 1 + x$$", "holds-if"],
    ["$$\\ln x < x - 1$$", "holds-if"],
    ["$$(a-b)^2 > 0$$", "holds-if"],
    ["$$\\sin x < 1$$", "holds-if"],
    ["Let $a, b > 0$.\n$$\\frac{a+b}{2} > \\sqrt{ab}$$", "holds-if"],
    ["Let $a$ and $b$ be distinct positive numbers. Then\n$$\\frac{a+b}{2} > \\sqrt{ab}$$", "holds"],
    ["Let $x \\ne 0$. Then\n$$x^2 > 0$$", "holds"],
    ["Let $x > 0$.\n$$\\sin x < x$$", "holds"],
    ["Let $0 < x < \\pi/2$.\n$$\\tan x > x$$", "holds"],
    ["Let $x \\ge 1$.\n$$\\ln x > 0$$", "holds-if"],
    ["Let $x > 1$.\n$$\\ln x > 0$$", "holds"],
    ["$$x^2 + x + 1 > 0$$", "holds"],
    ["$$\\max(a,b) > \\min(a,b)$$", "holds-if"],
    ["Let $x\\in\\mathbb{R}^n$.\n$$\\|x\\| > 0$$", "holds-if"],
    ["Let $A$ be positive definite and $x \\ne 0$.\n$$x^T A x > 0$$", "holds"],
  ],
  "orders that are violated in a small region": [
    ["$$x^2 + 10^6 \\ge 2001 x$$", NOT_HOLDS],
    ["$$x^2 + 10^6 \\ge 2000 x$$", "holds"],
    ["$$1000 x^2 - x + \\frac{1}{4001} \\ge 0$$", NOT_HOLDS],
    ["$$1000 x^2 - x + \\frac{1}{3999} \\ge 0$$", "holds"],
    ["$$a^2+b^2+c^2 \\ge 1.01(ab+bc+ca)$$", NOT_HOLDS],
    ["$$a^2+b^2+c^2 \\ge ab+bc+ca$$", "holds"],
    ["Let $x>0$. Then\n$$(1+x)^{10} \\ge 1 + 11x$$", NOT_HOLDS],
    ["Let $x>0$. Then\n$$(1+x)^{10} \\ge 1 + 10x$$", "holds"],
    ["Let $a,b,c>0$.\n$$\\frac{a}{b+c}+\\frac{b}{c+a}+\\frac{c}{a+b} \\ge 1.51$$", NOT_HOLDS],
    ["Let $a,b,c>0$ with $a+b+c=1$.\n$$abc \\le 0.036$$", NOT_HOLDS],
    ["Let $a,b,c>0$ with $a+b+c=1$.\n$$abc \\le \\frac{1}{27}$$", "holds"],
    ["Let $n$ be a natural number.\n$$n^2 - n + 41 < 1600$$", NOT_HOLDS],
    ["Let $x>1$.\n$$\\ln x < \\frac{x}{2.72}$$", NOT_HOLDS],
    ["Let $0 \\le x \\le 1$.\n$$x(1-x)\\le \\frac14$$", "holds"],
  ],
  "functions that jump": [
    ["$$\\lceil x \\rceil = \\lfloor x \\rfloor + 1$$", "holds-if"],
    ["Let $x \\notin \\mathbb{Z}$.\n$$\\lceil x \\rceil = \\lfloor x\\rfloor + 1$$", "holds"],
    ["$$\\lceil x\\rceil = -\\lfloor -x\\rfloor$$", "holds"],
    ["$$\\lfloor -x\\rfloor = -\\lfloor x\\rfloor - 1$$", "holds-if"],
    ["$$\\operatorname{sgn}(x)^2 = 1$$", "holds-if"],
    ["$$\\operatorname{sgn}(x)|x| = x$$", "holds"],
    ["$$\\mathbf{1}_{x>0} + \\mathbf{1}_{x<0} = 1$$", "holds-if"],
    ["$$\\mathbf{1}_{x\\ge 0} + \\mathbf{1}_{x<0} = 1$$", "holds"],
    ["$$\\min(a,b) = \\begin{cases} a & a< b\\\\ b & a > b \\\\ 0 & a = b\\end{cases}$$", "holds-if"],
    ["$$\\min(a,b) = \\begin{cases} a & a\\le b\\\\ b & a > b\\end{cases}$$", "holds"],
    ["$$\\lfloor x \\rfloor < x$$", "holds-if"],
    ["$$\\lfloor x \\rfloor \\le x$$", "holds"],
  ],
  "values that the words give": [
    ["Let $x=1$. Then\n$$\\frac{x^2-1}{x-1} = x+1$$", "unchecked"],
    ["Let $x=1$. Then\n$$\\frac{x^2-9}{x-3} = x+3$$", "holds"],
    ["Let $x=2$. Then\n$$\\sum_{n=0}^{\\infty} x^n = \\frac{1}{1-x}$$", "unchecked"],
    ["With $x = 1/2$,\n$$\\sum_{n=0}^\\infty x^n = \\frac{1}{1-x}$$", "holds"],
    ["Let $a = b$. Then\n$$\\frac{a^2-b^2}{a-b} = a + b$$", "unchecked"],
    ["Let $a = -1$ and $b = -4$. Then\n$$\\sqrt{ab} = \\sqrt a \\sqrt b$$", "unchecked"],
    ["Let $a = -1$. Then\n$$\\sqrt{a^2} = a$$", "fails"],
    ["Let $x = 2$. Then\n$$\\arcsin(\\sin x) = x$$", "fails"],
    ["Let $x = 4$. Then\n$$\\sqrt{x^2} = x = 4$$", "holds"],
  ],
  "implications between matrices": [
    ["Let $A, B$ be square.\n$$AB = 0 \\Rightarrow A = 0 \\text{ or } B = 0$$", NOT_HOLDS],
    ["Let $A$ be a matrix.\n$$A^2 = 0 \\Rightarrow A = 0$$", NOT_HOLDS],
    ["Let $u,v\\in\\mathbb{R}^n$.\n$$u\\cdot v = 0 \\Rightarrow u = 0 \\text{ or } v = 0$$", NOT_HOLDS],
    ["Let $A$ be an invertible matrix.\n$$Ax = b \\Rightarrow x = A^{-1}b$$", "holds"],
    ["Let $A, B, C$ be square matrices.\n$$A = B \\Rightarrow AC = BC$$", "holds"],
  ],
  "implications between vectors": [
    ["$$\\vec u\\times\\vec v = 0 \\Rightarrow \\vec u = 0 \\text{ or } \\vec v = 0$$", NOT_HOLDS],
    ["$$\\vec u\\cdot\\vec v = \\vec u\\cdot\\vec w \\Rightarrow \\vec v = \\vec w$$", NOT_HOLDS],
  ],
  "derivatives of what depends on their variable": [
    ["Let $z = x^2 + y^2$, $x = \\cos t$, $y = \\sin t$.\n$$\\frac{dz}{dt} = 2\\cos t\\sin t$$", NOT_HOLDS],
    ["Let $z = x^2 + y^2$, $x = \\cos t$, $y = \\sin t$.\n$$\\frac{dz}{dt} = 0$$", "holds"],
    ["Let $z = x^2 y$, $x = t^2$, $y = t^3$. Then\n$$\\frac{dz}{dt} = 3t^6$$", NOT_HOLDS],
    ["Let $z = x^2 y$, $x = t^2$, $y = t^3$. Then\n$$\\frac{dz}{dt} = 7t^6$$", "holds"],
    ["Let $V = \\pi r^2h$ with $h = 2r$.\n$$\\frac{dV}{dr} = 2\\pi rh$$", NOT_HOLDS],
    ["Let $V = \\pi r^2h$ with $h$ fixed.\n$$\\frac{dV}{dr} = 2\\pi rh$$", "holds"],
    ["Let $f(x) = x^2 + c$ where $c = 2x$.\n$$f'(x) = 2x$$", NOT_HOLDS],
  ],
  "what matrices are": [
    ["$$\\nabla_X \\operatorname{tr}(AXB) = AB$$", NOT_HOLDS],
    ["$$\\nabla_X \\operatorname{tr}(AXB) = A^TB^T$$", "holds"],
    ["Let $A$ be an $n\\times n$ matrix. Then\n$$\\det(2A) = 2\\det A$$", NOT_HOLDS],
    ["$$\\|A\\|_F^2 = \\operatorname{tr}(A^2)$$", NOT_HOLDS],
    ["Let $Q$ be an orthogonal matrix. Then\n$$\\det Q = 1$$", NOT_HOLDS],
    ["Let $R$ be a rotation matrix. Then\n$$\\det R = 1$$", "holds"],
    ["Let $Q$ be an orthogonal matrix. Then\n$$(\\det Q)^2 = 1$$", "holds"],
    ["Let $A \\in \\mathbb{R}^{m\\times n}$.\n$$\\operatorname{rank}(A^TA) = n$$", NOT_HOLDS],
    ["Let $A \\in \\mathbb{R}^{m\\times n}$.\n$$\\operatorname{rank}(A^TA) = \\operatorname{rank}(A)$$", "holds"],
    ["$$\\begin{pmatrix}1&2\\end{pmatrix} = \\begin{pmatrix}1\\\\2\\end{pmatrix}$$", NOT_HOLDS],
    ["$$\\begin{pmatrix}1&2\\end{pmatrix}^T = \\begin{pmatrix}1\\\\2\\end{pmatrix}$$", "holds"],
    ["$$(A \\otimes B)(C\\otimes D) = (AD)\\otimes(BC)$$", NOT_HOLDS],
    ["$$(A \\otimes B)(C\\otimes D) = (AC)\\otimes(BD)$$", "holds"],
  ],
  "random names": [
    ["Let $X$ and $Y$ be uncorrelated.\n$$E[X^2Y^2] = E[X^2]E[Y^2]$$", NOT_HOLDS],
    ["Let $X$ and $Y$ be uncorrelated.\n$$E[XY] = E[X]E[Y]$$", "holds"],
    ["Let $X$ and $Y$ be uncorrelated random variables.\n$$E[X\\mid Y] = E[X]$$", NOT_HOLDS],
    ["Let $X\\sim\\text{Exp}(\\lambda)$.\n$$E[X] = \\lambda$$", NOT_HOLDS],
    ["Let $X\\sim\\text{Exp}(\\lambda)$.\n$$E[X] = \\frac1\\lambda$$", "holds"],
    ["Let $X\\sim\\text{Exp}(\\theta)$.\n$$E[X] = \\theta$$", "holds"],
  ],
  "units and complex numbers": [
    ["$$5\\,\\text{m} + 3\\,\\text{s} = 8\\,\\text{m}$$", "fails"],
    ["$$5\\,\\text{m} + 30\\,\\text{cm} = 5.3\\,\\text{m}$$", "holds"],
    ["$$\\operatorname{Re}(zw) = \\operatorname{Re}(z)\\operatorname{Re}(w)$$", NOT_HOLDS],
    ["$$\\operatorname{Re}(zw) = \\operatorname{Re}(z)\\operatorname{Re}(w) - \\operatorname{Im}(z)\\operatorname{Im}(w)$$", "holds"],
  ],
  "roots that are lost": [
    ["$$x^2 = 9$$\n$$x = 3$$", "holds-if"],
    ["$$x^2 = 9$$\n$$x = \\pm 3$$", NOT_FAILS],
  ],
};

for (const [name, table] of Object.entries(ATTACKS))
  describe(name, () =>
    it.each(table)("%s is %s", (text, verdict) =>
      expect(verdictsOf(`${text}\n`).at(-1)).toMatch(typeof verdict === "string" ? new RegExp(`^${verdict}$`) : verdict),
    ),
  );
