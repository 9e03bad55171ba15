/** Definite integrals, lane by lane adaptive, with an honest error: Gauss–Kronrod panels over a change of variable, checked by a second layout of panels. */
import type { Arithmetic } from "./arithmetic";
import { type Kind, place, RANGE, tauOf } from "./changeOfVariable";
import { NODES, POINTS, panelSum } from "./gaussKronrod";
import { type Outcome, type Panel, refined, summary, trimmed } from "./panels";

/** Where the integrand has its mass: a centre and a width for each lane (or one for all). */
export interface Hint {
  readonly centre: Float64Array;
  readonly width: Float64Array;
}

export interface QuadratureOptions {
  readonly hints?: readonly Hint[];
  /** Points where the integrand may jump, a column each, of one value or one for each lane. */
  readonly breaks?: readonly Float64Array[];
  /** Most panels (of 21 nodes) a lane may use in one layout; 240 by default. */
  readonly panels?: number;
  /** Most nodes in one call of the integrand; 2^15 by default. */
  readonly batch?: number;
  /** Called with the number of nodes before each batch; may throw to stop the work. */
  readonly spend?: (nodes: number) => void;
}

/** The integrand at a column of nodes: node `i` belongs to lane `lane[i]`. */
export type Integrand<T> = (lane: Int32Array, x: T) => T;

/** All doubles of a column: value and derivative, real and imaginary part. */
function components<T>(A: Arithmetic<T>, x: T): { v: Float64Array; e: Float64Array }[] {
  const found: { v: Float64Array; e: Float64Array }[] = [];
  A.linear(x, (values, errors) => {
    found.push({ v: values, e: errors });
    return { values, errors };
  });
  return found;
}

/** What one lane integrates over. */
interface Range {
  readonly kind: Kind;
  readonly low: number;
  readonly high: number;
  readonly sign: 1 | -1;
}

function rangeOf(a: number, b: number): Range | undefined {
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  if (Math.abs(a) !== Infinity && Math.abs(b) !== Infinity) return { kind: "plain", low: a, high: b, sign: 1 };
  const [low, high, sign] = a <= b ? ([a, b, 1] as const) : ([b, a, -1] as const);
  if (low === high) return undefined;
  return { kind: low === -Infinity && high === Infinity ? "line" : "ray", low, high, sign };
}

/**
 * ∫ f from a to b for each lane of `a` and `b` (`lanes` of them, or as wide as the bounds are). Bounds may be infinite. Node positions and weights are computed
 * with A's operations, so a dual bound gives Leibniz's rule and complex finite bounds a straight path. `f` is called with many nodes of many lanes at once
 * and must return a column of that width (or of width 1). The estimated truncation error is added to the error bounds. Undefined (NaN): divergent, a pole inside, not converged.
 */
export function integrate<T>(
  A: Arithmetic<T>,
  a: T,
  b: T,
  f: Integrand<T>,
  lanes: number = Math.max(A.width(a), A.width(b)),
  options: QuadratureOptions = {},
): T {
  // an arithmetic that cannot do sums in doubles says so before any work is done
  A.linear(A.number(0), (values, errors) => ({ values, errors }));
  const [av, bv] = [A.toNumbers(a), A.toNumbers(b)];
  const at = (c: Float64Array, i: number) => c[c.length === 1 ? 0 : i];
  const ranges = Array.from({ length: lanes }, (_, i) => rangeOf(at(av, i), at(bv, i)));
  const work = new Quadrature(A, a, b, f, ranges, options);
  const todo = ranges.map((_, i) => i).filter((i) => ranges[i] !== undefined);
  const outcomes = new Array<Outcome | undefined>(lanes);
  for (const i of todo) outcomes[i] = undefined;
  work.run(todo, (i) => ranges[i]?.kind ?? "plain", outcomes);
  const again = todo.filter((i) => ranges[i]?.kind === "plain" && !outcomes[i]?.converged);
  work.run(again, () => "ends", outcomes);
  return work.assemble(outcomes);
}

/** One integral's state: the shape of a column (for duals and complex numbers) is learnt from the first batch. */
class Quadrature<T> {
  private shape: T | undefined;
  private count = 0;
  private readonly anchors: { low: T; high: T; span: T };

  constructor(
    private readonly A: Arithmetic<T>,
    a: T,
    b: T,
    private readonly f: Integrand<T>,
    private readonly ranges: readonly (Range | undefined)[],
    private readonly options: QuadratureOptions,
  ) {
    this.anchors = this.anchorsOf(a, b);
  }

