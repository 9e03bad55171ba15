/** A posterior up to a factor, "p(v | x_1, …, x_n) ∝ v^{-a-1} …": the claim that the formula is proportional to prior times likelihood, which laws or formulas before it give. */
import { symbolName } from "../../expression/names";
import { type Expr, node, some } from "../../expression/tree";
import type { Item } from "../facts/items";
import { unmarked } from "../names/overloads";
import { baseOf, hasBase, lawOf, randomNames } from "../random/random";
import { densityAt, likelihoodIn, type Meaning, meaningsBefore, type PosteriorClaim, tildesBefore } from "./posterior-laws";

/** One claim for each meaning of the laws; none where the left side is no posterior of one name, and where prior or likelihood are not said. */
export function posteriorFormulas(item: Item, facts: readonly Item[]): PosteriorClaim[] {
  return meaningsBefore(item, facts).flatMap(({ meant, says }) => {
    const claim = posteriorFormula(item, facts, meant);
    return claim ? [{ item: claim, ...(says ? { says } : {}) }] : [];
  });
}

function posteriorFormula(item: Item, facts: readonly Item[], meant: Meaning["meant"]): Item | undefined {
  const { left, right, relation, link } = item;
  if (relation !== "∝" || link.index > 0 || link.continued || left.op !== "apply" || some(right, (n) => n.op === "apply" || n.op === "statistic"))
    return undefined;
  const [front, back] = argumentsOf(left);
  const [name] = front;
  if (front.length !== 1 || name.op !== "symbol" || back.length === 0 || !hasBase(right, (b) => b === symbolName(name))) return undefined;
  const prior = priorOf(name, left, item, facts, meant);
  const factors = [...new Set(back.map(baseOf))].map((x) => ofFormula(x, name, left, item, facts) ?? likelihoodIn(x, name, item, facts, back, meant));
  const known = factors.filter((f) => f !== undefined);
  if (!prior || known.length < factors.length) return undefined;
  return { ...item, role: "claim", left: node("mul", [prior, ...known], right.span, undefined, { style: "cdot" }), posteriorOf: name };
}

/** The names in front of the bar and behind it. */
function argumentsOf(e: Expr): [Expr[], Expr[]] {
  const split = Number(e.data?.split ?? e.args.length);
  const names = (args: readonly Expr[]): Expr[] => args.flatMap(randomNames).filter((n) => n.op !== "ellipsis");
  return [names(e.args.slice(0, split)), names(e.args.slice(split))];
}

/** The formula p(θ) = …, or the density of the law of θ, whichever was said last. */
function priorOf(name: Expr, posterior: Expr, item: Item, facts: readonly Item[], meant: Meaning["meant"]): Expr | undefined {
  const said = formulas(item, facts).filter((f) => {
    const [front, back] = argumentsOf(f.left);
    return isSameLetter(f.left, posterior) && back.length === 0 && front.length === 1 && symbolName(front[0]) === symbolName(name);
  });
  const tilde = tildesBefore(item, facts).filter((f) => f.given === undefined && f.left.op === "symbol" && symbolName(f.left) === symbolName(name));
  const last = [...said, ...tilde].sort((a, b) => a.order - b.order).pop();
  if (last?.relation !== "∼") return last?.right;
  const law = lawOf(last.right);
  return law && densityAt(meant(law), name);
}

/** The formula p(x | θ) = … or p(x_1, …, x_n | θ) = …, in θ. */
function ofFormula(x: string, name: Expr, posterior: Expr, item: Item, facts: readonly Item[]): Expr | undefined {
  return formulas(item, facts)
    .filter((f) => {
      const [front, back] = argumentsOf(f.left);
      return isSameLetter(f.left, posterior) && front.length > 0 && front.every((n) => baseOf(n) === x) && back.some((n) => symbolName(n) === symbolName(name));
    })
    .map((f) => f.right)
    .pop();
}

const formulas = (item: Item, facts: readonly Item[]): Item[] =>
  facts.filter(
    (f) =>
      f.order < item.order &&
      f.scope === item.scope &&
      /^[=∝]$/.test(f.relation) &&
      f.left.op === "apply" &&
      !f.left.data?.order &&
      !some(f.right, (n) => n.op === "apply" || n.op === "statistic"),
  );

const isSameLetter = (a: Expr, b: Expr): boolean => unmarked(a.name ?? "") === unmarked(b.name ?? "") || /^(p|f|\\pi|P)$/.test(unmarked(a.name ?? ""));
