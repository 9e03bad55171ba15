/** Expectation, variance, covariance, probability, entropy and divergence, in their spellings. Their values are the model's. */
import { cover } from "../base/span";
import { hasSymbol } from "../expression/occurrences";
import { type Parser, POWER, type Prefix } from "../expression/parser";
import { type Expr, node, some } from "../expression/tree";
import type { Token } from "../latex/tokens";
import type { Construct } from "./construct";
import { readArguments } from "./names/arguments";

/** Names that are statistics when arguments follow. */
const STATISTICS: Readonly<Record<string, string>> = {
  E: "expectation",
  "\\mathbb{E}": "expectation",
  "\\mathrm{E}": "expectation",
  "\\mathbf{E}": "expectation",
  "\\operatorname{E}": "expectation",
  "\\mathsf{E}": "expectation",
  "\\mathcal{E}": "expectation",
  Var: "variance",
  V: "variance",
  "\\mathbb{V}": "variance",
  Cov: "covariance",
  Corr: "correlation",
  "\\mathrm{Var}": "variance",
  "\\mathrm{Cov}": "covariance",
  "\\mathrm{Corr}": "correlation",
  "\\mathrm{var}": "variance",
  "\\mathrm{cov}": "covariance",
  "\\mathbb{V}ar": "variance",
  "\\mathrm{V}": "variance",
  "\\mathrm{SD}": "deviation",
  "\\mathrm{MSE}": "mse",
  "\\mathrm{mse}": "mse",
  "\\mathrm{Bias}": "bias",
  "\\mathrm{bias}": "bias",
  Pr: "probability",
  "\\Pr": "probability",
  "\\mathbb{P}": "probability",
  "\\mathrm{Pr}": "probability",
  "\\mathrm{P}": "probability",
  H: "entropy",
  "\\mathrm{H}": "entropy",
  "\\mathbb{H}": "entropy",
  "\\mathcal{H}": "entropy",
  h: "entropy",
  I: "information",
  "\\mathrm{I}": "information",
  "\\mathbb{I}": "information",
  KL: "divergence",
  "\\mathrm{KL}": "divergence",
  "D_{KL}": "divergence",
  D: "divergence",
  "\\mathbb{KL}": "divergence",
  "\\mathbb{D}": "divergence",
  "\\mathcal{D}": "divergence",
};

/**
 * Under what an expectation is taken: the tokens of its subscript as one expression. `x, z` are a pair; names that are drawn from different laws, or from one
 * that is named without its variables, are drawn one after the other: the outermost first.
 */
function subscript(p: Parser): Expr[] {
  if (!p.cursor.is("sub")) return [];
  p.cursor.next();
  const place = p.cursor.here();
  const tokens = p.cursor.argument();
  // a macro with an argument that is left empty
  if (tokens.length === 0) return [];
  const parts = partsOf(tokens).map((part) => p.inner(part, place));
  if (parts.length < 2 || parts.some((e) => some(e, (n) => n.op === "error" || n.op === "ellipsis"))) return [p.inner(tokens, place)];
  const found: Expr[] = [];
  let names: Expr[] = [];
  for (const part of parts) {
    if (part.op !== "relation" || part.name !== "∼" || part.args.length !== 2) {
      names.push(part);
      continue;
    }
    const [name, law] = part.args;
    names.push(name);
    if (law.op === "symbol") found.push(...names.map((n) => ({ ...part, args: [n, law] })));
    else found.push(names.length > 1 ? { ...part, args: [pairOf(names), law] } : part);
    names = [];
  }
  return names.length > 0 ? [...found, names.length > 1 ? pairOf(names) : names[0]] : found;
}

const pairOf = (names: readonly Expr[]): Expr => node("tuple", names, cover(names[0].span, names[names.length - 1].span), undefined, { open: "(" });

