/** What "proportional to" says of a posterior, p(θ | x) ∝ …: in which variables, and, where tildes give prior and likelihood, of which product. */
import { familyNamed } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { type Expr, node, rewrite, some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { Item, ItemGroup } from "../facts/items";
import { lawOf } from "../random/random";
import { isLikelihood } from "./likelihoods";

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

/** The variables of each distribution among the factors, once; of likelihood times prior, p(x | θ) p(θ), those of the prior. */
function frontsOf(e: Expr): (readonly string[])[] {
  const found = new Map<string, { front: readonly string[]; back: readonly string[] }>();
  walk(e, (n) => {
    const variables = n.op === "apply" ? variablesOf(n) : undefined;
    if (variables && variables.front.length > 0) found.set(variables.front.join(), variables);
  });
  const all = [...found.values()];
  return all.filter(({ back }) => back.length === 0 || !all.some((o) => o.front.join() === back.join())).map(({ front }) => front);
}

/**
 * "θ ∼ N(m, v), x | θ ∼ N(θ, s²)" before p(θ | x) ∝ p(x | θ) p(θ) ∝ …: the sides with the densities that tildes give, a posterior as prior times likelihood.
 * Undefined where the left side names no distribution, or one that no tilde gives; a right side with such a one stays as it is.
 */
export function throughTildes(item: Item, facts: readonly Item[]): { left: Expr; right: Expr } | undefined {
  // p(x | θ) ∝ … alone may be meant in x or in θ
  const variables = item.left.op === "apply" ? variablesOf(item.left) : undefined;
  if (item.relation !== "∝" || (variables && densityOf(variables.front[0] ?? "", variables.back, item, facts))) return undefined;
  const left = densitiesIn(item.left, item, facts);
  return left && { left, right: densitiesIn(item.right, item, facts) ?? item.right };
}

/** With every distribution as a density; undefined where there is none, or one of which too little is known. */
function densitiesIn(e: Expr, item: Item, facts: readonly Item[]): Expr | undefined {
  let known = true;
  const found = rewrite(e, (n) => {
    const variables = n.op === "apply" && !familyNamed(n.name ?? "") ? variablesOf(n) : undefined;
    if (!variables || variables.front.length === 0) return n;
    const density = densityFor(variables.front, variables.back, item, facts);
    if (!density) known = false;
    return density ?? n;
  });
  return known && found !== e ? found : undefined;
}

function densityFor(front: readonly string[], back: readonly string[], item: Item, facts: readonly Item[]): Expr | undefined {
  const [name] = front;
  if (front.length !== 1) return undefined;
  const own = densityOf(name, back, item, facts);
  if (own || back.length === 0) return own;
  const prior = densityOf(name, [], item, facts);
  const likelihood = back.map((x) => densityOf(x, [name], item, facts) ?? densityOf(x, [], item, facts));
  const others = likelihood.filter((d) => d !== undefined);
  if (!prior || others.length < likelihood.length || mentions(prior, back) || !others.every((d) => mentions(d, [name]))) return undefined;
  return node("mul", [prior, ...others], item.left.span);
}

const mentions = (density: Expr, names: readonly string[]): boolean =>
  density.args.slice(1).some((a) => some(a, (n) => (n.op === "symbol" || n.op === "indexed") && names.includes(symbolName(n))));

/** The density of a variable given others by the last tilde before the step that says it. */
function densityOf(name: string, given: readonly string[], item: Item, facts: readonly Item[]): Expr | undefined {
  const said = facts.filter(
    (f) =>
      f.relation === "∼" &&
      f.order < item.order &&
      f.scope === item.scope &&
      (f.left.op === "symbol" || f.left.op === "indexed") &&
      symbolName(f.left) === name &&
      (f.given ?? []).map(symbolName).sort().join() === [...given].sort().join(),
  );
  const last = said[said.length - 1];
  const law = last && lawOf(last.right);
  const spelling = law?.family.spellings.find((s) => familyNamed(s) === law.family);
  return law && spelling !== undefined ? node("apply", [last.left, ...law.args], item.left.span, spelling, { split: 1 }) : undefined;
}
