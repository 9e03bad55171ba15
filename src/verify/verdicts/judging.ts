/** What the rules of a verdict are given of a step, and what a step is before it is judged. */
import { Fuel } from "../../base/fuel";
import type { Item } from "../../derivation/facts/items";
import { printed } from "../guarded";
import type { RelationSign, Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import type { Trials } from "../trying/trials";

export interface Judging {
  readonly item: Item;
  readonly input: JudgeInput;
  /** What every verdict on the step has in common. */
  readonly shared: ReturnType<typeof base>;
  /** The whole judgement on a changed step. */
  readonly judge: (changed: Item) => Step;
}

/** A step whose readings and plans were tried. */
export interface Tested extends Judging, Trials {
  /** The trial that speaks for the step where none agrees: one that could not tell, else the last. */
  readonly last: Tried;
}

/** A rule gives a verdict, or leaves the step to the rules behind it. */
export type Rule<T extends Judging> = (step: T) => Step | undefined;

export function firstVerdict<T extends Judging>(rules: readonly Rule<T>[], step: T): Step | undefined {
  for (const rule of rules) {
    const found = rule(step);
    if (found) return found;
  }
  return undefined;
}

/** What a step is before it is judged. */
export const base = (item: Item, input: JudgeInput) => ({
  range: input.range(item.link.right.to > item.link.right.from ? item.link.right : { from: item.link.sign.from, to: item.link.sign.to }),
  relationRange: input.range(item.link.sign),
  ...(item.link.left.to > item.link.left.from ? { leftRange: input.range({ from: item.link.left.from, to: item.link.left.to }) } : {}),
  relation: sign(item.link.sign.relation),
  left: printed(item.left),
  right: printed(item.right),
});
const sign = (r: string): RelationSign => (r === "⇐" ? "⇒" : r === "∉" ? "∈" : (r as RelationSign));

/** Evaluations that all trials of a step may take together; the search for fixes has as many again. */
const WORK = 8_000_000;

/** A search of its own, with the work of its own. */
export const withOwnWork = (input: JudgeInput): JudgeInput => ({ ...input, work: new Fuel(WORK) });

/** A step that claims nothing. */
export const nothingClaimed = ({ shared }: Judging, message: string): Step => ({ ...shared, verdict: "defines", code: "step/defines", message });

/** A step that is taken for granted. */
export const takenAsGiven = ({ shared }: Judging, message: string): Step => ({ ...shared, verdict: "given", code: "step/given", message });

/** Whether a step says how the entries of a vector or a matrix are called. */
export const listsEntries = ({ left, right, relation }: Item): boolean =>
  relation === "=" &&
  left.op === "symbol" &&
  /^(tuple|matrix|list)$/.test(right.op) &&
  right.args.length > 1 &&
  right.args.every((a) => a.op === "indexed" && a.name === left.name);

export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
