/** δy/δx: a quotient of small changes, or another way to write a derivative. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const isChange = (e: Expr): boolean => (e.op === "mul" ? e.args.length === 2 && isDelta(e.args[0]) : isDelta(e));
const isDelta = (e: Expr): boolean => e.op === "symbol" && e.name === "\\delta";
const isQuotient = (e: Expr): boolean => e.op === "div" && isChange(e.args[0]) && e.args[1].op === "mul" && isChange(e.args[1]);

export const quotientsOfChanges: Excuse = ({ left, right }) =>
  [left, right].some((e) => some(e, isQuotient))
    ? unjudged("context/changes", "Not judged: a quotient of small changes δ may stand for a derivative.")
    : undefined;
