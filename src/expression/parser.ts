/** The Pratt parser (Pratt 1973, "Top down operator precedence") over LaTeX tokens; what it cannot read becomes an error node. */
import { cover, type Span } from "../base/span";
import type { Token } from "../latex/tokens";
import { Cursor } from "./cursor";
import { type Expr, failure, node, number } from "./tree";

/** Binding powers, from loose to tight. */
export const POWER = { relation: 5, or: 6, and: 7, add: 10, mul: 20, juxtaposed: 25, unary: 22, power: 40 } as const;

/** How an ambiguous notation is to be read. Every field has a most conventional value. */
export interface Reading {
  /** Names that apply to a parenthesis after them; others multiply it. */
  readonly functions: ReadonlySet<string>;
  /** `a/bc` is a/(bc) when tight (the default), (a/b)c when loose. */
  readonly slash: "tight" | "loose" | "whole";
  /** `\log(x)^2`: the power belongs to the value (default) or to the argument; `f^2(x)` is the square of the value (default) or f(f(x)). */
  readonly functionPower: "value" | "argument" | "iterate";
  /** `f^{-1}` of a named function is its inverse. */
  readonly slashFunction?: boolean;
  /** Arguments without parentheses take one factor only: `\sin x y` is (sin x) y. */
  readonly shortArguments?: boolean;
  /** `\frac{d}{dx}` acts on all factors that follow (the default), only on the bracket behind it, or on all terms of a sum. */
  readonly operators?: "bracket" | "wide";
  /** Letters are the functions that mathematics calls so (J_ν(z), B_n): which of several meanings each has, by its key; the first where none is said. */
  readonly named?: ReadonlyMap<string, number>;
  /** `\log` without a base: natural (the default), or to base ten; `\log` and `\lg` to base two. */
  readonly logarithm?: "ten" | "two";
  /** `|...|` around a matrix is a determinant. */
  readonly bars?: "absolute" | "determinant";
  /** Whether `\sum_{i \ne j}` binds both names: by their order (the default), or the other way. */
  readonly pairs?: "other";
  /** A sum ends before what is added behind it (the default), or reaches over it where it speaks of the index. */
  readonly sums?: "wide";
  /** `short`: a product over an index ends before factors that speak of its bound and not of it. */
  readonly products?: "short";
  /** By what integrals are taken that leave out their differential: a name, or the only letter of the integrand. */
  readonly integrates?: string;
  /** A whole number before a fraction and a power: a mixed number times the power (the default), or three factors. */
  readonly mixed?: "product";
  /** A fraction in parentheses of its own is a Legendre symbol. */
  readonly residues?: boolean;
  /** `a + b \bmod m` adds a remainder (the default), or is that of the sum. */
  readonly remainders?: "wide";
  /** Units of measurement in the SI's base units (the default), with a mark for each dimension, or left out. */
  readonly units?: "si" | "dimensions" | "none";
}

/** In a reading: integrals without a differential are taken by the only letter of their integrand. */
export const ONLY_LETTER = "*";

/** Reads what begins at a token, which has been consumed. Undefined: not mine, and the cursor is put back. */
export type Prefix = (p: Parser, token: Token) => Expr | undefined;
/** Reads what follows `left`. The operator has not been consumed; undefined: not mine. */
export interface Infix {
  readonly power: number;
  readonly parse: (p: Parser, left: Expr, token: Token) => Expr | undefined;
}

/** What the constructs of notation/ contribute: how a token begins or continues an expression. Keys: `\name` for commands, the character for symbols, `begin:name`. */
export interface Grammar {
  readonly prefix: ReadonlyMap<string, readonly Prefix[]>;
  readonly infix: { get(key: string): readonly Infix[] | undefined };
  /** For letters and Greek commands: the reader of symbols. */
  readonly symbol: Prefix;
  /** Commands that can begin a factor even if no prefix is known for them (symbols). */
  readonly isSymbol: (token: Token) => boolean;
  /** Whether the differential of an integral stands at the cursor. */
  readonly isDifferential: (cursor: Cursor) => boolean;
  /** Tokens that end a factor's juxtaposition. */
  readonly ends: ReadonlySet<string>;
}

const MAX_DEPTH = 120;
const NOTHING: ReadonlySet<string> = new Set();

/** What constructs are registered under: a command with its backslash, an environment, a sign, or the kind of token. */
export const keyOf = (token: Token): string => {
  switch (token.kind) {
    case "command":
      return `\\${token.text}`;
    case "begin":
      return `begin:${token.text}`;
    case "open":
    case "close":
    case "sub":
    case "sup":
    case "number":
    case "text":
    case "cell":
    case "row":
      return token.kind;
    default:
      return token.text;
  }
};

