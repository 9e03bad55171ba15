/** Simple sequences through a few given numbers: constant, arithmetic, geometric, factorials, squares. */
import { type Expr, node, number } from "../../expression/tree";

/** The value at an index, as an expression. */
export type Fit = (index: Expr) => Expr;

/** a + b k as an expression. */
function linear(a: number, b: number): Fit {
  return (index) => {
    const step = b === 1 ? index : node("mul", [number(Math.abs(b)), index], index.span);
    const moved = b < 0 ? node("neg", [step], index.span) : step;
    return a === 0 ? moved : node("add", [literal(a), moved], index.span);
  };
}

const literal = (x: number): Expr => (x < 0 ? node("neg", [number(-x)], { from: 0, to: 0 }) : number(x));
const FACTORIALS = [1, 1, 2, 6, 24, 120, 720, 5040, 40320];

/** The sequences whose values at `from`, `from` + 1, … are the given ones; at least two. */
export function fitsOf(values: readonly number[], from: number): Fit[] {
  const fits: Fit[] = [];
  const [first, second] = values;
  const through = (f: (i: number) => number): boolean => values.every((v, i) => Math.abs(f(i) - v) <= 1e-9 * Math.max(1, Math.abs(v)));
  const step = second - first;
  if (through((i) => first + step * i)) fits.push(linear(first - step * from, step));
  const ratio = second / first;
  if (first !== 0 && ratio !== 1 && Number.isInteger(ratio) && Math.abs(ratio) > 1 && through((i) => first * ratio ** i))
    fits.push(geometric(first, ratio, from));
  if (through((i) => Math.round(Math.sqrt(first) + i) ** 2) && Number.isInteger(Math.sqrt(first)))
    fits.push((index) => node("pow", [{ ...linear(Math.sqrt(first) - from, 1)(index), data: { bracket: "(" } }, number(2)], index.span));
  for (const start of [...FACTORIALS.keys()].filter((i) => FACTORIALS[i] === first))
    for (const gap of [1, 2])
      if (through((i) => FACTORIALS[start + gap * i] ?? Number.NaN))
        fits.push((index) => node("call", [linear(start - gap * from, gap)(index)], index.span, "factorial"));
  return fits;
}

function geometric(first: number, ratio: number, from: number): Fit {
  return (index) => {
    const power = node("pow", [literal(ratio), from === 0 ? index : node("add", [index, node("neg", [number(from)], index.span)], index.span)], index.span);
    return first === 1 ? power : node("mul", [literal(first), power], index.span);
  };
}
