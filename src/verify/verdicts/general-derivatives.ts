/** f^{(n)}(x) = … of a function that a formula defines, for a derivative of any order: judged at small orders, one after another. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, number, rewrite, some } from "../../expression/tree";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import type { Judging } from "./judging";

/** The orders that are tried; that it holds from some order on is as much as most formulas say. */
const ORDERS = [1, 2, 3, 4];

/** The letter in the order of a derivative of a function that has a formula. */
function orderOf(item: Item, input: JudgeInput): string | undefined {
  let found: string | undefined;
  for (const side of [item.left, item.right])
    some(side, (n) => {
      if (n.op !== "apply" || n.data?.order !== true || n.args.length !== 2) return false;
      const [letter, ...others] = namesOf(n.args[1]).symbols;
      if (letter !== undefined && others.length === 0 && /^[kmn]$/.test(letter) && isDefined(n.name ?? "", item, input)) found = letter;
      return found !== undefined;
    });
  return found;
}

const isDefined = (name: string, item: Item, input: JudgeInput): boolean =>
  input.environment.facts(item).some((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === name && f.fact.params.length === 1);

const workedOut = (e: Expr): Expr => {
  if (!/^(add|neg)$/.test(e.op) || e.args.length === 0 || namesOf(e).symbols.size > 0) return e;
  const parts = e.args.map((a) => workedOut(a)).map((a) => (a.op === "number" ? Number(a.name) : a.op === "neg" ? -Number(a.args[0].name) : Number.NaN));
  const sum = parts.reduce((a, b) => a + b, 0);
  return Number.isInteger(sum) && sum >= 0 ? number(sum, e.span) : e;
};

/** An expression with a number in place of the letter; orders are worked out. */
const at = (e: Expr, letter: string, n: number): Expr =>
  rewrite(e, (x) => {
    if (x.op === "symbol" && x.name === letter) return number(n, x.span);
    return x.op === "apply" && x.data?.order === true && x.args.length === 2 ? { ...x, args: [x.args[0], workedOut(x.args[1])] } : x;
  });

export function generalDerivative({ item, input, shared, judge }: Judging): Step | undefined {
  if (!/^(=|<=|>=)$/.test(item.relation) || item.role === "given") return undefined;
  const letter = orderOf(item, input);
  if (letter === undefined) return undefined;
  const steps = ORDERS.map((n) => judge({ ...item, role: "claim", left: at(item.left, letter, n), right: at(item.right, letter, n) }));
  const holding = ORDERS.filter((_, i) => steps[i].verdict === "holds");
  if (holding.length >= ORDERS.length - 1 && holding.includes(2))
    return { ...shared, verdict: "holds", code: "step/agrees", basis: "sampled", message: `Holds for $${letter}$ = ${holding.join(", ")}.` };
  return undefined;
}
