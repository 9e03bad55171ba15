/** Cuts the tokens of a formula into statements: chains of operands and relation signs, joined by arrows and words. */
import type { Span } from "../base/span";
import type { Token } from "../latex/tokens";
import { RELATIONS } from "../notation/conditions";
import { withoutLabel } from "./statement-labels";

/** A relation sign between two operands, or an arrow between two statements. */
export interface Sign extends Span {
  readonly relation: string;
  /** The sign itself defines (`:=`, `\triangleq`). */
  readonly defines?: boolean;
  /** Written as three bars. */
  readonly congruent?: boolean;
  /** What a congruence is modulo. */
  readonly modulus?: readonly Token[];
  /** What stood over the sign. */
  readonly over?: readonly Token[];
}

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

const ARROWS: Readonly<Record<string, string>> = {
  Rightarrow: "⇒",
  implies: "⇒",
  Longrightarrow: "⇒",
  iff: "⇔",
  Leftrightarrow: "⇔",
  Longleftrightarrow: "⇔",
  Leftarrow: "⇐",
  impliedby: "⇐",
  leftrightarrow: "⇔",
};
const STACKS = new Set(["overset", "underset", "stackrel", "xlongequal", "overbrace"]);

interface Piece {
  readonly kind: "token" | "sign" | "arrow" | "text" | "comma" | "gap";
  readonly tokens: readonly Token[];
  readonly sign?: Sign;
  readonly text?: string;
}

/** The relation or arrow at `at`, with how many tokens it takes. */
function signAt(tokens: readonly Token[], at: number): { sign: Sign; arrow: boolean; length: number } | undefined {
  const t = tokens[at];
  if (t.kind !== "command" && t.kind !== "symbol") return undefined;
  if (t.kind === "symbol" && t.text === ":" && tokens[at + 1]?.text === "=") return found(tokens, at, 2, "=", true);
  if (t.kind === "command" && (t.text === "colon" || t.text === "vcentcolon") && tokens[at + 1]?.text === "=") return found(tokens, at, 2, "=", true);
  if (t.kind === "symbol" && t.text === "=" && tokens[at + 1]?.text === ":" && tokens[at + 1].kind === "symbol") return found(tokens, at, 2, "=", true);
  if (t.kind === "command" && t.text === "not" && tokens[at + 1]?.text === "=") return found(tokens, at, 2, "!=");
  if (t.kind === "command" && t.text === "not" && tokens[at + 1]?.text === "equiv") return congruent(found(tokens, at, 2, "!="));
  if (t.kind === "command" && t.text === "not" && tokens[at + 1]?.text === "in") return found(tokens, at, 2, "∉");
  if (t.kind === "command" && STACKS.has(t.text)) return stacked(tokens, at);
  if (t.kind === "command" && /^x(long)?(right|Right)arrow$/.test(t.text)) return labelled(tokens, at);
  if (t.kind === "command" && ARROWS[t.text] && ARROWS[t.text] !== "⇐" && isBetweenMatrices(tokens, at, 1)) return found(tokens, at, 1, "→");
  if (t.kind === "command" && ARROWS[t.text]) return { ...found(tokens, at, 1, ARROWS[t.text]), arrow: true };
  if (t.kind === "command" && t.text === "notin") return found(tokens, at, 1, "∉");
  if (t.kind === "symbol" && t.text === "<" && tokens[at + 1]?.text === "=" && !tokens[at + 1].spaced) return found(tokens, at, 2, "<=");
  if (t.kind === "symbol" && t.text === ">" && tokens[at + 1]?.text === "=" && !tokens[at + 1].spaced) return found(tokens, at, 2, ">=");
  const name = RELATIONS[t.kind === "command" ? `\\${t.text}` : t.text];
  if (!name) return undefined;
  if (t.text === "equiv" || t.text === "≡") return congruent(found(tokens, at, 1, name));
  return found(tokens, at, 1, name, /^(triangleq|coloneqq|doteq|equiv)$/.test(t.text) && t.text !== "equiv");
}

const congruent = <S extends { sign: Sign }>(s: S): S => ({ ...s, sign: { ...s.sign, congruent: true } });

function found(tokens: readonly Token[], at: number, length: number, relation: string, defines = false): { sign: Sign; arrow: boolean; length: number } {
  return { sign: { from: tokens[at].from, to: tokens[at + length - 1].to, relation, ...(defines ? { defines } : {}) }, arrow: false, length };
}

