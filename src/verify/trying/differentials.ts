/** Equations between differentials, d(uv) = u dv + v du: every name that stands behind a d moves, and the sides are its velocities. */
import { isConstantName } from "../../expression/constants";
import { type Expr, node, rewrite, symbol, walk } from "../../expression/tree";
import { functionNamed } from "../../latex/made-names";

const TIME = "\\mathrm{moved}";
const isName = (e: Expr): boolean => e.op === "symbol" || (e.op === "indexed" && e.args.every((a) => a.op === "number"));
const nameOf = (e: Expr): string => `${e.name ?? ""}${e.args.map((a) => a.name ?? "").join("")}`;

/** The sides as derivatives by a hidden time. */
export function asVelocities(left: Expr, right: Expr): { left: Expr; right: Expr } {
  const moving = new Set<string>();
  for (const side of [left, right])
    walk(
      side,
      (n) => void (n.op === "mul" && n.args.map((a, i) => isD(a) && isName(n.args[i + 1] ?? a) && i + 1 < n.args.length && moving.add(nameOf(n.args[i + 1])))),
    );
  // d(ab) = d(ba): where no name stands behind a d by itself, all names in what does
  if (moving.size === 0)
    for (const operand of [left, right].flatMap(behindD)) walk(operand, (x) => void (isName(x) && !isConstantName(x.name) && moving.add(nameOf(x))));
  const placed = (e: Expr): Expr =>
    rewrite(e, (n) =>
      isName(n) && moving.has(nameOf(n))
        ? node("apply", [symbol(TIME, n.span)], n.span, functionNamed(nameOf(n)), { split: 1, indices: 0, order: false, bracket: "(", bound: "" })
        : n,
    );
  const read = (e: Expr): Expr => {
    if (e.op !== "mul") return e.args.length === 0 ? placed(e) : isName(e) ? placed(e) : { ...e, args: e.args.map(read) };
    const factors: Expr[] = [];
    for (let i = 0; i < e.args.length; i++)
      if (isD(e.args[i]) && i + 1 < e.args.length) {
        factors.push(node("derivative", [placed(e.args[i + 1]), symbol(TIME, e.span)], e.span, undefined, { partial: false }));
        i++;
      } else factors.push(read(e.args[i]));
    return factors.length === 1 ? factors[0] : node("mul", factors, e.span, e.name, e.data);
  };
  return { left: read(left), right: read(right) };
}

const isD = (e: Expr): boolean => e.op === "symbol" && e.name === "d";

/** What stands behind the d's of an expression. */
function behindD(e: Expr): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => void (n.op === "mul" && found.push(...n.args.filter((_, i) => i > 0 && isD(n.args[i - 1])))));
  return found;
}
