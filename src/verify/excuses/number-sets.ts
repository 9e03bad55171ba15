/** Sets of numbers in products and quotients, \mathbb{Z}/2\mathbb{Z}: groups, rings and spaces, which no number refutes; nor what a chain says they are equal to. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const SET = /^\\mathbb\{[CFNQRZ]\}/;

const isSet = (e: Expr): boolean => (e.op === "pow" ? isSet(e.args[0]) : e.op === "symbol" && SET.test(e.name ?? ""));

export const numberSets: Excuse = ({ left, right, relation, link }, { groups }) => {
  const chain = relation === "=" ? groups.flatMap((g) => g.items).filter((i) => i.link.statement === link.statement && i.relation === "=") : [];
  const sides = [left, right, ...chain.flatMap((i) => [i.left, i.right])];
  return sides.some((side) => isSet(side) || some(side, (n) => /^(mul|div|add)$/.test(n.op) && n.args.some(isSet)))
    ? unjudged("context/set", "Not judged: a set of numbers stands in it, and no number.")
    : undefined;
};
