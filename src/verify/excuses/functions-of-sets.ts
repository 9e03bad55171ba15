/** μ(S) = Σ_{x ∈ S} μ(x): it says what a function of elements is of a set of them. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

/** Whether a sum over the elements of S adds up what the function is of each. */
function addsUp(sum: Expr, name: string, set: Expr): boolean {
  const bound = sum.data?.bound;
  const [body, ...rest] = sum.args;
  const isOf = (e: Expr): boolean => e.op === "apply" && e.name === name && e.args.some((a) => a.name === bound);
  return /^sum/.test(sum.op) && isOf(body) && rest.some((e) => some(e, (n) => n.op === set.op && n.name === set.name));
}

export const functionsOfSets: Excuse = ({ relation, left, right }) => {
  const isSaid = (of: Expr, sum: Expr): boolean =>
    of.op === "apply" && /^(symbol|indexed)$/.test(of.args[0]?.op ?? "") && addsUp(sum, of.name ?? "", of.args[0]);
  return relation === "=" && (isSaid(left, right) || isSaid(right, left))
    ? unjudged("context/function-of-set", "Not judged: it says what the function is of a set.")
    : undefined;
};
