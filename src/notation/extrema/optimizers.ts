/** `\arg\max_x f(x)` and its spellings: where an expression is largest or smallest. */
import { symbolName } from "../../expression/names";
import { isSymbol } from "../../expression/occurrences";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, node, number, rewrite, symbol } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";
import { clauseTokens } from "../series/sum-index";
import { optimizer } from "./best-places";
import { EXTREMES, type Extreme } from "./extreme-values";

const SPACE = /^([,;:! ]|q?quad|limits|nolimits|displaystyle)$/;

const skipSpace = (p: Parser): void => {
  while (p.cursor.is("command") && SPACE.test(p.cursor.peek()?.text ?? "")) p.cursor.next();
};

/** `\arg\max_x f`, `\arg\,\min_{x > 0} f`. */
const arg: Prefix = (p) => {
  const start = p.cursor.position - 1;
  skipSpace(p);
  const next = p.cursor.peek();
  const kind = next?.kind === "command" ? EXTREMES[next.text] : undefined;
  if (!kind) return undefined;
  p.cursor.next();
  return below(p, kind, start);
};

const kindOf = (word: string): Extreme | undefined => {
  const found = /^(?:\\?(?:operatorname|mathrm|text|mathop|textrm)\*?\{?)?\\?arg[\\,;:! ~]*(max|min)\}*$/.exec(word);
  return found ? (found[1] as Extreme) : undefined;
};

/** `\operatorname{argmax}_x f`, `\operatorname*{arg\,max}_x f`. */
const word: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const kind = kindOf(p.cursor.word());
  return kind && below(p, kind, start);
};

/** `\argmax_x f`, where it is a command of the author's. */
const command =
  (kind: Extreme): Prefix =>
  (p) =>
    below(p, kind, p.cursor.position - 1);

/** `\underset{x}{\arg\max}\, f`. */
const under: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const place = p.cursor.here();
  const names = p.cursor.argument();
  const kind = kindOf(
    p.cursor
      .argument()
      .map((t) => (t.kind === "open" ? "{" : t.kind === "close" ? "}" : t.text))
      .join(""),
  );
  return kind && overNames(p, kind, names, place, start);
};

function below(p: Parser, kind: Extreme, start: number): Expr | undefined {
  skipSpace(p);
  const place = p.cursor.here();
  return p.cursor.take("sub") ? overNames(p, kind, p.cursor.argument(), place, start) : undefined;
}

/** x of "x", "x > 0", "0 \\le x \\le 1", "x \\in S". */
function variedBy(clause: Expr): Expr {
  if (clause.op === "and") return clause.args[0].args[1] ?? clause;
  return clause.op === "relation" ? clause.args[0] : clause;
}

/** "x \\in \\mathbb{R}^d". */
const isEverywhere = ({ op, name, args }: Expr): boolean =>
  op === "relation" && name === "∈" && args[1].op === "pow" && /^\\(math(bb|bf)\{?R\}?|R|Re|reals)$/.test(args[1].args[0].name ?? "");

/** The name that varies, with the conditions that stand below the sign. */
function overNames(p: Parser, kind: Extreme, names: readonly Token[], place: Expr["span"], start: number): Expr {
  const clauses = clauseTokens(names).map((clause) => p.inner(clause, place));
  const varied = clauses.map(variedBy);
  skipSpace(p);
  if (varied.length === 0 || !varied.every(isName)) return failure(`over what this arg${kind} is taken was not understood`, p.cursor.since(start));
  const bound = varied.map((v) => (v.op === "pow" ? `${v.args[0].name}^2` : symbolName(v)));
  p.bound.push(...bound);
  // unlike a value, a place is not added to what follows
  const body = p.expression(POWER.add - 1);
  p.bound.splice(p.bound.length - bound.length, bound.length);
  const several = bound.length > 1;
  const span = p.cursor.since(start);
  return clauses.reduceRight((inner, clause, i) => {
    const condition = several || clause === varied[i] || isEverywhere(clause) ? [] : [clause];
    return node("optimizer", [ofSquare(inner, varied[i], bound[i]), ...condition], span, bound[i], { bound: bound[i], kind, several });
  }, body);
}

/** x, σ², β_0. */
const isName = (e: Expr): boolean =>
  e.op === "symbol" ||
  (e.op === "indexed" && e.args.every((a) => a.op === "number")) ||
  (e.op === "pow" && e.args[0].op === "symbol" && e.args[1].name === "2");

/** A body in which σ is the root of the variable σ². */
function ofSquare(body: Expr, varied: Expr, name: string): Expr {
  if (varied.op !== "pow") return body;
  const half = node("div", [number(1, body.span), number(2, body.span)], body.span);
  return rewrite(body, (n) => (isSymbol(n, varied.args[0].name) ? node("pow", [symbol(name, n.span), half], n.span) : n));
}

/** The body with σ in place of the root of σ². */
const asWritten = ({ args: [body], name = "" }: Expr): Expr =>
  name.endsWith("^2") ? rewrite(body, (n) => (n.op === "pow" && isSymbol(n.args[0], name) ? symbol(name.slice(0, -2), n.span) : n)) : body;

export const optimizers: Construct = {
  name: "where an expression is largest or smallest",
  prefix: {
    "\\arg": arg,
    "\\argmax": command("max"),
    "\\argmin": command("min"),
    "\\underset": under,
    ...Object.fromEntries(["operatorname", "operatorname*", "mathrm", "text", "mathop"].map((f) => [`\\${f}`, word])),
  },
  meanings: { optimizer },
  print: {
    optimizer: {
      power: POWER.add + 1,
      latex: (e, print) => `\\arg\\${e.data?.kind}_{${e.args[1] ? print(e.args[1]) : e.name}} ${print(asWritten(e), POWER.mul)}`,
    },
  },
  examples: [
    { latex: "1 + \\arg\\max_t (6t - t^2) = 4", verdict: "holds" },
    { latex: "1 + \\arg\\max_t (6t - t^2) = 7", verdict: "fails" },
    { latex: "2\\operatorname{argmin}_{u} \\left( (u - a)^2 + (u - b)^2 \\right) = a + b", verdict: "holds" },
    { latex: "2\\operatorname*{arg\\,min}_{u} \\left( (u - a)^2 + (u - b)^2 \\right) = a - b", verdict: "fails" },
    { latex: "\\underset{x \\ge 0}{\\arg\\max}\\; x e^{-x/2} = 2", verdict: "holds" },
    { latex: "1 + \\arg\\max_{0 \\le x \\le 3} x^2 = 4", verdict: "holds" },
    { latex: "1 + \\arg\\max_{x} x^2 = 4", verdict: "unchecked" },
    { latex: "2\\arg\\max_{s^2} \\left( -\\ln s^2 - \\frac{3}{s^2} \\right) = 6", verdict: "holds" },
    { latex: "2\\arg\\max_{s^2} \\left( -\\ln s^2 - \\frac{3}{s^2} \\right) = 3", verdict: "fails" },
  ],
};
