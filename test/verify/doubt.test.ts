/** What is accused: plain formulas always, and steps that rest on what the document leaves open only where a small edit mends them. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/derivation/facts/items";
import { shortensSums } from "../../src/verify/accusing/slips";
import { parse } from "../derivation/expression";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(text, {}, text.startsWith("\\") ? "a.tex" : "a.md")).at(-1);

describe("nothing is open: the numbers accuse", () => {
  it.each([
    ["$$ (a+b)^2 = a^2 + 5ab - 7b^3 $$"],
    ["$$ \\frac{3}{2} - \\frac{1}{5} = \\frac{7}{11} $$"],
    ["Let $A$ and $C$ be invertible $n \\times n$ matrices.\n\n$$ (AC)^{-1} = A^{-1} C^{-1} $$"],
    ["Let $f(x) = x^2$.\n\n$$ f'(x) = 3x + 7x^5 $$"],
    ["$$ \\frac13 < \\frac26 $$"],
    ["## Values\n\nLet $a = b + c$.\n\n## Quotients\n\n$$ \\frac{a/b}{c/d} = \\frac{ad}{bc} = \\frac{a^2 d + 7d^2}{bd + c^3} $$"],
    ["# Sheet\n\nLet $w(s) = s \\log s - s$.\n\n## 1. Slopes\n\n$$ \\frac{d}{dt}\\left(t \\log t + t^2 - t\\right) = w(t) + 7t^5 $$"],
    ["## Parabolas\n\nLet $f(x) = x^2 + 3x$. Then $f(2) = 10$.\n\n## Slopes\n\nThe derivative is $$ f'(x) = 2x - 3 $$"],
    [
      "Let $f(x) = x^2 + 3x$. Then $f(2) = 10$, $f(1) = 4$, $f(0) = 0$, $f(-1) = -2$, $f(3) = 18$, $f(4) = 28$, $f(5) = 40$ and $f(6) = 54$. Then $$ f'(x) = 2x + 3x $$",
    ],
    ["$$ \\lim_{x \\to \\infty} \\frac{7x^2}{e^{x} + \\pi} = \\frac{5}{3} $$"],
    ["\\exercise{Let $f(x) = x^2$.}{$f'(x) = 3x + 7x^5$}"],
    ["$x^{k+3} = x^{12}$ when $k = 9$. So $$ q = \\frac{k+1}{k!} \\Big|_{k=9} = \\frac{10}{8!} $$"],
    [
      "Let $k(u, v) = s_f^2 e^{-(u-v)^2/(2 h^2)}$. Then $$ \\frac{\\partial k(u, v)}{\\partial v} = s_f^2 e^{-(u-v)^2/(2 h^2)} \\cdot \\frac{u - v}{h^2} = \\frac{u - v}{h}\\, k(u, v) $$",
    ],
    ["$$ |\\pi - \\tfrac{22}{7}| < 0.0012 $$"],
    ["Let $g(t) = e^{3t}$.\n\n$$ g(t) \\Big|_0^2 = e^6 + 1 $$"],
    ["$$ \\binom{m}{j} + \\binom{m}{j+1} = \\binom{m+1}{j} $$"],
    ["$$ \\sum_{i=j}^{m} \\binom{i}{j} = \\binom{m+1}{j} $$"],
  ])("%s", (text) => expect(last(text)?.verdict).toBe("fails"));
});

describe("something is open and no slip mends it: nobody is accused", () => {
  it.each([
    ["## Parabolas\n\nLet $f(x) = x^2 + 3x$. Then $f(2) = 10$.\n\n## Waves\n\nThe derivative is $$ f'(x) = \\cos x $$"],
    [
      "Let $f(x) = x^2 + 3x$. Then $f(2) = 10$, $f(1) = 4$, $f(0) = 0$, $f(-1) = -2$, $f(3) = 18$, $f(4) = 28$, $f(5) = 40$ and $f(6) = 54$. The wave has the slope $$ f'(x) = \\cos x + 2 $$",
    ],
    ["Let $n \\ge 0$ be an integer.\n\n$$ \\sum_{k=0}^{n} F_{2k} = F_{2n+1} - 1 $$"],
    ["$$ E(qL(a)) = E(L(a^q)) $$"],
    // integrals by functions, sums over primes
    ["Let $f$ be a function. $$ \\int_a^b |f|\\,du_1 + \\int_a^b |f|\\,du_2 = \\int_a^b |f|\\,dW $$"],
    ["We add over all primes $p \\le x$: let $\\pi(x) = \\sum_{p \\le x} 1$. Then $$ \\lim_{x \\to \\infty} \\pi(x) \\frac{\\log x}{x} = 1 $$"],
    // a symbol that changes its sign with its indices
    ["$$ \\zeta = ab\\, e_{231} = -ab\\, e_{321} $$"],
    // the bar is the integral once more
    ["Let $g(t) = \\int_0^2 e^{3t}\\,dt$.\n\n$$ g(t) \\Big|_0^2 = \\frac13(e^6 - 1) $$"],
    // whether the star is a conjugate, and the potential real
    ["The wave $\\chi(x)$ has a potential.\n\n$$ \\hbar\\left((V\\chi + e\\chi)^*\\chi - \\chi^* e\\chi\\right) = \\hbar V\\chi^*\\chi + 2\\chi $$"],
    // how q depends on φ is said in words
    ["Let $p(x) = e^{-x}$ and $B(\\phi) = a \\phi - KL(q \\| p)$.\n\n$$ B'(\\phi) = a - \\log\\frac{\\phi}{1-\\phi} $$"],
    ["$$ \\left( X^\\top W^\\top W X \\right)^{-1} X^\\top W^\\top W Y = \\left( X^\\top W W X \\right)^{-1} X^\\top W W Y $$"],
    ["\\exercise{Let $f(x) = x^2$.}{$f'(x) = 2x$}\n\n\\exercise{Bound the derivative of $f(x) = \\ln x$.}{$f'(x) = 1/x$}"],
    ["Since $x = 5e^{2y}$, we find $$ h = y_{top} - y_{bottom} = 3 - \\frac12 \\ln\\left(\\frac{x}{5}\\right) $$"],
    ["\\exercise{T/F: $\\frac{d}{dx} \\ln(x^2) = \\frac{1}{x^2}$.}{F}"],
    ["$$ \\binom{m}{j} = \\frac{m!}{j!\\,(m-j)!} $$"],
    // it holds for s ≥ 0, which the equation before may say
    [
      "$$|\\det(D g(\\mathbf u))| = \\left|\\det\\begin{pmatrix} \\cos t & -s \\sin t \\\\ \\sin t & s \\cos t\\end{pmatrix}\\right| = s(\\cos^2 t + \\sin^2 t)$$",
    ],
    ["Let $z, w \\in \\mathbb{C}$.\n\n$$ \\log(zw) = \\log z + \\log w $$"],
    [
      "The surface $F(x,y,z) = 0$ passes through the origin.\n\n$$ \\left( \\frac{\\partial F}{\\partial x}(x,y,z), \\frac{\\partial F}{\\partial y}(x,y,z) \\right) = (2x, 2y) $$",
    ],
  ])("%s", (text) => expect(last(text)?.verdict).not.toBe("fails"));
});

describe("something is open and a slip mends it: that is the mistake", () => {
  it.each([
    ["$$ \\sum_{i=1}^{n} (x_i - m)^2 = \\sum_{i=1}^{n} x_i^2 - 2m \\sum_{i=1}^{n} x_i + 3n m^2 $$", "n"],
    ["$$ \\frac{d}{dx} (x g(x)) = g(x) + x g'(x) = x g'(x) - g(x) $$", "+"],
  ])("%s", (text, edit) => {
    const step = last(text);
    expect(step?.verdict).toBe("fails");
    expect(JSON.stringify(step?.fixes?.[0] ?? "")).toContain(edit);
  });
});

describe("complex derivatives and orders to many digits", () => {
  it.each([
    ["Let $z \\in \\mathbb{C}$.\n\n$$ \\frac{d}{dz} \\sin z = \\cos z $$"],
    ["Let $z \\in \\mathbb{C}$.\n\n$$ \\frac{d}{dz} e^{iz} = i e^{iz} $$"],
    ["$$ \\left| \\pi - \\frac{\\log(640320^3 + 744)}{\\sqrt{163}} \\right| < 2.24 \\cdot 10^{-31} $$"],
  ])("%s", (text) => expect(last(text)?.verdict).toBe("holds"));
});

describe("agreement that says nothing, and names that are bound", () => {
  it.each([
    ["There are critical points at $x = 3$ and $x = -1$.\n\n$$ \\frac{-x^2+2x+3}{(x^2+3)^2} = -\\frac{(x-3)(x+1)}{(x^2+4)^2} $$"],
    ["$$ \\int_0^2 (3x^3 - 2x^2) \\, dx = \\left. \\frac34 x^4 - \\frac23 x^3 \\right|_0^3 $$"],
    ["$$ \\int_0^4 y \\sin(y^2) \\, dy = \\left[ -\\frac12 \\cos(y^3) \\right]_0^4 $$"],
  ])("%s", (text) => expect(last(text)?.verdict).toBe("fails"));
});

describe("Greek letters that are functions elsewhere", () => {
  it.each([
    ["a number in brackets beside itself", String.raw`$$\log(\theta^3(1-\theta)) = 3\log\theta + \log(2-\theta)$$`, "fails"],
    ["the same as it is", String.raw`$$\log(\theta^3(1-\theta)) = 3\log\theta + \log(1-\theta)$$`, "holds"],
    ["its square", String.raw`$$\psi(2-\psi) = 2\psi - 3\psi^2$$`, "fails"],
  ])("%s", (_, text, verdict) => {
    expect(last(text)?.verdict).toBe(verdict);
  });
});

it("a value that the text gives one length refutes no condition on another", () => {
  const steps = stepsOf(check(String.raw`By Pythagoras, $PM = 5$. The area is $$K = \frac{1}{2} \cdot QR \cdot PM = \frac{1}{2} \cdot 8 \cdot 5 = 20.$$`));
  expect(steps.map((s) => s.verdict)).not.toContain("fails");
});

it.each([
  ["Let $t \\equiv 2 \\pmod 5$. Moreover $$ \\frac{1}{1 - t^2} = \\sum_{m=0}^\\infty t^{m+2}, \\qquad |t| < 1. $$", "fails"],
  ["We have $$ \\sum_{k=0}^{n} 3^k = 3^{n+1} $$\n\nThe maximum is $a_n(\\frac1n) = \\frac13$.", "fails"],
])("a formula for all values of its name, %s", (text, verdict) => expect(stepsOf(check(text)).map((s) => s.verdict)).toContain(verdict));

describe("no slip of the pen is what leaves nothing of a sum", () => {
  const item = (latex: string) => ({ left: parse(latex), right: parse("0") }) as Item;
  it.each([
    ["\\sum_{i=1}^a u_i", "\\sum_{i=4}^a u_i", true],
    ["\\sum_{i=1}^a u_i", "\\sum_{i=2}^a u_i", false],
    ["\\sum_{i=1}^a u_i", "\\sum_{i=1}^a u_i + 4", false],
  ])("%s, %s", (before, after, shortens) => expect(shortensSums(item(after), item(before))).toBe(shortens));
});
