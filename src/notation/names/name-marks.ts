/** What hangs on a name: subscripts that are indices or labels, primes, stars, and orders of derivatives. */
import { spell } from "../../expression/cursor";
import type { Parser } from "../../expression/parser";
import { type Expr, node, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { split } from "../split";

/** Letters and digits side by side that are indices of their own: x_{ij}, x_{123}. */
const INDEX_PAIR = /^[a-z0-9]{2}$/;
const INDEX_TRIPLE = /^[ijklmn0-9]{3}$/;
/** Coordinates, of which two or three side by side are as many indices: h_{r\\theta}. */
const COORDINATE = /^([r-z]|theta|phi|varphi|rho|xi|eta)$/;
/** Two letters are a pair anyway; three letters may be a word. */
const areCoordinates = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 &&
  tokens.length < 4 &&
  tokens.every((t) => (t.kind === "letter" || t.kind === "command") && COORDINATE.test(t.text)) &&
  (tokens.some((t) => t.kind === "command") || tokens.every((t) => /^[xyzt]$/.test(t.text)));

/** The parts of a subscript: indices as expressions, or a label that belongs to the name. */
function subscripts(p: Parser, tokens: readonly Token[], at: Token): { label?: string; indices: Expr[] } {
  if (tokens.length === 0) return { label: "", indices: [] };
  const dotted = dottedSubscripts(p, tokens, at);
  if (dotted) return dotted;
  if (areCoordinates(tokens)) return { indices: tokens.map((t) => p.inner([t], t)) };
  const text = tokens.map((t) => (t.kind === "letter" || t.kind === "number" ? t.text : "\\")).join("");
  if (
    tokens.every((t) => t.kind === "letter" || t.kind === "number") &&
    (text.length === 1 || /^\d+$/.test(text) || INDEX_PAIR.test(text) || INDEX_TRIPLE.test(text))
  ) {
    const parts = /^\d+$/.test(text) ? [text] : [...text];
    const alone = tokens.length === parts.length;
    return {
      indices: parts.map((part, i) =>
        node(/\d/.test(part) ? "number" : "symbol", [], alone ? tokens[i] : { from: tokens[0].from, to: tokens[tokens.length - 1].to }, part),
      ),
    };
  }
  if (
    tokens.some((t) => t.kind === "text") ||
    (/^[a-zA-Z\\]{2,}$/.test(text) && tokens.every((t) => t.kind === "letter")) ||
    tokens.some((t) => t.kind === "command" && (t.text === "mathrm" || t.text === "operatorname" || t.text === "max" || t.text === "min"))
  )
    return { label: spell(tokens), indices: [] };
  const indices = split(pairOf(tokens), ",").map((part) => p.inner(part, at));
  return indices.some((e) => e.op === "relation" || some(e, (n) => n.op === "error")) ? { label: spell(tokens), indices: [] } : { indices };
}

/** `x_{(i, j)}`: a pair of indices is two of them. */
function pairOf(tokens: readonly Token[]): readonly Token[] {
  const inside = tokens.slice(1, -1);
  const whole = tokens[0]?.text === "(" && tokens[tokens.length - 1]?.text === ")" && !inside.some((t) => t.text === "(" || t.text === ")");
  return whole && inside.some((t) => t.kind === "symbol" && t.text === ",") ? inside : tokens;
}

/** `n_{i\\bullet}`, `\\bar y_{i\\cdot\\cdot}`, `x_{\\cdot j}`: dots stand for what was summed over; the pattern of dots belongs to the name. */
function dottedSubscripts(p: Parser, tokens: readonly Token[], at: Token): { label: string; indices: Expr[] } | undefined {
  const parts = tokens.filter((t) => !(t.kind === "symbol" && t.text === ","));
  const isDot = (t: Token, i: number): boolean =>
    (t.kind === "command" && (t.text === "bullet" || (t.text === "cdot" && !(parts[i - 1]?.kind === "number" && parts[i + 1]?.kind === "number")))) ||
    (t.kind === "symbol" && /^[.+]$/.test(t.text) && (i === 0 || i === parts.length - 1));
  if (!parts.some(isDot) || parts.length > 4 || !parts.every((t, i) => isDot(t, i) || t.kind === "letter" || t.kind === "number")) return undefined;
  const pattern = parts.map((t, i) => (isDot(t, i) ? "\\bullet" : "\\circ")).join("");
  return { label: `_{${pattern}}`, indices: parts.filter((t, i) => !isDot(t, i)).map((t) => p.inner([t], at)) };
}

/** Indices, and the parts of the name that hang on its base. */
export interface Decorations {
  label: string;
  indices: Expr[];
  marks: string;
  primes: number;
  /** `f^{(n)}`: the order as an expression. */
  order?: Expr;
}

/** Reads what hangs on a name: subscripts, primes, and superscripts that are marks (a star, a dagger, a number in parentheses). */
export function readDecorations(p: Parser, adjoints = false): Decorations {
  const found: Decorations = { label: "", indices: [], marks: "", primes: 0 };
  for (;;) {
    const start = p.cursor.position;
    const token = p.cursor.peek();
    if (token?.kind === "sub") {
      p.cursor.next();
      const { label, indices } = subscripts(p, p.cursor.argument(), token);
      if (label !== undefined) found.label += label.startsWith("_{") ? label : `_{${label}}`;
      found.indices.push(...indices);
    } else if (token?.kind === "symbol" && (token.text === "'" || token.text === "′" || token.text === "’") && !p.reading.functions.has("'T")) {
      p.cursor.next();
      found.primes++;
    } else if (token?.kind === "sup") {
      p.cursor.next();
      const inside = p.cursor.argument();
      if (inside.length > 0 && inside.every((t) => (t.kind === "command" && t.text === "prime") || (t.kind === "symbol" && t.text === "'")))
        found.primes += inside.length;
      else if ((isMark(inside) || isWord(inside)) && !(adjoints && isStar(inside))) found.marks += `^{${spell(inside)}}`;
      else if (isParenthesised(inside)) found.order = p.inner(inside.slice(1, -1), token);
      else {
        p.cursor.seek(start);
        return found;
      }
    } else return found;
  }
}

const isStar = (tokens: readonly Token[]): boolean => tokens.length === 1 && /^(\*|ast|star|dagger)$/.test(tokens[0].text);

const isMark = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 &&
  ((tokens[0].kind === "symbol" && /[*+]/.test(tokens[0].text)) ||
    (tokens[0].kind === "command" && /^(star|ast|dagger|ddagger|circledast)$/.test(tokens[0].text)) ||
    tokens[0].kind === "text");

/** `\theta^{old}`, `\theta^{\mathrm{new}}`: words for one of several values, which no one means as a product of letters. */
const isWord = (tokens: readonly Token[]): boolean =>
  tokens.every((t) => t.kind === "letter" || t.kind === "open" || t.kind === "close" || (t.kind === "command" && /^(math|text)(rm|it)$/.test(t.text))) &&
  /^(old|new|opt|prev|next|cur|true|obs|init|prior|post|train|test|MLE|MAP|OLS)$/.test(tokens.map((t) => (t.kind === "letter" ? t.text : "")).join(""));

const isParenthesised = (tokens: readonly Token[]): boolean =>
  tokens.length >= 3 && tokens[0].text === "(" && tokens[tokens.length - 1].text === ")" && tokens.length <= 6;

/** The symbol, or the term with indices, that a base with decorations is. */
export function decorated(name: string, d: Decorations, span: Expr["span"]): Expr {
  const full = `${name}${d.label}${d.marks}${d.order ? `^{(${spelt(d.order)})}` : ""}${"'".repeat(d.primes)}`;
  return d.indices.length ? node("indexed", d.indices, span, full) : node("symbol", [], span, full);
}

/** An index as a part of a name. */
export const spelt = (e: Expr): string => e.name ?? e.args.map(spelt).join(e.op);
