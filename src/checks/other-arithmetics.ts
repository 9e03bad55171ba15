/** Whether whole numbers agree in another arithmetic: as residues, as numerals to another base, as Boolean values, as nimbers. */
import { symbolName } from "../expression/names";
import { type Expr, some, walk } from "../expression/tree";

/** An arithmetic of whole numbers. */
export interface Arithmetic {
  readonly numeral: (text: string) => bigint | undefined;
  readonly add: (a: bigint, b: bigint) => bigint;
  readonly mul: (a: bigint, b: bigint) => bigint;
  readonly neg?: (a: bigint) => bigint;
  /** Undefined where there is none. */
  readonly inverse?: (a: bigint) => bigint | undefined;
  /** What a name may stand for. */
  readonly values: readonly bigint[];
}

const whole = (text: string): bigint | undefined => (/^\d{1,300}$/.test(text) ? BigInt(text) : undefined);

/** Whole numbers of which only the remainder counts. */
export function residues(modulus: number): Arithmetic {
  const m = BigInt(modulus);
  const reduced = (a: bigint): bigint => ((a % m) + m) % m;
  return {
    numeral: (text) => {
      const n = whole(text);
      return n === undefined ? undefined : reduced(n);
    },
    add: (a, b) => reduced(a + b),
    mul: (a, b) => reduced(a * b),
    neg: (a) => reduced(-a),
    inverse: (a) => {
      if (modulus > 1000) return undefined;
      for (let b = 1n; b < m; b++) if ((a * b) % m === 1n) return b;
      return undefined;
    },
    values: Array.from({ length: Math.min(modulus, 50) }, (_, i) => BigInt(i)),
  };
}

/** Numerals to another base. */
export const numerals = (base: number): Arithmetic => ({
  numeral: (text) => {
    const digits = [...text.toLowerCase()].map((c) => Number.parseInt(c, 36));
    return digits.length > 0 && digits.length < 60 && digits.every((d) => d < base) ? digits.reduce((n, d) => n * BigInt(base) + BigInt(d), 0n) : undefined;
  },
  add: (a, b) => a + b,
  mul: (a, b) => a * b,
  neg: (a) => -a,
  values: [],
});

/** 0 and 1, added by "or" and multiplied by "and". */
export const BOOLEAN: Arithmetic = {
  numeral: (text) => (/^[01]$/.test(text) ? BigInt(text) : undefined),
  add: (a, b) => a | b,
  mul: (a, b) => a & b,
  values: [0n, 1n],
};

/** Whole numbers that are added digit by digit in binary, without carries. */
export const NIMBERS: Arithmetic = {
  numeral: whole,
  add: (a, b) => a ^ b,
  mul: (a, b) => (a === 0n || b === 0n ? 0n : a === 1n ? b : b === 1n ? a : -1n),
  values: [],
};

/** Assignments of values to names that are looked at. */
const MOST = 3000;

/** Whether both sides, or their entries, are made of nothing but whole numbers and names, and agree whatever the names stand for. */
export function agreesIn(left: Expr, right: Expr, arithmetic: Arithmetic): boolean {
  if (![left, right].some((e) => some(e, (n) => n.op === "matrix"))) return numbersAgree(left, right, arithmetic);
  const [a, b] = [entriesOf(left), entriesOf(right)];
  return a !== undefined && a.length === b?.length && a.every((e, i) => numbersAgree(e, b[i], arithmetic));
}

/** The entries of sums and multiples of matrices that are written out. */
function entriesOf(e: Expr): readonly Expr[] | undefined {
  if (e.op === "matrix") return e.args;
  if (!/^(add|neg|mul)$/.test(e.op)) return undefined;
  const isArray = (a: Expr): boolean => some(a, (n) => n.op === "matrix");
  const parts = e.args.filter((a) => e.op !== "mul" || isArray(a)).map(entriesOf);
  const [first] = parts;
  if (!first || (e.op === "mul" && parts.length > 1) || !parts.every((p) => p?.length === first.length)) return undefined;
  return first.map((_, i) => ({ ...e, args: e.op === "mul" ? e.args.map((a) => (isArray(a) ? first[i] : a)) : parts.map((p) => (p ?? [])[i]) }));
}

function numbersAgree(left: Expr, right: Expr, arithmetic: Arithmetic): boolean {
  const names = [...new Set([...namesIn(left), ...namesIn(right)])];
  const { values } = arithmetic;
  const count = values.length ** names.length;
  if (names.length > 0 && (values.length === 0 || count > MOST)) return false;
  for (let i = 0; i < count; i++) {
    const given = new Map<string, bigint>();
    let rest = i;
    for (const name of names) {
      given.set(name, values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    const [a, b] = [left, right].map((e) => evaluated(e, arithmetic, given));
    if (a === undefined || b === undefined || a !== b) return false;
    if (names.length === 0) return true;
  }
  return count > 0;
}

function namesIn(e: Expr): string[] {
  const found: string[] = [];
  walk(e, (n) => {
    if (n.op !== "symbol" && n.op !== "indexed") return;
    found.push(symbolName(n));
    return false;
  });
  return found;
}

function evaluated(e: Expr, arithmetic: Arithmetic, given: ReadonlyMap<string, bigint>): bigint | undefined {
  const { numeral, add, mul, neg, inverse } = arithmetic;
  const inner = (x: Expr): bigint | undefined => evaluated(x, arithmetic, given);
  if (e.op === "number") return e.data?.percent === true ? undefined : numeral(e.name ?? "");
  if (e.op === "symbol" || e.op === "indexed") return given.get(symbolName(e));
  if (e.op === "pow") return power(inner(e.args[0]), e.args[1], arithmetic);
  if (!/^(add|mul|neg|div)$/.test(e.op)) return undefined;
  const parts = e.args.map(inner);
  if (parts.some((p) => p === undefined)) return undefined;
  const [first, ...others] = parts as bigint[];
  if (e.op === "neg") return neg?.(first);
  if (e.op === "add") return others.reduce(add, first);
  if (e.op === "mul") return others.reduce(mul, first);
  const under = inverse?.(others[0]);
  return under === undefined ? undefined : mul(first, under);
}

/** Exponents are plain whole numbers. */
function power(base: bigint | undefined, exponent: Expr, { mul, inverse, numeral }: Arithmetic): bigint | undefined {
  const negative = exponent.op === "neg";
  const bare = negative ? exponent.args[0] : exponent;
  if (base === undefined || bare.op !== "number" || !/^\d{1,3}$/.test(bare.name ?? "")) return undefined;
  const factor = negative ? inverse?.(base) : base;
  let result = numeral("1");
  for (let i = 0; i < Number(bare.name); i++) result = result === undefined || factor === undefined ? undefined : mul(result, factor);
  return result;
}
