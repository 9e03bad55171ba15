/** The number that an equation gives a name, offered in place of the one that a text says. */
import type { Item, ItemGroup } from "../../derivation/facts/items";
import { simple } from "../../fixes/simple";
import { candidate, siteOf, write } from "../../fixes/site";
import { fixesOf } from "../accusing/repairs";
import type { Fix } from "../report";
import type { JudgeInput } from "../trying/trial";

/** A right side with more tokens is no plain number. */
const LONG = 12;
/** Denominators that somebody would write. */
const MOST_DENOMINATOR = 30;

/** The right side of a value replaced by another number; nothing where that is none that a person would write. */
export function valueFix({ link: { right } }: Item, value: number, input: JudgeInput): Fix[] {
  const latex = simple(value, MOST_DENOMINATOR)?.latex;
  if (!latex || right.tokens.length === 0 || right.tokens.length > LONG) return [];
  const site = siteOf(right.tokens, input.text, []);
  const said = input.text.slice(right.from, right.to).trim();
  const found = candidate(site, 0, site.tokens.length, write(latex), `Replace $${said}$ by $${latex}$`, 1);
  return found ? fixesOf({ candidates: [found] }, input.range) : [];
}

/** Of several solutions the one that is meant by a wrong value: it with the other sign, or the only one. */
export function meantBy(value: number | undefined, solutions: readonly number[]): number | undefined {
  const opposite = value === undefined ? undefined : solutions.find((s) => value !== 0 && Math.abs(s + value) < 1e-9 * Math.abs(value));
  return opposite ?? (solutions.length === 1 ? solutions[0] : undefined);
}

/** The value for a name that groups say, the first of them; undefined where none is a lone name with a right side. */
export const valueSaid = (groups: readonly ItemGroup[]): Item | undefined =>
  groups.length === 1 && groups[0].items.length === 1 && /^(symbol|indexed)$/.test(groups[0].items[0].left.op) ? groups[0].items[0] : undefined;
