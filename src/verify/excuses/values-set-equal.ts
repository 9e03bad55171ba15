/** f(1) = f(2), f'(0) = g(0) of formulas with open constants: what the constants are to meet, and nothing that the formulas say. */
import { freeNames } from "../../checks/solutions";
import { cueOf } from "../../derivation/roles/words-before";
import { isConstantName } from "../../expression/constants";
import type { Expr } from "../../expression/tree";
import type { Excuse } from "./excuse";

export const valuesSetEqual: Excuse = (item, input) => {
  const { left, right, relation, link } = item;
  if (relation !== "=" || link.index > 0 || link.continued || link.statement.links.length > 1 || cueOf(link) === "claim") return undefined;
  const facts = input.environment.facts(item).filter((f) => f.order < item.order);
  const isSet = (name: string): boolean => facts.some((f) => f.fact?.kind === "definition" && f.fact.name === name);
  const hasConstants = (e: Expr): boolean =>
    e.op === "apply" &&
    freeNames(e.args).size === 0 &&
    facts.some(
      ({ fact }) =>
        fact?.kind === "definition" &&
        fact.name === e.name &&
        fact.params.length > 0 &&
        [...freeNames([fact.body])].some((n) => !fact.params.includes(n) && !isConstantName(n) && !isSet(n)),
    );
  return hasConstants(left) && hasConstants(right)
    ? { verdict: "given", code: "step/given", message: "Taken as given: a condition on the constants of the formulas." }
    : undefined;
};
