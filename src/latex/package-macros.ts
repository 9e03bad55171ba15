/** Macros of well-known packages, and the few private ones whose names leave no doubt: they count where the document defines none of that name. */
import { collectMacros, type MacroTable } from "./macros";

const R = String.raw;

/** Delimiters, fonts, operators, answers of exercises: physics, commath, mathtools, braket, siunitx, ximera, the short names that KaTeX knows, and the habits of authors. */
const DEFINITIONS = R`
\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}
\DeclarePairedDelimiter{\Abs}{\lvert}{\rvert}
\DeclarePairedDelimiter{\absolutevalue}{\lvert}{\rvert}
\DeclarePairedDelimiter{\norm}{\lVert}{\rVert}
\DeclarePairedDelimiter{\Norm}{\lVert}{\rVert}
\DeclarePairedDelimiter{\floor}{\lfloor}{\rfloor}
\DeclarePairedDelimiter{\ceil}{\lceil}{\rceil}
\DeclarePairedDelimiter{\set}{\{}{\}}
\DeclarePairedDelimiter{\Set}{\{}{\}}
\DeclarePairedDelimiter{\paren}{(}{)}
\DeclarePairedDelimiter{\parens}{(}{)}
\DeclarePairedDelimiter{\del}{(}{)}
\DeclarePairedDelimiter{\ev}{\langle}{\rangle}
\DeclarePairedDelimiter{\expval}{\langle}{\rangle}
\newcommand{\intoo}[2]{(#1,#2)}
\newcommand{\intcc}[2]{[#1,#2]}
\newcommand{\intoc}[2]{(#1,#2]}
\newcommand{\intco}[2]{[#1,#2)}
\newcommand{\eval}[1]{(#1)|}
\def\scalerel*#1#2{#1}
\newcommand{\vb}[1]{\mathbf{#1}}
\newcommand{\vectorbold}[1]{\mathbf{#1}}
\newcommand{\bvec}[1]{\mathbf{#1}}
\newcommand{\va}[1]{\vec{#1}}
\newcommand{\vu}[1]{\hat{#1}}
\newcommand{\unitvec}[1]{\hat{#1}}
\newcommand{\grad}{\nabla}
\newcommand{\gradient}{\nabla}
\newcommand{\divergence}{\nabla\cdot}
\newcommand{\curl}{\nabla\times}
\newcommand{\laplacian}{\nabla^2}
\newcommand{\cross}{\times}
\newcommand{\crossproduct}{\times}
\newcommand{\dotproduct}{\cdot}
\newcommand{\vdot}{\cdot}
\newcommand{\dotp}{\cdot}
\newcommand{\dotprod}[2]{#1\cdot #2}
\newcommand{\Dotprod}[2]{#1\cdot #2}
\newcommand{\crossprod}[2]{#1\times #2}
\newcommand{\Crossprod}[2]{#1\times #2}
\newcommand{\comm}[2]{(#1 #2 - #2 #1)}
\newcommand{\commutator}[2]{(#1 #2 - #2 #1)}
\newcommand{\transpose}[1]{{#1}^\top}
\newcommand{\half}{\frac{1}{2}}
\newcommand{\eps}{\varepsilon}
\newcommand{\veps}{\varepsilon}
\newcommand{\giv}{\mid}
\newcommand{\given}{\mid}
\newcommand{\suchthat}{\mid}
\newcommand{\R}{\mathbb{R}}
\newcommand{\RR}{\mathbb{R}}
\newcommand{\Reals}{\mathbb{R}}
\newcommand{\reals}{\mathbb{R}}
\newcommand{\N}{\mathbb{N}}
\newcommand{\NN}{\mathbb{N}}
\newcommand{\Z}{\mathbb{Z}}
\newcommand{\ZZ}{\mathbb{Z}}
\newcommand{\Q}{\mathbb{Q}}
\newcommand{\QQ}{\mathbb{Q}}
\newcommand{\C}{\mathbb{C}}
\newcommand{\CC}{\mathbb{C}}
\newcommand{\E}{\mathbb{E}}
\newcommand{\EE}{\mathbb{E}}
\newcommand{\Expect}{\mathbb{E}}
\newcommand{\PP}{\mathbb{P}}
\newcommand{\Prob}{\Pr}
\newcommand{\Var}{\operatorname{Var}}
\newcommand{\var}{\operatorname{Var}}
\newcommand{\Cov}{\operatorname{Cov}}
\newcommand{\cov}{\operatorname{Cov}}
\newcommand{\Corr}{\operatorname{Corr}}
\newcommand{\KL}{\mathrm{KL}}
\newcommand{\Normal}{\mathcal{N}}
\newcommand{\ihat}{\hat{\imath}}
\newcommand{\jhat}{\hat{\jmath}}
\newcommand{\khat}{\hat{k}}
\newcommand{\veci}{\vec{\imath}}
\newcommand{\vecj}{\vec{\jmath}}
\newcommand{\veck}{\vec{k}}
\newcommand{\ang}[1]{#1^\circ}
\newcommand{\degree}{^\circ}
\newcommand{\sbr}[1]{[#1]}
\newcommand{\flatfrac}[2]{\frac{#1}{#2}}
\newcommand{\mpmatrix}[1]{\begin{pmatrix}#1\end{pmatrix}}
\newcommand{\pmqty}[1]{\begin{pmatrix}#1\end{pmatrix}}
\newcommand{\bmqty}[1]{\begin{bmatrix}#1\end{bmatrix}}
\newcommand{\vmqty}[1]{\begin{vmatrix}#1\end{vmatrix}}
\newcommand{\mqty}[1]{\begin{matrix}#1\end{matrix}}
\newcommand{\diff}{d}
\newcommand{\dif}{d}
\newcommand{\Dif}{d}
\newcommand{\dd}{d}
\newcommand{\odif}{d}
\newcommand{\varlimsup}{\limsup}
\newcommand{\varliminf}{\liminf}
\newcommand{\defeq}{:=}
\newcommand{\ifrac}[2]{(#1)/(#2)}
\newcommand{\lteval}[2]{#1\left(#2\right)}
\newcommand{\ltinverse}[1]{#1^{-1}}
\newcommand{\answer}[2][]{#2}
\newcommand{\infin}{\infty}
\newcommand{\empty}{\emptyset}
\newcommand{\isin}{\in}
\newcommand{\exist}{\exists}
\newcommand{\and}{\land}
\newcommand{\or}{\lor}
\newcommand{\lang}{\langle}
\newcommand{\rang}{\rangle}
\newcommand{\plusmn}{\pm}
\newcommand{\sdot}{\cdot}
\newcommand{\sub}{\subset}
\newcommand{\sube}{\subseteq}
\newcommand{\supe}{\supseteq}
\newcommand{\rarr}{\rightarrow}
\newcommand{\larr}{\leftarrow}
\newcommand{\harr}{\leftrightarrow}
\newcommand{\rArr}{\Rightarrow}
\newcommand{\Rarr}{\Rightarrow}
\newcommand{\hArr}{\Leftrightarrow}
\newcommand{\Harr}{\Leftrightarrow}
\newcommand{\natnums}{\mathbb{N}}
\newcommand{\cnums}{\mathbb{C}}
\newcommand{\Complex}{\mathbb{C}}
\newcommand{\thetasym}{\vartheta}
\newcommand{\LeviCivitasym}[3]{\frac{(#2-#1)(#3-#2)(#3-#1)}{2}}
`;

let table: MacroTable | undefined;

/** The macros of packages by name, read once. */
export function packageMacros(): MacroTable {
  table ??= new Map([...collectMacros([{ text: DEFINITIONS }])].map(([name, macro]) => [name, { ...macro, known: true }]));
  return table;
}

/** Names such as `\bx`, `\vx`, `\mX`: a bold letter, where no style file says otherwise. */
export function boldLetter(name: string): string | undefined {
  const match = /^(?:[bv]|bf|vec|mat|m(?=[A-Z]))([A-Za-z])$/.exec(name);
  return match && !COMMANDS.test(name) ? match[1] : undefined;
}

/** What TeX and common packages call something else. */
const COMMANDS = /^(ba|be|bf|bm|bp|bs|bc|bH|bmod|vA|mI|vs|mO|vE)$/;

/** `\pii`, `\pix`: the letter that lost its space behind \pi. */
export const gluedLetter = (name: string): string | undefined => /^pi([inkrtxz])$/.exec(name)?.[1];
