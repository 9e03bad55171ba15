/** Judges steps with units of measurement: as quantities whose units have to agree; where a side leaves units out, also as plain numbers. */
import type { Fact } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { type Expr, node, walk } from "../../expression/tree";
import { hasUnits, isVague, spelled, type UnitReading, unitDimension, unlikeTerms, withUnits } from "../../notation/arithmetic/units";
import type { Step } from "../report";
import type { JudgeInput } from "./trial";

type Judge = (item: Item, input: JudgeInput) => Step;

/** A step as `judgeOne` sees it with units in the SI, checked for their dimensions, or without them where the text drops them on the way. */
export function judgeWithUnits(item: Item, input: JudgeInput, judgeOne: Judge): Step {
  const step = judgeOne(item, input);
  if (!/^(holds|holds-if|fails|unchecked)$/.test(step.verdict) || step.code === "expression/not-read" || !concerned(item, input)) return step;
  const under = (meant: UnitReading): Step => judgeOne(withItemUnits(item, meant), readSo(input, meant));
  const strict = isStrict(item);
  const vague = isVague(item.left) || isVague(item.right);
  if (step.verdict === "holds" || step.verdict === "holds-if") {
    if (under("dimensions").verdict === step.verdict) return step;
    const unlike = unlikeTerms(item.left) ?? unlikeTerms(item.right);
    if (unlike && !vague) return adding(step, unlike);
    if (!strict) return leftOut(step);
    return vague ? vaguely(step) : disagreeing(item, step);
  }
  if (step.verdict === "fails" && vague) {
    const plain = under("none");
    if (plain.verdict === "fails" && isCarried(item, input.text)) return plain;
    return plain.verdict === "holds" ? leftOut(plain) : vaguely(step);
  }
  const plain = strict ? undefined : under("none");
  if (plain?.verdict === "holds") return leftOut(plain);
  return plain?.verdict === "fails" && (plain.fixes?.length ?? 0) > (step.fixes?.length ?? 0) ? plain : step;
}

/** Characters behind a side in which its unit may stand. */
const BEHIND = 20;

/** "156 charges/year · 0.78 dollars/charge = 121.68 dollars/year": the same words of vague units stand on both sides, and nothing is converted. */
function isCarried({ link: { left, sign, right } }: Item, text: string): boolean {
  const words = (from: number, to: number): Set<string> => new Set((text.slice(from, to).match(/[a-z]+/gi) ?? []).filter(isVagueUnit));
  const [a, b] = [words(left.from, sign.from), words(sign.to, Math.max(right.to, sign.to) + BEHIND)];
  return a.size > 0 && a.size === b.size && [...a].every((u) => b.has(u));
}
const isVagueUnit = (word: string): boolean => isVague(node("unit", [], { from: 0, to: 0 }, word));

const leftOut = (step: Step): Step => ({ ...step, reading: [...(step.reading ?? []), "units are left out in places: the numbers are compared"] });

function vaguely({ witness: _w, fixes: _f, ...step }: Step): Step {
  return { ...step, verdict: "unchecked", code: "unit/vague", message: "Not checked: how much one of these units is of the other depends on what is meant." };
}

function adding({ basis: _b, evidence: _e, ...step }: Step, [one, other]: readonly [string, string]): Step {
  return {
    ...step,
    verdict: "fails",
    code: "unit/disagree",
    message: `The numbers agree, but the units do not: in base units ${one} and ${other} are added.`,
    witness: { values: {}, left: 1, right: 0 },
  };
}

function disagreeing(item: Item, { basis: _b, evidence: _e, ...step }: Step): Step {
  const [left, right] = [item.left, item.right].map((e) => spelled(unitDimension(e)) || "no unit");
  return {
    ...step,
    verdict: "fails",
    code: "unit/disagree",
    message: `The numbers agree, but the units do not: in base units the left side is in ${left}, the right side in ${right}.`,
    witness: { values: {}, left: 1, right: 0 },
  };
}

/** Whether both sides are numbers with units and nothing else: then the units have to agree. */
const isStrict = (item: Item): boolean => [item.left, item.right].every((e) => hasUnits(e) && unitDimension(e) !== undefined && !leavesOut(e));

/** (6.6 · 10^{-34})(3.0 · 10^8)(4.4 · 10^7 m^{-1}): constants of nature whose units are left out beside a quantity that has its own. */
function leavesOut(e: Expr): boolean {
  let [measured, written] = [0, 0];
  walk(e, (n) => {
    if (n.op === "pow" && n.args[0].op === "number" && n.args[0].name === "10") measured++;
    if (n.op === "unit") written++;
  });
  return measured > 1 && measured > written;
}

/** Whether the step, or a definition that it may use, has units. */
const concerned = (item: Item, input: JudgeInput): boolean =>
  hasUnits(item.left) || hasUnits(item.right) || input.environment.facts(item).some((f) => f.fact?.kind === "definition" && hasUnits(f.fact.body));

const readSo = (input: JudgeInput, meant: UnitReading): JudgeInput => ({
  ...input,
  reading: { ...input.reading, units: meant },
  environment: { ...input.environment, facts: (item) => input.environment.facts(item).map((f) => withItemUnits(f, meant)) },
});

const kept = new WeakMap<Item, Map<UnitReading, Item>>();

function withItemUnits(item: Item, meant: UnitReading): Item {
  const known = kept.get(item)?.get(meant);
  if (known) return known;
  const [left, right] = [item.left, item.right].map((e) => withUnits(e, meant));
  const fact = item.fact && factWithUnits(item.fact, meant);
  const changed = left === item.left && right === item.right && fact === item.fact ? item : { ...item, left, right, ...(fact ? { fact } : {}) };
  const all = kept.get(item) ?? new Map<UnitReading, Item>();
  kept.set(item, all.set(meant, changed));
  return changed;
}

function factWithUnits(fact: Fact, meant: UnitReading): Fact {
  if (fact.kind === "definition") return hasUnits(fact.body) ? { ...fact, body: withUnits(fact.body, meant) } : fact;
  if (fact.kind === "equation")
    return hasUnits(fact.left) || hasUnits(fact.right) ? { ...fact, left: withUnits(fact.left, meant), right: withUnits(fact.right, meant) } : fact;
  return hasUnits(fact.relation) ? { ...fact, relation: withUnits(fact.relation, meant) } : fact;
}
