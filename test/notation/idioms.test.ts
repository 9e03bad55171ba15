/** Idioms of textbooks: operators behind bare arguments, signs in bold, marks at the end of proofs, limits in two variables, words in cases. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\frac{d}{dx}(5x^2\csc x) = 5x^2 \frac{d}{dx}(\csc x) + \csc x \frac{d}{dx}(5x^2)`, "holds"],
  [R`\frac{d}{dx}(5x^2\csc x) = 5x^2 \frac{d}{dx}(\csc x) - \csc x \frac{d}{dx}(5x^2)`, "fails"],
  [R`\sin x \frac{d}{dx} x^2 = 2x \sin x`, "holds"],
  [R`\cos \pi/3 + \sin 5\pi/6 = 1`, "holds"],
  [R`\sin x/x = \frac{\sin x}{x}`, "holds"],
  [R`\int_0^2 2\pi(5)\,dr = 20\pi`, "holds"],
  [R`\log \frac{x}{y} = \log x - \log y`, "holds"],
  [R`\langle 1,1,1\rangle \boldsymbol{\times} \langle 2,3,1 \rangle = \langle -2, 1, 1\rangle`, "holds"],
  [R`\langle 1,1,1\rangle \boldsymbol{\times} \langle 2,3,1 \rangle = \langle -2, 1, 2\rangle`, "fails"],
  [R`2 + 2 = 4 \qed`, "holds"],
  [R`2 + 2 = 4 \quad\blacksquare`, "holds"],
  [R`2 + 2 = 4?`, "holds"],
  [R`x^2 = 4 \Rightarrow x = \pm 2`, "holds"],
  [R`9x = 10 \Rightarrow x = 10/9 \approx 1.111`, "holds"],
  [R`\lim_{(x,y)\to(0,0)} \frac{\sin(x^2+y^2)}{x^2+y^2} = 1`, "holds"],
  [R`\lim_{(x,y)\to(0,0)} \frac{\sin(x^2+y^2)}{x^2+y^2} = 2`, "fails"],
  [R`\lim_{(x,y)\to(0,0)} \frac{x^3}{x^2+y^2} = \lim_{\substack{r\to0^+\\ 0\le\theta<2\pi}} \frac{r^3\cos^3\theta}{r^2} = 0`, "holds"],
  [R`\lim_{\substack{r\to0^+\\ 0\le\theta<2\pi}} r\cos^3\theta = 0`, "holds"],
  [R`\lim_{(x,y)\to(0,0)} \frac{xy}{x^2+y^2} = 0`, "unchecked"],
  [R`{\bf x}'^T{\bf x}' = \|{\bf x}'\|^2`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $f(x) = \begin{cases} 0 & \text{for $x<\frac12$} \\ 1 & \text{for $x\ge\frac12$}\end{cases}$. Then $$f(0) + f(1) = 1$$`, "holds"],
  [R`Let $f(x) = \begin{cases} 0 & \text{for $x<\frac12$} \\ 1 & \text{for $x\ge\frac12$}\end{cases}$. Then $$f(0) + f(1) = 2$$`, "fails"],
];

describe("idioms", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
