/** Words in a row: which are names of quantities, units or labels, and so part of an operand. */
import type { Piece } from "./pieces";

/** How the words at a place are used: as part of the operand, as a unit behind it, between two statements, or not at all. */
export function useOfWords(all: readonly Piece[], i: number): "operand" | "trail" | "between" | "nothing" {
  const text = all[i].text ?? "";
  const before = all[i - 1]?.kind;
  const after = all[i + 1]?.kind;
  const factor =
    isName(text) &&
    (before === "token" || before === undefined || before === "sign" || before === "arrow" || before === "gap" || before === "comma") &&
    (after === "token" || after === "sign" || after === undefined) &&
    (before !== "token" || (after !== "token" && after !== undefined) || i === 0);
  if (isCounted(all, i)) return "nothing";
  if (LEADS_ON.test(text)) return "between";
  if (factor && (before !== "token" || after === "sign")) return "operand";
  if (opensRow(all, i)) return "operand";
  if (UNSPACED.test(text) && before !== "token" && after === "sign") return "operand";
  if ((isPhrase(text) || isConstant(text)) && standsAlone(all, i)) return "operand";
  if (isRate(text) && before === "token") return "operand";
  if (isLabel(all, i)) return "nothing";
  return isUnit(text) && before === "token" && after !== "token" ? "trail" : "between";
}

/** Words of a script that writes none of its words apart: they name a quantity only as a whole side. */
const UNSPACED = /^\s*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,12}\s*$/u;

/** "Students, none: &= 3", "Fläche &= 5": what begins a row and stands right before its sign is the side that the row says something of, unless the words join it to the row above. */
function opensRow(all: readonly Piece[], i: number): boolean {
  const text = all[i].text ?? "";
  const isEmpty = (p: Piece): boolean => p.kind === "gap";
  const next = all.slice(i + 1).find((p) => !isEmpty(p));
  return all.slice(0, i).every(isEmpty) && /^[=≈]$/.test(next?.sign?.relation ?? "") && next?.kind === "sign" && isHeading(text);
}

