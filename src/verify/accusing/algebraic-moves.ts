/** Equations that the words before them call another form of the equation they stand behind, and that are false wherever that one is true. */
import { freeNames } from "../../checks/solutions";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item, ItemGroup } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { type Assertion, all, assertionOf } from "../../expression/assertion";
import { rewrite, same, symbol } from "../../expression/tree";
import { attemptDirection } from "../answers/arrows";
import { pointInWords } from "../figure";
import type { Judgement } from "../report";
import { arrives, caseStart, sentenceBefore } from "../trying/case-start";
import { isHeavy, isOtherFigure, premises, restsOnFailure } from "../trying/consequences";
import type { JudgeInput } from "../trying/trial";

/** What is done to an equation to write it in another way: each of these keeps what it says. */
const MOVE =
  /\b(re-?writ\w+|simplif\w+|expand\w*|factor(s|ed|ing)?\b|re-?arrang\w+|distribut\w+|combin\w+ (the )?(like )?terms|collect\w+|cross-?multipl\w+|multiply\w*|divid\w+|subtract\w*|add(ing)?\b|mov(e|ing)|clear\w* (the )?(fractions?|denominators?)|that is(?! \w)|equivalently|or(?=\s*,))\b/i;

/** Words that bring in something else than the equation before. */
const ELSE =
  /\b(such that|let(?!['’]s\b)|substitut\w*|plug\w*|set|setting|suppose|assum\w*|where|since|because|given|know\w*|known|from|by|with|using|use|if|when|case|cases|either|both equations|equations|system|other|another|first|second|third|two|similarly|also|instead|consider|try|approximat\w*|not|cannot|unless|contradict\w*|impossible|however|but|need|want|must|should|would|could|may|integer\w*|modulo|mod|eliminat\w*|limit|derivative|integra\w*|differentiat\w*)\b/i;

/** "Subtracting, we get", "adding both": two equations are put together. */
const PUTS_TOGETHER =
  /\b(subtract\w*|add(ing)?|combin\w+)\s*(,|:|(we|this|which)\b|(them|both|the (two|three)|these)\b(?!\s+sides?)|gives?\b|yields?\b|¤?$)|\bdivid\w+\s*(,|:|(we|this|which)\b|them\b)/i;

/** Names that a rule is quoted for: "using the distributive property". */
const QUOTED =
  /\b(by|using|with)\s+(the\s+|a\s+)?(\w+\s+){0,2}(property|properties|rule|rules|law|laws|formula|identity|foil|factoring|expanding|expansion)\b/gi;

/** Formulas between the two that say nothing of the names of the equation, at most. */
const BETWEEN = 3;
/** Different points at which an equation in several unknowns must be false. */
const ENOUGH = 3;

/** Whether the words before an equation call it another form of the equation it stands behind. */
export function isAnotherForm(item: Item, input: JudgeInput): boolean {
  const before = item.relation === "=" && item.link.index === 0 && !item.link.continued ? equationBefore(item, input.groups) : undefined;
  return before !== undefined && isMove(item, before, input);
}

/** The judgement of an equation that is called another form of the one before it and excludes all its solutions. */
export function wrongMove(item: Item, input: JudgeInput): Judgement | undefined {
  const { statement } = item.link;
  if (item.relation !== "=" || item.link.index > 0 || item.link.continued || item.premise || statement.system || statement.arrow || isHeavy(item))
    return undefined;
  const before = equationBefore(item, input.groups);
  if (!before || !isMove(item, before, input) || before.some((b) => isHeavy(b) || restsOnFailure(b, input) || isOtherFigure(item, b) || isNewValue(item, b)))
    return undefined;
  const opened = caseStart(item, input.text);
  if (before.some((b) => b.link.left.from < opened)) return undefined;
  const own = freeNames([item.left, item.right]);
  const other = freeNames(before.flatMap((b) => [b.left, b.right]));
  if (own.size === 0 || ![...own].every((n) => other.has(n))) return undefined;
  const lost = [...other].filter((n) => !own.has(n));
  const facts = input.environment.facts(item);
  const claimed = assertionOf(item.left, "=", item.right);
  const definitions = new Map(
    [...definitionsFor(item, allNames([...before, item].flatMap((i) => [i.left, i.right])), facts)].filter(([, d]) => d.params.length > 0),
  );
  const asked = (given: readonly Item[], to = claimed): Asked => {
    const parts = given.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
    return parts.length === given.length && to ? attemptDirection(all(parts), to, { definitions, extra: [] }, item, [], input) : undefined;
  };
  const direct = asked(before);
  const found = direct?.found;
  if (!found || direct.opaque || found.kind !== "broken" || !found.always || found.open || found.rough || found.region) return undefined;
  if (!found.pinned && found.lost.length < ENOUGH) return undefined;
  if (lost.length > 0 && !before.every((b) => isFreeOf(b, lost, asked))) return undefined;
  // what else is known of the same names may be what it leans on
  const others = premises(item, facts, input.groups).filter((f) => !before.includes(f) && !leadsTo(f, before, asked));
  if (others.some((f) => isAllowed(asked([...before, f]))) || (others.length > 1 && isAllowed(asked([...before, ...others])))) return undefined;
  const at = pointInWords(found.witness);
  return {
    verdict: "fails",
    code: "equation/contradicts",
    message: `Does not follow: it is false at ${at}, where the equation before it is true.`,
    witness: { values: { ...found.witness }, left: 1, right: 0 },
  };
}

/** "The mean is m = 2.5. Adding a fourth figure, m = 3": a plain number has no other form. */
const isNewValue = (item: Item, b: Item): boolean => b.right.op === "number" && freeNames([item.right]).size === 0 && same(item.left, b.left);

type Asked = ReturnType<typeof attemptDirection> | undefined;

/** It may be true with what else is known. */
const isAllowed = (asked: Asked): boolean => asked?.found.kind === "follows" || (asked?.found.kind === "broken" && !asked.found.always);

const isExcluded = (asked: Asked): boolean => asked?.found.kind === "broken" && asked.found.always;

/** Names that cancel: with others in their place the equation says the same. */
function isFreeOf(before: Item, names: readonly string[], asked: (given: readonly Item[], to?: Assertion) => Asked): boolean {
  const [left, right] = [before.left, before.right].map((e) =>
    rewrite(e, (n) => (n.op === "symbol" && names.includes(n.name ?? "") ? symbol(`${n.name}^{\\circ}`, n.span) : n)),
  );
  return asked([before], assertionOf(left, "=", right))?.found.kind === "follows";
}

/** An equation that the one before was worked out of says no more than that one. */
const leadsTo = (f: Item, before: readonly Item[], asked: (given: readonly Item[]) => Asked): boolean =>
  before.some((b) => sameNames(f, b)) && isExcluded(asked([f]));

const sameNames = (a: Item, b: Item): boolean => {
  const [p, q] = [freeNames([a.left, a.right]), freeNames([b.left, b.right])];
  return p.size === q.size && [...p].every((n) => q.has(n));
};

/** The signs of the nearest statement before an equation that speaks of its names, past a few that do not. */
function equationBefore(item: Item, groups: readonly ItemGroup[]): readonly Item[] | undefined {
  const own = freeNames([item.left, item.right]);
  const at = groups.findIndex((g) => g.items.some((i) => i.link === item.link));
  for (let i = at - 1, seen = 0; i >= 0 && seen <= BETWEEN; i--) {
    const { items, line } = groups[i];
    if (items.length === 0) continue;
    if (items[0].scope !== item.scope) return undefined;
    seen++;
    if (![...freeNames(items.flatMap((x) => [x.left, x.right]))].some((n) => own.has(n))) continue;
    const plain = items.every((x) => x.relation === "=" && !x.link.continued === (x.link.index === 0) && x.role !== "unread") && !line.system && !line.aside;
    return plain && items[0].link.statement.block.paragraph >= item.link.statement.block.paragraph - 3 ? items : undefined;
  }
  return undefined;
}

/** The words between them say a move and nothing else; equations in a row go on with the move that led to the first of them. */
function isMove(item: Item, before: readonly Item[], input: JudgeInput): boolean {
  const { statement } = item.link;
  const opens = statement.row === 0 && statement.order === 0;
  const below = opens && statement.block.display && before[0].link.statement.block.display && !/[a-z]/i.test(statement.prose);
  const words = below || !opens ? statement.lead : sentenceBefore(item, input.text);
  // beside another formula: another solution, another equation
  if (/¤[\s,]*(or|and)?[\s,]*$/i.test(words)) return false;
  const plain = words.replace(QUOTED, " ");
  if (/[a-z]{2}/i.test(words)) return MOVE.test(plain) && arrives(words) && !ELSE.test(plain) && !PUTS_TOGETHER.test(plain);
  const [first] = before;
  const above = first.link.statement;
  if (above.arrow || first.link.index > 0 || first.premise) return false;
  if (above.block.paragraph < statement.block.paragraph - 1) return false;
  const earlier = equationBefore(first, input.groups);
  return earlier !== undefined && !above.system && isMove(first, earlier, input);
}
