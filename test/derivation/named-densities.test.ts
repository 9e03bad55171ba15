/** Densities that bear the name of a random variable: those of its law. */
import { expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;

it.each([
  ["a change of variables", R`Let $X\sim N(0,1)$ and $Y = e^X$. Then $$f_Y(y) = f_X(\log y)\cdot\frac1y = \frac{1}{y\sqrt{2\pi}}e^{-(\log y)^2/2}$$`, "holds"],
  ["without its derivative", R`Let $X\sim N(0,1)$ and $Y = e^X$. Then $$f_Y(y) = f_X(\log y)\cdot\frac1y = \frac{1}{\sqrt{2\pi}}e^{-(\log y)^2/2}$$`, "fails"],
  ["by words and a small letter", R`Let $u$ be standard normal with density $p_U(u)$. Then $$p_U(2v)\cdot 2 = \frac{1}{\sqrt{2\pi}}e^{-2v^2}$$`, "fails"],
  ["a formula of its own", R`Let $X$ be random with $f_X(x) = 2x$ on $[0,1]$. Then $f_X(x)\cdot x = 2x^2$`, "holds"],
])("%s", (_, text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
