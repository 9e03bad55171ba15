/**
 * Means, variances, covariances and expected logarithms of the entries of a vector with a Dirichlet law, p ∼ Dir(α) or p(θ | n) ∝ ∏ θ_k^{n_k + α_k - 1}, as
 * formulas of its parameters. Source: Bishop, "Pattern Recognition and Machine Learning", appendix B.
 */
import { type Expr, node, number, rewrite, same, symbol } from "../../expression/tree";
import { type DottedList, dottedList } from "../../notation/series/dotted-lists";
import type { Item } from "../facts/items";

/** The parameters of a law: one by its index, and what all of them add up to. */
interface Parameters {
  /** Undefined where the list has no entry of that number. */
  at(index: Expr): Expr | undefined;
  readonly total: Expr;
}

const NAME = /^\\(mathrm|mathsf|mathcal|text|operatorname)\{Dir(ichlet)?\}$/;
const INDEX = "j";

const minus = (e: Expr): Expr => node("neg", [e], e.span);
const plus = (...es: Expr[]): Expr => node("add", es, es[0].span);
const times = (...es: Expr[]): Expr => node("mul", es, es[0].span, undefined, { style: "cdot" });
const over = (a: Expr, b: Expr): Expr => node("div", [a, b], a.span);
const square = (e: Expr): Expr => node("pow", [e, number(2)], e.span);
const next = (e: Expr): Expr => plus(e, number(1));

/** The sides with such moments written out; undefined where there are none. `before` are formulas, also those up to a factor. */
export function overDirichlet(item: Item, before: () => readonly Item[]): { left: Expr; right: Expr } | undefined {
  const put = (e: Expr): Expr => rewrite(e, (n) => (n.op === "statistic" && !n.data?.under ? (momentOf(n, item, before) ?? n) : n));
  const [left, right] = [put(item.left), put(item.right)];
  return left === item.left && right === item.right ? undefined : { left, right };
}

const isEntry = (e: Expr | undefined): boolean => e?.op === "indexed" && e.args.length === 1;

function momentOf(n: Expr, item: Item, before: () => readonly Item[]): Expr | undefined {
  const split = Number(n.data?.split ?? n.args.length);
  const [body, other] = n.args.slice(0, split);
  const entries = entriesOf(n.name ?? "", body, other);
  if (!entries) return undefined;
  const [a, b] = entries;
  const law = lawOf(a.name ?? "", split < n.args.length, item, before());
  const [at, beside] = [law?.at(a.args[0]), law?.at(b.args[0])];
  if (!law || !at || !beside) return undefined;
  const { total } = law;
  const scale = times(square(total), next(total));
  const spread = over(times(at, plus(total, minus(at))), scale);
  switch (n.name) {
    case "variance":
      return spread;
    case "covariance":
      return same(a, b) ? spread : minus(over(times(at, beside), scale));
  }
  if (body.op === "call") return plus(digamma(at), minus(digamma(total)));
  if (body === a) return over(at, total);
  return over(times(at, same(a, b) ? next(at) : beside), times(total, next(total)));
}

const digamma = (e: Expr): Expr => node("special", [e], e.span, "digamma");

/** The one or two entries that a moment is of. */
function entriesOf(kind: string, body: Expr | undefined, other: Expr | undefined): [Expr, Expr] | undefined {
  if (!body) return undefined;
  if (kind === "covariance") return other && isEntry(body) && isEntry(other) && body.name === other.name ? [body, other] : undefined;
  if (other || !/^(expectation|variance)$/.test(kind)) return undefined;
  if (isEntry(body)) return [body, body];
  if (kind === "variance") return undefined;
  const [first, second] = body.args;
  if (body.op === "call" && body.name === "log" && !body.data?.based && isEntry(first)) return [first, first];
  if (body.op === "pow" && isEntry(first) && second.name === "2") return [first, first];
  return body.op === "mul" && body.args.length === 2 && isEntry(first) && isEntry(second) && first.name === second.name ? [first, second] : undefined;
}

/** The last law that is stated for a name before the step, given others or not. */
function lawOf(name: string, conditional: boolean, item: Item, facts: readonly Item[]): Parameters | undefined {
  const stated = facts.filter((f) => f.order < item.order).map((f) => statedFor(name, f, facts));
  return stated.reverse().find((s) => s !== undefined && s.conditional === conditional)?.parameters;
}

function statedFor(name: string, f: Item, facts: readonly Item[]): { conditional: boolean; parameters: Parameters } | undefined {
  if (f.relation === "∼" && plain(f.left) === name && f.right.op === "apply" && NAME.test(f.right.name ?? "")) {
    const parameters = parametersIn(f.right.args);
    return parameters && { conditional: (f.given?.length ?? 0) > 0, parameters };
  }
  const parameters = f.right.op === "prod" ? ofPowers(f.right, name) : undefined;
  const opening = parameters && openingOf(f, facts);
  if (!parameters || opening?.relation !== "∝" || opening.left.op !== "apply" || plain(opening.left.args[0]) !== name) return undefined;
  return { conditional: Number(opening.left.data?.split) < opening.left.args.length, parameters };
}

/** The first sign of the chain that a sign goes on with. */
function openingOf(f: Item, facts: readonly Item[]): Item | undefined {
  if (!f.link.continued && f.link.index === 0) return f;
  return facts.find((g) => g.order < f.order && g.link.statement.block === f.link.statement.block && g.relation === "∝" && g.link.index === 0);
}

/** The letter of a vector in bold or not. */
const plain = (e: Expr): string => (e.name ?? "").replace(/^\\(mathbf|boldsymbol|bm|vec)\{(.+)\}$/, "$2");

function parametersIn(args: readonly Expr[]): Parameters | undefined {
  const listed = args.length === 1 && /^(list|tuple)$/.test(args[0].op) ? args[0].args : args;
  const dotted: DottedList | undefined = dottedList(listed);
  if (dotted)
    return { at: (i) => dotted.at(i), total: node("sum", [dotted.at(symbol(INDEX)), number(1), dotted.count], args[0].span, INDEX, { bound: INDEX }) };
  if (listed.length > 1) return { at: (i) => (i.op === "number" ? listed[Number(i.name) - 1] : undefined), total: plus(...listed) };
  const at = (i: Expr): Expr | undefined => entryOf(listed[0], i);
  const general = at(symbol(INDEX));
  return general && { at, total: node("sum-over", [general], args[0].span, INDEX, { bound: INDEX }) };
}

/** The entry of a vector, of α + n: α_k + n_k. */
function entryOf(e: Expr, i: Expr): Expr | undefined {
  if (e.op === "symbol") return node("indexed", [i], e.span, plain(e));
  const parts = e.op === "add" ? e.args.map((a) => entryOf(a, i)) : [];
  return parts.length > 0 && parts.every((p) => p !== undefined) ? { ...e, args: parts as Expr[] } : undefined;
}

/** ∏_k θ_k^{a_k - 1}. */
function ofPowers(e: Expr, name: string): Parameters | undefined {
  const [body, from, to] = e.args;
  const index = String(e.data?.bound ?? "");
  if (body?.op !== "pow" || !isEntry(body.args[0]) || body.args[0].name !== name || body.args[0].args[0].name !== index || from?.name !== "1" || !to)
    return undefined;
  const at = (i: Expr): Expr => next(rewrite(body.args[1], (n) => (n.op === "symbol" && n.name === index ? i : n)));
  return { at, total: node("sum", [at(symbol(index)), from, to], e.span, index, { bound: index }) };
}