/** Words that a row can be about: no remark in brackets, no sentence, and nothing that leads from one row to the next. */
const isHeading = (text: string): boolean =>
  text.length <= 80 &&
  /\p{L}{2}|\p{L}[\]-]/u.test(text) &&
  !/^\s*[([]/.test(text) &&
  !JOINS.test(text) &&
  isName(
    `x${text
      .normalize("NFD")
      .replace(/[^A-Za-z]+/g, " ")
      .slice(0, 29)}`.replace(/^x\s*/, ""),
  );

/** "So", in other languages. */
const LEADS_ON = /^\s*(donc|alors|soit|ainsi|d['’]où|daher|somit|folglich|also|entonces|luego|quindi|dunque|allora|logo|portanto|então)\s*[,:]?\s*$/iu;

/** "Finally, we get", "Schritt 2:", "donc": they lead from one row to the next. */
const JOINS = new RegExp(
  `(?<!\\p{L})(${[
    "we|us|you|it|its|this|these|those|there|is|are|was|be|been|get|gets|have|has|gives?|obtain|follows?|now|next|finally|again|similarly|likewise|also",
    "step|line|case|lemma|theorem|proposition|corollary|definition|equations?|eqn?|rule|identity|property|induction|assumption|hypothesis|symmetry|substitut\\w*|simplif\\w*|expand\\w*",
    "factor\\w*|rearrang\\w*|apply\\w*|plug\\w*|tak\\w+|us(e|ing)|not(e|ing)|recall\\w*|because|since|so|hence|thus|therefore|where|when|if|for|by|with|from|via|due|as|and|or|but|then|that",
    "donc|alors|d['’]o[uù]|soit|ainsi|ou|et|car|puisque|avec|par|selon|schritt|fall|daher|somit|damit|folglich|und|oder|also|wegen|nach|mit|da|entonces|luego|por|pues|con|paso|caso",
    "quindi|allora|dunque|ossia|cioè|per|passo|logo|então|portanto|com|pois",
  ].join("|")})(?!\\p{L})`,
  "iu",
);

/** Words inside an operand: a label such as "cost", not a conjunction. */
const isName = (text: string): boolean =>
  /^\s*[A-Za-z][\w\- ]{0,30}\s*$/.test(text) &&
  !/^\s*(and|or|if|for|where|when|so|hence|thus|therefore|because|since|with|subject|such|then|that|by|is|are|otherwise|else|as|in|on|we|at|from|to|a|an|the|i\.e\.|s\.t\.|constant|terms|others?|using|let|note|but|iff|all|have|which|given|provided|assuming|implies|gives|only|while|mod|let)\b/i.test(
    text,
  );

/** "Number of students who like to play music": a quantity named by a phrase, where it is all that stands on its side of a sign. */
const isPhrase = (text: string): boolean =>
  isQuoted(text) ||
  (text.length <= 120 &&
    /^\s*[A-Za-z][\w\-'’ ()/%]*[\w)%]\s*$/.test(text.replace(/\b(Mr|Mrs|Ms|Dr|Prof|St|No|Jr|Sr)\./g, "$1")) &&
    isName(
      text
        .trim()
        .slice(0, 30)
        .replace(/[^\w\- ]/g, " "),
    ));

/** A word in quotation marks is spoken of. */
const isQuoted = (text: string): boolean => /^\s*["“”'‘’`]+[^"“”]{1,40}["“”'’]+\s*$/.test(text);

/** "+ const.": a term. */
const isConstant = (text: string): boolean => /^\s*(add\w*\.? )?(const(ants?)?|cst|consts)\.?( terms?)?\s*$/i.test(text);

const CUES =
  /\b(and|or|if|for|where|when|so|hence|thus|therefore|because|since|with|subject|such|then|that|otherwise|else|let|but|iff|given|provided|implies|gives|only|while|which|by)\b/i;

/** "12 \text{ eggs} + 3 \text{ eggs}": what a number counts, a word behind it that no unit is. */
const isCounted = (all: readonly Piece[], i: number): boolean =>
  all[i - 1]?.tokens[0].kind === "number" && /^\s+[a-z]{3,}( [a-z]{3,})?\s*$/.test(all[i].text ?? "") && isName((all[i].text ?? "").trim()) && isLabel(all, i);

/** Between signs and operations, as a term of its own. */
function standsAlone(all: readonly Piece[], i: number): boolean {
  const [before, after] = [all[i - 1], all[i + 1]];
  const operation = (p: Piece): boolean => p.kind === "token" && /^([+\-/−]|times|cdot|div)$/.test(p.tokens[0].text);
  const ends = (p: Piece | undefined): boolean => p === undefined || p.kind === "sign" || operation(p);
  const stops = (p: Piece | undefined): boolean =>
    p?.kind === "comma" || p?.kind === "gap" || (p?.kind === "token" && p.tokens[0].text === "." && all[i + 2] === undefined);
  return ends(before) && (ends(after) || (before?.kind === "token" && stops(after))) && (before !== undefined || after !== undefined);
}

/** "30 \text{ (red)} + 19": what a quantity counts, between it and the next operation. */
function isLabel(all: readonly Piece[], i: number): boolean {
  const next = all[i + 1];
  const operation = next?.kind === "sign" || (next?.kind === "token" && /^([+\-/−]|times|cdot|div)$/.test(next.tokens[0].text));
  return all[i - 1]?.kind === "token" && operation && !CUES.test(all[i].text ?? "");
}

/** "km/h": a unit by another, which is no word to be left out. */
const isRate = (text: string): boolean => /^\s*[a-zA-Z]{1,5}\s*\/\s*[a-zA-Z]{1,5}(\^?[23])?\.?\s*$/.test(text) && !/and\s*\/\s*or/i.test(text);

const isUnit = (text: string): boolean =>
  /^\s*(cm|mm|km|m|s|kg|g|ml|l|hours?|minutes?|seconds?|days?|years?|miles?|units?|feet|ft|inches|in|N|J|W|Hz|dollars|radians|rad|degrees|%)\b/.test(text);