/** `\overset{note}{=}`. */
function stacked(tokens: readonly Token[], at: number): { sign: Sign; arrow: boolean; length: number } | undefined {
  const note = groupAt(tokens, at + 1);
  const body = groupAt(tokens, note.end);
  const inner = body.tokens.filter((t) => !t.spaced || true);
  if (inner.length === 0 || inner.length > 2) return undefined;
  const sign = signAt(inner, 0);
  if (!sign || sign.length !== inner.length) return undefined;
  const over = note.tokens;
  const defines =
    over.some((t) => /def|^\\?(triangle|Delta)$/.test(t.text) || (t.kind === "text" && /def/.test(t.text))) || over.map((t) => t.text).join("") === "def";
  return {
    sign: { ...sign.sign, from: tokens[at].from, to: tokens[body.end - 1].to, over, ...(defines ? { defines: true } : {}) },
    arrow: sign.arrow,
    length: body.end - at,
  };
}

/** `\\xrightarrow[below]{over}` between matrices, or with a limit over it. */
function labelled(tokens: readonly Token[], at: number): { sign: Sign; arrow: boolean; length: number } | undefined {
  const option = tokens[at + 1]?.text === "[" ? tokens.findIndex((t, i) => i > at && t.text === "]") : at;
  if (option < 0) return undefined;
  const bare = option > at && tokens[option + 1]?.kind !== "open";
  const note = bare ? { tokens: [], end: option + 1 } : groupAt(tokens, option + 1);
  const over = [
    ...note.tokens,
    ...(option > at && note.tokens.length > 0 ? [{ ...tokens[at], kind: "symbol" as const, text: "," }] : []),
    ...tokens.slice(at + 2, option),
  ];
  const length = note.end - at;
  if (!isBetweenMatrices(tokens, at, length) && !isLimit(over) && !isLimit(tokens.slice(at + 2, option))) return undefined;
  return { sign: { from: tokens[at].from, to: tokens[note.end - 1].to, relation: "→", over }, arrow: false, length };
}

const isLimit = (over: readonly Token[]): boolean =>
  over[0]?.kind === "letter" && over[1]?.kind === "command" && /^(to|rightarrow|longrightarrow)$/.test(over[1].text);

/** Whether an environment ends just before a sign and another begins behind it. */
function isBetweenMatrices(tokens: readonly Token[], at: number, length: number): boolean {
  const solid = (from: number, step: number): Token | undefined => {
    let k = from;
    while (tokens[k] && (/^[()[\]]$/.test(tokens[k].text) || tokens[k].kind === "cell" || /^q?quad$/.test(tokens[k].text))) k += step;
    return tokens[k];
  };
  const [before, behind] = [solid(at - 1, -1), solid(at + length, 1)];
  return behind?.kind === "begin" && /matrix|array/.test(behind.text) && (before === undefined || (before.kind === "end" && /matrix|array/.test(before.text)));
}

function groupAt(tokens: readonly Token[], at: number): { tokens: readonly Token[]; end: number } {
  if (tokens[at]?.kind !== "open") return { tokens: tokens.slice(at, at + 1), end: at + 1 };
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i].kind === "open") depth++;
    if (tokens[i].kind === "close" && --depth === 0) return { tokens: tokens.slice(at + 1, i), end: i + 1 };
  }
  return { tokens: tokens.slice(at + 1), end: tokens.length };
}

const OPEN = /^(\(|\[)$/;
const CLOSE = /^(\)|\])$/;
const OPEN_COMMAND = /^(\{|lbrace|langle|lfloor|lceil|lvert|lVert|lbrack)$/;
const CLOSE_COMMAND = /^(\}|rbrace|rangle|rfloor|rceil|rvert|rVert|rbrack)$/;

