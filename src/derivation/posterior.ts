/** What "proportional to" says of a posterior, p(θ | x) ∝ …: in which variables, and, where tildes give prior and likelihood, of which product. */
import { familyNamed } from "../distributions/index";
import { symbolName } from "../expression/names";
import { type Expr, node, some, walk } from "../expression/tree";
import { variablesOf } from "../expression/variables";
import type { Item, ItemGroup } from "./items";
import { isLikelihood } from "./likelihoods";
import { lawOf } from "./random/random";

/**
 * The variables of the distribution that a chain of proportionalities begins with: those in front of the bar, for a likelihood p(x | θ) also those behind it;
 * of a product or a quotient of distributions, those of any of them.
 */
export function proportionalIn(item: Item, groups: readonly ItemGroup[]): readonly (readonly string[])[] {
  if (item.posteriorOf) return [[symbolName(item.posteriorOf)]];
  const before = groups.flatMap((g) => g.items).filter((i) => i.order <= item.order);
  const start = before.reverse().find((i) => i.link.index === 0 && !i.link.continued);
  if (start && /^(mul|div)$/.test(start.left.op)) return frontsOf(start.left);
  const variables = start?.left.op === "apply" ? variablesOf(start.left) : undefined;
  if (!variables) return [];
  const { front, back } = variables;
  return isLikelihood(front, back) ? [front, back] : [front];
}

/** The variables of each distribution among the factors, once. */
function frontsOf(e: Expr): (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  walk(e, (n) => {
    const front = n.op === "apply" ? variablesOf(n)?.front : undefined;
    if (front && front.length > 0) found.set(front.join(), front);
  });
  return [...found.values()];
}

/** "θ ∼ N(m, v), x | θ ∼ N(θ, s²)" before p(θ | x) ∝ …: the densities of θ and of x at θ, multiplied. */
export function posteriorProduct(item: Item, facts: readonly Item[]): Expr | undefined {
  if (item.relation !== "∝" || item.link.index > 0 || item.link.continued || item.left.op !== "apply") return undefined;
  const variables = variablesOf(item.left);
  if (variables?.front.length !== 1 || variables.back.length === 0) return undefined;
  const [parameter] = variables.front;
  const prior = densityOf(parameter, item, facts);
  const likelihood = variables.back.map((x) => densityOf(x, item, facts));
  const others = likelihood.filter((d) => d !== undefined);
  if (!prior || others.length < likelihood.length || mentions(prior, variables.back) || !others.every((d) => mentions(d, [parameter]))) return undefined;
  return node("mul", [prior, ...others], item.left.span);
}

const mentions = (density: Expr, names: readonly string[]): boolean =>
  density.args.slice(1).some((a) => some(a, (n) => (n.op === "symbol" || n.op === "indexed") && names.includes(symbolName(n))));

/** The density of a variable by the last tilde before the step. */
function densityOf(name: string, item: Item, facts: readonly Item[]): Expr | undefined {
  const said = facts.filter(
    (f) =>
      f.relation === "∼" &&
      f.order < item.order &&
      f.scope === item.scope &&
      (f.left.op === "symbol" || f.left.op === "indexed") &&
      symbolName(f.left) === name,
  );
  const last = said[said.length - 1];
  const law = last && lawOf(last.right);
  const spelling = law?.family.spellings.find((s) => familyNamed(s) === law.family);
  return law && spelling !== undefined ? node("apply", [last.left, ...law.args], item.left.span, spelling, { split: 1 }) : undefined;
}
