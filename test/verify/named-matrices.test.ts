/** Matrices of derivatives that words name, and values at the point that a sentence names: checked, and accused where they are wrong. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("matrices of derivatives", () => {
  const f = "Let $f(x,y) = x^3 + 3xy$. ";
  it.each([
    ["a Hessian", String.raw`${f}The Hessian is $H = \begin{pmatrix} 6x & 3 \\ 3 & 0\end{pmatrix}$.`, "holds"],
    ["with a wrong entry", String.raw`${f}The Hessian is $H = \begin{pmatrix} 6x & 3 \\ 3 & 1\end{pmatrix}$.`, "fails"],
    ["in a display", String.raw`For $g(x, y) = x^2y$ the Hessian matrix is $$H_g(x,y) = \begin{pmatrix} 2y & 2x \\ 2x & 0 \end{pmatrix}.$$`, "holds"],
    ["with a wrong sign", String.raw`For $g(x, y) = x^2y$ the Hessian matrix is $$H_g(x,y) = \begin{pmatrix} 2y & 2x \\ -2x & 0 \end{pmatrix}.$$`, "fails"],
    ["a Jacobian", String.raw`The Jacobian of $F(x,y) = (x^2, xy)$ is $J = \begin{pmatrix} 2x & 0 \\ y & x\end{pmatrix}$.`, "holds"],
    ["with its rows as columns", String.raw`The Jacobian of $F(x,y) = (x^2, xy)$ is $J = \begin{pmatrix} 2x & y \\ 0 & x\end{pmatrix}$.`, "holds"],
    ["with a lost factor", String.raw`The Jacobian of $F(x,y) = (x^2, xy)$ is $J = \begin{pmatrix} x & 0 \\ y & x\end{pmatrix}$.`, "fails"],
    ["a matrix of another name", String.raw`${f}The matrix is $H = \begin{pmatrix} 6x & 3 \\ 3 & 1\end{pmatrix}$.`, "defines"],
    ["the Hessian of something else", String.raw`${f}The Hessian of the Lagrangian is $H = \begin{pmatrix} 6x & 3 \\ 3 & 1\end{pmatrix}$.`, "defines"],
    ["of another function", String.raw`${f}The Hessian of $h$ is $H = \begin{pmatrix} 6x & 3 \\ 3 & 1\end{pmatrix}$.`, "defines"],
    ["at a point", String.raw`${f}At the critical point the Hessian is $H = \begin{pmatrix} 6 & 3 \\ 3 & 0\end{pmatrix}$.`, "defines"],
    ["of numbers", String.raw`${f}The Hessian is $H = \begin{pmatrix} 6 & 3 \\ 3 & 0\end{pmatrix}$.`, "defines"],
    ["of other size", String.raw`${f}The bordered Hessian is $B = \begin{pmatrix} 0 & 1 & 1\\ 1 & 6x & 3 \\ 1 & 3 & 0\end{pmatrix}$.`, "defines"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("values at the point of a sentence", () => {
  it.each([
    ["of a derivative", "Let $z = x^2y^3$. At $(1,2)$ we have $z_x = 2xy^3 = 16$.", "holds"],
    ["a wrong one", "Let $z = x^2y^3$. At $(1,2)$ we have $z_x = 2xy^3 = 8$.", "fails"],
    ["at a named point", "Let $z = x^2y^3$. At the point $P = (1,2)$ we have $z_y = 3x^2y^2 = 12$.", "holds"],
    ["in the names of the function", "Let $g(s, t) = s^2 + st$. At $(2, 1)$ the derivative is $g_s = 2s + t = 5$.", "holds"],
    ["and a wrong one", "Let $g(s, t) = s^2 + st$. At $(2, 1)$ the derivative is $g_s = 2s + t = 4$.", "fails"],
    ["two points", "Let $z = x^2y^3$. At $(1,2)$ and $(2, 1)$ we have $z_x = 2xy^3 = 8$.", "unchecked"],
    ["another sentence", "The point is $(1,2)$. We look for $2xy^3 = 8$.", "given"],
    ["an interval", "On $(1,2)$ the largest value is $3x^2 = 13 - y = 13$.", "unchecked"],
    ["a name that the point says nothing of", "At $(1,2)$ we have $z_x = 2axy^3 = 8$.", "unchecked"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});
