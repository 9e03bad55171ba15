/** What a document says of the mean and the covariance of its random names: E[ε] = 0, Cov(ε) = σ² I. */
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";

/** An equation with its role and place: an item of a derivation. */
export interface Placed {
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
  readonly role: string;
  readonly order: number;
  readonly scope: number;
}

export interface Moments {
  readonly mean?: Expr;
  readonly covariance?: Expr;
}

/** The single plain name whose moment a statistic is; undefined for anything else. */
export function momentOf(e: Expr): { name: string; kind: "mean" | "covariance" } | undefined {
  if (e.op !== "statistic" || e.args.length !== 1 || (e.args[0].op !== "symbol" && e.args[0].op !== "indexed")) return undefined;
  const kind = e.name === "expectation" ? "mean" : e.name === "covariance" || e.name === "variance" ? "covariance" : undefined;
  return kind && { name: symbolName(e.args[0]), kind };
}

/** The moments given before an item in its scope. */
export function momentsFor(item: Placed, items: readonly Placed[]): Map<string, Moments> {
  const found = new Map<string, Moments>();
  for (const i of items) {
    const said = i.relation === "=" && i.role === "given" && i.order < item.order && i.scope === item.scope ? momentOf(i.left) : undefined;
    if (said) found.set(said.name, { ...found.get(said.name), [said.kind]: i.right });
  }
  return found;
}
