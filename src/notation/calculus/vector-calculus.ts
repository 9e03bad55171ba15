/** Gradient, divergence, curl and Laplacian in coordinates: of functions of x, y (and z), and of vector fields with as many components. */
import type { Evaluator } from "../../expression/evaluator";
import { namesOf } from "../../expression/names";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, node, symbol } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import { asVector } from "../arithmetic/products";
import type { Construct } from "../construct";
import { differentiate } from "./differentiation";

export const AXES = ["x", "y", "z"];

/** What is taken by the coordinates without naming them; ∇L(w) is by w. */
export const isByAxes = (e: Expr): boolean => /^(gradient|divergence|curl|hessian)$/.test(e.op) && e.args.length === 1 && !isOfOtherNames(e.args[0]);
const isOfOtherNames = ({ op, args }: Expr): boolean =>
  op === "apply" && args.length > 0 && args.every((a) => a.op === "symbol" && !AXES.includes(a.name ?? ""));
/** Names that stand for functions or fields: they depend on the coordinates in a way that is not said. */
const FIELD = /^([fghuvwpqFGHPQRTUVW]|\\(phi|varphi|psi|Phi|Psi|mathbf\{.*|vec\{.*|overrightarrow\{.*))(_.*)?'*$/;
const CONSTANT_VECTOR = /\{(\\[ij]math|[ijk]|\\hat.*)\}$|^\\hat/;

/** A body, the names it is a function of, and the evaluator in which these have their values. */
interface Field<T> {
  readonly body: Expr;
  readonly names: readonly string[];
  readonly ev: Evaluator<T>;
}

/** What an operator differentiates by: the arguments of its function, or the axes that the body speaks of. */
function fieldOf<T>(body: Expr, ev: Evaluator<T>, e: Expr, size?: number): Field<T> {
  if (body.op === "apply" && !body.data?.order && !body.data?.indices && body.args.length >= 2) return ofArguments(body, ev);
  const names = spoken(body, ev);
  const unknown = [...names].find((n) => FIELD.test(n) && !CONSTANT_VECTOR.test(n));
  if (unknown) throw new NotUnderstood("derivative/unknown-dependence", `how ${unknown} depends on the coordinates is not said`, e.span);
  const most = size ?? (names.has("z") ? 3 : names.has("y") ? 2 : 0);
  if (most < 2 || most > 3) throw new NotUnderstood("gradient/by-what", "by which variable this gradient is taken is not said", e.span);
  return { body, names: AXES.slice(0, most), ev };
}

/** `F(x, y, z)`, and `F(0, 0, 1)`: differentiated by its arguments, at their values. */
function ofArguments<T>(body: Expr, ev: Evaluator<T>): Field<T> {
  const plain = body.args.every((a) => a.op === "symbol") && new Set(body.args.map((a) => a.name)).size === body.args.length;
  if (plain) return { body, names: body.args.map((a) => a.name as string), ev };
  const names = body.args.map((_, i) => `\u0000${i}`);
  const inner = names.reduce((at, name, i) => at.with(name, ev.evaluate(body.args[i])), ev);
  return { body: { ...body, args: names.map((name) => symbol(name, body.span)) }, names, ev: inner };
}

/** The names of a body, through the definitions of plain names and of functions without their arguments. */
function spoken<T>(body: Expr, ev: Evaluator<T>, depth = 0): Set<string> {
  const found = new Set<string>();
  const names = namesOf(body);
  for (const name of [...names.symbols, ...names.applied.keys()]) {
    const meaning = depth < 6 ? ev.model.meaning?.(name) : undefined;
    if (!meaning) found.add(name);
    else for (const inner of spoken(meaning, ev, depth + 1)) found.add(inner);
  }
  for (const name of names.applied.keys()) if (!ev.model.meaning?.(name)) found.delete(name);
  return found;
}

const by = (name: string, e: Expr): Expr => symbol(name, e.span);

/** The vector of the derivatives of a number. */
export function gradientInCoordinates<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { body, names, ev: at } = fieldOf(e.args[0], ev, e);
  const parts = names.map((name) => at.number(differentiate(at, body, by(name, e), e), e));
  return matrix(parts.length, 1, parts, true);
}

/** The sum of the second derivatives. */
export function laplacianInCoordinates<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { body, names, ev: at } = fieldOf(e.args[0], ev, e);
  const second = (name: string) => at.number(differentiate(at, node("derivative", [body, by(name, e)], e.span), by(name, e), e), e);
  return scalar(names.map(second).reduce((sum, x) => ev.A.add(sum, x)));
}

/** A vector field and its derivatives by each coordinate. */
function jacobian<T>(e: Expr, ev: Evaluator<T>): { size: number; part: (component: number, axis: number) => T } {
  const value = asVector(ev, ev.evaluate(e.args[0]), e);
  if (value.kind !== "matrix" || value.cols !== 1 || value.rows < 2)
    throw new NotUnderstood("field/not-a-vector", "what this is taken of is no vector field", e.span);
  const { body, names, ev: at } = fieldOf(e.args[0], ev, e, value.rows);
  if (names.length !== value.rows) throw new NotUnderstood("field/dimensions", "this field has another number of components than of variables", e.span);
  const columns = names.map((name) => asVector(at, differentiate(at, body, by(name, e), e), e) as Matrix<T>);
  return { size: value.rows, part: (component, axis) => columns[axis].items[component] };
}

function divergence<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { size, part } = jacobian(e, ev);
  let sum = part(0, 0);
  for (let i = 1; i < size; i++) sum = ev.A.add(sum, part(i, i));
  return scalar(sum);
}

