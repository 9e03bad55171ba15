/** A letter that stands at one place of a step and nowhere else, and for which a letter of the other side makes the step an identity: n/θ written for n/λ. */
import { hasOperator, type Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Operand } from "../../derivation/reading/chains";
import { symbolName } from "../../expression/names";
import { type Expr, same, walk } from "../../expression/tree";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { failing } from "./failing";
import { openWithBodies } from "./open-names";
import type { Loose } from "./refutable";
import { SLIP } from "./slips";

/** With so many other letters that stay, the sides are forms of one thing. */
const MANY = 4;
/** Words by which two letters may be one thing, or one may be put for the other. */
const ONE_THING =
  /\b(equal|same|identical|coincid\w*|symmetr\w*|swap\w*|renam\w*|relabel\w*|substitut\w*(?! (back|this|these|the|it|them|in|into)\b)|replac\w*|instead|exchang\w*|interchang\w*|dummy|isosceles|equilateral|regular|writ\w+|denot\w*|call\w*|let|set|put|gleich\w*|selben?|ersetz\w*|même|égal\w*|remplac\w*|igual\w*|mism[ao]s?|sustitu\w*)\b|равн|одинаков|замен|相[等同]|代[入换]/iu;

/** The judgement of a claim in doubt because of a letter that only its right side has. */
export function strayLetter(item: Item, finals: readonly Tried[], input: JudgeInput, doubt: Loose): Judgement | undefined {
  if (
    doubt.code !== "context/new-symbol" ||
    item.relation !== "=" ||
    item.role !== "claim" ||
    item.premise ||
    !finals.every((t) => isWorkedOut(item, t, input))
  )
    return undefined;
  if (finals.length === 0 || !finals.every(differs)) return undefined;
  const [{ plan }] = finals;
  const own = new Set([...allNames([item.left]), ...finals.flatMap((t) => [...openWithBodies(item.left, t)])]);
  const [stray, ...others] = [...allNames([item.right])].filter((n) => !own.has(n) && !plan.definitions.has(n));
  if (!stray || others.length > 0 || places(item.right, stray) !== 1 || isSpoken(stray, item, input)) return undefined;
  const holds = (changed: Item): boolean =>
    !allNames([changed.right]).has(stray) &&
    places(changed.right) === places(item.right) &&
    !same(blank(changed.left), blank(changed.right)) &&
    finals.some((t) => agreesUnder(changed, t, input));
  const found = failing(item, finals, input, holds, undefined, SLIP, true);
  return found.verdict === "fails" && found.fixes ? found : undefined;
}

/** Almost everywhere: another letter may happen to have the value of the right one. */
const differs = ({ outcome }: Tried): boolean => outcome.kind === "differs" && outcome.holdsIn.length <= outcome.failsIn.length / 3;

/** What is worked out on the right, and no equation that may be solved: a derivative or an integral, a function with a formula, a later sign of a chain in the same letters. */
function isWorkedOut(item: Item, { plan }: Tried, { groups }: JudgeInput): boolean {
  const { link, left } = item;
  if (hasOperator(left) || (left.op === "apply" && plan.definitions.has(left.name ?? ""))) return true;
  if (link.index === 0 && !link.continued) return false;
  const own = allNames([left]);
  if (own.size >= MANY) return true;
  const before = groups.flatMap((g) => g.items).filter((i) => i.link.statement.block === link.statement.block && i.order < item.order);
  return before.every((i) => i.left.op === "symbol" || i.left.op === "apply" || [...allNames([i.left])].every((n) => own.has(n)));
}

/** How often names stand in an expression; one of them, where it is given. */
function places(e: Expr, name?: string): number {
  let count = 0;
  walk(e, (n) => {
    if ((n.op === "symbol" || n.op === "indexed") && (name === undefined || symbolName(n) === name)) count++;
    return n.op !== "indexed";
  });
  return count;
}

/** An expression with one letter for all of its names. */
const blank = (e: Expr): Expr => (e.op === "symbol" ? { ...e, name: "x" } : { ...e, args: e.args.map(blank) });

/** Whether another formula speaks of a name, or words may tie it to another. */
function isSpoken(name: string, { link }: Item, { groups }: JudgeInput): boolean {
  const { statement } = link;
  const bare = name.replace(/[\\{}]/g, "");
  const spelt = (operand: Operand | undefined): boolean =>
    operand?.tokens
      .map((t) => t.text)
      .join("")
      .includes(bare) === true;
  return groups.some(
    ({ line, items }) =>
      (line.block === statement.block && ONE_THING.test(`${line.prose} ${line.after}`)) ||
      spelt(line.alone) ||
      items.some((i) => i.link.statement !== statement && allNames([i.left, i.right]).has(name)),
  );
}
