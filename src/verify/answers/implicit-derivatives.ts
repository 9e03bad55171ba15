/** "Differentiating x² + xy + y² = 7 gives 2x + y + xy' + 2yy' = 0": the one equation is the derivative of the other, up to a factor. */
import type { Definition } from "../../derivation/facts";
import type { Item } from "../../derivation/items";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, some, symbol, walk } from "../../expression/tree";
import { printed } from "../guarded";
import { evidenceOf } from "../messages";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
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
  if (!before || ![...motion.names].every((n) => namesOf(before.left, before.right).symbols.has(n))) return undefined;
  const { by } = motion;
  const derivative = node("derivative", [difference(before), symbol(by)], item.link.left, undefined, { partial: false });
  const own = difference(item);
  const plan = { definitions: formulasBefore(item, input), conditions: [], unused: [], moving: new Map([...motion.names].map((n) => [n, by])) };
  const outcomes = FACTORS.map((factor) => {
    const right = factor === "1" ? own : node("mul", [number(factor), own], own.span, undefined, { style: "cdot" });
    const { outcome } = tryPlan({ ...item, left: derivative, right, role: "claim", made: true }, plan, input);
    return outcome.kind === "differs" && outcome.confirm ? outcome.confirm() : outcome;
  });
  const shown = `$${printed(before.left)} = ${printed(before.right)}$`;
  const found = outcomes.find((o) => o.kind === "agrees");
  const evidence = evidenceOf(found ?? outcomes[0], input.seed);
  if (found)
    return {
      ...step,
      verdict: "holds",
      basis: "sampled",
      code: "equation/derivative",
      message: `Holds: it is the derivative of ${shown} by $${by}$.`,
      evidence,
    };
  if (!outcomes.every((o) => o.kind === "differs" && o.holdsIn.length === 0)) return undefined;
  return {
    ...step,
    verdict: "fails",
    code: "equation/no-derivative",
    message: `Does not follow: this is not the derivative of ${shown} by $${by}$, which is $${printed(derivative)} = 0$.`,
    evidence,
  };
}

/** The formulas of functions that stand before an item. */
const formulasBefore = (item: Item, { environment }: JudgeInput): Map<string, Definition> =>
  new Map(
    environment.facts(item).flatMap((f) => (f.fact?.kind === "definition" && f.fact.params.length > 0 && f.order < item.order ? [[f.fact.name, f.fact]] : [])),
  );

/** What moves in an equation, and with what: y' with x, x' with t; undefined where there are no derivatives, or others than of plain names by one. */
function motionIn({ left, right }: Item): { readonly names: ReadonlySet<string>; readonly by: string } | undefined {
  const names = new Set<string>();
  const by = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      const primed = n.op === "symbol" ? /^([^']+)('+)$/.exec(n.name ?? "") : undefined;
      if (primed) by.add(primed[2] === "'" ? "'" : "");
      if (primed) names.add(primed[1]);
      if (n.op !== "derivative") return;
      const [of, variable] = n.args;
      by.add(!n.data?.partial && of.op === "symbol" && variable.op === "symbol" ? (variable.name ?? "") : "");
      names.add(of.name ?? "");
    });
  const [one] = by;
  if (by.size !== 1 || one === "") return undefined;
  return { names, by: one === "'" ? (names.has("x") ? "t" : "x") : one };
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

const difference = ({ left, right }: Item): Expr =>
  right.op === "number" && Number(right.name) === 0 ? left : node("add", [left, node("neg", [right], right.span)], left.span);
