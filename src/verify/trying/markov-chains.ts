/** Entropies and informations of a Markov chain, X → Y → Z: a step with these is judged over joint distributions p(x) p(y | x) p(z | y). */
import { literally } from "../../base/literally";
import type { Item } from "../../derivation/facts/items";
import type { Factor } from "../../derivation/laws/factors";
import { dependenceSentences } from "../../derivation/words/dependence-said";
import { some, walk } from "../../expression/tree";
import { informationOf, UNNAMED } from "../../worlds/random/information";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

const ARROW = String.raw`\s*(?:\\(?:long)?(?:to|rightarrow)|\\leftrightarrow|→|-)\s*`;
const CHAIN = new RegExp(`(?<![A-Za-z\\\\])[A-Z](?:${ARROW}[A-Z](?![A-Za-z_])){2,4}`);
/** Words that tie variables in another way. */
const OTHER = /(?<!conditional(ly)? )\bindependen\w+|\bfunctions? of\b|\bdetermin\w+|\bi\.?i\.?d\b|\bnois[ey]\w*|\bcod(e|ing|ebook)\w*\b|\b(en|de)cod\w+/i;

/** The step tried for the Markov chain that the nearest sentence before it speaks of; undefined where none does, or where its variables are tied in another way. */
export function underMarkovChain(item: Item, last: Tried | undefined, input: JudgeInput): Tried | undefined {
  const names = variablesIn(item);
  if (!last || names.size < 2 || [item.left, item.right].some((e) => some(e, (n) => n.op === "apply"))) return undefined;
  const speaks = (sentence: string): boolean => [...names].some((n) => new RegExp(`(?<![a-zA-Z\\\\])${literally(n)}(?![a-zA-Z])`).test(sentence));
  const sentences = dependenceSentences(input.text).filter((s) => s.from <= item.link.right.to && speaks(s.text));
  const said = sentences.filter((s) => /\bMarkov\b/.test(s.text) && CHAIN.test(s.text)).at(-1);
  if (!said || sentences.some((s) => OTHER.test(s.text))) return undefined;
  const chain: string[] = (CHAIN.exec(said.text)?.[0] ?? "").match(/(?<!\\[a-z]*)[A-Z]/g) ?? [];
  if (new Set(chain).size < chain.length || ![...names].every((n) => chain.includes(n))) return undefined;
  const values = chain.map((n) => n.toLowerCase());
  const factors = values.map((v, i): Factor => ({ front: [v], back: values.slice(Math.max(i - 1, 0), i) }));
  const plan = { ...last.plan, factored: new Map([[UNNAMED, factors]]), unused: [] };
  return { ...tryPlan(item, plan, input), item, reading: `${chain.join(" → ")} is a Markov chain` };
}

/** The capitals of which the entropies and informations of a step are. */
function variablesIn({ left, right }: Item): Set<string> {
  const names = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      for (const v of informationOf(n) ?? []) names.add(v.name ?? "");
    });
  return names;
}
