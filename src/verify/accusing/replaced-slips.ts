/** Steps that come to numbers once earlier equations give their terms a value, and to other numbers: a slip, where a small edit mends them. */
import type { Item } from "../../derivation/facts/items";
import { replacedSteps } from "../../derivation/plans/replacing";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import type { Judgement } from "../report";
import { caseStart } from "../trying/case-start";
import { restsOnFailure } from "../trying/consequences";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { failing } from "./failing";
import type { Loose } from "./refutable";

/** Paragraphs back to which a value is taken to be that of the same thing. */
const NEAR = 4;

/** The judgement of a claim whose left side has a value by earlier equations and whose right side is another number; `doubt` is why nothing else refutes it. */
export function replacedSlip(item: Item, input: JudgeInput, doubt: Loose): Judgement | undefined {
  if (item.relation !== "=" || item.role !== "claim" || !isClosed(item.right) || isClosed(item.left)) return undefined;
  const [whole] = replacedSteps(item, input.environment.facts(item));
  if (!whole || !isClosed(whole.item.left) || !isClosed(whole.item.right)) return undefined;
  const { paragraph } = item.link.statement.block;
  const opened = caseStart(item, input.text);
  const isFar = (f: Item): boolean => paragraph - f.link.statement.block.paragraph > NEAR || f.link.left.from < opened || restsOnFailure(f, input);
  if (whole.used.some(isFar)) return undefined;
  const tried: Tried = { ...tryPlan(whole.item, { definitions: new Map(), conditions: [], unused: [] }, input), item: whole.item };
  if (tried.outcome.kind !== "differs") return undefined;
  const found = failing({ ...item, left: whole.item.left }, [tried], input, (changed) => agreesUnder(changed, tried, input), doubt);
  return found.verdict === "fails" ? found : undefined;
}

const isClosed = (e: Expr): boolean => {
  const { symbols, indexed, applied } = namesOf(e);
  return indexed.size + applied.size === 0 && [...symbols].every((n) => isConstantName(n));
};
