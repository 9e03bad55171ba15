/** Sets of numbers in products and quotients, \mathbb{Z}/2\mathbb{Z}: groups, rings and spaces, which no number refutes; nor what a chain says they are equal to. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const SET = /^\\mathbb\{[CFNQRZ]\}/;

const isSet = (e: Expr): boolean => (e.op === "pow" ? isSet(e.args[0]) : e.op === "symbol" && SET.test(e.name ?? ""));

/** Systems of sets by their letters, where the words speak of such. */
const SYSTEMS = /(σ|\\?\bsigma)[\s$]*-?[\s$]*(algebra|field|ring)s?\b|\bBorel\b|[πλ]\s*系|\btopolog(y|ies)\b|\bTribus?\b|\bσ-Algebra|代数/i;
const SYSTEM = /^\\(mathscr|mathcal|mathfrak)\{[A-Z]\}/;
const isSystem = (n: Expr): boolean => (n.op === "symbol" || n.op === "indexed") && SYSTEM.test(n.name ?? "");
/** σ(𝒫). */
const isGenerated = (e: Expr): boolean =>
  some(
    e,
    (n) =>
      (n.op === "apply" && n.name === "\\sigma" && n.args.some((a) => some(a, isSystem))) ||
      (n.op === "mul" && n.args[0].name === "\\sigma" && n.args.slice(1).some((a) => some(a, isSystem))),
  );
/** σ(𝒫), f⁻¹(𝒫). */
const isOfSystems = (e: Expr): boolean => some(e, (n) => (n.op === "apply" || n.op === "mul") && n.args.some(isSystem));

export const numberSets: Excuse = ({ left, right, relation, link }, { groups, text }) => {
  if (relation === "=" && ([left, right].some(isGenerated) || ([left, right].some(isOfSystems) && SYSTEMS.test(text))))
    return unjudged("context/set", "Not judged: a system of sets stands in it, and no number.");
  const chain = relation === "=" ? groups.flatMap((g) => g.items).filter((i) => i.link.statement === link.statement && i.relation === "=") : [];
  const sides = [left, right, ...chain.flatMap((i) => [i.left, i.right])];
  return sides.some((side) => isSet(side) || some(side, (n) => /^(mul|div|add)$/.test(n.op) && n.args.some(isSet)))
    ? unjudged("context/set", "Not judged: a set of numbers stands in it, and no number.")
    : undefined;
};
