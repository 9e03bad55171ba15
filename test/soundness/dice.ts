/** Seeded random choices of the generator. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** Uniform on [from, to). */
  real(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(Math.imul(seed + 1, 0x9e3779b1) | 0);
  for (let i = 0; i < 4; i++) uniformInt(generator, 0, 1);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const real = (from: number, to: number) => from + (to - from) * uniformFloat64(generator);
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)];
  return {
    int,
    real,
    pick,
    chance: (p) => real(0, 1) < p,
    shuffled: (list) =>
      list
        .map((x) => [real(0, 1), x] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, x]) => x),
  };
}
