/** Scanning LaTeX, Markdown and notebooks: one-line cases, exact places, and properties on arbitrary text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDocument } from "../../src/document/blocks";
import { scan } from "../../src/document/scan";

const R = String.raw;
const marks = { prose: "p", heading: "h", code: "c", directive: "d" } as const;

/** A document as a line: `$..$` for inline, `[env:..]` for displayed formulas, other blocks by their letter; paragraphs apart. */
const shown = (path: string, text: string): string => {
  let line = "";
  let paragraph = 0;
  for (const block of scan(path, text).blocks) {
    line += block.paragraph === paragraph ? " " : " / ";
    paragraph = block.paragraph;
    const words = block.text.trim().replace(/\s+/g, " ");
    if (block.kind === "formula") line += block.display ? `[${block.environment ? `${block.environment}: ` : ""}${words}]` : `$${words}$`;
    else line += `${marks[block.kind]}${block.kind === "heading" ? block.level : ""}<${words}>`;
  }
  return line.trim();
};

describe("LaTeX", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["Let $x$ be.", "p<Let> $x$ p<be.>"],
    [R`a \( x \) b \[ y \] c`, "p<a> $x$ p<b> [y] p<c>"],
    [R`$$a=b$$ \$5 and \$6`, R`[a=b] p<\$5 and \$6>`],
    [R`\begin{align*} a&=b \end{align*}`, "[align*: a&=b]"],
    [R`\begin{alignat}{3} a&=b \end{alignat}`, "[alignat: a&=b]"],
    [R`\begin{IEEEeqnarray}{rCl} a&=&b \end{IEEEeqnarray}`, "[IEEEeqnarray: a&=&b]"],
    [R`\begin{equation}\begin{split}a\\b\end{split}\end{equation}`, R`[equation: \begin{split}a\\b\end{split}]`],
    [R`\begin{math}x\end{math}`, "$x$"],
    [R`\begin{dmath}[label={a}] x \end{dmath}`, "[dmath: x]"],
    [R`\[ x \text{ if $y>0$ and } z \]`, R`[x \text{ if $y>0$ and } z]`],
    [R`$x \text{ if $y$ } z$ b`, R`$x \text{ if $y$ } z$ p<b>`],
    ["a % $x$ b\nc", "p<a c>"],
    ["a\n\nb $x$\n\n\n c", "p<a> / p<b> $x$ / p<c>"],
    ["a\r\n\r\nb", "p<a> / p<b>"],
    ["a\r\rb", "p<a> / p<b>"],
    ["a\n$$x$$\nb", "p<a> [x] p<b>"],
    ["a\n%\nb", "p<a b>"],
    [R`\begin{verbatim}$x$\end{verbatim} a`, "p<a>"],
    [
      R`\begin{lstlisting}[language=Python]
x = 1
\end{lstlisting}`,
      "c<x = 1>",
    ],
    [R`\iffalse $x$ \if a \fi b\fi $y$`, "$y$"],
    [R`\iffalse $x$ \else $z$ \fi`, R`$z$ p<\fi>`],
    [R`\verb|$x$| $y$`, R`p<\verb|$x$|> $y$`],
    [R`\section*{A $x$} b`, "h2<A $x$> / p<b>"],
    [R`\begin{theorem}[T] a \end{theorem} b`, "h6<theorem> / p<a> / h6<> / p<b>"],
    [R`\newtheorem{satz}{Satz}\begin{satz}a\end{satz}`, R`p<\newtheorem{satz}{Satz}> / h6<satz> / p<a> / h6<>`],
    [R`\begin{itemize}\item a \item b\end{itemize}`, "p<a> / p<b>"],
    [R`\item[(a)] x`, "h7<(a)> p<x>"],
    ["(a) Show.\n\n(b). Prove", "h7<(a)> p<Show.> / h7<(b).> p<Prove>"],
    [R`\textbf{E-step.} Let`, R`p<\textbf{E-step.} Let>`],
    [R`\textbf{b) Bound.} Let`, R`h7<\textbf{b) Bound.}> p<Let>`],
    [R`\noindent\textbf{2. Two levels.} Let`, R`h7<\noindent\textbf{2. Two levels.}> p<Let>`],
    [R`\textbf{Problem 3.} Let`, R`h7<\textbf{Problem 3.}> p<Let>`],
    [R`\documentclass{a} $x$ \begin{document} $y$ \end{document} $z$`, "$y$"],
    [
      R`% spotcheck: assume x > 0
$x$`,
      "d<assume x > 0> $x$",
    ],
    ["$$a % spotcheck: off\n= b$$", "d<off> [a % spotcheck: off = b]"],
    [R`\def\be{\begin{equation}}\def\ee{\end{equation}}\be x \ee y`, "[equation: x] p<y>"],
    [R`\newcommand{\a}[1]{$#1$} b`, "p<b>"],
    [R`a \\[2pt] b`, R`p<a \\[2pt] b>`],
    [R`a 50\% $x$`, R`p<a 50\%> $x$`],
  ];
  it.each(cases)("%j", (source, expected) => expect(shown("a.tex", source)).toBe(expected));
});

