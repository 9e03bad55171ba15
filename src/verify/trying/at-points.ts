/** "At (1, 2) we have z_x = 2xy³ = 16": the values that the names of a formula have at the one point that its sentence names. */

import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { parseOnce } from "../../derivation/reading/chains";
import { type Expr, some } from "../../expression/tree";
import { sentenceStart } from "./case-start";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

const AT = /\b(at|in|for)\s+(the\s+)?(critical\s+|stationary\s+|given\s+)?(points?\s*)?[$\\(]*\s*(?:[A-Z](?:_\d)?\s*=?\s*)?$/i;
const POINT = /(?:\\left)?\(\s*(-?\d+(?:\.\d+)?(?:\s*(?:,|;)\s*-?\d+(?:\.\d+)?){1,2})\s*(?:\\right)?\)/g;
const USUAL: readonly string[] = ["x", "y", "z"];

/** The trial of an equation at the point of its sentence; undefined where there is none, more than one, or where the point leaves a name open. */
export function triedAtPoint(item: Item, last: Tried, input: JudgeInput): Tried | undefined {
  if (item.relation !== "=" || last.outcome.kind !== "differs" || allNames([item.right]).size > 0) return undefined;
  const point = pointBefore(item, input.text);
  const variables = point && variablesOf(point.length, item, input);
  if (!point || !variables) return undefined;
  const given = new Map(variables.map((name, i): [string, Definition] => [name, valueAt(name, point[i], item, input)]));
  if (!isSettled(item.left, given, last)) return undefined;
  const plan = { ...last.plan, definitions: new Map([...last.plan.definitions, ...given]), conditions: [], unused: [] };
  return { ...last, ...tryPlan(item, plan, input), item };
}

/** The coordinates of the one point of numbers in the sentence before, where the words put the formula there. */
function pointBefore(item: Item, text: string): string[] | undefined {
  const before = text.slice(sentenceStart(item, text), item.link.left.from);
  const points = [...before.matchAll(POINT)].filter((m) => AT.test(before.slice(0, m.index)));
  const all = [...before.matchAll(POINT)];
  return points.length === 1 && all.length === 1 ? points[0][1].split(/[,;]/).map((x) => x.trim()) : undefined;
}

/** The parameters of the nearest function of so many, else x, y and z. */
function variablesOf(count: number, item: Item, input: JudgeInput): readonly string[] | undefined {
  const near = input.environment
    .facts(item)
    .filter((f) => f.order < item.order && f.scope === item.scope && f.fact?.kind === "definition" && f.fact.params.length > 1 && !f.fact.indexed)
    .at(-1)?.fact;
  const params = near?.kind === "definition" ? near.params : USUAL.slice(0, count);
  return params.length === count ? params : undefined;
}

const valueAt = (name: string, text: string, item: Item, input: JudgeInput): Definition => ({
  kind: "definition",
  name,
  params: [],
  split: 0,
  indexed: false,
  body: parseOnce({ ...item.link.right, tokens: tokensOf(text, item) }, input.reading),
  span: item.link.left,
  text,
});

const tokensOf = (text: string, { link }: Item) => [
  ...(text.startsWith("-") ? [{ kind: "symbol" as const, text: "-", from: link.left.from, to: link.left.from }] : []),
  { kind: "number" as const, text: text.replace("-", ""), from: link.left.from, to: link.left.from },
];

/** Every name of a formula has its value there; derivatives are of formulas in the same names and not taken here. */
const isSettled = (e: Expr, given: ReadonlyMap<string, Definition>, { plan }: Tried): boolean =>
  [...allNames([e])].every((n) => given.has(n) || /^(\\pi|e)$/.test(n)) &&
  allNames([e]).size > 0 &&
  ![...given.keys()].some((n) => plan.definitions.has(n)) &&
  !some(e, (n) => /^(derivative|integral|antiderivative|gradient|limit|apply)$/.test(n.op));
