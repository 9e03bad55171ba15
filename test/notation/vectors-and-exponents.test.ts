/** Vector functions in fonts without braces, columns written as rows, prefixed units, exponentials of indefinite integrals. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`4.7\,\mu\mathrm{F} = 4.7\times10^{-6}\,\mathrm{F}`, "holds"],
  [R`2\,\mu\text{m} = 2000\,\text{nm}`, "holds"],
  [R`2\ \text{k}\Omega = 2000\ \Omega`, "holds"],
  [R`3\,\mathrm{M}\Omega = 3\times10^6\,\Omega`, "holds"],
  [R`1.5\text{ mi} = 7920\text{ ft}`, "holds"],
  [R`20^\circ\text{C} + 5^\circ\text{C} = 25^\circ\text{C}`, "holds"],
  [R`\SI{2.5e3}{\newton} = \SI{2.5}{\kilo\newton}`, "holds"],
  [R`\SI[per-mode=symbol]{10}{\metre\per\second} = 36\,\mathrm{km/h}`, "holds"],
  [R`\SI{1.5}{V} / \SI{3}{\milli\ampere} = \SI{500}{\ohm}`, "holds"],
  [R`\qty{5}{N.m} = \qty{5}{J}`, "holds"],
  [R`(1,2)^T + (3,4)^T = (4,6)^T`, "holds"],
  [R`(1,2)^T + (3,4)^T = (4,7)^T`, "fails"],
  [R`2(1,2)^T = (2,4)^T`, "holds"],
  [R`e^{\int 2\,dt} = e^{2t}`, "holds"],
  [R`e^{\int \frac1x\,dx} = e^{\ln x} = x`, "holds"],
  [R`e^{\int \frac2x\,dx} = e^{\ln x}`, "fails"],
  [R`\exp\left(\int \frac{2}{t}\,dt\right) = t^2`, "holds"],
  [R`\exp\left(\int \frac{2}{t}\,dt\right) = t^3`, "fails"],
  [R`\mathcal{L}\{te^{2t}\} = \frac{1}{(s-2)^2}`, "holds"],
  [R`\mathcal{L}\{te^{2t}\} = \frac{1}{(s+2)^2}`, "fails"],
  [R`\mathcal{L}\{e^{at}\sin(bt)\} = \frac{b}{(s-a)^2+b^2}`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $\vec{r}(t) = \langle \cos t, \sin t\rangle$. Then $$\vec{r}'(t) = \langle -\sin t, \cos t\rangle$$`, "holds"],
  [R`Let $\vec r(t) = \langle \cos t, \sin t\rangle$. Then $$\vec r'(t) = \langle -\sin t, \cos t\rangle$$`, "holds"],
  [R`The position is $\vec r(t) = (R\cos\omega t, R\sin\omega t)$. Then $$\frac{d\vec r}{dt} = (-R\omega\sin\omega t, R\omega\cos\omega t)$$`, "holds"],
  [R`The position is $\vec r(t) = (R\cos\omega t, R\sin\omega t)$. Then $$\frac{d\vec r}{dt} = (-R\omega\sin\omega t, R\cos\omega t)$$`, "fails"],
  [R`The position is $\mathbf r(t) = (R\cos\omega t, R\sin\omega t)$. Then $$\frac{d\mathbf r}{dt} = (-R\omega\sin\omega t, R\omega\cos\omega t)$$`, "holds"],
  [
    R`The position is $\vec r(t) = (R\cos\omega t, R\sin\omega t)$. Then $$\vec v(t) = \frac{d\vec r}{dt} = (-R\omega\sin\omega t, R\omega\cos\omega t)$$`,
    "holds",
  ],
  [R`Let $\mathbf{r}(t) = t\mathbf{i} + t^2\mathbf{j}$. Then $$\mathbf{r}'(t) = \mathbf{i} + 2t\mathbf{j}$$`, "holds"],
  [R`Let $\mathbf{r}(t) = t\,\hat{\imath} + t^2\,\hat{\jmath}$. Then $$\|\mathbf{r}'(t)\| = \sqrt{1+4t^2}$$`, "holds"],
  [
    R`Let $\mathbf{u} = (1, 2, 2)^T$ and $\mathbf{v} = (3, 0, 4)^T$. Then $$\frac{\mathbf{u}\cdot\mathbf{v}}{\mathbf{u}\cdot\mathbf{u}}\,\mathbf{u} = \frac{11}{9}\begin{pmatrix}1\\2\\2\end{pmatrix}$$`,
    "holds",
  ],
  [
    R`Let $\mathbf{u} = (1, 2, 2)^T$ and $\mathbf{v} = (3, 0, 4)^T$. Then $$\frac{\mathbf{u}\cdot\mathbf{v}}{\mathbf{u}\cdot\mathbf{u}}\,\mathbf{u} = \frac{11}{3}\begin{pmatrix}1\\2\\2\end{pmatrix}$$`,
    "fails",
  ],
  [R`Let $\mathbf{u} = (1, 2, 2)^T$ and $\mathbf{v} = (3, 0, 4)^T$. Then $$\mathbf{u}^T\mathbf{v} = 11$$`, "holds"],
  [R`Let $x \in \mathbb{R}^2$ be a vector. Then $$\frac{\partial}{\partial x} (2x_1 + x_2, x_1) = \begin{pmatrix} 2 & 1 \\ 1 & 0\end{pmatrix}$$`, "holds"],
  [R`Let $y = x^3$. Then $$x y' - 3 y = 3x^3 - 3x^3 = 0$$`, "holds"],
  [R`Let $y(x) = x^3$. Then $$x y' - 3 y = 3x^3 - 3x^3 = 0$$`, "holds"],
  [R`Let $y = x^3$. Then $$x y' - 3 y = 3x^3 - 2x^3$$`, "fails"],
  [
    R`Let $y(x) = x^2\ln x$. Then $y'(x) = 2x\ln x + x$, $y''(x) = 2\ln x + 3$ and $$x^2y'' - 3xy' + 4y = x^2(2\ln x+3) - 3x(2x\ln x + x) + 4x^2\ln x = 0$$`,
    "holds",
  ],
];

describe("vector functions, columns, integrating factors", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
