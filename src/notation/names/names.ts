/** Names as they are read: a symbol with what hangs on it, its application to arguments, a differential. */
import { spell } from "../../expression/cursor";
import type { Parser, Prefix } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { differential } from "../calculus/differentials";
import { namedFunction } from "../functions/named-functions";
import { application, inverseValue, powerOfValue } from "./applied-names";
import { appliesHere } from "./argument-parentheses";
import { LETTERS } from "./letters";
import { readBase } from "./name-letters";
import { decorated, readDecorations } from "./name-marks";
import { spectralArgument, spectralMark } from "./spectra";

/** Reads a symbol, an application of a function to arguments, or a differential. */
export const readName: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  if (p.integrals > 0) {
    const d = differential(p, start);
    if (d) return d;
    p.cursor.seek(start + 1);
  }
  if (p.reading.named) {
    const letter = readBase(p, token);
    const e = letter === undefined ? undefined : namedFunction(p, letter, LETTERS, start);
    if (e) return e;
    p.cursor.seek(start + 1);
  }
  const written = isResidual(p, token) ? "\\mathit{e}" : readBase(p, token);
  const inner = /^(\\(?:vec|mathbf|hat|bar|tilde|overrightarrow)\{(?:[a-zA-Z]|\\[a-z]+))_\{?(\w|\\[a-z]+)\}?\}$/.exec(written ?? "");
  const name = inner ? `${inner[1]}}` : written;
  if (name === undefined) return token.text === "bar" || token.text === "overline" ? conjugate(p, start) : wrapped(p, start);
  const marks = readDecorations(p, p.reading.functions.has("^*") && /^([A-Z]|\\(mathbf|vec)\{.*)$/.test(name));
  // \vec{w_1} is \vec{w}_1
  if (inner) marks.indices.unshift(node(/\d/.test(inner[2]) ? "number" : "symbol", [], token, inner[2]));
  const span = p.cursor.since(start);
  const symbol = decorated(name, marks, span);
  const applied = appliesHere(p, name, marks, symbol)
    ? application(p, name, marks, start)
    : (powerOfValue(p, name, marks, symbol, start) ?? inverseValue(p, name, marks, symbol, start));
  return applied ?? spectrum(p, symbol, start) ?? symbol;
};

/** `X(j\\omega)` as one name. */
function spectrum(p: Parser, symbol: Expr, start: number): Expr | undefined {
  const inside = p.reading.functions.has(spectralMark(symbol.name ?? "")) ? spectralArgument(p.cursor.tokens, p.cursor.position) : undefined;
  if (!inside) return undefined;
  p.cursor.seek(p.cursor.position + inside.length + 2);
  return node("symbol", [], p.cursor.since(start), `${symbol.name}(${spell(inside)})`);
}

/** The letter e where the document defines it as a name of its own: not before an exponent. */
function isResidual(p: Parser, token: Token): boolean {
  if (token.kind !== "letter" || token.text !== "e" || !p.reading.functions.has("e:name")) return false;
  return !p.cursor.is("sup") || /^(T|top|intercal|mathsf|mathrm|transpose|open)$/.test(p.cursor.peek(1)?.text ?? "");
}

/** A font around an expression: the expression. */
function wrapped(p: Parser, start: number): Expr | undefined {
  const sign = p.cursor.tokens[start];
  const e = p.argument();
  if (e.op === "number" && /^(dot|overline|bar)$/.test(sign.text)) return failure("a repeating decimal", p.cursor.since(start));
  const bold = /^(mathbf|boldsymbol|bm|pmb|bold|vec|overrightarrow)$/.test(sign.text);
  // a bold zero or one is a vector of them; before a bracket it is the indicator of what stands there
  if (
    bold &&
    e.op === "number" &&
    (e.name === "0" || (e.name === "1" && !p.cursor.is("symbol", "(") && !p.cursor.is("symbol", "[") && !p.cursor.is("command", "{")))
  )
    return node("symbol", [], p.cursor.since(start), `\\mathbf{${e.name}}`, { braced: true });
  return { ...e, span: p.cursor.since(start), data: { ...e.data, braced: true } };
}

/** A bar over what is no name: its conjugate. */
function conjugate(p: Parser, start: number): Expr {
  const e = p.argument();
  if (e.op === "number") return failure("a repeating decimal", p.cursor.since(start));
  return node("call", [e], p.cursor.since(start), "conj");
}
