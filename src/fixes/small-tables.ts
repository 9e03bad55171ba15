/** Gives the distributions of a witness small tables of simple fractions, so that a person can check it by hand. */

import { Bench } from "../worlds/bench";
import { WorldModel } from "../worlds/model";
import type { ModelParts } from "../worlds/model-parts";
import type { Sort } from "../worlds/sorts";
import { type Family, weightLabel } from "../worlds/tables";

/** Weights of joint tables by their number of entries, most telling first: marginals and conditionals come out as halves, thirds and quarters. */
const WEIGHTS: ReadonlyMap<number, readonly (readonly number[])[]> = new Map([
  [
    2,
    [
      [1, 1],
      [1, 3],
      [3, 1],
      [1, 2],
    ],
  ],
  [
    4,
    [
      [1, 1, 3, 1],
      [1, 1, 1, 3],
      [3, 1, 1, 1],
      [1, 3, 3, 1],
    ],
  ],
  [
    8,
    [
      [1, 1, 1, 1, 1, 1, 1, 3],
      [1, 3, 1, 1, 3, 1, 1, 1],
      [1, 1, 3, 1, 1, 3, 1, 1],
    ],
  ],
]);
const FREE = [0.5, 0.25, 1, 0.75];
const ATTEMPTS = 8;

/** The same bench with other tables, simplest first. Every space has two elements. */
export function* smallTables(bench: Bench): Generator<Bench, void, void> {
  const { parts } = bench.model;
  const families = [...parts.families.families.values()].map((f) => ({ ...f, sizes: f.sizes.map(() => 2) }));
  if (families.length === 0 || families.some((f) => !WEIGHTS.has(2 ** f.variables.length))) return;
  const small: ModelParts = {
    ...parts,
    families: { families: new Map(families.map((f) => [f.name, f])), spaces: new Map([...parts.families.spaces.keys()].map((s) => [s, 2])) },
    sorts: { ...parts.sorts, of: new Map([...parts.sorts.of].map(([name, sort]) => [name, ofTwo(sort)])) },
  };
  const elements = [...small.sorts.of].flatMap(([name, sort]) => (sort.kind === "element" ? [name] : []));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const fixed = new Map(parts.fixed);
    for (const [at, family] of families.entries()) fill(fixed, family, at + attempt);
    for (const [at, name] of elements.entries()) fixed.set(name, attempt < ATTEMPTS / 2 ? 0 : at % 2);
    yield new Bench(new WorldModel({ ...small, fixed }), bench.fuel.left);
  }
}

const ofTwo = (sort: Sort): Sort => (sort.kind === "element" ? { ...sort, size: 2 } : sort);

function fill(fixed: Map<string, number>, family: Family, turn: number): void {
  const entries = 2 ** family.variables.length;
  const patterns = WEIGHTS.get(entries) ?? [];
  const weights = patterns[turn % patterns.length] ?? [];
  for (const [k, weight] of weights.entries()) {
    if (!family.free) fixed.set(weightLabel(family, k), weight);
    // entries of a distribution under variation are drawn by the values of its variables
    else fixed.set(`${family.name}(${[...k.toString(2).padStart(family.variables.length, "0")].join(",")})`, FREE[(k + turn) % FREE.length]);
  }
}
