/** Rows and cells of a formula. */
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/latex/lexer";
import { splitRows } from "../../src/latex/rows";
import { shown } from "./shown";

const R = String.raw;

describe("splitRows", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["a=b", "a = b"],
    [R`a&=b\\&=c\\`, "a | = b / | = c"],
    [R`\begin{aligned}a&=b\\&=c\end{aligned}`, "a | = b / | = c"],
    [R`\begin{aligned}[t]a\\b\end{aligned}`, "a / b"],
    [R`\begin{alignedat}{2}a&b\\c\end{alignedat}`, "a | b / c"],
    [R`x \quad \begin{split}a&=b\\&=c\end{split} .`, R`x \quad a | = b / | = c .`],
    [R`a & \begin{pmatrix}1&2\\3&4\end{pmatrix} \\ {b & c \\ d}`, R`a | begin:pmatrix 1 & 2 \\ 3 & 4 end:pmatrix / { b & c \\ d }`],
    [R`\left\{\begin{aligned}x&=1\\y&=2\end{aligned}\right.`, "x | = 1 / y | = 2"],
    [R`f = \left\{\begin{aligned}x\\y\end{aligned}\right.`, R`f = \{ begin:aligned x \\ y end:aligned \nulldelim`],
    [R`\begin{align}\begin{split}a\\b\end{split}\\c\end{align}`, "a / b / c"],
    [R`\begin{aligned}a\end{aligned}\begin{aligned}b\end{aligned}`, "begin:aligned a end:aligned begin:aligned b end:aligned"],
    [R`\begin{aligned}a\\b`, "a / b"],
    [R`\begin{cases}a&b\\c&d\end{cases}`, R`begin:cases a & b \\ c & d end:cases`],
    [R`} a \\ b`, "} a / b"],
  ];
  it.each(cases)("%s", (source, expected) => {
    const rows = splitRows(tokenize(source)).map((row) =>
      row
        .map(shown)
        .map((cell, at) => (at === 0 ? cell : ` ${cell}`))
        .join(" |")
        .trim(),
    );
    expect(rows.join(" / ")).toBe(expected);
  });
});
