/** The quick look at a candidate: its value in a few worlds, in doubles, against the side that stands. */
import { Fuel, OutOfFuel } from "../base/fuel";
import { columnsOf } from "../checks/compare";
import { parseOnce } from "../derivation/chains";
import { hasError } from "../derivation/items";
import type { Evaluator } from "../expression/evaluator";
import type { Reading } from "../expression/parser";
import type { Expr } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import type { Token } from "../latex/tokens";
import { Unsupported } from "../numeric/arithmetic";
import { type Complex, complexOver } from "../numeric/complex";
import { double, type Lane } from "../numeric/lanes";
import type { Bench } from "../worlds/bench";
import { KeepingEvaluator, SharedParts } from "./shared-parts";

/** Values of an expression: one column a component (and one for each imaginary part), one number a world. */
export type Columns = readonly Float64Array[];

/** Work for one failing step, in evaluations of a node in a world. */
const WORK = 4_000_000;

export class Screen {
  readonly fuel = new Fuel(WORK);
  private readonly kept = new Map<string, Columns | undefined>();
  /** One for all candidates: it keeps the values of names and the tables of distributions. */
  private readonly shared = new SharedParts();
  private real?: Evaluator<Lane>;
  private both?: Evaluator<Complex<Lane>>;
  /** How many candidates may still be parsed and evaluated. */
  private left = 700;
  constructor(
    private readonly bench: Bench,
    private readonly reading: Reading,
    readonly worlds: Int32Array,
    private readonly complex: boolean,
    private readonly understood: (e: Expr) => Expr = (e) => e,
  ) {}

  parse(tokens: readonly Token[]): Expr | undefined {
    if (tokens.length === 0) return undefined;
    const e = parseOnce({ tokens, from: tokens[0].from, to: tokens[tokens.length - 1].to }, this.reading);
    return hasError(e) ? undefined : e;
  }

  /** The columns of a list of tokens; undefined where it has no value here or the work is used up. */
  tokens(tokens: readonly Token[]): Columns | undefined {
    const key = tokens.map((t) => `${t.kind[0]}${t.text}`).join(" ");
    if (this.kept.has(key)) return this.kept.get(key);
    if (this.left-- <= 0) return undefined;
    const e = this.parse(tokens);
    const found = e && this.expression(this.understood(e));
    this.kept.set(key, found);
    return found;
  }

  expression(e: Expr): Columns | undefined {
    try {
      const n = this.worlds.length;
      if (!this.complex) {
        this.real ??= new KeepingEvaluator<Lane>(double, this.worlds, this.bench.model, this.fuel);
        return columnsIn(this.real, this.shared.of(e)).map((x) => full(x, n));
      }
      this.both ??= new KeepingEvaluator<Complex<Lane>>(complexOver(double), this.worlds, this.bench.model, this.fuel);
      return columnsIn(this.both, this.shared.of(e)).flatMap((x) => [full(x.re, n), full(x.im, n)]);
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
  if (!a || !b || a.length !== b.length) return false;
  let seen = 0;
  for (let c = 0; c < a.length; c++)
    for (let i = 0; i < a[c].length; i++) {
      const [x, y] = [a[c][i], b[c][i]];
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      if (Math.abs(x - y) > tolerance * Math.max(Math.abs(x), Math.abs(y)) && Math.abs(x - y) > 1e-12) return false;
      seen++;
    }
  return seen > 0;
}
