/** Error bounds of double lanes: they cover what high precision says, on random chains and on the known traps. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arithmetic, Function1 } from "../../src/numeric/arithmetic";
import { compare, INFORMATIVE } from "../../src/numeric/bound";
import type { Lane } from "../../src/numeric/lane";
import { double as A } from "../../src/numeric/lanes";
import { precise } from "../../src/numeric/precise";

/** A random expression over one variable, as a function of the arithmetic. */
type Chain = <T>(B: Arithmetic<T>, x: T) => T;
const leaf: fc.Arbitrary<Chain> = fc.oneof(
  fc.constant<Chain>((_, x) => x),
  fc.integer({ min: -5, max: 5 }).map(
    (n): Chain =>
      (B) =>
        B.number(n),
  ),
  fc.double({ min: -3, max: 3, noNaN: true }).map(
    (n): Chain =>
      (B) =>
        B.number(n),
  ),
  fc.constantFrom("0.1", "2.7", "-1.25").map(
    (s): Chain =>
      (B) =>
        B.decimal(s),
  ),
);
const NAMES: Function1[] = [
  "exp",
  "log",
  "sqrt",
  "cbrt",
  "sin",
  "cos",
  "tan",
  "cot",
  "sec",
  "csc",
  "asin",
  "acos",
  "atan",
  "acot",
  "asec",
  "acsc",
  "sinh",
  "cosh",
  "tanh",
  "coth",
  "sech",
  "csch",
  "asinh",
  "acosh",
  "atanh",
  "acoth",
  "asech",
  "acsch",
  "abs",
  "sinc",
];
const chain = fc.letrec<{ e: Chain }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 4, depthIdentifier: "chain" },
    leaf,
    fc.tuple(fc.constantFrom("add", "sub", "mul", "div", "pow" as const), tie("e"), tie("e")).map(
      ([op, p, q]): Chain =>
        (B, x) =>
          B[op as "add"](p(B, x), q(B, x)),
    ),
    fc.tuple(fc.constantFrom(...NAMES), tie("e")).map(
      ([f, p]): Chain =>
        (B, x) =>
          B.call1(f, p(B, x)),
    ),
  ),
})).e;

test("the bound of a random chain covers the value at 60 digits", () => {
  let decided = 0;
  fc.assert(
    fc.property(chain, fc.double({ min: -4, max: 4, noNaN: true }), (c, x) => {
      const P = precise(60);
      const d = c(A, A.number(x));
      const p = c(P, P.number(x));
      const difference = P.sub(p, P.number(d.v[0]));
      const gap = P.toNumbers(difference)[0];
      if (Number.isNaN(gap) || Math.abs(d.v[0]) === Infinity || P.errors(p)[0] > d.e[0]) return;
      decided++;
      expect(Math.abs(gap)).toBeLessThanOrEqual(d.e[0] * (1 + 1e-6) + P.errors(difference)[0] + 1e-320);
    }),
    { numRuns: 1500, seed: 7 },
  );
  expect(decided).toBeGreaterThan(400);
});

const n = (x: number) => A.number(x);
const compared = (a: Lane, b: Lane) => compare(a.v[0], a.e[0], b.v[0], b.e[0]);
const one = n(1);
test.each([
  ["exact integers", A.sub(A.mul(n(3), n(7)), n(20)), 1, 0],
  ["(1 - cos x)/x² near 0 knows nothing", A.div(A.sub(one, A.call1("cos", n(1e-9))), n(1e-18)), 0.5, Infinity],
  ["√(x²+1) - x", A.sub(A.call1("sqrt", A.add(A.mul(n(1e8), n(1e8)), one)), n(1e8)), 5e-9, Infinity],
  ["e^{π√163} - 640320³ - 744", A.sub(A.call1("exp", A.mul(A.constant("pi"), A.call1("sqrt", n(163)))), A.add(A.pow(n(640320), n(3)), n(744))), 0, Infinity],
  ["0^0", A.pow(n(0), n(0)), 1, 0],
  ["(-8)^3", A.pow(n(-8), n(3)), -512, 0],
])("%s", (_, r, value, most) => {
  expect(Math.abs(r.v[0] - value)).toBeLessThanOrEqual(r.e[0]);
  if (most === 0) expect(r.e[0]).toBe(0);
  else expect(r.e[0] < INFORMATIVE * Math.abs(r.v[0])).toBe(false);
});

test.each([
  ["1/0", A.div(one, n(0))],
  ["1/(cancelled)", A.div(one, A.sub(A.add(A.decimal("0.1"), A.decimal("0.2")), A.decimal("0.3")))],
  ["overflow", A.mul(n(1e200), n(1e200))],
  ["(-1)^0.5", A.pow(n(-1), n(0.5))],
  ["tan at π/2", A.call1("tan", A.div(A.constant("pi"), n(2)))],
  ["floor of 0.1·30 at its jump", A.call1("floor", A.mul(A.decimal("0.1"), n(30)))],
])("%s is undefined", (_, r) => expect(r.v[0]).toBeNaN());

test("underflow is no information alone and harmless in a sum", () => {
  const [p, q] = [A.call1("exp", n(-1000)), A.call1("exp", n(-1001))];
  expect(compared(p, q).outcome).toBe("unknown");
  expect(compared(A.mul(p, p), A.mul(q, n(7))).outcome).toBe("unknown");
  expect(compared(A.add(one, p), one).outcome).toBe("equal");
});

test("a/(a + 1e-9) against 1 is different where doubles can tell", () => {
  const a = n(0.5);
  expect(compared(A.div(a, A.add(a, n(1e-7))), one).outcome).toBe("different");
  expect(compared(A.div(a, A.add(a, n(1e-10))), one).outcome).not.toBe("equal");
});