function curl<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { size, part } = jacobian(e, ev);
  const { A } = ev;
  const turn = (i: number, j: number): T => A.sub(part(j, i), part(i, j));
  if (size === 3) return matrix(3, 1, [turn(1, 2), turn(2, 0), turn(0, 1)], true);
  return matrix(3, 1, [A.number(0), A.number(0), turn(0, 1)], true);
}

/** Behind a nabla: its dot or its cross and the field. */
export function nablaProduct(p: Parser, start: number): Expr | undefined {
  const sign = p.cursor.peek();
  const dot = sign?.text === "cdot" || sign?.text === "·" || sign?.text === "bullet";
  if (!dot && sign?.text !== "times" && sign?.text !== "×") return undefined;
  p.cursor.next();
  if (!p.startsFactor()) return failure("a divergence of nothing", p.cursor.since(start));
  return node(dot ? "divergence" : "curl", [p.expression(POWER.juxtaposed)], p.cursor.since(start));
}

const OPERATORS: Readonly<Record<string, string>> = { div: "divergence", curl: "curl", rot: "curl", grad: "gradient" };

/** `\operatorname{div} F`, `\mathrm{curl}(F)`. */
const named: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const name = p.cursor.word().trim();
  return Object.hasOwn(OPERATORS, name) && p.startsFactor() ? node(OPERATORS[name], [p.expression(POWER.juxtaposed)], p.cursor.since(start)) : undefined;
};

export const vectorCalculus: Construct = {
  name: "vector calculus",
  prefix: Object.fromEntries(["operatorname", "mathrm", "mathbf", "mathsf"].map((f) => [`\\${f}`, named])),
  meanings: { divergence, curl },
  print: {
    divergence: { power: POWER.add + 1, latex: (e, print) => `\\nabla \\cdot ${print(e.args[0], POWER.juxtaposed)}` },
    curl: { power: POWER.add + 1, latex: (e, print) => `\\nabla \\times ${print(e.args[0], POWER.juxtaposed)}` },
  },
  examples: [
    { latex: "\\nabla (x^2 y) = (2xy, x^2)", verdict: "holds" },
    { latex: "\\nabla (x^2 y) = (2xy, x)", verdict: "fails" },
    { latex: "\\nabla \\cdot \\langle x^2, xy, z \\rangle = 3x + 1", verdict: "holds" },
    { latex: "\\nabla \\cdot \\langle x^2, xy, z \\rangle = 2x + 1", verdict: "fails" },
    { latex: "\\nabla \\times \\langle -y, x, 0 \\rangle = \\langle 0, 0, 2 \\rangle", verdict: "holds" },
    { latex: "\\operatorname{curl} \\langle -y, x, 0 \\rangle = \\langle 0, 0, 1 \\rangle", verdict: "fails" },
    { latex: "\\nabla^2 (x^2 + y^2 + z^2) = 6", verdict: "holds" },
    { latex: "\\nabla \\cdot (f \\mathbf{G}) = f \\, \\nabla \\cdot \\mathbf{G}", verdict: "unchecked" },
  ],
};
