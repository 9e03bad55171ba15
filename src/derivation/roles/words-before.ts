/** What the words before an equation say of it. */
import { nearestCue } from "../../document/cues";
import { isNextOfList } from "../facts/initial-values";
import type { Link } from "../reading/chains";
import type { State } from "./state";

/** What the words before an equation say of it. */
export function cueOf(link: Link): ReturnType<typeof nearestCue> {
  const { statement } = link;
  const words = statement.lead.replace(/^[,\s]+/, "");
  if (/\b(where|with|let|denote)\b/i.test(words)) return "define";
  // a reason is known already, or holds by itself
  if (/^(as|since|because)\b/i.test(words)) return undefined;
  if (/^(hypothesis|for|if|when|whenever|assuming|provided|given|subject to|such that|s\.t\.|with)\b/i.test(words)) return "given";
  if (words && /\b(so|hence|thus|therefore|then|i\.e\.|that is|or|and hence|we get|gives)\b/i.test(words)) return "claim";
  // "…, so that": what follows; a condition is "c so that"
  if (/^\s*[,;]\s*so that\s*$/i.test(statement.prose)) return "claim";
  if (/^\s*\n\s*so that\s*$/i.test(statement.prose) && statement.order === 0) return undefined;
  if (/\b(with|given(?: that)?|such that|for which|so that|satisfying|having|subject to)\s*$/i.test(statement.prose) && !statement.block.display)
    return "given";
  if (statement.block.display && statement.order === 0 && INTRODUCES.test(statement.prose)) return "define";
  return statement.order === 0 || statement.prose ? nearestCue(statement.prose) : undefined;
}

/** "Given the function": a formula behind it is that of a name, whatever the name was before. */
const INTRODUCES = /\b(?:given|consider|take|examine)\s+(?:the|a|this)\s+(?:[a-z]+\s+)?(?:function|curve|position|formula)[\s,:]*$/i;

/** The second of a list is a definition as the first is. */
export const goesOnDefining = ({ statement, continued }: Link, { defining }: State): boolean =>
  !continued &&
  defining !== undefined &&
  defining.paragraph === statement.block.paragraph &&
  defining !== statement.block &&
  isNextOfList(statement) &&
  statement.lead.trim() === "";

/** Words right before a constraint, behind which others may follow. */
const CONSTRAINS = /\b(?:subject to|s\.t\.|under the (?:two |three |linear )?(?:constraints?|conditions?)|with the (?:two )?constraints?)\s*(?:that\s*)?$/i;

/** Whether a formula is a constraint: "subject to" stands before it, or before the list that it goes on with. */
export const constrains = (link: Link, state: State): boolean => CONSTRAINS.test(link.statement.prose) || goesOnConstraining(link, state);

/** "Subject to $\\sum p_i = 1$ and $\\sum p_i x_i = m$": the second is a constraint as the first is. */
export const goesOnConstraining = ({ statement, continued }: Link, { constraining }: State): boolean =>
  !continued &&
  constraining !== undefined &&
  constraining.paragraph === statement.block.paragraph &&
  constraining !== statement.block &&
  isNextOfList(statement) &&
  statement.lead.trim() === "";
