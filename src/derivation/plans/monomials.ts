/** Sums of products multiplied out: which monomials an expression has, and how many of each. */
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import { print } from "../../notation/print";

/** Monomials that are written out, at most. */
const MOST = 200;
const EXPONENT = 12;

/** Coefficients by monomial; the empty monomial is the constant. */
export type Monomials = ReadonlyMap<string, number>;

/** The monomials of a polynomial in names and square roots of numbers; undefined where it is none, or too long. */
export function monomialsOf(e: Expr): Monomials | undefined {
  switch (e.op) {
    case "number": {
      const value = Number(e.name);
      return Number.isFinite(value) ? new Map(value === 0 ? [] : [["", value]]) : undefined;
    }
    case "symbol":
    case "indexed":
      return new Map([[atom(symbolName(e), 1), 1]]);
    case "neg":
      return scaled(monomialsOf(e.args[0]), -1);
    case "add":
      return e.args.map(monomialsOf).reduce((a, b) => a && b && sum(a, b));
    case "mul":
      return e.args.map(monomialsOf).reduce((a, b) => a && b && product(a, b));
    case "div": {
      const below = monomialsOf(e.args[1]);
      return below?.size === 1 && below.has("") ? scaled(monomialsOf(e.args[0]), 1 / (below.get("") as number)) : undefined;
    }
    case "pow":
      return power(e);
    case "root":
      return e.args.length === 1 && e.args[0].op === "number" ? new Map([[atom(print(e), 1), 1]]) : undefined;
    default:
      return undefined;
  }
}

function power({ args: [base, exponent] }: Expr): Monomials | undefined {
  const n = exponent.op === "number" ? Number(exponent.name) : Number.NaN;
  const of = monomialsOf(base);
  if (!of || !Number.isInteger(n) || n < 1 || n > EXPONENT) return undefined;
  let result: Monomials | undefined = of;
  for (let k = 1; k < n && result; k++) result = product(result, of);
  return result;
}

const atom = (name: string, n: number): string => `${name}\u0001${n}`;

const scaled = (a: Monomials | undefined, k: number): Monomials | undefined => a && new Map([...a].map(([m, c]) => [m, c * k]));

function sum(a: Monomials, b: Monomials): Monomials {
  const result = new Map(a);
  for (const [m, c] of b) add(result, m, c);
  return result;
}

function product(a: Monomials, b: Monomials): Monomials | undefined {
  if (a.size * b.size > MOST * 4) return undefined;
  const result = new Map<string, number>();
  for (const [m, c] of a)
    for (const [n, d] of b) {
      const [monomial, factor] = times(m, n);
      add(result, monomial, c * d * factor);
    }
  return result.size > MOST ? undefined : result;
}

function add(to: Map<string, number>, m: string, c: number): void {
  const value = (to.get(m) ?? 0) + c;
  if (Math.abs(value) < 1e-9) to.delete(m);
  else to.set(m, value);
}

/** A product of monomials; pairs of equal square roots become numbers. */
function times(a: string, b: string): [string, number] {
  const powers = new Map<string, number>();
  for (const part of [...split(a), ...split(b)]) powers.set(part[0], (powers.get(part[0]) ?? 0) + part[1]);
  let factor = 1;
  const kept: string[] = [];
  for (const [name, n] of [...powers].sort(([x], [y]) => (x < y ? -1 : 1))) {
    const radicand = /^\\sqrt\{(\d+)\}$/.exec(name);
    if (radicand) factor *= Number(radicand[1]) ** Math.floor(n / 2);
    const rest = radicand ? n % 2 : n;
    if (rest > 0) kept.push(atom(name, rest));
  }
  return [kept.join("\u0002"), factor];
}

const split = (m: string): [string, number][] =>
  m === ""
    ? []
    : m.split("\u0002").map((part) => {
        const [name, n] = part.split("\u0001");
        return [name, Number(n)];
      });
