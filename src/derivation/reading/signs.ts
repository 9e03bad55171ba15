/** Signs: a relation, alone or stacked under a note, an arrow with words over it, an arrow between matrices. */
import type { Span } from "../../base/span";
import type { Token } from "../../latex/tokens";
import { RELATIONS } from "../../notation/sets/conditions";

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

/** The relation or arrow at `at`, with how many tokens it takes. */
export function signAt(tokens: readonly Token[], at: number): { sign: Sign; arrow: boolean; length: number } | undefined {
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

export function found(tokens: readonly Token[], at: number, length: number, relation: string, defines = false): { sign: Sign; arrow: boolean; length: number } {
  return { sign: { from: tokens[at].from, to: tokens[at + length - 1].to, relation, ...(defines ? { defines } : {}) }, arrow: false, length };
}

/** `\overset{note}{=}`. */
function stacked(tokens: readonly Token[], at: number): { sign: Sign; arrow: boolean; length: number } | undefined {
  const note = groupAt(tokens, at + 1);
  const body = groupAt(tokens, note.end);
  const inner = body.tokens;
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
