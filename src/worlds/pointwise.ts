/** Functions that a formula makes of other functions without their arguments: h = f - g, k = g \circ f. */
import { type Expr, some, walk } from "../expression/tree";
import { combinationAt } from "../notation/function-algebra";

/** The value of such a formula at the arguments of a call; undefined where not every name in it is a function, as `isFunction` tells. */
export function pointwise(body: Expr, args: readonly Expr[], isFunction: (name: string) => boolean): Expr | undefined {
  if (body.op === "symbol" || body.op === "number" || !some(body, (n) => n.op === "symbol")) return undefined;
  let plain = true;
  walk(body, (n) => {
    if (n.op === "symbol" ? !isFunction(n.name ?? "") : !/^(add|neg|mul|div|number|compose)$/.test(n.op)) plain = false;
  });
  return plain ? combinationAt(body, args) : undefined;
}
