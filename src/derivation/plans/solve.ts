/** Turns an equation into a definition of one of its symbols: by undoing operations, or linearly where it occurs more than once. */
import { isConstantName } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, number, some } from "../../expression/tree";
import { type Definition, type Equation, plainDefinition } from "../facts/facts";

const occurrences = (e: Expr, name: string): number => (isName(e, name) ? 1 : e.args.reduce((n, a) => n + occurrences(a, name), 0));
const isName = (e: Expr, name: string): boolean => (e.op === "symbol" || e.op === "indexed") && symbolName(e) === name;

/** The value of `name` from left = right, or undefined where it cannot be undone step by step. */
export function isolate(left: Expr, right: Expr, name: string): Expr | undefined {
  const onLeft = occurrences(left, name);
  const onRight = occurrences(right, name);
  // a x = b x says of a and b as much as of x
  if (onLeft > 0 && onRight > 0)
    return isMultiple(left, name) && isMultiple(right, name) && hasOthers([left, right], name) ? undefined : linear(left, right, name);
  if (onLeft + onRight === 0) return undefined;
  return linear(left, right, name) && onLeft + onRight > 1 ? linear(left, right, name) : onLeft > 0 ? undo(left, right, name) : undo(right, left, name);
}

/** The name times something. */
function isMultiple(e: Expr, name: string): boolean {
  if (isName(e, name)) return true;
  if (e.op === "add" || e.op === "neg") return e.args.every((a) => isMultiple(a, name));
  if (e.op === "mul") return e.args.filter((a) => occurrences(a, name) > 0).length === 1 && e.args.some((a) => isMultiple(a, name));
  return e.op === "div" && occurrences(e.args[1], name) === 0 && isMultiple(e.args[0], name);
}

const hasOthers = (sides: readonly Expr[], name: string): boolean => sides.some((side) => freeIn(side).some((n) => n !== name));

function undo(side: Expr, value: Expr, name: string): Expr | undefined {
  if (isName(side, name)) return value;
  const at = side.args.findIndex((a) => occurrences(a, name) > 0);
  const s = side.span;
  // log(p/(1-p)) = y: a quotient of expressions of degree one
  if (side.args.filter((a) => occurrences(a, name) > 0).length > 1)
    return side.op === "div" ? linear(side.args[0], node("mul", [value, side.args[1]], s), name) : linear(side, value, name);
  const inner = side.args[at];
  const rest = side.args.filter((_, i) => i !== at);
  switch (side.op) {
    case "add":
      return undo(inner, node("add", [value, ...rest.map((r) => node("neg", [r], s))], s), name);
    case "neg":
      return undo(inner, node("neg", [value], s), name);
    case "mul":
      if (side.args.some(mayBeMatrix))
        return undo(inner, node("mul", [...inverses(side.args.slice(0, at), s), value, ...inverses(side.args.slice(at + 1), s)], s), name);
      return undo(inner, node("div", [value, rest.length === 1 ? rest[0] : node("mul", rest, s)], s), name);
    case "div":
      return at === 0 ? undo(inner, node("mul", [value, side.args[1]], s), name) : undo(inner, node("div", [side.args[0], value], s), name);
    case "pow":
      if (at === 0) return undo(inner, node("pow", [value, node("div", [number(1), side.args[1]], s)], s), name);
      return undo(inner, node("div", [node("call", [value], s, "log"), node("call", [side.args[0]], s, "log")], s), name);
    case "root":
      return side.args.length === 1 ? undo(inner, node("pow", [value, number(2)], s), name) : undefined;
    case "call":
      if (side.name === "exp") return undo(inner, node("call", [value], s, "log"), name);
      if (side.name === "log" && !side.data?.based) return undo(inner, node("call", [value], s, "exp"), name);
      return undefined;
  }
  return undefined;
}

