/** `\arg\max_x f(x) = \arg\max_x g(x)` of functions that are not known: the sides are the same if f and g put any two places in the same order. */
import { literally } from "../../base/literally";
import { type Expr, node, rewrite, some } from "../../expression/tree";
import type { Item } from "../facts/items";

/** The step as a claim about signs of differences between two places; undefined where a side is no optimizer, or both can be searched for. */
export function overPairsOfPlaces(item: Item): Item | undefined {
  const sides = signsOf(item);
  return sides && { ...item, ...sides, role: item.role === "soft" ? "claim" : item.role, made: true, optimizers: { left: item.left, right: item.right } };
}

/** What another right side comes to in such a step. */
export const inPairsOfPlaces = (right: Expr, { optimizers }: Item): Expr =>
  (optimizers && signsOf({ left: optimizers.left, right, relation: "=" })?.right) ?? right;

function signsOf({ left, right, relation }: Pick<Item, "left" | "right" | "relation">): { left: Expr; right: Expr } | undefined {
  if (relation !== "=" || left.op !== "optimizer" || right.op !== "optimizer" || left.args.length !== right.args.length || left.data?.several) return undefined;
  const name = left.name ?? "";
  const other = tilde(name);
  const g = renamed(right.args[0], right.name ?? "", name);
  if (![left.args[0], g].some((f) => some(f, (n) => speaksOf(n, name)))) return undefined;
  const order = (f: Expr, kind: unknown): Expr => {
    const difference = node("add", [f, node("neg", [renamed(f, name, other)], f.span)], f.span);
    return node("call", [kind === "max" ? difference : node("neg", [difference], f.span)], f.span, "sign");
  };
  return { left: order(left.args[0], left.data?.kind), right: order(g, right.data?.kind) };
}

/** The step with the absolute values of its functions in place of their values, and the first of them; undefined where it has none but probabilities. */
export function withPositiveValues(item: Item): { item: Item; latex: string } | undefined {
  const name = item.optimizers?.left.name ?? "";
  let first: Expr | undefined;
  const positive = (e: Expr): Expr =>
    rewrite(e, (n) => {
      if (n.op !== "apply" || /^[pPq]/.test(n.name ?? "") || !some(n, (m) => m.name === name || m.name === tilde(name))) return n;
      first ??= n;
      return node("absolute", [n], n.span);
    });
  const [left, right] = [positive(item.left), positive(item.right)];
  return first && { item: { ...item, left, right }, latex: `${first.name}(${name})` };
}

const tilde = (name: string): string => `\\tilde{${name}}`;

/** A function or a distribution of the name, by its arguments or by its index; terms that it numbers. */
const speaksOf = (n: Expr, name: string): boolean =>
  (n.op === "indexed" && n.args.some((a) => some(a, (m) => m.name === name))) ||
  ((n.op === "apply" || n.op === "statistic") && (isNamedBy(n.name ?? "", name) || n.name === name || some(n, (m) => m.name === name)));

/** The places of a name in the index of a longer one. */
function inIndex(whole: string, name: string): RegExp | undefined {
  if (!whole.includes("_")) return undefined;
  const found = new RegExp(`(?<=_.*)(?<![A-Za-z\\\\])${literally(name)}(?![A-Za-z])`);
  return found.test(whole) ? found : undefined;
}

const isNamedBy = (whole: string, name: string): boolean => inIndex(whole, name) !== undefined;

/** With another name in place of one, also where it is the index of a function's name: p_θ(x). */
function renamed(e: Expr, from: string, to: string): Expr {
  if (from === to) return e;
  return rewrite(e, (n) => {
    if (n.name === from) return { ...n, name: to };
    const place = n.op === "apply" ? inIndex(n.name ?? "", from) : undefined;
    return place ? { ...n, name: (n.name ?? "").replace(place, () => to) } : n;
  });
}
