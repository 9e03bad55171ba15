/** Entries of the tables of distributions: marginals and conditionals of a joint table, free entries of a distribution under variation. */
import type { Evaluator } from "../expression/evaluator";
import type { Expr } from "../expression/tree";
import { spaceOf, variablesOf } from "../expression/variables";
import { type DrawMemo, drawReal } from "./draws";
import type { ModelParts } from "./model-parts";
import { type Family, jointEntries, marginal, tableEntry } from "./tables";

/** The tables of the distributions of one scope. */
export class TableEntries {
  private readonly joints = new Map<string, WeakMap<object, unknown[]>>();
  constructor(
    private readonly parts: ModelParts,
    private readonly memo: DrawMemo,
  ) {}

  /** p(x | z) from the family's joint table. */
  of<T>(e: Expr, ev: Evaluator<T>): T | undefined {
    const family = this.parts.families.families.get(e.name ?? "");
    const variables = variablesOf(e);
    if (!family || !variables) return undefined;
    const at = new Map<number, Float64Array>();
    for (const [k, name] of [...variables.front, ...variables.back].entries()) {
      const position = family.variables.indexOf(spaceOf(name));
      const value = ev.evaluate(e.args[k]);
      if (position < 0 || value.kind !== "element") return undefined;
      at.set(position, value.index);
    }
    const pick = (names: readonly string[]) =>
      new Map(names.map((n): [number, Float64Array] => [family.variables.indexOf(spaceOf(n)), at.get(family.variables.indexOf(spaceOf(n))) as Float64Array]));
    if (family.free) return this.freeEntry(e, ev, variables, at);
    const named = [...variables.front, ...variables.back];
    return tableEntry(
      ev,
      family,
      (keep) =>
        this.marginal(
          family,
          ev.atRoot(),
          keep,
          ev.seeds.flatMap((s, level) => (movesTable(family, s.name, named, keep) ? [level] : [])),
        ),
      pick(variables.front),
      pick(variables.back.slice(0, Math.max(0, variables.back.length))),
    );
  }

  /** The table over the variables to keep, once for the lanes of a root; the derivatives at the levels `seeds` move it. */
  private marginal<T>(family: Family, ev: Evaluator<T>, keep: readonly boolean[], seeds: readonly number[]): T[] {
    const key = `${family.name} ${keep.map((k) => (k ? 1 : 0)).join("")} ${seeds.join(",")}`;
    const cache = this.joints.get(key) ?? new WeakMap<object, unknown[]>();
    this.joints.set(key, cache);
    const kept = cache.get(ev.frame) as T[] | undefined;
    if (kept) return kept;
    const made = keep.every((k) => k)
      ? jointEntries(ev, family, this.parts.seed, this.memo, this.parts.fixed, seeds)
      : marginal(
          ev,
          family,
          this.marginal(
            family,
            ev,
            keep.map(() => true),
            seeds,
          ),
          keep,
        );
    cache.set(ev.frame, made);
    return made;
  }

  /** An entry of a distribution under variation: a free positive number for each value of its variables. */
  private freeEntry<T>(e: Expr, ev: Evaluator<T>, variables: { front: string[]; back: string[] }, at: ReadonlyMap<number, Float64Array>): T {
    const { A, frame } = ev;
    const family = this.parts.families.families.get(e.name ?? "");
    const positions = [...variables.front, ...variables.back].map((n) => family?.variables.indexOf(spaceOf(n)) ?? -1);
    const key = (lane: number) => positions.map((p) => at.get(p)?.[(at.get(p) as Float64Array).length === 1 ? 0 : lane]).join(",");
    const free = (label: string, w: number): number => this.parts.fixed?.get(label) ?? drawReal(label, w, this.parts.seed, { low: 0.05, high: 1.2 });
    let x = A.numbers(Float64Array.from(frame.world, (w, lane) => free(`${e.name}(${key(lane)})`, w)));
    ev.seeds.forEach((seed, level) => {
      if (seed.by.op !== "apply" || seed.by.name !== e.name) return;
      const want = variablesOf(seed.by);
      if (!want) return;
      const columns = seed.by.args.slice(0, positions.length).map((a) => seed.below.evaluate(a));
      const here = Float64Array.from({ length: frame.width }, (_, lane) => {
        const below = frame.rootLane ? frame.rootLane[lane] : lane;
        return columns.every(
          (c, k) =>
            c.kind === "element" &&
            c.index[c.index.length === 1 ? 0 : below] ===
              (at.get(positions[k]) as Float64Array)[(at.get(positions[k]) as Float64Array).length === 1 ? 0 : lane],
        )
          ? 1
          : 0;
      });
      if (here.some((h) => h)) x = A.add(x, A.mul(A.numbers(here), ev.epsilon(level)));
    });
    return x;
  }
}

/** Whether a table changes with a name: θ of p_θ, and x of p(x, z) where x is not summed over. */
const movesTable = (family: Family, name: string, variables: readonly string[], keep: readonly boolean[]): boolean =>
  variables.includes(name) ? keep[family.variables.indexOf(spaceOf(name))] : isParameter(family.name, name);

/** θ of p_θ, of q_{\phi, \theta}. */
export function isParameter(of: string, name: string): boolean {
  const from = of.indexOf("_") + 1;
  const at = from > 0 ? of.indexOf(name, from) : -1;
  return at > 0 && !/[a-zA-Z\\]/.test(of[at - 1]) && !/[a-zA-Z]/.test(of[at + name.length] ?? "");
}
