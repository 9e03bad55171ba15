/** Judges the relation signs of a document in reading order, the arrows with what stands behind them. */

import { hasError, type Item, type ItemGroup } from "../derivation/facts/items";
import { allNames } from "../derivation/names/all-names";
import { arrowRuns } from "../derivation/reading/arrows";
import type { Sign } from "../derivation/reading/signs";
import type { Block } from "../document/blocks";
import { node } from "../expression/tree";
import { slipAgainst } from "./accusing/slips-against";
import { arrowInNotations } from "./answers/arrow-notations";
import { arrowBase } from "./answers/arrows";
import { withPlainName } from "./answers/estimates";
import { excused } from "./excuses/index";
import { guarded, skippedSigns } from "./guarded";
import { judgeItem } from "./judge-item";
import type { Step } from "./report";
import { solvedForm } from "./stationary/solved-forms";
import type { JudgeInput } from "./trying/trial";
import { agreeing } from "./trying/trials";
import { base, listsEntries } from "./verdicts/judging";

export interface JudgedStep {
  readonly step: Step;
  readonly block: Block;
  /** Where its first expression stands. */
  readonly from: number;
}

export function* judge(given: JudgeInput): Generator<JudgedStep, void, void> {
  const identities = new Set<Item["link"]>();
  const failed = new Map<Item["link"], Step>();
  const input = { ...withoutIdle(given, identities, failed), failed };
  const runs = arrowRuns(input.groups.map((g) => g.line));
  const skipped = skippedSigns(input);
  /** Verdicts of the arrows that lead to a group. */
  const concluded = new Map<ItemGroup, Step>();
  /** What stands before those arrows. */
  const premiseOf = new Map<ItemGroup, readonly Item[]>();
  for (const [at, group] of input.groups.entries()) {
    const { block } = group.line;
    if ((input.own && !input.own.has(group)) || group.line.hidden) continue;
    const run = runs.get(at);
    if (run) {
      const bare = arrowBase(input.groups, at, run, input);
      const silent = skipped(group.line.arrow as Sign, block);
      const premise = run.premise.flatMap((k) => [...input.groups[k].items]);
      const judged: Step = silent
        ? { ...bare, ...silent }
        : guarded(bare, () => {
            const conclusion = run.conclusion.flatMap((i) => [...input.groups[i].items]);
            const found = followed(arrowInNotations(input.groups, at, run, input), conclusion, withPremise(input, premise));
            // "… ⇒ 2 = 3, which is not true"
            return conclusion.length > 0 ? excused(conclusion[conclusion.length - 1], found, input) : found;
          });
      const step = judged.verdict === "fails" && premise.some((i) => failed.has(i.link)) ? restingOnFailure(judged) : judged;
      for (const i of run.conclusion) {
        concluded.set(input.groups[i], step);
        premiseOf.set(input.groups[i], premise);
      }
      yield { step, block, from: group.line.span.from };
    }
    for (const item of group.items) {
      const bare = base(item, input);
      const silent = skipped(item.link.sign, block);
      const step: Step = silent ? { ...bare, ...silent } : guarded(bare, () => judgeConcluded(item, concluded.get(group), premiseOf.get(group) ?? [], input));
      if (isIdentity(item, step, given)) identities.add(item.link);
      if (step.verdict === "fails") failed.set(item.link, step);
      yield { step, block, from: firstExpression(item) };
    }
  }
}
/** The left operand where it stands in the formula of its sign; a row that goes on with a chain starts at its sign. */
const firstExpression = (item: Item): number => {
  const { left, sign, statement } = item.link;
  return left.from >= statement.block.span.from && left.to > left.from ? Math.min(left.from, sign.from) : sign.from;
};

/** Equations that were seen to hold whatever their symbols are constrain nothing, and orders that were seen to be false hold nowhere: they are no facts for later steps. */
const withoutIdle = (input: JudgeInput, identities: ReadonlySet<Item["link"]>, failed: ReadonlyMap<Item["link"], Step>): JudgeInput => ({
  ...input,
  environment: {
    ...input.environment,
    facts: (item) =>
      input.environment
        .facts(item)
        .filter((f) => !(f.fact?.kind === "equation" && identities.has(f.link) && !closesChain(f)) && !(f.fact?.kind === "condition" && failed.has(f.link))),
  },
});

/** "1 = … = n/λ": what the end of a chain says of its beginning is more than its last step. */
const closesChain = (f: Item): boolean => f.fact?.kind === "equation" && f.fact.closes === true;

/** What does not follow from a false statement may be right. */
const restingOnFailure = ({ witness: _, fixes: __, ...step }: Step): Step => ({
  ...step,
  verdict: "unchecked",
  code: "implication/after-failure",
  message: "Not checked: the statement before this arrow does not hold itself.",
});

