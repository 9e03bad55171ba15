/** Values that say nothing of a step: that two formulas agree where a name has one number is no agreement. */
import { isNumberName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { some } from "../../expression/tree";
import type { Definition, Equation } from "../facts/facts";
import type { Item } from "../facts/items";
import { allNames, isNumber } from "../names/all-names";

/** x = 3: a number for a plain name. */
export const isValue = ({ left, right }: Equation): boolean => (left.op === "symbol" || left.op === "indexed") && isNumber(right);

/** A number for a symbol that a claim has on both sides: that they agree at one value says nothing. */
export const pins = (d: Definition, item: Item): boolean =>
  isNumber(d.body) && (d.indexed ? termsOnBothSides(d.name, item) : d.params.length === 0 && onBothSides(d.name, item));

/** Two formulas in x for y: that they agree where x has one number says nothing. */
export const isInBothFormulas = (name: string, { left, right }: Item, definitions: ReadonlyMap<string, Definition>): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([a, b]) => {
    const formula = a.op === "symbol" ? definitions.get(a.name ?? "") : undefined;
    return formula !== undefined && !formula.derived && [formula.body, b].every((e) => allNames([e]).has(name));
  });

const onBothSides = (name: string, item: Item): boolean =>
  item.role === "claim" && [item.left, item.right].every((e) => some(e, (n) => (n.op === "symbol" || n.op === "indexed") && symbolName(n) === name));

/** "x = 3" or "x² = 9" of another paragraph, beside an equation in several unknowns: it need not be meant there. */
export const isPastRoot = (f: Item, item: Item): boolean =>
  item.role === "soft" &&
  item.relation === "=" &&
  f.link.statement.block.paragraph !== item.link.statement.block.paragraph &&
  !(item.left.op === "symbol" || item.left.op === "indexed") &&
  unknownsIn(f) === 1 &&
  unknownsIn(item) > 1;

const unknownsIn = ({ left, right }: Item): number => [...allNames([left, right])].filter((n) => !isNumberName(n)).length;

const termsOnBothSides = (base: string, item: Item): boolean =>
  item.role === "claim" && [item.left, item.right].every((e) => some(e, (n) => n.op === "indexed" && n.name === base));

/** An equation that gives a symbol, which a claim or two formulas for one name have on both sides, a number. */
export const isPassingValue = (e: Equation, item: Item, definitions: ReadonlyMap<string, Definition>): boolean =>
  [
    [e.left, e.right],
    [e.right, e.left],
  ].some(
    ([a, b]) =>
      (a.op === "symbol" || a.op === "indexed") && isNumber(b) && (onBothSides(symbolName(a), item) || isInBothFormulas(symbolName(a), item, definitions)),
  );
