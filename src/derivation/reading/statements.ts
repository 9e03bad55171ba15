/** Cuts the tokens of a formula into statements: chains of operands and relation signs, joined by arrows and words. */
import type { Token } from "../../latex/tokens";
import { type Piece, pieces } from "./pieces";
import { withoutRemarks } from "./remarks";
import type { Sign } from "./signs";
import { withoutLabel } from "./statement-labels";
import { useOfWords } from "./words-in-rows";

/** A run of operands with signs between them; `operands` has one more entry than `signs`. The first operand may be empty: the chain goes on from before. */
export interface Statement {
  readonly operands: readonly (readonly Token[])[];
  readonly signs: readonly Sign[];
  /** The words between the statement before and this one. */
  readonly lead: string;
  /** The words behind it, up to the next. */
  readonly trail: string;
  /** The arrow that leads to it from the statement before. */
  readonly arrow?: Sign;
  /** It stood in parentheses of its own: "(x > 0)". */
  readonly aside?: boolean;
  /** It stands in the words of a display: it is no step. */
  readonly hidden?: boolean;
  /** Further operands after a comma: `x = 1, 2`. */
  readonly listed?: boolean;
  /** It stands behind ampersands, beside the first column of its row. */
  readonly column?: boolean;
}

interface Building {
  operands: Token[][];
  signs: Sign[];
  lead: string;
  trail: string;
  arrow?: Sign;
  listed?: boolean;
  column?: boolean;
}

const fresh = (lead: string, arrow?: Sign): Building => ({ operands: [[]], signs: [], lead, trail: "", ...(arrow ? { arrow } : {}) });

/** The statements of one row. */
export function statementsOf(row: readonly Token[]): Statement[] {
  const { tokens, lead } = withoutLabel(row);
  const all = pieces(tokens);
  const done: Building[] = [];
  let now = fresh(lead);
  const empty = () => now.signs.length === 0 && now.operands.length === 1 && now.operands[0].length === 0;
  const finish = (lead: string, arrow?: Sign, last = false) => {
    if (empty() && now.arrow && !arrow && !last) now = { ...now, lead: `${now.lead} ${lead}` };
    else if (empty() && !now.arrow) now = { ...fresh(`${now.lead} ${lead}`, arrow), ...(now.column ? { column: true } : {}) };
    else {
      done.push(now);
      now = fresh(lead, arrow);
    }
  };
  all.forEach((piece, i) => {
    const last = now.operands[now.operands.length - 1];
    switch (piece.kind) {
      case "token":
        last.push(...piece.tokens);
        break;
      case "sign":
        if (isDoubled(all, i)) now.signs[now.signs.length - 1] = joined(now.signs[now.signs.length - 1], piece.sign as Sign);
        else if (leadsOn(all, i)) finish("", { ...(piece.sign as Sign), relation: "⇒" });
        else if (isBetweenLists(all, i)) finish("");
        else if (isEquivalence(all, i)) finish("", { ...(piece.sign as Sign), relation: "⇔" });
        else {
          now.signs.push(piece.sign as Sign);
          now.operands.push([]);
        }
        break;
      case "arrow":
        finish("", piece.sign);
        break;
      case "text": {
        const use = useOfWords(all, i);
        if (use === "operand") last.push(...piece.tokens);
        else if (use === "trail") now.trail += ` ${piece.text}`;
        else if (use === "between") finish(piece.text ?? "");
        break;
      }
      case "gap":
        finish("");
        if (isColumnGap(piece)) now.column = true;
        break;
      case "comma":
        if (now.signs.length === 0) {
          last.push(...piece.tokens);
          break;
        }
        if (nextHasSign(all, i)) finish(",");
        else {
          last.push(...piece.tokens);
          now.listed = true;
        }
        break;
    }
  });
  finish("", undefined, true);
  return tidy(done);
}

/** `\\approx =`, `< =`: two signs for one. */
const isDoubled = (all: readonly Piece[], i: number): boolean => {
  const [first, second] = [all[i - 1]?.sign?.relation ?? "", all[i].sign?.relation ?? ""];
  return all[i - 1]?.kind === "sign" && [first, second].includes("=") && /^[=≈<>]$/.test(first) && /^[=≈<>]$/.test(second);
};

function joined(first: Sign, second: Sign): Sign {
  const other = first.relation === "=" ? second.relation : first.relation;
  return { ...first, to: second.to, relation: /^[<>]$/.test(other) ? `${other}=` : other };
}

/** `3 \\le x \\quad \\to \\quad 6 \\le 2x`: between gaps, and between statements that have signs, an arrow leads from one to the other. */
function leadsOn(all: readonly Piece[], i: number): boolean {
  if (all[i].sign?.relation !== "→" || (all[i - 1]?.kind !== "gap" && all[i + 1]?.kind !== "gap")) return false;
  const hasSign = (part: readonly Piece[]): boolean => {
    const end = part.findIndex((p) => p.kind === "arrow" || p.kind === "text" || p.sign?.relation === "→");
    return part.slice(0, end < 0 ? part.length : end).some((p) => p.kind === "sign");
  };
  // x = 3 → x = 5: a value that changes
  const opening = (part: readonly Piece[]): string =>
    part
      .filter((p) => p.kind !== "gap")
      .slice(0, 2)
      .map((p) => p.tokens[0].text)
      .join(" ");
  const [before, behind] = [all.slice(0, i), all.slice(i + 1)];
  return hasSign([...before].reverse()) && hasSign(behind) && opening(before) !== opening(behind);
}

