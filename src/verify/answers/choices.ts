/** Answers to choice questions, "which of the following": which of the options hold in place of the answer, and whether the answer is one that does not. */

import type { Item } from "../../derivation/facts/items";
import { hasError } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { marked, markedNames, type Overload, unmarked, withoutMarks } from "../../derivation/names/overloads";
import { parseOperand } from "../../derivation/reading/chains";
import { type Expr, same } from "../../expression/tree";
import { failing } from "../accusing/failing";
import { SLIP } from "../accusing/slips";
import { printed } from "../guarded";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { tryPlans } from "../trying/trials";
import { withOwnWork } from "../verdicts/judging";

/** A question goes back so many formulas. */
const BACK = 12;
const MOST = 6;
const ASKED = /\b(which (one )?of (the|these|those)|(choose|select|tick|mark|pick)\b[^.]{0,40}\b(following|options?|answers?|correct))/i;
/** "(2)", "b)", "iv." before an option. */
const LABEL = /(?:^|[\s*])(\(?(?:\d|[a-hA-H]|i{1,3}|iv)[).])[*\s]*$/;

interface Option {
  readonly label: string;
  readonly e: Expr;
  readonly span: { readonly from: number; readonly to: number };
}

/** The step of an answer, with the options that hold; the step itself where no question is asked. */
export function amongOptions(item: Item, step: Step, input: JudgeInput, judge: (changed: Item, input: JudgeInput) => Step): Step {
  if (item.relation !== "=" || item.link.index > 0 || item.link.continued) return step;
  const options = optionsBefore(item, input);
  const chosen = options.find((o) => sameAs(o.e, item.right));
  if (!chosen) return step;
  const told = options.map((o) => ({ ...o, step: o === chosen ? step : judge(answering(item, o), { ...input, unmended: true }) }));
  const [right, open] = [told.filter((o) => /^holds/.test(o.step.verdict)), told.filter((o) => o.step.verdict === "unchecked")];
  if (/^holds/.test(step.verdict)) return { ...step, message: `${step.message} ${sentenceOf(right, open)}` };
  const better = right[0];
  if (!better || !/^(given|unchecked|fails)$/.test(step.verdict)) return step;
  const claimed = step.verdict === "fails" ? step : judge({ ...item, role: "claim" }, input);
  const wrong = claimed.verdict === "fails" ? claimed : { ...claimed, ...refuted({ ...item, role: "claim" }, better, input) };
  if (wrong.verdict !== "fails") return { ...step, message: `${step.message} ${sentenceOf(right, open)}` };
  const edit = { range: input.range(item.link.right), newText: input.text.slice(better.span.from, better.span.to) };
  const fixes = [{ title: `Answer ${better.label}: $${printed(better.e)}$`, edits: [edit] }, ...(wrong.fixes ?? [])];
  return { ...wrong, code: "choice/wrong", message: `${wrong.message} ${sentenceOf(right, open)}`, fixes };
}

/** An answer that differs everywhere and speaks of nothing but what the right option speaks of: what that leaves open does not matter. */
function refuted(item: Item, better: Option, input: JudgeInput): Partial<Step> | undefined {
  const known = allNames([item.left, better.e].map(withoutMarks));
  if ([...allNames([withoutMarks(item.right)])].some((n) => !known.has(n))) return undefined;
  const { holding, finals } = tryPlans(item, withOwnWork(input));
  const differs = !holding && finals.length > 0 && finals.every(({ outcome }) => outcome.kind === "differs" && outcome.holdsIn.length === 0);
  return differs ? failing(item, finals, withOwnWork(input), () => false, undefined, SLIP, true) : undefined;
}

const sameAs = (a: Expr, b: Expr): boolean => same(withoutMarks(a), withoutMarks(b));

/** The step with another option as its answer. */
const answering = (item: Item, { e, span }: Option): Item => ({ ...item, right: e, link: { ...item.link, right: { ...item.link.right, ...span } } });

function sentenceOf(right: readonly Option[], open: readonly Option[]): string {
  const list = (options: readonly Option[]): string => options.map((o) => o.label).join(" and ");
  const holding = right.length === 0 ? "None of the options was found to hold" : `Of the options ${list(right)} ${right.length > 1 ? "hold" : "holds"}`;
  return `${holding}${open.length > 0 ? `; ${list(open)} could not be checked` : ""}.`;
}

/** The formulas without a relation that stand as options between a question and its answer. */
function optionsBefore(item: Item, input: JudgeInput): Option[] {
  const at = input.groups.findIndex((g) => g.items.some((i) => i.order === item.order));
  const options: Option[] = [];
  const letters = new Map(
    [...markedNames(item.left, item.right)].map((n): [string, Overload] => [unmarked(n), { since: 0, paragraph: 0, ofVariables: false }]),
  );
  for (const { line, items } of input.groups.slice(Math.max(0, at - BACK), at).reverse()) {
    if (items.length > 0 || !line.alone) break;
    const label = LABEL.exec(line.prose)?.[1];
    const e = label === undefined ? undefined : marked(parseOperand(line.alone, input.reading), letters, 0, 0);
    if (label !== undefined && e && !hasError(e)) options.unshift({ label: label.replace(/^([^(].*)\)$/, "($1)"), e, span: line.alone });
    if (ASKED.test(line.prose)) return options.length > 1 && options.length <= MOST ? options : [];
  }
  return [];
}
