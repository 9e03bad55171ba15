/** Equations that one stroke of the pen turns into an identity are slips, whatever else they could have been; equations to solve are not. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

describe("equations that are no claims by their form", () => {
  it.each([
    ["a sign", String.raw`Then for $n \geq M$ $$|x_n-y_n| = |x_n-a+a+y_n|.$$`, "fails"],
    ["the same without it", String.raw`Then for $n \geq M$ $$|x_n-y_n| = |x_n-a+a-y_n|.$$`, "holds"],
    ["parts of complex numbers", String.raw`Let $z \in \mathbb{C}$. Then $$\Re (z + w)=\Re z - \Re w$$`, "fails"],
    ["an expansion", String.raw`$$(a+b)^2 = a^2 + 3ab + b^2$$`, "fails"],
    ["a fraction turned over", String.raw`$$u_t = \frac{a_t}{-1}\left(-a_t u_t\right)$$`, "fails"],
    ["a value put in for a name", String.raw`$$a^2 + 2ab + b^2 = a^2 + 2a^2 + a^2$$`, "given"],
    ["what commutes by assumption", String.raw`$$xy + bz = zb + ax$$`, "given"],
    [
      "a projection, of the one space and of the other",
      String.raw`$P_1(u) = u$ for all $u \in U_1$ and $P_1(w) = \vec{0}$ for all $w \in U_2$;

**(2).** If $u \in U_1$, then $u = u + \vec{0}$ and so $P_1(u) = u$.`,
      "given",
    ],
    ["a line", String.raw`$$(x-a)^2 + (y-b)^2 = (x-c)^2 + (y-d)^2$$`, "given"],
    ["a determinant", String.raw`Then $$\det\begin{bmatrix} u & v \\ w & s \end{bmatrix} = s^2 - v w$$`, "fails"],
    ["a determinant to solve", String.raw`Find $u$ with $$\begin{vmatrix} u & 1 \\ 2 & 3 \end{vmatrix} = 7$$`, "given"],
    [
      "a product of matrices",
      String.raw`$$\begin{pmatrix} u & v \\ 0 & 1\end{pmatrix}\begin{pmatrix} 1 & 0 \\ w & 1\end{pmatrix} = \begin{pmatrix} u + vw & v \\ 0 & 1\end{pmatrix}$$`,
      "fails",
    ],
    ["a circle", String.raw`$$x^2 + y^2 = 4x + 2y$$`, "given"],
  ])("%s", (_, text, last) => {
    expect(verdicts(text).pop()).toBe(last);
  });
});

describe("values of functions that have formulas", () => {
  it.each([
    ["worked out", String.raw`Let $h(x) = A(x^2-2x-5)$. We get $h(0)=A(-5)$.`, "holds"],
    ["worked out wrongly", String.raw`Let $h(x) = A(x^2-2x-5)$. We get $h(0)=A(-6)$.`, "fails"],
    ["worked out behind a definition", String.raw`\begin{align*} r(t) &= t^3 - 2\cos t + C \\ r(0) &= -3 + C \end{align*}`, "fails"],
    ["an integral without the sign", String.raw`Let $G(x) = \int_1^x 6 t\,dt$. What is $G$? $$G(x) = 3x^2 - 3$$`, "holds"],
    ["an integral without the sign, wrongly", String.raw`Let $G(x) = \int_1^x 6 t\,dt$. What is $G$? $$G(x) = 3x^2 - 1$$`, "fails"],
    ["another function", String.raw`Let $G(x) = \int_1^x 6 t\,dt$. What is $G$? $$G(x) = \sqrt{x + 7}$$`, "given"],
    ["a condition on what is open", String.raw`Let $g(x) = ax + b$ with $g(0) = 2a$.`, "given"],
  ])("%s", (_, text, last) => {
    expect(verdicts(text).pop()).toBe(last);
  });
});

describe("what is open beside a slip", () => {
  it.each([
    ["an integral", String.raw`$$\int (-14)\,dt = -14t + C$$`, "holds"],
    ["its coefficient", String.raw`$$\int (-14)\,dt = -15t + C$$`, "fails"],
    ["the same where the variable has a value for the moment", String.raw`At time $t = 3$ it is at rest. We find $$\int (-14)\,dt = -15t + C.$$`, "fails"],
    ["values that a question supposes", String.raw`If $U = 3$ and $R = 5$, find $I$ from $U = RI$. We have $$I = \frac{U}{R} = \frac{3}{5}.$$`, "holds"],
    ["the same, turned over", String.raw`If $U = 3$ and $R = 5$, find $I$ from $U = RI$. We have $$I = \frac{U}{R} = \frac{5}{3}.$$`, "fails"],
    [
      "a cosine in lengths that drop out",
      String.raw`Let $x = VF = VC$. Then $$\cos A = \frac{4x^2 + 4x^2 - 9x^2}{2\cdot 2x\cdot 2x} = -\frac{1}{7}.$$`,
      "fails",
    ],
  ])("%s", (_, text, last) => {
    expect(verdicts(text).pop()).toBe(last);
  });
});

describe("agreement because everything vanishes", () => {
  it("is none", () => {
    const text = String.raw`Consider $y''-4y'-5y = 0$ with $y = Ce^{ax}$. Then $$y'' - 4y' -5y = a^3 C e^{ax} - 4 aC e^{ax} - 5Ce^{ax}.$$`;
    expect(verdicts(text).pop()).not.toBe("holds");
  });

  it("is none behind several equations", () => {
    const text = String.raw`We have $V = \pi y^4 h$. Here $R(y) = 4$, and $y = \sqrt{x}$, so $r(y) = y^2$. A slice has volume $$V = \pi (R(y)^2 - r(y)^2) h = \pi (16 - y^5) h.$$`;
    expect(verdicts(text).pop()).toBe("fails");
  });
});

it("a chain that begins with what is given is no excuse for its next step", () => {
  const text = String.raw`By the law of sines \[\frac{u}{\sin \theta} = \frac{10}{2 \sin \theta \cos \theta} = \frac{6}{\sin \theta \cos \theta}.\]`;
  expect(verdicts(text).pop()).toBe("fails");
});

describe("with what definitions settle", () => {
  const ODDS = "The responsibilities are\n\n$$ r_i = \\frac{a e^{-u t_i}}{a e^{-u t_i} + b e^{-v t_i}}, $$\n\nwhose log odds are\n\n";
  const GAIN = "Let $s > 0$, $t > 0$, $w = \\frac{s t}{s + t}$ and $K = \\frac{s}{s + t}$. The predictive variance is\n\n";
  const BOUND = "Denote\n\n$$ \\mathcal{F}(q) = \\sum_z q(z) \\log \\frac{p(x, z)}{q(z)}. $$\n\nIt is\n\n";
  const CHAIN = "Consider $A = \\begin{pmatrix} 0.9 & 0.1 \\\\ 0.5 & 0.5 \\end{pmatrix}$ and the start $\\pi = \\begin{pmatrix} 0.5 & 0.5 \\end{pmatrix}$.\n\n";
  const WEIGHT = "Let $w(z) = \\frac{p(x, z)}{q(z)}$, so\n\n";
  it.each([
    [ODDS, "\\log \\frac{r_i}{1 - r_i} = \\log \\frac{a}{b} - (u - v) t_i", "holds"],
    [ODDS, "\\log \\frac{r_i}{1 - r_i} = \\log \\frac{a}{b} + (u - v) t_i", "fails"],
    [GAIN, "w + t = t (1 + K)", "holds"],
    [GAIN, "w + t = t (1 - K)", "fails"],
    [BOUND, "\\mathcal{F}(q) = \\log p(x) - \\sum_z q(z) \\log \\frac{q(z)}{p(z \\mid x)}", "holds"],
    [BOUND, "\\mathcal{F}(q) = \\log p(x) + \\sum_z q(z) \\log \\frac{q(z)}{p(z \\mid x)}", "fails"],
    [CHAIN, "\\pi A = \\begin{pmatrix} 0.7 & 0.3 \\end{pmatrix}", "holds"],
    [CHAIN, "\\pi A = \\begin{pmatrix} 0.7 & 0.5 \\end{pmatrix}", "fails"],
    [CHAIN, "A^2 \\approx \\begin{pmatrix} 0.86 & 0.14 \\\\ 0.70 & 0.30 \\end{pmatrix}", "holds"],
    [CHAIN, "A^2 = \\begin{pmatrix} 0.86 & 0.14 \\\\ 0.7 & 0.4 \\end{pmatrix}", "fails"],
    [WEIGHT, "\\mathrm{Var}_{z \\sim q(z)}[w(z)] = \\sum_z \\frac{p(x, z)^2}{q(z)} - p(x)^2", "holds"],
    [WEIGHT, "\\mathrm{Var}_{z \\sim q(z)}[w(z)] = \\sum_z \\frac{p(x, z)^2}{q(z)} - p(x)", "fails"],
    ["Let $f(x, y) = x^2 + 2 y$.\n\nLet $f(x, y) = x^2 - 2 y$.\n\n", "f(1, 1) = -1", "holds"],
  ])("%s%s: %s", (before, step, verdict) => expect(verdicts(`${before}$$ ${step} $$\n`).slice(-1)[0]).toBe(verdict));
});

describe("derivatives by the terms of a sequence", () => {
  const ENTROPY = "Put $$ L = -\\sum_{k=1}^{5} p_k \\log p_k + \\lambda \\left(1 - \\sum_{k=1}^5 p_k\\right). $$ Its derivative is\n\n";
  const LOSS =
    "Let $s_k = \\frac{e^{a_k}}{\\sum_{j=1}^{K} e^{a_j}}$ and $y_k$ a target, so $\\sum_{k=1}^K y_k = 1$. The loss is $$ F = -\\sum_{k=1}^K y_k \\log s_k. $$ Then\n\n";
  it.each([
    [ENTROPY, "\\frac{\\partial L}{\\partial p_k} = -\\log p_k - 1 - \\lambda", "holds"],
    [ENTROPY, "\\frac{\\partial L}{\\partial p_k} = -\\log p_k - \\lambda", "fails"],
    [LOSS, "\\frac{\\partial F}{\\partial a_k} = s_k - y_k", "holds"],
    [LOSS, "\\frac{\\partial F}{\\partial a_k} = y_k - s_k", "fails"],
    ["Entropy is\n\n", "H(p) = -\\sum_{k=1}^{4} p_k \\log p_k", "holds"],
  ])("%s%s: %s", (before, step, verdict) => expect(verdicts(`${before}$$ ${step} $$\n`).slice(-1)[0]).toBe(verdict));
});

describe("a function at a place that was solved for", () => {
  const R = String.raw;
  const ERROR = R`The error is $$M(c) = c^2\,\frac{2s^4}{n-1} + (c-1)^2s^4$$ and $$M'(c) = \frac{4cs^4}{n-1}+2(c-1)s^4 = 0 \Rightarrow c = \frac{n-1}{n+1}.$$`;
  it.each([
    ["its value", R`${ERROR} At this $c$ the error is $M(c) = \frac{2s^4}{n+1}$.`, "holds"],
    ["a wrong value of it", R`${ERROR} At this $c$ the error is $M(c) = \frac{2s^4}{n-1}$.`, "fails"],
    ["another function of the argument", R`${ERROR} We look at $M(c) = c^2 s^4 - (c-1)^2s^4$.`, "given"],
  ])("%s", (_, text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
});

describe("names that are solved for in formulas of other names", () => {
  const R = String.raw;
  const LAYER = R`The layer $x_1=z_1$, $x_2 = z_2e^{s(z_1)}+t(z_1)$ has a simple Jacobian. The inverse is `;
  const TURNED = R`The rotation is $u = x\cos t - y\sin t$, $v = x\sin t + y\cos t$. The other way round `;
  it.each([
    [R`${LAYER}$z_2 = (x_2 - t(x_1))\,e^{-s(x_1)}$.`, "holds"],
    [R`${LAYER}$z_2 = (x_2 - t(x_1))\,e^{s(x_1)}$.`, "fails"],
    [R`${TURNED}$x = u\cos t + v\sin t$.`, "holds"],
    [R`${TURNED}$x = u\cos t - v\sin t$.`, "fails"],
    // equations beside each other
    [R`We draw $y = a x + s\epsilon$ and then $x = a y + s\epsilon$.`, "given"],
    [R`The algorithm updates $y = a x + b$, then $x = a y + b$.`, "given"],
    [R`We have $y = ax + b$ and so $x = \frac{y+b}{a}$.`, "fails"],
    [R`The updates are $m_1 = \mu_1 - \frac{b}{a}(m_2-\mu_2)$ and $m_2 = \mu_2 - \frac{b}{c}(m_1-\mu_1)$.`, "given"],
    [R`Demand is $q = a - b p + c m$ and supply $p = \frac{q + a - c m}{b}$.`, "given"],
  ])("%s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
});
