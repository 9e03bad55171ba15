/** Two rows in brackets, `{n \atop k}`, `{n \brace k}`: Stirling and Eulerian numbers, binomial coefficients; also `\qbinom{n}{k}{q}`. */
import { cover } from "../../base/span";
import type { Infix, Parser, Prefix } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import type { Construct } from "../construct";

/** The function of two whole numbers that brackets around two rows mean. */
const BRACKETS: Readonly<Record<string, string>> = {
  "{": "stirling2",
  lbrace: "stirling2",
  "[": "stirlingcycle",
  langle: "eulerian",
  "(": "binomial",
};

const numbered = (name: string, n: Expr, k: Expr, span: Expr["span"]): Expr =>
  name === "binomial" ? node("call", [n, k], span, name) : node("special", [n, k], span, name, { whole: ["0", "1"] });

/** `n \brace k` in a group of its own. */
const between = (name: string): Infix => ({
  power: 0.5,
  parse: (p, left) => {
    p.cursor.next();
    const right = p.expression(0.5);
    return numbered(name, left, right, cover(left.span, right.span));
  },
});

const rows: Infix = {
  power: 0.5,
  parse: (p, left) => {
    p.cursor.next();
    const right = p.expression(0.5);
    return node("stacked", [left, right], cover(left.span, right.span));
  },
};

/** Whether two rows in braces stand at the cursor: `{n \atop k}`. */
function stackedAhead(p: Parser): boolean {
  if (!p.cursor.is("open")) return false;
  const end = p.cursor.groupEnd(p.cursor.position);
  return p.cursor.tokens.slice(p.cursor.position, end).some((t) => t.kind === "command" && t.text === "atop");
}

const CLOSES: Readonly<Record<string, string>> = { "{": "}", lbrace: "rbrace", "[": "]", langle: "rangle", "(": ")" };

/** A bracket around two rows and nothing else. */
const bracketed: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  if (!stackedAhead(p)) return undefined;
  const e = p.argument();
  const close = p.cursor.peek();
  if (e.op !== "stacked" || close?.text !== CLOSES[token.text]) return undefined;
  p.cursor.next();
  return numbered(BRACKETS[token.text], e.args[0], e.args[1], p.cursor.since(start));
};

/** `\genfrac\{\}{0pt}{}{n}{k}`: delimiters, thickness and style before the two rows. */
const general: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const [open, , thickness] = [p.cursor.argument(), p.cursor.argument(), p.cursor.argument()];
  p.cursor.argument();
  const [n, k] = [p.argument(), p.argument()];
  const span = p.cursor.since(start);
  const sign = open[0]?.text ?? "";
  if (sign === "" && thickness.length === 0) return node("div", [n, k], span, undefined, { style: "frac" });
  return BRACKETS[sign] ? numbered(BRACKETS[sign], n, k, span) : failure("two rows in these delimiters", span);
};

const pair =
  (name: string): Prefix =>
  (p) => {
    const start = p.cursor.position - 1;
    const [n, k] = [p.argument(), p.argument()];
    return numbered(name, n, k, p.cursor.since(start));
  };

/** `\qbinom{n}{k}{q}`, `\qPochhammer{a}{q}{n}`: three arguments, the first `whole` of them whole numbers. */
const three =
  (name: string, whole: readonly string[]): Prefix =>
  (p) => {
    const start = p.cursor.position - 1;
    const args = [p.argument(), p.argument(), p.argument()];
    return node("special", args, p.cursor.since(start), name, { whole });
  };

/** `\qmultiPochhammersym{a, b}{q}{n}`: a product over the first argument. */
const several: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const list = p.argument();
  const [q, n] = [p.argument(), p.argument()];
  const span = p.cursor.since(start);
  const parts = list.op === "list" || list.op === "tuple" ? list.args : [list];
  const factors = parts.map((a) => node("special", [a, q, n], span, "qpochhammer", { whole: ["2"] }));
  return factors.length === 1 ? factors[0] : node("mul", factors, span, undefined, { bracket: "(" });
};

export const stacked: Construct = {
  name: "two rows in brackets",
  prefix: {
    "\\{": bracketed,
    "\\lbrace": bracketed,
    "[": bracketed,
    "(": bracketed,
    "\\langle": bracketed,
    "\\genfrac": general,
    "\\stirling": pair("stirling2"),
    "\\stirlingii": pair("stirling2"),
    "\\stirlingi": pair("stirlingcycle"),
    "\\eulerian": pair("eulerian"),
    "\\qbinom": three("qbinomial", ["0", "1"]),
    "\\qPochhammer": three("qpochhammer", ["2"]),
    "\\qPochhammersym": three("qpochhammer", ["2"]),
    "\\qmultiPochhammersym": several,
  },
  infix: { "\\atop": rows, "\\brace": between("stirling2"), "\\brack": between("stirlingcycle") },
  examples: [
    { latex: "\\left\\{{4 \\atop 2}\\right\\} = 7", verdict: "holds" },
    { latex: "\\left\\{{4 \\atop 2}\\right\\} = 6", verdict: "fails" },
    { latex: "\\left[{4 \\atop 2}\\right] = 11", verdict: "holds" },
    { latex: "{5 \\brace 3} = 3 {4 \\brace 3} + {4 \\brace 2}", verdict: "holds" },
    { latex: "\\genfrac\\{\\}{0pt}{}{5}{2} = 15", verdict: "holds" },
    { latex: "\\genfrac\\langle\\rangle{0pt}{}{4}{1} = 11", verdict: "holds" },
    { latex: "\\genfrac{}{}{}{}{3}{6} = \\frac12", verdict: "holds" },
    { latex: "\\qbinom{4}{2}{q} = (1 + q^2)(1 + q + q^2)", verdict: "holds" },
    { latex: "\\qbinom{4}{2}{q} = (1 + q^2)(1 + q)", verdict: "fails" },
    { latex: "\\qPochhammer{a}{q}{2} = (1 - a)(1 - aq)", verdict: "holds" },
  ],
};
