/** Integrals over regions: iterated where the region is known; elsewhere a random weighing of random points, which can show that two integrands are one but refutes nothing. */
import { uniform } from "../../base/random";
import type { Evaluator, Model } from "../../expression/evaluator";
import { namesOf } from "../../expression/names";
import { type Expr, node, some } from "../../expression/tree";
import { matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import { asVector } from "../arithmetic/products";
import { boundsOf } from "../sets/sets";
import { overBall } from "./balls";

const POINTS = 4;
/** Letters of elements of area, volume, surface and arc. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  A: ["x", "y"],
  V: ["x", "y", "z"],
  S: ["x", "y", "z"],
  "\\sigma": ["x", "y", "z"],
  "\\Omega": ["x", "y", "z"],
  s: ["x", "y", "z"],
  "\\ell": ["x", "y", "z"],
};
const FIELD = /^([fghuvwFGHPQRM]|\\(phi|varphi|psi|Phi|Psi|rho|delta))(_.*)?$/;
const isVectorElement = (name: string): boolean => /^\\(mathbf|vec|overrightarrow|hat)\{/.test(name);

/** What an integral is taken by, as the names that vary over its region. */
export const variablesOf = (by: readonly string[]): readonly string[] =>
  by.flatMap((name) => ELEMENTS[name] ?? (isVectorElement(name) ? ["x", "y", "z"] : [name]));

const spelled = (e: Expr | undefined): string => (e ? `${e.op}:${e.name ?? ""}(${e.args.map(spelled).join()})` : "");

/** The iterated integral over a region that is written out, or that the document defines. */
export function iterated(body: Expr, set: Expr | undefined, by: readonly string[], model: Model, span: Expr["span"]): Expr | undefined {
  const meaning = set?.op === "symbol" ? model.meaning?.(set.name ?? "") : set;
  if (!meaning || !by.every((name) => /^[AV]$/.test(name) || !ELEMENTS[name])) return undefined;
  const round = overBall(body, meaning, variablesOf(by), span);
  if (round) return round;
  return boundsOf(meaning, variablesOf(by))?.reduceRight(
    (inner, { name, low, high }) => node("integral", [inner, low, high], span, name, { bound: name }),
    body,
  );
}

/** Whether a multiple integral is over a region that is not known. */
export const isUnknownRegion = (e: Expr, model: Model): boolean =>
  e.op === "integral-region" && !iterated(e.args[0], e.args[1], (e.name ?? "").split(" "), model, e.span);

/** The weighed sum of an integrand over points of a region of which nothing is known: the same points wherever the region and the variables are the same. */
export function weighed<T>(e: Expr, ev: Evaluator<T>, by: readonly string[]): Value<T> {
  const body = e.args[0];
  if (some(body, (n) => n.op === "differential")) throw new NotUnderstood("integral/region", "an integral by several differentials over a region", e.span);
  const region = spelled(e.args[1]);
  const { width, world } = ev.frame;
  const map = Int32Array.from({ length: width * POINTS }, (_, k) => Math.floor(k / POINTS));
  const column = (label: string, low: number, high: number) =>
    ev.A.numbers(Float64Array.from(map, (lane, k) => low + (high - low) * uniform("region", region, label, k % POINTS, world[world.length === 1 ? 0 : lane])));
  const names = new Set([...variablesOf(by), ...[...namesOf(body).symbols].filter((n) => FIELD.test(n))]);
  const inner = [...names].reduce((at, name) => at.with(name, valueAt(name, ev, column)), ev.widen(map));
  const starts = Int32Array.from({ length: width + 1 }, (_, j) => j * POINTS);
  const wide = (x: T): T => (ev.A.width(x) === 1 && width * POINTS !== 1 ? ev.A.gather(x, new Int32Array(width * POINTS)) : x);
  const sum = (x: T, label: string): T => ev.A.segmentSum(wide(ev.A.mul(x, column(label, 0.2, 1))), starts);
  const value = asVector(inner, inner.evaluate(body), e);
  if (!by.some(isVectorElement))
    return value.kind === "matrix" ? { ...value, items: value.items.map((x) => sum(x, "weight")) } : scalar(sum(inner.number(value, e), "weight"));
  if (value.kind !== "matrix") throw new NotUnderstood("integral/region", "a line integral of something that is no vector", e.span);
  return scalar(value.items.map((x, i) => sum(x, `weight${i}`)).reduce((a, b) => ev.A.add(a, b)));
}

/** A number, or a vector where the name is one, at each point. */
function valueAt<T>(name: string, ev: Evaluator<T>, column: (label: string, low: number, high: number) => T): Value<T> {
  const shape = ev.model.shape?.(name);
  if (!shape) return scalar(column(name, 0.1, 1.1));
  return matrix(
    shape.rows,
    shape.cols,
    Array.from({ length: shape.rows * shape.cols }, (_, i) => column(`${name}${i}`, 0.1, 1.1)),
    shape.cols === 1,
  );
}

/** A multiple integral: iterated, or weighed. */
export function regionIntegral<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const by = (e.name ?? "").split(" ");
  const known = iterated(e.args[0], e.args[1], by, ev.model, e.span);
  if (known) return ev.evaluate(known);
  return weighed(e, ev, by);
}

const printed = (e: Expr, print: (e: Expr, power?: number) => string): string => {
  const by = (e.name ?? "").split(" ");
  return `\\${by.length > 2 || by[0] === "V" ? "iiint" : "iint"}${e.args[1] ? `_{${print(e.args[1])}}` : ""} ${print(e.args[0], 20)} \\, ${by.map((name) => `d${name}`).join(" \\, ")}`;
};
export const regionPrinter = { power: 11, latex: printed };
