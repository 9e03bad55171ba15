/** Formulas that are said for some arguments only, "if p is a prime, φ(p) = p - 1": of another argument they say nothing. */
import { literally } from "../../base/literally";
import type { Item } from "../../derivation/facts/items";
import { type Expr, walk } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

/** Characters before a formula in which is said for which arguments it is. */
const SAID = 250;
const KIND = String.raw`(prime|odd|even|composite|square-?free|irrational)`;

export const otherArgument: Excuse = (item, { environment, text }) => {
  const applied = applications(item);
  if (applied.length === 0) return undefined;
  const isRestricted = (f: Item): boolean => {
    const d = f.fact?.kind === "definition" ? f.fact : undefined;
    if (!d || f.order >= item.order || d.params.length !== 1 || !applied.includes(d.name)) return false;
    const name = literally(d.params[0]);
    const said = new RegExp(String.raw`\b(if|for|when|let|where|suppose)\b[^.]{0,60}\$${name}\$[^.$]{0,8}\b(is|be|are)?\b[^.$]{0,8}\b${KIND}\b`, "i");
    return said.test(text.slice(Math.max(0, d.span.from - SAID), d.span.from));
  };
  return environment.facts(item).some(isRestricted)
    ? unjudged("context/other-argument", "Not judged: the formula of this function is said for other arguments.")
    : undefined;
};

/** The functions that are applied to more than a name. */
function applications({ left, right }: Item): string[] {
  const found: string[] = [];
  const look = (n: Expr): void => {
    if (n.op === "apply" && n.args.length === 1 && n.args[0].op !== "symbol") found.push(n.name ?? "");
  };
  for (const side of [left, right]) walk(side, look);
  return found;
}
