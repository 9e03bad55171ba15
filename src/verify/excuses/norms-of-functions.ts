/** ‖1‖ = √∫ 1 dx: the norm of a constant function, and not of a number, where the other side integrates. */
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const isNormOfNumber = (n: Expr): boolean => n.op === "norm" && namesOf(n.args[0]).symbols.size === 0 && !some(n.args[0], (x) => x.op === "matrix");
const integrates = (e: Expr): boolean => some(e, (n) => n.op === "integral");

export const normsOfFunctions: Excuse = ({ left, right }) =>
  [left, right].some((e, i) => some(e, isNormOfNumber) && integrates(i === 0 ? right : left))
    ? unjudged("context/norm", "Not judged: the norm is that of a function, and how it is defined is not said.")
    : undefined;
