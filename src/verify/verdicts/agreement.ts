/** Verdicts on steps that agree under some reading and plan: as they stand, under an assumption, or as consequences of equations before them. */
import type { Item } from "../../derivation/facts/items";
import { symbolName } from "../../expression/names";
import { type Expr, same, some } from "../../expression/tree";
import { formulaOfWords } from "../../latex/words";
import { excepted } from "../accusing/assumed";
import { fixesOf, repairsFor } from "../accusing/repairs";
import { SLIP } from "../accusing/slips";
import { slipAgainst } from "../accusing/slips-against";
import { unfollowedSlip } from "../accusing/unfollowed-slips";
import { withComplexParts } from "../answers/complex-parts";
import { lostRoots } from "../answers/lost-roots";
import { printed } from "../guarded";
import { evidenceOf, messageFor, remedyOf } from "../messages";
import type { Judgement, Step } from "../report";
import { consequence, premises } from "../trying/consequences";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder, tryPlans } from "../trying/trials";
import { readingText, usesOf } from "../trying/uses";
import { answered } from "./answered";
import { listsEntries, nothingClaimed, type Rule, type Tested, withOwnWork } from "./judging";

/** What is asked of every tried step, first to last. */
export const AGREEMENT: readonly Rule<Tested>[] = [
  listing,
  ofOneFamily,
  ofLostRoots,
  ofAnswer,
  underAssumption,
  asItStands,
  asConsequence,
  ofComplexParts,
  ofEarlierExpression,
  butForPoints,
];

/** A formula in z, x and y that holds for z = x + iy. */
function ofComplexParts({ item, input, shared }: Tested): Step | undefined {
  const found = withComplexParts(item, withOwnWork(input));
  return found && { ...shared, ...found };
}

/** μ = (μ_1, μ_2): how the entries are called. */
function listing(step: Tested): Step | undefined {
  return step.holding?.outcome.kind === "agrees" && listsEntries(step.item)
    ? nothingClaimed(step, `Names the entries of $${step.shared.left}$: nothing is claimed.`)
    : undefined;
}

function ofOneFamily({ holding, assumes, ...step }: Tested): Step | undefined {
  return holding?.outcome.kind === "agrees" && assumes ? conditional(step, holding, assumes, " (one joint distribution, Bayes' rule)") : undefined;
}

function ofLostRoots({ item, input, shared }: Tested): Step | undefined {
  const chosen = lostRoots(item, input);
  return chosen && { ...shared, ...chosen };
}

function ofAnswer(step: Tested): Step | undefined {
  return step.item.role === "soft" && step.holding?.outcome.kind !== "agrees" ? answered(step) : undefined;
}

function underAssumption({ holding, ...step }: Tested): Step | undefined {
  return holding?.outcome.kind === "agrees" && holding.assumes ? conditional(step, holding, holding.assumes) : undefined;
}

function asItStands({ item, input, shared, holding }: Tested): Step | undefined {
  return holding?.outcome.kind === "agrees" ? { ...shared, ...agreement(item, holding, input) } : undefined;
}

/** Consequences are found with numbers in place of names: products of matrices do not commute. */
function asConsequence({ item, input, shared, finals }: Tested): Step | undefined {
  // an order that a world refutes which meets every equation does not follow from them
  const refuted = /^[<>]/.test(item.relation) && finals.some((t) => t.outcome.kind === "differs" && t.plan.through !== undefined && t.plan.unused.length === 0);
  const derived = refuted || finals.some((t) => (t.setting?.shapes.shapes.size ?? 0) > 0) ? undefined : consequence(item, input);
  // what one stroke makes follow is offered
  const own = withOwnWork(input);
  const slip = derived?.verdict === "fails" ? (unfollowedSlip(item, own) ?? largerSlip(item, own)) : undefined;
  return derived && { ...shared, ...derived, ...(slip ?? (derived.verdict === "fails" ? mendsOfSolved(item, finals, own, derived.message) : undefined)) };
}

