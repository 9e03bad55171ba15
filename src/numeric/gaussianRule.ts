/**
 * Means under a standard normal distribution of several dimensions by products of Gauss–Hermite rules of three, four and five nodes, whose nodes and
 * weights are written with roots (Abramowitz and Stegun, 25.4.46): exact for polynomials up to degree five, seven, nine in each variable, in any arithmetic.
 */
import type { Arithmetic } from "./arithmetic";

/** A node and its weight on the line. */
interface Node<T> {
  readonly at: T;
  readonly weight: T;
}

/** The rule of so many nodes. */
function rule<T>(A: Arithmetic<T>, nodes: 3 | 4 | 5): Node<T>[] {
  const n = (x: number): T => A.number(x);
  const root = (x: T): T => A.call1("sqrt", x);
  const part = (above: T, below: number): T => A.div(above, n(below));
  const pair = (at: T, weight: T): Node<T>[] => [
    { at, weight },
    { at: A.neg(at), weight },
  ];
  if (nodes === 3) return [{ at: n(0), weight: part(n(2), 3) }, ...pair(root(n(3)), part(n(1), 6))];
  if (nodes === 4) {
    const r = root(n(6));
    return [...pair(root(A.sub(n(3), r)), part(A.add(n(3), r), 12)), ...pair(root(A.add(n(3), r)), part(A.sub(n(3), r), 12))];
  }
  const r = root(n(10));
  const twice = A.add(r, r);
  return [
    { at: n(0), weight: part(n(8), 15) },
    ...pair(root(A.sub(n(5), r)), part(A.add(n(7), twice), 60)),
    ...pair(root(A.add(n(5), r)), part(A.sub(n(7), twice), 60)),
  ];
}

/** Points with their weights in `size` dimensions. */
export function* gaussianPoints<T>(A: Arithmetic<T>, size: number, nodes: 3 | 4 | 5): Generator<{ readonly at: readonly T[]; readonly weight: T }> {
  const line = rule(A, nodes);
  const count = line.length ** size;
  for (let k = 0; k < count; k++) {
    const chosen = Array.from({ length: size }, (_, i) => line[Math.floor(k / line.length ** i) % line.length]);
    yield { at: chosen.map((c) => c.at), weight: chosen.map((c) => c.weight).reduce((a, b) => A.mul(a, b)) };
  }
}