describe("Markdown", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["Let $x$ be.", "p<Let> $x$ p<be.>"],
    ["It costs $5 and $10, or $20.", "p<It costs $5 and $10, or $20.>"],
    ["It costs $5 and then $x=3$.", "p<It costs $5 and then> $x=3$ p<.>"],
    ["a $4$ b", "p<a> $4$ p<b>"],
    ["I have $ 5 and $ 6", "p<I have $ 5 and $ 6>"],
    ["Let  $ q(z|x) = 1 $ and $ x $.", "p<Let> $q(z|x) = 1$ p<and> $x$ p<.>"],
    ["$KL(P,Q)  \\neq KL(Q, P)$", "$KL(P,Q) \\neq KL(Q, P)$"],
    ["a $ and b $ c", "p<a $ and b $ c>"],
    ["USD$30 and USD$40", "p<USD$30 and USD$40>"],
    [R`\$5 and $x$`, R`p<\$5 and> $x$`],
    ["find $$q$$ in", "p<find> $q$ p<in>"],
    ["so $$a = b + c + d$$", "p<so> [a = b + c + d]"],
    ["$$\na\n$$\nb", "[a] p<b>"],
    [
      R`$$ \label{eq:x}
a
$$`,
      R`[\label{eq:x} a]`,
    ],
    [R`$$\begin{aligned}a\end{aligned}$$`, R`[\begin{aligned}a\end{aligned}]`],
    [R`\begin{align} a \end{align}`, "[align: a]"],
    [R`\(x\) \[y\] \\(z\\)`, "$x$ [y] $z$"],
    [R`an escaped \( parenthesis`, R`p<an escaped \( parenthesis>`],
    ["```math\nx=1\n```", "[x=1]"],
    ["```python\nx = '$'\n```\na", "c<x = '$'> p<a>"],
    ["~~~\n$x$\n```\n~~~", "c<$x$ ```>"],
    ["`$x$` ``a ` $y$`` $z$", "p<`$x$` ``a ` $y$``> $z$"],
    ["$`x`$ a", "$x$ p<a>"],
    ["> $$\n> a\n> = b\n> $$", "[a = b]"],
    ["$$\na\n> b\n$$", "[a > b]"],
    ["> > a $x$", "p<a> $x$"],
    ["- a $x$\n- b\n\n1. c", "p<a> $x$ / p<b> / p<c>"],
    ["<!-- spotcheck: off -->\n$x$", "d<off> $x$"],
    ["a <!-- $x$ --> b", "p<a b>"],
    ["---\ntitle: $x$\n---\n$y$", "$y$"],
    ["# A\nb\n\nC\n===\n\nD $x$\n---", "h1<A> / p<b> / h1<C> / h2<D> $x$ p<--->"],
    ["(a) x\n\n**1b** y\n\nExercise 2: z\n\n(see) w", "h7<(a)> p<x> / h7<**1b**> p<y> / h7<Exercise 2:> p<z> / p<(see) w>"],
    [R`\newcommand{\E}{\mathbb E} a`, "p<a>"],
    [R`$$\newcommand{\E}{\mathbb E}$$ a`, "p<a>"],
    ["a\r\n\r\n$$x$$\r\n", "p<a> / [x]"],
    ["😀 $x$", "p<😀> $x$"],
    ["***\na", "p<*** a>"],
  ];
  it.each(cases)("%j", (source, expected) => expect(shown("a.md", source)).toBe(expected));
});

