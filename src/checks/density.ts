/** Density sanity: a density that a formula defines must integrate to one; else the factor, and the smallest edit that mends it. */
import { OutOfFuel } from "../base/fuel";
import type { Definition } from "../derivation/facts/facts";
import { namesOf } from "../expression/names";
import { type Expr, node, symbol } from "../expression/tree";
import { NotUnderstood, scalar } from "../expression/value";
import { print } from "../notation/print";
import { Unsupported } from "../numeric/arithmetic";
import { double, type Lane } from "../numeric/lanes";
import type { Bench } from "../worlds/bench";

/** What a density integrates to instead of one. */
export interface DensityDefect {
  /** LaTeX of the integral where it was recognised, else its value in one world. */
  readonly integral: string;
  readonly recognised: boolean;
}

const WORLDS = Int32Array.from([0, 1, 2, 3, 4, 5]);

/** The integral of a body over its variable, from −∞ to ∞ where no range is said. */
function totalMass({ body, params: [x], support }: Definition): Expr {
  const [low, high] = support ?? [node("neg", [symbol("\\infty")], body.span), symbol("\\infty")];
  return node("integral", [body, low, high], body.span, x, { bound: x });
}

/** The body divided by its integral. */
export const normalised = (d: Definition): Definition => ({
  ...d,
  body: node("div", [d.body, node("at-root", [totalMass(d)], d.body.span, `mass of ${d.name}`)], d.body.span),
});

/** The masses of a density in a few worlds; undefined where they could not be computed. */
function masses(bench: Bench, d: Definition, worlds = WORLDS): Float64Array | undefined {
  try {
    const ev = bench.evaluator<Lane>(double, worlds);
    const x = ev.scalar(totalMass(d));
    const values = ev.lanes(x);
    return values.some((v) => !Number.isFinite(v) || v <= 0) ? undefined : values;
  } catch (error) {
    if (error instanceof NotUnderstood || error instanceof Unsupported || error instanceof OutOfFuel) return undefined;
    throw error;
  }
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-7 * Math.max(Math.abs(a), Math.abs(b));

/** True if the density integrates to one in every world; undefined where that could not be told. */
export function isNormalised(bench: Bench, d: Definition): boolean | undefined {
  const isOne = (found: Float64Array | undefined) => found?.every((m) => close(m, 1));
  return isOne(masses(bench, d, WORLDS.slice(0, 1))) && isOne(masses(bench, d));
}

/** What is wrong with a density, or undefined where nothing is or nothing could be told. */
export function densityDefect(bench: Bench, d: Definition): DensityDefect | undefined {
  const found = masses(bench, d);
  if (!found || found.every((m) => close(m, 1))) return undefined;
  const factor = recognise(bench, d, found);
  return factor ? { integral: factor, recognised: true } : { integral: String(Number(found[0].toPrecision(4))), recognised: false };
}

/** Places of several scales at which a function is looked at, on either side, each with one further out. */
const PLACES: readonly (readonly [near: number, far: number])[] = [
  [5, 12],
  [20, 45],
  [100, 220],
];

/** Whether a function grows on both sides, as e^{x²} does: no factor makes it a density. */
export function growsAway(bench: Bench, d: Definition): boolean {
  try {
    const ev = bench.evaluator<Lane>(double, WORLDS);
    const at = (x: number): Float64Array => ev.lanes(ev.call(new Map([[d.params[0], scalar(ev.A.number(x))]])).scalar(d.body));
    return [1, -1].every((side) => {
      const values = PLACES.map(([near, far]) => [at(side * near), at(side * far)] as const);
      // what is too large to be computed has no value
      const rises = (w: number): boolean => values.some(([near, far]) => near[w] > 0 && !(far[w] <= 2 * near[w]));
      // near its middle it may fall first
      const falls = (w: number): boolean => values.slice(1).some(([near, far]) => far[w] < near[w]);
      return values[0][1].every((_, w) => rises(w) && !falls(w));
    });
  } catch (error) {
    if (error instanceof NotUnderstood || error instanceof Unsupported || error instanceof OutOfFuel) return false;
    throw error;
  }
}

const CONSTANTS: [number, string][] = [
  [1, ""],
  [2, "2"],
  [0.5, "1/2"],
  [Math.sqrt(2 * Math.PI), "\\sqrt{2\\pi}"],
  [1 / Math.sqrt(2 * Math.PI), "1/\\sqrt{2\\pi}"],
  [Math.PI, "\\pi"],
  [Math.sqrt(Math.PI), "\\sqrt{\\pi}"],
  [Math.SQRT2, "\\sqrt{2}"],
  [Math.SQRT1_2, "1/\\sqrt{2}"],
  [2 * Math.PI, "2\\pi"],
];

/** The mass as a constant times a power of one parameter. */
function recognise(bench: Bench, d: Definition, mass: Float64Array): string | undefined {
  const ev = bench.evaluator<Lane>(double, WORLDS);
  for (const [c, text] of CONSTANTS) if (mass.every((m) => close(m, c))) return text || "1";
  const names = namesOf(d.body);
  const parameters = [
    ...[...names.symbols].filter((n) => !d.params.includes(n) && !/^(\\pi|e)$/.test(n)).map((n) => symbol(n)),
    ...[...names.indexed.values()].map((nodes) => nodes[0]),
  ];
  for (const p of parameters) {
    let values: Float64Array;
    try {
      values = ev.lanes(ev.scalar(p));
    } catch {
      continue;
    }
    for (const k of [-1, 1, -2, 2, -0.5, 0.5])
      for (const [c, text] of CONSTANTS)
        if (mass.every((m, i) => close(m, c * values[i] ** k))) {
          const name = print(p);
          const power = Math.abs(k) === 1 ? name : Math.abs(k) === 0.5 ? `\\sqrt{${name}}` : `${name}^2`;
          return k > 0 ? `${text}${text ? " " : ""}${power}` : `${text || "1"}/${power}`;
        }
  }
  return undefined;
}
