/** "Differentiating x² + xy + y² = 7 gives 2x + y + xy' + 2yy' = 0": the one equation is the derivative of the other, up to a factor. */
import type { Definition } from "../../derivation/facts";
import type { Item } from "../../derivation/items";
import { derivativeName } from "../../expression/derivative-names";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, some, symbol, walk } from "../../expression/tree";
import { valuesInWords, witnessOf } from "../accusing/witness";
import { figure } from "../figure";
import { printed } from "../guarded";
import { evidenceOf } from "../messages";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** Paragraphs between the two equations at most. */
const NEAR = 1;
/** The words that lead from one to the other. */
const DERIVES = /\bdifferentiat\w+|\bimplicit(ly)?\b|\b(take|taking) (the )?derivatives?\b/i;
/** Words that do something else as well. */
const ELSE = /\b(twice|again|second|rearrang\w*|simplif\w*|divid\w*|cancel\w*|multipl\w*|solv\w*|set\w*|partial\w*|log\w*|squar\w*|substitut\w*|plug\w*)\b/i;
/** Factors that such an equation is often freed of. */
const FACTORS = ["1", "-1", "2", "-2"];

/** What is to be said of an equation that is taken as given, where words say that it is the derivative of the one before it. */
export function implicitDerivative(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if ((step.verdict !== "given" && step.verdict !== "unchecked") || item.relation !== "=" || item.link.index > 0 || item.link.continued) return undefined;
  const motion = motionIn(item);
  const before = motion && equationBefore(item, input);
  const spoken = namesOf(...(before ? [before.left, before.right] : [])).symbols;
  const by = motion?.by ?? variableOf(spoken, motion?.names ?? spoken);
  if (!motion || !before || by === undefined || ![...motion.names].every((n) => spoken.has(n))) return undefined;
  const derivative = node("derivative", [difference(before), symbol(by)], item.link.left, undefined, { partial: false });
  const own = difference(item);
  const plan = { definitions: formulasBefore(item, input), conditions: [], unused: [], moving: new Map([...motion.names].map((n) => [n, by])) };
  const trials = FACTORS.map((factor): Tried => {
    const right = factor === "1" ? own : node("mul", [number(factor), own], own.span, undefined, { style: "cdot" });
    const claim: Item = { ...item, left: derivative, right, role: "claim", made: true };
    const tried = tryPlan(claim, plan, input);
    return { ...tried, item: claim, outcome: tried.outcome.kind === "differs" && tried.outcome.confirm ? tried.outcome.confirm() : tried.outcome };
  });
  const shown = `$${printed(before.left)} = ${printed(before.right)}$`;
  const found = trials.find(({ outcome }) => outcome.kind === "agrees");
  const [first] = trials;
  const evidence = evidenceOf((found ?? first).outcome, input.seed);
  if (found)
    return {
      ...step,
      verdict: "holds",
      basis: "sampled",
      code: "equation/derivative",
      message: `Holds: it is the derivative of ${shown} by $${by}$.`,
      evidence,
    };
  if (!trials.every(({ outcome }) => outcome.kind === "differs" && outcome.holdsIn.length === 0)) return undefined;
  const witness = witnessOf(item, first);
  const at = valuesInWords(item, first, witness);
  const values = at
    ? ` At ${at} that derivative${asDifference(before)} is ${figure(Number(witness.left))}, and what stands here${asDifference(item)} ${figure(Number(witness.right))}.`
    : "";
  return {
    ...step,
    verdict: "fails",
    code: "equation/no-derivative",
    message: `Does not follow: this is not the derivative of ${shown} by $${by}$.${values}`,
    witness,
    evidence,
  };
}

/** How an equation is shown as one number, where its right side is not zero. */
const asDifference = ({ right }: Item): string => (isZero(right) ? "" : ", left side minus right side,");

const isZero = (e: Expr): boolean => e.op === "number" && Number(e.name) === 0;

/** The formulas of functions that stand before an item. */
const formulasBefore = (item: Item, { environment }: JudgeInput): Map<string, Definition> =>
  new Map(
    environment.facts(item).flatMap((f) => (f.fact?.kind === "definition" && f.fact.params.length > 0 && f.order < item.order ? [[f.fact.name, f.fact]] : [])),
  );

/** What moves in an equation, and with what, where that is written; undefined where there are no first derivatives, or others than of plain names by one. */
function motionIn({ left, right }: Item): { readonly names: ReadonlySet<string>; readonly by?: string } | undefined {
  const names = new Set<string>();
  const by = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      const primed = n.op === "symbol" ? derivativeName(n.name ?? "") : undefined;
      if (primed) by.add(primed.order === 1 ? (primed.dotted ? "t" : PRIME) : "");
      if (primed) names.add(primed.base);
      if (n.op !== "derivative") return;
      const [of, variable] = n.args;
      by.add(!n.data?.partial && of.op === "symbol" && variable.op === "symbol" ? (variable.name ?? "") : "");
      names.add(of.name ?? "");
    });
  const [one] = by;
  if (by.size !== 1 || one === "") return undefined;
  return { names, ...(one === PRIME ? {} : { by: one }) };
}
const PRIME = "'";

/** By what primes differentiate: by the variable that has none; by the time where all have one. Several that could be it are none. */
function variableOf(spoken: ReadonlySet<string>, moving: ReadonlySet<string>): string | undefined {
  const [by, other] = [...spoken].filter((n) => /^[r-z]$/.test(n) && !moving.has(n));
  return other === undefined ? (by ?? "t") : undefined;
}

/** The equation right before it that words differentiate, with no derivatives in it. */
function equationBefore(item: Item, { groups, text, failed }: JudgeInput): Item | undefined {
  const items = groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.scope === item.scope);
  const before = items.at(-1);
  if (before?.relation !== "=" || before.link.index > 0 || before.link.continued || failed?.has(before.link)) return undefined;
  if (item.link.statement.block.paragraph - before.link.statement.block.paragraph > NEAR) return undefined;
  if ([before.left, before.right].some((e) => some(e, (n) => isDerivative(n) || n.op === "apply"))) return undefined;
  const from = Math.max(text.lastIndexOf("\n\n", before.link.left.from), before.link.left.from - 160, 0);
  const lead =
    text
      .slice(from, before.link.left.from)
      .split(/[.?!]\s/)
      .pop() ?? "";
  const words = `${lead} ⋯ ${text.slice(before.link.right.to, item.link.left.from)}`.split(/[.?!]\$*\s/).pop() ?? "";
  return DERIVES.test(words) && !ELSE.test(words) ? before : undefined;
}

const isDerivative = (n: Expr): boolean => n.op === "derivative" || (n.op === "symbol" && /'$/.test(n.name ?? ""));

const difference = ({ left, right }: Item): Expr => (isZero(right) ? left : node("add", [left, node("neg", [right], right.span)], left.span));
