/** Terms as LaTeX, in the spellings that authors use: a manner of writing is drawn for a document, details at every place. */
import type { Dice } from "./dice";
import type { Term } from "./term";

/** How the author of a document writes. */
export interface Manner {
  /** LaTeX of the generator's names. */
  readonly letters: ReadonlyMap<string, string>;
  readonly fraction: "\\frac" | "\\dfrac" | "\\tfrac";
  /** How often a fraction of plain parts is written with a slash. */
  readonly slash: number;
  readonly dot: "\\cdot " | "\\times " | "";
  readonly brackets: "()" | "left" | "big" | "mixed";
  readonly ln: "\\log" | "\\ln";
  readonly euler: "e" | "\\mathrm{e}" | "\\exp";
  readonly differential: string;
  readonly transpose: string;
  readonly probability: "p" | "P" | "\\Pr" | "q";
  readonly expectation: "\\mathbb{E}" | "E" | "\\operatorname{E}";
  readonly square: "[" | "(" | "left[";
  readonly partial: boolean;
  readonly limits: boolean;
  readonly conjugate: "\\bar" | "\\overline";
  /** Spaces of TeX that mean nothing. */
  readonly thin: string;
  /** Macros of the author's: LaTeX to the command that stands for it. */
  readonly macros: ReadonlyMap<string, string>;
}

export function manner(d: Dice, letters: ReadonlyMap<string, string>, macros: ReadonlyMap<string, string> = new Map()): Manner {
  return {
    letters,
    macros,
    fraction: d.pick(["\\frac", "\\frac", "\\dfrac", "\\tfrac"] as const),
    slash: d.pick([0, 0, 0.3, 0.7]),
    dot: d.pick(["", "", "\\cdot ", "\\times "] as const),
    brackets: d.pick(["()", "left", "big", "mixed"] as const),
    ln: d.pick(["\\log", "\\ln"] as const),
    euler: d.pick(["e", "e", "\\mathrm{e}", "\\exp"] as const),
    differential: macros.get("\\mathrm{d}") ?? d.pick(["d", "d", "\\mathrm{d}", "\\mathrm d"]),
    transpose: d.pick(["^T", "^\\top", "^{\\top}", "^{\\mathsf{T}}", "^\\intercal"]),
    probability: d.pick(["p", "p", "P", "q"] as const),
    expectation: d.pick(["\\mathbb{E}", "E", "\\operatorname{E}"] as const),
    square: d.pick(["[", "(", "left["] as const),
    partial: d.chance(0.2),
    limits: d.chance(0.2),
    conjugate: d.pick(["\\bar", "\\overline"] as const),
    thin: d.pick(["", "", "\\,", "\\;"]),
  };
}

interface Piece {
  readonly s: string;
  /** 1 sum, 2 product, 3 function, 4 power, 5 atom. */
  readonly level: number;
  /** Nothing may stand behind it in a product. */
  readonly open?: boolean;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  sin: "\\sin",
  cos: "\\cos",
  tan: "\\tan",
  cot: "\\cot",
  sec: "\\sec",
  csc: "\\csc",
  sinh: "\\sinh",
  cosh: "\\cosh",
  tanh: "\\tanh",
  asin: "\\arcsin",
  acos: "\\arccos",
  atan: "\\arctan",
  log2: "\\log_2",
  lg: "\\log_{10}",
  asinh: "\\operatorname{arsinh}",
  acosh: "\\operatorname{arcosh}",
  atanh: "\\operatorname{artanh}",
  max: "\\max",
  min: "\\min",
  tr: "\\operatorname{tr}",
  det: "\\det",
  Re: "\\Re",
  Im: "\\Im",
  arg: "\\arg",
  sigma: "\\sigma",
  Gamma: "\\Gamma",
};
const POWERED = /^(sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|log)$/;

export function render(t: Term, m: Manner, d: Dice): string {
  return written(t, m, d).s;
}

const atom = (s: string): Piece => ({ s, level: 5 });

function wrap(s: string, m: Manner, d: Dice, [open, close] = ["(", ")"]): string {
  const way = m.brackets === "mixed" ? d.pick(["()", "left", "big", "square"]) : m.brackets;
  const tall = /\\d?frac|\\sum|\\int|\\prod|\\begin/.test(s);
  if (way === "left" || (tall && way !== "()")) return `\\left${open}${s}\\right${close}`;
  if (way === "big" && s.length > 8) return `\\bigl${open}${s}\\bigr${close}`;
  if (way === "square" && open === "(" && s.length > 12) return `\\left[${s}\\right]`;
  return `${open}${s}${close}`;
}

const at = (p: Piece, level: number, m: Manner, d: Dice): string => (p.level >= level ? p.s : wrap(p.s, m, d));
const group = (s: string): string => (/^([0-9a-zA-Z])$/.test(s) ? s : `{${s}}`);

