/** Matrices over any arithmetic: entries are columns, so that one matrix holds those of all lanes. */
import { type Arithmetic, Unsupported } from "./arithmetic";

/** Row-major entries. */
export interface Matrix<T> {
  readonly rows: number;
  readonly cols: number;
  readonly items: readonly T[];
}

/** Largest order of a determinant or inverse (subset expansion costs n 2^n). */
const LARGEST = 8;

/** Matrix operations over `A`; a shape mismatch throws Unsupported with both shapes. */
export function matricesOver<T>(A: Arithmetic<T>) {
  type M = Matrix<T>;
  const make = (rows: number, cols: number, of: (r: number, c: number) => T): M => ({
    rows,
    cols,
    items: Array.from({ length: rows * cols }, (_, i) => of(Math.floor(i / cols), i % cols)),
  });
  const at = (m: M, r: number, c: number): T => m.items[r * m.cols + c];
  const sum = (xs: readonly T[]): T => (xs.length === 0 ? A.number(0) : xs.reduce((x, y) => A.add(x, y)));
  const require = (ok: boolean, what: string, ...ms: M[]) => {
    if (!ok) throw new Unsupported(`${what} of shapes ${ms.map((m) => `${m.rows}×${m.cols}`).join(" and ")}`);
  };
  const square = (m: M, what: string) => require(m.rows === m.cols && m.rows <= LARGEST, what, m);
  const entrywise = (x: M, y: M, what: string, of: (a: T, b: T) => T): M => {
    require(x.rows === y.rows && x.cols === y.cols, what, x, y);
    return make(x.rows, x.cols, (r, c) => of(at(x, r, c), at(y, r, c)));
  };

  const identity = (n: number): M => make(n, n, (r, c) => A.number(r === c ? 1 : 0));
  const add = (x: M, y: M) => entrywise(x, y, "sum", A.add);
  const sub = (x: M, y: M) => entrywise(x, y, "difference", A.sub);
  const scale = (x: M, by: T): M => make(x.rows, x.cols, (r, c) => A.mul(at(x, r, c), by));
  const transpose = (x: M): M => make(x.cols, x.rows, (r, c) => at(x, c, r));
  const mul = (x: M, y: M): M => {
    require(x.cols === y.rows, "product", x, y);
    return make(x.rows, y.cols, (r, c) => sum(Array.from({ length: x.cols }, (_, k) => A.mul(at(x, r, k), at(y, k, c)))));
  };
  const trace = (x: M): T => {
    require(x.rows === x.cols, "trace", x);
    return sum(Array.from({ length: x.rows }, (_, i) => at(x, i, i)));
  };

  /** Laplace expansion along the rows with every minor computed once: no division, no pivot, exact in exact arithmetics. */
  function determinant(x: M): T {
    square(x, "determinant");
    let minors = new Map<number, T>([[0, A.number(1)]]);
    for (let row = x.rows - 1; row >= 0; row--) minors = expandRow(x, row, minors);
    return minors.get((1 << x.rows) - 1) as T;
  }
  /** From the minors of the rows below (by set of columns) those that include `row`. */
  function expandRow(x: M, row: number, below: ReadonlyMap<number, T>): Map<number, T> {
    const terms = new Map<number, T[]>();
    for (const [set, minor] of below) {
      for (let c = 0; c < x.cols; c++) {
        if (set & (1 << c)) continue;
        const before = bits(set & ((1 << c) - 1));
        const term = A.mul(at(x, row, c), minor);
        const target = set | (1 << c);
        terms.set(target, [...(terms.get(target) ?? []), before % 2 === 0 ? term : A.neg(term)]);
      }
    }
    return new Map([...terms].map(([set, list]) => [set, sum(list)]));
  }

  const minor = (x: M, row: number, col: number): M => make(x.rows - 1, x.cols - 1, (r, c) => at(x, r < row ? r : r + 1, c < col ? c : c + 1));
  const adjugate = (x: M): M => {
    square(x, "adjugate");
    return make(x.rows, x.cols, (r, c) => {
      const d = determinant(minor(x, c, r));
      return (r + c) % 2 === 0 ? d : A.neg(d);
    });
  };
  /** Adjugate over determinant; undefined where that may be 0. */
  const inverse = (x: M): M => {
    const d = determinant(x);
    const adj = adjugate(x);
    return make(x.rows, x.cols, (r, c) => A.div(at(adj, r, c), d));
  };
  const power = (x: M, n: number): M => {
    require(x.rows === x.cols && Number.isInteger(n) && Math.abs(n) <= 1e6, "power", x);
    let result = identity(x.rows);
    for (let s = n < 0 ? inverse(x) : x, k = Math.abs(n); k > 0; k = Math.floor(k / 2), s = k > 0 ? mul(s, s) : s) if (k % 2 === 1) result = mul(result, s);
    return result;
  };

  /** Σ |entry|²: of a vector its squared length, of a matrix that of Frobenius. */
  const normSquared = (x: M): T => sum(x.items.map((t) => (A.complex === true ? A.mul(t, A.call1("conj", t)) : A.mul(t, t))));
  const norm = (x: M): T => A.call1("sqrt", normSquared(x));
  const dot = (x: M, y: M): T => {
    require(x.items.length === y.items.length && isVector(x) && isVector(y), "inner product", x, y);
    return sum(x.items.map((t, i) => A.mul(t, y.items[i])));
  };
  const outer = (x: M, y: M): M => make(x.items.length, y.items.length, (r, c) => A.mul(x.items[r], y.items[c]));
  const cross = (x: M, y: M): M => {
    require(x.items.length === 3 && y.items.length === 3 && isVector(x) && isVector(y), "cross product", x, y);
    const part = (i: number, j: number) => A.sub(A.mul(x.items[i], y.items[j]), A.mul(x.items[j], y.items[i]));
    return { rows: x.rows, cols: x.cols, items: [part(1, 2), part(2, 0), part(0, 1)] };
  };
  const kronecker = (x: M, y: M): M =>
    make(x.rows * y.rows, x.cols * y.cols, (r, c) => A.mul(at(x, Math.floor(r / y.rows), Math.floor(c / y.cols)), at(y, r % y.rows, c % y.cols)));

  return { make, at, identity, add, sub, scale, transpose, mul, trace, determinant, adjugate, inverse, power, normSquared, norm, dot, outer, cross, kronecker };
}

const isVector = (m: { rows: number; cols: number }) => m.rows === 1 || m.cols === 1;

function bits(n: number): number {
  let count = 0;
  for (let m = n; m > 0; m &= m - 1) count++;
  return count;
}
