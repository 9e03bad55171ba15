/** Equations of sets that do not hold for all sets, and of which one stroke of the pen makes one that does: De Morgan's rules with the wrong sign. */
import { hasError, type Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { parseOnce } from "../../derivation/reading/chains";
import { same } from "../../expression/tree";
import { strokes } from "../../fixes/strokes";
import { remedyOf } from "../messages";
import type { Judgement } from "../report";
import { NOT_OF_ALL_SETS, type SetsCompared, sameSets } from "../trying/set-algebra";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { isPlainlyStated } from "./plainly-stated";
import { fixesOf } from "./repairs";

/** Edits that replace a sign or a name by its neighbour. */
const STROKE = 1.45;
const OFFERED = 3;
/** What documents say of sets that makes more equations hold. */
const SAID = /\b(?:disjoint|exclusive|partition\w*|nested|increasing|decreasing|independent)\b/i;

/** The judgement of an equation of sets that differs for some, of which nothing is said; undefined where no stroke mends it. */
export function slipInSets(item: Item, tried: Tried, input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.premise || tried.outcome.kind !== "unknown" || tried.outcome !== NOT_OF_ALL_SETS) return undefined;
  // a bar is a closure as often as a complement
  if (SAID.test(input.text) || !isPlainlyStated(item, input.text) || isBarred(item) || isSpokenOf(item, input)) return undefined;
  const found = [];
  for (const edit of strokes(item.link.right.tokens, input.text, [item.link.left.tokens], STROKE)) {
    const right = parseOnce({ ...item.link.right, tokens: edit.tokens }, input.reading);
    if (hasError(right) || same(right, item.right) || same(right, item.left) || !agreesUnder({ ...item, right }, tried, input)) continue;
    found.push(edit);
    if (found.length === OFFERED) break;
  }
  if (found.length === 0) return undefined;
  const compared = sameSets(item.left, item.right, tried.plan);
  return {
    verdict: "fails",
    code: "step/fails",
    message: `${compared?.apart ? elementApart(compared.apart) : "Does not hold for all sets."}${remedyOf(found[0])}`,
    fixes: fixesOf({ candidates: found }, input.range),
  };
}

const isBarred = ({ link }: Item): boolean => [link.left, link.right].some((side) => side.tokens.some((t) => /^(bar|overline)$/.test(t.text)));

/** Another formula says of two of these sets how they lie to each other: A ∩ B = ∅, A ⊆ B. */
function isSpokenOf(item: Item, { groups, text }: JudgeInput): boolean {
  const own = allNames([item.left, item.right]);
  const bases = new Set([...own].map((n) => n.replace(/_.*/, "")));
  if ([...text.matchAll(INCLUSION)].some(([, a, b]) => bases.has(a) && bases.has(b))) return true;
  return groups.some(({ items }) => items.some((i) => i.link !== item.link && i.role === "given" && [...allNames([i.left])].some((n) => own.has(n))));
}

const INCLUSION = /([A-Z])(?:_(?:\w|\{[^{}]*\}))?\s*\\(?:not\s*\\)?(?:sub|sup)set(?:n?eqq?)?\s*([A-Z])/g;

function elementApart({ inside, outside, side }: NonNullable<SetsCompared["apart"]>): string {
  const within = inside.length > 0 ? ` in ${listed(inside, "and")}` : "";
  const without = outside.length > 0 ? `${within ? " but" : ""} not in ${listed(outside, "or")}` : "";
  return `Does not hold: an element${within}${without} is on the ${side} side only.`;
}

const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${word} ${names[names.length - 1]}`;
