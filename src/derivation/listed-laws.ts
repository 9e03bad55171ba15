/** Distributions that are lists of probabilities, P = (p_1, …, p_n): their entropies and divergences written out as sums, and that their terms add up to one. */
import { type Expr, node, number, rewrite, some, symbol } from "../expression/tree";
import type { Link } from "./chains";
import type { Item } from "./items";

/** The letter of the terms of a list, and its last index. */
export interface Listed {
  readonly letter: string;
  readonly last: Expr;
}

/** The list of probabilities of an equation P = (p_1, …, p_n); undefined where it is none. */
export function listOf(left: Expr, right: Expr, { statement }: Link): Listed | undefined {
  if (left.op !== "symbol" || !/^(tuple|list|set)$/.test(right.op) || right.args.length < 3) return undefined;
  const last = right.args[right.args.length - 1];
  const terms = right.args.filter((a) => a.op !== "ellipsis");
  const isDotted = right.args[right.args.length - 2].op === "ellipsis" && terms.length === right.args.length - 1;
  const isTerm = (e: Expr): boolean => e.op === "indexed" && e.name === last.name && e.args.length === 1;
  if (!isDotted || !terms.every(isTerm) || terms[0].args[0].name !== "1" || last.args[0].op === "number") return undefined;
  const letter = last.name ?? "";
  const said = `${statement.prose.slice(-200)} ⋯ ${statement.after.slice(0, 120)}`;
  return /^[pq]$/.test(letter) || PROBABILITIES.test(said) ? { letter, last: last.args[0] } : undefined;
}

const PROBABILITIES = /\b(distributions?|probabilit(y|ies)|pmfs?|simplex)\b/i;

/** An expression with the entropies and divergences of lists as sums over their terms. */
export function withListedLaws(e: Expr, lists: ReadonlyMap<string, Listed>): Expr {
  if (lists.size === 0) return e;
  return rewrite(e, (n) => {
    if (n.op !== "statistic" || !/^(entropy|divergence)$/.test(n.name ?? "") || n.data?.under || n.args.length === 0 || n.args.length > 2) return n;
    const [p, q] = n.args.map((a) => (a.op === "symbol" ? lists.get(a.name ?? "") : undefined));
    if (!p || (n.args.length === 2 && !q)) return n;
    const index = ["i", "j", "k", "l"].find((letter) => !some(p.last, (x) => x.name === letter)) ?? "i";
    const term = ({ letter }: Listed): Expr => node("indexed", [symbol(index, n.span)], n.span, letter);
    const log = (x: Expr): Expr => node("call", [x], n.span, "log");
    const total = (logarithm: Expr): Expr => sumOf(node("mul", [term(p), logarithm], n.span, undefined, { style: "juxtaposed" }), index, p.last);
    if (n.name === "divergence") return q ? total(log(node("div", [term(p), term(q)], n.span))) : n;
    return node("neg", [total(log(term(q ?? p)))], n.span);
  });
}

const sumOf = (body: Expr, index: string, last: Expr): Expr => node("sum", [body, number(1, body.span), last], body.span, index, { bound: index });

/** That the terms of a list add up to one. */
export const listedTotals = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => {
    const list = item.relation === "=" ? listOf(item.left, item.right, item.link) : undefined;
    if (!list) return [];
    const { span } = item.right;
    const left = sumOf(node("indexed", [symbol("i", span)], span, list.letter), "i", list.last);
    const right = number(1, span);
    return [{ ...item, order: item.order + 0.5, role: "given", left, right, fact: { kind: "equation", left, right, span, text: "" } }];
  });

/** The letters whose terms a step means as the probabilities of lists: what is said of their entropies is said of all lists. */
export const listedLetters = (item: Item, facts: readonly Item[]): Set<string> =>
  new Set(item.made ? facts.flatMap((f) => (f.fact?.kind === "definition" ? (listOf(f.left, f.right, f.link)?.letter ?? []) : [])) : []);