/** The tokens between the commas outside of all brackets. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const t of tokens) {
    if (t.kind === "open" || /^[([]$/.test(t.text)) depth++;
    if (t.kind === "close" || /^[)\]]$/.test(t.text)) depth--;
    if (depth === 0 && t.text === ",") parts.push([]);
    else parts[parts.length - 1].push(t);
  }
  return parts;
}

/** Reads a statistic whose name has been consumed. `kind` as in the table above. */
function readStatistic(p: Parser, kind: string, start: number): Expr | undefined {
  const before = subscript(p);
  const squared = kind === "expectation" && p.cursor.is("sup") ? power(p) : undefined;
  const under = before.length > 0 ? before : subscript(p);
  const next = p.cursor.peek();
  const isBracket =
    next &&
    ((next.kind === "symbol" && /^[([]$/.test(next.text)) ||
      (next.kind === "command" && (next.text === "{" || next.text === "lbrace" || next.text === "langle")));
  if (!isBracket) {
    if (!(kind === "expectation" || isUpright(p, kind, start)) || !p.startsFactor()) return undefined;
    return finish(p, kind, start, [bareOperand(p)], 1, "", under, squared);
  }
  const args = next.kind === "command" ? readBraced(p) : readArguments(p);
  if (!args) return undefined;
  return finish(p, kind, start, args.args, args.split, args.separators, under, squared, args.bar);
}

/** X of E X, and X(X - 1) of E X(X - 1): a bracket that speaks of the same name belongs to it. */
function bareOperand(p: Parser): Expr {
  const operand = p.expression(POWER.juxtaposed);
  const behind = p.cursor.position;
  if (operand.op !== "symbol" || !p.cursor.is("symbol", "(")) return operand;
  const bracket = p.expression(POWER.juxtaposed);
  if (hasSymbol(bracket, operand.name ?? "")) return node("mul", [operand, bracket], cover(operand.span, bracket.span), undefined, { style: "juxtaposed" });
  p.cursor.seek(behind);
  return operand;
}

/** `\\operatorname{Var} X`: the variance of one name. */
const isUpright = (p: Parser, kind: string, start: number): boolean =>
  kind === "variance" && p.cursor.tokens[start]?.kind === "command" && p.cursor.tokens[start].text !== "mathbb" && /^[A-Z]$/.test(p.cursor.peek()?.text ?? "");

function readBraced(p: Parser) {
  return readArguments(p);
}

function power(p: Parser): Expr {
  p.cursor.next();
  return p.argument();
}

function finish(
  p: Parser,
  kind: string,
  start: number,
  args: readonly Expr[],
  split: number,
  separators: string,
  unders: readonly Expr[],
  squared: Expr | undefined,
  bar?: number,
): Expr {
  const span = p.cursor.since(start);
  const under = unders[unders.length - 1];
  const innermost = node("statistic", under ? [...args, under] : args, span, kind, {
    split,
    separators,
    under: under !== undefined,
    ...(bar === undefined ? {} : { bar }),
  });
  const e = unders.slice(0, -1).reduceRight((inside, u) => node("statistic", [inside, u], span, kind, { split: 1, separators: "", under: true }), innermost);
  return squared ? node("pow", [e, squared], span) : e;
}

/** `D_{KL}(q \| p)`, `D_{\mathrm{KL}}`. */
const divergence: Prefix = (p, token) => {
  if (token.text !== "D") return undefined;
  const start = p.cursor.position - 1;
  if (!p.cursor.take("sub")) return undefined;
  const label = p.cursor.word().replace(/mathrm|[\\{} ]/g, "");
  if (!/^KL$/i.test(label)) return undefined;
  return readStatistic(p, "divergence", start);
};

const named =
  (name: string): Prefix =>
  (p) =>
    readStatistic(p, STATISTICS[name], p.cursor.position - 1);

/** Two letters KL, with or without a bracket after them: bare, it names the divergence of the document. */
const bareDivergence: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  const next = p.cursor.peek();
  if (token.text !== "K" || next?.text !== "L" || next.spaced) return undefined;
  p.cursor.next();
  return (
    readStatistic(p, "divergence", start) ?? node("statistic", [], p.cursor.since(start), "divergence", { split: 0, separators: "", under: false, bare: true })
  );
};

/** A letter that is a statistic only where the reading says so, and only with square brackets or parentheses after it, or with square brackets alone. */
const letter =
  (name: string): Prefix =>
  (p) => {
    if (p.reading.functions.has(`!${name}`) || (p.reading.functions.has(name) && !p.reading.functions.has(`stat:${name}`))) return undefined;
    if (!p.reading.functions.has(`stat:${name}`) || (p.reading.functions.has(`stat:${name}[`) && p.cursor.peek()?.text === "(")) return undefined;
    const behind = p.cursor.position;
    const e = readStatistic(p, STATISTICS[name], behind - 1);
    // I(p) of one argument: a Fisher information, a rate function
    if (e?.name !== "information" || e.args.length > 1) return e;
    p.cursor.seek(behind);
    return undefined;
  };

/** `P(A \cap B)`, `P(X > 3)` where the reading says that P is of events: every argument must have the form of one. */
const ofEvents: Prefix = (p, token) => {
  if (!p.reading.functions.has(`stat:${token.text}`)) return undefined;
  const e = readStatistic(p, "probability", p.cursor.position - 1);
  if (e?.op !== "statistic") return undefined;
  return e.args.slice(0, e.data?.under ? -1 : undefined).every(isEventLike) ? e : undefined;
};

/** Relations, sets, complements, and capitals that may be events. */
function isEventLike(e: Expr): boolean {
  if (/^(relation|set|big-set|and|or|not)$/.test(e.op)) return true;
  if (e.op === "symbol" || e.op === "indexed") return /^(\\(bar|overline)\{[A-Z]\}|[A-Z]'*(\^\{.*\})?|[-+]|\\(emptyset|varnothing|Omega))$/.test(e.name ?? "");
  if (e.op === "pow") return isEventLike(e.args[0]);
  return (e.op === "mul" || e.op === "tuple" || e.op === "list") && e.args.every(isEventLike);
}

/** `\mathbb{E}`, `\mathrm{Var}`, `\operatorname{Cov}`: fonts around a name of the table. */
const font: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  const inside = p.cursor.word().trim();
  const name = inside.length === 1 ? `\\${token.text.startsWith("operatorname") ? "mathrm" : token.text}{${inside}}` : `\\mathrm{${inside}}`;
  const kind = STATISTICS[name] ?? (/^D_?KL$|^KL$/i.test(inside) ? "divergence" : undefined);
  if (!kind) return undefined;
  if (kind === "information" && !p.cursor.is("symbol", "(") && !p.cursor.is("symbol", "[")) return undefined;
  return readStatistic(p, kind, start);
};

export const statistics: Construct = {
  name: "expectation, variance, divergence",
  prefix: {
    ...Object.fromEntries(["E", "V", "H", "I", "D", "h"].map((name) => [name, letter(name)])),
    K: bareDivergence,
    P: ofEvents,
    p: ofEvents,
    "\\Pr": named("\\Pr"),
    ...Object.fromEntries(["mathbb", "mathrm", "mathbf", "mathsf", "mathcal", "operatorname", "operatorname*"].map((f) => [`\\${f}`, font])),
    text: (p, token) => {
      const kind = STATISTICS[`\\mathrm{${token.text.trim()}}`];
      return kind ? readStatistic(p, kind, p.cursor.position - 1) : undefined;
    },
  },
  meanings: { statistic: (e, ev) => ev.model.statistic(e, ev) },
  print: { statistic: { power: 90, latex: statisticLatex } },
  examples: [],
};

/** The divergence written with `D` comes before the letter as a name. */
export const divergencePrefix = divergence;

const SIGN: Record<string, string> = {
  expectation: "\\mathbb{E}",
  variance: "\\operatorname{Var}",
  covariance: "\\operatorname{Cov}",
  probability: "\\Pr",
  entropy: "H",
  divergence: "\\mathrm{KL}",
  information: "I",
  correlation: "\\operatorname{Corr}",
  deviation: "\\operatorname{SD}",
  mse: "\\operatorname{MSE}",
  bias: "\\operatorname{Bias}",
};

function statisticLatex(e: Expr, print: (e: Expr, power?: number) => string): string {
  const sign = SIGN[e.name ?? ""] ?? e.name ?? "";
  if (e.data?.bare) return sign;
  const args = e.data?.under ? e.args.slice(0, -1) : e.args;
  const split = Number(e.data?.split);
  const under = e.data?.under ? `_{${print(e.args[e.args.length - 1])}}` : "";
  const bar = e.data?.separators === "||" ? " \\,\\|\\, " : e.data?.separators === ";" ? "; " : " \\mid ";
  const end = Number(e.data?.bar ?? args.length);
  const list = (part: readonly Expr[]): string => part.map((a) => print(a)).join(", ");
  // I(X; Y | Z)
  if (split < end && end < args.length)
    return `${sign}${under}\\left[${list(args.slice(0, split))}; ${list(args.slice(split, end))} \\mid ${list(args.slice(end))}\\right]`;
  const inside = split < args.length ? `${list(args.slice(0, split))}${bar}${list(args.slice(split))}` : list(args);
  return `${sign}${under}\\left[${inside}\\right]`;
}
