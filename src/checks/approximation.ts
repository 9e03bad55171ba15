/** Rounded decimals: `=` and `\approx` are compared at the precision that was written, half a unit of the last place of every literal. */
import { type Expr, number, rewrite, some, walk } from "../expression/tree";
import { double, type Lane } from "../numeric/lanes";
import { checkEquality, ENOUGH } from "./equality";
import type { Outcome } from "./outcome";
import type { Trial } from "./trial";

const MOST_LITERALS = 24;

/** Half a unit of the last place of a literal; a round integer counts to its last digit that is not zero. */
function halfUnit(e: Expr): number {
  if (typeof e.data?.half === "number") return e.data.half;
  const text = e.name ?? "";
  const point = text.indexOf(".");
  if (point >= 0) return 0.5 * 10 ** -(text.length - point - 1);
  return 0.5 * 10 ** (/0*$/.exec(text)?.[0].length ?? 0);
}

/** How much of it is left of a decimal that was given as data: it may still have been written shorter than it was computed with. */
const TOLD = 0.2;

/** How much of it is left of a decimal with one digit, 0.3 or 0.05, that is no result: nobody rounds data so far. Terms of a sum may be figures of a table. */
const ONE_DIGIT = 0.1;
const isOneDigit = (e: Expr): boolean => /^0*\.0*[1-9]$/.test(e.name ?? "");

const isDecimal = (e: Expr): boolean => e.op === "number" && (e.name ?? "").includes(".");
/** A literal by itself, with a sign, a power of ten, a letter or a unit beside it: a result as one writes it down. */
function isResult(e: Expr): boolean {
  if (e.op === "neg") return isResult(e.args[0]);
  const factors = factorsOf(e);
  return (
    factors.filter((f) => f.op === "number").length <= 1 &&
    factors.every((f) => f.op === "number" || (e.op === "mul" && (f.op === "symbol" || (f.op === "pow" && !isDecimal(f.args[0])))) || isOfUnits(f))
  );
}

const factorsOf = (e: Expr): readonly Expr[] => (e.op === "mul" ? e.args.flatMap(factorsOf) : [e]);

/** J/(kg K): units and nothing else. */
const isOfUnits = (e: Expr): boolean => e.op === "unit" || (/^(div|pow)$/.test(e.op) && some(e, (n) => n.op === "unit") && !some(e, isDecimal));

/** The whole numbers that a result is or begins with: 3, −3π, 3 · 10^8; nobody rounded the 2 of √(2π) x^x. */
const coefficients = (e: Expr): readonly Expr[] =>
  e.op === "neg" ? coefficients(e.args[0]) : factorsOf(e).filter((f) => f.op === "number" && f.name !== "10");

/** The literals of a side that were rounded: decimals, and after `\approx` the whole number that is the result. */
function literalsOf(e: Expr, approximate: boolean): Expr[] {
  const found: Expr[] = approximate && isResult(e) ? [...coefficients(e)] : [];
  walk(e, (n) => {
    if (isDecimal(n)) found.push(n);
    // f(0.5), g(2.1): the place at which a function is taken
    if (n.op === "apply" && n.args.every((a) => a.op === "number" && PLACE.test(a.name ?? ""))) return false;
    if (n.op === "pow") {
      if (isDecimal(n.args[0])) found.push(n.args[0]);
      return n.args[0].op !== "number";
    }
    return true;
  });
  return [...new Set(found)];
}

/** Places on a grid: one decimal, or quarters and eighths. */
const PLACE = /^\d*(\.(\d|[27]5|[1368][27]5))?$/;

/** 0.5 · 2.5 · 6.5: halves and quarters, all of them, were not rounded. */
const areHalves = (literals: readonly Expr[]): boolean => literals.length >= HALVES && literals.every((n) => /^\d*\.(5|25|75)$/.test(n.name ?? ""));
const HALVES = 3;

