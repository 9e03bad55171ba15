/** Piecewise definitions, and indicator functions. */
import type { Evaluator } from "../expression/evaluator";
import type { Parser, Prefix } from "../expression/parser";
import { type Expr, failure, node, some } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import { tokenize } from "../latex/lexer";
import type { Token } from "../latex/tokens";
import type { Construct } from "./construct";
import { environmentRows } from "./matrices/environments";

const cases: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  const rows = environmentRows(p, token);
  const args: Expr[] = [];
  for (const row of rows) {
    if (row.every((cell) => cell.length === 0)) continue;
    const [value, condition] = row.length > 1 ? [row[0], row.slice(1).flat()] : splitAtText(row[0]);
    args.push(p.inner(stripComma(value), token), readCondition(p, condition, token));
  }
  return args.length ? node("cases", args, p.cursor.since(start)) : failure("cases without a row", p.cursor.since(start));
};

const stripComma = (tokens: readonly Token[]): readonly Token[] => {
  const last = tokens[tokens.length - 1];
  return last?.kind === "symbol" && /^[,;.]$/.test(last.text) ? tokens.slice(0, -1) : tokens;
};

function splitAtText(tokens: readonly Token[]): [readonly Token[], readonly Token[]] {
  const at = tokens.findIndex((t) => t.kind === "text" || (t.kind === "command" && /^q?quad$/.test(t.text)) || (t.kind === "symbol" && t.text === ","));
  return at < 0 ? [tokens, []] : [tokens.slice(0, at), tokens.slice(at)];
}

/** `\text{for $x > 0$}`: the words, and the tokens of the mathematics among them. */
function withMathematics(t: Token): readonly Token[] {
  if (t.kind !== "text" || !t.text.includes("$")) return [t];
  const made = (inside: Token): Token => ({ ...inside, from: t.from, to: t.to, made: true });
  return t.text.split("$").flatMap((part, i) => (i % 2 ? tokenize(part).map(made) : part.trim() === "" ? [] : [{ ...t, text: part, made: true }]));
}

/** "if x > 0", "otherwise", "x > 0 and y > 0". An empty condition is "otherwise". */
function readCondition(p: Parser, written: readonly Token[], place: Token): Expr {
  const tokens = written.flatMap(withMathematics);
  const words = tokens
    .filter((t) => t.kind === "text")
    .map((t) => t.text)
    .join(" ");
  const parts: Token[][] = [[]];
  for (const t of tokens) {
    if (
      t.kind === "text" ||
      (t.kind === "command" && /^q?quad$/.test(t.text)) ||
      (t.kind === "symbol" && /^[,;.]$/.test(t.text) && parts[parts.length - 1].length === 0)
    )
      parts.push([]);
    else if (t.kind === "command" && (t.text === "mathrm" || t.text === "operatorname")) continue;
    else parts[parts.length - 1].push(t);
  }
  const conditions = parts.map(stripComma).filter((part) => part.length > 0);
  if (conditions.length === 0) return node(/\bif\b|\d/.test(words) && !/other|else/.test(words) ? "error" : "otherwise", [], place, words);
  const read = conditions.map((part) => p.inner(part, place));
  if (/\bor\b/.test(words)) return read.reduce((a, b) => node("or", [a, b], a.span));
  return read.reduce((a, b) => node("and", [a, b], a.span));
}

function piecewise<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  if (A.name === "dual" && e.args.some((a) => some(a, (n) => n.op === "relation" && /^(=|!=)$/.test(n.name ?? ""))))
    throw new NotUnderstood("cases/derivative", "the derivative of a function that is set at single points", e.span);
  let result = A.number(Number.NaN);
  for (let i = e.args.length - 2; i >= 0; i -= 2) {
    const value = ev.scalar(e.args[i]);
    result = e.args[i + 1].op === "otherwise" ? value : A.select(ev.scalar(e.args[i + 1]), value, result);
  }
  return scalar(result);
}

const indicator: Prefix = (p) => {
  const start = p.cursor.position - 1;
  if (p.cursor.take("sub")) return node("indicator", [p.argument()], p.cursor.since(start));
  const next = p.cursor.peek();
  if (!next || !/^[([{]$/.test(next.text)) return undefined;
  p.cursor.next();
  const condition = p.bracketed(false, () => p.expression(1));
  p.cursor.next();
  return node("indicator", [condition], p.cursor.since(start));
};

/** `\mathbbm{1}`, `\mathds{1}`. */
const blackboardOne: Prefix = (p) => (p.cursor.word() === "1" ? indicator(p, p.cursor.tokens[p.cursor.position - 1]) : undefined);

export const piecewiseDefinitions: Construct = {
  name: "piecewise definitions",
  prefix: {
    "begin:cases": cases,
    "begin:dcases": cases,
    "begin:rcases": cases,
    "\\ind": indicator,
    "\\Ind": indicator,
    "\\mathbbm": blackboardOne,
    "\\mathds": blackboardOne,
  },
  meanings: {
    cases: piecewise,
    otherwise: (_e, ev) => scalar(ev.A.number(1)),
    indicator: (e, ev) => {
      if (e.args[0].op !== "relation" && e.args[0].op !== "and" && e.args[0].op !== "or")
        throw new NotUnderstood("indicator/unknown", "the condition of this indicator", e.span);
      return scalar(ev.A.select(ev.scalar(e.args[0]), ev.A.number(1), ev.A.number(0)));
    },
  },
  print: {
    cases: {
      power: 99,
      latex: (e, print) =>
        `\\begin{cases} ${Array.from({ length: e.args.length / 2 }, (_, i) => `${print(e.args[2 * i])} & ${print(e.args[2 * i + 1])}`).join(" \\\\ ")} \\end{cases}`,
    },
    otherwise: { power: 99, latex: () => "\\text{otherwise}" },
    indicator: { power: 99, latex: (e, print) => `\\mathbb{1}[${print(e.args[0])}]` },
  },
  examples: [{ latex: "|x| = \\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{if } x < 0 \\end{cases}", verdict: "holds" }],
};
