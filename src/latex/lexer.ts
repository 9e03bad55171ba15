/** Cuts LaTeX mathematics into tokens with their places. */
import { closers, dimensioned, overlays, silent, silentWithGroups, sizing, spaces, textBoxes, transparent } from "./commands";
import type { Token, TokenKind } from "./tokens";
import { commandFor, plainSymbol } from "./unicode";

/** Where the characters of a text stand in its document: the same shape as a block's map. */
export type Places = readonly { readonly at: number; readonly offset: number }[];

/**
 * The tokens of a text, in linear time. Layout is left out (spacing, sizes, labels, tags, colours, comments); `\left.` and `\right.`
 * become the command "nulldelim"; Unicode signs become the commands they stand for. Any text has tokens; nothing throws.
 */
export function tokenize(text: string, map: Places = [{ at: 0, offset: 0 }]): Token[] {
  return new Lexer(text, map).run();
}

const letter = /\p{L}/u;
/** Characters of scripts in which words are written and no names: they stand as in a text box. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const IN_WORDS = /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001\u3002])+/uy;
const simple: Readonly<Record<string, TokenKind>> = { _: "sub", "^": "sup", "&": "cell" };

/** What is in bold letters of a text where a name is meant. */
const BOLD_LETTER = /^\{\s*(?:[A-Za-z01]|\\[A-Za-z]+)\s*\}$/;
/** Greek capitals in another shape. */
const SLANTED = /^var(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)$/;

class Lexer {
  readonly #text: string;
  readonly #map: Places;
  readonly #tokens: Token[] = [];
  #piece = 0;
  #spaced = false;
  #parted = false;
  #side: "open" | "close" | "middle" | "" = "";
  /** Whether the next token may be a delimiter after a sizing command. */
  #sized = false;
  #depth = 0;
  /** Depths of the groups whose braces are left out. */
  readonly #unwrapped: number[] = [];

  constructor(text: string, map: Places) {
    this.#text = text;
    this.#map = map;
  }

  run(): Token[] {
    const text = this.#text;
    let at = 0;
    while (at < text.length) at = this.#next(at, text.charCodeAt(at));
    return this.#tokens;
  }

  #next(at: number, unit: number): number {
    if (unit <= 32 || unit === 126 || unit === 0xa0) return this.#space(at + 1);
    if (unit === 92) return this.#command(at);
    if (unit === 37) return this.#isPercent(at) ? this.#push("command", "%", at, at + 1) : this.#space(lineEnd(this.#text, at));
    if (unit === 123) return this.#open(at);
    if (unit === 125) return this.#close(at);
    if (isDigit(unit) || (unit === 46 && !this.#sized && this.#pointBegins(at))) return this.#number(at);
    if (unit < 128) return this.#plain(at, unit);
    return this.#unicode(at);
  }

  #plain(at: number, unit: number): number {
    const character = this.#text[at];
    if (isLetter(unit)) return this.#push("letter", character, at, at + 1);
    if (unit === 35) return this.#parameter(at);
    if (unit === 46 && this.#sized) return this.#push("command", "nulldelim", at, at + 1);
    return this.#push(simple[character] ?? "symbol", character, at, at + 1);
  }

  #space(next: number): number {
    this.#spaced = true;
    return next;
  }

