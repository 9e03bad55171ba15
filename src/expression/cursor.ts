/** A reading position in a list of tokens, with the few moves that every construct needs. */
import type { Span } from "../base/span";
import type { Token, TokenKind } from "../latex/tokens";

/** Commands that an author writes behind a script sign without braces around them and their letter. */
const FONT = /^(math(bf|rm|cal|sf|bb|it|scr|frak)|boldsymbol|bm|pmb|vec|hat|bar|tilde|widehat|widetilde|overline)$/;

/** A position in a list of tokens: looks ahead, takes what is asked for, goes back. */
export class Cursor {
  private at = 0;
  constructor(
    public tokens: readonly Token[],
    /** Where the list ends in the document: the place of what is missing at the end. */
    readonly end: number = tokens.length ? tokens[tokens.length - 1].to : 0,
  ) {}

  get position(): number {
    return this.at;
  }
  get done(): boolean {
    return this.at >= this.tokens.length;
  }
  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }
  next(): Token {
    return this.tokens[this.at++];
  }
  seek(position: number): void {
    this.at = position;
  }
  is(kind: TokenKind, text?: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token !== undefined && token.kind === kind && (text === undefined || token.text === text);
  }
  take(kind: TokenKind, text?: string): Token | undefined {
    return this.is(kind, text) ? this.next() : undefined;
  }
  /** The place of the next token, or of the end. */
  here(): Span {
    const token = this.peek();
    return token ? { from: token.from, to: token.to } : { from: this.end, to: this.end };
  }
  /** From the token at `start` to the one before the cursor. */
  since(start: number): Span {
    if (this.at <= start) return { from: this.here().from, to: this.here().from };
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (let i = start; i < Math.min(this.at, this.tokens.length); i++) {
      from = Math.min(from, this.tokens[i].from);
      to = Math.max(to, this.tokens[i].to);
    }
    return { from, to };
  }
  /** The index just after the group that opens at `index` (a token of kind "open"); the end where it is never closed. */
  groupEnd(index: number): number {
    let depth = 0;
    for (let i = index; i < this.tokens.length; i++) {
      if (this.tokens[i].kind === "open") depth++;
      else if (this.tokens[i].kind === "close" && --depth === 0) return i + 1;
    }
    return this.tokens.length;
  }
  /** The next token; of a number of several digits only the first digit, as TeX reads `\\frac12` and `x^23`. */
  private single(): Token {
    const token = this.tokens[this.at];
    if (token.kind !== "number" || token.text.length < 2) return this.next();
    const made = token.made === true;
    const first: Token = { ...token, text: token.text[0], to: made ? token.to : token.from + 1 };
    const rest: Token = { ...token, text: token.text.slice(1), from: made ? token.from : token.from + 1, spaced: false };
    this.tokens = [...this.tokens.slice(0, this.at), first, rest, ...this.tokens.slice(this.at + 1)];
    return this.next();
  }
  /** `_\mathbf{w}`: a font with what it dresses. */
  private dressed(): readonly Token[] {
    const start = this.at;
    this.at = this.groupEnd(start + 1);
    return this.tokens.slice(start, this.at);
  }
  /** Takes the braces away from around a letter in another alphabet, `{\mathcal{L}}`, where they stand next; they say nothing. */
  undress(): boolean {
    const [open, font, ...behind] = this.tokens.slice(this.at, this.at + 6);
    if (open?.kind !== "open" || font?.kind !== "command" || !/^math(cal|scr|frak|bf|bb|sf)$/.test(font.text)) return false;
    const kinds = behind.map((t) => t.kind).join(" ");
    const length = kinds.startsWith("letter close") ? 2 : kinds.startsWith("open letter close close") ? 4 : 0;
    if (length === 0) return false;
    const end = this.at + 1 + length;
    this.tokens = [...this.tokens.slice(0, this.at), ...this.tokens.slice(this.at + 1, end), ...this.tokens.slice(end + 1)];
    return true;
  }
  /** The tokens of an argument: those of the next group without its braces, or the next token alone. */
  argument(): readonly Token[] {
    if (this.done) return [];
    if (!this.is("open")) return this.is("command") && FONT.test(this.tokens[this.at].text) && this.is("open", undefined, 1) ? this.dressed() : [this.single()];
    const start = this.at;
    const end = this.groupEnd(start);
    this.at = end;
    const closed = this.tokens[end - 1]?.kind === "close";
    return this.tokens.slice(start + 1, closed ? end - 1 : end);
  }
  /** The characters of an argument: a name, a digit. */
  word(): string {
    return this.argument()
      .map((t) => t.text)
      .join("");
  }
}

/** The tokens as one might have typed them, without white space: for names and labels. */
export function spell(tokens: readonly Token[]): string {
  return tokens
    .map((t, i) => {
      if (t.kind === "command")
        return `\\${t.text}${/^[a-zA-Z]/.test(t.text) && /^[a-zA-Z]/.test(tokens[i + 1]?.text ?? "") && tokens[i + 1].kind !== "command" ? " " : ""}`;
      if (t.kind === "text") return `\\text{${t.text}}`;
      if (t.kind === "begin") return `\\begin{${t.text}}`;
      if (t.kind === "end") return `\\end{${t.text}}`;
      if (t.kind === "row") return "\\\\";
      return t.text;
    })
    .join("");
}
