/** What a term is worth at a point, computed apart from the product: doubles, mathjs for complex numbers and matrices, plain quadrature and differences. */
import {
  abs,
  acos,
  acosh,
  add,
  arg,
  asin,
  asinh,
  atan,
  atanh,
  type Complex,
  complex,
  conj,
  cos,
  cosh,
  det,
  divide,
  exp,
  gamma,
  im,
  inv,
  log,
  multiply,
  pow,
  re,
  sin,
  sinh,
  sqrt,
  subtract,
  tan,
  tanh,
  trace,
  transpose,
  unaryMinus,
} from "mathjs";
import type { Term } from "./term";

export type Value = number | Complex | number[][];

/** Values of names; `table` is a joint distribution over the outcomes of three names, `atoms` a finite probability space for random variables. */
export interface Point {
  readonly values: ReadonlyMap<string, Value>;
  readonly tables?: Readonly<Record<string, Table>>;
  readonly atoms?: { readonly weights: readonly number[]; readonly values: ReadonlyMap<string, readonly number[]> };
  /** Sample functions, with their derivatives. */
  readonly functions?: ReadonlyMap<string, (x: number) => number>;
}
export interface Table {
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly cells: readonly number[];
}

const any = {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  arg,
  conj,
  cos,
  cosh,
  exp,
  gamma,
  im,
  log,
  re,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
  Re: re,
  Im: im,
  T: transpose,
  inv,
  tr: trace,
  det,
} as unknown as Record<string, (x: Value) => Value>;
const REAL: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  floor: Math.floor,
  ceil: Math.ceil,
  cot: (x) => 1 / Math.tan(x),
  sec: (x) => 1 / Math.cos(x),
  csc: (x) => 1 / Math.sin(x),
  cbrt: Math.cbrt,
  log2: Math.log2,
  lg: Math.log10,
  sigma: (x) => 1 / (1 + Math.exp(-x)),
  Gamma: gamma as (x: number) => number,
};
const unbox = (x: Value): Value => (Array.isArray(x) && x.length === 1 && x[0].length === 1 ? x[0][0] : x);
const cells = (x: Value): number[] => (Array.isArray(x) ? x.flat() : [x as number]);
const bind = (p: Point, name: string, value: Value): Point => ({ ...p, values: new Map([...p.values, [name, value]]) });
const real = (t: Term, p: Point): number => {
  const x = evaluate(t, p);
  return typeof x === "number" ? x : Number.NaN;
};

export function evaluate(t: Term, p: Point): Value {
  switch (t.op) {
    case "num":
      return Number(t.name);
    case "sym":
      return p.values.get(t.name as string) ?? CONSTANTS[t.name as string] ?? Number.NaN;
    case "mat":
      return t.args.map((row) => row.args.map((a) => real(a, p)));
    case "pr":
      return probability(t, p);
    case "KL":
      return divergence(t, p);
    case "E":
    case "Var":
    case "Cov":
      return moment(t, p);
    case "gauss": {
      const [x, mean, variance] = t.args.map((a) => real(a, p));
      return Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }
    case "ap":
      return p.functions?.get(t.args[0].name as string)?.(real(t.args[1], p)) ?? Number.NaN;
    case "cases":
      return real(t.args[0], p) < real(t.args[1], p) ? evaluate(t.args[2], p) : evaluate(t.args[3], p);
  }
  if (t.op in BOUND) return BOUND[t.op](t, p);
  return combine(
    t.op,
    t.args.map((a) => evaluate(a, p)),
  );
}

const CONSTANTS: Readonly<Record<string, Value>> = { pi: Math.PI, e: Math.E, oo: Number.POSITIVE_INFINITY, i: complex(0, 1) };

function combine(op: string, args: readonly Value[]): Value {
  const [x, y] = args;
  if (args.every((a) => typeof a === "number")) {
    const found = onNumbers(op, args as number[]);
    if (found !== undefined) return found;
  }
  switch (op) {
    case "add":
      return add(x as number, y as number);
    case "sub":
      return subtract(x as number, y as number);
    case "mul":
      return unbox(multiply(x as number, y as number) as Value);
    case "div":
      return divide(x as number, y as number);
    case "pow":
      return pow(x as number, y as number) as Value;
    case "neg":
      return unaryMinus(x as number);
    case "norm":
      return Math.hypot(...cells(x));
    case "dot":
      return cells(x).reduce((s, a, i) => s + a * cells(y)[i], 0);
    case "cross": {
      const [a, b] = [cells(x), cells(y)];
      return [[a[1] * b[2] - a[2] * b[1]], [a[2] * b[0] - a[0] * b[2]], [a[0] * b[1] - a[1] * b[0]]];
    }
  }
  return unbox(any[op](x));
}

