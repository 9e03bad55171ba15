/** Terms of a sequence that are worked out by its recurrence: the recurrence says what each is. */
import type { Item } from "../../derivation/facts/items";
import { symbolName } from "../../expression/names";
import { type Expr, number, rewrite, some } from "../../expression/tree";
import { failing } from "../accusing/failing";
import type { Judgement } from "../report";
import type { JudgeInput } from "../trying/trial";
import { agreeing, tryPlans } from "../trying/trials";

/** Whether a formula for a term is what the recurrence before it makes of that term; undefined where there is none. */
export function termAnswer(item: Item, input: JudgeInput): Judgement | undefined {
  const at = item.relation === "=" && item.link.index === 0 ? termIndex(item.left) : undefined;
  if (at === undefined || !isTermOf(item.right, item.left.name ?? "")) return undefined;
  const rules = input.environment
    .facts(item)
    .filter((f) => f.order < item.order && f.relation === "=" && f.scope === item.scope && isRule(f, item.left.name ?? ""));
  if (rules.length !== 1) return undefined;
  const [{ left, right, link }] = rules;
  const [name, shift] = placeOf(left.args[0]) as [string, number];
  const instance = rewrite(right, (n) => (n.op === "symbol" && n.name === name ? number(at - shift, n.span) : n));
  const { fact: _, ...bare } = item;
  const step: Item = { ...bare, left: folded(instance), right: item.right, role: "claim" };
  const uses = [{ range: input.range({ from: link.left.from, to: link.right.to }), text: input.text.slice(link.left.from, link.right.to) }];
  if (agreeing(step, input))
    return { verdict: "holds", basis: "sampled", code: "equation/term", message: "It is what the recurrence says of this term.", uses };
  // a slip is looked for in the terms, not in the values that they happen to have
  const plain = withoutTerms(item.left.name ?? "", input);
  const { holding, finals } = tryPlans(step, plain);
  if (holding || !finals.every((t) => t.outcome.kind === "differs" && t.outcome.holdsIn.length === 0)) return undefined;
  const found = failing(step, finals, plain, (changed) => agreeing(changed, plain));
  return found.verdict === "fails" && found.fixes ? { ...found, uses } : undefined;
}

function withoutTerms(name: string, input: JudgeInput): JudgeInput {
  const { environment } = input;
  return { ...input, environment: { ...environment, facts: (i) => environment.facts(i).filter((f) => !(f.left.op === "indexed" && f.left.name === name)) } };
}

/** The number of a term a_3. */
const termIndex = (e: Expr): number | undefined =>
  e.op === "indexed" && e.args.length === 1 && e.args[0].op === "number" ? Number(e.args[0].name) : undefined;

const isTermOf = (e: Expr, name: string): boolean => some(e, (n) => n.op === "indexed" && n.name === name);

/** a_{n+1} in terms of others of its kind: with one index, and nothing that tells even from odd. */
function isRule({ left, right }: Item, name: string): boolean {
  const place = left.op === "indexed" && left.name === name && left.args.length === 1 ? placeOf(left.args[0]) : undefined;
  return place !== undefined && isTermOf(right, name) && !some(right, (n) => n.op === "cases" || n.op === "ellipsis" || symbolName(n) === symbolName(left));
}

/** n + 1 as a name and a number. */
function placeOf(e: Expr): [string, number] | undefined {
  if (e.op === "symbol") return [e.name ?? "", 0];
  if (e.op !== "add" || e.args.length !== 2 || e.args[0].op !== "symbol") return undefined;
  const [, by] = e.args;
  const value = by.op === "number" ? Number(by.name) : by.op === "neg" && by.args[0].op === "number" ? -Number(by.args[0].name) : Number.NaN;
  return Number.isInteger(value) ? [e.args[0].name ?? "", value] : undefined;
}

/** Indices as plain numbers: a_{2+1} is a_3. */
const folded = (e: Expr): Expr => rewrite(e, (n) => (n.op === "indexed" ? { ...n, args: n.args.map(sum) } : n));

function sum(e: Expr): Expr {
  if (e.op !== "add") return e;
  const values = e.args.map((a) => (a.op === "number" ? Number(a.name) : a.op === "neg" && a.args[0].op === "number" ? -Number(a.args[0].name) : Number.NaN));
  const total = values.reduce((x, y) => x + y, 0);
  return Number.isInteger(total) && total >= 0 ? number(total, e.span) : e;
}