  /** Finite ends as they are; an infinite one is replaced by the other, a span of ±1 then points away from it. */
  private anchorsOf(a: T, b: T): { low: T; high: T; span: T } {
    const { A, ranges } = this;
    const mask = (test: (r: Range) => boolean) => A.numbers(Float64Array.from(ranges, (r) => (r && test(r) ? 1 : 0)));
    const finite = mask((r) => r.kind === "plain");
    const zero = A.number(0);
    const rayEnd = A.select(
      mask((r) => r.kind === "ray" && (r.low === -Infinity) === (r.sign === 1)),
      b,
      A.select(
        mask((r) => r.kind === "ray"),
        a,
        zero,
      ),
    );
    const direction = A.numbers(Float64Array.from(ranges, (r) => (r?.kind === "ray" && r.low === -Infinity ? -1 : 1)));
    return { low: A.select(finite, a, rayEnd), high: A.select(finite, b, zero), span: A.select(finite, A.sub(b, a), direction) };
  }

  /** Integrates the given lanes with one kind of variable each, on two layouts, and records what came out. */
  run(lanes: readonly number[], kindOf: (lane: number) => Kind, outcomes: (Outcome | undefined)[]): void {
    const first = this.adapt(lanes, kindOf, 0);
    const second = this.adapt(
      lanes.filter((i) => first.get(i)?.converged),
      kindOf,
      1,
    );
    for (const i of lanes) {
      const [p, q] = [first.get(i), second.get(i)];
      if (p && q)
        outcomes[i] = {
          value: p.value,
          error: p.error.map((e, c) => Math.max(e, q.error[c] ?? 0) + Math.abs(p.value[c] - q.value[c])),
          converged: p.converged && q.converged && this.agree(p, q),
        };
      else outcomes[i] = p ? { ...p, converged: false } : undefined;
    }
  }

  private agree(p: Outcome, q: Outcome): boolean {
    return p.value.every((v, c) => Math.abs(v - q.value[c]) <= Math.max(1e-10 * Math.max(Math.abs(v), Math.abs(q.value[c])), 50 * (p.error[c] + q.error[c])));
  }

  private adapt(lanes: readonly number[], kindOf: (lane: number) => Kind, layout: 0 | 1): Map<number, Outcome> {
    const most = this.options.panels ?? 240;
    const panels = new Map<number, Panel[]>(lanes.map((i) => [i, this.initial(i, kindOf(i), layout)]));
    const done = new Map<number, Outcome>();
    for (let round = 0; round < 60 && panels.size > 0; round++) {
      this.evaluate(
        [...panels.values()].flat().filter((p) => !p.sums),
        kindOf,
      );
      for (const [i, list] of [...panels]) {
        const kind = kindOf(i);
        const kept = kind === "plain" ? list : trimmed(list);
        const outcome = summary(kept, this.count, kind);
        const next = outcome?.converged ? undefined : refined(kept, this.count);
        // A plain variable gets few panels before the one for singular ends takes over.
        if (next && next.length <= (kind === "plain" ? Math.min(most, 40) : most)) panels.set(i, next);
        else {
          if (outcome) done.set(i, outcome);
          panels.delete(i);
        }
      }
    }
    return done;
  }

  /** Uneven panels, so that no symmetry of the integrand cancels its own error, and edges around every hint. */
  private initial(lane: number, kind: Kind, layout: 0 | 1): Panel[] {
    const [from, to] = RANGE[kind];
    const pieces = kind === "plain" ? 3 + layout : kind === "ends" ? 9 + 2 * layout : 23 + 6 * layout;
    const edges = Array.from(
      { length: pieces + 1 },
      (_, k) => from + (to - from) * (k === 0 || k === pieces ? k / pieces : (k + 0.1 * Math.sin(3 * k + 1 + layout)) / pieces),
    );
    for (const u of this.hinted(lane, layout)) {
      const tau = tauOf(kind, u);
      if (tau !== undefined && tau > from && tau < to) edges.push(tau);
    }
    edges.sort((x, y) => x - y);
    return edges.slice(1).flatMap((edge, k) => (edge - edges[k] > 1e-14 * (to - from) ? [{ lane, from: edges[k], to: edge }] : []));
  }

