import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

/** The text, and the verdicts of its steps. */
const rows: readonly [string, readonly string[]][] = [
  ["Let $f_n(x) = \\sin(nx)$. Then $f_n'(x) = n\\cos(nx)$ and $f_n(0) = 0$.", ["defines", "holds", "holds"]],
  ["Let $f_n(x) = \\sin(nx)$. Then $f_n'(x) = \\cos(nx)$ and $f_n(0) = 1$.", ["defines", "fails", "fails"]],
  ["Let $h_n(x) = x^n$. Then $\\int_0^1 h_n(x)\\,dx = \\frac{1}{n+1}$.", ["defines", "holds"]],
  ["Let $h_n(x) = x^n$. Then $\\int_0^1 h_n(x)\\,dx = \\frac{1}{n}$.", ["defines", "fails"]],
  // members by number, by another letter, by an expression
  [
    "Let $C_n(x) = \\cos(n \\arccos x)$. Then $C_0(x) = 1$, $C_2(x) = 2x^2 - 1$ and $C_{n+1}(x) = 2x C_n(x) - C_{n-1}(x)$.",
    ["defines", "holds", "holds", "holds"],
  ],
  [
    "Let $C_n(x) = \\cos(n \\arccos x)$. Then $C_0(x) = 0$, $C_2(x) = 2x^2 + 1$ and $C_{n+1}(x) = x C_n(x) - C_{n-1}(x)$.",
    ["defines", "fails", "fails", "fails"],
  ],
  ["Let $g_a(x) = x + a$. Then $g_a(g_b(x)) = g_{a+b}(x)$ and $g_{-a}(g_a(x)) = x$.", ["defines", "holds", "holds"]],
  ["Let $g_a(x) = x + a$. Then $g_a(g_b(x)) = g_{ab}(x)$.", ["defines", "fails"]],
  ["Let $g_a(x) = ax$. Then $g_a(g_b(x)) = g_{ab}(x)$.", ["defines", "holds"]],
  ["Let $C_n(x) = \\cos(n \\arccos x)$. Then $C_{2n}(x) = 2 C_n(x)^2 - 1$.", ["defines", "holds"]],
  ["Let $B_{i,n}(t) = \\binom{n}{i} t^i (1-t)^{n-i}$. Then $\\sum_{i=0}^n i B_{i,n}(t) = nt$.", ["defines", "holds"]],
  ["Let $B_{i,n}(t) = \\binom{n}{i} t^i (1-t)^{n-i}$. Then $\\sum_{i=0}^n i B_{i,n}(t) = t$.", ["defines", "fails"]],
  ["Let $x_k(t) = A_k \\cos(w_k t)$. Then $\\ddot{x}_k(t) = -w_k^2 x_k(t)$.", ["defines", "holds"]],
  ["Let $x_k(t) = A_k \\cos(w_k t)$. Then $\\ddot{x}_k(t) = -w_k x_k(t)$.", ["defines", "fails"]],
  // functions of their own, partial derivatives and moment generating functions are no families
  ["Let $f_1(x) = x^2$ and $f_2(x) = x^3$. Then $f_1(x) f_2(x) = x^5$.", ["defines", "defines", "holds"]],
  ["Let $f(x, y) = x^2 y$. Then $f_x(x, y) = 2xy$ and $f_y(x, y) = x^2$.", ["defines", "holds", "holds"]],
  [
    "Let $L_f(x) = f(a) + f'(a)(x - a)$ and $L_g(x) = g(a) + g'(a)(x - a)$. Then $L_f(a) = f(a)$ and $L_g'(x) = g'(a)$.",
    ["defines", "defines", "holds", "holds"],
  ],
  // numbered functions that no words draw from the formula for all are of their own
  ["The basis is $e_n(x) = \\sqrt2\\cos(n\\pi x)$ for $n \\ge 1$, $e_0(x) = 1$.", ["given", "given", "given"]],
  ["Define $f_n(x) = \\frac{x}{n}$ for $n \\ge 2$. Define $f_1(x) = x^2$.", ["given", "given", "defines"]],
  ["Let $u_n(x) = x^n$ be the monomials. The features are $u_1(x) = \\sin x$ and $u_2(x) = e^x$.", ["given", "defines", "defines"]],
  // a term, and formulas that tie terms to each other
  ["Let $I_n = \\int_0^{\\pi/2} \\sin^n x\\,dx$. Then $I_0 = \\pi/2$ and $I_n = \\frac{n-1}{n} I_{n-2}$.", ["defines", "holds", "holds"]],
  ["Let $I_n = \\int_0^{\\pi/2} \\sin^n x\\,dx$. Then $I_0 = \\pi$ and $I_n = \\frac{n}{n-1} I_{n-2}$.", ["defines", "fails", "fails"]],
];

/** Functions that a text says again. */
const again: readonly [string, readonly string[]][] = [
  ["Let $f(x) = x^2 + 2x$. Then $f(x) = (x+1)^2$.", ["defines", "fails"]],
  ["Let $f(x) = x^2 + 2x$. Then $f(x) = (x+1)^2 - 1$.", ["defines", "holds"]],
  ["Let $S_n(x) = \\sum_{k=0}^n x^k$. Then $S_n(x) = \\frac{1-x^n}{1-x}$.", ["defines", "fails"]],
  ["Consider polynomials over the field with three elements. Let $f(x) = x^3 - 1$. Then $f(x) = (x - 1)^3$.", ["defines", "given"]],
  // what stands between them says that another function is meant
  ["Let $f(x) = x^2$. Shift it by one. Then $f(x) = (x-1)^2$.", ["defines", "given"]],
  ["Take $g(x) = 2x + 1$. Its inverse is then $g(x) = (x-1)/2$.", ["defines", "given"]],
  ["Let $f(x) = x^3 + x$. Then $f(x) = x$ near zero.", ["defines", "given"]],
];

describe("families of functions", () => {
  it.each(rows)("%s", (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
  it.each(again)("again: %s", (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

/** Values of a function that a text draws from its formula. */
const concluded: readonly [string, readonly string[]][] = [
  ["Suppose $f(x) = \\sum_{k=0}^\\infty a_k x^k$. Therefore $f'''(0) = 3!a_3$.", ["defines", "holds"]],
  ["Suppose $f(x) = \\sum_{k=0}^\\infty a_k x^k$. Therefore $f'''(0) = 4!a_3$.", ["defines", "fails"]],
  ["Let $g(x) = ax^2 + bx + c$. Then $g(1) = a + b - c$.", ["defines", "fails"]],
  ["Let $g(x) = ax^2 + bx + c$. Suppose that $g(1) = a$.", ["defines", "given"]],
];
it.each(concluded)("concluded: %s", (text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});
