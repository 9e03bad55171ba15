/** What names were found to be since they were defined: another formula for a function, another value for a plain name. */
import { symbolName } from "../../expression/names";
import type { Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { isNumber } from "../names/all-names";
import { isValue, pins } from "../plans/passing-values";
import { solveFor } from "../plans/solve";

/** What a function that was defined has been found to be since: q(z) = …, said again of the same name before the step. */
export function solvedSince(item: Item, definitions: ReadonlyMap<string, Definition>, facts: readonly Item[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const f of facts) {
    const name = f.left.name ?? "";
    const defined = definitions.get(name);
    const again = isSaidAgain(f, item, definitions);
    if (again) found.set(again.name, again);
    if (f.fact?.kind !== "equation" || f.left.op !== "apply" || !defined || f.order >= item.order || f.fact.span.from < defined.span.from) continue;
    const solved = solveFor(f.fact, new Set([name]), new Set([...definitions.keys()].filter((n) => n !== name)));
    if (solved?.name === name && solved.params.length === defined.params.length) found.set(name, solved);
  }
  return found;
}

/** Another value of a plain name that had one, a = 3 and then a = 5: the nearest is in force. */
function isSaidAgain(f: Item, item: Item, definitions: ReadonlyMap<string, Definition>): Definition | undefined {
  if (f.fact?.kind !== "equation" || f.order >= item.order || f.scope !== item.scope || !isValue(f.fact) || f.left.op === "number") return undefined;
  const defined = definitions.get(symbolName(f.left));
  if (!defined || defined.params.length > 0 || defined.indexed || !isNumber(defined.body) || f.fact.span.from < defined.span.from) return undefined;
  const again: Definition = { ...defined, body: f.right, span: f.fact.span, derived: true };
  return pins(again, item) ? undefined : again;
}