  /** Positions (in u) at some widths around the hinted centres. */
  private hinted(lane: number, layout: 0 | 1): number[] {
    const r = this.ranges[lane];
    if (!r || (r.kind === "plain" && !(r.high > r.low))) return [];
    const at = (c: Float64Array) => c[c.length === 1 ? 0 : lane];
    const steps = layout === 0 ? [-40, -12, -4, -1, 1, 4, 12, 40] : [-30, -9, -3, 0, 3, 9, 30];
    const toU = (x: number) => (r.kind === "plain" ? (x - r.low) / (r.high - r.low) : r.kind === "line" ? x : r.low === -Infinity ? r.high - x : x - r.low);
    const centres = (this.options.hints ?? []).flatMap((h) => steps.map((k) => at(h.centre) + k * at(h.width)));
    return [...centres, ...(this.options.breaks ?? []).map(at)].map(toU).filter(Number.isFinite);
  }

  /** Evaluates panels in batches. */
  private evaluate(panels: readonly Panel[], kindOf: (lane: number) => Kind): void {
    const size = Math.max(1, Math.floor((this.options.batch ?? 2 ** 15) / POINTS));
    for (let k = 0; k < panels.length; k += size) this.evaluateBatch(panels.slice(k, k + size), kindOf);
  }

  private evaluateBatch(panels: readonly Panel[], kindOf: (lane: number) => Kind): void {
    const { A } = this;
    const n = panels.length * POINTS;
    this.options.spend?.(n);
    const [lane, u, slope, high] = [new Int32Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
    panels.forEach((p, k) => {
      for (let j = 0; j < POINTS; j++) {
        const i = k * POINTS + j;
        const spot = place(kindOf(p.lane), (p.from + p.to) / 2 + ((p.to - p.from) / 2) * NODES[j]);
        lane[i] = p.lane;
        u[i] = spot.fromHigh ? -spot.u : spot.u;
        slope[i] = spot.slope;
        high[i] = spot.fromHigh ? 1 : 0;
      }
    });
    const take = (c: T) => A.gather(c, lane);
    const span = take(this.anchors.span);
    const anchor = high.includes(1) ? A.select(A.numbers(high), take(this.anchors.high), take(this.anchors.low)) : take(this.anchors.low);
    // The position on a changed variable is itself rounded: that error is the integrand's to carry.
    const position = A.linear(A.numbers(u), (values) => ({ values, errors: values.map((t, i) => (kindOf(lane[i]) === "plain" ? 0 : 6e-16 * Math.abs(t))) }));
    const x = A.add(anchor, A.mul(span, position));
    const weight = A.mul(A.select(take(this.rays()), A.number(1), span), A.numbers(slope));
    this.record(panels, A.mul(this.f(lane, x), weight), n);
  }

  /** On rays x = b - u has the same orientation as x = a + u: dx counts positive. */
  private rays(): T {
    return this.A.numbers(Float64Array.from(this.ranges, (r) => (r && r.kind !== "plain" ? 1 : 0)));
  }

  private record(panels: readonly Panel[], g: T, n: number): void {
    const found = components(this.A, g);
    if (found.length > this.count) {
      this.count = found.length;
      this.shape = g;
    }
    const full = found.map(({ v, e }) => (v.length === n ? { v, e } : { v: new Float64Array(n).fill(v[0]), e: new Float64Array(n).fill(e[0]) }));
    panels.forEach((p, k) => {
      p.sums = full.map(({ v, e }) => panelSum(v, e, k * POINTS, (p.to - p.from) / 2));
      p.ends = [k * POINTS, (k + 1) * POINTS - 1].map((i) => full.reduce((most, { v }) => (Number.isNaN(v[i]) ? NaN : Math.max(most, Math.abs(v[i]))), 0)) as [
        number,
        number,
      ];
    });
  }

  /** The results in the shape of the integrand's columns. */
  assemble(outcomes: readonly (Outcome | undefined)[]): T {
    const { A, ranges } = this;
    if (this.shape === undefined) return A.numbers(new Float64Array(ranges.length).fill(NaN));
    let c = 0;
    return A.linear(this.shape, () => {
      const component = c++;
      const good = (i: number) => outcomes[i]?.converged === true;
      const values = Float64Array.from(ranges, (r, i) => (r && good(i) ? r.sign * (outcomes[i]?.value[component] ?? NaN) : NaN));
      const errors = Float64Array.from(ranges, (_, i) => (good(i) ? (outcomes[i]?.error[component] ?? 0) : 0));
      return { values, errors };
    });
  }
}
