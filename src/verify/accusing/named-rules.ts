/** "The product rule says (uv)' = …": what is said to be a rule of differentiation is no equation to be solved. */
import type { Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { type Expr, some } from "../../expression/tree";
import type { Tried } from "../trying/trial";

const RULE = /\b(product|quotient|chain|power|leibniz|reciprocal) rules?\b[^.;]{0,40}$/i;

/** Whether words name the rule that an equation of a derivative of unknown functions would be, and it is none. */
export function breaksNamedRule({ left, right, relation, link }: Item, finals: readonly Tried[]): boolean {
  const { statement } = link;
  if (relation !== "=" || link.index > 0 || link.continued || !RULE.test(`${statement.prose} ${statement.lead}`)) return false;
  const isDerivative = (n: Expr): boolean => n.op === "derivative" || (n.op === "apply" && n.data?.order === true);
  const speaksOfDerivatives = (e: Expr): boolean => some(e, (n) => isDerivative(n) || (n.op === "symbol" && n.name?.endsWith("'") === true));
  const isRule = some(left, (n) => isDerivative(n) && isMade(n.args[0])) && speaksOfDerivatives(right);
  return isRule && finals.length > 0 && finals.every(({ outcome, plan }) => outcome.kind === "differs" && outcome.holdsIn.length === 0 && isOpen(plan));
}

/** A product, a quotient, a function of a function. */
const isMade = (e: Expr | undefined): boolean =>
  e !== undefined && (/^(mul|div|pow)$/.test(e.op) || (e.op === "apply" && e.args.some((a) => a.op === "apply")));

/** Nothing is known of the functions. */
const isOpen = ({ definitions, unused }: Plan): boolean => definitions.size === 0 && unused.length === 0;
