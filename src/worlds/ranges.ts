/** Over which integers an index runs when its sum does not say: as another sum of the scope says, or up to a count of the scope. */
import type { Range } from "../expression/evaluator";
import { type Expr, some, walk } from "../expression/tree";
import type { Sorts } from "./sorts";

export function integerRange(name: string, body: Expr, scope: readonly Expr[], sorts: Sorts): Range | undefined {
  const said = bounds(name, scope);
  if (said) return { kind: "integers", from: said.from, to: said.to };
  if (!some(body, (n) => n.op === "indexed" && n.args.some((a) => a.name === name))) return undefined;
  const count = ["n", "N", "m", "M", "K", "k", "d", "D"].find((c) => c !== name && sorts.of.get(c)?.kind === "integer");
  if (count) return { kind: "integers", from: 1, to: { op: "symbol", args: [], span: body.span, name: count } };
  const size = 3 + (name.charCodeAt(0) % 2);
  return { kind: "integers", from: 1, to: size };
}

function bounds(name: string, scope: readonly Expr[]): { from: Expr; to: Expr } | undefined {
  let found: { from: Expr; to: Expr } | undefined;
  for (const e of scope)
    walk(e, (n) => {
      if ((n.op === "sum" || n.op === "prod") && n.data?.bound === name) found ??= { from: n.args[1], to: n.args[2] };
    });
  return found;
}
