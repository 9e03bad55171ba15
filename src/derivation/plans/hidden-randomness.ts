/** Whether a statistic would be read wrongly without the definitions it needs: S = X + Y in E[S X] is no number beside X. */
import { type Expr, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { baseOf, randomNames } from "../random/random";

const STATISTIC = /^(expectation|variance|covariance|correlation|probability)$/;

/** Whether a name in a statistic of the sides is made of random ones by its definition, where it matters that it is random. */
export function hidesRandomness(sides: readonly Expr[], definitions: ReadonlyMap<string, Definition>, facts: readonly Item[]): boolean {
  if (definitions.size === 0) return false;
  const drawn = new Set(facts.flatMap((f) => (f.relation === "∼" ? randomNames(f.left).map(baseOf) : [])));
  const isRandom = (n: Expr): boolean => (n.op === "symbol" || n.op === "indexed") && (/^[R-Z]$/.test(n.name ?? "") || drawn.has(baseOf(n)));
  const isMade = (n: Expr): boolean => {
    const d = n.op === "symbol" ? definitions.get(n.name ?? "") : undefined;
    return d !== undefined && d.params.length === 0 && some(d.body, (inner) => isRandom(inner) || (inner.name !== d.name && isMade(inner)));
  };
  const matters = (n: Expr): boolean =>
    n.op === "statistic" &&
    STATISTIC.test(n.name ?? "") &&
    !n.data?.under &&
    n.args.some((a) => some(a, isMade)) &&
    !(n.name === "expectation" && n.args.length === 1 && isLinear(n.args[0], (x) => isRandom(x) || isMade(x)));
  return sides.some((side) => some(side, matters));
}

/** Whether every term has one random factor at most, and that alone. */
function isLinear(e: Expr, random: (n: Expr) => boolean): boolean {
  if (!some(e, random)) return true;
  if (random(e)) return true;
  if (e.op === "add" || e.op === "neg") return e.args.every((a) => isLinear(a, random));
  if (e.op === "mul") return e.args.filter((a) => some(a, random)).length === 1 && e.args.every((a) => isLinear(a, random));
  if (e.op === "div") return !some(e.args[1], random) && isLinear(e.args[0], random);
  return false;
}
