/** Functions of whole numbers: sequences, divisors, primes, partitions (DLMF 24, 26, 27). */
import { add, type Ball, ball, div, integerOf, NONE, ONE, pow, sub, times } from "../ball";
import { digamma } from "./gamma";
import { hurwitz, zeta } from "./hurwitz";

const exact = (x: number | bigint): Ball => {
  const v = Number(x);
  return Number.isFinite(v)
    ? ball(
        v,
        0,
        typeof x === "bigint" ? (BigInt(Math.abs(v) < 2 ** 53 ? v : 0) === x ? 0 : 2e-16 * Math.abs(v)) : Number.isSafeInteger(v) ? 0 : 2e-16 * Math.abs(v),
      )
    : NONE;
};
/** A function of one whole number, undefined elsewhere. */
const ofWhole =
  (f: (n: number) => number | bigint | undefined) =>
  (x: Ball): Ball => {
    const n = integerOf(x);
    const value = n === undefined ? undefined : f(n);
    return value === undefined ? NONE : exact(value);
  };
const ofWholes =
  (f: (n: number, k: number) => number | bigint | undefined) =>
  (x: Ball, y: Ball): Ball => {
    const [n, k] = [integerOf(x), integerOf(y)];
    const value = n === undefined || k === undefined ? undefined : f(n, k);
    return value === undefined ? NONE : exact(value);
  };

/** F_n for whole n of either sign; in general (φ^z - cos(πz) φ^-z)/√5. */
export function fibonacci(x: Ball): Ball {
  const n = integerOf(x);
  if (n === undefined || Math.abs(n) > 1400) return NONE;
  const value = linear(Math.abs(n), 0n, 1n);
  return exact(n < 0 && n % 2 === 0 ? -value : value);
}
export function lucas(x: Ball): Ball {
  const n = integerOf(x);
  if (n === undefined || Math.abs(n) > 1400) return NONE;
  const value = linear(Math.abs(n), 2n, 1n);
  return exact(n < 0 && n % 2 !== 0 ? -value : value);
}
/** a_n of a_{k+1} = a_k + a_{k-1}. */
function linear(n: number, first: bigint, second: bigint): bigint {
  let [a, b] = [first, second];
  for (let k = 0; k < n; k++) [a, b] = [b, a + b];
  return a;
}

/** H_n = ψ(n+1) + γ, exactly rounded sums for small n. */
export function harmonic(x: Ball): Ball {
  const n = integerOf(x);
  if (n !== undefined && n >= 0 && n <= 5000) {
    let sum = 0;
    for (let k = n; k >= 1; k--) sum += 1 / k;
    return ball(sum, 0, n <= 1 ? 0 : 4e-16 * sum * Math.log2(n + 2));
  }
  return add(digamma(add(x, ONE)), ball(0.5772156649015329, 0, 6e-17));
}
/** H_n^(r) = ζ(r) - ζ(r, n+1); a sum for whole n. */
export function harmonicOrder(r: Ball, x: Ball): Ball {
  const n = integerOf(x);
  if (n !== undefined && n >= 0 && n <= 400) {
    let sum = ball(0);
    for (let k = n; k >= 1; k--) sum = add(sum, pow(ball(k), times(r, -1)));
    return sum;
  }
  return integerOf(r) === 1 ? harmonic(x) : sub(zeta(r), hurwitz(r, add(x, ONE)));
}

