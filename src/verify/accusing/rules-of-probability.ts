/** Equations in one joint distribution and nothing else, Σ_x p(x | z) = p(z): they follow from the rules of probability, or say that variables are independent, or are wrong. */
import type { Outcome } from "../../checks/outcome";
import type { Equation } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { markedNames } from "../../derivation/names/overloads";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

type Sides = Pick<Item, "left" | "right">;

const PARTS = /^(apply|symbol|indexed|number|mul|div|sum-over|integral-over|log|call)$/;
const letterOf = (name: string): string => name.replace(/[_^'].*$/, "");

/** Whether the difference of such an equation is a mistake, whatever is independent of what. */
export function breaksRules(item: Item, tried: Tried, input: JudgeInput): boolean {
  const { outcome, plan, setting } = tried;
  const whereIndependent = ({ left, right }: Sides): Outcome =>
    tryPlan({ ...item, left: independent(left), right: independent(right) }, plan, { ...input, hasty: true, rough: true }).outcome;
  const holdsApart = (sides: Sides): boolean => whereIndependent(sides).kind === "agrees";
  if (item.relation !== "=" || item.premise || outcome.kind !== "differs" || outcome.holdsIn.length > 0) return false;
  if (plan.unused.some((f) => !isFailed(f, input) && !(oneDistribution(f) && holdsApart(f)))) return false;
  const name = oneDistribution(item);
  if (!name || plan.definitions.has(name) || plan.free?.has(name) || !setting?.bench.model.parts.families.families.has(name)) return false;
  if (markedNames(item.left, item.right).size > 0) return false;
  if (isCyclic(item.right)) return true;
  const apart = whereIndependent(item);
  return apart.kind === "differs" && apart.holdsIn.length === 0;
}

/** A step that was found to be wrong is no fact. */
const isFailed = ({ span }: Equation, { failed }: JudgeInput): boolean => [...(failed ?? [])].some(([link]) => link.left.from === span.from);

/** The one distribution of an equation that speaks of nothing but its tables, each variable by a letter of its own. */
function oneDistribution({ left, right }: Sides): string | undefined {
  const names = new Set<string>();
  const variables = new Set<string>();
  const plain = new Set<string>();
  let fits = true;
  for (const side of [left, right])
    walk(side, (n) => {
      if (!PARTS.test(n.op) || (n.op === "call" && n.name !== "log")) fits = false;
      if (n.op === "symbol" || n.op === "indexed") plain.add(n.op === "indexed" ? "" : (n.name ?? ""));
      if (n.op !== "apply") return;
      names.add(n.name ?? "");
      const own = variablesOf(n);
      if (!own) fits = false;
      else for (const v of [...own.front, ...own.back]) variables.add(v);
      return false;
    });
  const letters = new Set([...variables].map(letterOf));
  const own = [left, right].every((e) => some(e, (n) => n.op === "apply"));
  if (!fits || !own || names.size !== 1 || letters.size !== variables.size || variables.size < 2 || [...plain].some((n) => !variables.has(n))) return undefined;
  return [...names][0];
}

/** The tables of independent variables: p(x, z) and p(x | z) are made of p(x) and p(z). */
const independent = (e: Expr): Expr =>
  rewrite(e, (n) => {
    const own = n.op === "apply" ? variablesOf(n) : undefined;
    if (!own || own.front.length + own.back.length < 2) return n;
    const single = own.front.map((v) => node("apply", [symbol(v, n.span)], n.span, n.name, { split: 1, indices: 0, order: false, bound: "" }));
    return single.length === 0 ? number(1) : single.length === 1 ? single[0] : node("mul", single, n.span);
  });

/** p(x | z) p(z | x): no order of the variables in which each is drawn given those before. */
function isCyclic(e: Expr): boolean {
  if (e.op !== "mul" || !e.args.every((a) => a.op === "apply")) return false;
  const left = e.args.map((a) => variablesOf(a) ?? { front: [], back: [] });
  const drawn = new Set<string>();
  for (;;) {
    const at = left.findIndex((f) => f.back.every((v) => drawn.has(v) || !left.some((o) => o.front.includes(v))));
    if (at < 0) return left.length > 0;
    for (const v of left[at].front) drawn.add(v);
    left.splice(at, 1);
  }
}
