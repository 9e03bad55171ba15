/** Expansions and difference quotients of any smooth function, u'(x) = (u(x + h) - u(x - h))/2h + O(h²): nothing but values and derivatives of one function. */
import { namesOf } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import { isLandau } from "../../notation/calculus/landau";

const PLAIN = /^(add|mul|neg|div|pow|number|symbol|apply|landau)$/;

/** The function of which both sides are an expansion in the variable of their bound; undefined where they speak of anything else. */
export function expandedFunction(left: Expr, right: Expr): string | undefined {
  const functions = new Set<string>();
  const inside = new Set<string>();
  const bounds = new Set<string>();
  const outside = new Set<string>();
  let plain = true;
  for (const side of [left, right])
    walk(side, (n) => {
      plain &&= PLAIN.test(n.op);
      if (isLandau(n)) for (const name of namesOf(n.args[0]).symbols) bounds.add(name);
      if (n.op === "symbol") outside.add(n.name ?? "");
      if (n.op !== "apply") return;
      functions.add(n.name ?? "");
      plain &&= n.data?.bound !== "|" && n.args.length === (n.data?.order ? 2 : 1) && !some(n.args[0], (a) => a.op === "apply");
      for (const name of namesOf(n.args[0]).symbols) inside.add(name);
      return false;
    });
  const [bound, ...others] = bounds;
  const isTold = bound !== undefined && others.length === 0 && inside.has(bound) && inside.size === 2 && [...outside].every((n) => inside.has(n));
  return plain && isTold && functions.size === 1 ? [...functions][0] : undefined;
}