const triangle = (next: (n: number, k: number, above: bigint, before: bigint) => bigint) => {
  const rows: bigint[][] = [[1n]];
  return (n: number, k: number): bigint | undefined => {
    if (n < 0 || n > 150) return undefined;
    for (let m = rows.length; m <= n; m++)
      rows.push(Array.from({ length: m + 1 }, (_, j) => next(m, j, rows[m - 1][j] ?? 0n, j > 0 ? rows[m - 1][j - 1] : 0n)));
    return rows[n][k] ?? 0n;
  };
};
const second = triangle((_, k, above, before) => BigInt(k) * above + before);
const first = triangle((n, _, above, before) => BigInt(n - 1) * above + before);
const eulerian = triangle((n, k, above, before) => (k > n - 1 && n > 0 ? 0n : BigInt(k + 1) * above + BigInt(n - k) * before));
/** Stirling numbers of the second kind, unsigned and signed of the first, Eulerian numbers (DLMF 26.8, 26.14). */
export const stirling2 = ofWholes(second);
export const stirlingCycle = ofWholes(first);
export const stirling1 = ofWholes((n, k) => {
  const v = first(n, k);
  return v === undefined ? undefined : (n - k) % 2 === 0 ? v : -v;
});
export const eulerianNumber = ofWholes(eulerian);
export const bell = ofWhole((n) => {
  if (n < 0 || n > 150) return undefined;
  let sum = 0n;
  for (let k = 0; k <= n; k++) sum += second(n, k) ?? 0n;
  return sum;
});
export const catalanNumber = ofWhole((n) => {
  if (n < 0 || n > 400) return undefined;
  let c = 1n;
  for (let k = 0; k < n; k++) c = (c * BigInt(2 * (2 * k + 1))) / BigInt(k + 2);
  return c;
});
const PARTITIONS: bigint[] = [1n];
/** p(n) by Euler's recurrence (DLMF 26.9). */
export const partitions = ofWhole((n) => {
  if (n < 0) return 0;
  if (n > 2000) return undefined;
  for (let m = PARTITIONS.length; m <= n; m++) {
    let sum = 0n;
    for (let k = 1; (k * (3 * k - 1)) / 2 <= m; k++) {
      const t = PARTITIONS[m - (k * (3 * k - 1)) / 2] + ((k * (3 * k + 1)) / 2 <= m ? PARTITIONS[m - (k * (3 * k + 1)) / 2] : 0n);
      sum += k % 2 === 1 ? t : -t;
    }
    PARTITIONS.push(sum);
  }
  return PARTITIONS[n];
});

const LIMIT = 1e12;
/** The prime factors of n >= 1 with their exponents. */
function factors(n: number): [number, number][] | undefined {
  if (!(n >= 1 && n <= LIMIT)) return undefined;
  const found: [number, number][] = [];
  let rest = n;
  for (let p = 2; p * p <= rest; p += p === 2 ? 1 : 2) {
    let e = 0;
    while (rest % p === 0) {
      rest /= p;
      e++;
    }
    if (e > 0) found.push([p, e]);
  }
  if (rest > 1) found.push([rest, 1]);
  return found;
}
/** Euler's totient, with φ(0) = 0 and φ(-n) = φ(n). */
export const totient = ofWhole((n) => (n === 0 ? 0 : factors(Math.abs(n))?.reduce((t, [p]) => (t / p) * (p - 1), Math.abs(n))));
export const moebius = ofWhole((n) => {
  const f = factors(n);
  return f && (f.some(([, e]) => e > 1) ? 0 : f.length % 2 === 0 ? 1 : -1);
});
export const liouville = ofWhole((n) => {
  const f = factors(n);
  return f && (f.reduce((s, [, e]) => s + e, 0) % 2 === 0 ? 1 : -1);
});
export const divisorCount = ofWhole((n) => factors(n)?.reduce((t, [, e]) => t * (e + 1), 1));
export const distinctPrimes = ofWhole((n) => factors(n)?.length);
export const primeFactors = ofWhole((n) => factors(n)?.reduce((t, [, e]) => t + e, 0));
/** σ_k(n) = Σ_{d|n} d^k. */
export function divisorSigma(k: Ball, x: Ball): Ball {
  const n = integerOf(x);
  if (n === undefined || n < 1 || n > 1e6) return NONE;
  let sum = ball(0);
  for (let d = 1; d <= n; d++) if (n % d === 0) sum = add(sum, pow(ball(d), k));
  return sum;
}
/** Mangoldt's function. */
export const mangoldt = (x: Ball): Ball => {
  const n = integerOf(x);
  const f = n === undefined ? undefined : factors(n);
  if (!f) return NONE;
  return f.length === 1 ? ball(Math.log(f[0][0]), 0, 2e-16 * Math.log(f[0][0])) : ball(0);
};

