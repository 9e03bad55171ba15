/** E[θ | y] and Var(θ | y) of a posterior that the text has up to a factor, "p(θ | y) ∝ …": quotients of integrals over the support of the prior. */
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";
import { baseOf, lawOf, randomNames } from "../random/random";
import { type Kernel, kernelBefore } from "./kernels";

/** A density up to a factor, with the ends of its variable. */
interface Bounded extends Kernel {
  readonly ends: readonly [Expr, Expr];
}

/** The sides with such moments as integrals; undefined where there are none. `isFalse` are signs that were found to be wrong. */
export function overPosterior(item: Item, groups: readonly ItemGroup[], isFalse: (i: Item) => boolean): { left: Expr; right: Expr } | undefined {
  const put = (e: Expr): Expr => rewrite(e, (n) => (n.op === "statistic" && !n.data?.under ? (momentOf(n, item, groups, isFalse) ?? n) : n));
  const [left, right] = [put(item.left), put(item.right)];
  return left === item.left && right === item.right ? undefined : { left, right };
}

function momentOf(n: Expr, item: Item, groups: readonly ItemGroup[], isFalse: (i: Item) => boolean): Expr | undefined {
  const split = Number(n.data?.split ?? n.args.length);
  const [body, ...others] = n.args.slice(0, split);
  const back = n.args.slice(split).flatMap(randomNames).map(baseOf);
  if (!body || others.length > 0 || back.length === 0 || !/^(expectation|variance)$/.test(n.name ?? "")) return undefined;
  const kernel = meantBy(body, back, item, groups, isFalse);
  if (!kernel) return undefined;
  const mean = (e: Expr): Expr => averaged(e, kernel);
  if (n.name === "expectation") return mean(body);
  const square = (e: Expr): Expr => node("pow", [e, number(2)], n.span);
  return node("add", [mean(square(body)), node("neg", [square(mean(body))], n.span)], n.span);
}

/** ∫ g(θ) k(θ) dθ / ∫ k(θ) dθ. */
function averaged(e: Expr, { formula, ends, name }: Bounded): Expr {
  const over = (inner: Expr): Expr => node("integral", [inner, ...ends], e.span, name, { bound: name });
  return node("div", [over(node("mul", [e, formula], e.span, undefined, { style: "cdot" })), over(formula)], e.span);
}

/** The posterior of the one name of a moment that was stated last, with the ends of its prior. */
function meantBy(body: Expr, back: readonly string[], item: Item, groups: readonly ItemGroup[], isFalse: (i: Item) => boolean): Bounded | undefined {
  const speaks = (name: string): boolean => some(body, (n) => n.op === "symbol" && n.name === name);
  const kernel = kernelBefore(speaks, back, item, groups, isFalse);
  const ends = kernel && endsOfPrior(kernel.name, item, groups);
  return kernel && ends && { ...kernel, ends };
}

/** The ends of the law that a tilde gives the name. */
function endsOfPrior(name: string, item: Item, groups: readonly ItemGroup[]): readonly [Expr, Expr] | undefined {
  const tilde = groups
    .flatMap((g) => g.items)
    .find((i) => i.relation === "∼" && i.order < item.order && i.left.op === "symbol" && symbolName(i.left) === name && !i.given);
  const law = tilde && lawOf(tilde.right);
  const infinity = symbol("\\infty");
  switch (law?.family.support) {
    case "positive":
      return [number(0), infinity];
    case "unit":
      return [number(0), number(1)];
    case "real":
      return [node("neg", [infinity], infinity.span), infinity];
    default:
      return undefined;
  }
}
