/** Over which numbers a name runs, as conditions below a sign or in a set say it: an interval, a ray, the line, the whole numbers from one on. */
import { hasSymbol, isSymbol } from "../../expression/occurrences";
import { type Expr, node, number, symbol } from "../../expression/tree";

/** An interval with the kind of its ends; `whole` where only whole numbers are meant. What further conditions it meets stands in `conditions`. */
export interface RealRange {
  readonly name: string;
  readonly low: Expr;
  readonly high: Expr;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly whole: boolean;
  readonly conditions: readonly Expr[];
}

const WHOLE = /^[i-nN]$/;
const NATURAL = /^\\(mathbb\{N\}|mathbf\{N\}|N)$/;
const REAL = /^\\(mathbb\{R\}|mathbf\{R\}|R)$/;
const infinity = symbol("\\infty");
const minusInfinity = node("neg", [infinity], infinity.span);

interface End {
  readonly low?: Expr;
  readonly high?: Expr;
  readonly openLow?: boolean;
  readonly openHigh?: boolean;
  readonly whole?: boolean;
}

/** The range of one name; undefined where a condition that bounds it is not understood, or nothing speaks of it. */
export function realRange(name: string, clauses: readonly Expr[]): RealRange | undefined {
  let found: End | undefined;
  const conditions: Expr[] = [];
  for (const clause of clauses) {
    const end = endOf(name, clause);
    if (end && !overlaps(found, end)) found = { ...found, ...end };
    else conditions.push(clause);
  }
  if (!found) return undefined;
  const whole = found.whole ?? (WHOLE.test(name) && found.low !== undefined && !isInterval(clauses, name));
  return {
    name,
    low: found.low ?? minusInfinity,
    high: found.high ?? infinity,
    openLow: found.openLow ?? false,
    openHigh: found.openHigh ?? false,
    whole,
    conditions,
  };
}

const overlaps = (a: End | undefined, b: End): boolean =>
  a !== undefined && ((a.low !== undefined && b.low !== undefined) || (a.high !== undefined && b.high !== undefined));

const isInterval = (clauses: readonly Expr[], name: string): boolean =>
  clauses.some((c) => c.op === "relation" && c.name === "∈" && isSymbol(c.args[0], name) && c.args[1].op === "tuple");

/** What one condition says of a name's ends. */
function endOf(name: string, e: Expr): End | undefined {
  if (e.op === "and" && e.args.length === 2) {
    const [left, right] = [endOf(name, e.args[0]), endOf(name, e.args[1])];
    return left && right && !overlaps(left, right) ? { ...left, ...right } : undefined;
  }
  if (e.op !== "relation") return undefined;
  const [left, right] = e.args;
  if (e.name === "∈") return isSymbol(left, name) ? memberOf(right) : undefined;
  const up = /^<=?$/.test(e.name ?? "");
  if (!up && !/^>=?$/.test(e.name ?? "")) return undefined;
  const strict = (e.name ?? "").length === 1;
  const [small, large] = up ? [left, right] : [right, left];
  if (isSymbol(small, name) && !hasSymbol(large, name)) return { high: large, openHigh: strict };
  if (isSymbol(large, name) && !hasSymbol(small, name)) return { low: small, openLow: strict };
  return undefined;
}

/** An interval, the line, the natural numbers. */
export function memberOf(set: Expr): End | undefined {
  if (set.op === "tuple" && set.args.length === 2 && /^[([]$/.test(String(set.data?.open)))
    return { low: set.args[0], high: set.args[1], openLow: set.data?.open === "(", openHigh: set.data?.close === ")", whole: false };
  if (set.op !== "symbol") return undefined;
  if (REAL.test(set.name ?? "")) return { low: minusInfinity, high: infinity, whole: false };
  return NATURAL.test(set.name ?? "") ? { low: number(1), high: infinity, whole: true } : undefined;
}
