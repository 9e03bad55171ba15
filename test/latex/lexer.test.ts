/** Tokens: one-line cases, and properties on arbitrary text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/latex/lexer";
import { latexish, shown } from "./shown";

const R = String.raw;

describe("tokenize", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["x^2+3.14y_{ab}", "x ^ 2 + 3.14 y _ { a b }"],
    ["1,000.5", "1 , 000.5"],
    ["3.", "3 ."],
    [".5x", ".5 x"],
    ["1.2.3", "1.2 .3"],
    [R`\frac12`, R`\frac 12`],
    [R`\alpha\beta x`, R`\alpha \beta x`],
    [R`a\,b\;c\!d\ e~f\quad g`, R`a b c d e f \quad g`],
    [R`\left( x \right]`, "( x ]"],
    [R`\left.\frac{a}{b}\right|_0`, R`\nulldelim \frac { a } { b } | _ 0`],
    [R`\left\{ x \middle| y \right\}`, R`\{ x | y \}`],
    [R`\Big( \bigl[ a \bigr] \Bigg)`, "( [ a ] )"],
    [R`\left\lvert x \right\rvert`, R`\lvert x \rvert`],
    [R`a \\ b \\[2pt] c \\* d \cr e \\[a,b]`, R`a \\ b \\ c \\ d \\ e \\ [ a , b ]`],
    [R`a &= b \label{eq:a} \nonumber \tag{1}`, "a & = b"],
    [R`\text{for $x > 0$}`, '"for $x > 0$"'],
    [R`\mathrm{KL} \mathbf x`, R`\mathrm { K L } \mathbf x`],
    [R`x % comment } { \\`, "x"],
    ["x % comment\n y", "x y"],
    [R`50\% \{ \} \|`, R`50 \% \{ \} \|`],
    [R`\hspace{1em}a\hskip 1em b\kern-3pt c`, "a b c"],
    [R`\textcolor{red}{a = {b}} + \color{blue} c`, "a = { b } + c"],
    [R`a \mathrel{:=} b`, "a : = b"],
    [R`\phantom{xx} y \hfill \pause z`, "y z"],
    [R`\begin{aligned} x \end{aligned}`, "begin:aligned x end:aligned"],
    [R`\begin{pmatrix}a&b\\c&d\end{pmatrix}`, R`begin:pmatrix a & b \\ c & d end:pmatrix`],
    [R`\operatorname*{argmax}_x`, R`\operatorname { a r g m a x } _ x`],
    ["α ≤ β − 1 ≠ ∞", R`\alpha \leq \beta - 1 \neq \infty`],
    ["ä 𝑥", "ä 𝑥"],
    ["f'(x)!", "f ' ( x ) !"],
    [R`\intertext{so that}`, '\\\\ "so that"'],
    [R`\eqref{eq:1}`, '"eq:1"'],
    [R`\displaystyle\sum\limits_{i=1}^n`, R`\sum _ { i = 1 } ^ n`],
    [R`\text{unclosed`, '"unclosed'.concat('"')],
    ["\\", "\\"],
    ["{}}", "{ } }"],
  ];
  it.each(cases)("%s", (source, expected) => expect(shown(tokenize(source))).toBe(expected));

  it("says on which side a sized delimiter stands", () => {
    expect(tokenize(R`\left| x \right| y \bigl| |`).map((token) => token.side)).toEqual(["open", undefined, "close", undefined, "open", undefined]);
  });

  it("says what was spaced", () => {
    expect(tokenize("a b%c\nd e\\,f").map((token) => token.spaced ?? false)).toEqual([false, true, true, true, true]);
  });

  it("follows a map in pieces", () => {
    const tokens = tokenize("ab\\frac c", [
      { at: 0, offset: 10 },
      { at: 2, offset: 20 },
      { at: 3, offset: 22 },
    ]);
    expect(tokens.map(({ from, to }) => [from, to])).toEqual([
      [10, 11],
      [11, 12],
      [20, 26],
      [27, 28],
    ]);
  });

  it("covers the source in order, whatever it is", () => {
    fc.assert(
      fc.property(latexish, (source) => {
        let behind = 0;
        for (const token of tokenize(source)) {
          expect(token.from).toBeGreaterThanOrEqual(behind);
          expect(token.to).toBeGreaterThan(token.from);
          behind = token.to;
          if (token.kind === "letter" || token.kind === "number") expect(source.slice(token.from, token.to)).toBe(token.text);
        }
        expect(behind).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 500 },
    );
  });

  it("makes no more tokens than characters of a long input", () => {
    for (const unit of ["{", "\\text{", "\\label{", "\\textcolor{a}{", "\\left", "$", "\\begin{a", "[", "\\\\["])
      expect(tokenize(unit.repeat(30_000)).length).toBeLessThanOrEqual(30_000 * unit.length);
  });
});
