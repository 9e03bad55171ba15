/** Elimination: arrows between matrices with and without the operations over them; limits over arrows. */
import { describe, expect, it } from "vitest";
import { verdictOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\begin{pmatrix}1&2\\3&4\end{pmatrix} \sim \begin{pmatrix}1&2\\0&-2\end{pmatrix}`, "holds"],
  [R`\begin{pmatrix}1&2\\3&4\end{pmatrix} \sim \begin{pmatrix}1&2\\0&0\end{pmatrix}`, "fails"],
  [R`\begin{bmatrix}1&2\\3&4\end{bmatrix} \xrightarrow{R_2-3R_1} \begin{bmatrix}1&2\\0&-2\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&2\\3&4\end{bmatrix} \xrightarrow{R_2-3R_1} \begin{bmatrix}1&2\\0&-1\end{bmatrix}`, "fails"],
  [R`\left[\begin{array}{cc|c}1&2&3\\3&4&5\end{array}\right] \xrightarrow{R_2\to R_2-3R_1} \left[\begin{array}{cc|c}1&2&3\\0&-2&-4\end{array}\right]`, "holds"],
  [R`\left[\begin{array}{cc|c}1&2&3\\3&4&5\end{array}\right] \xrightarrow{R_2\to R_2-3R_1} \left[\begin{array}{cc|c}1&2&3\\0&-2&4\end{array}\right]`, "fails"],
  [R`\left[\begin{array}{cc|c}1&2&3\\3&4&5\end{array}\right] \rightarrow \left[\begin{array}{cc|c}1&0&-1\\0&1&2\end{array}\right]`, "holds"],
  [R`\left[\begin{array}{cc|c}1&2&3\\3&4&5\end{array}\right] \rightarrow \left[\begin{array}{cc|c}1&0&-1\\0&1&3\end{array}\right]`, "fails"],
  [R`\begin{bmatrix}6&4&2\\-9&-6&-3\end{bmatrix} \xrightarrow{\text{RREF}} \begin{bmatrix}1&\frac23&\frac13\\0&0&0\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}6&4&2\\-9&-6&-3\end{bmatrix} \xrightarrow{\text{RREF}} \begin{bmatrix}1&\frac23&\frac14\\0&0&0\end{bmatrix}`, "fails"],
  [R`\begin{bmatrix}1&2\\3&4\end{bmatrix} \xrightarrow{\text{RREF}} \begin{bmatrix}1&0\\0&1\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&2\\2&4\end{bmatrix} \xrightarrow{\text{RREF}} \begin{bmatrix}1&0\\0&1\end{bmatrix}`, "fails"],
  [R`\begin{pmatrix}1&2\\3&4\end{pmatrix} \xrightarrow{R_1\leftrightarrow R_2} \begin{pmatrix}3&4\\1&2\end{pmatrix}`, "holds"],
  [R`\begin{pmatrix}2&4\\3&4\end{pmatrix} \xrightarrow{\frac12 R_1} \begin{pmatrix}1&2\\3&4\end{pmatrix}`, "holds"],
  [R`\begin{pmatrix}2&4\\3&4\end{pmatrix} \xrightarrow{\frac12 R_1} \begin{pmatrix}1&1\\3&4\end{pmatrix}`, "fails"],
  [R`\begin{pmatrix}1&2\\3&4\end{pmatrix} \xrightarrow{-3\rho_1+\rho_2} \begin{pmatrix}1&2\\0&-2\end{pmatrix}`, "holds"],
  [R`\begin{pmatrix}1&2\\3&4\end{pmatrix} \overset{R_2-3R_1}{\longrightarrow} \begin{pmatrix}1&2\\0&-2\end{pmatrix}`, "holds"],
  [R`\begin{pmatrix}1&2\\3&4\end{pmatrix} \overset{R_2-3R_1}{\longrightarrow} \begin{pmatrix}1&2\\0&2\end{pmatrix}`, "fails"],
  [R`\begin{bmatrix}1&1\\2&3\end{bmatrix} \xrightarrow{\begin{subarray}{l}R_2-2R_1\\ \end{subarray}} \begin{bmatrix}1&1\\0&1\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&1\\2&3\end{bmatrix} \Rightarrow \begin{bmatrix}1&1\\0&1\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&1\\2&3\end{bmatrix} \xrightarrow{R_1 \to 2R_1 - R_2,\ R_2 \to R_2 - R_1} \begin{bmatrix}0&-1\\2&4\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&a\\2&3\end{bmatrix} \xrightarrow{R_2 \leftarrow R_2 - 2R_1} \begin{bmatrix}1&a\\0&3-2a\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&a\\2&3\end{bmatrix} \xrightarrow{R_2 \leftarrow R_2 - 2R_1} \begin{bmatrix}1&a\\0&3+2a\end{bmatrix}`, "fails"],
  [R`\frac{n+1}{n} \xrightarrow{n\to\infty} 1`, "holds"],
  [R`\frac{\sin x}{x} \xrightarrow[x\to 0]{} 1`, "holds"],
  [R`\begin{bmatrix}1&1\\2&3\end{bmatrix} \xrightarrow{R_2-2\times R_1} \begin{bmatrix}1&1\\0&1\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}1&1\\2&4\end{bmatrix} \xrightarrow{R_2/2} \begin{bmatrix}1&1\\1&2\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}\sqrt2&1&3\\1&3&1\end{bmatrix} \to \begin{bmatrix}2&\sqrt2&3\sqrt2\\1&3&1\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}\sqrt2&1&3\\1&3&1\end{bmatrix} \to \begin{bmatrix}2&\sqrt2&3\\1&3&1\end{bmatrix}`, "fails"],
  [R`\begin{bmatrix}3&7&1\\1&3&1\end{bmatrix} \to \begin{bmatrix}1&0&-2\\0&1&1\end{bmatrix}`, "holds"],
  [R`\begin{bmatrix}0.1&0.2&0.3\\1&3&1\end{bmatrix} \to \begin{bmatrix}1&2&3\\1&3&1\end{bmatrix}`, "holds"],
  [R`\frac{\sin x}{x} \xrightarrow[x\to 0]{} 1`, "holds"],
  [R`\frac{\sin x}{x} \xrightarrow[x\to 0]{a} 1`, "holds"],
  [R`2x \xrightarrow[x\to 1]{} 2`, "holds"],
  [R`2x \xrightarrow{x\to 1} 3`, "fails"],
];

describe("row operations", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
});
