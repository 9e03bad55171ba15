/** Entropies and mutual informations in a step: the names that they speak of, and whether the text ties these to each other. */
import { literally } from "../../base/literally";
import type { Item } from "../../derivation/facts/items";
import { dependenceSentences, markovChainIn, tiesOtherwise } from "../../derivation/words/dependence-said";
import { symbolName } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import { informationOf, tableOf, UNNAMED } from "../../worlds/random/information";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";

/**
 * H(X | Y, Z) = H(X | Y) in a Markov chain: of these random variables a sentence says more. An order that is the wrong way round for all random variables is
 * so for these, too, or both sides are equal for them, and no one writes an order then.
 */
export function tiedVariables(item: Item, tried: Tried, input: JudgeInput): { code: string; message: string; settled: true } | undefined {
  const { left, right, link, relation } = item;
  const { text } = input;
  const names = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      for (const v of informationOf(n) ?? []) names.add(v.name ?? "");
    });
  if (names.size === 0 || tried.plan.factored?.has(UNNAMED)) return undefined;
  const speaks = (sentence: string): boolean => [...names].some((n) => new RegExp(`(?<![a-zA-Z\\\\])${literally(n)}(?![a-zA-Z])`).test(sentence));
  // of any two names of a chain X → Y → Z it says nothing
  const isOfTwo = (sentence: string): boolean => names.size <= 2 && markovChainIn(sentence) !== undefined && !tiesOtherwise(sentence);
  const tied = dependenceSentences(text).some((s) => s.from <= link.right.to && speaks(s.text) && !isOfTwo(s.text));
  const isOne = (e: Expr): boolean => e.op === "symbol" && names.has(e.name ?? "");
  // X = Y, Y = g(X)
  const equated = input.environment.facts(item).some((f) => f.relation === "=" && f.link !== link && (isOne(f.left) || isOne(f.right)));
  const message = "Not checked: how these random variables depend on each other is said in words.";
  const turned = TURNED[relation];
  if (tied && turned && tried.outcome.kind === "differs" && agreesUnder({ ...item, relation: turned }, tried, input)) return undefined;
  return tied || equated ? { code: "context/random", message, settled: true } : undefined;
}

const TURNED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** Names that stand in entropies and informations only, for these are said of all random variables, and the distributions that these are of. */
export function informationNames({ left, right }: Item, tried: Tried): Set<string> {
  const families = tried.setting?.bench.model.parts.families.families ?? new Map();
  const [inside, outside, tables] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (n: Expr): boolean | undefined => {
    const variables = informationOf(n);
    for (const v of variables ?? []) inside.add(symbolName(v));
    if (variables) tables.add(tableOf(n, families));
    else if (n.op === "symbol" || n.op === "indexed") outside.add(symbolName(n));
    return variables ? false : undefined;
  };
  for (const side of [left, right]) walk(side, visit);
  return new Set([...[...inside].filter((n) => !outside.has(n)), ...tables]);
}
