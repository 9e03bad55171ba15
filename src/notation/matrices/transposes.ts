/** Which superscripts are transposes, and which are adjoints. */
import type { Cursor } from "../../expression/cursor";
import type { Parser } from "../../expression/parser";
import { type Expr, node, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";

const FONTS = /^(mathrm|mathsf|mathbf|mathit|mathtt|mathcal|rm|sf|bf|textsf|textrm|text|textup|textnormal|top|intercal)$/;
/** Signs that mean nothing but a transpose. */
const CERTAIN =
  /^(\\top|\\intercal|\\(?:mathsf|mathrm|rm|sf|textsf|textrm|text|textup|mathtt|textnormal|mathbf|mathit|mathcal)(?:\{T\}|T|\{\\text\{T\}\})|\\text\{T\}|\\tran|\\transpose|\\T|\\trans)$/;
const ADJOINT = /^(\*|\\ast|\\dagger|\\mathsf\{?H\}?|\\mathrm\{?H\}?|\\text\{H\})$/;

/** The tokens of a superscript; a font takes its letter along: `^\mathrm{T}` and `^\mathsf T`. */
export function scriptTokens(cursor: Cursor): readonly Token[] {
  const start = cursor.position;
  const tokens = cursor.argument();
  if (tokens.length !== 1 || tokens[0].kind !== "command" || !FONTS.test(tokens[0].text) || /^(top|intercal)$/.test(tokens[0].text) || cursor.done)
    return tokens;
  cursor.argument();
  return cursor.tokens.slice(start, cursor.position);
}

const spelled = (tokens: readonly Token[]): string =>
  tokens
    .map((t) =>
      t.kind === "command" ? `\\${t.text}` : t.kind === "open" ? "{" : t.kind === "close" ? "}" : t.kind === "text" ? `\\text{${t.text.trim()}}` : t.text,
    )
    .join("");

/** A name that is usually a matrix or a vector, or a bracket that may be one. */
const isMatrixName = (e: Expr): boolean =>
  e.op === "symbol" || e.op === "indexed"
    ? !/^(e|\\pi)$/.test(e.name ?? "") && /^([A-Za-z]|\\(mathbf|vec|hat|bar|tilde|widehat|widetilde|boldsymbol)\{|\\[A-Za-z]+(_|\^|'|$))/.test(e.name ?? "")
    : /^(mul|add|matrix|transpose|pow|apply|neg|tuple|entry|derivative|gradient)$/.test(e.op);

/** Bold, or a capital: a T above it is a transpose even where T is a number elsewhere. */
const isPlainly = (e: Expr): boolean =>
  e.op === "matrix" ||
  (e.data?.bracket !== undefined && some(e, (n) => n.op === "transpose" || /^\\(mathbf|vec|boldsymbol)\{/.test(n.name ?? ""))) ||
  ((e.op === "symbol" || e.op === "indexed") && /^([A-Z](_|$)|\\(mathbf|vec|boldsymbol)\{|\\(hat|tilde|bar)\{([A-Z]|\\mathbf))/.test(e.name ?? ""));

/** p(x, z), p(x | z): the probability of several things, a number. */
const isProbability = (e: Expr): boolean =>
  e.op === "apply" && /^([pq]|\\pi)(_|$)/.test(e.name ?? "") && (e.args.length > 1 || e.data?.bound === "|") && e.data?.order !== true;

/** `plain` is a letter that may be a number after all. */
const transposed = (e: Expr, span: Expr["span"], plain?: string): Expr => node("transpose", [e], span, undefined, plain ? { plain } : undefined);

/** The transpose or adjoint that a superscript of these tokens makes of what stands before it; undefined where it is a power. */
export function turned(p: Parser, left: Expr, tokens: readonly Token[], span: Expr["span"]): Expr | undefined {
  const text = spelled(tokens);
  const inverse = /^-(.+)$/.exec(text)?.[1];
  const sign = inverse ?? text;
  const base = inverse ? node("pow", [left, node("neg", [node("number", [], span, "1")], span)], span) : left;
  if (CERTAIN.test(sign)) return transposed(base, span);
  if (isProbability(left) && /^[Tt]$/.test(sign)) return undefined;
  if (sign === "T" && isMatrixName(left) && (isPlainly(left) || !p.reading.functions.has("^T"))) return transposed(base, span, "T");
  if (sign === "T" && left.data?.bracket && (isPlainly(left) || !p.reading.functions.has("^T"))) return transposed(base, span, "T");
  if (sign === "t" && p.reading.functions.has("t^") && !/^(e|\\pi)$/.test(left.name ?? "")) return transposed(base, span);
  if (sign === "t" && isMatrixName(left) && !/^[a-z]$/.test(left.name ?? "a") && !p.reading.functions.has("^t")) return transposed(base, span, "t");
  if (ADJOINT.test(sign) || (sign === "H" && isMatrixName(left))) return node("adjoint", [base], span);
  return undefined;
}
