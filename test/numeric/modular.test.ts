/** Exact arithmetic modulo a prime: quotients come back, and what is zero is told. */
import { expect, test } from "vitest";
import { modular, PRIME } from "../../src/numeric/modular";

const A = modular();
const n = (x: number) => A.number(x);

test.each([
  ["1/3 times 3", A.mul(A.div(n(1), n(3)), n(3)), [1n]],
  ["-3", A.neg(n(3)), [PRIME - 3n]],
  ["3 - 7", A.sub(n(3), n(7)), [PRIME - 4n]],
  ["1/2 + 1/3 - 5/6", A.sub(A.add(A.div(n(1), n(2)), A.div(n(1), n(3))), A.div(n(5), n(6))), [0n]],
] as const)("%s", (_, value, expected) => expect(value).toEqual(expected));
