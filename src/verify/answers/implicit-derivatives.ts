/** "Differentiating x² + xy + y² = 7 gives 2x + y + xy' + 2yy' = 0": the one equation is the derivative of the other: where it holds, that derivative vanishes. */
import { type Definition, plainDefinition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { isolate } from "../../derivation/plans/solve";
import { derivativeName } from "../../expression/derivative-names";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";
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
/** What is to be said of an equation that is taken as given, where words say that it is the derivative of the one before it. */
export function implicitDerivative(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if ((step.verdict !== "given" && step.verdict !== "unchecked") || item.relation !== "=" || item.link.index > 0 || item.link.continued) return undefined;
  const motion = motionIn(item);
  const before = motion && equationBefore(item, input);
  const spoken = namesOf(...(before ? [before.left, before.right] : [])).symbols;
  const by = motion?.by ?? variableOf(spoken, motion?.names ?? spoken);
  if (!motion || !before || by === undefined || ![...motion.names].every((n) => spoken.has(n))) return undefined;
  const rate = solvedForRate(item, [...motion.names]);
  if (!rate) return undefined;
  const total = totalDerivative(difference(before), by, [...motion.names]);
  const claim: Item = { ...item, left: total, right: number(0), role: "claim", made: true };
  const plan = { definitions: new Map([...formulasBefore(item, input), [rate.name, rate] as const]), conditions: [], unused: [] };
  const first = tryPlan(claim, plan, input);
  const tried: Tried = { ...first, item: claim, outcome: first.outcome.kind === "differs" && first.outcome.confirm ? first.outcome.confirm() : first.outcome };
  const { outcome } = tried;
  const shown = `$${printed(before.left)} = ${printed(before.right)}$`;
  const evidence = evidenceOf(outcome, input.seed);
  if (outcome.kind === "agrees")
    return {
      ...step,
      verdict: "holds",
      basis: "sampled",
      code: "equation/derivative",
      message: `Holds: it is the derivative of ${shown} by $${by}$.`,
      evidence,
    };
  if (outcome.kind !== "differs" || outcome.holdsIn.length > 0) return undefined;
  const found = witnessOf(claim, tried);
  const written = new Map([...motion.names].map((n) => [rateOf(n), `${n}'`]));
  const witness = { ...found, values: Object.fromEntries(Object.entries(found.values).map(([name, value]) => [written.get(name) ?? name, value])) };
  const at = [...written].reduce((words, [name, rate]) => words.replace(`$${name}$`, `$${rate}$`), valuesInWords(claim, tried, found));
  return {
    ...step,
    verdict: "fails",
    code: "equation/no-derivative",
    message: `Does not follow: it is not the derivative of ${shown} by $${by}$. ${at ? `At ${at}, w` : "W"}here it holds, that derivative is ${figure(Number(witness.left))}, and not 0.`,
    witness,
    evidence,
  };
}

/** A rate as a name of its own, which nothing moves with. */
const rateOf = (name: string): string => `\\mathrm{rate${name.replace(/[^a-zA-Z]/g, "")}}`;

/** By the chain rule, in the rates of the names that move. */
function totalDerivative(e: Expr, by: string, names: readonly string[]): Expr {
  const partial = (name: string): Expr => node("derivative", [e, symbol(name, e.span)], e.span, undefined, { partial: true });
  return node("add", [partial(by), ...names.map((n) => node("mul", [partial(n), symbol(rateOf(n), e.span)], e.span, undefined, { style: "cdot" }))], e.span);
}

/** What the equation says of the rate of one of the names; undefined where it cannot be solved for one. */
function solvedForRate({ left, right, link }: Item, names: readonly string[]): Definition | undefined {
  const named = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const of = n.op === "derivative" ? n.args[0].name : n.op === "symbol" ? derivativeName(n.name ?? "")?.base : undefined;
      return of === undefined ? n : symbol(rateOf(of), n.span);
    });
  for (const name of names) {
    const value = isolate(named(left), named(right), rateOf(name));
    if (value) return plainDefinition(rateOf(name), value, { from: link.left.from, to: link.right.to }, "");
  }
  return undefined;
}

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
  return other === undefined ? (by ?? ([...moving].some((n) => /(^|\{)t\}?$/.test(n)) ? "\\tau" : "t")) : undefined;
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

const isZero = (e: Expr): boolean => e.op === "number" && Number(e.name) === 0;

const difference = ({ left, right }: Item): Expr => (isZero(right) ? left : node("add", [left, node("neg", [right], right.span)], left.span));
