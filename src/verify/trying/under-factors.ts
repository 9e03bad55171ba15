/** Tries a step once more where the joint distribution is a product of conditionals: as an earlier row says, as the words say, or as the step itself assumes. */

import type { Item } from "../../derivation/facts/items";
import { factorisations, factorsText } from "../../derivation/laws/factors";
import type { Plan } from "../../derivation/plans/plan";
import { some } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

const INDEPENDENCE = /\b(hidden )?Markov|\bconditional(ly)? independen|\bindependent given\b|\bgraphical model|\bBayes(ian)? net|\bd-separat/i;
const MOST_STATED = 3;

/** Agreement of the step under such a product; undefined where there is none. */
export function underFactors(item: Item, finals: readonly Tried[], facts: readonly Item[], input: JudgeInput): Tried | undefined {
  const last = finals[finals.length - 1];
  if (!last || item.relation !== "=" || (last.outcome.kind === "unknown" && last.outcome.code === "work/too-much") || !speaksOfConditionals(item))
    return undefined;
  for (const f of stated(item, facts)) {
    const tried = tryFactored(item, last, factorisations(f.right), input);
    if (tried) return { ...tried, used: [f] };
  }
  if (item.role === "soft") return undefined;
  for (const side of [item.right, item.left]) {
    const factored = factorisations(side);
    const tried = tryFactored(item, last, factored, input);
    if (!tried) continue;
    const [[name, factors]] = [...factored];
    const says = `${name} is the product ${factorsText(name, factors)}`;
    return INDEPENDENCE.test(input.text.slice(0, item.link.sign.from))
      ? { ...tried, reading: `${says}, as the words before say` }
      : { ...tried, assumes: says };
  }
  return undefined;
}

/** Rows before it that say what a joint distribution is, nearest first. */
const stated = (item: Item, facts: readonly Item[]): Item[] =>
  facts
    .filter(
      (f) =>
        f.order < item.order &&
        f.relation === "=" &&
        f.left.op === "apply" &&
        variablesOf(f.left)?.back.length === 0 &&
        factorisations(f.right).has(f.left.name ?? ""),
    )
    .reverse()
    .slice(0, MOST_STATED);

const speaksOfConditionals = (item: Item): boolean =>
  [item.left, item.right].some((e) => some(e, (n) => n.op === "apply" && (variablesOf(n)?.back.length ?? 0) > 0 && n.data?.bound !== ";"));

function tryFactored(item: Item, last: Tried, factored: NonNullable<Plan["factored"]>, input: JudgeInput): Tried | undefined {
  if (factored.size === 0) return undefined;
  const definitions = new Map([...last.plan.definitions].filter(([name]) => !factored.has(name)));
  const plan: Plan = { ...last.plan, definitions, factored, unused: [], loose: new Set() };
  const tried = { ...tryPlan(item, plan, { ...input, hasty: true }), item };
  return tried.outcome.kind === "agrees" && !tried.assumes ? tried : undefined;
}
