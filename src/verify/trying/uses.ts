/** What a step that holds rests on: the facts without which it would not hold, and the reading of its notation. */
import type { Item } from "../../derivation/facts/items";
import { walk } from "../../expression/tree";
import type { Range } from "../report";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Worlds in which a fact is left out: enough to see that it is needed. */
const FEW = 4;

/** The facts without which the step would not hold: each is left out in turn. */
export function usesOf(holding: Tried, item: Item, input: JudgeInput): { range: Range; text: string }[] {
  const { plan } = holding;
  const few = { ...input, samples: FEW, hasty: true, whether: true };
  let kept = new Map(plan.definitions);
  if (kept.size > 0 && kept.size <= 6)
    for (const name of [...kept.keys()]) {
      const fewer = new Map([...kept].filter(([n]) => n !== name));
      if (tryPlan(item, { ...plan, definitions: fewer }, few).outcome.kind === "agrees") kept = fewer;
    }
  const spans = [...[...kept.values()].map((d) => d.span), ...(holding.used ?? []).flatMap((f) => (f.fact ? [f.fact.span] : []))];
  // what the step itself shows, f_x as the derivative of f, is no fact it rests on
  const { left, right } = item.link;
  return spans
    .filter((span) => span.from < left.from || span.to > right.to)
    .map((span) => ({ range: input.range(span), text: input.text.slice(span.from, span.to) }));
}

/** How the step was read, where that mattered. */
export const readingText = (t: Tried): string[] => [
  ...(t.reading ? [t.reading] : []),
  ...(t.repaired ? ["a density that does not integrate to one was divided by its integral"] : []),
  ...integralReading(t),
];

/** A sum over a variable of a density was taken for an integral. */
function integralReading(t: Tried): string[] {
  const over = new Set<string>();
  for (const e of t.item ? [t.item.left, t.item.right] : [])
    walk(e, (n) => {
      if (n.op === "sum-over" && t.plan.continuous?.has(n.name ?? "")) over.add(n.name ?? "");
    });
  return [...over].map((v) => `the sum over ${v} is an integral: ${v} is continuous here`);
}