describe("notebooks", () => {
  const notebook = (cells: unknown[]) => JSON.stringify({ cells, metadata: { kernelspec: { language: "julia" } } }, null, 1);

  it("reads cells, strings and arrays, with places in the JSON", () => {
    const text = notebook([
      { cell_type: "markdown", source: ['Let "$x$"\n', "\n", "$$\\frac{a}{b} = c$$"] },
      { cell_type: "code", source: "y = '\\n'" },
      { cell_type: "raw", source: "$z$" },
      { cell_type: "markdown", source: "and $\\alpha$" },
    ]);
    expect(shown("a.ipynb", text)).toBe(R`p<Let "> $x$ p<"> / [\frac{a}{b} = c] / c<y = '\n'> / p<and> $\alpha$`);
    const frac = scan("a.ipynb", text).blocks[3];
    expect(text.slice(frac.span.from, frac.span.to)).toBe(R`$$\\frac{a}{b} = c$$`);
    for (const [at, character] of ["\\", "f", "r", "a"].entries()) expect(text[toDocument(frac.map, at)]).toBe(character);
    expect(scan("a.ipynb", text).blocks[4]).toMatchObject({ language: "julia" });
  });

  const broken: [string, string][] = [
    ["", "document/invalid-json"],
    ["{", "document/invalid-json"],
    ["[]", "document/no-cells"],
    ['{"cells": 3}', "document/no-cells"],
    ['{"cells": [{"cell_type": "markdown", "source": "$x$"}', "document/invalid-json"],
  ];
  it.each(broken)("%j is a problem", (text, code) => expect(scan("a.ipynb", text).problems[0]?.code).toBe(code));
});

describe("places and problems", () => {
  const problems: [string, string, string, string][] = [
    ["a.tex", "a $x\n\nb", "document/unclosed-math", "$"],
    ["a.tex", "\\begin{align} a\n\nb", "document/unclosed-math", R`\begin{align}`],
    ["a.tex", R`x \end{align}`, "document/unopened-environment", R`\end{align}`],
    ["a.tex", R`\begin{verbatim} a`, "document/unclosed-environment", R`\begin{verbatim}`],
    ["a.md", "a $$x\n\nb", "document/unclosed-math", "$$"],
    ["a.md", "```\nx", "document/unclosed-fence", "```\n"],
    ["a.md", "a\0b", "document/binary", "\0"],
  ];
  it.each(problems)("%s %j has %s at %j", (path, text, code, place) => {
    const found = scan(path, text).problems;
    expect(found.map((problem) => problem.code)).toEqual([code]);
    expect(text.slice(found[0].span.from, found[0].span.to)).toBe(place);
  });

  it("cuts an unclosed formula at the end of its paragraph", () => {
    expect(shown("a.tex", "a $x\n\nb $y$")).toBe("p<a> $x$ / p<b> $y$");
    expect(shown("a.md", "a $$x\n\nb $y$")).toBe("p<a> [x] / p<b> $y$");
  });

  it("keeps definitions with their places", () => {
    const text = R`\newcommand{\R}{\mathbb R}
\begin{document}
\def\a#1{b} $x$ \end{document}`;
    const { preamble } = scan("a.tex", text);
    expect(preamble.map((part) => part.text.trim())).toEqual([R`\newcommand{\R}{\mathbb R}`, R`\def\a#1{b}`]);
    expect(text.slice(toDocument(preamble[1].map, 0)).startsWith(R`\def\a`)).toBe(true);
  });

  const parts = [
    "a",
    "x=1",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "$",
    "$$",
    "\\[",
    "\\]",
    "\\(",
    "\\)",
    "\\begin{align}",
    "\\end{align}",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\begin{proof}",
    "\\end{proof}",
    "{",
    "}",
    "%",
    "> ",
    "```",
    "`",
    "- ",
    "# ",
    "<!--",
    "-->",
    "\\text{",
    "😀",
    "\\",
    "5",
    "(a) ",
    "\\item",
    "\\iffalse",
    "\\fi",
    "\\def\\a",
    "spotcheck: off",
    "**",
    "---",
    "\\section{",
  ];
  const source = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((chosen) => chosen.join("")),
  );

  it.each(["a.tex", "a.md", "a.ipynb"])("every character of every block stands where the map says: %s", (path) => {
    fc.assert(
      fc.property(source, (text) => {
        const document = path === "a.ipynb" ? JSON.stringify({ cells: [{ cell_type: "markdown", source: text }] }) : text;
        let behind = 0;
        let paragraph = 0;
        for (const block of scan(path, document).blocks) {
          for (let at = 0; at < block.text.length; at++) {
            const there = document[toDocument(block.map, at)];
            expect(there === block.text[at] || (path === "a.ipynb" && there === "\\")).toBe(true);
          }
          expect(block.span.to <= document.length && block.span.from <= block.span.to).toBe(true);
          expect(block.paragraph).toBeGreaterThanOrEqual(paragraph);
          if (block.kind !== "directive" && block.text) {
            expect(block.span.from).toBeGreaterThanOrEqual(behind);
            behind = block.span.from;
          }
          paragraph = block.paragraph;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