/** Reads expressions by the constructs of a grammar, under one reading of what is ambiguous (Pratt's method). */
export class Parser {
  /** Inside how many integrals that still wait for their differential. */
  integrals = 0;
  /** How many differentials the innermost integral waits for. */
  differentials = 1;
  /** Inside how many bars `|` that wait to be closed. */
  bars = 0;
  /** Inside the arguments of a call, where a bar separates. */
  arguments = false;
  /** Keys that end a juxtaposed product: inside a bare argument, the next function. */
  stops: ReadonlySet<string> = NOTHING;
  /** Where the bare argument around began; -1 outside of one. */
  bareFrom = -1;
  /** The names bound by the sums and products around. */
  readonly bound: string[] = [];
  private depth = 0;
  /** Expressions begun so far, those that were put back too: brackets within brackets that do not close would be tried in exponentially many ways. */
  private effort = 0;
  private readonly patience: number;

  constructor(
    public cursor: Cursor,
    readonly grammar: Grammar,
    readonly reading: Reading,
  ) {
    this.patience = 5_000 + 60 * cursor.tokens.length;
  }

  /** Everything from the cursor to its end, as one expression; what is left over makes an error node beside it. */
  all(): Expr {
    const start = this.cursor.position;
    if (this.cursor.done) return failure("nothing here", this.cursor.here());
    const e = this.expression(0);
    if (this.cursor.done) return e;
    const rest = this.cursor.here();
    const span = cover(this.cursor.since(start), { from: rest.from, to: this.cursor.end });
    return node("error", [e], span, `cannot read "${this.describe(this.cursor.peek())}" here`, { at: rest.from });
  }

  /** An expression whose operators all bind tighter than `power`. */
  expression(power: number): Expr {
    if (++this.depth > MAX_DEPTH || ++this.effort > this.patience) {
      this.depth--;
      const span = { from: this.cursor.here().from, to: this.cursor.end };
      this.cursor.seek(this.cursor.tokens.length);
      return failure(this.effort > this.patience ? "too many ways to read this" : "nested too deeply", span);
    }
    let left = this.prefix();
    for (;;) {
      const next = this.infix(left, power);
      if (!next) break;
      left = next;
    }
    this.depth--;
    return left;
  }

  /** A sum that begins with `first`, which was read before, out to the last term at the cursor that `belongs`; `first` where none does. */
  sumFrom(first: Expr, belongs: (term: Expr) => boolean): Expr {
    let [whole, taken, end] = [first, first, this.cursor.position];
    for (let next = this.term(whole); next; next = this.term(whole)) {
      whole = next;
      if (belongs(whole.args[whole.args.length - 1])) [taken, end] = [whole, this.cursor.position];
    }
    this.cursor.seek(end);
    return taken;
  }

  /** With the plus or minus at the cursor and the term behind it. */
  private term(left: Expr): Expr | undefined {
    return this.cursor.is("symbol", "+") || this.cursor.is("symbol", "-") ? this.infix(left, POWER.add - 1) : undefined;
  }

  /** Reads another list of tokens (an argument, a script) as one expression, in a context of its own; with `open`, one that may hold the differential of the integral around. */
  inner(tokens: readonly Token[], place: Span, open = false): Expr {
    const { cursor, integrals, bars, arguments: inArguments, stops, bareFrom } = this;
    this.bareFrom = -1;
    this.stops = NOTHING;
    this.cursor = new Cursor(tokens, tokens.length ? tokens[tokens.length - 1].to : place.to);
    if (!open) this.integrals = 0;
    this.bars = 0;
    this.arguments = false;
    const e = tokens.length ? this.all() : failure("nothing here", place);
    this.cursor = cursor;
    this.integrals = integrals;
    this.bars = bars;
    this.arguments = inArguments;
    this.stops = stops;
    this.bareFrom = bareFrom;
    return e;
  }

  /** The next argument of a command, as an expression: a group or one token. `\frac12` has two of one digit each. */
  argument(open = false): Expr {
    const place = this.cursor.here();
    const token = this.cursor.peek();
    if (token?.kind === "command" && !this.grammar.isSymbol(token)) return this.prefix();
    return this.inner(this.cursor.argument(), place, open);
  }

  /** What stands below and above a sign, in either order. */
  bounds(below = () => this.argument()): { readonly below?: Expr; readonly above?: Expr } {
    const found: { below?: Expr; above?: Expr } = {};
    for (;;) {
      if (!found.below && this.cursor.take("sub")) found.below = below();
      else if (!found.above && this.cursor.take("sup")) found.above = this.argument();
      else return found;
    }
  }

