/** The condition under which a step that fails somewhere holds, `holds-if`: by the worlds, the points that were chosen, or a value that was lost. */
import { conditionOf, type Question } from "../../checks/conditions";
import { asDimension, lostValue } from "../../checks/lost-value";
import type { Item } from "../../derivation/facts/items";
import { numberLatex } from "../figure";
import { conditionMessage, evidenceOf } from "../messages";
import type { Judgement, Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { atPoint, shrunken } from "./small-failure";
import { witnessOf } from "./witness";

export interface Assumed {
  readonly latex: string;
  /** Where it fails without. */
  readonly at: Tried;
  readonly says?: string;
}

/** The verdict with the condition. */
export const conditional = (item: Item, assumed: Assumed, evidence: Step["evidence"]): Judgement => ({
  verdict: "holds-if",
  code: "step/holds-if",
  holdsIf: assumed.latex,
  message: assumed.says ?? conditionMessage(item, assumed.at, assumed.latex),
  witness: witnessOf(item, assumed.at),
  evidence,
});

const COMPARED = new Set(["=", "<", ">", "<=", ">="]);

/** A step that fails at chosen points only: what excludes them. */
export function excepted(item: Item, tried: Tried | undefined, input: JudgeInput): Judgement | undefined {
  const assumed = tried?.outcome.kind === "differs" && tried.outcome.unless ? assumption(item, tried, input) : undefined;
  return assumed && tried && conditional(item, assumed, evidenceOf(tried.outcome, input.seed));
}

/** The extra assumption under which the step holds, with a witness that it is needed. */
export function assumption(item: Item, tried: Tried, input: JudgeInput): Assumed | undefined {
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

/** It holds in some worlds. */
export const holdsSomewhere = ({ outcome }: Tried): boolean => outcome.kind === "differs" && outcome.holdsIn.length > 0;
