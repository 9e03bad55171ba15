/** Functions that a formula makes of other functions without their arguments: h = f - g, k = g \circ f. */
import { type Expr, some, walk } from "../expression/tree";
import { combinationAt, plainName } from "../notation/functions/function-algebra";

/** The value of such a formula at the arguments of a call; undefined where not every name in it is a function, as `isFunction` tells. */
export function pointwise(body: Expr, args: readonly Expr[], isFunction: (name: string) => boolean): Expr | undefined {
  if (plainName(body) !== undefined || body.op === "number" || !some(body, (n) => plainName(n) !== undefined)) return undefined;
  let plain = true;
  walk(body, (n) => {
    const name = plainName(n);
    if (name !== undefined ? !isFunction(name) : !/^(add|neg|mul|div|number|compose)$/.test(n.op)) plain = false;
    return name === undefined;
  });
  return plain ? combinationAt(body, args) : undefined;
}
