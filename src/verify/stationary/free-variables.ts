/** A derivative of what a formula defines is worked out at any point: equations about the variable, stationarity or a constraint, have no say in it. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { isNumberName } from "../../expression/constants";
import { type Expr, some } from "../../expression/tree";
import type { JudgeInput } from "../trying/trial";

/** What the derivatives of an expression are taken by: names, of sequences by their base. */
function variablesIn(e: Expr, found: Set<string>): void {
  some(e, (n) => {
    const by = n.op === "derivative" || n.op === "gradient" ? n.args.slice(1) : n.op === "apply" && n.data?.order ? n.args.slice(0, 1) : [];
    for (const v of by) if (v.op === "symbol" || v.op === "indexed") found.add(v.name ?? "");
    return false;
  });
}

/** What a derivative is of. */
const head = (e: Expr): Expr => (/^(derivative|gradient|hessian)$/.test(e.op) ? head(e.args[0]) : e);

/** Whether the left side is a derivative of what a formula before the step defines, and the right side a formula in names. */
export function worksOut({ left, right, order }: Item, input: JudgeInput): boolean {
  if (!/^(derivative|gradient|hessian)$/.test(left.op) && !(left.op === "apply" && left.data?.order)) return false;
  const { name } = head(left);
  return (
    allNames([right]).size > 0 &&
    input.groups.some((g) => g.items.some((i) => i.order < order && i.fact?.kind === "definition" && !i.fact.derived && i.fact.name === name))
  );
}

/** x = t² + 1 in dy/dx = … of t: what the variable is made of stands on the right. */
const isMade = ({ fact }: Item, { right }: Item, variables: ReadonlySet<string>): boolean =>
  fact?.kind === "definition" &&
  !fact.derived &&
  variables.has(fact.name) &&
  !allNames([right]).has(fact.name) &&
  [...allNames([fact.body])].some((n) => !isNumberName(n) && allNames([right]).has(n));

/** The input without equations for such a derivative: with the formulas of functions alone, other names being coefficients, then with all definitions. */
export function withVariablesFree(item: Item, input: JudgeInput): JudgeInput[] {
  if (item.relation !== "=" || !worksOut(item, input)) return [];
  const variables = new Set<string>();
  variablesIn(item.left, variables);
  const { name } = head(item.left);
  const isOpen = ({ fact }: Item): boolean => fact?.kind === "equation" || (fact?.kind === "definition" && fact.derived === true && variables.has(fact.name));
  const isCoefficient = ({ fact }: Item): boolean => fact?.kind === "definition" && fact.name !== name && (fact.indexed || fact.params.length === 0);
  const without = (drop: (f: Item) => boolean): JudgeInput => ({
    ...input,
    environment: { ...input.environment, facts: (i) => input.environment.facts(i).filter((f) => !drop(f)) },
  });
  const facts = input.environment.facts(item);
  if (facts.some((f) => isMade(f, item, variables))) return [];
  const found = [...(facts.some(isCoefficient) ? [(f: Item) => isOpen(f) || isCoefficient(f)] : []), ...(facts.some(isOpen) ? [isOpen] : [])];
  return found.map(without);
}
