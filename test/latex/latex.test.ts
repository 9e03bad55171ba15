/** Tokens, macros and rows: one-line cases, and properties on arbitrary text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenMacros } from "../../src/latex/broken-macros";
import { expand } from "../../src/latex/expand";
import { tokenize } from "../../src/latex/lexer";
import { collectMacros } from "../../src/latex/macros";
import { normalise } from "../../src/latex/normalise";
import { splitRows } from "../../src/latex/rows";
import type { Token } from "../../src/latex/tokens";

const R = String.raw;

/** A token as a short word. */
const short = (token: Token): string => {
  if (token.kind === "command") return `\\${token.text}`;
  if (token.kind === "text") return `"${token.text}"`;
  return token.kind === "begin" || token.kind === "end" ? `${token.kind}:${token.text}` : token.text;
};
const shown = (tokens: readonly Token[]): string => tokens.map(short).join(" ");

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

const pieces = [
  ..."abx12+-=_^&{}[]()$%#\n .,'|".split(""),
  R`\\`,
  R`\frac`,
  R`\a`,
  R`\b`,
  R`\left`,
  R`\right.`,
  R`\begin{aligned}`,
  R`\end{aligned}`,
  R`\text{`,
  R`\def`,
  R`\newcommand`,
  "#1",
  R`\let`,
  "≤",
  "😀",
  R`\ifx`,
  R`\else`,
  R`\fi`,
  "\\",
];
const latexish = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
);

