/** Names that count terms, n of a sum up to n: nothing else determines how many there are. */
import type { Expr } from "../../expression/tree";
import { some, walk } from "../../expression/tree";
import type { Definition, Equation } from "../facts/facts";
import type { Item } from "../facts/items";
import { solveFor } from "../plans/solve";
import { allNames, isNumber } from "./all-names";

/** An equation solved for another name where it was solved for a count by a division: how many terms a sum has follows from nothing else. */
export function keepsCounts(
  solved: Definition | undefined,
  equation: Equation,
  item: Item,
  taken: ReadonlyMap<string, Definition>,
  reach: ReadonlySet<string>,
  facts: readonly Item[],
): Definition | undefined {
  const isWorkedOut = (e: Expr): boolean => some(e, (n) => n.op === "bind");
  if (!solved || solved.params.length > 0 || !/^[a-zA-Z]$/.test(solved.name) || (isNumber(solved.body) && !isWorkedOut(solved.body))) return solved;
  const counts = new Set(
    [item.left, item.right, ...[...taken.values()].map((d) => d.body), ...facts.flatMap((f) => [f.left, f.right])].flatMap((e) => [...countsIn(e)]),
  );
  if (!counts.has(solved.name) || ([...allNames([solved.body])].every((n) => counts.has(n)) && !isWorkedOut(solved.body))) return solved;
  const other = solveFor(equation, reach, new Set([...taken.keys(), ...counts]));
  return other && !counts.has(other.name) ? other : undefined;
}

const knownCounts = new WeakMap<Expr, ReadonlySet<string>>();

/** Names up to which sums and products run. */
function countsIn(e: Expr): ReadonlySet<string> {
  const before = knownCounts.get(e);
  if (before) return before;
  const found = new Set<string>();
  walk(e, (n) => {
    if (/^(sum|prod)$/.test(n.op) && n.args.length === 3 && n.args[2].op === "symbol" && n.args[2].name !== "\\infty") found.add(n.args[2].name ?? "");
  });
  knownCounts.set(e, found);
  return found;
}