/** A literal with a decimal point stands in it. */
export const hasDecimals = (e: Expr): boolean => literalsOf(e, false).length > 0;

/** One number an entry and world, the worlds of an entry side by side. */
interface Side {
  readonly value: Float64Array;
  readonly error: Float64Array;
  /** How far the rounding of its literals can move it, to first order. */
  readonly radius: Float64Array;
  /** The most that the rounding of one literal can move it which the other side does not carry as well. */
  readonly fresh: Float64Array;
}

function sideOf(t: Trial, e: Expr, other: Expr, worlds: Int32Array, approximate: boolean): Side | undefined {
  const rounded = literalsOf(e, approximate);
  if (rounded.length > MOST_LITERALS) return undefined;
  const literals = !approximate && areHalves(rounded) ? [] : rounded;
  const ev = t.bench.evaluator<Lane>(double, worlds);
  const entries = (changed: Expr): readonly Lane[] => {
    const found = ev.evaluate(changed);
    return found.kind === "matrix" ? found.items : [ev.number(found, changed)];
  };
  const at = (changed: Expr): Float64Array => joined(entries(changed).map((entry) => ev.lanes(entry)));
  const base = entries(e);
  const value = joined(base.map((entry) => ev.lanes(entry)));
  const radius = new Float64Array(value.length);
  const fresh = new Float64Array(value.length);
  const carried = new Set(literalsOf(other, approximate).map((n) => n.name));
  walk(other, (n) => void (isDecimal(n) && carried.add(n.name)));
  // 1.03 and 0.97 are made of the 0.03 that was given
  const isTold = ({ name = "" }: Expr): boolean =>
    t.told?.has(name) === true || [...(t.told ?? [])].some((told) => Math.abs(Math.abs(Number(name) - 1) - Number(told)) < 1e-12);
  const isData = (literal: Expr): boolean => isTold(literal) && !isResult(e);
  const terms = new Set(e.op === "add" ? e.args.map((a) => (a.op === "neg" ? a.args[0] : a)) : []);
  const isPlain = (literal: Expr): boolean => t.results?.has(literal.name ?? "") === false && isOneDigit(literal) && !isResult(e) && !terms.has(literal);
  for (const literal of literals) {
    const half = halfUnit(literal) * (isPlain(literal) ? ONE_DIGIT : isData(literal) ? TOLD : 1);
    const moved = [1, -1].map((sign) =>
      at(rewrite(e, (n) => (n === literal ? number(String(Number((Number(literal.name) + sign * half).toPrecision(15))), literal.span) : n))),
    );
    radius.forEach((_, i) => {
      const moves = Math.max(...moved.map((m) => Math.abs(m[i] - value[i])));
      radius[i] += moves;
      if (!carried.has(literal.name)) fresh[i] = Math.max(fresh[i], moves);
    });
  }
  const error = joined(
    base.map((entry) => {
      const errors = double.errors(entry);
      return errors.length === worlds.length ? errors : new Float64Array(worlds.length).fill(errors[0]);
    }),
  );
  return { value, error, radius, fresh };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0];
  const all = new Float64Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What the literals of a step leave open: whose rounding decides whether it holds. */
function deciding(t: Trial, left: Side, right: Side, approximate: boolean): Float64Array {
  const [a, b] = [literalsOf(t.left, approximate).length, literalsOf(t.right, approximate).length];
  if (b > 0 && isResult(t.right)) return right.fresh;
  if (a > 0 && isResult(t.left)) return left.fresh;
  return worked(b > 0 ? right : left);
}

/** Of what is worked out with decimals, only as far as these fix its value: 0.4 · 0.2 is not 9/100, whatever 0.2 was rounded from. */
const worked = ({ fresh, value }: Side): Float64Array => fresh.map((f, i) => (f <= FIXED * Math.abs(value[i]) ? f : 0));
const FIXED = 0.01;

