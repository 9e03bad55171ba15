/** The quick look at a candidate: its value in a few worlds, in doubles, against the side that stands. */
import { Fuel, OutOfFuel } from "../base/fuel";
import { columnsOf } from "../checks/compare";
import { hasError } from "../derivation/facts/items";
import { parseOnce } from "../derivation/reading/chains";
import type { Evaluator } from "../expression/evaluator";
import type { Reading } from "../expression/parser";
import { SharedParts } from "../expression/shared-parts";
import { type Expr, some } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import type { Token } from "../latex/tokens";
import { Unsupported } from "../numeric/arithmetic";
import { type Complex, complexOver } from "../numeric/complex";
import { double, type Lane } from "../numeric/lanes";
import type { Bench } from "../worlds/bench";
import { KeepingEvaluator } from "./keeping-evaluator";

/** Values of an expression: one column a component (and one for each imaginary part), one number a world. */
export type Columns = readonly Float64Array[];

/** Work for one failing step, in evaluations of a node in a world. */
const WORK = 4_000_000;

/** Worlds that are asked first of what takes quadrature. */
const FEW = 1;

/** Worlds and the evaluators over them, made when they are needed. */
interface Look {
  readonly worlds: Int32Array;
  real?: Evaluator<Lane>;
  both?: Evaluator<Complex<Lane>>;
}

/** What is evaluated by quadrature: hundreds of nodes a world. */
const isDear = (e: Expr): boolean => some(e, (n) => n.op.startsWith("integral") || n.op === "sum-over" || n.op === "statistic");

export class Screen {
  readonly fuel = new Fuel(WORK);
  private readonly kept = new Map<string, Columns | undefined>();
  /** One for all candidates: it keeps the values of names and the tables of distributions. */
  private readonly shared = new SharedParts();
  private readonly all: Look;
  private readonly few: Look;
  /** How many candidates may still be parsed and evaluated. */
  private left = 700;
  constructor(
    private readonly bench: Bench,
    private readonly reading: Reading,
    readonly worlds: Int32Array,
    private readonly complex: boolean,
    private readonly understood: (e: Expr) => Expr = (e) => e,
  ) {
    this.all = { worlds };
    this.few = { worlds: worlds.slice(0, FEW) };
  }

  parse(tokens: readonly Token[]): Expr | undefined {
    if (tokens.length === 0) return undefined;
    const e = parseOnce({ tokens, from: tokens[0].from, to: tokens[tokens.length - 1].to }, this.reading);
    return hasError(e) ? undefined : e;
  }

  /** The columns of a list of tokens; undefined where it has no value here or the work is used up. */
  tokens(tokens: readonly Token[]): Columns | undefined {
    return this.valued(tokens, () => true);
  }

  /** Whether a list of tokens gives the wanted columns. Where every world is dear, a few are asked before all. */
  gives(tokens: readonly Token[], wanted: Columns): boolean {
    const columns = this.valued(tokens, (e) => {
      if (this.worlds.length <= FEW || !isDear(e)) return true;
      const few = this.looked(e, this.few);
      return !few || !contradict(few, wanted);
    });
    return agree(columns, wanted);
  }

  /** The columns of a list of tokens whose tree is `worth` them. */
  private valued(tokens: readonly Token[], worth: (e: Expr) => boolean): Columns | undefined {
    const key = tokens.map((t) => `${t.kind[0]}${t.text}`).join(" ");
    if (this.kept.has(key)) return this.kept.get(key);
    if (this.left-- <= 0) return undefined;
    const read = this.parse(tokens);
    const e = read && this.shared.of(this.understood(read));
    if (e && !worth(e)) return undefined;
    const found = e && this.expression(e);
    this.kept.set(key, found);
    return found;
  }

  expression(e: Expr): Columns | undefined {
    return this.looked(e, this.all);
  }

  private looked(e: Expr, at: Look): Columns | undefined {
    try {
      const n = at.worlds.length;
      if (!this.complex) {
        at.real ??= new KeepingEvaluator<Lane>(double, at.worlds, this.bench.model, this.fuel);
        return columnsIn(at.real, this.shared.of(e)).map((x) => full(x, n));
      }
      at.both ??= new KeepingEvaluator<Complex<Lane>>(complexOver(double), at.worlds, this.bench.model, this.fuel);
      return columnsIn(at.both, this.shared.of(e)).flatMap((x) => [full(x.re, n), full(x.im, n)]);
    } catch (error) {
      if (error instanceof NotUnderstood || error instanceof Unsupported || error instanceof OutOfFuel || error instanceof RangeError) return undefined;
      throw error;
    }
  }
}

const columnsIn = <T>(ev: Evaluator<T>, e: Expr): T[] => columnsOf(ev, ev.evaluate(e), e).columns;
const full = (x: Lane, width: number): Float64Array => (x.v.length === width ? x.v : new Float64Array(width).fill(x.v[0]));

/** Whether two sets of columns agree wherever both are defined, in at least one world. */
export function agree(a: Columns | undefined, b: Columns | undefined, tolerance = 1e-6): boolean {
  return (
    a !== undefined && b !== undefined && a.length === b.length && !contradict(a, b, tolerance) && a.some((c, k) => c.some((x, i) => comparable(x, b[k][i])))
  );
}

/** Whether two sets of columns differ somewhere, in the worlds of the first. */
const contradict = (a: Columns, b: Columns, tolerance = 1e-6): boolean =>
  a.length === b.length && a.some((c, k) => c.some((x, i) => comparable(x, b[k][i]) && differ(x, b[k][i], tolerance)));

const comparable = (x: number, y: number): boolean => Number.isFinite(x) && Number.isFinite(y);
const differ = (x: number, y: number, tolerance: number): boolean =>
  Math.abs(x - y) > tolerance * Math.max(Math.abs(x), Math.abs(y)) && Math.abs(x - y) > 1e-12;
