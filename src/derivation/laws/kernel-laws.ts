/** A posterior that is stated as a law behind its formula up to a factor, "p(θ | k) ∝ … = θ^{a+k-1} (1-θ)^{b+n-k-1}, so θ | k ∼ Beta(a + k, b + n - k)". */
import { symbolName } from "../../expression/names";
import type { Item, ItemGroup } from "../facts/items";
import { allNames } from "../names/all-names";
import { baseOf, lawOf } from "../random/random";
import { kernelBefore } from "./kernels";
import { densityAt, meaningsBefore, type PosteriorClaim } from "./posterior-laws";

/** The claims that the density of the law, in each meaning of its family, is proportional to that formula; none where no such formula stands before it. */
export function kernelClaims(item: Item, facts: readonly Item[], groups: readonly ItemGroup[], isFalse: (i: Item) => boolean): PosteriorClaim[] {
  const { given } = item;
  const law = item.relation === "∼" && given && item.left.op === "symbol" ? lawOf(item.right) : undefined;
  if (!law || !given) return [];
  const kernel = kernelBefore((name) => name === symbolName(item.left), given.map(baseOf), item, groups, isFalse);
  const known = kernel && allNames([kernel.formula]);
  // another prior since then
  const isOther = (f: Item): boolean =>
    f.relation === "∼" && !f.given && f.order > (kernel?.order ?? 0) && f.order < item.order && f.left.name === item.left.name;
  if (!kernel || facts.some(isOther) || ![...allNames(law.args)].every((n) => known?.has(n))) return [];
  return meaningsBefore(item, facts).map(({ meant, says }) => ({
    item: { ...item, relation: "∝", role: "claim", left: kernel.formula, right: densityAt(meant(law), item.left), posteriorOf: item.left },
    ...(says ? { says } : {}),
  }));
}
