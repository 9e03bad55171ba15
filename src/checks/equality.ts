/** The check of an equality: agreement at every informative sample, or a witness confirmed at high precision. */
import { Fuel, OutOfFuel } from "../base/fuel";
import { type Expr, some } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import { Unsupported } from "../numeric/arithmetic";
import { modular } from "../numeric/modular";
import { atHighPrecision, inDoubles, joined, pairs, type Sides } from "./compare";
import { jumpApart } from "./jumps";
import type { Outcome } from "./outcome";
import { singleTerms } from "./single-terms";
import type { Trial } from "./trial";

/** A sample needs this many informative worlds before agreement counts; one for a step without free names. */
export const ENOUGH = 6;
/** Digits at which closed sides are compared. */
const MOST_DIGITS = 100;

/** Operators whose value modulo a prime is the value. */
const RATIONAL = new Set([
  "number",
  "symbol",
  "indexed",
  "add",
  "mul",
  "neg",
  "div",
  "pow",
  "mixed",
  "sum",
  "matrix",
  "entry",
  "determinant",
  "transpose",
  "tuple",
]);

/** Schwartz–Zippel (Schwartz 1980): a polynomial identity that holds at random residues of a 61-bit prime is false with a chance below degree/2^61. */
function provedModularly(t: Trial): boolean {
  const rational = (e: Expr): boolean => RATIONAL.has(e.op) && !(e.op === "number" && e.name?.includes(".")) && e.args.every(rational);
  if (!rational(t.left) || !rational(t.right)) return false;
  if (some(t.left, isTranscendental) || some(t.right, isTranscendental)) return false;
  try {
    const M = modular();
    const ev = t.bench.evaluator(M, Int32Array.of(1, 2, 3), new Fuel(100_000));
    return pairs(ev, t.left, t.right).every(([a, b]) => M.toNumbers(M.equal(a, b)).every((x) => x === 1));
  } catch (error) {
    if (error instanceof Unsupported || error instanceof NotUnderstood || error instanceof OutOfFuel) return false;
    throw error;
  }
}
const isTranscendental = (e: Expr): boolean => e.op === "symbol" && (e.name === "\\pi" || e.name === "e" || e.name === "\\infty");

/** Counts of a comparison over the worlds. */
function tally(sides: Sides) {
  const indices = (test: (o: string) => boolean) => sides.outcomes.flatMap((o, i) => (test(o) ? [i] : []));
  return {
    equal: indices((o) => o === "equal"),
    zero: indices((o) => o === "near-zero"),
    different: indices((o) => o === "different"),
    unknown: indices((o) => o === "unknown"),
  };
}

/** A costly step is asked in these many worlds first; what they leave open is asked in all. */
const STAGES = [4, 8];

/** Compares both sides of an equality in worlds; a difference is confirmed at high precision, or by its gap. */
export function checkEquality(t: Trial): Outcome {
  const all = t.closed ? Int32Array.of(0) : t.bench.worlds(t.samples);
  if (all.length === 0) return { kind: "unknown", code: "context/unmet", message: "no world was found that meets the conditions of this step" };
  const stages = t.costly ? STAGES.filter((n) => n < all.length) : [];
  let before: Asked | undefined;
  if (t.costly && t.whether && all.length > 1) {
    before = askedAlone(t, all[0]);
    if (before && refutes(before, all.length)) return sampled(t, before, true) as Outcome;
  }
  for (const count of stages) {
    before = asked(t, all.slice(0, count), before);
    const found = sampled(t, before, true);
    if (found) return found;
  }
  return sampled(t, asked(t, all, before), false) as Outcome;
}

/** Worlds and what the sides are in them. */
interface Asked {
  readonly worlds: Int32Array;
  readonly sides: Sides;
}

/** The sides in some worlds; what the first of them said is not asked again. */
function asked(t: Trial, worlds: Int32Array, before: Asked | undefined): Asked {
  const ask = (these: Int32Array): Sides => inDoubles(t.bench, t.left, t.right, these, t.complex);
  if (!before) return { worlds, sides: ask(worlds) };
  try {
    return { worlds, sides: joined(before.sides, ask(worlds.slice(before.worlds.length))) };
  } catch (error) {
    // an equation without a solution in these worlds may have one in the others
    if (error instanceof NotUnderstood) return { worlds, sides: ask(worlds) };
    throw error;
  }
}