  /** A space that was asked for. */
  #part(next: number): number {
    this.#parted = true;
    return this.#space(next);
  }

  #push(kind: TokenKind, text: string, at: number, end: number): number {
    const token: { -readonly [K in keyof Token]: Token[K] } = { kind, text, from: this.#place(at), to: this.#place(end - 1) + 1 };
    if (this.#spaced) token.spaced = true;
    if (this.#parted) token.parted = true;
    if (this.#side !== "") token.side = this.#side;
    this.#tokens.push(token);
    this.#spaced = false;
    this.#parted = false;
    this.#side = "";
    this.#sized = false;
    return end;
  }

  /** Indices are asked for in nearly ascending order. */
  #place(index: number): number {
    const map = this.#map;
    if (map.length === 0) return index;
    while (this.#piece + 1 < map.length && map[this.#piece + 1].at <= index) this.#piece++;
    while (this.#piece > 0 && map[this.#piece].at > index) this.#piece--;
    return map[this.#piece].offset + index - map[this.#piece].at;
  }

  #open(at: number): number {
    this.#depth++;
    return this.#push("open", "{", at, at + 1);
  }

  #close(at: number): number {
    const unwrapped = this.#unwrapped;
    const depth = this.#depth;
    this.#depth = Math.max(0, depth - 1);
    if (unwrapped.length && unwrapped[unwrapped.length - 1] === depth) {
      unwrapped.pop();
      return at + 1;
    }
    return this.#push("close", "}", at, at + 1);
  }

  #pointBegins(at: number): boolean {
    const last = this.#tokens[this.#tokens.length - 1];
    return isDigit(this.#text.charCodeAt(at + 1)) && !(last?.kind === "symbol" && last.text === "." && !this.#spaced);
  }

  #number(at: number): number {
    const text = this.#text;
    let end = at;
    while (isDigit(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) {
      end++;
      while (isDigit(text.charCodeAt(end))) end++;
    }
    return this.#push("number", text.slice(at, end), at, end);
  }

  #parameter(at: number): number {
    return this.#push(
      "symbol",
      isDigit(this.#text.charCodeAt(at + 1)) ? this.#text.slice(at, at + 2) : "#",
      at,
      at + (isDigit(this.#text.charCodeAt(at + 1)) ? 2 : 1),
    );
  }

  #unicode(at: number): number {
    const character = String.fromCodePoint(this.#text.codePointAt(at)!);
    const end = at + character.length;
    if (/[\s\u200b-\u200f\u2060-\u2064\ufeff]/.test(character)) return this.#space(end);
    if (WORDS.test(character)) return this.#words(at);
    const command = commandFor(character);
    const under = command === "sqrt" ? /^\d+(?:\.\d+)?/.exec(this.#text.slice(end, end + 40)) : null;
    if (under) return this.#root(at, end, under[0]);
    if (command) return this.#push("command", command, at, end);
    return letter.test(character) ? this.#push("letter", character, at, end) : this.#push("symbol", plainSymbol(character), at, end);
  }

  /** "$64%$": behind a number, with no line end behind it in the formula, the sign is no comment: it would comment out the end of the formula. */
  #isPercent(at: number): boolean {
    const text = this.#text;
    return /\d/.test(text[at - 1] ?? "") && !text.includes("\n", at);
  }

  /** √365: the sign reaches over the whole number. */
  #root(at: number, from: number, digits: string): number {
    const end = from + digits.length;
    this.#push("command", "sqrt", at, from);
    this.#push("open", "{", from, from);
    this.#push("number", digits, from, end);
    return this.#push("close", "}", end, end);
  }

  #words(at: number): number {
    IN_WORDS.lastIndex = at;
    const words = IN_WORDS.exec(this.#text)?.[0] ?? this.#text[at];
    return this.#push("text", words, at, at + words.length);
  }

  #command(at: number): number {
    const text = this.#text;
    let end = at + 1;
    while (isLetter(text.charCodeAt(end))) end++;
    if (end === at + 1) return this.#escaped(at);
    const name = text.slice(at + 1, end);
    if (silent.has(name)) return text[end] === "*" || text[end] === "[" ? this.#space(skipOptions(text, end)) : this.#space(end);
    if (spaces.has(name)) return this.#part(end);
    if (closers.has(name)) return end;
    if (overlays.has(name)) {
      const slides = /^\s*<[\w\s,:.+@|-]*>/.exec(text.slice(end, end + 40))?.[0].length ?? 0;
      if (slides > 0 || (name === "alert" && text[end] === "{")) return this.#transparent(end + slides, "ensuremath");
    }
    const side = sizing(name);
    if (side !== undefined) return this.#size(side, end);
    if (textBoxes.has(name)) return this.#textBox(at, end);
    if (name === "hspace" && isWide(text, end)) return this.#push("command", "qquad", at, skipGroups(text, skipOptions(text, end), 1));
    if (Object.hasOwn(silentWithGroups, name)) return this.#space(skipGroups(text, skipOptions(text, end), silentWithGroups[name]));
    if (Object.hasOwn(transparent, name)) return this.#transparent(end, name);
    if (dimensioned.has(name)) return this.#space(skipDimension(text, end));
    return this.#named(name, at, end);
  }

  #named(name: string, at: number, end: number): number {
    const text = this.#text;
    if (name === "cr" || name === "tabularnewline" || name === "newline") return this.#push("row", "\\\\", at, end);
    if (name === "operatorname" && text[end] === "*") return this.#push("command", name, at, end + 1);
    if (name !== "begin" && name !== "end") return this.#push("command", SLANTED.test(name) ? name.slice(3) : name, at, end);
    const open = skipSpace(text, end);
    const close = text[open] === "{" ? open + text.slice(open, open + 40).indexOf("}") : -1;
    if (close < open) return this.#push("command", name, at, end);
    return this.#push(name, text.slice(open + 1, close).trim(), at, close + 1);
  }

  /** A backslash and one other character. */
  #escaped(at: number): number {
    const text = this.#text;
    if (at + 1 >= text.length) return this.#push("command", "", at, at + 1);
    const character = String.fromCodePoint(text.codePointAt(at + 1)!);
    const end = at + 1 + character.length;
    if (character === "\\") return this.#row(at, end);
    if (closers.has(character)) return end;
    if (spaces.has(character) || character <= " ") return this.#blanks(at, end);
    if (character === "(" || character === ")" || character === "[" || character === "]") return end;
    return this.#push("command", character, at, end);
  }

  /** A space, or several that are together as wide as a quad: these separate statements, too. */
  #blanks(at: number, end: number): number {
    const run = BLANKS.exec(this.#text.slice(at, at + 400))?.[0] ?? "";
    const width = [...run.matchAll(/\\[ \n:;,>]|~/g)].reduce((sum, [blank]) => sum + (BLANK_WIDTHS[blank[blank.length - 1]] ?? 0), 0);
    const last = this.#tokens[this.#tokens.length - 1];
    const next = this.#text.slice(at + run.length, at + run.length + 8);
    const isBetween =
      last !== undefined &&
      !OPENS.test(last.kind) &&
      !JOINS.test(last.text) &&
      next !== "" &&
      !/^([-+=<>&)\]}|/*^_,.]|\\(\\|end|q?quad|right|le|ge|times|cdot|[<>]))/.test(next);
    return width >= 0.9 && isBetween ? this.#push("command", "quad", at, at + run.trimEnd().length) : this.#part(end);
  }

  /** `\\`, its star and its option: `\\[2pt]`, but not `\\[a, b]`. */
  #row(at: number, from: number): number {
    const text = this.#text;
    const end = text[from] === "*" ? from + 1 : from;
    const option = text[end] === "[" ? /^\[\s*-?[\d.]*\s*\\?[a-z]{2,14}\s*\]/.exec(text.slice(end, end + 40)) : null;
    return this.#push("row", "\\\\", at, end + (option ? option[0].length : 0));
  }

  #size(side: "open" | "close" | "middle" | "", end: number): number {
    this.#side = side;
    this.#sized = true;
    return end;
  }

  #textBox(at: number, nameEnd: number): number {
    const text = this.#text;
    const open = skipSpace(text, text[nameEnd] === "*" ? nameEnd + 1 : nameEnd);
    if (text[open] !== "{") return this.#push("command", text.slice(at + 1, nameEnd), at, nameEnd);
    const end = groupEnd(text, open);
    // a bold letter is a name
    if (text.startsWith("textbf", at + 1) && BOLD_LETTER.test(text.slice(open, end))) return this.#push("command", "mathbf", at, nameEnd);
    // words between rows end the row before them
    if (text.startsWith("intertext", at + 1) || text.startsWith("shortintertext", at + 1)) this.#push("row", "\\\\", at, at + 1);
    return this.#push("text", text.slice(open + 1, text[end - 1] === "}" && end - 1 > open ? end - 1 : end), at, end);
  }

  #transparent(nameEnd: number, name: string): number {
    const text = this.#text;
    const from = skipGroups(text, skipOptions(text, nameEnd), transparent[name]);
    const open = skipSpace(text, from);
    if (text[open] !== "{") return from;
    this.#depth++;
    this.#unwrapped.push(this.#depth);
    return open + 1;
  }
}