/** `=` between sides that hold decimals, where they are not equal to the last digit; `\approx` anywhere. */
export function checkApproximation(t: Trial, relation: "=" | "≈"): Outcome {
  const approximate = relation === "≈";
  const exact = checkEquality(t);
  if (exact.kind === "agrees") return exact;
  if (literalsOf(t.left, approximate).length + literalsOf(t.right, approximate).length === 0)
    return approximate ? { kind: "unknown", code: "approximation/no-decimals", message: "how near the two sides should be is not said" } : exact;
  if (t.complex) return approximate ? { kind: "unknown", code: "approximation/complex", message: "an approximation of complex numbers" } : exact;
  const worlds = t.closed ? Int32Array.of(0) : t.bench.worlds(t.samples);
  if (worlds.length === 0) return exact;
  const [left, right] = [sideOf(t, t.left, t.right, worlds, approximate), sideOf(t, t.right, t.left, worlds, approximate)];
  if (!left || !right) return { kind: "unknown", code: "approximation/many", message: "too many rounded numbers stand here" };
  if (left.value.length !== right.value.length) return exact;
  // "about 150" is said of 143, too
  const rough = [t.left, t.right].some((e) => isResult(e) && !hasDecimals(e)) ? 0.1 : 0;
  const decides = deciding(t, left, right, approximate);
  let [within, beyond, undecided] = [0, -1, 0];
  left.value.forEach((l, i) => {
    const r = right.value[i];
    const gap = Math.abs(l - r);
    const noise = left.error[i] + right.error[i] + 1e-12 * Math.max(Math.abs(l), Math.abs(r));
    if (!Number.isFinite(gap)) return;
    if (gap <= decides[i] * (1 + 1e-9) + noise) within++;
    else if (
      gap > left.radius[i] + right.radius[i] + 8 * noise &&
      !(approximate && gap <= Math.max(1.2 * (left.radius[i] + right.radius[i]), rough * Math.abs(l))) &&
      !truncated(l, r, decides[i])
    )
      beyond = beyond < 0 ? i : beyond;
    else if (t.closed && approximate && isDigitSlip(l, t.right)) beyond = beyond < 0 ? i : beyond;
    else undecided++;
  });
  const evidence = { samples: worlds.length, informative: within, maxRelativeError: 0, digits: 15 };
  if (beyond >= 0)
    return {
      kind: "differs",
      witness: { world: worlds[beyond % worlds.length], left: left.value[beyond], right: right.value[beyond] },
      holdsIn: [],
      failsIn: [worlds[beyond % worlds.length]],
      evidence: { ...evidence, informative: within + 1 },
    };
  if (undecided === 0 && within >= (t.closed ? 1 : Math.max(1, Math.min(ENOUGH, worlds.length)))) return { kind: "agrees", exact: false, evidence };
  return {
    kind: "unknown",
    code: "approximation/rounding",
    message: "the sides agree as far as the decimals that are written go, but not to the last digit",
    evidence,
  };
}

/** One digit of a result is another than that of the value, and not one of its last two: what was rounded before changes the last ones. */
function isDigitSlip(value: number, result: Expr): boolean {
  const text = result.op === "number" ? (result.name ?? "") : "";
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  const right = value.toFixed(decimals);
  const digits = (s: string): string => s.replace(".", "").replace(/^0+/, "");
  if (right.length !== text.length || digits(text).length < 4 || digits(text).length !== digits(right).length) return false;
  const other = [...digits(text)].flatMap((d, i) => (d === digits(right)[i] ? [] : [i]));
  return other.length === 1 && other[0] < digits(text).length - 2;
}

/** Digits cut off in place of rounding: within a whole unit, and nearer to zero. */
const truncated = (l: number, r: number, half: number): boolean => Math.abs(l - r) <= 2 * half * (1 + 1e-9) && Math.abs(r) <= Math.abs(l) && l * r >= 0;