/** The sides in one world; undefined where an equation has no solution there, say, which it may have in others. */
function askedAlone(t: Trial, world: number): Asked | undefined {
  try {
    return asked(t, Int32Array.of(world), undefined);
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** Whether the first world alone rules agreement out: also by saying nothing, where all must agree. */
const refutes = ({ sides: { outcomes } }: Asked, all: number): boolean => outcomes[0] === "different" || (outcomes[0] === "unknown" && all <= ENOUGH);

/** What some worlds say; undefined where they leave it open and there are more to be asked. */
function sampled(t: Trial, { worlds, sides }: Asked, more: boolean): Outcome | undefined {
  const found = tally(sides);
  if (found.different.length > 0) return accusation(t, worlds, sides, found);
  if (more && worlds.length < ENOUGH && found.equal.length + found.zero.length > 0) return undefined;
  const agreeing = [...found.equal, ...confirmedZeros(t, worlds, found.zero)];
  const evidence = { samples: worlds.length, informative: agreeing.length, maxRelativeError: sides.maxRelativeError, digits: 15 };
  const needed = t.closed ? 1 : Math.max(1, Math.min(ENOUGH, worlds.length));
  if (agreeing.length < needed) return more && agreeing.length > 0 ? undefined : fewInformative(t, worlds, sides, found, evidence);
  const zeros = sides.largest < 1e-12 ? { vanishing: true } : {};
  if (t.rough && !t.closed) return { kind: "agrees", exact: false, evidence, ...zeros };
  const jump = t.closed ? undefined : jumpApart(t);
  if (jump)
    return {
      kind: "differs",
      witness: { world: 0, left: jump.left, right: jump.right },
      holdsIn: agreeing.map((i) => worlds[i]),
      failsIn: [],
      evidence,
      at: jump.bench,
      unless: jump.unless,
    };
  if (provedModularly(t)) return { kind: "agrees", exact: true, evidence, ...zeros };
  for (const i of agreeing.slice(0, t.samples < ENOUGH ? 0 : 2)) {
    const precise =
      (t.closed ? atHighPrecision(t.bench, t.left, t.right, worlds[i], t.complex, MOST_DIGITS) : undefined) ??
      atHighPrecision(t.bench, t.left, t.right, worlds[i], t.complex);
    // a coincidence of many digits: e^{π√163}, (2 + √3)^40 + (2 - √3)^40
    const tiny = t.closed && precise && precise.gap > 1e6 * precise.error && precise.gap > 10 ** (6 - precise.digits) * precise.scale;
    if (precise && (tiny || precise.gap > 1e-25 * Math.max(precise.scale, 1e-6)))
      return { kind: "differs", witness: witness(worlds[i], sides, i), holdsIn: [], failsIn: [worlds[i]], evidence: { ...evidence, digits: 50 } };
    if (precise) evidence.digits = precise.digits;
  }
  return { kind: "agrees", exact: false, evidence, ...zeros };
}

/** Lanes in which both sides vanish within the bounds agree if high precision makes them vanish too, or has no path. */
function confirmedZeros(t: Trial, worlds: Int32Array, zeros: readonly number[]): number[] {
  if (zeros.length === 0) return [];
  const precise = atHighPrecision(t.bench, t.left, t.right, worlds[zeros[0]], t.complex);
  return !precise || precise.gap < 1e-35 ? [...zeros] : [];
}

function fewInformative(t: Trial, worlds: Int32Array, sides: Sides, found: ReturnType<typeof tally>, evidence: Outcome["evidence"]): Outcome {
  // what doubles cannot tell apart, high precision may
  for (const i of found.unknown.slice(0, 3)) {
    if (!Number.isFinite(sides.left[i]) || !Number.isFinite(sides.right[i])) continue;
    const precise = atHighPrecision(t.bench, t.left, t.right, worlds[i], t.complex);
    if (precise && precise.gap > 1e-30 * precise.scale && precise.gap > 0)
      return {
        kind: "differs",
        witness: witness(worlds[i], sides, i),
        holdsIn: [],
        failsIn: [worlds[i]],
        evidence: { samples: worlds.length, informative: 1, maxRelativeError: 0, digits: 50 },
      };
    if (precise && precise.gap <= 1e-40 * precise.scale && t.closed)
      return { kind: "agrees", exact: false, evidence: { samples: 1, informative: 1, maxRelativeError: 0, digits: 50 } };
  }
  return {
    kind: "unknown",
    code: "sample/uninformative",
    message: unsettled(t, sides) ?? "at too few random points could both sides be computed well enough to compare them",
    ...(evidence ? { evidence } : {}),
  };
}

/** The series, integral or limit for which no value was found at any sample, in words. */
function unsettled(t: Trial, sides: Sides): string | undefined {
  const nowhere = (values: Float64Array): boolean => values.every((x) => !Number.isFinite(x));
  for (const [side, values, place] of [
    [t.left, sides.left, "left"],
    [t.right, sides.right, "right"],
  ] as const) {
    if (!nowhere(values)) continue;
    if (some(side, (n) => /^(sum|prod)/.test(n.op) && n.args.slice(1).some((a) => some(a, (s) => s.name === "\\infty"))))
      return `the series on the ${place} side was not found to converge`;
    if (some(side, (n) => n.op.startsWith("integral")))
      return `the integral on the ${place} side was not found to converge: its integrand may have a pole, or may not die away`;
    if (some(side, (n) => n.op === "limit")) return `the limit on the ${place} side was not found`;
  }
  return undefined;
}

const witness = (world: number, sides: Sides, i: number) => ({ world, left: sides.left[i], right: sides.right[i] });

/** The worlds in which agreement says something of the formulas. */
function telling(t: Trial, worlds: Int32Array, agreeing: readonly number[]): number[] {
  if (agreeing.length === 0) return [];
  const single = singleTerms(t.bench, worlds);
  return agreeing.filter((i) => !single[i]);
}

/** A difference is an accusation only when high precision confirms it, or nothing but a real gap can explain it. */
function accusation(t: Trial, worlds: Int32Array, sides: Sides, found: ReturnType<typeof tally>): Outcome {
  if (t.hasty) {
    const evidence = {
      samples: worlds.length,
      informative: found.equal.length + found.different.length + found.zero.length,
      maxRelativeError: sides.maxRelativeError,
      digits: 15,
    };
    return {
      kind: "differs",
      witness: witness(worlds[found.different[0]], sides, found.different[0]),
      holdsIn: [],
      failsIn: found.different.map((i) => worlds[i]),
      evidence,
      confirm: () => accusation({ ...t, hasty: false }, worlds, sides, found),
    };
  }
  const confirmed: number[] = [];
  let digits = 15;
  for (const i of found.different.slice(0, 3)) {
    const precise = atHighPrecision(t.bench, t.left, t.right, worlds[i], t.complex);
    const scale = Math.max(Math.abs(sides.left[i]), Math.abs(sides.right[i]));
    const gap = Math.abs(sides.left[i] - sides.right[i]);
    const clear = !precise && (scale === Number.POSITIVE_INFINITY || (gap > 1e-6 * scale && gap > 1e3 * sides.error[i]));
    if (precise ? precise.gap > 1e-9 * precise.scale : clear) confirmed.push(i);
    if (precise) digits = 50;
    if (confirmed.length > 0) break;
  }
  const evidence = {
    samples: worlds.length,
    informative: found.equal.length + found.different.length + found.zero.length,
    maxRelativeError: sides.maxRelativeError,
    digits,
  };
  if (confirmed.length === 0)
    return { kind: "unknown", code: "sample/unconfirmed", message: "the sides seem to differ, but high precision did not confirm it", evidence };
  const agreeing = telling(t, worlds, [...found.equal, ...found.zero]);
  return {
    kind: "differs",
    witness: witness(worlds[confirmed[0]], sides, confirmed[0]),
    holdsIn: agreeing.map((i) => worlds[i]),
    failsIn: found.different.map((i) => worlds[i]),
    idle: agreeing.filter((i) => sides.left[i] === 0 && sides.right[i] === 0).length,
    evidence,
  };
}
