/** A step that fails at some point: a condition under which it holds, or the verdict with a small witness, the place of the mistake and its fixes. */

import { hasDecimals } from "../../checks/approximation";
import { conditionOf, type Question } from "../../checks/conditions";
import { asDimension, lostValue } from "../../checks/lost-value";
import { slopeOf } from "../../checks/proportional";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { type Expr, some, walk } from "../../expression/tree";
import type { Found } from "../../fixes/find";
import { shrink } from "../../fixes/shrink";
import { numberLatex } from "../figure";
import { conditionMessage, evidenceOf, failureMessage, messageFor, remedyOf } from "../messages";
import type { Fix, Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder, vanishesUnder } from "../trying/trials";
import { doubtOf } from "./doubt";
import { OTHER_MEANING, OTHER_SECTION } from "./doubts/defined-names";
import { soughtFunction } from "./doubts/functions";
import { slipOnTheLeft } from "./left-slips";
import type { Loose } from "./refutable";
import { fixesOf, repairsFor } from "./repairs";
import { isMeant, isOpposite, SLIP } from "./slips";
import { witnessOf } from "./witness";

export type Judgement = Omit<Step, "range" | "relationRange" | "relation" | "left" | "right">;

/**
 * `finals` are the trials of the readings, most conventional first, all of which fail; `holds` is the full check of a changed step; `unmet` is what the
 * document says of the step that could not be taken into account; `sure` where nothing that the step rests on leaves a doubt.
 */
export function failing(
  item: Item,
  finals: readonly Tried[],
  input: JudgeInput,
  holds: (changed: Item) => boolean,
  unmet?: Loose,
  most = SLIP,
  sure = false,
): Judgement {
  const sought = finals.map((t) => soughtFunction(item, t, input)).find((d) => d !== undefined);
  if (sought) return { verdict: "unchecked", ...sought, evidence: evidenceOf(finals[finals.length - 1].outcome, input.seed) };
  for (const tried of finals) {
    const assumed = unmet && !holdsSomewhere(tried) ? undefined : assumption(item, tried, input);
    const evidence = assumed && evidenceOf(tried.outcome, input.seed);
    // what could not be taken into account may say it
    if (assumed) return unmet ? { verdict: "unchecked", ...unmet, evidence } : conditional(item, assumed, evidence);
  }
  const own = allNames([item.left, item.right]);
  const afterFailure = input.groups.some((g) => g.items.some((i) => i.link.right === item.link.left && input.failed?.has(i.link) === true));
  // a row that speaks of other names rests on other facts
  const mayHold = (changed: Item): boolean =>
    (afterFailure && [...allNames([changed.left])].some((n) => !own.has(n))) || finals.some((t) => agreesUnder(changed, t, { ...input, samples: FEW }));
  const returned = returnsTo(item, input, (changed) => mayHold(changed) && holds(changed));
  const doubt = sure ? undefined : (unmet ?? finals.map((t) => doubtOf(item, t, input)).find((d) => d !== undefined));
  const last = finals[finals.length - 1];
  // no probability is mended by what makes all of it zero
  const isOfChance = [item.left, item.right].some((e) => some(e, (n) => n.op === "statistic"));
  const mended = (changed: Item): boolean => holds(changed) && !(isOfChance && finals.some((t) => vanishesUnder(changed, t, input)));
  const mends = doubt
    ? (changed: Item): boolean =>
        mended(changed) &&
        isMeant(changed, item, last, input) &&
        !(doubt.code === UNUSED && isOpposite(changed, item)) &&
        // decimals of another function of the same name agree too easily with one digit changed
        !(doubt.code === OTHER_SECTION && [item.left, item.right].some(hasDecimals)) &&
        !(doubt.code === ONE_NAME && capitals(changed) !== capitals(item))
    : mended;
  const { found, tried } = bestRepairs(item, finals, input, returned || (input.unmended && !doubt) ? undefined : mends);
  const cheap = doubt?.code === OTHER_MEANING ? Math.max(most, SMALL) : most;
  if (doubt && !found.candidates.some((c) => c.cost <= cheap))
    return (
      (returned ? undefined : wrongBefore(item, tried, input, mended, doubt)) ?? {
        verdict: "unchecked",
        ...doubt,
        evidence: evidenceOf(tried.outcome, input.seed),
      }
    );
  const small = shrunken(item, tried);
  const fixes = returned ? mendedBefore(item, returned, input) : fixesOf(found, input.range);
  const notes = returned && [
    { range: input.range(returned.link.left), code: "chain/returns", message: "A later row returns to this value, after a step that does not hold." },
  ];
  return {
    verdict: "fails",
    code: "step/fails",
    message: returned
      ? `${messageFor(item, small)} The right side is what stood earlier in this chain: the mistake is in a step before this one.`
      : failureMessage(item, small, found),
    witness: witnessOf(item, small),
    ...(fixes.length ? { fixes } : {}),
    ...(notes ? { notes } : {}),
    evidence: evidenceOf(tried.outcome, input.seed),
  };
}