/** Marks what stands at depth zero: signs, words, commas, gaps. */
function pieces(tokens: readonly Token[]): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let condition = -1;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (depth === 0 && isBar(t)) condition = tildeBehind(tokens, i);
    if (depth === 0 && i >= condition) {
      const sign = signAt(tokens, i);
      if (sign) {
        found.push({ kind: sign.arrow ? "arrow" : "sign", tokens: tokens.slice(i, i + sign.length), sign: sign.sign });
        i += sign.length - 1;
        continue;
      }
      if (t.kind === "text") {
        found.push({ kind: "text", tokens: [t], text: t.text });
        continue;
      }
      if (t.kind === "symbol" && (t.text === "," || t.text === ";")) {
        found.push({ kind: isThousands(tokens, i) ? "token" : "comma", tokens: [t] });
        continue;
      }
      if (t.kind === "command" && /^(quad|qquad|land|lor|wedge|vee|therefore|because)$/.test(t.text) && !/^(wedge|vee)$/.test(t.text)) {
        found.push({ kind: /quad/.test(t.text) ? "gap" : "text", tokens: [t], text: t.text === "lor" ? "or" : t.text === "land" ? "and" : t.text });
        continue;
      }
      if (t.kind === "cell") continue;
    }
    if (t.kind === "open" || t.kind === "begin" || (t.kind === "symbol" && OPEN.test(t.text)) || (t.kind === "command" && OPEN_COMMAND.test(t.text))) depth++;
    if (t.kind === "close" || t.kind === "end" || (t.kind === "symbol" && CLOSE.test(t.text)) || (t.kind === "command" && CLOSE_COMMAND.test(t.text)))
      depth = Math.max(0, depth - 1);
    found.push({ kind: "token", tokens: [t] });
  }
  return found;
}

const isBar = (t: Token): boolean => (t.kind === "command" && t.text === "mid") || (t.kind === "symbol" && t.text === "|");

/** Where the tilde of "X | N = n, M = m ∼ …" stands: what is between the bar and it is a condition, no statement. */
function tildeBehind(tokens: readonly Token[], bar: number): number {
  for (let i = bar + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (t.kind === "command" && /^(sim|thicksim)$/.test(t.text)) return i;
    if (t.kind === "text" || isBar(t) || (t.kind === "command" && /^(quad|qquad|left|right|in|le|ge|leq|geq|approx)$/.test(t.text))) return -1;
  }
  return -1;
}

/** The comma of 9,000. */
const isThousands = (tokens: readonly Token[], at: number): boolean => {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    tokens[at].text === "," &&
    before?.kind === "number" &&
    /^\d{1,3}$/.test(before.text) &&
    after?.kind === "number" &&
    !after.spaced &&
    /^\d{3}(\.|$)/.test(after.text)
  );
};

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
        else {
          now.signs.push(piece.sign as Sign);
          now.operands.push([]);
        }
        break;
      case "arrow":
        finish("", piece.sign);
        break;
      case "text": {
        const before = all[i - 1]?.kind;
        const after = all[i + 1]?.kind;
        const factor =
          isName(piece.text ?? "") &&
          (before === "token" || before === undefined || before === "sign" || before === "arrow" || before === "gap" || before === "comma") &&
          (after === "token" || after === "sign" || after === undefined) &&
          (before !== "token" || (after !== "token" && after !== undefined) || i === 0);
        if (isCounted(all, i)) break;
        if (factor && (before !== "token" || after === "sign")) last.push(...piece.tokens);
        else if ((isPhrase(piece.text ?? "") || isConstant(piece.text ?? "")) && standsAlone(all, i)) last.push(...piece.tokens);
        else if (isRate(piece.text ?? "") && before === "token") last.push(...piece.tokens);
        else if (isLabel(all, i)) break;
        else if (isUnit(piece.text ?? "") && before === "token" && after !== "token") now.trail += ` ${piece.text}`;
        else finish(piece.text ?? "");
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

/** The gap that stands for the ampersands before a column. */
const isColumnGap = ({ tokens: [gap] }: Piece): boolean => gap.from === gap.to;

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
    statements.push({
      operands: part.operands.map(trim),
      signs: part.signs,
      lead: `${words} ${part.lead}`.trim(),
      trail: part.trail,
      ...(arrow ? { arrow } : {}),
      ...(listed ? { listed } : {}),
      ...(part.column ? { column: true } : {}),
    });
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
  const inside = statementsOf(tokens.slice(1, -1));
  return inside.some((s) => s.signs.length > 0) ? inside.filter((s) => s.signs.length > 0).map((s) => ({ ...s, aside: true })) : undefined;
}

const isStop = (t: Token): boolean => t.kind === "symbol" && /^[.,;:?]$/.test(t.text);
/** The sign that ends a proof, or ticks a result off. */
const isEndMark = (t: Token): boolean => t.kind === "command" && /^(qed|qedsymbol|blacksquare|square|Box|checkmark|lozenge|blacklozenge)$/.test(t.text);

/** Without the punctuation of the sentence around it. */
export function trim(tokens: readonly Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  while (to > from && (isStop(tokens[to - 1]) || (to > from + 1 && isEndMark(tokens[to - 1])))) to--;
  while (from < to && tokens[from].kind === "symbol" && /^[,;:.]$/.test(tokens[from].text)) from++;
  return tokens.slice(from, to);
}
