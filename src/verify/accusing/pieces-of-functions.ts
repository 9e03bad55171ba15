/** Functions that a text gives by several formulas whose ranges are not read: f(x) = x² on [0, 1] and f(x) = 2x − 1 elsewhere. */
import type { Item } from "../../derivation/facts/items";
import { freeSymbols } from "../../derivation/reading/targets";
import { cueOf } from "../../derivation/roles/words-before";
import { type Expr, same, some } from "../../expression/tree";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

/** Words behind a formula that say for which arguments it is meant. */
const FOR_SOME =
  /^[\s,;(]*(?:(?:on|for|when|whenever|if)\s*$|(?:when|if)\b(?!\s+(?:and only|we|you|one)\b)|(?:on|for) (?:the|small|large|negative|positive|odd|even|\w*rational)\b|outside\b|during\b|until\b|after\b|afterwards|thereafter|otherwise|elsewhere|everywhere else|else\b)/i;
/** The same, with nothing but a condition behind them. */
const BEFORE_CONDITION = /^[\s,;(]*(?:on|for|when|whenever|if)\s*$/i;

/** The name of a function in a step that has several formulas, not all with a range that was read. */
export function pieceOf(item: Item, input: JudgeInput): string | undefined {
  const { left, right, order } = item;
  if (![left, right].some((e) => some(e, (n) => n.op === "apply"))) return undefined;
  const items = input.groups.flatMap((g) => g.items);
  const joined = new Set(input.environment.joined(item).flatMap((j) => [...j.formulas]));
  const pieces = items.filter(
    (f) => f.order < order && !joined.has(f.order) && isPiece(f) && [left, right].some((e) => some(e, (n) => n.op === "apply" && n.name === f.left.name)),
  );
  const paragraph = (f: Item): number => f.link.statement.block.paragraph;
  const isBeside = (f: Item): boolean => pieces.some((g) => g.left.name === f.left.name && paragraph(g) === paragraph(f) && !same(g.right, f.right));
  return pieces.find((f) => isBeside(f) && !isRead(f, items))?.left.name;
}

/** The verdict at a value for which none of the formulas of a function is meant, or that agrees with one of them by chance: none. */
export function atUnreadPiece(item: Item, step: Step, input: JudgeInput): Step | undefined {
  const isClaimed =
    step.verdict === "given" && cueOf(item.link) === "claim" && input.environment.joined(item).some((j) => j.definition.name === item.left.name);
  if (step.verdict !== "holds" && step.verdict !== "fails" && !isClaimed) return undefined;
  const { basis: _, witness: __, fixes: ___, reading: ____, ...without } = step;
  const outside = input.environment.withoutFormula(item);
  if (outside !== undefined) return { ...without, ...outsideOf(outside, item.left.op === "apply" && cueOf(item.link) !== "claim") };
  const name = step.verdict === "holds" ? pieceOf(item, input) : undefined;
  const isAtValue = (e: Expr): boolean => some(e, (n) => n.op === "apply" && n.name === name && n.args.every((a) => freeSymbols(a).size === 0));
  return name !== undefined && [item.left, item.right].some(isAtValue) ? { ...without, verdict: "unchecked", ...unreadPiece(name) } : undefined;
}

/** "and f(0) = 0" sets a value there; "then f(0) = 0" claims one. */
const outsideOf = (name: string, sets: boolean): Pick<Step, "verdict" | "code" | "message"> =>
  sets
    ? { verdict: "given", code: "step/given", message: `Taken as given: a value of $${name}$ for which none of its formulas is meant.` }
    : { verdict: "unchecked", code: "context/piece", message: `Not checked: no formula for $${name}$ is said to be meant at this argument.` };

export const unreadPiece = (name: string): { readonly code: string; readonly message: string } => ({
  code: "context/piece",
  message: `Not checked: for which arguments which formula for $${name}$ is meant was not read.`,
});

/** f(x) = x² with words behind it that begin a range. */
const isPiece = ({ left, relation, link }: Item): boolean =>
  relation === "=" &&
  link.index === 0 &&
  left.op === "apply" &&
  left.args.length > 0 &&
  left.args.every((a) => a.op === "symbol") &&
  FOR_SOME.test(link.statement.after);

/** "for $x < 1$": a condition stands behind the words. */
const isRead = (f: Item, items: readonly Item[]): boolean =>
  items.some(
    (g) =>
      g.order > f.order &&
      g.order - f.order <= 2 &&
      /^(?:[<>]=?|=|!=|∈)$/.test(g.relation) &&
      g.link.statement.block.paragraph === f.link.statement.block.paragraph &&
      BEFORE_CONDITION.test(g.link.statement.prose),
  );