  /** With the settings of a fresh bracket: bars and differentials outside do not count inside. */
  bracketed<R>(inArguments: boolean, read: () => R): R {
    const { integrals, bars, arguments: before, stops, bareFrom } = this;
    this.bareFrom = -1;
    this.stops = NOTHING;
    this.integrals = 0;
    this.bars = 0;
    this.arguments = inArguments;
    const result = read();
    this.integrals = integrals;
    this.bars = bars;
    this.arguments = before;
    this.stops = stops;
    this.bareFrom = bareFrom;
    return result;
  }

  /** Whether a factor can begin at the next token: what implicit multiplication asks. */
  startsFactor(): boolean {
    const token = this.cursor.peek();
    if (!token) return false;
    const key = keyOf(token);
    if (this.grammar.ends.has(key) || this.stops.has(key)) return false;
    // inside a bare argument, the differential of the integral around ends it
    if (this.integrals > 0 && this.stops.size > 0 && token.kind === "letter" && token.text === "d" && this.grammar.isDifferential(this.cursor)) return false;
    // two numbers side by side are no product: 0.333 333 is one number with a space in it
    if (token.kind === "number" && this.cursor.position > 0 && isFreeNumber(this.cursor.tokens, this.cursor.position - 1, token)) return false;
    const behindBare = this.stops.size > 0 && this.bareFrom >= 0 && this.bareFrom < this.cursor.position;
    if (behindBare && (this.appliesNext() || this.differentiatesNext() || this.derivativeNext())) return false;
    if (token.kind === "number" || token.kind === "letter" || token.kind === "open") return true;
    if (token.text === "|" && token.side === "open") return true;
    if (token.kind === "symbol" && token.text === "|")
      return this.bars === 0 && !this.arguments && !this.cursor.is("sub", undefined, 1) && !this.cursor.is("sup", undefined, 1);
    if (token.kind === "command" && (token.text === "|" || token.text === "vert" || token.text === "Vert"))
      return this.bars === 0 && !this.arguments && !this.cursor.is("sub", undefined, 1) && !this.cursor.is("sup", undefined, 1);
    if (token.kind === "symbol" && token.text === "(" && this.stops.size > 0 && this.repeats()) return false;
    if (token.kind === "symbol") return token.text === "(" || token.text === "[";
    if (token.kind === "command" && this.grammar.isSymbol(token)) return true;
    return this.grammar.prefix.has(key) && key !== "-" && key !== "+" && key !== "\\pm" && key !== "\\mp";
  }

  /** `\\frac{d}{dx}`, `\\frac{dy}{dx}`: behind `\\csc x` it is no part of the argument. */
  private differentiatesNext(): boolean {
    const { tokens, position } = this.cursor;
    if (tokens[position].kind !== "command" || !/^[dt]?frac$/.test(tokens[position].text) || tokens[position + 1]?.kind !== "open") return false;
    const [sign, behind] = [tokens[position + 2], tokens[position + 3]];
    const isSign = (sign?.kind === "letter" && sign.text === "d") || (sign?.kind === "command" && sign.text === "partial");
    const end = this.cursor.groupEnd(position + 1) - 1;
    return isSign && (end === position + 3 || /^(letter|command|sup)$/.test(behind?.kind ?? "")) && tokens[end + 2]?.text === sign.text;
  }

  /** `\\dot x`, and y' behind a space that was asked for: `\\cos y\\, y'`. */
  private derivativeNext(): boolean {
    const { tokens, position } = this.cursor;
    const token = tokens[position];
    if (token.kind === "command" && /^d?dot$/.test(token.text)) return true;
    return token.parted === true && (token.kind === "letter" || token.kind === "command") && tokens[position + 1]?.text === "'";
  }

  /** A function's name with a subscript or a prime and its argument: `\\sin x\\, g_x(u)` has it as a factor of its own. */
  private appliesNext(): boolean {
    const { tokens, position } = this.cursor;
    if (tokens[position].kind !== "letter" || !this.reading.functions.has(tokens[position].text) || /^[pqP]$/.test(tokens[position].text)) return false;
    let at = position + 1;
    const marked = tokens[at]?.kind === "sub" || tokens[at]?.text === "'";
    while (tokens[at]?.text === "'" || tokens[at]?.kind === "sub")
      at = tokens[at].kind === "sub" ? (tokens[at + 1]?.kind === "open" ? this.cursor.groupEnd(at + 1) : at + 2) : at + 1;
    return marked && tokens[at]?.kind === "symbol" && tokens[at].text === "(";
  }

