/** Objectives in words: "minimising f subject to g gives x = …" without a derivative that is written down. */

import type { Definition } from "../../derivation/facts/facts";
import { hasError, type Item, type ItemGroup } from "../../derivation/facts/items";
import { type Operand, parseOperand } from "../../derivation/reading/chains";
import { type Expr, rewrite, some } from "../../expression/tree";
import type { JudgeInput } from "../trying/trial";

/** What is to be made as large or as small as possible, and whether words put a condition on it. */
export interface Objective {
  readonly formula: Expr;
  /** As it is written. */
  readonly source: Operand;
  readonly constrained: boolean;
}

const EXTREME = /\b(?:maximi[sz](?:e|es|ed|ing)|minimi[sz](?:e|es|ed|ing))\b[^.;:$]{0,60}$/i;
const CONSTRAINED = /\bsubject to\b|\bconstrain\w*|\bunder the\b|\bs\.\s?t\.|\bsuch that\b|\bgiven that\b|\bamong\b/i;
/** So many formulas stand between the objective and the form, at most. */
const BACK = 4;

/** The objective that the words before an item name, with nothing between but conditions. */
export function objectiveBefore(item: Item, { groups, environment, reading }: JudgeInput): Objective | undefined {
  const here = groups.findIndex((g) => g.items.some((i) => i.order === item.order));
  if (groups[here]?.items[0].order !== item.order) return undefined;
  let said = `${item.link.statement.prose} ${item.link.statement.lead}`;
  for (let k = here - 1; k >= Math.max(0, here - BACK); k--) {
    const formula = groups[k].scope === item.scope ? spoken(groups[k], reading) : undefined;
    if (formula) return { formula: inlined(formula.e, item, environment.facts(item)), source: formula.source, constrained: CONSTRAINED.test(said) };
    if (groups[k].items.some((i) => i.role !== "given")) return undefined;
    said = `${groups[k].line.prose} ${said}`;
  }
  return undefined;
}

/** The formula of a line behind "maximise". */
function spoken({ line, items }: ItemGroup, reading: JudgeInput["reading"]): { e: Expr; source: Operand } | undefined {
  if (!line.objective && !EXTREME.test(`${line.prose} ${line.lead}`.trimEnd())) return undefined;
  const last = items[items.length - 1];
  if (last) return items.every((i) => i.relation === "=" && !i.premise) ? { e: last.right, source: last.link.right } : undefined;
  const e = line.alone && parseOperand(line.alone, reading);
  return e && !hasError(e) ? { e, source: line.alone } : undefined;
}

/** The formula with the formulas of the names that it speaks of: ℓ(θ), Q. */
function inlined(e: Expr, item: Item, facts: readonly Item[]): Expr {
  const definitions = new Map<string, Definition>();
  for (const { fact, order } of facts)
    if (order < item.order && fact?.kind === "definition" && !fact.derived && !fact.indexed) definitions.set(fact.name, fact);
  const isNamed = (n: Expr, d: Definition): boolean =>
    n.op === "symbol" ? d.params.length === 0 : n.op === "apply" && !n.data?.order && n.args.map((a) => a.name).join() === d.params.join();
  return rewrite(e, (n) => {
    const d = definitions.get(n.name ?? "");
    return d && isNamed(n, d) && !some(d.body, (m) => m.name === d.name) ? d.body : n;
  });
}
