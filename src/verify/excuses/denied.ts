/** Statements that the words around them call false, or ask about: contradictions that are arrived at, trials that fail, mistakes that are warned of. */
import type { Item } from "../../derivation/facts/items";
import { isOption } from "../../document/options";
import { namesOf } from "../../expression/names";
import { sentenceBefore } from "../trying/case-start";
import { type Excuse, unjudged } from "./excuse";
import { type Behind, behind } from "./sentences";

/** The words before say that it does not hold, or ask whether it does. */
const BEFORE: readonly RegExp[] = [
  /\b(cannot|can['’]t|can not|could not|couldn['’]t|must not|never) (have|be|hold|get|equal|happen|be true that)\b/i,
  /\b(not|never) (true|the case|possible|correct|right|valid)\b/i,
  /\b(false|wrong|incorrect|absurd|impossible|untrue|invalid) (that|to|claims?|statements?|answers?|results?|equations?|formulas?|conclusions?|identit(y|ies))\b/i,
  /\b((common|typical|usual|frequent|classic(al)?|serious|tempting) (mistake|error)|mistakes?|fallac(y|ies|ious)|misconceptions?|paradox\w*)\b/i,
  /\b(wrongly|incorrectly|mistakenly|erroneously|falsely|na[iï]vely)\b/i,
  /\b((one|you|we|students?|people) (might|would|could|may|often) (expect|think|guess|believe)|(students?|people) (might|would|could|may|often) (write|say)|tempt\w*|blindly|if (we|you|one) (forgets?|ignores?|forgot|ignored|drops?|omits?))\b/i,
  /\b(first|initial|old|earlier|naive|careless) (attempt|try|guess|estimate|answer|result)\b|\bguess\b/i,
  /\b(he|she|they|someone|somebody|student|opponent) (claims?|claimed|says?|said|thinks?|thought|wrote|writes?)\b/i,
  /\ba student\b.*\b(provides?|offers?|gives?|submits?|writes?)\b.*\b(solution|answer|proof|argument|work|computation)\b/i,
  /\b(refute|disprove|avoid|fake proof|bogus)\b|["“”']proof["“”']/i,
  /\bhad (we|it|he|she|they|I|you)\b.*\bwould\b/i,
  /\binteger (arithmetic|division)\b/i,
  /\bwhether( or not)?(,? [a-z'’-]+){0,5}[\s:,]*$/i,
  /\bno (real |other |integer |more )?(solutions?|roots?) (to|of|for)\b[^,;]*$/i,
  // what is done to it: "we can reduce x = 3 to x = 1"
  /\b(reduc(e|es|ed|ing)|transform|convert|turn)\s*$/i,
  /\bcontradict\w*/i,
  /\b(does|do|did|is|are) ?(not|n['’]t) (mean|imply|give|follow|hold|yield|equal|say|true|have(?=[\s,:]*$| that| ¤))\b/i,
  /\b(otherwise|without|instead of|rather than)\b.*\bwould\b|\bwould\b.*\b(otherwise|without|instead)\b/i,
  /\bif (it|this|that|these|¤)(?: \w+)? were\b/i,
];
/** It is supposed, by itself. */
const REPLACED = /\b(instead of|rather than|in place of)[\s:'‘“"`]*$/i;
const SUPPOSED =
  /\b(suppose|supposing|assume|assuming|pretend\w*|imagine|let['’]s say)\b(,? (?!(?:then|so|hence|thus|therefore|gives?|yields?|implies|means)\b)\w+){0,8}[\s,:]*$|\bif(,? (that|instead|it|we|one|were|had|got|get))*[\s,:]*$/i;

/** "if $f$ is even and $f(0) = 0$, then": supposed with what stands before it. */
const SUPPOSED_TOO = /\bif\b[^,;:]*\band\s*$/i;

/** "either f(−x) = f(x) and …, or …": one of two cases; values of a name are answers. */
const EITHER = /\beither\s*$/i;

/** "if a and m are coprime (i.e. …": what is supposed, in other words. */
const IN_OTHER_WORDS = /\b(if|iff|when|whenever|provided)\b[^.?!]*\(\s*(i\.\s?e\.|that is)[\s,:]*[$\\(]*$/i;

const FALSE = String.raw`(false|untrue|wrong|incorrect|invalid|mistaken|impossible|absurd|nonsense|inconsistent|a contradiction|contradictory|not (true|correct|the case|possible|satisfied|valid|right|equal|so|an? (solution|root|identity|zero)))`;
/** The words behind say so. */
const BEHIND: readonly RegExp[] = [
  /\b(contradict\w*|absurd\w*|impossib\w+|inconsisten\w+|nonsens\w+|no solutions?|no (meaning|sense)|meaningless|integer (arithmetic|division)|fails?|failed|not a solution|reject(ed)?|mistakes?|fallac(y|ies|ious)|(illegal|invalid|forbidden) (step|move|division|cancellation))\b/i,
  new RegExp(String.raw`\b(is|are|was|were|be|being|'s)\b,? (\w+ly |of course |again |simply |just |always |then )?${FALSE}\b`, "i"),
  // a list of corrections
  /^['’”"`\s]*(on the \w+ side )?should (be|have|read|say|not be)\b/i,
  /\bnever (happens?|holds?|occurs?|true|the case|so)\b/i,
  /\b(does|do|did|will|would|can|could)(n['’]t| not|not) (hold|work|happen|satisfy|solve|check out)\b/i,
];
/** Of numbers these words are about the statement; of formulas they say that a slip has been seen, which is worth telling. */
const CANNOT = /\bcannot be (right|true|correct|so)\b/i;
/** Another value is the right one. */
const CORRECTED = /(;|\b(but|whereas|while|instead|later))\s*(the\s+)?(correct(ed)?|right|true|actual)\b/i;
/** The next sentence says so. */
const ANSWER = new RegExp(
  String.raw`^\s*((but|and|so|clearly|obviously|however|thus|hence|yet|indeed|of course|since|therefore)\b,?\s*)*((this|that|it|which|these|here)\b.{0,40}?\b)?(\b(is|are|was|were|does|do|cannot|can|has|have|fails?|holds?|contradicts?)\b.{0,20}?)?\b(${FALSE}|contradict\w*|fails?|does not hold|doesn['’]t hold|no solutions?)\b`,
  "i",
);
/** The next sentence names the flaw. */
const FLAW = /^\s*(the|this|here the) (error|mistake|flaw|fallacy|catch|division by zero|illegal step)\b/i;
const NO = /^\s*(no|nope|never|it (is|does|do|did)(n['’]t| not)|this is not so|not at all|false|wrong)\s*([,.!;¤]|$)/i;
/** Options of a question, statements that are true or false. */
const LABEL = /(?:^|[\s*(])\(?(?:[A-H]|[a-h]|[ivx]{1,4}|\d)[).][*\s]*$/;
const CHOOSE =
  /\b(true or false|true\/false|T ?\/ ?F\b|which (one )?of (the|these|those)|which (is|are) (true|correct|false|wrong)|(choose|select|decide|determine) (which|whether)|correct or (incorrect|wrong))\b/i;
/** Statements of one paragraph that are asked about without labels. */
const ASKS = /\b(true or false|true\/false|T ?\/ ?F\b|prove or disprove|right or wrong|decide whether|determine whether)\b/i;
/** Characters before an option in which its question stands. */
const ASKED = 500;

/** In other languages, before a formula or behind it. */
const ABROAD =
  /(?<![\p{L}])(Widersprüche?|Widerspruchs?|widersprüchlich|falsche Aussage|falsch|faux|fausse|falso|falsa|falsche|ошибочно|неверно|ложно|keine Lösung(en)?|unlösbar|unmöglich|contradictoire|absurde|(pas|plus) de solutions?|aucune solution|contradicci[oó]n|contradictorio|absurdo|imposible|no tiene soluci[oó]n|sin soluci[oó]n|assurdo|contraddizione|impossibile|nessuna soluzione|contradição|impossível|sem solução)(?![\p{L}])|矛盾|错误|錯誤|假命题|无解|無解|不成立|不可能/iu;
/** Whatever the formula is: "this obviously does not fit the facts". */
const NOT_SO = /不符合事实|与事实不符|与事实矛盾|widerspricht (?:der|den) (?:Tatsachen?|Annahme)|contredit l['’]hypothèse|contradice la hipótesis/i;

/** `\\implies 1 = 2`: nobody takes one numeral for another; it is what the argument wants. */
const isAbsurd = ({ link: { statement }, left, right }: Item): boolean =>
  statement.arrow?.relation === "⇒" && statement.links.length === 1 && [left, right].every((e) => e.op === "number" && /^\d$/.test(e.name ?? ""));

/** Signs of a contradiction, and of a set without elements, behind a false statement about numbers. */
const RULED_OUT =
  /^[^=]{0,40}(=[\s&]*)?(\\(emptyset|varnothing|lightning|blitz\w*|bot|contradiction|Contradiction)\b|\\Rightarrow\s*(\\!)*\s*\\Leftarrow|[∅⊥↯※])/;

const isRuledOut = (item: Item, text: string): boolean =>
  isClosed(item) &&
  RULED_OUT.test(
    text
      .slice(item.link.right.to, item.link.right.to + ASKED / 5)
      .split(/\n\s*\n/)[0]
      .replace(/\s+/g, " "),
  );

export const denied: Excuse = (item, { text }) => {
  const why = isDenied(item, text) ?? (isToDecide(item, text) ? "it is an option of a question" : undefined);
  return why === undefined ? undefined : unjudged("context/denied", `Not judged: as it stands it is false, and ${why}.`);
};

function isDenied(item: Item, text: string): string | undefined {
  const words = sentenceBefore(item, text);
  const after = behind(item, text);
  if (after.end === "?" && !/[¤].*¤/.test(after.rest)) return "the sentence is a question";
  if (REPLACED.test(words)) return "the words before put something else in its place";
  if (SUPPOSED.test(words) || SUPPOSED_TOO.test(words) || IN_OTHER_WORDS.test(text.slice(Math.max(0, item.link.left.from - ASKED / 2), item.link.left.from)))
    return "it is supposed";
  if (EITHER.test(words) && item.left.op !== "symbol") return "it is one of two cases";
  if (isClosed(item) && (isRuledOut(item, text) || ABROAD.test(words) || ABROAD.test(after.rest) || ABROAD.test(after.next))) return "it is a contradiction";
  if (isAbsurd(item) || NOT_SO.test(`${after.rest} ${after.next}`)) return "it is a contradiction";
  return BEFORE.some((p) => p.test(words)) || isCalledFalse(after) || (isClosed(item) && CANNOT.test(after.rest))
    ? "the words around it say so or ask whether it is"
    : undefined;
}

const isClosed = ({ left, right }: Item): boolean => {
  const names = namesOf(left, right);
  return names.symbols.size + names.indexed.size + names.applied.size === 0;
};

const isCalledFalse = ({ rest, next }: Behind): boolean =>
  BEHIND.some((p) => p.test(rest)) || CORRECTED.test(rest) || ANSWER.test(next) || NO.test(next) || FLAW.test(next);

function isToDecide({ link }: Item, text: string): boolean {
  const { from } = link.statement.block.span;
  const before = text.slice(Math.max(0, from - ASKED), from);
  const [last = "", above = ""] = before.split(/\n\s*\n/).reverse();
  return (LABEL.test(before) && CHOOSE.test(before)) || ASKS.test(last) || (/:\s*$/.test(above) && ASKS.test(above)) || isOption(text, from);
}
