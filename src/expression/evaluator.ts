/** Evaluates a tree in any arithmetic: a column at a time, every node in all lanes at once. */
import { indices } from "../base/columns";
import type { Fuel } from "../base/fuel";
import type { Arithmetic } from "../numeric/arithmetic";
import { type Dual, type DualArithmetic, dualOver } from "../numeric/dual";
import { type Exponentials, exponentialsOver } from "../numeric/exponentials";
import type { Expr } from "./tree";
import { gather, NotUnderstood, scalar, type Value } from "./value";

/** What a node of one operator means, written once for every arithmetic. */
export type Meaning = <T>(e: Expr, ev: Evaluator<T>) => Value<T>;

/** The range of a bound variable for which no bounds are written. */
export type Range =
  | { readonly kind: "integers"; readonly from: Expr | number; readonly to: Expr | number }
  | { readonly kind: "values"; readonly values: readonly Expr[] }
  | { readonly kind: "elements"; readonly space: string; readonly size: number }
  | { readonly kind: "continuous"; readonly from: number; readonly to: number };

/** Gives names their values: implemented by worlds/. */
export interface Model {
  /** A free symbol, in the lanes of the evaluator's frame. */
  symbol<T>(name: string, ev: Evaluator<T>, e: Expr): Value<T>;
  /** A symbol with subscripts that are evaluated: a sequence, an entry of a vector. */
  indexed<T>(e: Expr, ev: Evaluator<T>): Value<T>;
  /** A function that the document or nobody defines; a density; a table. */
  apply<T>(e: Expr, ev: Evaluator<T>): Value<T>;
  /** Over what a sum without bounds runs. */
  range(name: string, body: Expr): Range | undefined;
  /** Expectation, variance, probability, entropy … of the document's random variables. */
  statistic<T>(e: Expr, ev: Evaluator<T>): Value<T>;
  /** Rows and columns of a name that is a vector or a matrix. */
  shape?(name: string): { readonly rows: number; readonly cols: number } | undefined;
  /** The name of the vector or matrix of which an indexed name is an entry. */
  owner?<T>(e: Expr, ev: Evaluator<T>): string | undefined;
  /** Whether an application is of a distribution with a formula: a named family, or one that the document defines. */
  hasDensity?(e: Expr): boolean;
  /** The formula that the document defines a name by. */
  meaning?(name: string): Expr | undefined;
  /** Whether a name is a distribution of which nothing is said that a name could be a parameter of. */
  hides?(distribution: string, parameter: string): boolean;
  /** The formula of a function or a sequence, with what its arguments or indices are called in it. */
  formula?(name: string): { readonly params: readonly string[]; readonly indexed: boolean; readonly body: Expr } | undefined;
  /** The size of a matrix that shows none (an identity, a zero). */
  readonly dimension: number;
  /** Names that the value of an expression may depend on (more do no harm); undefined where that is not known. */
  reads?(e: Expr): ReadonlySet<string> | undefined;
  /** Whether an expression stands in several places of the scope, as one node. */
  isRepeated?(e: Expr): boolean;
}

/** A column of lanes and what the names bound in them are. Free symbols are not bound here: they are kept by the root, once for all frames above it. */
export class Frame<T> {
  private readonly bound = new Map<string, Value<T>>();
  private readonly seen = new Map<string, Value<T> | undefined>();
  /** Free symbols by name, at the root only. */
  readonly free = new Map<string, Value<T>>();
  /** The root's lane for each lane. */
  readonly rootLane: Int32Array | undefined;
  readonly root: Frame<T>;
  /** Values of expressions that were evaluated here for wider frames. */
  private readonly kept = new Map<Expr, Value<T>>();
  /** Values of the root as seen from these lanes. */
  private readonly gathered = new Map<Value<T>, Value<T>>();
  constructor(
    readonly A: Arithmetic<T>,
    readonly width: number,
    /** The world of each lane. */
    readonly world: Int32Array,
    private readonly parent?: Frame<T>,
    private readonly map?: Int32Array,
  ) {
    this.root = parent ? parent.root : this;
    this.rootLane = map ? (parent?.rootLane ? composed(parent.rootLane, map) : map) : parent?.rootLane;
  }