function written(t: Term, m: Manner, d: Dice): Piece {
  const w = (x: Term) => written(x, m, d);
  const [a, b, c] = t.args;
  switch (t.op) {
    case "num":
      return atom(t.name as string);
    case "sym":
      return atom(name(t.name as string, m));
    case "add":
    case "sub":
      return sum(t, m, d);
    case "neg":
      return { s: `-${at(w(a), 2, m, d)}`, level: 1 };
    case "mul":
      return product(t, m, d);
    case "div":
      return quotient(t, m, d);
    case "pow":
      return power(a, b, m, d);
    case "sqrt":
      return atom(`\\sqrt{${w(a).s}}`);
    case "cbrt":
      return atom(`\\sqrt[3]{${w(a).s}}`);
    case "root":
      return atom(`\\sqrt[${w(a).s}]{${w(b).s}}`);
    case "abs":
      return atom(m.brackets === "left" || /frac/.test(w(a).s) ? `\\left|${w(a).s}\\right|` : d.chance(0.5) ? `|${w(a).s}|` : `\\lvert ${w(a).s} \\rvert`);
    case "norm":
      return atom(d.chance(0.5) ? `\\|${w(a).s}\\|` : `\\lVert ${w(a).s} \\rVert`);
    case "floor":
      return atom(`\\lfloor ${w(a).s} \\rfloor`);
    case "ceil":
      return atom(`\\left\\lceil ${w(a).s} \\right\\rceil`);
    case "fact":
      return { s: `${at(w(a), 5, m, d)}!`, level: 4 };
    case "binom":
      return atom(`\\${d.pick(["binom", "binom", "dbinom", "tbinom"])}{${w(a).s}}{${w(b).s}}`);
    case "exp":
      return m.euler === "\\exp" ? { s: `\\exp${wrap(w(a).s, m, d)}`, level: 3 } : { s: `${m.euler}^{${w(a).s}}`, level: 4 };
    case "log":
      return call(m.ln, a, m, d);
    case "logb":
      return call(`\\log_{${w(a).s}}`, b, m, d);
    case "conj":
      return atom(`${m.conjugate}{${w(a).s}}`);
    case "T":
      return { s: `${at(w(a), 5, m, d)}${m.transpose}`, level: 4 };
    case "inv":
      return { s: `${at(w(a), 5, m, d)}^{-1}`, level: 4 };
    case "dot":
      return { s: d.chance(0.5) ? `${at(w(a), 4, m, d)} \\cdot ${at(w(b), 4, m, d)}` : `\\langle ${w(a).s}, ${w(b).s} \\rangle`, level: 2 };
    case "cross":
      return { s: `${at(w(a), 4, m, d)} \\times ${at(w(b), 4, m, d)}`, level: 1 };
    case "mat": {
      const env = d.pick(["pmatrix", "bmatrix"]);
      return atom(`\\begin{${env}} ${t.args.map((row) => row.args.map((x) => w(x).s).join(" & ")).join(" \\\\ ")} \\end{${env}}`);
    }
    case "max":
    case "min":
      return {
        s: `${FUNCTIONS[t.op]}${d.chance(0.5) ? `(${t.args.map((x) => w(x).s).join(", ")})` : `\\{${t.args.map((x) => w(x).s).join(", ")}\\}`}`,
        level: 3,
      };
    case "ap":
      return { s: `${w(a).s}${wrap(w(b).s, m, d)}`, level: 5 };
    case "gauss":
      return atom(`\\mathcal{N}(${w(a).s}${d.pick(["; ", " \\mid ", " | "])}${w(b).s}, ${w(c).s})`);
    case "cases":
      return atom(
        `\\begin{cases} ${w(c).s} & \\text{if } ${w(a).s} < ${w(b).s} \\\\ ${w(t.args[3]).s} & ${d.pick(["\\text{otherwise}", `\\text{if } ${w(a).s} \\ge ${w(b).s}`])} \\end{cases}`,
      );
  }
  if (t.op in BIG) return BIG[t.op](t, m, d);
  if (t.op in FUNCTIONS) return call(FUNCTIONS[t.op], a, m, d);
  throw new Error(`The generator cannot write ${t.op}.`);
}

function name(n: string, m: Manner): string {
  if (n === "pi") return "\\pi";
  if (n === "oo") return "\\infty";
  if (n === "e") return m.euler === "\\mathrm{e}" ? "\\mathrm{e}" : "e";
  return m.letters.get(n) ?? n;
}