function onNumbers(op: string, [x, y, z]: readonly number[]): number | undefined {
  switch (op) {
    case "add":
      return x + y;
    case "sub":
      return x - y;
    case "mul":
      return x * y;
    case "div":
      return x / y;
    case "pow":
      return x ** y;
    case "neg":
      return -x;
    case "fact":
      return Number.isInteger(x) && x >= 0 ? (gamma(x + 1) as number) : Number.NaN;
    case "binom":
      return Number.isInteger(x) && Number.isInteger(y) && x >= 0
        ? Array.from({ length: Math.max(0, y) }, (_, i) => (x - i) / (i + 1)).reduce((a, b) => a * b, y < 0 ? 0 : 1)
        : Number.NaN;
    case "root":
      return x % 2 === 1 ? Math.sign(y) * Math.abs(y) ** (1 / x) : y ** (1 / x);
    case "logb":
      return Math.log(y) / Math.log(x);
    case "max":
      return z === undefined ? Math.max(x, y) : Math.max(x, y, z);
    case "min":
      return Math.min(x, y);
    case "T":
    case "conj":
    case "Re":
      return x;
    case "Im":
      return 0;
    default:
      return REAL[op]?.(x);
  }
}

const TERMS = 600;
const BOUND: Readonly<Record<string, (t: Term, p: Point) => Value>> = {
  Sum: (t, p) => folded(t, p, 0, (a, b) => a + b),
  Prod: (t, p) => folded(t, p, 1, (a, b) => a * b),
  Int: (t, p) => integral((x) => real(t.args[3], bind(p, t.args[0].name as string, x)), real(t.args[1], p), real(t.args[2], p)),
  D: (t, p) => slope((x) => real(t.args[1], bind(p, t.args[0].name as string, x)), p.values.get(t.args[0].name as string) as number),
  P: (t, p) => BOUND.D(t, p),
  DD: (t, p) => curvature((x) => real(t.args[1], bind(p, t.args[0].name as string, x)), p.values.get(t.args[0].name as string) as number),
  Lim: (t, p) => limit((x) => real(t.args[2], bind(p, t.args[0].name as string, x)), real(t.args[1], p)),
  SumO: (t, p) =>
    Array.from({ length: outcomes(t.args[0].name as string, p) }, (_, i) => real(t.args[1], bind(p, t.args[0].name as string, i))).reduce((a, b) => a + b, 0),
  Grad: (t, p) => {
    const v = p.values.get(t.args[0].name as string) as number[][];
    return v.map((_, i) => [
      slope(
        (x) =>
          real(
            t.args[1],
            bind(
              p,
              t.args[0].name as string,
              v.map((row, j) => (j === i ? [x] : row)),
            ),
          ),
        v[i][0],
      ),
    ]);
  },
};

function folded(t: Term, p: Point, start: number, join: (a: number, b: number) => number): number {
  const [from, to] = [real(t.args[1], p), real(t.args[2], p)];
  if (!Number.isInteger(from) || (Number.isFinite(to) && !Number.isInteger(to)) || to - from > 5000) {
    if (to !== Number.POSITIVE_INFINITY) return Number.NaN;
  }
  let sum = start;
  for (let k = from; k <= Math.min(to, from + TERMS); k++) {
    const next = real(t.args[3], bind(p, t.args[0].name as string, k));
    if (!Number.isFinite(next)) return to === Number.POSITIVE_INFINITY && k > from + 30 ? sum : Number.NaN;
    sum = join(sum, next);
  }
  return sum;
}

/** Gauss–Legendre of five points on many panels; infinite ends through x = t/(1 - t²). */
export function integral(f: (x: number) => number, a: number, b: number): number {
  if (b < a) return -integral(f, b, a);
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    const g = (t: number) => f(t / (1 - t * t)) * ((1 + t * t) / (1 - t * t) ** 2);
    const end = (x: number) =>
      x === Number.POSITIVE_INFINITY ? 1 : x === Number.NEGATIVE_INFINITY ? -1 : x === 0 ? 0 : (-1 + Math.sqrt(1 + 4 * x * x)) / (2 * x);
    return panels(
      (t) => {
        const y = g(t);
        return Number.isFinite(y) ? y : 0;
      },
      end(a),
      end(b),
      160,
    );
  }
  return panels(f, a, b, 60);
}
const NODES = [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664];
const WEIGHTS = [0.5688888888888889, 0.47862867049936647, 0.47862867049936647, 0.23692688505618908, 0.23692688505618908];
function panels(f: (x: number) => number, a: number, b: number, count: number): number {
  const half = (b - a) / count / 2;
  let sum = 0;
  for (let i = 0; i < count; i++) for (const [j, x] of NODES.entries()) sum += WEIGHTS[j] * f(a + half * (2 * i + 1 + x));
  return sum * half;
}

