/** Cases that a text takes one after the other, "If x < 0 … If x ≥ 0 …": what was supposed in one case is over in the next. */

import { type Expr, same } from "../../expression/tree";

/** What a condition says of a name and a bound. */
interface Bound {
  readonly name: Expr;
  readonly sign: string;
  readonly bound: Expr;
}

const TURNED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!=" };
/** The signs that no number meets together with a sign, for one bound. */
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  "<": [">", ">=", "="],
  ">": ["<", "<=", "="],
  "<=": [">"],
  ">=": ["<"],
  "=": ["<", ">", "!="],
  "!=": ["="],
};

/** A condition with the words before it, and whether it stands behind the step that may use it. */
interface Stated {
  readonly relation: Expr;
  readonly words: string;
  readonly behind: boolean;
}

/**
 * The conditions, in reading order, without those that the case of a later one excludes. "Let x > 5 and x < 3" is no case, and contradicts itself. What stands
 * behind the step and excludes what stands before it is the next case.
 */
export const inForce = <T extends Stated>(conditions: readonly T[]): T[] =>
  conditions.filter((c, i) => {
    const isOver = (other: T, k: number): boolean =>
      k !== i && CASE.test((c.behind ? c : other).words) && (c.behind ? !other.behind : k > i && !other.behind) && exclude(c.relation, other.relation, true);
    return !conditions.some(isOver);
  });

const CASE = /\b(?:if|when|whenever|for|case|suppose|assume|otherwise|else|whereas|while)\b[^.;]*$/i;

/** Whether two conditions bound one name so that no number meets both; where they only touch, "x ≤ 1" and "x ≥ 1", too. */
export function exclude(a: Expr, b: Expr, touching = false): boolean {
  const [x, y] = [boundIn(a), boundIn(b)];
  if (!x || !y || !same(x.name, y.name)) return false;
  const isOver = (): boolean => EXCLUDED[x.sign].includes(y.sign) || (touching && y.sign === TURNED[x.sign] && /^[<>]=$/.test(x.sign));
  if (same(x.bound, y.bound)) return isOver();
  const [p, q] = [numberIn(x.bound), numberIn(y.bound)];
  if (p === undefined || q === undefined) return false;
  if (p === q) return isOver();
  // the sides on which each bound has its numbers
  const [below, above] = p < q ? [x, y] : [y, x];
  return /^[<=]/.test(below.sign) && /^[>=]/.test(above.sign);
}

function boundIn(e: Expr): Bound | undefined {
  if (e.op !== "relation" || e.args.length !== 2 || !(e.name && e.name in TURNED)) return undefined;
  const [left, right] = e.args;
  const isName = (x: Expr): boolean => x.op === "symbol" || x.op === "indexed" || x.op === "absolute";
  if (isName(left) && (right.op === "symbol" || numberIn(right) !== undefined)) return { name: left, sign: e.name, bound: right };
  return isName(right) && numberIn(left) !== undefined ? { name: right, sign: TURNED[e.name], bound: left } : undefined;
}

function numberIn(e: Expr): number | undefined {
  if (e.op === "number") return Number(e.name);
  if (e.op === "neg") {
    const inside = numberIn(e.args[0]);
    return inside === undefined ? undefined : -inside;
  }
  if (e.op !== "div") return undefined;
  const [top, bottom] = e.args.map(numberIn);
  return top === undefined || bottom === undefined || bottom === 0 ? undefined : top / bottom;
}