function sum(t: Term, m: Manner, d: Dice): Piece {
  const left = written(t.args[0], m, d);
  const right = written(t.args[1], m, d);
  const second = right.s.startsWith("-") || right.level < 2 ? wrap(right.s, m, d) : right.s;
  const plain = t.op === "add" && right.level === 1 && !right.s.startsWith("-") ? right.s : second;
  return { s: `${left.s} ${t.op === "add" ? "+" : "-"} ${plain}`, level: 1, ...(right.open ? { open: true } : {}) };
}

const flat = (t: Term): Term[] => (t.op === "mul" ? [...flat(t.args[0]), ...flat(t.args[1])] : [t]);

function product(t: Term, m: Manner, d: Dice): Piece {
  const factors = flat(t);
  const parts = factors.map((f, i) => {
    const p = written(f, m, d);
    const last = i === factors.length - 1;
    const closed =
      p.level < 2 ||
      (i > 0 && p.s.startsWith("-")) ||
      (p.open && !last) ||
      (p.level === 3 && !last && !/[)\]}]$/.test(p.s)) ||
      (p.level === 2 && /[^\\]\/|^\d+\//.test(p.s) && !last);
    return closed ? wrap(p.s, m, d) : p.s;
  });
  return {
    s: parts.map((p, i) => (i === 0 ? p : `${joint(parts[i - 1], p, factors[i], m, d)}${p}`)).join(""),
    level: 2,
    open: written(factors[factors.length - 1], m, d).open === true,
  };
}