/** With what a premise says of domains, which is known behind its arrow only. */
function withPremise(input: JudgeInput, premise: readonly Item[]): JudgeInput {
  const conditions = premise
    .filter((i) => /^([<>]=?|!=|∈|∉)$/.test(i.relation) && !i.fact && !hasError(i.left) && !hasError(i.right))
    .map((i): Item => {
      const span = { from: i.link.left.from, to: i.link.right.to };
      return { ...i, fact: { kind: "condition", relation: node("relation", [i.left, i.right], span, i.relation), span, text: "" } };
    });
  if (conditions.length === 0) return input;
  return { ...input, environment: { ...input.environment, facts: (item) => [...input.environment.facts(item), ...conditions] } };
}

/** Whether a step holds by definitions alone. */
function isIdentity(item: Item, step: Step, input: JudgeInput): boolean {
  if (step.verdict === "defines" && listsEntries(item)) return true;
  if (step.verdict !== "holds" || item.fact?.kind !== "equation" || !/^step\//.test(step.code)) return false;
  if (!step.uses?.length) return true;
  const definitions = new Set(
    input.groups.flatMap((g) => g.items).flatMap((i) => (i.fact?.kind === "definition" && !i.fact.derived ? [i.fact.span.from] : [])),
  );
  return step.uses.every((u) => definitions.has(u.range.start.offset));
}

/** What stands first behind an arrow stands and falls with it: it follows, or it is a statement that nothing is known of. */
function judgeConcluded(given: Item, arrow: Step | undefined, premise: readonly Item[], input: JudgeInput): Step {
  const item = arrow ? withPlainName(given, premise, input) : given;
  if (item !== given) return { ...judgeConcluded(item, arrow, premise, input), left: base(given, input).left };
  const leading = item.link.index === 0 || item.relation !== "=";
  if (!arrow || !leading || item.role === "defines" || item.role === "unread") return judgeItem(item, withPremise(input, premise));
  const solving = arrow.code.startsWith("stationary/") ? solvedForm(item, base(item, input) as Step, input) : undefined;
  if (solving) return solving;
  if (arrow.verdict === "holds")
    return {
      ...base(item, input),
      verdict: "holds",
      basis: "sampled",
      code: "implication/concluded",
      message: "Follows from the statement before the arrow.",
      ...(arrow.uses ? { uses: arrow.uses } : {}),
    };
  const open = item.role === "claim" && allNames([item.left, item.right]).size > 0;
  const step = judgeItem(open ? { ...item, role: "soft" } : item, withPremise(arrow.verdict === "unchecked" ? input : withoutFacts(input), premise));
  // the statement that the arrow is wrong about, where a stroke makes it follow
  const slip = step.verdict === "given" && arrow.verdict === "fails" && item.relation === "=" ? slipAgainst(item, premise, input) : undefined;
  return slip ? { ...step, ...slip } : step;
}

const withoutFacts = (input: JudgeInput): JudgeInput => ({
  ...input,
  environment: {
    objectives: [],
    withoutFormula: () => undefined,
    joined: () => [],
    facts: () => [],
    statistics: () => [],
    normalised: () => new Set<string>(),
    free: (i) => input.environment.free(i),
    random: (i) => input.environment.random(i),
    continuous: (i) => input.environment.continuous(i),
    givesLaw: () => false,
    closedDensity: () => undefined,
    joints: (i) => input.environment.joints(i),
    sums: (i) => input.environment.sums(i),
    moving: (i) => input.environment.moving(i),
  },
});

/** An arrow whose premise could not be solved holds where every statement behind it follows from the facts, of which the premise is one. */
function followed(step: Step, conclusion: readonly Item[], input: JudgeInput): Step {
  if (step.verdict !== "unchecked" || step.relation !== "⇒" || conclusion.length === 0 || step.code === "implication/matrices") return step;
  const solving = conclusion.length === 1 ? solvedForm(conclusion[0], base(conclusion[0], input) as Step, input) : undefined;
  if (solving)
    return {
      ...step,
      verdict: solving.verdict,
      ...(solving.verdict === "holds" ? { basis: "sampled" as const } : {}),
      code: solving.code,
      message: solving.message,
      ...(solving.fixes ? { fixes: solving.fixes } : {}),
    };
  // that two sides differ holds at nearly all points, wherever it follows from
  const follows = conclusion.every((i) => i.role !== "unread" && i.relation !== "!=" && !hasError(i.left) && !hasError(i.right) && agreeing(i, input));
  return follows
    ? {
        ...step,
        verdict: "holds",
        basis: "sampled",
        code: "implication/follows",
        message: "Follows: with what stands before, the statement behind the arrow holds at all informative random points.",
      }
    : step;
}