const slope = (f: (x: number) => number, x: number, h = 1e-3): number => (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h);
const curvature = (f: (x: number) => number, x: number, h = 5e-3): number =>
  (-f(x - 2 * h) + 16 * f(x - h) - 30 * f(x) + 16 * f(x + h) - f(x + 2 * h)) / (12 * h * h);
function limit(f: (x: number) => number, to: number): number {
  if (to === Number.POSITIVE_INFINITY) return 2 * f(2e4) - f(1e4);
  const at = (h: number) => (Number.isFinite(f(to - h)) ? (f(to + h) + f(to - h)) / 2 : 2 * f(to + h / 2) - f(to + h));
  return at(1e-3);
}

const SIZES: Readonly<Record<string, number>> = { x: 2, y: 3, z: 4 };
const outcomes = (name: string, p: Point): number =>
  Object.values(p.tables ?? {}).flatMap((t) => t.names.flatMap((n, i) => (n === name ? [t.sizes[i]] : [])))[0] ?? SIZES[name] ?? 3;

/** `pr(p, x, given, z)`. */
function probability(t: Term, p: Point): number {
  const table = p.tables?.[t.args[0].name as string];
  if (!table) return Number.NaN;
  const all = t.args.slice(1).map((a) => a.name as string);
  const bar = all.indexOf("given");
  const given = bar < 0 ? [] : all.slice(bar + 1);
  return (
    marginal(
      table,
      all.filter((n) => n !== "given"),
      p,
    ) / marginal(table, given, p)
  );
}
function marginal(table: Table, fixed: readonly string[], p: Point): number {
  let sum = 0;
  const at = table.sizes.map(() => 0);
  for (const cell of table.cells) {
    if (table.names.every((n, i) => !fixed.includes(n) || p.values.get(n) === at[i])) sum += cell;
    for (let i = at.length - 1; i >= 0 && ++at[i] === table.sizes[i]; i--) at[i] = 0;
  }
  return fixed.every((n) => table.names.includes(n)) ? sum : Number.NaN;
}

/** `KL(z, q, p)` of two probabilities over z. */
function divergence(t: Term, p: Point): number {
  const z = t.args[0].name as string;
  return Array.from({ length: outcomes(z, p) }, (_, i) => {
    const [a, b] = [real(t.args[1], bind(p, z, i)), real(t.args[2], bind(p, z, i))];
    return a * Math.log(a / b);
  }).reduce((a, b) => a + b, 0);
}

/** `E(body)` over the atoms, `E(z, q, body)` over the outcomes of z; `Var(body)`, `Cov(a, b)`. */
function moment(t: Term, p: Point): number {
  if (t.op === "E" && t.args.length === 3) return real({ op: "SumO", args: [t.args[0], { op: "mul", args: [t.args[1], t.args[2]] }] }, p);
  const { weights, values } = p.atoms as NonNullable<Point["atoms"]>;
  const at = (body: Term, k: number) => real(body, { ...p, values: new Map([...p.values, ...[...values].map(([n, v]) => [n, v[k]] as const)]) });
  const mean = (f: (k: number) => number) => weights.reduce((s, w, k) => s + w * f(k), 0);
  const [a, b] = [t.args[0], t.args[1] ?? t.args[0]];
  if (t.op === "E") return mean((k) => at(a, k));
  return mean((k) => at(a, k) * at(b, k)) - mean((k) => at(a, k)) * mean((k) => at(b, k));
}

/** How far two values are apart, relative to their size; NaN where one is not there. */
export function gap(a: Value, b: Value): number {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [x, y] = [cells(a), cells(b)];
    if (x.length !== y.length) return Number.POSITIVE_INFINITY;
    const scale = Math.max(1e-3, ...x.map(Math.abs), ...y.map(Math.abs));
    return Math.max(...x.map((v, i) => Math.abs(v - y[i]))) / scale;
  }
  const size = (v: Value) => abs(v as number) as number;
  if (Number.isNaN(size(a)) || Number.isNaN(size(b))) return Number.NaN;
  if (a === b) return 0;
  return size(subtract(a as number, b as number)) / Math.max(1e-3, size(a), size(b));
}
