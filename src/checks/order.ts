/** The check of an inequality: many worlds, a search that tries to violate it, and never a verdict from a tie that rounding made. */
import type { Expr } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import { compare } from "../numeric/bound";
import { complexOver } from "../numeric/complex";
import { double, type Lane } from "../numeric/lanes";
import { atHighPrecision } from "./compare";
import { ENOUGH } from "./equality";
import type { Outcome } from "./outcome";
import type { Trial } from "./trial";
import { violationOf } from "./violations";

/** Worlds that are tried beyond the samples, to find a violation. */
const SEARCH = 160;
/** Equal sides for each violation that are chance. */
const FEW = 0.5;

/** `left` relation `right` with relation one of < > <= >=. */
export function checkOrder(t: Trial, relation: string): Outcome {
  const swap = relation === ">" || relation === ">=";
  const [small, large] = swap ? [t.right, t.left] : [t.left, t.right];
  const strict = relation === "<" || relation === ">";
  const worlds = t.closed ? Int32Array.of(0) : t.bench.worlds(t.samples + SEARCH);
  if (worlds.length === 0) return { kind: "unknown", code: "context/unmet", message: "no world was found that meets the conditions of this step" };
  const [a, b] = [small, large].map((e) => realColumn(t, e, worlds));
  const below: number[] = [];
  const tied: number[] = [];
  const failsIn: number[] = [];
  let first: { world: number; small: number; large: number /** Both sides are the same number: without rounding. */; tie?: boolean } | undefined;
  worlds.forEach((world, i) => {
    const at = (x: Float64Array) => x[x.length === 1 ? 0 : i];
    const [x, ex, y, ey] = [at(a.v), at(a.e), at(b.v), at(b.e)];
    const found = compare(x, ex, y, ey);
    if (found.outcome === "unknown" && !(Math.abs(x - y) <= ex + ey && ex + ey < 1e-10)) return;
    const tie = found.outcome !== "different";
    if (tie && !strict) tied.push(world);
    else if (!tie && x < y) below.push(world);
    else if (!tie || strict) {
      failsIn.push(world);
      if (!first || (!tie && first.tie !== undefined)) first = { world, small: x, large: y, ...(tie ? { tie: x === y && ex + ey === 0 } : {}) };
    }
  });
  // where it never holds but by chance of equal sides, as a mean of one number, it is the reverse of an order
  const holdsIn = below.length === 0 && tied.length <= failsIn.length * FEW ? [] : [...below, ...tied];
  const evidence = { samples: worlds.length, informative: below.length + tied.length + failsIn.length, maxRelativeError: 0, digits: 15 };
  if (first && failsIn.length > 0) {
    const precise = atHighPrecision(t.bench, small, large, first.world, t.complex);
    if (precise && t.closed && precise.sign < 0 && precise.gap > 1e-30 * precise.scale)
      return { kind: "agrees", exact: false, evidence: { ...evidence, informative: 1, digits: 50 } };
    const confirmed = precise ? violates(precise, strict) : first.tie === undefined ? first.small > first.large : first.tie;
    if (!confirmed)
      return { kind: "unknown", code: "sample/unconfirmed", message: "the order seems violated, but high precision did not confirm it", evidence };
    const [left, right] = swap ? [first.large, first.small] : [first.small, first.large];
    return { kind: "differs", witness: { world: first.world, left, right }, holdsIn, failsIn, evidence: { ...evidence, digits: precise ? 50 : 15 } };
  }
  if (below.length + tied.length < (t.closed ? 1 : Math.max(1, Math.min(ENOUGH, worlds.length))))
    return {
      kind: "unknown",
      code: "sample/uninformative",
      message: "at too few random points could both sides be computed well enough to compare them",
      evidence,
    };
  const found = t.closed || t.rough ? undefined : violationOf(t, small, large, strict);
  if (!found) return { kind: "agrees", exact: false, evidence };
  const [left, right] = swap ? [found.large, found.small] : [found.small, found.large];
  return {
    kind: "differs",
    witness: { world: 0, left, right },
    holdsIn,
    failsIn: [],
    evidence,
    at: found.bench,
    ...(found.unless ? { unless: found.unless } : {}),
  };
}

/** What high precision says of a violation: a gap the wrong way, or, where the order is strict, no gap at all. */
const violates = (found: { gap: number; scale: number; sign: number }, strict: boolean): boolean =>
  (found.sign > 0 && found.gap > 1e-9 * found.scale) || (strict && found.gap <= 1e-40 * found.scale);

/** A side as real numbers; undefined where it is not real. */
function realColumn(t: Trial, e: Expr, worlds: Int32Array): Lane {
  if (!t.complex) return column(t.bench.evaluator<Lane>(double, worlds).evaluate(e), e);
  const z = t.bench.evaluator(complexOver(double), worlds).scalar(e);
  const width = Math.max(z.re.v.length, z.im.v.length);
  const at = (xs: Float64Array, i: number) => xs[xs.length === 1 ? 0 : i];
  const v = Float64Array.from({ length: width }, (_, i) =>
    Math.abs(at(z.im.v, i)) <= at(z.im.e, i) + 1e-14 * Math.abs(at(z.re.v, i)) ? at(z.re.v, i) : Number.NaN,
  );
  return { v, e: Float64Array.from({ length: width }, (_, i) => at(z.re.e, i)) };
}

function column(value: { kind: string }, e: Expr): Lane {
  const v = value as { kind: string; x?: Lane; items?: readonly Lane[]; rows?: number; cols?: number };
  if (v.kind === "scalar" && v.x) return v.x;
  if (v.kind === "matrix" && v.items && v.items.length === 1) return v.items[0];
  throw new NotUnderstood("order/not-numbers", "an order between things that are not numbers", e.span);
}
