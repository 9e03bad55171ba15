/** Values that solve the last equation and not the one that asked for them: squaring and multiplying bring such in. */
import { freeNames } from "../../checks/solutions";
import type { Item } from "../../derivation/facts/items";
import { languageOfText, withEnglishConnectives } from "../../document/connectives";
import { type Assertion, relation } from "../../expression/assertion";
import type { Judgement } from "../report";
import type { JudgeInput } from "../trying/trial";
import { attemptDirection } from "./arrows";

/** Words right before the equation that ask for its solutions. */
const ASKS = /\b(?:solv(?:e|es|ing)|(?:find|determine) (?:all |the )?(?:real )?(?:solutions?|roots?)|(?:solutions?|roots?) (?:of|to))\b[^.;:]{0,60}$/i;
/** Words behind the value that look at it again, or before it that do not tell it as the answer. */
const LOOKED_AT =
  /\b(?:check\w*|verif\w*|drop\w*|fail\w*|discount\w*|rul(?:e|ed|ing)|eliminat\w*|omit\w*|convention|extraneous|spurious|reject\w*|discard\w*|exclud\w*|invalid|valid|candidates?|possib\w+|only|but|however|not|doesn|isn|can|cannot|test\w*|original|since|because|as|negative|positive|domain|Probe|nur|nicht|aber|seulement|pas|mais|solo|no|pero|non|ma|mas|não)\b/i;
const BEHIND = 500;
/** Paragraphs between the question and the answer. */
const NEAR = 8;

/** The judgement of a value of a name that does not solve the equation that asked for it; undefined where it does, or no equation did, or the text looks at it again. */
export function extraneous(name: string, value: Assertion, item: Item, last: Item, input: JudgeInput): Judgement | undefined {
  const before = input.groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.scope === item.scope);
  const at = before.map((i) => i.link.index === 0 && i.relation === "=" && ASKS.test(i.link.statement.prose)).lastIndexOf(true);
  const question = before[at];
  if (!question || question.order >= last.order || item.link.statement.block.paragraph - question.link.statement.block.paragraph > NEAR) return undefined;
  const isInName = (i: Item): boolean => [...freeNames([i.left, i.right])].every((n) => n === name);
  if (question.link.statement.links.length !== 1 || !freeNames([question.left, question.right]).has(name) || !before.slice(at).every(isInName))
    return undefined;
  const { text } = input;
  const from = item.link.right.to;
  const [behind] = text
    .slice(from, from + BEHIND)
    .replace(/^\s*(?:\$+|\\[)\]])/, "")
    .split(/\n\s*(?:#|\*\*|\\(?:section|subsection|item|paragraph|textbf)\b)/);
  const words = `${text.slice(last.link.right.to, item.link.left.from)} ${behind.replace(/\$[^$]*\$|\\[a-zA-Z]+/g, " ")}`;
  if (LOOKED_AT.test(withEnglishConnectives(words, languageOfText(text)))) return undefined;
  const { found, opaque } = attemptDirection(value, relation(question.left, "=", question.right), { definitions: new Map(), extra: [] }, item, [], input);
  if (found.kind !== "broken" || !found.pinned || !found.always || found.open || found.region || found.rough || opaque) return undefined;
  const asked = text.slice(question.link.left.from, question.link.right.to).trim();
  return {
    verdict: "fails",
    code: "equation/no-solution",
    message: `It solves the equation before it, but not $${asked}$, of which solutions were asked for.`,
  };
}
