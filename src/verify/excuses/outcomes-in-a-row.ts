/** P(SFF) = …: outcomes one after the other, and no event that happens with itself. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const outcomesInARow: Excuse = ({ left, right }) =>
  [left, right].some((e) => some(e, (n) => n.op === "statistic" && n.name === "probability" && n.args.some(repeats)))
    ? unjudged("context/outcomes", "Not judged: a letter that stands twice in an event may be the outcome of two trials.")
    : undefined;

/** S F F, S² F. */
function repeats(e: Expr): boolean {
  if (e.op !== "mul" || e.args.length < 2) return false;
  const names = e.args.flatMap((a) => (a.op === "symbol" ? [a.name] : a.op === "pow" && a.args[0].op === "symbol" ? [a.args[0].name, a.args[0].name] : []));
  return names.length >= e.args.length && new Set(names).size < names.length;
}
