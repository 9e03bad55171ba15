/** Values of a function at a point that single out one of several: conditions of a problem, no claims about a function of before. */
import type { Expr } from "../../expression/tree";
import { asksForFunction } from "../names/primed-names";
import type { Link } from "../reading/chains";
import { freeSymbols } from "../reading/targets";

type Statement = Link["statement"];

/** "where a = … and b = …": a formula in running text that goes on with the one before it. */
export const isNextOfList = ({ block, prose }: Statement): boolean => !block.display && /^[\s,;]*(?:and)?[\s,]*$/i.test(prose);

/** The block of an equation of which the words ask for the solution, "Find the solution to $Lx = t$", or that goes on from one. */
export function posedBy(statement: Statement, before: Statement["block"] | undefined): Statement["block"] | undefined {
  const goesOn = before !== undefined && before.paragraph === statement.block.paragraph && (before === statement.block || isNextOfList(statement));
  return goesOn || asksForFunction(statement.prose) ? statement.block : undefined;
}

/** "With $y(0) = 5$, …", and what stands in a list behind an equation that is to be solved. */
export const isInitialValue = ({ statement }: Link, left: Expr, right: Expr, posed: Statement["block"] | undefined): boolean =>
  left.op === "apply" &&
  left.args.slice(0, 1).every((a) => freeSymbols(a).size === 0) &&
  left.data?.split === 1 &&
  freeSymbols(right).size === 0 &&
  (isBehindEquation(statement, posed) || (left.args.length === 1 && isSaidToBegin(statement)));

const isBehindEquation = ({ block, prose, order }: Statement, posed: Statement["block"] | undefined): boolean =>
  posed === block && (order > 0 || !asksForFunction(prose));

const isSaidToBegin = ({ block, order, prose }: Statement): boolean =>
  !block.display &&
  order === 0 &&
  /(^|[.,;:]|\b(and|from|initial (conditions?|values?)|conditions?))\s*(with|given( that)?|if|when|suppose|assume|the conditions?|the initial (conditions?|values?))\s*$|\binitial (conditions?|values?)[\s:,]*$/i.test(
    prose,
  );