/** Factors that need not commute: capitals, bold letters, transposes. */
const mayBeMatrix = (e: Expr): boolean =>
  e.op === "transpose" ||
  e.op === "adjoint" ||
  e.op === "matrix" ||
  (e.op === "pow" && mayBeMatrix(e.args[0])) ||
  (e.op === "mul" && e.args.some(mayBeMatrix)) ||
  (e.op === "symbol" && /^([A-Z]|\\mathbf\{[A-Z])/.test(e.name ?? ""));
/** The inverse of a product of factors, as factors. */
const inverses = (factors: readonly Expr[], s: Expr["span"]): Expr[] =>
  factors.length === 0 ? [] : [node("pow", [factors.length === 1 ? factors[0] : node("mul", factors, s), node("neg", [number(1)], s)], s)];

/** A vector under a hat that stands in a gradient or in products with matrices: the root of an affine equation, found when it is evaluated. */
function affineRoot(equation: Equation, names: readonly string[]): Definition | undefined {
  const name = names.find((n) => /^\\(hat|widehat|bar|tilde)\{|\^\{\\?(\*|star|ast)\}$/.test(n));
  const sides = [equation.left, equation.right];
  if (!name || !sides.some((e) => some(e, (n) => n.op === "gradient" || (n.op === "mul" && mayBeMatrix(n))))) return undefined;
  const s = equation.span;
  const zero = (e: Expr) => e.op === "number" && Number(e.name) === 0;
  const f = zero(equation.right) ? equation.left : zero(equation.left) ? equation.right : node("add", [equation.left, node("neg", [equation.right], s)], s);
  return vanishingAt(name, f, equation.text);
}

/** The name as the vector at which an affine expression vanishes. */
export const vanishingAt = (name: string, e: Expr, text = ""): Definition =>
  plainDefinition(name, node("affine-root", [e], e.span, name, { bound: name }), e.span, text);

/** Where both sides are of degree one in the name: -f(0) / (f(1) - f(0)) with f = left - right. */
export function linear(left: Expr, right: Expr, name: string): Expr | undefined {
  if (![left, right].every((e) => degreeAtMostOne(e, name))) return undefined;
  const s = left.span;
  const f = node("add", [left, node("neg", [right], s)], s);
  const at = (x: number) => node("bind", [f, number(x)], s, name, { bound: name });
  return node("div", [node("neg", [at(0)], s), node("add", [at(1), node("neg", [at(0)], s)], s)], s);
}

function degreeAtMostOne(e: Expr, name: string): boolean {
  if (occurrences(e, name) === 0 || isName(e, name)) return true;
  if (e.op === "add" || e.op === "neg") return e.args.every((a) => degreeAtMostOne(a, name));
  if (e.op === "mul") return e.args.filter((a) => occurrences(a, name) > 0).length === 1 && e.args.every((a) => degreeAtMostOne(a, name));
  if (e.op === "div") return occurrences(e.args[1], name) === 0 && degreeAtMostOne(e.args[0], name);
  if (e.op === "sum" || e.op === "sum-over")
    return e.data?.bound !== name && e.args.slice(1).every((a) => occurrences(a, name) === 0) && degreeAtMostOne(e.args[0], name);
  return false;
}

const known = new WeakMap<Expr, readonly string[]>();

/** Names of one side that are not bound there. */
function freeIn(side: Expr): readonly string[] {
  const before = known.get(side);
  if (before) return before;
  const names = namesOf(side);
  const symbols = [...names.symbols].filter((n) => !isConstantName(n) && !names.bound.has(n));
  const indexed = [...names.indexed.values()].flat().filter((n) => !n.args.some((a) => names.bound.has(a.name ?? "")));
  const found = [...symbols, ...indexed.map(symbolName)];
  known.set(side, found);
  return found;
}

/** Symbols an equation could be solved for, best first: a lone side, then those the claim mentions, later letters before earlier. */
export function unknowns(equation: Equation, wanted: ReadonlySet<string>, taken: ReadonlySet<string>): string[] {
  const free = new Set([...freeIn(equation.left), ...freeIn(equation.right)]);
  const lone = [equation.left, equation.right].filter((e) => e.op === "symbol" || e.op === "indexed").map(symbolName);
  const order = (n: string) => (lone.includes(n) ? 0 : 2) + (wanted.has(n) ? 0 : 1) - (/^\\(hat|widehat)\{/.test(n) ? 0.5 : 0);
  return [...free].filter((n) => !taken.has(n)).sort((a, b) => order(a) - order(b) || (a < b ? 1 : -1));
}

/** The equation as a definition of its best unknown; undefined where none can be undone. */
export function solveFor(equation: Equation, wanted: ReadonlySet<string>, taken: ReadonlySet<string>): Definition | undefined {
  for (const side of [
    [equation.left, equation.right],
    [equation.right, equation.left],
  ]) {
    const [e, value] = side;
    if (
      e.op === "apply" &&
      !e.data?.order &&
      !e.data?.indices &&
      e.args.every((a) => a.op === "symbol" || a.op === "indexed") &&
      !taken.has(e.name ?? "") &&
      !some(value, (n) => n.op === "apply" && n.name === e.name) &&
      e.args.every((a) => some(value, (n) => (n.op === "symbol" || n.op === "indexed") && symbolName(n) === symbolName(a)))
    )
      return {
        kind: "definition",
        name: e.name ?? "",
        params: e.args.map(symbolName),
        split: Number(e.data?.split ?? e.args.length),
        indexed: false,
        body: value,
        span: equation.span,
        text: equation.text,
      };
  }
  for (const name of unknowns(equation, wanted, taken)) {
    const body = isolate(equation.left, equation.right, name);
    if (body && !some(body, (n) => isName(n, name) && n.op !== "bind")) return plainDefinition(name, body, equation.span, equation.text);
    if (body?.op === "div" && some(body, (n) => n.op === "bind")) return plainDefinition(name, body, equation.span, equation.text);
  }
  return affineRoot(equation, unknowns(equation, wanted, taken));
}
