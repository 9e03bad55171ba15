/** A value that is taken from an equation with several solutions, "x² = 4, so x = 2": right only for some of them. */
import { separating } from "../../checks/implication";
import type { Item } from "../../derivation/facts/items";
import { assertionOf } from "../../expression/assertion";
import { namesOf, symbolName } from "../../expression/names";
import type { Step } from "../report";
import { adjacent, premises } from "../trying/consequences";
import type { JudgeInput } from "../trying/trial";
import { attemptDirection, list } from "./arrows";

type Verdict = Pick<Step, "verdict" | "code" | "message" | "holdsIf" | "uses">;

/** Words by which the other solutions are left out, or told of. */
const CHOSEN =
  /\b(or|either|positive|negative|nonnegative|non-negative|discard\w*|reject\w*|ignor\w*|extraneous|must|cannot|can't|only|since|because|where|smaller|larger|greater|least|smallest|largest|principal|other|one|first|case|possib\w+|quadrant|natural|whole|let|choos\w+|take|try|suppose|if|assum\w+|say|e\.g|example|when|at|acute|obtuse)\b|>|<|\\ge|\\le/i;
/** Quantities that are never negative. */
const SIZE =
  /\b(radius|radii|lengths?|distances?|sides?|heights?|widths?|areas?|volumes?|mass(es)?|speeds?|times?|ages?|magnitudes?|norms?|diameters?|hypotenuse|legs?|deviations?|numbers? of|amounts?|prices?|costs?|sums?|squares?|triangles?|rectangles?|circles?|integers?|perimeters?|digits?|years?|days?|hours?|minutes?|seconds?)\b/i;

/** The verdict of "name = value" behind an equation in that name alone that has other solutions too, which nothing excludes; undefined for anything else. */
export function lostRoots(item: Item, input: JudgeInput): Verdict | undefined {
  if (item.role !== "soft" || item.relation !== "=" || item.link.index > 0 || item.left.op !== "symbol" || namesOf(item.right).symbols.size > 0)
    return undefined;
  const facts = input.environment.facts(item);
  const [before] = premises(item, facts, input.groups);
  if (!before || !(adjacent(item, before, input.groups) || isNextDisplay(item, before)) || before.link.statement.system || isValue(before)) return undefined;
  if (isChosen(item, input) || isSize(symbolName(item.left), item, input)) return undefined;
  const [premise, conclusion] = [assertionOf(before.left, "=", before.right), assertionOf(item.left, "=", item.right)];
  if (!premise || !conclusion) return undefined;
  const { found, opaque } = attemptDirection(
    premise,
    conclusion,
    { definitions: new Map(), extra: [] },
    item,
    facts.filter((f) => f.fact?.kind === "condition"),
    input,
  );
  if (
    opaque ||
    found.kind !== "broken" ||
    found.name === undefined ||
    !found.pinned ||
    found.open ||
    found.region ||
    found.rough ||
    found.name !== item.left.name
  )
    return undefined;
  if (found.kept.length !== 1 || found.lost.length === 0 || found.lost.length > 4) return undefined;
  const condition = separating(found.name, found.kept, found.lost);
  if (!condition) return undefined;
  const uses = [
    { range: input.range({ from: before.link.left.from, to: before.link.right.to }), text: input.text.slice(before.link.left.from, before.link.right.to) },
  ];
  const lost = `${list(found.name, found.lost)} ${found.lost.length > 1 ? "are solutions" : "is a solution"}`;
  return {
    verdict: "holds-if",
    code: "equation/loses",
    holdsIf: condition,
    message: `Holds only if $${condition}$: ${lost} of the equation before it, too.`,
    uses,
  };
}

/** A display right behind another one, without a word between them. */
function isNextDisplay(item: Item, before: Item): boolean {
  const [a, b] = [before.link.statement, item.link.statement];
  return b.at - a.at <= 2 && a.block !== b.block && a.block.display && b.block.display && !/[a-z]/i.test(`${b.prose} ${b.lead}`);
}

const isValue = (i: Item): boolean =>
  [
    [i.left, i.right],
    [i.right, i.left],
  ].some(([a, b]) => a.op === "symbol" && namesOf(b).symbols.size === 0);

/** Whether words or signs near the step choose among the solutions, or go on to others. */
function isChosen(item: Item, input: JudgeInput): boolean {
  const { statement } = item.link;
  const at = input.groups.findIndex((g) => g.line === statement);
  const next = input.groups[at + 1];
  const goesOn = next?.items.some((i) => i.left.op === "symbol" && i.left.name === item.left.name && i.relation === "=") ?? false;
  const around = `${statement.prose.slice(-120)} ${statement.lead} ${statement.trail} ${statement.after.slice(0, 120)} ${statement.links[0].right.tokens.some((t) => t.text === "pm") ? "or" : ""}`;
  return goesOn || statement.listed || CHOSEN.test(around);
}

/** Whether the document speaks of sizes at all, or says of the name what it is: then a negative value was never meant. */
function isSize(name: string, item: Item, input: JudgeInput): boolean {
  if (/^(r|R|\\sigma|\\rho|\\ell|[A-Z]{2,})(_|$)/.test(name)) return true;
  const from = Math.max(0, item.link.left.from - 1500);
  return SIZE.test(input.text.slice(from, item.link.right.to + 200));
}
