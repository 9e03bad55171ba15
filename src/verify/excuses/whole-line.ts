/** `\\int e^{-y^2} dy = \\sqrt{\\pi}`: an integral without ends whose variable the other side does not speak of runs over all values. */
import { freeNames } from "../../checks/solutions";
import { symbolName } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const wholeLine: Excuse = ({ left, right, relation }, { groups }) => {
  // "with u = x²": what is put in for it is spoken of
  const isMade = (y: string): boolean =>
    groups.some(({ items }) => items.some((i) => i.relation === "=" && [i.left, i.right].some((e) => e.op === "symbol" && e.name === y)));
  const isOverAll = (e: Expr, other: Expr): boolean =>
    variablesOf(other).size === 0 && [...variablesOf(e)].some((y) => !freeNames([other]).has(y) && !hasTerm(other, y) && !isMade(y));
  return relation === "=" && (isOverAll(left, right) || isOverAll(right, left))
    ? unjudged("integral/ends", "Not judged: over which values the integral runs is not written.")
    : undefined;
};

/** x_1, as a term of a sequence. */
const hasTerm = (e: Expr, name: string): boolean => some(e, (n) => n.op === "indexed" && symbolName(n) === name);

/** The variables of the integrals without ends. */
function variablesOf(e: Expr): Set<string> {
  const found = new Set<string>();
  walk(e, (n) => {
    if (n.op === "antiderivative" && n.name) found.add(n.name);
  });
  return found;
}