/** The judgement of a step in doubt whose left side has the slip. */
function wrongBefore(item: Item, tried: Tried, input: JudgeInput, holds: (changed: Item) => boolean, doubt: Loose): Judgement | undefined {
  const keepsVariables = (changed: Item): boolean => !LEAVES_RANDOM.test(doubt.code) || averagedNames(changed.left) === averagedNames(item.left);
  const found = doubt.code === GIVEN ? undefined : slipOnTheLeft(item, tried, input, (changed) => keepsVariables(changed) && holds(changed), SLIP);
  if (!found) return undefined;
  const small = shrunken(item, tried);
  return {
    verdict: "fails",
    code: "step/fails",
    message: `${messageFor(item, small)}${remedyOf(found.candidates[0]).replace(/\.$/, " on the left side.")}`,
    witness: witnessOf(item, small),
    fixes: fixesOf(found, input.range),
    evidence: evidenceOf(tried.outcome, input.seed),
  };
}

/** Of which variables means are taken: another one is no slip where it is open how they are tied to each other. */
function averagedNames(e: Expr): string {
  const found = new Set<string>();
  walk(e, (n) => {
    if (n.op === "statistic") for (const name of allNames([n])) found.add(name);
  });
  return [...found].sort().join();
}

/** Edits up to this cost explain a difference from what was said before of a name. */
const SMALL = 2.45;

const holdsSomewhere = ({ outcome }: Tried): boolean => outcome.kind === "differs" && outcome.holdsIn.length > 0;

/** It may be no claim at all. */
const GIVEN = "step/given";

/** Of its random variables not all is said. */
const LEAVES_RANDOM = /^context\/(random|not-used)$/;

/** An equation that could not be taken into account: the step may be that equation, moved about, and any sign of a side is its solution's business. */
const UNUSED = "context/not-used";

/** Letters that may be one name: no other letter mends it. */
const ONE_NAME = "context/one-name";
function capitals({ left, right }: Item): string {
  const found: string[] = [];
  for (const side of [left, right]) walk(side, (n) => void (n.op === "symbol" && /^[A-Z]$/.test(n.name ?? "") && found.push(n.name ?? "")));
  return found.sort().join();
}

/** Worlds in which it is seen whether a row could return to an earlier value at all. */
const FEW = 4;

interface Assumed {
  readonly latex: string;
  /** Where it fails without. */
  readonly at: Tried;
  readonly says?: string;
}

const conditional = (item: Item, assumed: Assumed, evidence: Step["evidence"]): Judgement => ({
  verdict: "holds-if",
  code: "step/holds-if",
  holdsIf: assumed.latex,
  message: assumed.says ?? conditionMessage(item, assumed.at, assumed.latex),
  witness: witnessOf(item, assumed.at),
  evidence,
});

/** The reading under which the smallest edit helps, with what was found under it; without `holds` only where the sides differ. */
function bestRepairs(item: Item, finals: readonly Tried[], input: JudgeInput, holds: ((changed: Item) => boolean) | undefined): { found: Found; tried: Tried } {
  const all = finals.slice(-READINGS).map((tried) => ({ tried, found: repairsFor(item, tried, input, holds) }));
  const cost = (f: Found): number => f.candidates[0]?.cost ?? (f.clue ? 1000 : 2000);
  return all.reduce((best, each) => (cost(each.found) < cost(best.found) ? each : best));
}
const READINGS = 3;

/** How far back in a chain a value is looked for. */
const BACK = 4;

/** The earlier step of the chain to whose left side this step returns, where a step between them fails. */
function returnsTo(item: Item, input: JudgeInput, holds: (changed: Item) => boolean): Item | undefined {
  if (item.relation !== "=" || !item.link.continued) return undefined;
  const items = input.groups.flatMap((g) => g.items);
  let before = items.find((i) => i.link.right === item.link.left);
  for (let steps = 0; before && before.relation === "=" && steps < BACK; steps++) {
    if (holds({ ...item, left: before.left })) return before;
    const { link }: Item = before;
    before = link.continued ? items.find((i) => i.link.right === link.left) : undefined;
  }
  return undefined;
}

