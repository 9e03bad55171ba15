/** Limits in two or three variables at once: the limits along straight and bent paths to the point, where these are all one. */
import type { Evaluator } from "../../expression/evaluator";
import { type Expr, node, number, symbol } from "../../expression/tree";
import { scalar, type Value } from "../../expression/value";

/** Paths by how each coordinate leaves the point: as a multiple of a power of the distance. */
const PATHS: readonly (readonly [number, number][])[] = [
  [
    [0.8, 1],
    [0.6, 1],
    [0.7, 1],
  ],
  [
    [-0.3, 1],
    [0.95, 1],
    [-0.5, 1],
  ],
  [
    [0.55, 1],
    [-0.83, 1],
    [0.4, 1],
  ],
  [
    [-0.7, 1],
    [-0.71, 1],
    [0.9, 1],
  ],
  [
    [1, 1],
    [0.9, 2],
    [0.8, 1],
  ],
  [
    [0.9, 2],
    [1, 1],
    [-0.6, 1],
  ],
  [
    [1.1, 1],
    [-0.7, 3],
    [0.5, 2],
  ],
  [
    [0.6, 3],
    [1.2, 1],
    [0.7, 2],
  ],
];
const factor = (x: number, span: Expr["span"]): Expr => (x > 0 ? number(x, span) : node("neg", [number(-x, span)], span));
const STEP = "\u0000path";
/** Paths along which a limit has to be found. */
const NEEDED = 5;

/** `\lim_{(x, y) \to (a, b)} f`: the limits along the paths; undefined where it is no limit in several variables. */
export function jointLimit(body: Expr, variables: Expr, to: Expr, span: Expr["span"]): Expr | undefined {
  const names = variables.op === "tuple" ? variables.args : [];
  const point = to.op === "tuple" ? to.args : [];
  if (names.length < 2 || names.length > 3 || point.length !== names.length || !names.every((n) => n.op === "symbol")) return undefined;
  const step = symbol(STEP, span);
  const along = (path: readonly [number, number][]): Expr => {
    const places = point.map((a, i) => node("add", [a, node("mul", [factor(path[i][0], span), node("pow", [step, number(path[i][1])], span)], span)], span));
    const bound = names.reduce((e, name, i) => node("bind", [e, places[i]], span, name.name, { bound: name.name }), body);
    return node("limit", [bound, number(0, span)], span, STEP, { bound: STEP, side: 1 });
  };
  return node("joint-limit", PATHS.map(along), span, undefined, { names: names.map((n) => n.name ?? ""), searched: true });
}

/** The common limit of the paths along which there is one; undefined where two differ. */
export function evaluateJointLimit<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const found = e.args.map((path) => ev.scalar(path));
  const lanes = found.map((x) => ev.lanes(x));
  const pick = Float64Array.from({ length: ev.frame.width }, (_, lane) => common(lanes.map((x) => x[lane])));
  return scalar(found.reduce<T>((result, x, i) => A.select(A.numbers(pick.map((p) => (p === i ? 1 : 0))), x, result), A.number(Number.NaN)));
}

/** The place of a value that all others agree with; -1 where they do not. */
function common(values: readonly number[]): number {
  const known = values.filter((v) => !Number.isNaN(v));
  if (known.length < NEEDED) return -1;
  const at = values.findIndex((v) => !Number.isNaN(v));
  const one = values[at];
  return known.every((v) => v === one || Math.abs(v - one) <= 1e-7 * Math.max(1, Math.abs(one))) ? at : -1;
}

export function printJointLimit(e: Expr, print: (e: Expr, power?: number) => string): string {
  const names = (e.data?.names as readonly string[]) ?? [];
  const binds: Expr[] = [];
  for (let b = e.args[0].args[0]; binds.length < names.length; b = b.args[0]) binds.unshift(b);
  return `\\lim_{(${names.join(",")}) \\to (${binds.map((b) => print(b.args[1].args[0])).join(",")})} ${print(binds[0].args[0], 20)}`;
}
