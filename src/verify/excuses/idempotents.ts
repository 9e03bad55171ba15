/** Products that an equation before makes their own squares, PQ PQ = PQ: any number of them in a row is as good as one. What a power of a matrix is, K³ = −K. */
import type { Item } from "../../derivation/facts/items";
import { freeSymbols } from "../../derivation/reading/targets";
import { symbolName } from "../../expression/names";
import { type Expr, same } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const idempotents: Excuse = (item, { groups, failed }) => {
  if (item.relation !== "=") return undefined;
  const before = groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.relation === "=" && failed?.has(i.link) !== true);
  const square = ownSquare(item);
  // PP = P of a P that has no formula says what it is
  if (square && !item.link.continued && square.every((f) => !before.some((i) => i.fact?.kind === "definition" && i.fact.name === symbolName(f))))
    return unjudged("context/idempotent", "Not judged: it says that a product is its own square.");
  const [left, right] = [item.left, item.right].map(summed);
  if (left !== item.left && right !== item.right && (ownSquare({ ...item, left, right }) ?? ownSquare({ ...item, left: right, right: left })))
    return unjudged("context/idempotent", "Not judged: it says that the terms are their own squares, as 0 and 1 are.");
  const power = ownPower(item);
  if (power && !item.link.continued && !before.some((i) => i.fact?.kind === "definition" && i.fact.name === power && freeSymbols(i.fact.body).size === 0))
    return unjudged("context/idempotent", `Not judged: it says what a power of $${power}$ is, and its entries are not known.`);
  for (const own of before.map(ownSquare)) {
    if (!own) continue;
    const [left, right] = [item.left, item.right].map((e) => once(factorsOf(e), own));
    if (left.length === right.length && left.every((f, i) => same(f, right[i])))
      return unjudged("context/idempotent", "Not judged: the sides are equal where an equation before makes a product its own square.");
  }
  return undefined;
};

/** The term of a sum. */
const summed = (e: Expr): Expr => (/^sum/.test(e.op) ? summed(e.args[0]) : e);

/** The factors of P where the equation says PP = P or P² = P. */
function ownSquare({ left, right }: Item): readonly Expr[] | undefined {
  const [long, short] = [factorsOf(left), factorsOf(right)];
  const isSquare = short.length > 0 && long.length === 2 * short.length && long.every((f, i) => same(f, short[i % short.length]));
  return isSquare && short.every((f) => /^(symbol|indexed)$/.test(f.op)) ? short : undefined;
}

/** The K of K³ = −K or K^{n+2} = K^n: a capital letter, of which both sides are different powers up to a sign. */
function ownPower({ left, right }: Item): string | undefined {
  const sides = [left, right].map((e) => (e.op === "neg" ? e.args[0] : e));
  const [base, other] = sides.map((e) => (e.op === "pow" ? e.args[0] : e));
  const isName = base.op === "symbol" && /^(\\math(bf|rm|sf)\{)?[A-Z]\}?$/.test(base.name ?? "");
  return isName && same(base, other) && sides.some((e) => e.op === "pow") && !same(sides[0], sides[1]) ? base.name : undefined;
}

/** The factors of a product, in order; of a square twice. */
function factorsOf(e: Expr): readonly Expr[] {
  if (e.op === "mul") return e.args.flatMap(factorsOf);
  return e.op === "pow" && e.args[1].op === "number" && e.args[1].name === "2" ? [...factorsOf(e.args[0]), ...factorsOf(e.args[0])] : [e];
}

/** Without what repeats. */
function once(factors: readonly Expr[], own: readonly Expr[]): readonly Expr[] {
  const out: Expr[] = [];
  const repeats = (): boolean => out.length >= 2 * own.length && out.slice(-2 * own.length).every((f, i) => same(f, own[i % own.length]));
  for (const f of factors) {
    out.push(f);
    if (repeats()) out.splice(-own.length);
  }
  return out;
}
