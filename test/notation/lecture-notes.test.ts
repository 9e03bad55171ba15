/** Lecture notes of engineers and physicists: spectra, fields, what is held fixed, values at the start, formulas in words. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "./verdicts";

const R = String.raw;

/** A document and the verdict of its last step. */
const DOCUMENTS: [string, string][] = [
  // j of engineers, spectra as names
  [R`For $b>0$ we get $$Y(j\omega) = \int_0^\infty e^{-bt}e^{-j\omega t}\,dt = \frac{1}{b+j\omega}$$`, "holds"],
  [R`For $b>0$ we get $$Y(j\omega) = \int_0^\infty e^{-bt}e^{-j\omega t}\,dt = \frac{1}{b-j\omega}$$`, "fails"],
  [R`Let $Y(j\omega) = \frac{3}{b+j\omega}$ with $b>0$. Then $$|Y(j\omega)| = \frac{3}{\sqrt{b^2+\omega^2}}$$`, "holds"],
  [R`$$\angle(2+j\omega) = \arctan\frac{\omega}{2}, \qquad e^{j\omega\pi} = \cos\pi\omega + j\sin\pi\omega$$`, "holds"],
  [R`$$e^{j\omega} = \cos\omega - j\sin\omega$$`, "fails"],
  [
    R`For all $n$ and upright units $$\mathrm{e}^{\,\mathrm{j}\,\Omega} = \cos\Omega + \mathrm{j}\sin\Omega, \qquad \sum_{j=1}^n j = \frac{n(n+1)}{2}$$`,
    "holds",
  ],
  [R`$$\mathrm{e}^{\,\mathrm{j}\,\Omega} = \cos\Omega - \mathrm{j}\sin\Omega$$`, "fails"],
  // square brackets around the arguments of signals, braces around what is averaged
  [R`Let $h[n] = 3^{-n}$. Then $$h[0] + h[1] = \frac43$$`, "holds"],
  [R`Let $h[n] = 3^{-n}$. Then $$h[0] + h[2] = \frac43$$`, "fails"],
  [R`A random signal $x[k]$ is stationary: $$E\{x[k] \cdot x[k - \kappa]\} = E\{x[k + \kappa] \cdot x[k]\}$$`, "given"],
  [R`Let $\phi$ be Euler's function. $$\sum_{d | n} \phi{(d)} = n$$`, "holds"],
  // what is said of a function of which nothing is known
  [R`It is symmetric: $$\psi(a, b) = \psi(b, a)$$`, "given"],
  [R`It does not depend on the time: $$P_x(w, k) = P_x(w)$$`, "given"],
  // an index and its range; a name by itself
  [R`Here $w_i = 2^i$ and $$i = 1 \cdots N$$`, "given"],
  [R`Then $$\beta = 2 + \frac{1}{3 + \frac{1}{\beta}}$$`, "given"],
  // words that are a part, and words before a sign
  [R`$$\text{drones} = 20\% \text{ of all bees} = 0.2 \cdot 300$$`, "unchecked"],
  [R`The first weight is $w + 5$. The last element is $\geq 8$ and the first element is $\leq 1$.`, "given"],
  // P as a number that was a function
  [R`Let $P(t) = 3 \cdot 2^t$. A sum grows to $A = P + P r = P(1 + r)$, then $$P(1+r)(1+r) = P(1+r)^2$$`, "holds"],
  [R`Let $P(t) = 3 \cdot 2^t$. A sum grows to $A = P + P r = P(1 + r)$, then $$P(1+r)(1+r) = P(1+r)^3$$`, "fails"],
  // labels in words
  [R`$$Q = \frac{|x_\text{min}|}{2^{w}} = \frac{x_\text{max}}{2^{w} - 1}$$`, "unchecked"],
  // what is said anew right behind a step
  [
    R`The first model has $\beta_0 = b_0$.\n\nFor the second, $$x^{b_0} x^{a_0} = x^{\beta_0}$$ where $\beta_0 = b_0 + a_0$.`.replaceAll("\\n", "\n"),
    "defines",
  ],
  [R`$$\frac{1}{n} + \frac{1}{n} + \ldots + \frac{1}{n} = \frac{n - 1}{n}$$`, "unchecked"],
  // e as a function of the document's own
  [R`The excess is $$e(p) = (p_0 - 1, p_1 + 2)$$ so we look for $e(p) = 0$.`, "given"],
  // a condition where a world costs much
  [R`$$\int_{-a}^a (a - |x|)^2 dx = 2\int_0^a (x - a)^2 dx$$`, "holds-if"],
  // functions that words name
  [R`Let $w(t) = e^{-2t}u(t)$, where $u(t)$ is the unit step. Then $$\int_{-\infty}^\infty w(t)\,dt = \int_0^\infty e^{-2t}\,dt$$`, "holds"],
  [R`The unit step function $u(t)$ is used: $$\int_{-1}^3 u(t)\,dt = 4$$`, "fails"],
  [R`Here $\Phi$ is the standard normal distribution function. $$\Phi(z)+\Phi(-z) = 1$$`, "holds"],
  [R`Here $\Phi$ is the standard normal distribution function. $$\Phi(1)+\Phi(-1) = 2$$`, "fails"],
  [R`Here $\Phi$ is the standard normal distribution function and $\phi = \Phi'$. $$\phi(-2) = \phi(2)$$`, "holds"],
  // a word in quotation marks is no connective
  [R`$$\text{“k”} = (1, 0)$$ $$\text{“m”} = (0, 1)$$`, "unchecked"],
  // where a derivative is taken
  [R`Let $w(t) = t^3$. Then $$\frac{dw}{dt}(t) = 3t^2$$`, "holds"],
  [R`Let $w(t) = t^3$. Then $$\frac{dw}{dt}(t) = 3t^3$$`, "fails"],
  [R`Let $w(t) = t^3$. Then $$\frac{d^2w}{dt^2}(2) = 12$$`, "holds"],
  [R`Let $w(t) = t^3$. Then $$\frac{dw}{dt}(2) = 24$$`, "fails"],
  [R`Steps of length $h$: $$q(t + h) = q(t) + h\frac{dq}{dt}(t) = q(t) + h\frac{p(t)}{m}$$`, "unchecked"],
  // what is zero in words, and the entries of a vector that is
  [R`Since $\mathbf{v}^{(0)}$ is the origin, $$\lambda v_k^{(0)} + b = b$$`, "holds"],
  [R`Since $\mathbf{v}^{(0)}$ is the origin, $$\lambda v_k^{(0)} + b = 2b$$`, "fails"],
  [R`Because $m$ is equal to zero, $$(x - m)^2 + 1 = x^2 + 1$$`, "holds"],
  // what an equation ties to the variable
  [R`A gas has $pV = NkT$. The work is $$W = \int_{V_1}^{V_2} p\,dV = \int_{V_1}^{V_2} \frac{NkT}{V}\,dV$$`, "holds"],
  [R`A gas has $pV = NkT$. The work is $$\int_{V_1}^{V_2} p\,dV = \int_{V_1}^{V_2} \frac{NkT}{V^2}\,dV$$`, "unchecked"],
  [R`A gas has $pV = NkT$. Hence $$\left(\frac{\partial p}{\partial T}\right)_V = \frac{Nk}{V}$$`, "holds"],
  [R`Let $f(x, y) = \sin(x y^2)$. Then $$\left.\frac{\partial f}{\partial x}\right|_y = y^2 \cos(x y^2)$$`, "holds"],
  [R`Let $f(x, y) = \sin(x y^2)$. Then $$\left.\frac{\partial f}{\partial x}\right|_y = y \cos(x y^2)$$`, "fails"],
  [R`Let $g(r, s, t) = r s t$. Then $$\left.\frac{\partial g}{\partial s}\right|_{r, t} = r t$$`, "holds"],
  // of what is held fixed nothing is said
  [R`A gas has $p = NkT/V$. Hence $$\left(\frac{\partial p}{\partial V}\right)_S = -\frac{p}{V}$$`, "unchecked"],
  [R`A gas has $p = NkT/V$. Hence $$\left(\frac{\partial p}{\partial V}\right)_T = -\frac{p}{V}$$`, "holds"],
  // reasons behind a step
  [R`$$\int_0^b 2at\,dt = ab^2 = 7d$$ where $ab^2 = 7d$ was used.`, "given"],
  // values at the start
  [R`Let $N(t) = N_0e^{-kt}$. Then $$N'(t) = -kN(t)$$`, "holds"],
  [R`Let $N(t) = N_0e^{-kt}$. Then $$N'(t) = kN(t)$$`, "fails"],
  [R`Let $s(t) = s_0+v_0t+\frac12gt^2$. Then $$s(2)-s(0) = 2v_0+2g$$`, "holds"],
  // formulas in the words of a display
  [R`$$\begin{align*} A &= \int_0^R 2\pi r\,dr = \pi R^2 \\ \intertext{and with the diameter $D = 2R$} &= \frac{\pi D^2}{4} \end{align*}$$`, "holds"],
  [R`$$\begin{align*} A &= \int_0^R 2\pi r\,dr = \pi R^2 \\ \intertext{and with the diameter $D = 2R$} &= \frac{\pi D^2}{2} \end{align*}$$`, "fails"],
  [R`$$\begin{align*} \sqrt{q^2} &= q && \text{since $q > 0$} \end{align*}$$`, "holds"],
  [R`A wave $u = A\sin(kx-\omega t)$ satisfies $$\frac{\partial^2 u}{\partial x^2} = -k^2u$$`, "holds"],
  // values that are put in for the moment
  [
    R`$$\begin{align*} V &= \frac{\pi}{5}h^3 \ \frac{dV}{dt} &= \frac{3\pi}{5}h^2\frac{dh}{dt} \ \intertext{With $h=2$ and $dV/dt = 6$,} 6 &= \frac{12\pi}{5}\frac{dh}{dt} \ \frac{dh}{dt} &= \frac{5}{2\pi} \end{align*}$$`,
    "unchecked",
  ],
  // sets of which nothing is known
  [R`$$A \cap (B \cup C) = (A \cap B) \cup (A \cap C)$$`, "holds"],
  [R`$$A \cap (B \cup C) = (A \cup B) \cap (A \cup C)$$`, "unchecked"],
  [R`$$(A \cup B)^c = A^c \cap B^c$$`, "holds"],
  [R`$$|A \cup B| = |A| + |B| - |A \cap B|$$`, "holds"],
  [R`$$|A \cup B| = |A| + |B|$$`, "unchecked"],
  [R`$$|A \cup B| \le |A| + |B|$$`, "holds"],
  // the chain rule for bare names, differentials
  [R`$$\frac{dw}{dt} = \frac{\partial w}{\partial x}\frac{dx}{dt} + \frac{\partial w}{\partial y}\frac{dy}{dt}$$`, "holds"],
  [R`$$\frac{dw}{dt} = \frac{\partial w}{\partial x}\frac{dx}{dt} - \frac{\partial w}{\partial y}\frac{dy}{dt}$$`, "unchecked"],
  [R`$$\frac{\partial J}{\partial w} = \frac{\partial J}{\partial a}\frac{\partial a}{\partial z}\frac{\partial z}{\partial w}$$`, "holds"],
  [R`$$d(pq) = p\,dq + q\,dp$$`, "holds"],
  [R`$$d(pq) = p\,dq - q\,dp$$`, "given"],
  [R`$$d \ln p = \frac{dp}{p}$$`, "holds"],
  [R`$$d \cos q = \cos q\,dq$$`, "given"],
  [R`$$d(n-1) = dn - d$$`, "holds"],
  // the bar of samples
  [R`$$\sum_{i=1}^n (w_i-\bar w)^2 = \sum_{i=1}^n w_i^2 - n\bar w^2$$`, "holds"],
  [R`$$\sum_{i=1}^n (w_i-\bar w)^2 = \sum_{i=1}^n w_i^2 + n\bar w^2$$`, "fails"],
  [R`$$\sum_{i=1}^n w_i = 7$$ so $$\bar w = \frac1n\sum_{i=1}^n w_i$$`, "defines"],
  // subscripts for partial derivatives of a function without a formula, which are no terms of a sequence
  [
    R`We write $u_x = \frac{\partial u}{\partial x}$. It satisfies $$\frac{\partial}{\partial x}\frac{u_x}{1 + u_y^2} = 0$$ Simplifying, we have $$(1 + u_y^2)u_{xx} - 2u_xu_yu_{xy} = 0$$`,
    "given",
  ],
  [R`$g: A \to B$ is monotone, $g'(x) > 0$, and $g(s) = t$. Thus $$(g^{-1})'(t) = \frac{1}{g'(s)}$$`, "given"],
  // what stands outside of a limit does not depend on what goes to its end
  [R`Let $x = a + h$. The function is $g(x) = x^2 + 4x$. Hence $$g'(x) = \lim_{h \to 0} (2x + h + 4)$$`, "holds"],
  [R`Let $x = a + h$. The function is $g(x) = x^2 + 4x$. Hence $$g'(x) = \lim_{h \to 0} (2x + h + 3)$$`, "fails"],
  [R`Let $x = a + h$. Then $$\lim_{h \to 0} (x^2 + h) = a^2$$`, "holds"],
  [R`Let $x = a + h$. Then $$\lim_{h \to 0} (x^2 + h) = 2a^2$$`, "fails"],
  // a letter that is a factor elsewhere in the step multiplies its bracket; a derivative of all terms behind it
  [R`We take $r(k) = 3k$. Now $$\sum_{k=1}^n (m - rk + r) = \sum_{k=1}^n (m - r(k-1))$$`, "holds"],
  [R`We take $r(k) = 3k$. Now $$\sum_{k=1}^n (m - rk + r) = \sum_{k=1}^n (m - r(k-2))$$`, "fails"],
  [R`$$\frac{d}{dx} x^2 + 4x = 2x + 4$$`, "holds"],
  [R`$$\frac{d}{dx} x^2 + 4x = 2x + 3$$`, "fails"],
  // a prime at a bracket is by what is free in it; a t that stands only above letters transposes; derivatives by whole exponents
  [R`$$\sum_{x=1}^{\infty} x(1 - p)^{x-1} = \left(-\sum_{x=0}^{\infty} (1 - p)^x\right)'$$`, "holds"],
  [R`$$\sum_{x=1}^{\infty} x(1 - p)^{x-1} = \left(\sum_{x=0}^{\infty} (1 - p)^x\right)'$$`, "fails"],
  [R`Let $\bm{z}^t = \bm{y}^t A$. If $A$ is symmetric, i.e., $A^t = A$, then $\frac{\partial}{\partial \bm{x}} \bm{x}^t A \bm{x} = 2 \bm{x}^t A$.`, "holds"],
  [R`Let $\bm{z}^t = \bm{y}^t A$. If $A$ is symmetric, i.e., $A^t = A$, then $\frac{\partial}{\partial \bm{x}} \bm{x}^t A \bm{x} = \bm{x}^t A$.`, "fails"],
  [R`$$\frac{d}{dn} \int_0^1 x^n dx = -\frac{1}{(n+1)^2}$$`, "holds"],
  [R`$$\frac{d}{dn} \int_0^1 x^n dx = \frac{1}{(n+1)^2}$$`, "fails"],
  // a name that is brought in anew, an equation for some value of a name
  [
    R`Let $T = \begin{pmatrix} 1 & 1 \\ 0 & 0 \end{pmatrix}$.

## Exercise 2

Suppose that $T \in \mathcal{L}(V)$ is normal and $T(1, 1) = (2, 2)$.`,
    "unchecked",
  ],
  [R`Let $g(x) = 2 + \sin x$ and $\xi = 3$. We have $$\int_0^1 g(x) dx = g(\xi),$$ for some $\xi \in (0, 1)$. And $g(0) = 3$.`, "fails"],
  [R`Let $g(x) = 2 + \sin x$ and $\xi = 3$. We have $$\int_0^1 g(x) dx = g(\xi)$$ for some $\xi$.`, "unchecked"],
  [R`Let $g(x) = 2 + \sin x$ and $\xi = 3$. We have $$\int_0^1 g(x) dx = g(\xi)$$`, "fails"],
  // labels that are letters; a number called Re
  [R`Let $\tau_x = \begin{pmatrix}0&1\\1&0\end{pmatrix}$ and $\tau_z = \begin{pmatrix}1&0\\0&-1\end{pmatrix}$. $$\tau_x\tau_z = -\tau_z\tau_x$$`, "holds"],
  [R`Let $\tau_x = \begin{pmatrix}0&1\\1&0\end{pmatrix}$ and $\tau_z = \begin{pmatrix}1&0\\0&-1\end{pmatrix}$. $$\tau_x\tau_z = \tau_z\tau_x$$`, "fails"],
  [R`Let $\nu = \mu/\rho$. Then $$\mathrm{Re} = \frac{\rho UL}{\mu} = \frac{UL}{\nu}$$`, "holds"],
];