/** What stands between two factors. */
function joint(before: string, after: string, factor: Term, m: Manner, d: Dice): string {
  const vectors = factor.op === "T" || factor.op === "mat" || /^\\(mathbf|boldsymbol|vec)/.test(after);
  if (/^(\\t?d?frac\{)?\d/.test(after) && !vectors) return /\d$/.test(before) || /^\d/.test(after) ? m.dot || "\\cdot " : m.dot || " ";
  if (/\d$/.test(before) && /^\\[td]?frac/.test(after)) return m.dot || "\\cdot ";
  if (m.dot === "\\times " && (vectors || !d.chance(0.5))) return " ";
  if (m.dot && /^[a-z]$/.test(before) && /^[([]|^\\left|^\\big/.test(after)) return " \\cdot ";
  // a letter before a bracket looks like a function: most authors put the letter in front all the same
  return m.dot && !vectors && d.chance(0.6) ? ` ${m.dot}` : ` ${m.thin}`;
}

function quotient(t: Term, m: Manner, d: Dice): Piece {
  const [a, b] = t.args.map((x) => written(x, m, d));
  const plain = a.level >= 2 && b.level >= 4 && !/frac|\/|\\begin/.test(a.s + b.s) && a.s.length + b.s.length < 24 && !a.open;
  if (plain && d.chance(m.slash)) return { s: `${a.s}/${b.s}`, level: 2, open: true };
  if (m.fraction === "\\frac" && d.chance(0.15) && /^\d$/.test(a.s) && /^\d$/.test(b.s)) return { s: `\\frac${a.s}${b.s}`, level: 4 };
  return { s: `${m.fraction}{${a.s}}{${b.s}}`, level: 4.5 };
}

function power(base: Term, exponent: Term, m: Manner, d: Dice): Piece {
  const e = written(exponent, m, d).s;
  if (POWERED.test(base.op) && exponent.op === "num" && base.op !== "log") {
    const inner = written(base.args[0], m, d);
    if (d.chance(0.7)) return { s: `${FUNCTIONS[base.op]}^${group(e)}${argument(inner, m, d)}`, level: 3 };
  }
  const b = written(base, m, d);
  const bare = b.level >= 5 && !/^\\(mathcal|operatorname)/.test(b.s) && !/^[a-zA-Z]\(/.test(b.s);
  return { s: `${bare ? b.s : wrap(b.s, m, d)}^${group(e)}`, level: 4 };
}

function call(command: string, a: Term, m: Manner, d: Dice): Piece {
  return { s: `${command}${argument(written(a, m, d), m, d)}`, level: 3 };
}

/** The argument of a function, bare where that is read in one way only. */
function argument(p: Piece, m: Manner, d: Dice): string {
  const simple = p.level === 5 && /^(\\?[a-zA-Z]+|\d+[a-z]?)$/.test(p.s);
  const product = p.level === 2 && /^\d+ ?\\?[a-z]+$/.test(p.s);
  if ((simple || product || /^\\[td]?frac\{[^{}]*\}\{[^{}]*\}$/.test(p.s)) && d.chance(0.7)) return ` ${p.s}`;
  return wrap(p.s, m, d);
}

const factor = (p: Piece, m: Manner, d: Dice): string => (p.level >= 2 ? p.s : wrap(p.s, m, d));
const limits = (m: Manner): string => (m.limits ? "\\limits" : "");

const BIG: Readonly<Record<string, (t: Term, m: Manner, d: Dice) => Piece>> = {
  Sum: (t, m, d) => ({
    s: `\\sum${limits(m)}_{${render(t.args[0], m, d)}=${render(t.args[1], m, d)}}^${group(render(t.args[2], m, d))} ${factor(written(t.args[3], m, d), m, d)}`,
    level: 2,
    open: true,
  }),
  Prod: (t, m, d) => ({
    s: `\\prod_{${render(t.args[0], m, d)}=${render(t.args[1], m, d)}}^${group(render(t.args[2], m, d))} ${factor(written(t.args[3], m, d), m, d)}`,
    level: 2,
    open: true,
  }),
  Int: (t, m, d) => ({
    s: `\\int${limits(m)}_${group(render(t.args[1], m, d))}^${group(render(t.args[2], m, d))} ${integrand(t.args[3], m, d)}${d.pick([" ", "\\,", "\\, "])}${m.differential} ${render(t.args[0], m, d)}`,
    level: 2,
    open: true,
  }),
  Anti: (t, m, d) => ({ s: `\\int ${integrand(t.args[1], m, d)}${d.pick([" ", "\\,"])}${m.differential} ${render(t.args[0], m, d)}`, level: 2, open: true }),
  D: (t, m, d) => derivative(t, m.partial ? "\\partial" : m.differential, "", m, d),
  P: (t, m, d) => derivative(t, "\\partial", "", m, d),
  DD: (t, m, d) => derivative(t, m.partial ? "\\partial" : m.differential, "^2", m, d),
  Lim: (t, m, d) => ({
    s: `\\lim_{${render(t.args[0], m, d)} \\to ${render(t.args[1], m, d)}} ${factor(written(t.args[2], m, d), m, d)}`,
    level: 2,
    open: true,
  }),
  SumO: (t, m, d) => ({ s: `\\sum_{${render(t.args[0], m, d)}} ${factor(written(t.args[1], m, d), m, d)}`, level: 2, open: true }),
  Grad: (t, m, d) => ({
    s: d.chance(0.6)
      ? `\\nabla_{${render(t.args[0], m, d)}} ${wrap(render(t.args[1], m, d), m, d)}`
      : `\\frac{\\partial}{\\partial ${render(t.args[0], m, d)}} ${wrap(render(t.args[1], m, d), m, d)}`,
    level: 2,
    open: true,
  }),
  pr: (t, m) => {
    const [p, ...rest] = t.args.map((a) => a.name as string);
    const bar = rest.indexOf("given");
    const list = (names: readonly string[]) => names.map((n) => m.letters.get(n) ?? n).join(", ");
    const letter = m.letters.get(p) ?? p;
    return atom(bar < 0 ? `${letter}(${list(rest)})` : `${letter}(${list(rest.slice(0, bar))}${m.limits ? " | " : " \\mid "}${list(rest.slice(bar + 1))})`);
  },
  KL: (t, m, d) => atom(`D_{\\mathrm{KL}}\\left(${render(t.args[1], m, d)} \\,\\|\\, ${render(t.args[2], m, d)}\\right)`),
  E: (t, m, d) => {
    const body = render(t.args[t.args.length - 1], m, d);
    const under = t.args.length === 3 ? `_{${render(t.args[1], m, d)}}` : "";
    return atom(`${t.args.length === 3 ? "\\mathbb{E}" : m.expectation}${under}${square(body, m)}`);
  },
  Var: (t, m, d) => atom(`\\operatorname{Var}${square(render(t.args[0], m, d), m)}`),
  Cov: (t, m, d) => atom(`\\operatorname{Cov}${square(`${render(t.args[0], m, d)}, ${render(t.args[1], m, d)}`, m)}`),
};

const square = (body: string, m: Manner): string => (m.square === "(" ? `(${body})` : m.square === "[" ? `[${body}]` : `\\left[${body}\\right]`);

function integrand(t: Term, m: Manner, d: Dice): string {
  const p = written(t, m, d);
  return p.level >= 2 && !p.open ? p.s : wrap(p.s, m, d);
}

function derivative(t: Term, differential: string, order: string, m: Manner, d: Dice): Piece {
  const x = render(t.args[0], m, d);
  const body = written(t.args[1], m, d);
  const under = `${differential} ${x}${order}`;
  if (body.s.length < 14 && body.level >= 3 && d.chance(0.3)) return { s: `\\frac{${differential}${order} ${body.s}}{${under}}`, level: 4.5 };
  return {
    s: `\\frac{${differential}${order}}{${under}} ${body.level >= 3 && !body.open && d.chance(0.5) ? body.s : wrap(body.s, m, d)}`,
    level: 2,
    open: true,
  };
}