  bind(name: string, value: Value<T>): this {
    this.bound.set(name, value);
    return this;
  }
  /** The value of a bound name, from the nearest frame that binds it. */
  find(name: string): Value<T> | undefined {
    const own = this.bound.get(name);
    if (own) return own;
    if (!this.parent) return undefined;
    if (!this.map) return this.parent.find(name);
    if (this.seen.has(name)) return this.seen.get(name);
    const value = this.parent.find(name);
    const here = value && gather(this.A, value, this.map);
    this.seen.set(name, here);
    return here;
  }
  /** The narrowest frame in which all of these names mean the same as here, where it is much narrower. */
  outside(names: ReadonlySet<string>): Frame<T> | undefined {
    let found: Frame<T> | undefined;
    for (let frame: Frame<T> = this; frame.parent && !frame.binds(names); frame = frame.parent) if (frame.map) found = frame.parent;
    return found && found.width * 2 <= this.width ? found : undefined;
  }
  private binds(names: ReadonlySet<string>): boolean {
    for (const name of this.bound.keys()) if (names.has(name)) return true;
    return false;
  }
  /** A value of a frame below, seen from these lanes. */
  from(outer: Frame<T>, value: Value<T>): Value<T> {
    if (outer === this.root && this.rootLane) return gather(this.A, value, this.rootLane);
    let map: Int32Array | undefined;
    for (let frame: Frame<T> = this; frame !== outer && frame.parent; frame = frame.parent) {
      const own = frame.map;
      if (own) map = map ? composed(own, map) : own;
    }
    return map ? gather(this.A, value, map) : value;
  }
  /** A value of the root, seen from these lanes; gathered once for all frames of the same lanes. */
  fromRoot(value: Value<T>): Value<T> {
    if (!this.rootLane) return value;
    if (!this.map && this.parent) return this.parent.fromRoot(value);
    const here = this.gathered.get(value) ?? gather(this.A, value, this.rootLane);
    this.gathered.set(value, here);
    return here;
  }
  /** What an expression is worth here, evaluated once. */
  once(e: Expr, evaluate: () => Value<T>): Value<T> {
    const value = this.kept.get(e) ?? evaluate();
    this.kept.set(e, value);
    return value;
  }
  /** The names bound anywhere in this frame and below it. */
  boundNames(): Set<string> {
    const names = this.parent ? this.parent.boundNames() : new Set<string>();
    for (const name of this.bound.keys()) names.add(name);
    return names;
  }
}

/** First `inner`, then `outer`. */
const composed = (outer: Int32Array, inner: Int32Array): Int32Array => indices(inner.length, (i) => outer[inner[i]]);

/** Levels of derivatives that are not counted. */
const CHEAP_LEVELS = 3;
/** In fewer lanes it does not pay to look whether an expression could be evaluated in fewer still. */
const WIDE = 24;

/** Evaluates trees in one arithmetic, in the lanes of one frame, with the names of one model. */
export class Evaluator<T> {
  constructor(
    readonly A: Arithmetic<T>,
    readonly frame: Frame<T>,
    readonly model: Model,
    readonly meanings: ReadonlyMap<string, Meaning>,
    readonly fuel: Fuel,
    /** Names that are being differentiated by, outermost first, with the evaluators below. */
    readonly seeds: readonly Seed[] = [],
    readonly depth = 0,
    /** Where the infinitesimals of derivatives come from, if this arithmetic stands above the one that they are taken in. */
    private readonly lifted?: (level: number) => T,
  ) {}

  evaluate(e: Expr): Value<T> {
    const meaning = this.meanings.get(e.op);
    if (!meaning)
      throw new NotUnderstood("expression/unknown", e.op === "list" ? "a list stands where one value is meant" : `no meaning is known for "${e.op}"`, e.span);
    const outer = this.frame.width >= WIDE && e.args.length > 0 && this.frame.rootLane ? this.outside(e) : undefined;
    if (outer)
      return this.frame.from(
        outer,
        outer.once(e, () => meaning(e, this.derived(outer))),
      );
    if (e.args.length > 0 && this.model.isRepeated?.(e)) return this.frame.once(e, () => this.worked(meaning, e));
    return this.worked(meaning, e);
  }

  private worked(meaning: Meaning, e: Expr): Value<T> {
    this.fuel.spend(this.frame.width * this.weight);
    return meaning(e, this);
  }

  /** What an operation costs under derivatives of derivatives: each level trebles it, as it does a product; the first few are cheap beside the rest. */
  private get weight(): number {
    return 3 ** Math.max(0, this.seeds.length - CHEAP_LEVELS);
  }

  /** The value as a number; a 1×1 matrix is one. */
  scalar(e: Expr): T {
    return this.number(this.evaluate(e), e);
  }
  number(value: Value<T>, e: Expr): T {
    if (value.kind === "scalar") return value.x;
    if (value.kind === "matrix" && value.rows === 1 && value.cols === 1) return value.items[0];
    if (value.kind === "element") return this.number(this.model.symbol(`#${value.space}`, this.with("#element", value), e), e);
    throw new NotUnderstood(
      "expression/not-a-number",
      value.kind === "matrix" ? "a matrix stands where a number is needed" : "a tuple stands where a number is needed",
      e.span,
    );
  }

