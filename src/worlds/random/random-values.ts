/** What random names are worth at an outcome, and the weight of an outcome, in any arithmetic. */
import { column } from "../../base/columns";
import { uniform } from "../../base/random";
import { type Law, placed, type RandomSetting } from "../../derivation/random/random";
import { formula } from "../../derivation/reading/formula";
import { bernoulli } from "../../distributions/index";
import type { Evaluator } from "../../expression/evaluator";
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import { matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import { DrawMemo, drawReal, type Interval, REALS, tableCell, tableCells } from "../draws";
import { constrained, givenOf, isAllowed } from "./event-weights";
import { chosen, mask, OutcomeClasses } from "./outcome-classes";
import type { RandomSpace, Source } from "./random-space";

/** The name that the outcome at hand is bound to. */
export const OUTCOME = "\u0003outcome";

/** The values of one space's names. */
export class RandomValues {
  private readonly memo = new DrawMemo();
  private readonly outcomes: OutcomeClasses;
  private readonly standard = new WeakMap<object, Map<string, unknown[]>>();
  constructor(
    readonly space: RandomSpace,
    private readonly seed: number,
    private readonly setting: RandomSetting,
    private readonly given: readonly (readonly [Expr, Expr])[] = [],
  ) {
    this.outcomes = new OutcomeClasses(space);
  }

  /** The value of a random name at the outcome in the lanes of an evaluator; `indices` gives a subscript's numbers, or a letter that is none. */
  valueOf<T>(
    e: Expr,
    ev: Evaluator<T>,
    indices: (a: Expr) => Float64Array | string,
    shape: { rows: number; cols: number } | undefined,
    within: Interval,
  ): Value<T> | undefined {
    const name = e.op === "indexed" ? (e.name ?? "") : symbolName(e);
    const variable = this.space.names.get(name);
    if (!variable) return undefined;
    const at = variable.sequence ? this.places(e, indices, ev) : symbolName(e);
    const sources = this.space.sources.filter(
      (s) => s.variable.name === name && (typeof at === "string" ? s.at === at || variable.labels.size === 0 : at.includes(s.at as number)),
    );
    if (sources.length === 0 && typeof at === "string") return undefined;
    if (typeof at !== "string" && at.some((i) => !sources.some((s) => s.at === i)))
      throw new NotUnderstood("random/index", `${name} with an index beyond its range`, e.span);
    const outcome = outcomeLanes(ev, this.space);
    const { A } = ev;
    return sources
      .map((s): Value<T> => this.ofSource(s, ev, outcome, shape, within))
      .reduceRight(
        (rest, value, i) =>
          rest === undefined ? value : choose(ev, A.numbers(Float64Array.from(at as Float64Array, (x) => (x === sources[i].at ? 1 : 0))), value, rest),
        undefined as Value<T> | undefined,
      );
  }

  /** The places in its sequence that a subscript names, in every lane. */
  private places<T>(e: Expr, indices: (a: Expr) => Float64Array | string, ev: Evaluator<T>): Float64Array {
    if (e.args.length !== 1) throw new NotUnderstood("random/index", "a random name with several indices", e.span);
    const index = indices(e.args[0]);
    if (typeof index !== "string") return index.length === ev.frame.width ? index : new Float64Array(ev.frame.width).fill(index[0]);
    // letters that no number stands for are different places
    const letter = "ijklmnrst".indexOf(index);
    return new Float64Array(ev.frame.width).fill(letter < 0 ? 1 : 1 + (letter % this.space.length));
  }

  private ofSource<T>(s: Source, ev: Evaluator<T>, outcome: Float64Array, shape: { rows: number; cols: number } | undefined, within: Interval): Value<T> {
    const classes = this.outcomes.classes(s, outcome);
    const { A } = ev;
    if (s.values === "event") return scalar(A.numbers(classes));
    if (s.values === "points") return scalar(byClass(s, 0, ev, classes));
    if (shape) {
      if (s.values !== "free") throw new NotUnderstood("random/vector", `moments of the vector ${s.variable.name}`);
      return matrix(
        shape.rows,
        shape.cols,
        Array.from({ length: shape.rows * shape.cols }, (_, i) => A.numbers(this.drawn(`${s.label}[${i}]`, classes, ev, REALS))),
        shape.cols === 1 ? true : undefined,
      );
    }
    if (s.values === "free") return scalar(A.numbers(this.drawn(s.label, classes, ev, within)));
    if (s.values === "law") return scalar(lawValue(s, ev, classes));
    return scalar(this.withMoments(s, ev, classes));
  }

  private drawn<T>(label: string, classes: Float64Array, ev: Evaluator<T>, within: Interval): Float64Array {
    return this.outcomes.draws(`${label} ${within.low}`, classes, ev, (c, worlds) =>
      this.memo.column(`${label}@${c} ${within.low}`, worlds, (w) => drawReal(`${label}@${c}`, w, this.seed, within)),
    );
  }

  /** Drawn values, moved and scaled to the given mean and variance. */
  private withMoments<T>(s: Source, ev: Evaluator<T>, classes: Float64Array): T {
    const { A } = ev;
    const root = ev.atRoot();
    const values = this.centred(s, root, moment(s, "variance") !== undefined);
    const z = chosen(ev, values, classes);
    const [mean, variance] = [moment(s, "mean"), moment(s, "variance")].map((e) => e && parameter(s, e, ev));
    const spread = variance === undefined ? z : A.mul(A.call1("sqrt", variance), z);
    return mean === undefined
      ? variance === undefined
        ? z
        : A.add(spread, A.numbers(this.drawn(`${s.label}:mean`, new Float64Array(classes.length), ev, REALS)))
      : A.add(mean, spread);
  }

  /** A source's values less their mean, over their deviation where it is scaled, class by class in the lanes of the root. */
  private centred<T>(s: Source, root: Evaluator<T>, scaled: boolean): T[] {
    const known = this.standard.get(root.frame) ?? new Map<string, unknown[]>();
    this.standard.set(root.frame, known);
    const key = `${s.label}|${s.at}|${scaled}`;
    const kept = known.get(key) as T[] | undefined;
    if (kept) return kept;
    const { A } = root;
    const { world } = root.frame;
    const each = <U>(f: (c: number) => U): U[] => Array.from({ length: s.size }, (_, c) => f(c));
    const values = each((c) => A.numbers(this.memo.column(`${s.label}@${c}`, world, (w) => drawReal(`${s.label}@${c}`, w, this.seed, REALS))));
    const weights = this.marginal(s, root);
    const total = weights.reduce((a, b) => A.add(a, b));
    const expected = (xs: readonly T[]): T =>
      A.div(
        xs.map((x, c) => A.mul(weights[c], x)).reduce((a, b) => A.add(a, b)),
        total,
      );
    const mean = expected(values);
    const moved = values.map((v) => A.sub(v, mean));
    const deviation = scaled ? A.call1("sqrt", expected(moved.map((v) => A.mul(v, v)))) : A.number(1);
    const made = moved.map((v) => A.div(v, deviation));
    known.set(key, made);
    return made;
  }

  /** The weights of a source's classes, over all outcomes of its block. */
  private marginal<T>(s: Source, root: Evaluator<T>): T[] {
    const { A } = root;
    const members = this.space.sources.filter((m) => m.block === s.block);
    const cells = cellsOf(members);
    const stride = members.slice(0, members.indexOf(s)).reduce((n, m) => n * m.size, 1);
    const label = blockLabel(members);
    const found: (T | undefined)[] = [];
    for (const [cell, weights] of tableCells(label, cells, root.frame.world, this.seed).entries()) {
      const own = Math.floor(cell / stride) % s.size;
      const weight = A.numbers(weights);
      found[own] = found[own] === undefined ? weight : A.add(found[own] as T, weight);
    }
    return found as T[];
  }

  /** What makes names with laws depend on each other and leaves each its law: 1 + Σ c (x - E x) (y - E y) over their pairs. */
  private dependence<T>(members: readonly Source[], ev: Evaluator<T>, classes: (s: Source) => Float64Array): T {
    const { A } = ev;
    const centred = members.map((s) => {
      const mean =
        s.values === "law"
          ? lawParts(s, ev).mean
          : (s.variable.points ?? []).map(([x, p]) => A.mul(parameter(s, x, ev), parameter(s, p, ev))).reduce((a, b) => A.add(a, b));
      return A.sub(s.values === "law" ? lawValue(s, ev, classes(s)) : byClass(s, 0, ev, classes(s)), mean);
    });
    let factor = A.number(1);
    for (let k = 0; k < members.length; k++)
      for (let l = k + 1; l < members.length; l++) {
        const label = `dependence ${members[k].label} ${members[l].label}`;
        const c = A.numbers(this.memo.column(label, ev.frame.world, (w) => drawReal(label, w, this.seed, REALS)));
        factor = A.add(factor, A.mul(c, A.mul(centred[k], centred[l])));
      }
    return factor;
  }

  /** The weights of a block's cells, in the lanes of the root, where something is given of its events. */
  private constrained<T>(members: readonly Source[], ev: Evaluator<T>): T[] | undefined {
    if (!members.every((m) => m.values === "event")) return undefined;
    const given = givenOf(members, this.given);
    const cells = 2 ** members.length;
    const allowed = Array.from({ length: cells }, (_, cell) =>
      isAllowed(
        members,
        members.map((_, i) => (cell >> i) & 1),
        this.setting,
      ),
    );
    if ((given.length === 0 && allowed.every((a) => a)) || cells > 64) return undefined;
    const root = ev.atRoot();
    const known = this.standard.get(root.frame) ?? new Map<string, unknown[]>();
    this.standard.set(root.frame, known);
    const label = blockLabel(members);
    const kept = known.get(label) as T[] | undefined;
    if (kept) return kept;
    const { world } = root.frame;
    const drawn = tableCells(label, cells, world, this.seed).map((weights) => root.A.numbers(weights));
    const at = (cell: number): Evaluator<T> =>
      root.with(OUTCOME, {
        kind: "element",
        space: OUTCOME,
        index: new Float64Array(world.length).fill(members.reduce((o, m, i) => o + ((cell >> i) & 1) * m.stride, 0)),
      });
    const made = constrained(drawn, allowed, given, root, at);
    known.set(label, made);
    return made;
  }

  /** The weight of the outcome in every lane; blocks of drawn weights are not normalised. */
  weight<T>(ev: Evaluator<T>): T {
    const { A } = ev;
    const outcome = outcomeLanes(ev, this.space);
    let weight: T | undefined;
    const times = (w: T): void => {
      weight = weight === undefined ? w : A.mul(weight, w);
    };
    for (const block of new Set(this.space.sources.map((s) => s.block))) {
      const members = this.space.sources.filter((s) => s.block === block);
      const [first] = members;
      const classes = (s: Source): Float64Array => this.outcomes.classes(s, outcome);
      if (members.length > 1 && members.every((s) => s.values === "law" || s.values === "points")) {
        for (const s of members) times(s.values === "points" ? byClass(s, 1, ev, classes(s)) : lawWeight(s, ev, classes(s)));
        times(this.dependence(members, ev, classes));
        continue;
      }
      if (first.values === "points") times(byClass(first, 1, ev, classes(first)));
      else if (first.values === "law" && members.length === 1) times(lawWeight(first, ev, classes(first)));
      else {
        const cells = this.outcomes.cells(members, outcome);
        const given = this.constrained(members, ev);
        const label = blockLabel(members);
        const size = cellsOf(members);
        times(
          given
            ? chosen(ev, given, cells)
            : A.numbers(this.outcomes.draws(`weight ${label}`, cells, ev, (cell, worlds) => tableCell(label, size, cell, worlds, this.seed))),
        );
      }
    }
    return weight ?? A.number(1);
  }
}

/** Which outcome each lane is at. Outside of every statistic a random name has a value that nobody knows: that of another outcome in every world. */
function outcomeLanes<T>(ev: Evaluator<T>, space: RandomSpace): Float64Array {
  const { width, world } = ev.frame;
  const bound = ev.frame.find(OUTCOME);
  if (bound?.kind !== "element") return column(width, (lane) => Math.floor(uniform(OUTCOME, world[world.length === 1 ? 0 : lane]) * space.outcomes));
  return bound.index.length === width ? bound.index : new Float64Array(width).fill(bound.index[0]);
}

const cellsOf = (members: readonly Source[]): number => members.reduce((n, m) => n * m.size, 1);
const blockLabel = (members: readonly Source[]): string => (members.length === 1 ? members[0].label : `joint ${members.map((m) => m.label).join(" ")}`);

function choose<T>(ev: Evaluator<T>, condition: T, a: Value<T>, b: Value<T>): Value<T> {
  if (a.kind === "matrix" && b.kind === "matrix") return { ...a, items: a.items.map((x, i) => ev.A.select(condition, x, b.items[i])) };
  if (a.kind === "scalar" && b.kind === "scalar") return scalar(ev.A.select(condition, a.x, b.x));
  throw new NotUnderstood("random/shapes", "terms of a random sequence of different shapes");
}

/** The value (0) or the probability (1) of the point that each lane is at. */
function byClass<T>(s: Source, part: 0 | 1, ev: Evaluator<T>, classes: Float64Array): T {
  const { A } = ev;
  return (s.variable.points ?? []).map((point) => parameter(s, point[part], ev)).reduceRight((rest, x, c) => A.select(A.numbers(mask(classes, c)), x, rest));
}

/** A given moment of a source, or that of its law. */
function moment(s: Source, kind: "mean" | "variance"): Expr | undefined {
  const { law, mean, covariance } = s.variable;
  if (!law) return kind === "mean" ? mean : covariance;
  return lawMoment(law, kind);
}

/** The mean, variance or skewness of a law in its arguments. */
export function lawMoment({ family, args }: Law, kind: "mean" | "variance" | "skewness"): Expr | undefined {
  const latex = family[kind];
  return latex === undefined ? undefined : placed(formula(latex), family.parameters, args);
}

/** A parameter of a source's distribution: of a sequence, with its index letter at the source's place. */
function parameter<T>(s: Source, e: Expr, ev: Evaluator<T>): T {
  const { index } = s.variable;
  return index && typeof s.at === "number" && index !== "n" ? ev.with(index, scalar(ev.A.number(s.at))).scalar(e) : ev.scalar(e);
}

function lawParts<T>(s: Source, ev: Evaluator<T>): { mean: T; deviation: T; skew: T } {
  const of = (kind: "mean" | "variance" | "skewness"): T => {
    const e = s.variable.law && lawMoment(s.variable.law, kind);
    if (!e) throw new NotUnderstood("random/moment", `the ${kind} of ${s.variable.name} does not exist or is not known here`);
    return parameter(s, e, ev);
  };
  return { mean: of("mean"), deviation: ev.A.call1("sqrt", of("variance")), skew: of("skewness") };
}

/** The nodes of a Gaussian quadrature of a law: of as many points as the source has classes, exact for polynomials of twice their number less one. */
function lawValue<T>(s: Source, ev: Evaluator<T>, classes: Float64Array): T {
  const { A } = ev;
  if (s.variable.law?.family === bernoulli) return A.numbers(classes);
  const { mean, deviation, skew } = lawParts(s, ev);
  const sign = A.numbers(classes.map((c) => SIGNS[s.size][c]));
  if (s.size === 2) {
    const root = A.call1("sqrt", A.add(A.mul(skew, skew), A.number(4)));
    return A.add(mean, A.mul(deviation, A.div(A.add(skew, A.mul(sign, root)), A.number(2))));
  }
  return A.add(mean, A.mul(deviation, A.mul(sign, normalNode(A.numbers, A, classes, s.size))));
}

const SIGNS: Readonly<Record<number, readonly number[]>> = { 2: [-1, 1], 3: [0, -1, 1], 5: [0, -1, 1, -1, 1] };

/** Absolute nodes of the Hermite rules with 3 and 5 points. Source: Abramowitz & Stegun 25.4.46, for the weight of the standard normal law. */
function normalNode<T>(numbers: (xs: Float64Array) => T, A: Evaluator<T>["A"], classes: Float64Array, size: number): T {
  if (size === 3) return A.call1("sqrt", A.number(3));
  const inner = numbers(classes.map((c) => (c <= 2 ? -1 : 1)));
  return A.call1("sqrt", A.add(A.number(5), A.mul(inner, A.call1("sqrt", A.number(10)))));
}

function lawWeight<T>(s: Source, ev: Evaluator<T>, classes: Float64Array): T {
  const { A } = ev;
  const { law } = s.variable;
  if (law?.family === bernoulli) {
    const p = parameter(s, law.args[0], ev);
    return A.select(A.numbers(classes), p, A.sub(A.number(1), p));
  }
  if (s.size === 2) {
    const { skew } = lawParts(s, ev);
    const root = A.call1("sqrt", A.add(A.mul(skew, skew), A.number(4)));
    const sign = A.numbers(classes.map((c) => SIGNS[2][c]));
    return A.div(A.sub(A.number(1), A.mul(sign, A.div(skew, root))), A.number(2));
  }
  if (s.size === 3) return A.div(A.numbers(classes.map((c) => (c === 0 ? 4 : 1))), A.number(6));
  const root = A.call1("sqrt", A.number(10));
  const side = A.numbers(classes.map((c) => (c <= 2 ? 1 : -1)));
  const outer = A.div(A.add(A.number(7), A.mul(side, A.mul(A.number(2), root))), A.number(60));
  return A.select(A.numbers(classes.map((c) => (c === 0 ? 1 : 0))), A.div(A.number(8), A.number(15)), outer);
}
