/** Macros of the document and of packages: one-line cases, and properties on arbitrary text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expand } from "../../src/latex/expand";
import { tokenize } from "../../src/latex/lexer";
import { collectMacros } from "../../src/latex/macros";
import { splitRows } from "../../src/latex/rows";
import { latexish, shown } from "./shown";

const R = String.raw;

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
