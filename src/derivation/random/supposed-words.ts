/** Words that suppose something of random names, "if A and B are disjoint", "for independent events", that leave it open, and behind which it is over. */
import { type Expr, walk } from "../../expression/tree";
import type { Paragraph } from "../words/paragraphs-said";
import type { Told } from "./random";

/** "whether or not A and B are independent", "A and B need not be disjoint": nothing is said of them. */
export const OPEN = /\b(?:whether|not (?:necessarily |always |be |known to be |assumed to be |mutually )*(?:independent|disjoint|exclusive)|need not be)\b/i;

/** "If A and B are disjoint, …", "A and B are disjoint if …". */
export const supposed = (sentence: string): { conditional?: true } =>
  /\b(?:if|when|whenever)\b[^,;:]*\b(?:independent|uncorrelated|disjoint|exclusive)\b|\b(?:independent|uncorrelated|disjoint|exclusive)\s+(?:if|when(?:ever)?)\b/i.test(
    sentence,
  )
    ? { conditional: true }
    : {};

/** What was supposed of names is over. */
export const GENERAL =
  /^\s*(?:but |however,? )?(?:in general|more generally|otherwise|for (?:any|arbitrary|general|all)\b(?! (?:independent|disjoint|mutually)))/i;

/** "For independent events, ⟦P(A ∪ B) = …⟧": the capitals of the formula, as long as its sentence goes on. */
const UNNAMED =
  /\b(?:for|of|with|given|if)\s+(?:(?:any|all|two|three|mutually|pairwise|the)\s+)*(independent|disjoint|mutually exclusive|exclusive)\s+(events?|(?:random )?variables?)\b[^⟦]*⟦(\d+)⟧/i;

export function ofUnnamed(sentence: string, words: Paragraph): Told[] {
  const [, how, what, hole] = OPEN.test(sentence) ? [] : (UNNAMED.exec(sentence) ?? []);
  const e = hole === undefined ? undefined : words.holes[Number(hole)];
  if (!e || !how) return [];
  const names = new Map<string, Expr>();
  const capitals = (x: Expr): void => void (x.op === "symbol" && /^[A-Z]$/.test(x.name ?? "") && names.set(x.name ?? "", x));
  walk(e, (n) => {
    if (n.op === "statistic") for (const a of n.args) walk(a, capitals);
  });
  if (names.size < 2) return [];
  const said = {
    names: [...names.values()],
    conditional: true as const,
    at: words.places[Number(hole)],
    ...(/event/i.test(what) ? { event: true as const } : { random: true as const }),
  };
  return [how.toLowerCase() === "independent" ? { ...said, independent: true } : { ...said, event: true, exclusive: true }];
}
