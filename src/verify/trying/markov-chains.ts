/** Entropies and informations of a Markov chain, X → Y → Z: a step with these is judged over joint distributions p(x) p(y | x) p(z | y). */
import { literally } from "../../base/literally";
import type { Item } from "../../derivation/facts/items";
import type { Factor } from "../../derivation/laws/factors";
import { dependenceSentences, markovChainIn, tiesOtherwise } from "../../derivation/words/dependence-said";
import { some, walk } from "../../expression/tree";
import { informationOf, UNNAMED } from "../../worlds/random/information";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** The step tried for the Markov chain that the nearest sentence before it speaks of; undefined where none does, or where its variables are tied in another way. */
export function underMarkovChain(item: Item, last: Tried | undefined, input: JudgeInput): Tried | undefined {
  const names = informationVariables(item);
  if (!last || names.size < 2 || [item.left, item.right].some((e) => some(e, (n) => n.op === "apply"))) return undefined;
  const speaks = (sentence: string): boolean => [...names].some((n) => new RegExp(`(?<![a-zA-Z\\\\])${literally(n)}(?![a-zA-Z])`).test(sentence));
  const sentences = dependenceSentences(input.text).filter((s) => s.from <= item.link.right.to && speaks(s.text));
  const chain = sentences
    .flatMap((s) => [markovChainIn(s.text) ?? []])
    .filter((c) => c.length > 0)
    .at(-1);
  if (!chain || sentences.some((s) => tiesOtherwise(s.text))) return undefined;
  if (new Set(chain).size < chain.length || ![...names].every((n) => chain.includes(n))) return undefined;
  const values = chain.map((n) => n.toLowerCase());
  const factors = values.map((v, i): Factor => ({ front: [v], back: values.slice(Math.max(i - 1, 0), i) }));
  const plan = { ...last.plan, factored: new Map([[UNNAMED, factors]]), unused: [] };
  return { ...tryPlan(item, plan, input), item, reading: `${chain.join(" → ")} is a Markov chain` };
}

/** The capitals of which the entropies and informations of a step are. */
export function informationVariables({ left, right }: Item): Set<string> {
  const names = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      for (const v of informationOf(n) ?? []) names.add(v.name ?? "");
    });
  return names;
}
