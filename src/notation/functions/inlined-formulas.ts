/** Functions and sequences that formulas define, put in where they are called at a variable: a_{n+1} / a_n as one expression, in which what grows fast cancels. */

import type { Model } from "../../expression/evaluator";
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, rewrite, some } from "../../expression/tree";

/** So deep formulas speak of each other, at most. */
const DEEPEST = 3;

/** An expression in which calls that depend on a variable are replaced by their formulas. */
export function withFormulas(e: Expr, bound: string, model: Model, depth = DEEPEST): Expr {
  if (depth === 0 || !model.formula || !some(e, (n) => n.op === "apply" || n.op === "indexed")) return e;
  return rewrite(e, (n) => {
    if ((n.op !== "apply" && n.op !== "indexed") || n.data?.order || !n.args.some((a) => hasSymbol(a, bound))) return n;
    const formula = model.formula?.(n.name ?? "");
    if (!formula || formula.indexed !== (n.op === "indexed") || formula.params.length !== n.args.length) return n;
    // a sum over k in the formula would catch a k in the arguments
    const [inside, outside] = [namesOf(formula.body).bound, namesOf(...n.args).symbols];
    if ([...inside].some((name) => outside.has(name) || formula.params.includes(name))) return n;
    const put = rewrite(formula.body, (x) => (x.op === "symbol" && formula.params.includes(x.name ?? "") ? n.args[formula.params.indexOf(x.name ?? "")] : x));
    return withFormulas(put, bound, model, depth - 1);
  });
}