/** `x > 1 \\equiv x + 1 > 2`: three bars between two orders say that they are equivalent. */
function isEquivalence(all: readonly Piece[], i: number): boolean {
  if (!all[i].sign?.congruent) return false;
  const parts = [[...all.slice(0, i)].reverse(), all.slice(i + 1)];
  const nearest = (part: readonly Piece[]): string => part.find((p) => p.kind !== "token")?.sign?.relation ?? "";
  return parts.every((part) => /^[<>]=?$/.test(nearest(part)));
}

/** `p = 1, n = 9 \\equiv p = 2, n = 81`: three bars between two lists say that one is as good as the other. */
const isBetweenLists = (all: readonly Piece[], i: number): boolean =>
  all[i].sign?.congruent === true &&
  [all.slice(0, i), all.slice(i + 1)].every((part) => part.some((p) => p.kind === "comma") && part.some((p) => p.kind === "sign"));

/** The gap that stands for the ampersands before a column. */
const isColumnGap = ({ tokens: [gap] }: Piece): boolean => gap.from === gap.to;

/** Whether a sign follows before the next gap or word: then a comma separates statements. */
function nextHasSign(all: readonly Piece[], from: number): boolean {
  let tokens = 0;
  for (let i = from + 1; i < all.length; i++) {
    if (all[i].kind === "sign") return tokens > 0;
    if (all[i].kind === "token") tokens++;
    if (all[i].kind === "gap" && tokens === 0) return true;
    if (all[i].kind === "text" && tokens === 0) return true;
    if (all[i].kind !== "token") return false;
  }
  return false;
}

/** Fragments without a sign are words about their neighbour, or an aside in parentheses. */
function tidy(parts: readonly Building[]): Statement[] {
  const statements: Statement[] = [];
  let words = "";
  for (const part of parts) {
    if (part.signs.length === 0 && !part.arrow) {
      const aside = asideOf(part);
      if (aside) statements.push(...aside);
      else if (part.operands[0].length > 0 || part.lead) words += ` ${part.lead} ${part.operands[0].map((t) => t.text).join("")}`;
      if (!aside && part.operands[0].length > 0 && statements.length === 0) statements.push({ operands: part.operands, signs: [], lead: words, trail: "" });
      continue;
    }
    const { arrow, listed } = part;
    const { operands, signs, remarks } = withoutRemarks(part.operands, part.signs);
    statements.push({
      ...withZeroLast(
        operands.map((o) => trim(o, part !== parts[parts.length - 1])),
        signs,
      ),
      lead: `${words} ${part.lead}`.trim(),
      trail: part.trail,
      ...(arrow ? { arrow } : {}),
      ...(listed ? { listed } : {}),
      ...(part.column ? { column: true } : {}),
    });
    statements.push(...remarks.flatMap(asides));
    words = "";
  }
  return statements;
}

/** "(x > 0)" or "[x > 0]": a condition beside the statement. */
function asideOf(part: Building): Statement[] | undefined {
  const tokens = trim(part.operands[0]);
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (!first || tokens.length < 4 || first.text !== "(" || last.text !== ")") return undefined;
  const inside = asides(tokens.slice(1, -1));
  return inside.length > 0 ? inside : undefined;
}

/** The statements of a remark. */
const asides = (tokens: readonly Token[]): Statement[] =>
  statementsOf(tokens)
    .filter((s) => s.signs.length > 0)
    .map((s) => ({ ...s, aside: true }));

/** `p = x^2 - 1 = 0 = (x - 1)(x + 1)`: what is to be zero is written anew behind the zero. */
function withZeroLast(operands: readonly Token[][], signs: readonly Sign[]): Pick<Statement, "operands" | "signs"> {
  const isZero = (o: readonly Token[]): boolean => o.length === 1 && o[0].kind === "number" && o[0].text === "0";
  const hasLetter = (o: readonly Token[]): boolean => o.some((t) => t.kind === "letter" || t.kind === "command");
  const at = operands.findIndex((o, i) => i > 0 && i < operands.length - 1 && isZero(o) && hasLetter(operands[i - 1]) && hasLetter(operands[i + 1]));
  if (at < 0 || !signs.slice(at - 1).every((s) => s.relation === "=")) return { operands, signs };
  const moved = [...operands.slice(0, at), ...operands.slice(at + 1), operands[at]];
  return { operands: moved, signs: [...signs.slice(0, at - 1), ...signs.slice(at), signs[at - 1]] };
}

const isStop = (t: Token): boolean => t.kind === "symbol" && /^[.,;:?]$/.test(t.text);

/** The sign that ends a proof, or ticks a result off. */
const isEndMark = (t: Token, goesOn: boolean): boolean =>
  t.kind === "command" && (goesOn ? /^(qed|qedsymbol|checkmark)$/ : /^(qed|qedsymbol|blacksquare|square|Box|checkmark|lozenge|blacklozenge)$/).test(t.text);

/** Without the punctuation of the sentence around it, and without a mark at its end; where the formula goes on, a square stands for something. */
export function trim(tokens: readonly Token[], goesOn = false): Token[] {
  let from = 0;
  let to = tokens.length;
  while (to > from && (isStop(tokens[to - 1]) || (to > from + 1 && isEndMark(tokens[to - 1], goesOn)))) to--;
  while (from < to && tokens[from].kind === "symbol" && /^[,;:.]$/.test(tokens[from].text)) from++;
  return tokens.slice(from, to);
}
