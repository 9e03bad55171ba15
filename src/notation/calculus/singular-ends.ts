/** Integrands that are infinite at an end of a finite range: written in the distance from that end, so that 1 - x near 1 keeps its digits. */
import { type Expr, node, number, rewrite, same, some } from "../../expression/tree";

const isName = (e: Expr, name: string): boolean => e.op === "symbol" && e.name === name;
const isSquare = (e: Expr): boolean => e.op === "pow" && e.args[1].op === "number" && Number(e.args[1].name) === 2;
const isSquareOfName = (e: Expr, name: string): boolean => isSquare(e) && isName(e.args[0], name);

/** A number with its sign. */
const signedValue = (e: Expr): number => (e.op === "number" ? Number(e.name) : e.op === "neg" ? -signedValue(e.args[0]) : Number.NaN);

/** Whether an expression is the square of an end: 9 of 3 and of -3, a² of a and of -a. */
const isSquareOf = (e: Expr, end: Expr): boolean =>
  e.op === "number" ? Number(e.name) === signedValue(end) ** 2 : isSquare(e) && same(e.args[0], end.op === "neg" ? end.args[0] : end);

/** What a difference of an end and the variable, or of their squares, comes to in the distance u from the end; undefined for anything else. */
function distance(e: Expr, name: string, end: Expr, upper: boolean): Expr | undefined {
  if (e.op !== "add" || e.args.length !== 2) return undefined;
  const [first, second] = e.args;
  // x + 1 is x - (-1)
  const opposite = end.op === "neg" ? end.args[0] : undefined;
  if (opposite && ((isName(first, name) && same(second, opposite)) || (isName(second, name) && same(first, opposite)))) {
    const u: Expr = { op: "symbol", args: [], span: e.span, name };
    return upper ? node("neg", [u], e.span) : u;
  }
  const [plus, minus] = second.op === "neg" ? [first, second.args[0]] : first.op === "neg" ? [second, first.args[0]] : [];
  if (!plus || !minus) return undefined;
  const u: Expr = { op: "symbol", args: [], span: e.span, name };
  const signed = (x: Expr, positive: boolean): Expr => (positive ? x : node("neg", [x], e.span));
  // end - x is u at the upper end, x - end at the lower one
  if (same(plus, end) && isName(minus, name)) return signed(u, upper);
  if (isName(plus, name) && same(minus, end)) return signed(u, !upper);
  const doubled = node("mul", [number(2, e.span), end], e.span);
  const product = node("mul", [u, node("add", [doubled, upper ? node("neg", [u], e.span) : u], e.span)], e.span);
  if (isSquareOf(plus, end) && isSquareOfName(minus, name)) return signed(product, upper);
  if (isSquareOfName(plus, name) && isSquareOf(minus, end)) return signed(product, !upper);
  return undefined;
}

/** The integrand in the distance from an end, for the same name. */
function fromEnd(body: Expr, name: string, end: Expr, upper: boolean): { body: Expr; found: boolean } {
  let found = false;
  const kept = "\u0000u";
  const marked = rewrite(body, (n) => {
    const d = distance(n, name, end, upper);
    if (!d) return n;
    found = true;
    return rewrite(d, (x) => (isName(x, name) ? { ...x, name: kept } : x));
  });
  const u = (span: Expr["span"]): Expr => ({ op: "symbol", args: [], span, name });
  const isZero = end.op === "number" && Number(end.name) === 0;
  const moved = rewrite(marked, (n) =>
    isName(n, name) ? (isZero && !upper ? u(n.span) : node("add", [end, upper ? node("neg", [u(n.span)], n.span) : u(n.span)], n.span)) : n,
  );
  return { body: rewrite(moved, (n) => (isName(n, kept) ? u(n.span) : n)), found: found || (isZero && !upper) };
}

/** The integrand as it is near both ends; undefined where no difference from an end stands in it, or another construct binds the variable. */
export function nearEnds(body: Expr, name: string, below: Expr, above: Expr): { lower: Expr; upper: Expr } | undefined {
  if (some(body, (n) => n.data?.bound === name || /^(integral|sum|prod|limit)/.test(n.op))) return undefined;
  const [lower, upper] = [fromEnd(body, name, below, false), fromEnd(body, name, above, true)];
  return upper.found || (lower.found && !(below.op === "number" && Number(below.name) === 0)) ? { lower: lower.body, upper: upper.body } : undefined;
}