  /** Whether the parenthesis at the cursor speaks of a letter of the bare argument before it: `\\sin x (1 + x)` is (sin x)(1 + x), `\\sin k(x - ct)` is not. */
  private repeats(): boolean {
    if (this.bareFrom < 0) return false;
    const { tokens, position } = this.cursor;
    if (position === this.bareFrom + 1 && /^(x|t|u|y|z|theta|phi|varphi|alpha|beta|psi)$/.test(tokens[this.bareFrom].text)) return true;
    const letters = new Set(
      tokens
        .slice(this.bareFrom, position)
        .filter((t) => t.kind === "letter" || (t.kind === "command" && this.grammar.isSymbol(t)))
        .map((t) => t.text),
    );
    for (let at = position, depth = 0; at < tokens.length; at++) {
      if (tokens[at].kind === "symbol" && tokens[at].text === "(") depth++;
      if (tokens[at].kind === "symbol" && tokens[at].text === ")" && --depth === 0) return false;
      if (letters.has(tokens[at].text) && (tokens[at].kind === "letter" || tokens[at].kind === "command")) return true;
    }
    return false;
  }

  private prefix(): Expr {
    const token = this.cursor.peek();
    if (!token) return failure("something is missing here", this.cursor.here());
    const start = this.cursor.position;
    for (const read of this.grammar.prefix.get(keyOf(token)) ?? []) {
      this.cursor.seek(start + 1);
      const e = read(this, token);
      if (e) return e;
    }
    this.cursor.seek(start + 1);
    if (token.kind === "number") return this.number(token, start);
    if (token.kind === "letter" || (token.kind === "command" && this.grammar.isSymbol(token))) {
      const e = this.grammar.symbol(this, token);
      if (e) return e;
    }
    if (token.kind === "open") {
      this.cursor.seek(start);
      if (this.cursor.undress()) return this.prefix();
      const inside = this.cursor.argument();
      const e = this.inner(inside, token, true);
      return { ...e, span: this.cursor.since(start), data: { ...e.data, braced: true } };
    }
    // what no construct knows is consumed, so that every error node covers something
    return failure(`cannot read "${this.describe(token)}"`, this.cursor.since(start));
  }

  private number(token: Token, start: number): Expr {
    let text = token.text;
    // 1,000 and 1{,}000 : thousands
    for (;;) {
      const comma =
        this.cursor.is("symbol", ",") && this.cursor.peek()?.spaced !== true && this.cursor.peek(1)?.spaced !== true
          ? 1
          : this.cursor.is("open") && this.cursor.is("symbol", ",", 1) && this.cursor.is("close", undefined, 2)
            ? 3
            : 0;
      const digits = comma ? this.cursor.peek(comma) : undefined;
      if (
        digits?.kind !== "number" ||
        !/^\d{3}(\.\d+)?$/.test(digits.text) ||
        text.includes(".") ||
        !/^\d{1,3}(\d{3})*$/.test(text) ||
        (comma === 1 && this.arguments)
      )
        break;
      this.cursor.seek(this.cursor.position + comma + 1);
      text += digits.text;
    }
    return number(text, this.cursor.since(start));
  }

  private infix(left: Expr, power: number): Expr | undefined {
    const token = this.cursor.peek();
    if (!token) return undefined;
    const start = this.cursor.position;
    for (const infix of this.grammar.infix.get(keyOf(token)) ?? []) {
      if (infix.power <= power) continue;
      const e = infix.parse(this, left, token);
      if (e) return e;
      this.cursor.seek(start);
    }
    return undefined;
  }

  describe(token: Token | undefined): string {
    if (!token) return "the end";
    const text =
      token.kind === "command"
        ? `\\${token.text}`
        : token.kind === "begin"
          ? `\\begin{${token.text}}`
          : token.kind === "text"
            ? `\\text{${token.text}}`
            : token.text;
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }
}

/** A number that is no argument without braces: of \\frac12 3, \\sqrt2 3, 2^3 3^2. */
const isFreeNumber = (tokens: readonly Token[], at: number, next: Token): boolean => {
  const [first, before, number] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (number.kind !== "number") return false;
  const isOf = (t: Token | undefined, names: RegExp): boolean => t?.kind === "command" && names.test(t.text);
  if (/^0\d/.test(next.text)) return true;
  return !(before?.kind === "sup" || isOf(before, /^sqrt$/) || (/^(number|letter)$/.test(before?.kind ?? "") && isOf(first, /^[dtc]?(frac|binom)$/)));
};