  /** Where an expression is evaluated that does not depend on the innermost bound names. */
  private outside(e: Expr): Frame<T> | undefined {
    const names = this.model.reads?.(e);
    return names && this.frame.outside(names);
  }
  private derived(frame: Frame<T>, deeper = 0): Evaluator<T> {
    return new Evaluator(this.A, frame, this.model, this.meanings, this.fuel, this.seeds, this.depth + deeper, this.lifted);
  }
  /** With one more name bound, in the same lanes. */
  with(name: string, value: Value<T>): Evaluator<T> {
    return this.derived(new Frame(this.A, this.frame.width, this.frame.world, this.frame).bind(name, value));
  }
  /** With several names bound at once and everything else hidden but the free symbols: the body of a function. */
  call(bindings: ReadonlyMap<string, Value<T>>): Evaluator<T> {
    if (this.depth > 24) throw new NotUnderstood("definition/circular", "a definition refers to itself");
    const frame = new Frame(this.A, this.frame.width, this.frame.world, this.frame);
    for (const [name, value] of bindings) frame.bind(name, value);
    return this.derived(frame, 1);
  }
  /** In wider lanes: lane `i` of the new frame is lane `map[i]` of this one. */
  widen(map: Int32Array): Evaluator<T> {
    const own = this.frame.world;
    const world = own.length === 1 ? new Int32Array(map.length).fill(own[0]) : indices(map.length, (i) => own[map[i]]);
    return this.derived(new Frame(this.A, map.length, world, this.frame, map));
  }
  /** In the lanes of the root, where no name is bound. */
  atRoot(): Evaluator<T> {
    return this.frame.root === this.frame ? this : this.derived(this.frame.root, 1);
  }
  /** A value of the root, seen from this frame's lanes. */
  fromRoot(value: Value<T>): Value<T> {
    return this.frame.fromRoot(value);
  }
  /** The column of a constant. */
  constant(x: number): T {
    return this.A.number(x);
  }
  /** Every lane's value of a column, also where it has width one. */
  lanes(x: T): Float64Array {
    const values = this.A.toNumbers(x);
    return values.length === this.frame.width ? values : new Float64Array(this.frame.width).fill(values[0]);
  }
  /**
   * An evaluator over dual numbers in which `by` (a symbol, an indexed symbol, an entry of a table; `entry` of its matrix) has
   * derivative one. A bound name is replaced here; the model adds `epsilon` to free ones, which it knows by `seeds`.
   */
  dual(name: string, at: Value<T>, by: Expr, entry = 0): Evaluator<Dual<T>> {
    const D = dualOver(this.A);
    const frame = new LiftedFrame<T, Dual<T>>(D, this.frame);
    // what a formula gives a name is the place of the derivative, and the name a variable there
    const isPlace = this.frame.find(name) !== undefined || name.startsWith("\u0000") || this.model.meaning?.(name) !== undefined;
    if (at.kind === "scalar" && isPlace) frame.bind(name, scalar(D.variable(at.x)));
    if (at.kind === "matrix" && this.frame.find(name)) frame.bind(name, { ...at, items: at.items.map((x, i) => (i === entry ? D.variable(x) : D.lift(x))) });
    return new Evaluator<Dual<T>>(D, frame, this.model, this.meanings, this.fuel, [...this.seeds, { name, by, entry, below: this }], this.depth);
  }
  /** An evaluator in which one name is the variable of polynomials and exponentials, and everything else is a coefficient. */
  exponentials(name: string): Evaluator<Exponentials<T>> {
    const X = exponentialsOver(this.A);
    const frame = new LiftedFrame<T, Exponentials<T>>(X, this.frame).bind(name, scalar(X.variable));
    return new Evaluator(X, frame, this.model, this.meanings, this.fuel, this.seeds, this.depth, (level) => X.lift(this.epsilon(level)));
  }
  /** The infinitesimal of the derivative at a level of nesting (an index of `seeds`), as a number of this arithmetic. */
  epsilon(level: number): T {
    if (this.lifted) return this.lifted(level);
    const top = this.seeds.length - 1;
    const { below } = this.seeds[top];
    const D = this.A as unknown as DualArithmetic<unknown>;
    if (level < top) return D.lift(below.epsilon(level)) as T;
    return D.variable(below.A.number(0)) as T;
  }
}

/** A derivative that is being taken. */
export interface Seed {
  readonly name: string;
  readonly by: Expr;
  /** Which entry, where the name is a vector or a matrix. */
  readonly entry: number;
  /** The evaluator in which the derivative was asked for. */
  readonly below: Evaluator<unknown>;
}

/** An arithmetic above another, with the numbers of the other as its constants. */
interface Above<T, U> extends Arithmetic<U> {
  lift(x: T): U;
}

/** The frame of an arithmetic above a frame: bound names are lifted as constants. */
class LiftedFrame<T, U> extends Frame<U> {
  constructor(
    private readonly above: Above<T, U>,
    private readonly below: Frame<T>,
  ) {
    super(above, below.width, below.world);
  }
  override find(name: string): Value<U> | undefined {
    const own = super.find(name);
    if (own) return own;
    if (!this.below.boundNames().has(name)) return undefined;
    const value = this.below.find(name);
    return value && liftValue(this.above, value);
  }
  override boundNames(): Set<string> {
    const names = super.boundNames();
    for (const name of this.below.boundNames()) names.add(name);
    return names;
  }
}

function liftValue<T, U>(D: Above<T, U>, value: Value<T>): Value<U> {
  switch (value.kind) {
    case "scalar":
      return { ...value, x: D.lift(value.x) };
    case "matrix":
      return { ...value, items: value.items.map((x) => D.lift(x)) };
    case "tuple":
      return { ...value, items: value.items.map((item) => liftValue(D, item)) };
    case "element":
      return value;
  }
}
