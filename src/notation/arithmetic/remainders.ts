/** Remainders, `17 \bmod 5`, and Legendre symbols, `\left(\frac{2}{7}\right)` where the document speaks of residues. */
import { cover } from "../../base/span";
import { type Infix, POWER } from "../../expression/parser";
import { type Expr, node, some } from "../../expression/tree";
import { NotUnderstood, scalar } from "../../expression/value";
import type { Construct } from "../construct";

const remainder: Infix = {
  power: POWER.mul,
  parse: (p, left) => {
    p.cursor.next();
    if (!p.startsFactor()) return undefined;
    const right = p.expression(POWER.mul);
    return node("call", [left, right], cover(left.span, right.span), "mod");
  },
};

/** The remainder of a whole number that is written out, whatever its size: powers are taken modulo the divisor; undefined for anything else. */
export function exactResidue(e: Expr, modulus: Expr): number | undefined {
  const m = modulus.op === "number" && /^\d{1,15}$/.test(modulus.name ?? "") ? BigInt(modulus.name ?? "0") : 0n;
  const found = m > 0n ? residueOf(e, m) : undefined;
  return found === undefined ? undefined : Number(found);
}

function residueOf(e: Expr, m: bigint): bigint | undefined {
  if (e.op === "number") return /^\d+$/.test(e.name ?? "") ? BigInt(e.name ?? "0") % m : undefined;
  if (e.op === "div") {
    const [above, below] = [residueOf(e.args[0], m), inverse(residueOf(e.args[1], m), m)];
    return above === undefined || below === undefined ? undefined : (above * below) % m;
  }
  if (e.op === "pow" && e.args[1].op === "neg") return inverse(residueOf({ ...e, args: [e.args[0], e.args[1].args[0]] }, m), m);
  if (e.op === "pow") {
    const [base, exponent] = [residueOf(e.args[0], m), e.args[1]];
    return base !== undefined && exponent.op === "number" && /^\d{1,9}$/.test(exponent.name ?? "") ? power(base, BigInt(exponent.name ?? "0"), m) : undefined;
  }
  const parts = /^(add|mul|neg)$/.test(e.op) ? e.args.map((a) => residueOf(a, m)) : [undefined];
  if (parts.some((p) => p === undefined)) return undefined;
  const values = parts as bigint[];
  if (e.op === "neg") return (m - values[0]) % m;
  return values.reduce((a, b) => (e.op === "add" ? a + b : a * b) % m, e.op === "add" ? 0n : 1n % m);
}

/** Modulo m, by Euclid's algorithm; undefined where there is none. */
function inverse(a: bigint | undefined, m: bigint): bigint | undefined {
  if (a === undefined) return undefined;
  let [r, next, x, y] = [m, a % m, 0n, 1n];
  while (next !== 0n) [r, next, x, y] = [next, r % next, y, x - (r / next) * y];
  return r === 1n ? ((x % m) + m) % m : undefined;
}

/** Fractions of numbers modulo a whole number, and roots modulo a prime, are residues, and no numbers: where no residue was found nothing is known. */
export function refuseFractions(e: Expr, modulus: Expr): void {
  const isClosed = !some(e, (n) => n.op === "symbol" || n.op === "indexed" || n.op === "apply");
  const isFraction = some(e, (n) => n.op === "div" || (n.op === "pow" && n.args[1].op !== "number"));
  const isRoot = some(e, (n) => n.op === "root" || n.op === "sqrt") && isPrime(Number(modulus.name));
  if (modulus.op === "number" && isClosed && (isFraction || isRoot)) throw new NotUnderstood("congruence/fraction", "which residue this is", e.span);
}

/** By trial division, of moduli that somebody writes out. */
function isPrime(n: number): boolean {
  if (!(Number.isInteger(n) && n > 1 && n < 1e9)) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

/** By squaring. */
function power(base: bigint, exponent: bigint, m: bigint): bigint {
  let [result, square, left] = [1n % m, base, exponent];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  return result;
}

/** A fraction in parentheses of its own as the symbol of Legendre and Jacobi. */
export const legendre = (fraction: Expr, span: Expr["span"]): Expr => node("legendre", fraction.args, span);

/** Jacobi's symbol (a/n) of whole numbers, n odd and positive, by quadratic reciprocity (Jacobi 1837); NaN elsewhere. */
export function jacobi(above: number, below: number): number {
  if (!Number.isInteger(above) || !Number.isInteger(below) || below <= 0 || below % 2 === 0) return Number.NaN;
  let [a, n, sign] = [((above % below) + below) % below, below, 1];
  while (a !== 0) {
    while (a % 2 === 0) {
      a /= 2;
      if (n % 8 === 3 || n % 8 === 5) sign = -sign;
    }
    [a, n] = [n, a];
    if (a % 4 === 3 && n % 4 === 3) sign = -sign;
    a %= n;
  }
  return n === 1 ? sign : 0;
}

export const remainders: Construct = {
  name: "remainders and residues",
  infix: { "\\bmod": remainder, "\\mod": remainder },
  meanings: {
    legendre: (e, ev) => {
      if (ev.A.complex || ev.A.name === "modular") throw new NotUnderstood("legendre/arithmetic", "a Legendre symbol in this arithmetic", e.span);
      const [a, n] = e.args.map((arg) => ev.lanes(ev.scalar(arg)));
      return scalar(ev.A.numbers(a.map((x, lane) => jacobi(x, n[lane]))));
    },
  },
  print: { legendre: { power: 99, latex: (e, print) => `\\left(\\frac{${print(e.args[0])}}{${print(e.args[1])}}\\right)` } },
  examples: [
    { latex: "17 \\bmod 5 = 2", verdict: "holds" },
    { latex: "2^{10} \\bmod 7 = 3", verdict: "fails" },
    { latex: "\\left(\\frac{2}{7}\\right) = 1", verdict: "holds" },
    { latex: "\\left(\\frac{3}{7}\\right) = 1", verdict: "fails" },
  ],
};
