/** Doubts about equations that begin something of their own, and rest on what a name was said to be before: it may be said of another thing here. */
import type { Item } from "../../../derivation/facts/items";
import { allNames } from "../../../derivation/names/all-names";
import { namesOf } from "../../../expression/names";
import type { Expr } from "../../../expression/tree";
import { withBarVariables } from "../../../notation/calculus/evaluations";
import type { JudgeInput, Tried } from "../../trying/trial";
import { definitionNamed } from "./reach";
import { first, name, type Reason } from "./reason";

/** The codes: a step that rests on them is accused where a small edit mends it. */
export const OTHER_SECTION = "context/other-section";
export const OTHER_MEANING = "context/other-meaning";

/** A definition that stands under another heading than the step, and under none of those that this one is below. */
export const otherSections: Reason = (parts, tried, item, input) => {
  if (isRewritten(item)) return undefined;
  const own = item.within ?? item.scope;
  const elsewhere = placesOf(item, input, (f) => f.scope !== item.scope && (f.within ?? f.scope) !== own && !item.above?.includes(f.scope));
  const found = firstDefined(parts, tried, (from) => elsewhere.has(from));
  return found && { code: OTHER_SECTION, message: `what ${name(found)} is was said in another section` };
};

/** A row that says in the same plain names what stood before it: false as it stands, whatever was said of the names. */
function isRewritten({ left, right, link }: Item): boolean {
  const [before, after] = [left, right].map((e) => namesOf(e));
  const plain = [before, after].every(({ applied, indexed }) => applied.size + indexed.size === 0);
  return plain && (link.index > 0 || link.continued) && after.symbols.size > 0 && [...after.symbols].every((n) => before.symbols.has(n));
}

/** The first sign of an equation, whose sides speak of a name that was defined more than a few signs before. */
export const otherMeanings: Reason = (parts, tried, item, input) => {
  if (item.relation !== "=" || item.link.index > 0 || item.link.continued) return undefined;
  const near = placesOf(item, input, (f) => item.order - f.order <= NEAR || isInUse(f, item, input));
  const found = firstDefined(parts, tried, (from) => !near.has(from));
  return found && { code: OTHER_MEANING, message: `no small slip explains it, and what was said before of ${name(found)} may not be meant here` };
};

/** So many signs after its definition nobody has forgotten what a name is. */
const NEAR = 8;

/** Whether a matrix or a point that a name was given has been spoken of all the way from there to a step of the same part. */
function isInUse(definition: Item, item: Item, input: JudgeInput): boolean {
  if (definition.fact?.kind !== "definition" || !/^(matrix|tuple)$/.test(definition.right.op) || definition.scope !== item.scope) return false;
  const { name: told } = definition.fact;
  const uses = input.groups
    .flatMap((g) => g.items)
    .filter((i) => i.order > definition.order && i.order < item.order && allNames([i.left, i.right]).has(told))
    .map((i) => i.order);
  return [...uses, item.order].every((order, at) => order - (at === 0 ? definition.order : uses[at - 1]) <= NEAR);
}

/** Where the definitions before a step stand that pass a test. */
const placesOf = (item: Item, input: JudgeInput, test: (f: Item) => boolean): Set<number> =>
  new Set(input.environment.facts(item).flatMap((f) => (f.fact?.kind === "definition" && f.order < item.order && test(f) ? [f.fact.span.from] : [])));

/** The first name whose definition, by its place, passes a test. Densities are those of a whole document; variables of integrals and bars are no names of the document. */
function firstDefined(parts: readonly Expr[], tried: Tried, test: (from: number) => boolean): Expr | undefined {
  const free = namesOf(...parts.map(withBarVariables));
  return first(parts, (e) => {
    const d = definitionNamed(e, free.symbols, tried.plan.definitions);
    return d !== undefined && d.lettered !== true && test(d.span.from);
  });
}
