/** Worlds in which all plain numbers of a step are positive: where random numbers leave too little defined, integrals to infinity and logarithms among it. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { node, number, symbol } from "../../expression/tree";
import { withBarVariables } from "../../notation/calculus/evaluations";
import type { Setting } from "./setting";

/** The plan with "x > 0" for every number of the step that nothing else is said of; undefined where there is none. */
export function positivePlan(item: Item, plan: Plan, setting: Setting): Plan | undefined {
  const sides = [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)].map(withBarVariables);
  const { symbols, bound } = namesOf(...sides);
  const said = allNames(plan.conditions.map((c) => c.relation));
  const { of } = setting.bench.model.parts.sorts;
  const params = new Set([...plan.definitions.values()].flatMap((d) => d.params));
  const isOpen = (name: string): boolean => {
    const sort = of.get(name);
    return (
      !isConstantName(name) &&
      !bound.has(name) &&
      !said.has(name) &&
      !params.has(name) &&
      !plan.definitions.has(name) &&
      (sort === undefined || sort.kind === "real")
    );
  };
  const names = [...symbols].filter(isOpen);
  if (names.length === 0) return undefined;
  const conditions = names.map((n) => ({
    kind: "condition" as const,
    relation: node("relation", [symbol(n), number(0)], item.left.span, ">"),
    span: item.left.span,
    text: "",
  }));
  return { ...plan, conditions: [...plan.conditions, ...conditions] };
}
