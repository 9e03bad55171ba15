/** High precision: columns of decimal numbers of 50 to 100 digits with error bounds; real elementary functions, within a budget of operations. */
import { type Arithmetic, type Constant, Unsupported } from "./arithmetic";
import { bigNumbers } from "./bigNumber";
import { decimalFraction } from "./decimal";
import { type Entry, EXACT, entryKit } from "./preciseEntry";
import { preciseFunctions } from "./preciseFunctions";

export type { BigNumber } from "./bigNumber";
export type { Entry } from "./preciseEntry";

/** A column of entries; width 1 stands for all lanes. */
export type Precise = readonly Entry[];

export interface PreciseArithmetic extends Arithmetic<Precise> {
  readonly digits: number;
  /** Decimal digits of an entry, for a message. */
  format(x: Entry, digits: number): string;
  /** How much of the budget is spent. */
  spent(): number;
}

/**
 * Arithmetic with `digits` decimals (64 by default). `budget` counts entries: 1 for an operation, 40 for a transcendental function; when it is
 * spent, every operation throws Unsupported("budget"). Undefined entries are NaN; what would be complex is undefined.
 */
export function precise(digits = 64, budget = 200_000): PreciseArithmetic {
  const Big = bigNumbers(digits);
  let spent = 0;
  const spend = (n: number) => {
    spent += n;
    if (spent > budget) throw new Unsupported("budget");
  };
  const kit = entryKit(Big, digits);
  const functions = preciseFunctions(Big, kit);
  const at = (x: Precise, i: number) => x[x.length === 1 ? 0 : i];
  const width = (...xs: Precise[]) => xs.reduce((n, x) => (x.length === 1 ? n : x.length), 1);

  function zip(x: Precise, y: Precise, cost: number, of: (a: Entry, b: Entry) => Entry): Precise {
    const n = width(x, y);
    spend(n * cost);
    return Array.from({ length: n }, (_, i) => guarded(() => of(at(x, i), at(y, i))));
  }
  /** The library throws where it runs out of digits (a huge angle): that is no information. */
  function guarded(of: () => Entry): Entry {
    try {
      return of();
    } catch (error) {
      if (error instanceof Unsupported) throw error;
      return kit.undefinedEntry;
    }
  }
  const truth = (x: boolean | undefined): Entry => (x === undefined ? kit.undefinedEntry : { v: new Big(x ? 1 : 0), e: EXACT });
  const runs = (x: Precise, starts: Int32Array, first: Entry, of: (a: Entry, b: Entry) => Entry): Precise => {
    spend(starts.length === 0 ? 0 : starts[starts.length - 1]);
    return Array.from({ length: Math.max(0, starts.length - 1) }, (_, j) => {
      let total = first;
      for (let i = starts[j]; i < starts[j + 1]; i++) total = of(total, at(x, i));
      return total;
    });
  };
  const constants: Record<Constant, () => Entry> = {
    pi: () => kit.rounded(Big.acos(-1)),
    e: () => kit.rounded(new Big(1).exp()),
    golden: () => kit.rounded(new Big(5).sqrt().plus(1).div(2)),
    infinity: () => ({ v: new Big(Number.POSITIVE_INFINITY), e: EXACT }),
    eulergamma: () =>
      kit.fromDigits(
        "0.57721566490153286060651209008240243104215933593992359880576723488486772677766467093694706329174674951463144724980708248096050401448654283622417",
        140,
      ),
    catalan: () =>
      kit.fromDigits(
        "0.91596559417721901505460351493238411077414937428167213426649811962176301977625476935651292611510624857442261919619957903589880332585905943159473",
        140,
      ),
  };
  const cache = new Map<Constant, Precise>();
  const constant = (name: Constant): Precise => {
    const known = cache.get(name);
    if (known) return known;
    const value = [constants[name]()];
    cache.set(name, value);
    return value;
  };

  return {
    name: "precise",
    digits,
    format: (x, n) => x.v.toSignificantDigits(n).toString(),
    spent: () => spent,
    number: (x) => [kit.exact(x)],
    numbers: (xs) => Array.from(xs, kit.exact),
    decimal: (text) => {
      const fraction = decimalFraction(text);
      return [fraction ? guarded(() => kit.div(kit.integer(fraction.numerator), kit.integer(fraction.denominator))) : kit.undefinedEntry];
    },
    constant,
    imaginary: () => {
      throw new Unsupported("the imaginary unit in real arithmetic");
    },
    width: (x) => x.length,
    add: (x, y) => zip(x, y, 1, kit.add),
    sub: (x, y) => zip(x, y, 1, (a, b) => kit.add(a, kit.neg(b))),
    mul: (x, y) => zip(x, y, 1, kit.mul),
    div: (x, y) => zip(x, y, 1, kit.div),
    neg: (x) => x.map(kit.neg),
    pow: (x, y) => zip(x, y, 40, functions.pow),
    call1: (name, x) => {
      const f = functions.one[name];
      if (!f) throw new Unsupported(name);
      spend(x.length * (functions.cheap.has(name) ? 1 : 40));
      return x.map((a) => guarded(() => f(a)));
    },
    special: (name) => {
      throw new Unsupported(`${name} at high precision`);
    },
    call2: (name, x, y) => {
      const f = functions.two[name];
      if (!f) throw new Unsupported(name);
      return zip(x, y, 40, f);
    },
    sign: (x) =>
      x.map((a) => {
        const s = kit.signOf(a);
        return s === undefined ? kit.undefinedEntry : kit.exact(s);
      }),
    less: (x, y) => zip(x, y, 1, (a, b) => truth(kit.less(a, b))),
    equal: (x, y) => zip(x, y, 1, (a, b) => truth(kit.equal(a, b))),
    select: (c, x, y) =>
      Array.from({ length: width(c, x, y) }, (_, i) => {
        const t = at(c, i).v;
        return t.eq(1) ? at(x, i) : t.isZero() ? at(y, i) : kit.undefinedEntry;
      }),
    gather: (x, map) => (x.length === 1 ? x : Array.from(map, (i) => x[i])),
    segmentSum: (x, starts) => runs(x, starts, kit.exact(0), kit.add),
    segmentProduct: (x, starts) => runs(x, starts, kit.exact(1), kit.mul),
    toNumbers: (x) => Float64Array.from(x, (a) => a.v.toNumber()),
    errors: (x) => Float64Array.from(x, (a) => (a.e === EXACT ? 0 : Math.max(10 ** a.e, 2 ** -1074))),
    linear: () => {
      throw new Unsupported("a computation in doubles at high precision");
    },
  };
}
