/** Steps in means, "Σ(y_i - α - βx_i) = 0, hence α = ȳ - βx̄", with the means written out as the sums that they are, in what stands before them as well. */
import type { Definition, Fact } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { isBarOfTerms, sampleMeans } from "../../derivation/laws/sample-means";
import { namesOf } from "../../expression/names";
import { type Expr, rewrite, some } from "../../expression/tree";
import type { JudgeInput } from "./trial";

/** What writes the means out in a step, and all that is known around it with them written out. */
export interface WrittenMeans {
  readonly write: (item: Item) => Item;
  readonly input: JudgeInput;
  readonly says: string;
}

/** Nothing where the steps have no bar that is the mean of terms around them, or where the document says what it is. */
export function meansWritten(items: readonly Item[], input: JudgeInput): WrittenMeans | undefined {
  const last = items[items.length - 1];
  const own = items.flatMap((i) => [i.left, i.right]);
  const bars = [...namesOf(...own).symbols].filter((n) => n.startsWith("\\bar{"));
  if (bars.length === 0) return undefined;
  const before = input.environment.facts(last).filter((f) => f.scope === last.scope && f.order < last.order);
  const around = before.flatMap((f) => [f.left, f.right]);
  if (!bars.some((n) => [...own, ...around].some((e) => isBarOfTerms(n, e)))) return undefined;
  const said = new Map(before.flatMap(({ fact }): [string, Definition][] => (fact?.kind === "definition" ? [[fact.name, fact]] : [])));
  const told = bars.flatMap((n) => said.get(n) ?? []).filter((d) => d.params.length === 0 && isMean(d.body));
  const means = [...told, ...sampleMeans(own, said, around)];
  if (means.length === 0 || means.some((d) => items.some((i) => i.left.op === "symbol" && i.left.name === d.name))) return undefined;
  const bodies = new Map(means.map((d) => [d.name, d.body]));
  const isBar = (n: Expr): boolean => n.op === "symbol" && bodies.has(n.name ?? "");
  const written = (e: Expr): Expr => (some(e, isBar) ? rewrite(e, (n) => (isBar(n) ? { ...(bodies.get(n.name ?? "") as Expr), span: n.span } : n)) : e);
  const known = new Map<Item, Item>();
  const write = (item: Item): Item => {
    const made = known.get(item) ?? changed(item, written);
    known.set(item, made);
    return made;
  };
  const { environment, groups } = input;
  const factsAround = (i: Item): readonly Item[] => environment.facts(i).filter((f) => !(f.fact?.kind === "definition" && bodies.has(f.fact.name)));
  return {
    write,
    input: {
      ...input,
      environment: { ...environment, facts: (i) => factsAround(i).map(write) },
      groups: groups.map((g) => (g.items.some((i) => write(i) !== i) ? { ...g, items: g.items.map(write) } : g)),
    },
    says: `${[...bodies.keys()].map((n) => `$${n}$`).join(" and ")} ${bodies.size > 1 ? "are the means" : "is the mean"} of the terms that are summed`,
  };
}

/** (1/n) Σ_{i=1}^n x_i */
const isMean = (e: Expr): boolean => /^(mul|div)$/.test(e.op) && some(e, (n) => n.op === "sum");

function changed(item: Item, written: (e: Expr) => Expr): Item {
  const [left, right] = [written(item.left), written(item.right)];
  if (left === item.left && right === item.right) return item;
  const fact: Fact | undefined = item.fact?.kind === "equation" ? { ...item.fact, left: written(item.fact.left), right: written(item.fact.right) } : item.fact;
  return { ...item, left, right, made: true, ...(fact ? { fact } : {}) };
}
