/** Inequalities that could be a condition, hold nowhere, and hold everywhere once they are turned around: no one asks for what no number meets. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { failing } from "./failing";
import { unrefutable } from "./refutable";

const TURNED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
/** Words of proofs that go through what is false. */
const ABSURD = /\b(contradict\w*|impossib\w*|absurd\w*|suppos\w+|assum\w+|otherwise|cannot|no solutions?|(?:not|never) (?:true|hold\w*|possible)|false)\b/i;
/** Characters around the formula in which they are looked for. */
const AROUND = 300;

/** The judgement of an inequality that is taken as given, where it is one that was turned the wrong way; undefined where it is not. */
export function reversedOrder(item: Item, finals: readonly Tried[], input: JudgeInput): Judgement | undefined {
  const turned = TURNED[item.relation];
  if (!turned || item.premise || !(item.link.statement.block.display || isSaidForAll(item)) || !isCompound(item)) return undefined;
  if (finals.length === 0 || !finals.every((t) => t.outcome.kind === "differs" && t.outcome.holdsIn.length === 0 && !unrefutable(item, t, input)))
    return undefined;
  const { from, to } = item.link.statement.block.span;
  if (ABSURD.test(input.text.slice(Math.max(0, from - AROUND), from) + input.text.slice(to, to + AROUND))) return undefined;
  const holds = (changed: Item): boolean => changed.relation === turned && finals.every((t) => agreesUnder(changed, t, input));
  if (!holds({ ...item, relation: turned })) return undefined;
  const found = failing(item, finals, input, holds);
  return found.verdict === "fails" && found.fixes ? found : undefined;
}

/** "For x > 1: ln x > x", of no other names. */
const isSaidForAll = ({ left, right, universal, quantified }: Item): boolean =>
  universal === true && [...namesOf(left, right).symbols].every((n) => quantified?.has(n));

/** Formulas in names on both sides: bounds of a name by a number are conditions. */
const isCompound = ({ left, right }: Item): boolean =>
  [left, right].every((e) => e.args.length > 0 && e.op !== "indexed" && e.op !== "apply" && namesOf(e).symbols.size + namesOf(e).applied.size > 0);