describe("expand", () => {
  const run = (preamble: string, source: string) => expand(tokenize(source), collectMacros([{ text: preamble }]));
  const cases: [string, string, string][] = [
    [R`\newcommand{\R}{\mathbb{R}}`, R`x \in \R^n`, R`x \in \mathbb { R } ^ n`],
    [R`\newcommand\R{\mathbb R}`, R`\R`, R`\mathbb R`],
    [R`\newcommand*{\sq}[1]{#1^2}`, R`\sq{ab} + \sq c`, "a b ^ 2 + c ^ 2"],
    [R`\newcommand{\pow}[2][2]{#2^{#1}}`, R`\pow{x}\pow[3]{y}`, "x ^ { 2 } y ^ { 3 }"],
    [R`\def\half{\frac12}`, R`\half x`, R`\frac 12 x`],
    [R`\def\f(#1,#2){#2-#1}`, R`\f(a,{b,c})`, "{ b , c } - a"],
    [R`\def\KL#1#2{D(#1\|#2)}`, R`\KL pq`, R`D ( p \| q )`],
    [R`\DeclareMathOperator{\tr}{tr}`, R`\tr A`, R`\operatorname { t r } A`],
    [R`\DeclareMathOperator*{\argmax}{arg\,max}`, R`\argmax_x`, R`\operatorname { a r g m a x } _ x`],
    [R`\let\eps\varepsilon`, R`\eps`, R`\varepsilon`],
    [R`\newcommand{\a}{x}\let\b=\a\renewcommand{\a}{y}`, R`\a\b`, "y x"],
    [R`\providecommand{\a}{1}\providecommand{\a}{2}`, R`\a`, "1"],
    [R`\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}`, R`\abs{x}+\abs*{y}+\abs[\big]{z}`, R`\lvert x \rvert + \lvert y \rvert + \lvert z \rvert`],
    [R`\DeclarePairedDelimiterX{\ip}[2]{\langle}{\rangle}{#1,#2}`, R`\ip{x}{y}`, R`\langle x , y \rangle`],
    [R`\newcommand{\E}[1]{\mathbb{E}\left[#1\right]}`, R`\E{X^2}`, R`\mathbb { E } [ X ^ 2 ]`],
    [R`\newcommand{\m}{\ensuremath{\mu}\xspace}`, R`\m x`, R`\mu x`],
    ["", R`\mathchoice{a}{b}{c}{d} e`, "a e"],
    ["", R`x\sb{1}\sp2`, "x _ { 1 } ^ 2"],
    ["", R`\newcommand{\z}{q} \z + \z`, "q + q"],
    ["", R`\ifmmode a\else b\fi c`, "a c"],
    ["", R`\ifx\x\y a\else b\fi c`, "b c"],
    ["", R`a \iff b`, R`a \iff b`],
    [R`\newcommand{\t}[1]{\text{if #1}}`, R`\t{x_1}`, '"if x_1"'],
    [R`\newcommand{\aa}{\bb}\newcommand{\bb}[1]{(#1)}`, R`\aa{x} \aa y`, "( x ) ( y )"],
    [R`\newcommand{\be}{\begin{aligned}}`, R`\be`, "begin:aligned"],
    [R`\newcommand{\N}{$\mathbb N$}`, R`\N`, R`\mathbb N`],
    [R`\newcommand{\unfinished`, R`\unfinished`, R`\unfinished`],
  ];
  it.each(cases)("%s in %s", (preamble, source, expected) => {
    const { tokens, problems } = run(preamble, source);
    expect(shown(tokens)).toBe(expected);
    expect(problems).toEqual([]);
  });

  it("marks what a macro made, and leaves arguments where they stand", () => {
    const { tokens } = run(R`\newcommand{\sq}[1]{#1^2}`, R`1+\sq{x}`);
    expect(tokens.map(({ text, from, to, made }) => [text, from, to, made ?? false])).toEqual([
      ["1", 0, 1, false],
      ["+", 1, 2, false],
      ["x", 6, 7, false],
      ["^", 2, 8, true],
      ["2", 2, 8, true],
    ]);
  });

  it("keeps the outermost call's span in nested macros", () => {
    const { tokens } = run(R`\newcommand{\a}[1]{\b{#1}+}\newcommand{\b}[1]{#1-}`, R`\a{x}`);
    expect(tokens.map(({ text, from, to }) => [text, from, to])).toEqual([
      ["x", 3, 4],
      ["-", 0, 5],
      ["+", 0, 5],
    ]);
  });

  const endless: [string, string][] = [
    [R`\def\a{\a}`, R`\a`],
    [R`\def\a{x\a}`, R`\a`],
    [R`\def\a{\a x}`, R`\a+\a`],
    [R`\def\a{\b}\def\b{\a}`, R`y \b`],
    [R`\def\a#1{\a{#1#1}}`, R`\a{xy}`],
    [R`\def\a#1{#1#1#1#1}\def\b#1{\a{\a{\a{\a{#1}}}}}`, R`\b{\b{\b{x}}}`],
  ];
  it.each(endless)("stops %s in %s", (preamble, source) => {
    const { tokens, problems } = run(preamble, source);
    expect(problems.map((problem) => problem.code)).toEqual(["macro/too-deep"]);
    expect(tokens.length).toBeLessThan(100_000);
  });

  it("does not count many calls as deep ones", () => {
    const { tokens, problems } = run(R`\def\a{\b}\def\b#1{#1}`, R`\a x `.repeat(500));
    expect(problems).toEqual([]);
    expect(tokens.length).toBe(500);
  });

  it("says which argument is missing", () => {
    expect(run(R`\newcommand{\f}[2]{#1#2}`, R`{\f x}`).problems).toMatchObject([{ code: "macro/arguments" }]);
  });

  it("survives anything", () => {
    fc.assert(
      fc.property(latexish, latexish, (preamble, source) => {
        const { tokens } = run(preamble, source);
        splitRows(tokens);
        for (const token of tokens) expect(token.from >= 0 && token.to <= source.length + preamble.length && token.from <= token.to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

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

describe("macros of packages", () => {
  const cases: [string, string][] = [
    [R`\dv{x}`, R`\frac { d } { d x }`],
    [R`\dv[2]{f}{x}`, R`\frac { d ^ { 2 } f } { d x ^ { 2 } }`],
    [R`\pdv{f}{x}{y}`, R`\frac { \partial ^ { 2 } f } { \partial x \partial y }`],
    [R`\diff{y}{t}`, R`\frac { d y } { d t }`],
    [R`\diff{}{t}`, R`\frac { d } { d t }`],
    [R`\ddiff{3}{}{t}`, R`\frac { d ^ { 3 } } { d t ^ { 3 } }`],
    [R`\diff t`, R`d t`],
    [R`\pdv{f}{x,y}`, R`\frac { \partial ^ { 2 } f } { \partial x \partial y }`],
    [R`\norm{x}_2`, R`\lVert x \rVert _ 2`],
    [R`\abs*{x}`, R`\lvert x \rvert`],
    [R`\qty(a)`, "( a )"],
    [R`\qty{a}`, "( a )"],
    [R`\SI{3}{\metre}`, '3 "m"'],
    [R`\num{1.5e-3}`, R`1.5 \times 10 ^ { - 3 }`],
    [R`A^\T B`, R`A ^ \top B`],
    [R`A^\inv`, "A ^ { - 1 }"],
    [R`\bx + \mX`, R`\mathbf { x } + \mathbf { X }`],
    [R`\bm x`, R`\bm x`],
    [R`\inner{a}{b}`, R`\langle a , b \rangle`],
    [R`\P(A)`, R`\Pr ( A )`],
    [R`\prescript{n}{}C`, "^ { n } C"],
    [R`\norm`, R`\norm`],
  ];
  it.each(cases)("%s", (source, expected) => expect(shown(expand(tokenize(source), collectMacros([])).tokens)).toBe(expected));
  it("yield to the document's own", () =>
    expect(shown(expand(tokenize(R`\norm{x}`), collectMacros([{ text: R`\newcommand{\norm}[1]{N(#1)}` }])).tokens)).toBe("N ( x )"));
  it("are no problem without their arguments", () => expect(expand(tokenize(R`\norm`), collectMacros([])).problems).toEqual([]));
});

describe("numbers in pieces", () => {
  const cases: [string, string][] = [
    [R`7\,893\,600`, "7893600"],
    [R`0.333\,333`, "0.333333"],
    [R`1{,}5`, "1 { , } 5"],
    [R`2\,5`, "2 5"],
    [R`\mathbf{7 0}`, R`\mathbf { 70 }`],
    [R`\text{5,460} x`, "5460 x"],
    [R`12{} + {}x_{}`, "12 + x _ { }"],
    [R`\frac{}{2}`, R`\frac { } { 2 }`],
    [R`\text{Dir}(x)`, R`\mathrm { D i r } ( x )`],
    [R`\text{If}(x)`, '"If" ( x )'],
    [R`\vec{\nabla} f`, R`\nabla f`],
    [R`<eval{T}`, R`\lteval { T }`],
    [R`a <b{c}`, "a < b { c }"],
  ];
  it.each(cases)("%s", (source, expected) => expect(shown(normalise(brokenMacros(tokenize(source))))).toBe(expected));
});