/** What mends the one failing step on the way back to `returned`: with it the value that returns was never left. */
function mendedBefore(item: Item, returned: Item, { groups, failed }: JudgeInput): Fix[] {
  const items = groups.flatMap((g) => g.items);
  const failures: Step[] = [];
  for (let before = items.find((i) => i.link.right === item.link.left); before; before = items.find((i) => i.link.right === before?.link.left)) {
    const failure = failed?.get(before.link);
    if (failure) failures.push(failure);
    if (before === returned) break;
  }
  return failures.length === 1 ? (failures[0].fixes ?? []).slice(0, 1).map((fix) => ({ ...fix, title: `In the step before: ${fix.title}` })) : [];
}

const COMPARED = new Set(["=", "<", ">", "<=", ">="]);

/** A step that fails at chosen points only: what excludes them. */
export function excepted(item: Item, tried: Tried | undefined, input: JudgeInput): Judgement | undefined {
  const assumed = tried?.outcome.kind === "differs" && tried.outcome.unless ? assumption(item, tried, input) : undefined;
  return assumed && tried && conditional(item, assumed, evidenceOf(tried.outcome, input.seed));
}

/** The extra assumption under which the step holds, with a witness that it is needed. */
function assumption(item: Item, tried: Tried, input: JudgeInput): Assumed | undefined {
  const { outcome, setting } = tried;
  if (outcome.kind !== "differs" || !setting || setting.closed || !COMPARED.has(item.relation)) return undefined;
  if (outcome.unless) return { latex: outcome.unless, at: atPoint(tried) };
  const { left, right } = tried.derived ?? tried.item ?? item;
  const question: Question = { bench: setting.bench, left, right, relation: item.relation, complex: setting.complex };
  const mixed = outcome.holdsIn.length > 0 && outcome.failsIn.length > 0;
  const condition = mixed || integersMatter(item) ? conditionOf(question) : undefined;
  if (condition)
    return { latex: condition.latex, at: shrunken(item, { ...tried, outcome: { ...outcome, witness: { ...outcome.witness, world: condition.world } } }) };
  const count = asDimension(question);
  if (count)
    return { latex: `${count} = \\dim`, at: tried, says: `Holds if $${count}$ is the number of entries of the vectors here, which the document does not say.` };
  const lost = lostValue(question, (name, value) => mentions(input, name, value));
  return lost ? { latex: `${lost.name} = ${numberLatex(lost.value)}`, at: shrunken(item, tried) } : undefined;
}

/** Roundings and waves: where a step may hold for integers only. */
const integersMatter = (item: Item): boolean =>
  [item.left, item.right].some((e) => /"name":"(\\\\pi|floor|ceil|round|mod)"|"op":"(floor|ceil)/.test(JSON.stringify(e)));

const mentions = ({ groups, text }: JudgeInput, name: string, value: number): boolean =>
  groups.some(({ line }) => text.slice(line.span.from, line.span.to).replace(/\s+/g, "").includes(`${name}=${value}`));

/** A failure at a point that was chosen, on the bench on which it is. */
const atPoint = (tried: Tried): Tried =>
  tried.outcome.kind === "differs" && tried.outcome.at && tried.setting ? { ...tried, setting: { ...tried.setting, bench: tried.outcome.at } } : tried;

/** The same failure at small numbers, where there are such. */
function shrunken(item: Item, tried: Tried): Tried {
  const { outcome, setting } = tried;
  if (outcome.kind === "differs" && outcome.at) return atPoint(tried);
  if (outcome.kind !== "differs" || !setting || setting.closed || item.relation === "!=") return tried;
  const { left, right } = tried.derived ?? tried.item ?? item;
  const { along } = outcome;
  const found = shrink(
    setting.bench,
    along ? [slopeOf(left, along), slopeOf(right, along)] : [left, right],
    outcome.witness.world,
    setting.complex,
    (o, l, r) => o === "different" && Number.isFinite(l) && Number.isFinite(r) && broken(along ? "=" : item.relation, l, r),
  );
  if (!found) return tried;
  return {
    ...tried,
    setting: { ...setting, bench: found.bench },
    outcome: { ...outcome, witness: { world: found.world, left: found.left, right: found.right } },
  };
}

function broken(relation: string, left: number, right: number): boolean {
  if (Math.abs(left - right) <= 1e-6 * Math.max(Math.abs(left), Math.abs(right))) return false;
  return relation === "=" || (relation === "<" || relation === "<=" ? left > right : left < right);
}
