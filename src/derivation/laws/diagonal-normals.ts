/**
 * Normal distributions of vectors with diagonal covariances, N(z; μ, diag(σ_1², …, σ_d²)): divergences and expected log densities as sums over the coordinates.
 * Source: Kingma and Welling, "Auto-Encoding Variational Bayes", appendix B.
 */
import { familyNamed, gaussian } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";
import { dottedList } from "../../notation/series/dotted-lists";
import type { Item } from "../facts/items";

/** Mean and variance of a coordinate. */
interface Coordinate {
  readonly mean: Expr;
  readonly variance: Expr;
  /** How many coordinates there are, where the covariance lists them. */
  readonly count?: Expr;
  /** The covariance is a matrix that is written as diagonal, no multiple of the identity. */
  readonly diagonal: boolean;
}

/** The sides with every divergence and expected log density of such distributions as a sum; undefined where there is none. */
export function overCoordinates(item: Item, facts: readonly Item[]): { left: Expr; right: Expr } | undefined {
  const range = rangeIn(item);
  const put = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const index = symbol(range?.index ?? "j", n.span);
      const made = n.op === "statistic" ? ofStatistic(n, index, item, facts) : undefined;
      const count = made && (made.count ?? range?.count);
      return made && count ? node("sum", [made.term, number(1), count], n.span, index.name, { bound: index.name ?? "" }) : n;
    });
  const [left, right] = [put(item.left), put(item.right)];
  return left === item.left && right === item.right ? undefined : { left, right };
}

/** The index and the count of a sum over coordinates in the step. */
function rangeIn({ left, right }: Item): { index: string; count: Expr } | undefined {
  let found: { index: string; count: Expr } | undefined;
  for (const side of [left, right])
    walk(side, (n) => {
      const bound = n.op === "sum" && n.args.length === 3 && n.args[1].name === "1" ? n.data?.bound : undefined;
      if (typeof bound === "string" && n.args[2].op === "symbol") found ??= { index: bound, count: n.args[2] };
    });
  return found;
}

function ofStatistic(n: Expr, j: Expr, item: Item, facts: readonly Item[]): { term: Expr; count?: Expr } | undefined {
  const law = (e: Expr | undefined): Coordinate | undefined => e && coordinateOf(writtenOut(e, item, facts), j);
  if (n.name === "divergence" && n.args.length === 2) {
    const [q, p] = n.args.map(law);
    return q?.diagonal && p ? { term: divergence(q, p), ...counted(q, p) } : undefined;
  }
  const [body, under] = n.args;
  if (n.name !== "expectation" || n.args.length !== 2 || !n.data?.under || body.op !== "call" || body.name !== "log" || body.args.length !== 1)
    return undefined;
  const [q, p] = [law(under), law(body.args[0])];
  return q?.diagonal && p ? { term: expectedLog(q, p), ...counted(q, p) } : undefined;
}

const counted = (q: Coordinate, p: Coordinate): { count?: Expr } => {
  const count = q.count ?? p.count;
  return count ? { count } : {};
};

/** What a distribution was said to be: q, q(z). */
function writtenOut(e: Expr, item: Item, facts: readonly Item[]): Expr {
  if (familyNamed(e.name ?? "") === gaussian) return e;
  const said = facts.filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === e.name && f.fact.split >= 1);
  const last = said[said.length - 1]?.fact;
  return last?.kind === "definition" ? last.body : e;
}

function coordinateOf(e: Expr, j: Expr): Coordinate | undefined {
  if (e.op !== "apply" || familyNamed(e.name ?? "") !== gaussian || e.args.length < 2) return undefined;
  const [mean, covariance] = e.args.slice(-2);
  const own = component(mean, j);
  const spread = diagonalOf(covariance, j);
  return own && spread && { mean: own, ...spread };
}

/** A coordinate of a vector that is a letter; numbers are the same in all. */
function component(e: Expr, j: Expr): Expr | undefined {
  if (e.op === "number") return e;
  if (e.op === "neg") {
    const inner = component(e.args[0], j);
    return inner && node("neg", [inner], e.span);
  }
  if (e.op === "symbol" && /^(\\mathbf|\\boldsymbol|\\bm|\\vec)\{0\}$/.test(e.name ?? "")) return number(0);
  return e.op === "symbol" ? node("indexed", [j], e.span, e.name) : undefined;
}

function diagonalOf(e: Expr, j: Expr): Pick<Coordinate, "variance" | "count" | "diagonal"> | undefined {
  if (isIdentity(e)) return { variance: number(1), diagonal: false };
  if (e.op === "mul" && e.args.length === 2 && isIdentity(e.args[1]) && !some(e.args[0], (n) => n.op === "call"))
    return { variance: e.args[0], diagonal: false };
  if (e.op !== "call" || e.name !== "diag") return undefined;
  const args = e.args.length === 1 && /^(list|tuple)$/.test(e.args[0].op) ? e.args[0].args : e.args;
  if (args.length === 1) {
    const [of] = args;
    const power = of.op === "pow" && of.args[1].op === "number" ? of : undefined;
    const inner = component(power ? power.args[0] : of, j);
    return inner && inner.op === "indexed" ? { variance: power ? { ...power, args: [inner, power.args[1]] } : inner, diagonal: true } : undefined;
  }
  const listed = dottedList(args);
  return listed && { variance: listed.at(j), count: listed.count, diagonal: true };
}

const isIdentity = (e: Expr): boolean => e.op === "symbol" && /^(I|\\mathbf\{I\}|\\mathbb\{I\}|\\mathrm\{I\}|\\boldsymbol\{I\})(_.*)?$/.test(symbolName(e));

const minus = (e: Expr): Expr => node("neg", [e], e.span);
const plus = (...es: Expr[]): Expr => node("add", es, es[0].span);
const times = (...es: Expr[]): Expr => node("mul", es, es[0].span, undefined, { style: "cdot" });
const over = (a: Expr, b: Expr): Expr => node("div", [a, b], a.span);
const square = (e: Expr): Expr => node("pow", [e, number(2)], e.span);
const log = (e: Expr): Expr => node("call", [e], e.span, "log");
const half = over(number(1), number(2));
/** ((m - a)² + v) / b. */
const spreadOver = (q: Coordinate, p: Coordinate): Expr => over(plus(square(plus(q.mean, minus(p.mean))), q.variance), p.variance);

/** ½ (((m - a)² + v)/b - 1 + log b - log v). */
const divergence = (q: Coordinate, p: Coordinate): Expr => times(half, plus(spreadOver(q, p), minus(number(1)), log(p.variance), minus(log(q.variance))));

/** -½ (log 2πb + ((m - a)² + v)/b). */
const expectedLog = (q: Coordinate, p: Coordinate): Expr => minus(times(half, plus(log(times(number(2), symbol("\\pi"), p.variance)), spreadOver(q, p))));
