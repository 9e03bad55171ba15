/** The values over which a sum without bounds runs where a function of its variable is given at single points. */
import type { Range } from "../expression/evaluator";
import { type Expr, walk } from "../expression/tree";

/** What is read of a definition. */
interface Defined {
  readonly params: readonly string[];
  readonly indexed: boolean;
  readonly body: Expr;
}

/** The points of a formula by cases that sets a value at single numbers, and zero elsewhere; undefined for any other formula. */
function pointsOf({ params, body }: Defined, at: number): Expr[] | undefined {
  if (body.op !== "cases") return undefined;
  const found: Expr[] = [];
  for (let i = 0; i < body.args.length; i += 2) {
    const [value, condition] = [body.args[i], body.args[i + 1]];
    if (condition.op === "otherwise" && value.op === "number" && Number(value.name) === 0) continue;
    const [left, right] = condition.args;
    if (condition.op !== "relation" || condition.name !== "=" || left.name !== params[at] || !isNumber(right)) return undefined;
    found.push(right);
  }
  return found.length > 1 ? found : undefined;
}

const isNumber = (e: Expr): boolean => (e.op === "neg" ? isNumber(e.args[0]) : e.op === "number");

/** The points at which the functions of a variable that an expression sums are given by cases. */
export function givenPoints(name: string, body: Expr, definitions: ReadonlyMap<string, Defined>): Range | undefined {
  let found: Expr[] | undefined;
  walk(body, (n) => {
    const at = n.op === "apply" ? n.args.findIndex((a) => a.op === "symbol" && a.name === name) : -1;
    const d = at >= 0 ? definitions.get(n.name ?? "") : undefined;
    if (d && !d.indexed) found ??= pointsOf(d, at);
  });
  return found && { kind: "values", values: found };
}
