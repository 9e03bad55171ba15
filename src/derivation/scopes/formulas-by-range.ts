/** Functions that a text gives by several formulas, each in a case of its own: f(x) = x² for x < 1, of which f(2) is no value. */
import { type Expr, walk } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { freeSymbols } from "../reading/targets";
import type { ToldCases } from "./told-cases";

export interface FormulasByRange {
  /** What was said in another case than that of an item; of a function, its values there may be meant. */
  readonly isOfAnotherCase: (fact: Item, item: Item) => boolean;
  /** A function that an item speaks of at values for which none of its formulas among `before` is meant. */
  readonly withoutFormula: (item: Item, before: readonly Item[]) => string | undefined;
}

type Head = Pick<Definition, "name" | "params">;

export function formulasByRange(cases: ToldCases): FormulasByRange {
  const valuesIn = (fact: Item, item: Item): [string, Expr][] => {
    const head = cases.has(fact) ? headOf(fact) : undefined;
    return head ? valuesOf(item, head) : [];
  };
  const isOfOtherValues = (fact: Item, item: Item): boolean => !valuesIn(fact, item).every(([name, value]) => cases.allows(fact, name, value));
  return {
    isOfAnotherCase: (fact, item) => isOfOtherValues(fact, item) || (cases.areApart(fact, item) && valuesIn(fact, item).length === 0),
    withoutFormula: (item, before) => {
      const others = before.filter((f) => isOfOtherValues(f, item));
      // f(r) = 0 is no formula beside f(x) = …
      const key = (f: Item): string => `${headOf(f)?.name}(${headOf(f)?.params.join()})`;
      const said = new Set(others.length > 0 ? before.filter((f) => !others.includes(f)).map(key) : []);
      const alone = others.find((f) => !said.has(key(f)));
      return alone && headOf(alone)?.name;
    },
  };
}

/** The arguments at which a step speaks of a function, by their names, where all of them are values; else none. */
function valuesOf({ left, right }: Item, { name, params }: Head): [string, Expr][] {
  const found: [string, Expr][] = [];
  let isGeneral = false;
  for (const side of [left, right])
    walk(side, (n) => {
      if (n.op === "symbol" && n.name === name) isGeneral = true;
      if (n.op === "apply" && n.name === name) n.args.forEach((value, i) => void (params[i] && found.push([params[i], value])));
    });
  return isGeneral || found.some(([, value]) => freeSymbols(value).size > 0) ? [] : found;
}

/** The function that a fact gives a formula, f and x of f(x) = x², also where another formula for it stands before. */
function headOf({ fact, left }: Item): Head | undefined {
  if (fact?.kind === "definition") return fact;
  const params = left.op === "apply" ? left.args.map((a) => (a.op === "symbol" ? (a.name ?? "") : "")) : [];
  return fact?.kind === "equation" && params.length > 0 && !params.includes("") ? { name: left.name ?? "", params } : undefined;
}
