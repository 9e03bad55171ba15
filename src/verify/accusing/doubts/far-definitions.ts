/** Doubts about definitions that were solved out of equations, or stand behind the step. */

import type { Definition } from "../../../derivation/facts/facts";
import type { Item } from "../../../derivation/facts/items";
import { WEIGHT } from "../../../derivation/laws/entries";
import { listedLetters } from "../../../derivation/laws/listed-totals";
import { allNames } from "../../../derivation/names/all-names";
import { namesOf, symbolName } from "../../../expression/names";
import { some } from "../../../expression/tree";
import { withBarVariables } from "../../../notation/calculus/evaluations";
import { definitionNamed } from "./reach";
import { first, name, type Reason } from "./reason";

/** A definition that stands behind the step, or that was solved out of an equation. */
export const farDefinitions: Reason = (parts, tried, item, input) => {
  const facts = input.environment.facts(item).filter((f) => f.order < item.order);
  const said = new Set(facts.flatMap((f) => (f.fact?.kind === "definition" || isSquareOf(f) ? [f.fact?.span.from] : [])));
  const listed = listedLetters(item, facts);
  const isOfList = (d: Definition): boolean => listed.has(d.name) && some(d.body, (n) => n.name === d.name + WEIGHT);
  const free = namesOf(...parts.map(withBarVariables));
  const found = first(parts, (e) => {
    const d = definitionNamed(e, free.symbols, tried.plan.definitions);
    return (
      d !== undefined &&
      !saysNothing(d, facts, item) &&
      ((d.derived === true && !isOfList(d) && !facts.some((f) => isSquareOf(f, d.name) && f.fact?.span.from === d.span.from)) ||
        d.span.from > item.link.sign.from ||
        !(said.has(d.span.from) || isOfList(d)))
    );
  });
  return found && { code: "context/solved", message: `what ${name(found)} is was taken from an equation elsewhere` };
};

/** "σ_1² = …", the first of a statement: what says what σ_1 is. */
const isSquareOf = ({ left, link, fact }: Item, name?: string): boolean =>
  fact?.kind === "equation" &&
  link.index === 0 &&
  left.op === "pow" &&
  left.args[1].name === "2" &&
  (left.args[0].op === "symbol" || left.args[0].op === "indexed") &&
  (name === undefined || symbolName(left.args[0]) === name);

/** 1/b = f(x, y), solved for x, of a b that nothing else speaks of: whatever x and y are, it says what b is. */
function saysNothing({ span }: Definition, facts: readonly Item[], item: Item): boolean {
  const from = facts.find((f) => f.fact?.kind === "equation" && f.fact.span.from === span.from);
  if (!from) return false;
  const [left, right] = [from.left, from.right].map((e) => allNames([e]));
  const others = allNames([item.left, item.right, ...facts.flatMap((f) => (f === from ? [] : [f.left, f.right]))]);
  return [...left].some((n) => !right.has(n) && !others.has(n));
}
