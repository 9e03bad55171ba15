/** Families of finite distributions: one joint table a family and world; every marginal and conditional is computed from it in the arithmetic at hand. */
import type { Evaluator } from "../expression/evaluator";
import { type DrawMemo, drawReal, drawWeight, REALS } from "./draws";

/** A family: its name, its variables in a fixed order, and the sizes of their spaces. */
export interface Family {
  readonly name: string;
  readonly variables: readonly string[];
  readonly sizes: readonly number[];
  /** Under variation: entries are free positive numbers and nothing is normalised. */
  readonly free: boolean;
  /** A formula says what it is: its entries are those of one table, which need not sum to one. */
  readonly loose?: boolean;
  /** The joint is the product of these conditionals, by the positions of their variables. */
  readonly factors?: readonly { readonly front: readonly number[]; readonly back: readonly number[] }[];
}

/** The coordinate of an entry of a joint table. */
export const weightLabel = (family: Family, entry: number): string => `${family.name}#${entry}`;

/** Every entry of the joint table, row-major over the variables: a column each, in the lanes of the evaluator. `seeds` are the levels of the derivatives that move it. */
export function jointEntries<T>(
  ev: Evaluator<T>,
  family: Family,
  seed: number,
  memo: DrawMemo,
  fixed: ReadonlyMap<string, number> | undefined,
  seeds: readonly number[],
): T[] {
  const { A, frame } = ev;
  const weight = (label: string): T =>
    moved(ev, A.numbers(memo.column(label, frame.world, (w) => fixed?.get(label) ?? drawWeight(label, w, seed))), label, seed, memo, seeds);
  if (family.factors) return product(ev, family, weight);
  const total = family.sizes.reduce((n, s) => n * s, 1);
  return Array.from({ length: total }, (_, k) => weight(weightLabel(family, k)));
}

/** A weight as a smooth function of what derivatives are taken by: w (1 + a h + b h²) at h = 0, of no distribution in particular. */
function moved<T>(ev: Evaluator<T>, weight: T, label: string, seed: number, memo: DrawMemo, seeds: readonly number[]): T {
  const { A, frame } = ev;
  const byName = new Map<string, T>();
  for (const level of seeds) {
    const { name, entry } = ev.seeds[level];
    const of = `${name}[${entry}]`;
    const sum = byName.get(of);
    byName.set(of, sum === undefined ? ev.epsilon(level) : A.add(sum, ev.epsilon(level)));
  }
  let value = weight;
  for (const [of, h] of byName) {
    const [a, b] = ["slope", "bend"].map((what) => {
      const own = `${what} of ${label} by ${of}`;
      return A.numbers(memo.column(own, frame.world, (w) => drawReal(own, w, seed, REALS)));
    });
    value = A.mul(value, A.add(A.number(1), A.mul(h, A.add(a, A.mul(b, h)))));
  }
  return value;
}

/** The joint as a product of conditionals, each a table of its own that is normalised for every value of what it is conditioned on. */
function product<T>(ev: Evaluator<T>, family: Family, weight: (label: string) => T): T[] {
  const { A } = ev;
  const { sizes, factors = [] } = family;
  const count = (positions: readonly number[]): number => positions.reduce((n, p) => n * sizes[p], 1);
  const tables = factors.map(({ front, back }, k) => {
    const width = count(front);
    return Array.from({ length: count(back) }, (_, b) => {
      const weights = Array.from({ length: width }, (_, f) => weight(`${family.name}#${k}:${b},${f}`));
      const total = weights.reduce((sum, x) => A.add(sum, x));
      return weights.map((x) => A.div(x, total));
    });
  });
  const all = sizes.map((_, i) => i);
  return Array.from({ length: count(all) }, (_, k) => {
    let rest = k;
    const at = [...sizes].reverse().map((s) => {
      const c = rest % s;
      rest = Math.floor(rest / s);
      return c;
    });
    at.reverse();
    const place = (positions: readonly number[]): number => positions.reduce((n, p) => n * sizes[p] + at[p], 0);
    return factors.map(({ front, back }, f) => tables[f][place(back)][place(front)]).reduce((x, y) => A.mul(x, y));
  });
}

/** Sums the joint over the variables that are not in `keep`; the result is row-major over `keep`'s order in the family. */
export function marginal<T>(ev: Evaluator<T>, family: Family, joint: readonly T[], keep: readonly boolean[]): T[] {
  const { sizes } = family;
  const out: (T | undefined)[] = [];
  joint.forEach((entry, k) => {
    let rest = k;
    const coordinates = sizes.map((_, i) => {
      const stride = sizes.slice(i + 1).reduce((n, s) => n * s, 1);
      const c = Math.floor(rest / stride);
      rest %= stride;
      return c;
    });
    let at = 0;
    sizes.forEach((s, i) => {
      if (keep[i]) at = at * s + coordinates[i];
    });
    out[at] = out[at] === undefined ? entry : ev.A.add(out[at] as T, entry);
  });
  return out as T[];
}

/** Looks an entry of a table in the root's lanes up by index columns; `index[i]` belongs to variable `i` of the family, undefined where it is not asked for. */
function lookup<T>(ev: Evaluator<T>, table: readonly T[], sizes: readonly number[], index: readonly Float64Array[]): T {
  const { A, frame } = ev;
  const at = new Int32Array(frame.width);
  index.forEach((column, k) => {
    for (let lane = 0; lane < at.length; lane++) at[lane] = at[lane] * sizes[k] + column[column.length === 1 ? 0 : lane];
  });
  let result = A.number(Number.NaN);
  const first = at[0];
  const seen = (k: number): T => (frame.rootLane ? A.gather(table[k], frame.rootLane) : table[k]);
  if (at.every((a) => a === first)) return first in table ? seen(first) : result;
  if (A.pick) return A.pick(table, at, frame.rootLane);
  const here = table.map(() => undefined as Float64Array | undefined);
  at.forEach((k, lane) => {
    if (!(k in table)) return;
    const mask = here[k] ?? new Float64Array(frame.width);
    mask[lane] = 1;
    here[k] = mask;
  });
  here.forEach((mask, k) => {
    if (mask) result = A.select(A.numbers(mask), seen(k), result);
  });
  return result;
}

/**
 * p(front | back): the joint of the front variables given the back ones. `marginalOf` gives the table over the variables to keep, in the root's lanes; `front` and `back` give each variable's index columns by
 * position in the family.
 */
export function tableEntry<T>(
  ev: Evaluator<T>,
  family: Family,
  marginalOf: (keep: readonly boolean[]) => readonly T[],
  front: ReadonlyMap<number, Float64Array>,
  back: ReadonlyMap<number, Float64Array>,
): T {
  const all = family.variables.map((_, i) => front.has(i) || back.has(i));
  const sizesOf = (keep: readonly boolean[]) => family.sizes.filter((_, i) => keep[i]);
  const columns = (keep: readonly boolean[]) => family.variables.flatMap((_, i) => (keep[i] ? [(front.get(i) ?? back.get(i)) as Float64Array] : []));
  const top = lookup(ev, marginalOf(all), sizesOf(all), columns(all));
  if (family.loose && back.size === 0) return top;
  const given = family.variables.map((_, i) => back.has(i));
  const bottom = lookup(ev, marginalOf(given), sizesOf(given), columns(given));
  return ev.A.div(top, bottom);
}
