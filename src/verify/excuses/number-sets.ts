/** Sets of numbers in products and quotients, \mathbb{Z}/2\mathbb{Z}: groups and rings, which no number refutes. */
import { some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const SET = /^\\mathbb\{[CFNQRZ]\}/;

export const numberSets: Excuse = ({ left, right }) =>
  [left, right].some((side) => some(side, (n) => n.op === "symbol" && SET.test(n.name ?? "")))
    ? unjudged("context/set", "Not judged: a set of numbers stands in it, and no number.")
    : undefined;
