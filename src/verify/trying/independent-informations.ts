/** Entropies and informations of independent variables: a step with these is judged over p(x) p(y) where a sentence says so, and else holds if they are. */
import { literally } from "../../base/literally";
import type { Item } from "../../derivation/facts/items";
import type { Factor } from "../../derivation/laws/factors";
import { dependenceSentences, markovChainIn } from "../../derivation/words/dependence-said";
import { type Expr, some } from "../../expression/tree";
import { UNNAMED } from "../../worlds/random/information";
import { informationVariables } from "./markov-chains";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Words of independence that is none of all these variables as they are. */
const OTHERWISE = /\b(conditional\w*|given|not|whether|linearly|need|if and only if|iff|unless)\b|\\(to|rightarrow|leftrightarrow)\b/i;

/** The step tried for independent variables; undefined where nothing says that they are and it does not hold if they are, or where they are tied in another way. */
export function underIndependence(item: Item, last: Tried | undefined, input: JudgeInput): Tried | undefined {
  const names = [...informationVariables(item)];
  if (!last || names.length < 2 || [item.left, item.right].some((e) => some(e, (n) => n.op === "apply"))) return undefined;
  const isIn = (n: string, sentence: string): boolean => new RegExp(`(?<![a-zA-Z\\\\])${literally(n)}(?![a-zA-Z])`).test(sentence);
  const sentences = dependenceSentences(input.text).filter((s) => s.from <= item.link.right.to && names.some((n) => isIn(n, s.text)));
  const said = sentences.at(-1);
  const isSaid =
    said !== undefined &&
    /\bindependent\b/i.test(said.text) &&
    !OTHERWISE.test(said.text) &&
    names.every((n) => independentIn(said.text).has(n)) &&
    sentences.length === 1;
  if (!isSaid && (sentences.length > 0 || item.relation !== "=" || item.role === "soft" || !isOfWhole(item))) return undefined;
  const factors = names.map((n): Factor => ({ front: [n.toLowerCase()], back: [] }));
  const words = `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]} are independent`;
  const tried = { ...tryPlan(item, { ...last.plan, factored: new Map([[UNNAMED, factors]]), unused: [] }, input), item };
  if (isSaid) return markovChainIn(said.text) ? undefined : { ...tried, reading: words };
  return tried.outcome.kind === "agrees" ? { ...tried, assumes: words } : undefined;
}

/** The capitals that a sentence calls independent: those right before the word, or right behind it. */
function independentIn(sentence: string): Set<string> {
  const plain = sentence.replace(/[$\\{}()]/g, " ").replace(/\s+/g, " ");
  const list = "(?:[A-Z](?:_\\w+)?(?: ?,? ?(?:and )?|$))+";
  const before = new RegExp(`(${list})(?:are |be |is |being )?(?:\\w+ly |all )?independent(?: of ([A-Z]))?`).exec(plain);
  const behind = new RegExp(`independent (?:discrete )?(?:random )?(?:variables? )?(${list})`).exec(plain);
  return new Set(`${before?.[1] ?? ""} ${before?.[2] ?? ""} ${behind?.[1] ?? ""}`.match(/[A-Z](?:_\w+)?/g) ?? []);
}

/** H(X | Y) = H(X), or a step without conditions: with others no one leaves independence unsaid. */
function isOfWhole({ left, right }: Item): boolean {
  const isConditional = (n: Expr): boolean =>
    n.op === "statistic" && Number(n.data?.bar ?? n.data?.split ?? n.args.length) < n.args.length && n.data?.separators !== ";";
  return (left.op === "statistic" && right.op === "statistic") || ![left, right].some((e) => some(e, isConditional));
}
