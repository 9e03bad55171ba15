/** Curves and planes that a sentence lists, "the region bounded by x = 0, y = 0 and x + y = 1": each is an equation of its own, and none is claimed of the others. */
import { allNames } from "../../derivation/names/all-names";
import { sentenceBefore } from "../trying/case-start";
import { type Excuse, unjudged } from "./excuse";

const LISTS =
  /\b(?:bounded|enclosed|cut off|delimited|contained|trapped|formed|limited)\s+(?:on [\w ]+ )?(?:by|between|in)\b|\b(?:between|inside|under|below|above) the (?:curves?|lines?|graphs?|planes?|surfaces?|parabolas?)\b|\b(?:lines?|curves?|planes?|asymptotes?|sides?|edges?|boundar(?:y|ies)|intersections? of|sketch|graph|plot)\b[^.;$]{0,40}$|\bbegrenzt\b|\bdélimité\w*|\blimitad[ao]\b|\blimitat[ao]\b|由.*围成/i;

const AND = /^[\s,;]*(?:and|or|by|und|et|y|e)?(?: the (?:line|curve|plane|[xyz]-axis))?[\s,;]*$/i;

export const boundaryCurves: Excuse = (item, { text }) => {
  const { statement } = item.link;
  if (item.relation !== "=" || statement.block.display || item.link.continued || statement.links.length > 1) return undefined;
  if (allNames([item.left, item.right]).size < 2) return undefined;
  // only words that list stand between the formulas
  const pieces = sentenceBefore(item, text).split("¤");
  const opening = pieces.map((words) => LISTS.test(words)).lastIndexOf(true);
  if (opening < 0 || opening === pieces.length - 1 || !pieces.slice(opening + 1).every((words) => AND.test(words))) return undefined;
  return unjudged("context/region", "Not judged: it is the equation of a boundary, beside others.");
};
