/** Distributions that are lists of probabilities, P = (p_1, …, p_n): their entropies and divergences written out as sums. */
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import type { Link } from "../reading/chains";

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

/** The sum of a body over an index from one. */
export const sumOf = (body: Expr, index: string, last: Expr): Expr => node("sum", [body, number(1, body.span), last], body.span, index, { bound: index });
