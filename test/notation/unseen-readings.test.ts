/** Readings that documents of many authors ask for: words as sides of rows, wide gaps, remarks between signs, derivatives with a slash, letters of statistics. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "./verdicts";

const R = String.raw;

const CASES: [string, string[]][] = [
  // a row about what its words name
  [R`$$\begin{align*} \text{Birds, caged } &= 2 + 3 = 5 \\ \text{Birds, wild } &= 4 + 3 = 7 \end{align*}$$`, ["defines", "holds", "defines", "holds"]],
  [R`$$\begin{align*} \text{Fläche } &= 2 + 3 = 5 \\ \text{Länge der Kante } &= 4 + 3 = 8 \end{align*}$$`, ["defines", "holds", "defines", "fails"]],
  [R`$$\begin{align*} (u+v)^2 &= u^2 + 2uv + v^2 \\ \text{donc } &= u^2 + v^2 + 3uv \end{align*}$$`, ["holds", "fails"]],
  [R`$$\begin{align*} (u+v)^2 &= u^2 + 2uv + v^2 \\ \text{Finally, we get } &= u^2 + v^2 + 3uv \end{align*}$$`, ["holds", "fails"]],
  // primes that are raised, derivatives of what is made of one function
  [R`$$\sin^{\prime}(x) = \lim_{h \to 0} \frac{\sin(x + h) - \sin x}{h} = \cos x$$`, ["holds", "holds"]],
  [R`$$\sin^{\prime}(x) + x = x - \cos x$$`, ["fails"]],
  [R`We know $f(x)$ and $g(x)$. By the chain rule $(1/g)'(x) = -g'(x)/g(x)^2$ and $(g^2)'(x) = 2 g(x) g'(x)$.`, ["holds", "holds"]],
  [R`We know $f(x)$ and $g(x)$. By the chain rule $(1/g)'(x) = g'(x)/g(x)^2$.`, ["fails"]],
  [R`We know $f(x)$ and $g(x)$. By the chain rule $(g^2)'(x) = g(x) g'(x)$.`, ["fails"]],
  // a sign that is scaled to the size of another
  [R`$$\scalerel*{\mathbb{E}}{\sum}_x g(x) = \scalerel*{\mathbb{E}}{\sum}_x g(x) - \delta$$`, ["given"]],
  // in a formula of z the bar is over the argument
  [R`Let $g(z) = z + \bar{z}$. Then $g(2i) = 0$ and $g(3 + i) = 6$.`, ["defines", "holds", "holds"]],
  [R`Let $g(z) = z + \bar{z}$. Then $g(2i) = 4$.`, ["defines", "fails"]],
  // a product ends before what speaks of its bound
  [R`$$\prod_{i=1}^{n} \sqrt{(2i - 1)(2i + 1)} = \prod_{i=1}^{n} (2i - 1) \sqrt{2n + 1}$$`, ["holds"]],
  [R`$$\prod_{i=1}^{n} \sqrt{(2i - 1)(2i + 1)} = \prod_{i=1}^{n} (2i - 1) \sqrt{2n - 1}$$`, ["fails"]],
  [R`$$\prod_{i=1}^{n} (2i) c = 2^n n! c$$`, ["fails"]],
  // a macro of a style file that is not here is no bold letter
  [R`$$\frac{v + c}{2} \br{-\frac{4u}{v + c}} = -2u$$`, ["unchecked"]],
  // the formula of several functions
  [
    R`Let $f(x) = x^2$ and $g(x) = \frac{x}{3}$. Let $f(x) = g(x) = x + \frac12$; then $g(1) = \frac32$.`,
    ["defines", "defines", "defines", "defines", "holds"],
  ],
  // what is said of some point only defines no function
  [R`(a) There is a point $d \in [0, 3]$ where $h(d) = d$. (b) At some point $c$ we have $h'(c) = 1/3$.`, ["given", "given", "given"]],
  [
    R`By continuity $\exists d \in (0, 1)$ such that $f(d) = h(d) - d = 0$ $\Rightarrow$ $h(d) = d$. Then $h'(1) = 4$.`,
    ["unchecked", "given", "given", "given", "given"],
  ],
  [R`Let $h(x) = x^2$. Show that at some point $c$ we have $h'(c) = \frac12$.`, ["defines", "unchecked"]],
  // a function that is brought in by what it maps
  [`Let $h(x) = x + 1$.\n\n${R`(b) Let $h : [0, a] \to \mathbb{R}$ be smooth with $h'(0) = h(0) = 0$.`}`, ["defines", "given", "given", "given"]],
  // spaces as wide as a quad
  [R`$$s = k w \ \ \ \ \ w = \frac{s}{k}$$`, ["defines", "holds"]],
  [R`$$\frac{a}{b} = \frac{2a}{2b} \ \ \ \ \ \frac{1}{b} = \frac{3}{2b}$$`, ["holds", "fails"]],
  [R`$$\frac{1}{2} \ \ \ \ + \frac13 = \ \ \ \ \frac56$$`, ["holds"]],
  // what is put in, between two signs
  [R`$$\int z e^{z^2} dz = [w = z^2, dw = 2z\,dz] = \frac12 \int e^w dw$$`, ["given", "given", "holds"]],
  [R`$$\int z e^{z^2} dz = [w = z^2, dw = 2z\,dz] = \frac13 \int e^w dw = \frac12 e^{z^2} + C$$`, ["given", "given", "unchecked", "unchecked"]],
  [R`$$\int z e^{z^2} dz = \left|\begin{array}{c} w = z^2 \\ dw = 2z\,dz \end{array}\right| = \frac12 \int e^w dw$$`, ["given", "given", "holds"]],
  [R`$$\begin{align*} (u+v)^2 &= [u = 1, \text{ say}] \\ &= u^2 + 3uv + v^2 \end{align*}$$`, ["given", "fails"]],
  [R`$$2 = \begin{cases} 2 & (m = n) \\ 2 & (m \neq n) \end{cases}$$`, ["holds"]],
  // an equation for zero, written anew behind the zero
  [R`$$p(s) = s^2 - 4 = 0 = (s - 2)(s + 2)$$`, ["defines", "given", "holds"]],
  [R`$$p(s) = s^2 - 4 = 0 = (s - 2)(s - 2)$$`, ["defines", "given", "fails"]],
  // derivatives with a slash
  [R`Let $y = x^2$. Then $dy/dx = 2x$.`, ["defines", "holds"]],
  [R`Let $y = x^2$. Then $dy/dx = 3x$.`, ["defines", "fails"]],
  [R`Let $W(s) = -k/s$. Then $(1/s)(dW/ds) = k/s^3$.`, ["defines", "holds"]],
  [R`Let $W(s) = -k/s$. Then $(1/s)(dW/ds) = k/s^2$.`, ["defines", "fails"]],
  [R`Let $y = x^3$. Then $d^2y/dx^2 = 6x$.`, ["defines", "holds"]],
  [R`Let $h(x, y) = x^3 y$. Then $\partial^2 h/\partial x\partial y = 3x^2$.`, ["defines", "holds"]],
  [R`Let $h(x, y) = x^3 y$. Then $\partial^2 h/\partial x\partial y = 2x^2$.`, ["defines", "fails"]],
  [R`We have $d/dt (t^3) = 3t^2$.`, ["holds"]],
  [R`At the distance $d$ we have $a\,d/d = a$.`, ["holds"]],
  // a differential behind a gap
  [R`$$\int_{-2}^{2} y^2 \quad dy = \int_{-2}^{0} y^2 \quad dy + \int_{0}^{2} y^2 \quad dy$$`, ["holds"]],
  [R`$$\int_{-2}^{2} y^2 \quad dy = \int_{-2}^{1} y^2 \quad dy + \int_{0}^{2} y^2 \quad dy$$`, ["fails"]],
  // a law letter by letter
  [R`Let $X \sim Binom(8, 0.4)$. Then $P(X = 3) = 0.279$.`, ["given", "holds"]],
  [R`Let $X \sim Binom(8, 0.4)$. Then $P(X = 3) = 0.379$.`, ["given", "fails"]],
  // braces as brackets
  [R`$$\Gamma{(\frac12)} = \sqrt{\pi}$$`, ["holds"]],
  [R`$$\Gamma{(\frac12)} = \pi$$`, ["fails"]],
];

const WORDS: [string, string[]][] = [
  [R`Seien $m$ und $n$ natürliche Zahlen. Dann gilt $$\int_0^{2\pi} \sin mx \sin nx\,dx = \begin{cases} \pi & m = n \\ 0 & m \neq n \end{cases}$$`, ["holds"]],
  [R`$m$、$n$を正の整数とする。 $$\int_0^{2\pi} \sin mx \sin nx\,dx = \begin{cases} \pi & m = n \\ 0 & m \neq n \end{cases}$$`, ["holds"]],
  [R`Soit $n$ un entier. Alors $$\cos(\pi n) = (-1)^n$$`, ["holds"]],
  [R`Soit $n$ un entier. Alors $$\cos(\pi n) = (-1)^{n+1}$$`, ["fails"]],
];

describe("readings", () => {
  it.each(CASES)("%s", (text, verdicts) => expect(verdictsOf(`${text}\n`)).toEqual(verdicts));
  it.each(WORDS)("whole numbers in other languages: %s", (text, verdicts) => expect(verdictsOf(`${text}\n`)).toEqual(verdicts));
});

const STATISTICS = R`The expected value is $\mathbb{E}(\bar{X}) = \mu$ and the variance of a sum of independent random variables is the sum. `;
describe("letters of statistics", () => {
  it.each([
    [R`Its rules are $V(c) = 0$ and $V(3X + 2) = 9V(X)$.`, true],
    [R`Its rules are $V(c) = 0$ and $V(3X + 2) = 3V(X)$.`, false],
    [R`So $E(\bar{X}) = \mu$. Then $E(3X + 2) = 3E(X) + 2$.`, true],
    [R`So $E(\bar{X}) = \mu$. Then $E(3X + 2) = 3E(X) + 3$.`, false],
  ])("%s", (text, isRight) => {
    const verdicts = verdictsOf(`${STATISTICS}${text}\n`);
    expect(verdicts[verdicts.length - 1]).toBe(isRight ? "holds" : "fails");
  });
});