/** What makes a formula for a name the one that the equations before it are solved by. */
function mendsOfSolved(item: Item, finals: readonly Tried[], input: JudgeInput, message: string): Pick<Step, "message" | "fixes"> | undefined {
  const isItself = (n: Expr): boolean => same(n, item.left);
  const solved = finals.find((t) => t.outcome.kind === "differs" && isLone(item.left) && t.plan.definitions.has(symbolName(item.left)));
  if (!solved || some(item.right, isItself)) return undefined;
  const { candidates } = repairsFor(item, solved, input, (changed) => !some(changed.right, isItself) && agreesUnder(changed, solved, input));
  const mends = candidates.filter((c) => c.cost <= SLIP);
  return mends.length > 0 ? { message: `${message}${remedyOf(mends[0], "It follows")}`, fixes: fixesOf({ candidates: mends }, input.range) } : undefined;
}

/** Of what is wrong anyway, also what takes more than a stroke. */
const SLIPS = 2;
function largerSlip(item: Item, input: JudgeInput): Judgement | undefined {
  const [nearest] = premises(item, input.environment.facts(item), input.groups);
  return nearest && isLone(item.left) ? slipAgainst(item, [nearest], input, SLIPS) : undefined;
}
const isLone = ({ op }: Expr): boolean => op === "symbol" || op === "indexed";

/** Formulas before a sign that begins a formula, at most, whose ends it may go on with. */
const BACK = 8;

/** "…, so $a = b$. In the expression this gives $= c + b$": the sign goes on with an expression before the formula beside it. */
function ofEarlierExpression({ item, input, shared, finals }: Tested): Step | undefined {
  const { link } = item;
  if (!link.continued || link.index > 0 || item.relation !== "=" || !/[a-z]{3}/i.test(link.statement.prose)) return undefined;
  if (!finals.some((t) => t.outcome.kind === "differs")) return undefined;
  const at = input.groups.findIndex((g) => g.items.includes(item));
  const ends = input.groups
    .slice(Math.max(0, at - BACK), at)
    .reverse()
    .flatMap((g) => g.items.slice(-1))
    .filter((i) => i.scope === item.scope && i.link.right !== link.left);
  for (const { right } of ends) {
    const changed = { ...item, left: right };
    const { holding } = tryPlans(changed, withOwnWork(input));
    if (holding?.outcome.kind === "agrees" && !holding.assumes) return { ...shared, left: printed(right), ...agreement(changed, holding, input) };
  }
  return undefined;
}

/** It fails at chosen points only, under every reading: what excludes them is its condition. */
function butForPoints({ item, input, shared, finals, last }: Tested): Step | undefined {
  const except = finals.every((t) => t.outcome.kind === "differs") ? excepted(item, last, input) : undefined;
  return except && { ...shared, ...except };
}

const conditional = ({ shared, input }: Pick<Tested, "shared" | "input">, { outcome }: Tried, assumes: string, because = ""): Step => ({
  ...shared,
  verdict: "holds-if",
  code: "step/holds-if",
  holdsIf: formulaOfWords(assumes),
  message: `Holds if ${assumes}${because}; the document does not say so.`,
  evidence: evidenceOf(outcome, input.seed),
});

/** What is said of a step that agrees. */
export function agreement(
  item: Item,
  holding: Tried,
  input: JudgeInput,
): Pick<Step, "verdict" | "basis" | "code" | "message" | "uses" | "reading" | "evidence"> {
  const exact = holding.outcome.kind === "agrees" && holding.outcome.exact;
  const uses = usesOf(holding, holding.item ?? item, input);
  const reading = readingText(holding);
  return {
    verdict: "holds",
    basis: exact ? "exact" : "sampled",
    code: exact ? "step/proved" : "step/agrees",
    message: holding.unusual ? `${messageFor(item, holding)} This takes it that ${holding.reading}.` : messageFor(item, holding),
    ...(uses.length ? { uses } : {}),
    ...(reading.length ? { reading } : {}),
    evidence: evidenceOf(holding.outcome, input.seed),
  };
}
