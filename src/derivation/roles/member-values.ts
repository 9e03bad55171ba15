/** Values of the members of a family whose formula is known, f_n(0) = 0 or T_2(x) = 2x² - 1: they were worked out. */
import { type Expr, some } from "../../expression/tree";
import { familyIndices } from "../../notation/names/function-families";
import type { Link } from "../reading/chains";
import { freeSymbols, hasOperator } from "../reading/targets";
import type { State } from "./state";

/** Words by which a value is asked for, or looked for. */
const SOUGHT = /\b(where|with|such that|whether|when|if|suppose|assume|let|require|want|solve|find)\b[^.;]{0,40}$/i;

/** "Then f_n(0) = 0 and f_n(1) = 1": drawn from the formula by its words, or going on with what was. */
export const isConcluded = ({ statement }: Link, cue: string | undefined, { first }: Pick<State, "first">): boolean =>
  cue === "claim" || (/^[\s,]*(and)?[\s,]*$/i.test(`${statement.prose}${statement.lead}`) && first === "claim");

/** Whether an equation gives one value of a family that this part has a formula for: at a closed argument, or one made of the indices, or of one member. */
export function isMemberValue(left: Expr, right: Expr, { statement }: Link, { functions, scope }: State): boolean {
  const count = familyIndices(left);
  if (count === 0 || left.data?.order || functions.get(left.name ?? "") !== scope || SOUGHT.test(statement.prose)) return false;
  const indices = left.args.slice(left.args.length - count);
  const args = left.args.slice(0, left.args.length - count);
  const counted = new Set(indices.flatMap((i) => [...freeSymbols(i)]));
  const isAt = (e: Expr): boolean => [...freeSymbols(e)].every((n) => counted.has(n));
  const isOneMember = indices.every((i) => i.op === "number");
  const own = new Set([...counted, ...(isOneMember ? args.flatMap((a) => [...freeSymbols(a)]) : [])]);
  return (isOneMember || args.every(isAt)) && !hasOperator(right) && !some(right, (n) => n.op === "apply") && [...freeSymbols(right)].every((n) => own.has(n));
}

/** "Therefore f'(0) = a_1", of an f whose formula in this part speaks of all that stands there: worked out, and no condition on the constants. */
export function isConcludedValue(left: Expr, right: Expr, { statement }: Link, { functions, restsOn, scope }: State): boolean {
  if (left.op !== "apply" || familyIndices(left) > 0 || functions.get(left.name ?? "") !== scope || SOUGHT.test(statement.prose)) return false;
  const args = left.data?.order ? left.args.slice(0, -1) : left.args;
  const own = new Set([...(restsOn.get(left.name ?? "")?.names ?? [])].map((n) => n.replace(/_\{.*$/, "")));
  const spoken = [...freeSymbols(right)].map((n) => n.replace(/_\{.*$/, ""));
  return args.every((a) => freeSymbols(a).size === 0) && spoken.length > 0 && spoken.every((n) => own.has(n)) && !hasOperator(right);
}