/** Fields in space, of which nothing is known. */
const FIELDS: [string, string][] = [
  [R`\nabla\times(\nabla\times\mathbf{F}) = \nabla(\nabla\cdot\mathbf{F})-\nabla^2\mathbf{F}`, "holds"],
  [R`\nabla\times(\nabla\times\mathbf{F}) = \nabla(\nabla\cdot\mathbf{F})+\nabla^2\mathbf{F}`, "unchecked"],
  [R`\nabla\cdot(\nabla\times\mathbf{A}) = 0`, "holds"],
  [R`\nabla\cdot(\psi\mathbf{A}) = \psi\nabla\cdot\mathbf{A}+\mathbf{A}\cdot\nabla\psi`, "holds"],
  [R`\nabla\cdot(\psi\mathbf{A}) = \psi\nabla\cdot\mathbf{A}-\mathbf{A}\cdot\nabla\psi`, "unchecked"],
  [R`\nabla\times\frac{\partial\mathbf{A}}{\partial t} = \frac{\partial}{\partial t}(\nabla\times\mathbf{A})`, "holds"],
];

/** The verdicts of the steps of a display that a reason stands behind. */
const REASONS: [string, string[]][] = [
  [R`$$\int_0^b 2at\,dt = ab^2 = 7d-1$$ where $ab^2 = 7d-1$ was used.`, ["holds", "holds", "given"]],
  [R`$$\int_0^b 2at\,dt = ab^2 = 7d+1$$ where $ab^2 = 7d-1$ was used.`, ["holds", "fails", "given"]],
];

describe("lecture notes", () => {
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
  it.each(REASONS)("%s : %s", (text, verdicts) => expect(verdictsOf(`${text}\n`)).toEqual(verdicts));
  it.each(FIELDS)("%s : %s", (latex, verdict) =>
    expect(verdictsOf(`For fields $\\mathbf{F}$, $\\mathbf{A}$ and $\\psi$ we have $$${latex}$$\n`).at(-1)).toBe(verdict),
  );
});
