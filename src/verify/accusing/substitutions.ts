/** Equations that the words before them get from an equation by putting in what the sentence names, and that are false at all its solutions. */
import type { Followed } from "../../checks/implication";
import { freeNames } from "../../checks/solutions";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { all, assertionOf } from "../../expression/assertion";
import { symbolName } from "../../expression/names";
import { attemptDirection, type Direction } from "../answers/arrows";
import { pointInWords } from "../figure";
import type { Judgement } from "../report";
import { arrives, sentenceBefore, sentenceStart } from "../trying/case-start";
import { isHeavy, restsOnFailure } from "../trying/consequences";
import type { JudgeInput } from "../trying/trial";

const PUT_IN = /\b(substitut\w*|plug\w*)\b/i;
/** Words of cases, of trials and of more than one equation. */
const ELSE =
  /\b(if|when|case|cases|suppose|assum\w*|let(?!['’]s\b)|cannot|not|try\w*|test\w*|check\w*|verif\w*|guess\w*|instead|would|could|may|approximat\w*|mod(ulo)?|limit|derivative|integra\w*|differentiat\w*|equations|two|both|similarly|other|another|inequalit\w*|functional)\b/i;
/** Statements before the equation that it may have been put into. */
const BACK = 20;
/** Different points at which an equation in several unknowns must be false. */
const ENOUGH = 3;

/** Equations that it may have been put into, at most. */
const LOOKED = 4;

interface Refuted {
  readonly equation: Item;
  readonly found: Extract<Followed, { kind: "broken" }>;
}

/** Whether the words before an equation get it by putting something into another. */
export function isPutIn(item: Item, { text }: JudgeInput): boolean {
  const words = sentenceBefore(item, text);
  return item.relation === "=" && item.link.index === 0 && PUT_IN.test(words) && arrives(words) && !ELSE.test(words);
}

/** The judgement of an equation that does not follow from the one that values and formulas of its sentence were put into. */
export function wrongSubstitution(item: Item, input: JudgeInput): Judgement | undefined {
  const { statement } = item.link;
  if (item.relation !== "=" || item.link.index > 0 || item.link.continued || item.premise || statement.system || statement.arrow || isHeavy(item))
    return undefined;
  if (statement.row > 0 || statement.order > 0) return undefined;
  if (item.left.op === "apply" || !isPutIn(item, input)) return undefined;
  const words = sentenceBefore(item, input.text);
  const before = equationsBefore(item, input);
  const begin = sentenceStart(item, input.text);
  const inside = before.filter((i) => i.link.left.from >= begin && isNamed(i));
  // "Substituting this into equation 1": what stands right before
  const put =
    inside.length === 0 && /\b(this|it|the (result|value|expression))\b/i.test(words) ? before.filter((i) => i.link.left.from < begin).slice(0, 1) : inside;
  const into = before.filter((i) => !put.includes(i) && !isNamed(i) && shares(i, item));
  // the last that was said of a name
  const isLast = (i: Item): boolean => before.find((b) => isNamed(b) && symbolName(b.left) === symbolName(i.left)) === i;
  const values = before.filter((i) => isNamed(i) && !put.includes(i) && freeNames([i.right]).size === 0 && isLast(i));
  if (into.length === 0 || [...put, ...into].some((i) => isHeavy(i) || restsOnFailure(i, input))) return undefined;
  const asked = asker(item, input);
  const named = new Set([...put, ...values].map((i) => symbolName(i.left)));
  const own = freeNames([item.left, item.right]);
  const against = (equation: Item): Refuted | undefined => {
    const known = freeNames([equation, ...put].flatMap((i) => [i.left, i.right]));
    if (![...own].every((n) => known.has(n))) return undefined;
    const used = [...put, ...values.filter((v) => known.has(symbolName(v.left)) && !own.has(symbolName(v.left)))];
    const { found, opaque } = asked([equation, ...used]);
    if (opaque || found.kind !== "broken" || !found.always || found.open || found.rough || found.region) return undefined;
    const mentioned = freeNames([equation.left, equation.right]);
    const replaced =
      equation === into[0] && put.length > 0 && put.every((i) => mentioned.has(symbolName(i.left))) && [...known].every((n) => own.has(n) || named.has(n));
    if (!found.pinned && (!replaced || found.lost.length < ENOUGH)) return undefined;
    if (into.some((e) => e !== equation && (isAllowed(asked([e, ...used])) || isAllowed(asked([equation, e, ...used]))))) return undefined;
    return values.some((v) => !used.includes(v) && isAllowed(asked([equation, v, ...used]))) ? undefined : { equation, found };
  };
  const refuted = into.slice(0, LOOKED).reduce<Refuted | undefined>((r, e) => r ?? against(e), undefined);
  if (!refuted) return undefined;
  const { found, equation: nearest } = refuted;
  const at = pointInWords(found.witness);
  const source = input.text.slice(nearest.link.left.from, nearest.link.right.to).trim();
  return {
    verdict: "fails",
    code: "equation/contradicts",
    message: `Does not follow from $${source}$: it is false at ${at}.`,
    witness: { values: { ...found.witness }, left: 1, right: 0 },
  };
}

const isAllowed = ({ found }: Direction): boolean => found.kind === "follows" || (found.kind === "broken" && !found.always);

/** A name on the left and what is put in its place on the right. */
const isNamed = ({ left, right }: Item): boolean => (left.op === "symbol" || left.op === "indexed") && !freeNames([right]).has(symbolName(left));

function shares(a: Item, b: Item): boolean {
  const own = freeNames([b.left, b.right]);
  return [...freeNames([a.left, a.right])].some((n) => own.has(n));
}

/** Plain equations before an item in its scope, nearest first. */
function equationsBefore(item: Item, { groups }: JudgeInput): Item[] {
  const at = groups.findIndex((g) => g.items.some((i) => i.link === item.link));
  return groups
    .slice(Math.max(0, at - BACK), Math.max(0, at))
    .reverse()
    .flatMap((g) => (g.line.system || g.line.aside ? [] : g.items))
    .filter((i) => i.scope === item.scope && i.relation === "=" && i.role !== "unread" && !i.link.continued);
}

/** Asks whether the item follows from equations, as equations between numbers. */
function asker(item: Item, input: JudgeInput): (given: readonly Item[]) => Direction {
  const claimed = assertionOf(item.left, "=", item.right);
  const facts = input.environment.facts(item);
  return (given) => {
    const parts = given.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
    if (!claimed || parts.length < given.length) return { found: { kind: "unknown", code: "implication/not-read", message: "" }, used: [], opaque: true };
    const functions = new Map(
      [...definitionsFor(item, allNames([...given, item].flatMap((i) => [i.left, i.right])), facts)].filter(([, d]) => d.params.length > 0),
    );
    return attemptDirection(all(parts), claimed, { definitions: functions, extra: [] }, item, [], input);
  };
}