const isPrime = (n: number): boolean => n >= 2 && factors(n)?.length === 1 && factors(n)?.[0][1] === 1;
const SIEVE = 400_000;
let sieved: number[] | undefined;
/** All primes up to 400,000, made once. */
export function primes(): readonly number[] {
  if (sieved) return sieved;
  const composite = new Uint8Array(SIEVE + 1);
  const found: number[] = [];
  for (let p = 2; p <= SIEVE; p++) {
    if (composite[p]) continue;
    found.push(p);
    for (let m = p * p; m <= SIEVE; m += p) composite[m] = 1;
  }
  sieved = found;
  return found;
}
/** How many primes are <= x. */
export function primePi(x: Ball): Ball {
  if (x.im !== 0 || x.re + x.err >= SIEVE || Math.floor(x.re - x.err) !== Math.floor(x.re + x.err)) return NONE;
  const all = primes();
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle] <= x.re) low = middle + 1;
    else high = middle;
  }
  return ball(low);
}
export const prime = ofWhole((n) => (n >= 1 ? primes()[n - 1] : undefined));
/** Chebyshev's ψ(x) and θ(x). */
export const chebyshevPsi = (x: Ball): Ball => overPrimes(x, (p, to) => Math.floor(Math.log(to) / Math.log(p) + 1e-12) * Math.log(p));
export const chebyshevTheta = (x: Ball): Ball => overPrimes(x, (p) => Math.log(p));
function overPrimes(x: Ball, of: (p: number, to: number) => number): Ball {
  if (x.im !== 0 || x.re >= SIEVE || Math.floor(x.re - x.err) !== Math.floor(x.re + x.err)) return NONE;
  let sum = 0;
  for (const p of primes()) {
    if (p > x.re) break;
    sum += of(p, x.re);
  }
  return ball(sum, 0, 1e-14 * sum);
}
/** 1 for primes, else 0. */
export const isPrimeNumber = ofWhole((n) => (isPrime(n) ? 1 : 0));

function gcdOf(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y) [x, y] = [y, x % y];
  return x;
}
/** Kronecker's extension of the Legendre symbol (a | n). */
export const kronecker = ofWholes((a, n) => {
  if (n === 0) return Math.abs(a) === 1 ? 1 : 0;
  let sign = n < 0 && a < 0 ? -1 : 1;
  let m = Math.abs(n);
  let twos = 0;
  while (m % 2 === 0) {
    m /= 2;
    twos++;
  }
  if (twos > 0 && a % 2 === 0) return 0;
  const eight = ((a % 8) + 8) % 8;
  if (twos % 2 === 1 && (eight === 3 || eight === 5)) sign = -sign;
  let [x, y] = [((a % m) + m) % m, m];
  while (x !== 0) {
    while (x % 2 === 0) {
      x /= 2;
      if (y % 8 === 3 || y % 8 === 5) sign = -sign;
    }
    [x, y] = [y, x];
    if (x % 4 === 3 && y % 4 === 3) sign = -sign;
    x %= y;
  }
  return y === 1 ? sign : 0;
});
/** How many ways n is a sum of k squares, order and signs counted. */
export const sumsOfSquares = ofWholes((k, n) => {
  if (k < 0 || n < 0 || k > 40 || n > 500) return undefined;
  let counts = new Array<number>(n + 1).fill(0);
  counts[0] = 1;
  for (let i = 0; i < k; i++) {
    const next = new Array<number>(n + 1).fill(0);
    for (let m = 0; m <= n; m++) for (let s = 0; s * s <= m; s++) next[m] += (s === 0 ? 1 : 2) * counts[m - s * s];
    counts = next;
  }
  return counts[n];
});
/** Jordan's J_k(n) = n^k Π (1 - p^-k). */
export const jordan = ofWholes((k, n) => factors(n)?.reduce((t, [p]) => t * (1 - p ** -k), n ** k));
/** Ramanujan's sum c_q(n) = Σ_{d | gcd(n, q)} μ(q/d) d. */
export const ramanujanSum = ofWholes((q, n) => {
  if (q < 1 || q > 1e5) return undefined;
  const g = gcdOf(n, q);
  let sum = 0;
  for (let d = 1; d <= g; d++) if (g % d === 0) sum += (moebius(ball(q / d)).re || 0) * d;
  return sum;
});
/** Landau's g(n), the greatest order of a permutation of n things. */
export const landau = ofWhole((n) => {
  if (n < 0 || n > 200) return undefined;
  const best = new Array<number>(n + 1).fill(1);
  for (const p of primes()) {
    if (p > n) break;
    for (let m = n; m >= p; m--) for (let q = p; q <= m; q *= p) best[m] = Math.max(best[m], best[m - q] * q);
  }
  return best[n];
});
/** The Dedekind sum s(h, k). */
export const dedekindSum = (x: Ball, y: Ball): Ball => {
  const [h, k] = [integerOf(x), integerOf(y)];
  if (h === undefined || k === undefined || k < 1 || k > 5000) return NONE;
  let sum = 0;
  for (let r = 1; r < k; r++) {
    const m = (((h * r) % k) + k) % k;
    if (m !== 0) sum += (r - k / 2) * (m - k / 2);
  }
  return div(ball(sum), ball(k * k));
};
/** n!!, whole n >= -1. */
export const doubleFactorial = ofWhole((n) => {
  if (n < -1 || n > 300) return undefined;
  let p = 1n;
  for (let k = n; k > 1; k -= 2) p *= BigInt(k);
  return p;
});
