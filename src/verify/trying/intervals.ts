/** "52.3 ± 1.4 = (50.9, 53.7)": a number with its distance to either side, as the interval that is written out beside it. */
import { type Expr, node, rewrite, some } from "../../expression/tree";

const isDouble = (n: Expr): boolean => n.op === "plus-minus";
const isPair = (e: Expr): boolean => e.op === "tuple" && e.args.length === 2 && e.data?.bound !== "|";

/** What the interval says of its ends, as two equations; undefined where there is no sum with one double sign beside a pair. */
export function asIntervals(left: Expr, right: Expr): readonly { left: Expr; right: Expr }[] | undefined {
  if (isPair(right) && isSpread(left)) return ends(left, right).map((end, i) => ({ left: end, right: right.args[i] }));
  if (isPair(left) && isSpread(right)) return ends(right, left).map((end, i) => ({ left: left.args[i], right: end }));
  return undefined;
}

/** A sum of numbers that ends in its one double sign. */
function isSpread(e: Expr): boolean {
  let signs = 0;
  const found = (n: Expr): boolean => {
    if (/^(plus-minus|minus-plus)$/.test(n.op)) signs++;
    return false;
  };
  some(e, found);
  return signs === 1 && e.op === "add" && isDouble(e.args[e.args.length - 1]);
}

/** Both ends, in the order of the pair: two roots may be listed the larger one first. */
function ends(e: Expr, pair: Expr): Expr[] {
  const at = (upper: boolean): Expr => rewrite(e, (n) => (isDouble(n) ? (upper ? n.args[0] : node("neg", n.args, n.span)) : n));
  const [a, b] = pair.args.map(numberOf);
  const turned = a !== undefined && b !== undefined && a > b;
  return [at(turned), at(!turned)];
}

const numberOf = (e: Expr): number | undefined => {
  if (e.op === "neg") {
    const x = numberOf(e.args[0]);
    return x === undefined ? undefined : -x;
  }
  return e.op === "number" ? Number(e.name) : undefined;
};