/** Spaces one behind the other. */
const BLANKS = /^(?:(?:\\[ \n:;,>]|~)[ \t]*)+/;
const BLANK_WIDTHS: Readonly<Record<string, number>> = { " ": 0.33, "\n": 0.33, "~": 0.33, ":": 0.22, ">": 0.22, ";": 0.28, ",": 0.17 };
/** What a gap behind does not end. */
const OPENS = /^(open|begin|cell|row|sub|sup)$/;
const JOINS = /^([-+=<>([,|*/.:;]|\{|lbrace|leq?|geq?|ne|neq|in|approx|sim|equiv|cdot|times|pm|mp|to|colon|q?quad|mid|sum|int|prod|lim)$/;

/** A space as wide as `\qquad` separates statements, unless an operator or a new cell follows. */
function isWide(text: string, at: number): boolean {
  const match = /^\*?\{\s*([\d.]+)\s*(in|cm|mm|em|pt)\s*\}\s*([^\s])/.exec(text.slice(at, at + 40));
  return match !== null && Number(match[1]) >= WIDE[match[2]] && !/[-+=<>&)]/.test(match[3]);
}
const WIDE: Readonly<Record<string, number>> = { in: 0.35, cm: 1, mm: 10, em: 2, pt: 28 };

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

function skipSpace(text: string, at: number): number {
  let index = at;
  while (index < text.length && text.charCodeAt(index) <= 32) index++;
  return index;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline + 1;
}

/** Behind a star and a `[..]`, if they stand at `at`. */
function skipOptions(text: string, at: number): number {
  const from = text[at] === "*" ? at + 1 : at;
  if (text[from] !== "[") return from;
  const option = /^\[[\w\s,.:=!-]{0,60}\]/.exec(text.slice(from, from + 64));
  return option ? from + option[0].length : from;
}

function skipGroups(text: string, at: number, count: number): number {
  let index = at;
  for (let group = 0; group < count; group++) {
    const open = skipSpace(text, index);
    if (text[open] !== "{") return index;
    index = groupEnd(text, open);
  }
  return index;
}

/** Behind the brace that closes the one at `open`, or the end of the text. */
function groupEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 123) depth++;
    else if (unit === 125 && --depth === 0) return at + 1;
  }
  return text.length;
}

function skipDimension(text: string, at: number): number {
  const match = /^\s*-?\s*(?:[\d.,]+\s*(?:pt|em|ex|mu|cm|mm|in|pc|bp|sp)|\\[A-Za-z]+)(?:\s*(?:plus|minus)\s*-?[\d.]+\s*(?:pt|em|ex|mu|cm|mm|in|fil+))*/.exec(
    text.slice(at, at + 80),
  );
  return match ? at + match[0].length : at;
}
