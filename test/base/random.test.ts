/** Named random numbers: the same for ever, told apart, uniform. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash, uniform } from "../../src/base/random";

describe("hash and uniform", () => {
  it("keep their promise: the same numbers for ever", () => {
    expect([hash(), hash("x"), hash("x", 0), hash(0.5), hash("μ", -1)]).toEqual([3954623016, 893699394, 3484684374, 3116740636, 3076783994]);
    expect(uniform("x", 3, 0)).toBe(0.4160739973817239);
  });

  it("tells parts apart", () => {
    const values = [hash("ab", "c"), hash("a", "bc"), hash("abc"), hash("1"), hash(1), hash("", "abc"), hash(1, 0), hash(0, 1)];
    expect(new Set(values).size).toBe(values.length);
    expect(hash(-0)).toBe(hash(0));
  });

  it("is uniform: sixteen bins, neighbours uncorrelated, one changed unit flips half of the bits", () => {
    const bins = new Array<number>(16).fill(0);
    let product = 0;
    let flips = 0;
    const total = 20_000;
    for (let world = 0; world < total; world++) {
      const value = uniform("x", world);
      bins[Math.floor(value * 16)]++;
      product += (value - 0.5) * (uniform("x", world + 1) - 0.5);
      flips += bitCount(hash("x", world) ^ hash("y", world));
    }
    for (const count of bins) expect(Math.abs(count - total / 16)).toBeLessThan(5 * Math.sqrt(total / 16));
    expect(Math.abs(product / total)).toBeLessThan(0.003);
    expect(Math.abs(flips / total - 16)).toBeLessThan(0.2);
  });

  it("stays inside the open interval", () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), (name, number) => {
        const value = uniform(name, number);
        expect(value > 0 && value < 1).toBe(true);
        expect(Number.isInteger(hash(name, number)) && hash(name, number) >= 0 && hash(name, number) < 2 ** 32).toBe(true);
      }),
    );
  });
});

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
}
