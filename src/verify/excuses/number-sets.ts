/** Sets of numbers in products and quotients, \mathbb{Z}/2\mathbb{Z}: groups and rings, which no number refutes. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const SET = /^\\mathbb\{[CFNQRZ]\}/;

const isSet = (e: Expr): boolean => (e.op === "pow" ? isSet(e.args[0]) : e.op === "symbol" && SET.test(e.name ?? ""));

export const numberSets: Excuse = ({ left, right }) =>
  [left, right].some((side) => isSet(side) || some(side, (n) => /^(mul|div|add)$/.test(n.op) && n.args.some(isSet)))
    ? unjudged("context/set", "Not judged: a set of numbers stands in it, and no number.")
    : undefined;
