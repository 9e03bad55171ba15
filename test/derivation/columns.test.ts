/** Equations side by side and remarks behind ampersands: a row goes on with what stands above it. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;

const CASES: [string, string[]][] = [
  [R`\begin{align*} u &= 3 + 4 & v &= 2\cdot 5 \\ &= 7 & &= 10 \end{align*}`, ["defines", "defines", "holds", "holds"]],
  [R`\begin{align*} u &= 3 + 4 & v &= 2\cdot 5 \\ &= 7 & &= 11 \end{align*}`, ["defines", "defines", "holds", "fails"]],
  [R`\begin{align*} u &= 3 + 4 & v &= 2\cdot 5 \\ &= 8 \end{align*}`, ["defines", "defines", "fails"]],
  [R`\begin{align*} y &= \frac{1}{c} c y && c \neq 0 \\ &= \frac1c (3cy - 2cy) && \text{by (2)} \\ &= y \end{align*}`, ["holds", "given", "holds", "holds"]],
  [R`\begin{align*} y &= \frac{1}{c} c y && c \neq 0 \\ &= \frac1c (3cy - 2cy) && \text{by (2)} \\ &= 2y \end{align*}`, ["holds", "given", "holds", "fails"]],
  [
    R`\begin{align*} y &= \frac{1}{c} c y && \text{by (2), } c \not= 0 \\ &= \frac1c (3cy - 2cy) && \text{by (2)} \\ &= 2y \end{align*}`,
    ["holds", "given", "holds", "fails"],
  ],
  [
    R`\begin{align*} (y + 1)^3 &= (y + 1)^2 y && \text{by (2)} \\ &\quad + (y + 1)^2 \\ &= y^3 + 3y^2 && \text{by (3)} \\ &\quad + 3y + 1 \end{align*}`,
    ["holds", "holds"],
  ],
  [
    R`\begin{align*} (y + 1)^3 &= (y + 1)^2 y && \text{by (2)} \\ &\quad + (y + 1)^2 \\ &= y^3 + 3y^2 && \text{by (3)} \\ &\quad + 2y + 1 \end{align*}`,
    ["holds", "fails"],
  ],
  // values beside their conditions, that no sign gives to a function
  [R`\left\{ \begin{aligned} \frac{u}{v} t & \qquad 0 \leq t < a \\ \frac{u - w}{v} (t - a) & \qquad a \leq t < a + b \end{aligned} \right.`, []],
  [R`\begin{cases} u t & 0 \leq t < a \\ w (t - a) & a \leq t < a + b \end{cases}`, []],
  [R`\begin{aligned} t & \leq t + 1 \\ t^2 + 1 & \leq t^2 \end{aligned}`, ["holds", "fails"]],
  // an empty group before a sign is there for its space
  [R`\begin{alignat*}{2} u &= 3 + 4 &&{}= 7 \\ v &= 2 + 4 &&{}= 6 \end{alignat*}`, ["defines", "holds", "defines", "holds"]],
  [R`\begin{alignat*}{2} u &= 3 + 4 &&{}= 7 \\ & &&{}= 8 \\ v &= 2 + 4 &&{}= 7 \end{alignat*}`, ["defines", "holds", "fails", "defines", "fails"]],
  [R`\begin{align*} u &= 3 + 4 &&= 7 \\ &= 8 \end{align*}`, ["defines", "holds", "fails"]],
];

describe("columns", () => {
  it.each(CASES)("%s", (latex, verdicts) => expect(verdictsOf(`$$${latex}$$\n`)).toEqual(verdicts));

  it("expand a macro whose backslash was lost", () => {
    expect(verdictsOf(`$$${R`<eval{\exp}{x + 1} = e e^x`}$$\n`)).toEqual(["holds"]);
    expect(verdictsOf(`$$${R`<eval{\exp}{x + 1} = e^2 e^x`}$$\n`)).toEqual(["fails"]);
  });
});
