/** Scans Markdown: formulas, headings, fences, definitions and directives, with their places. */
import { isLetter, lineEnd, skipGroup, skipOption, skipSpace } from "./braces";
import type { Collector } from "./collector";
import { definitionEnd } from "./definitions";
import { isMathBetweenDollars } from "./dollars";
import { argumentCount, isMathematics, takesOption } from "./environments";
import { type Closer, findClose } from "./mathclose";
import { openingLength } from "./openings";
import { Paragraphs } from "./paragraphs";
import type { Piece } from "./view";

const fenceLine = /^([ \t]*)(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?([A-Za-z0-9_+#-]*)[^\n`]*(?:\n|$)/;
const atxLine = /^ {0,3}(#{1,6})(?:[ \t]+|(?=\r?\n|$))/;
const setextLine = /^ {0,3}\S[^\n]*\n {0,3}(=+|-{2,})[ \t]*\r?(?:\n|$)/;
const itemMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|(?=\r?\n|$))(?:\[[ xX]\][ \t]+)?/;
const circled = /^[ \t]*[\u2460-\u2473]/;
/** How far a single dollar is looked for; keeps a paragraph of many dollars linear. */
const longestInline = 3_000;
const rawTag = /^<(script|style|pre)\b/i;

/** Reads a Markdown text (a file, or a cell of a notebook) into `into`. Quotation marks have been taken off. */
export function scanMarkdown(text: string, into: Collector): void {
  new MarkdownScanner(text, into).run(frontMatter(text));
}

/** The length of the YAML block that opens a file. */
function frontMatter(text: string): number {
  const match = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? match[0].length : 0;
}

class MarkdownScanner {
  readonly #text: string;
  readonly #into: Collector;
  readonly #paragraphs: Paragraphs;
  #from = 0;
  #paragraphOpen = false;
  /** Up to here it is known that no code span of so many backticks ends, and that no HTML comment ends. */
  readonly #unclosed = new Map<number | string, number>();

  constructor(text: string, into: Collector) {
    this.#text = text;
    this.#into = into;
    this.#paragraphs = new Paragraphs(text);
  }

  run(start: number): void {
    const text = this.#text;
    this.#from = start;
    let at = this.#lineStart(start);
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (unit === 10) at = this.#lineStart(at + 1);
      else if (unit === 92) at = this.#backslash(at);
      else if (unit === 36) at = this.#dollar(at);
      else if (unit === 96) at = this.#codeSpan(at);
      else if (unit === 60) at = this.#angle(at);
      else at++;
    }
    this.#cut(text.length, text.length);
    this.#into.newParagraph();
  }

  #cut(at: number, next: number): number {
    this.#into.prose(this.#from, at);
    this.#from = next;
    return next;
  }

  /** Ends the paragraph before `at`. */
  #break(at: number): void {
    this.#cut(at, at);
    this.#into.newParagraph();
    this.#paragraphOpen = false;
  }

  /** Reads what only the start of a line can say; the answer is where inline reading goes on. */
  #lineStart(at: number): number {
    const text = this.#text;
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end + 1, at + 400));
    if (line.trim() === "") {
      this.#break(at);
      return end;
    }
    const fence = fenceLine.exec(line.endsWith("\n") || end >= text.length ? line : `${line}\n`);
    if (fence) return this.#fence(at, fence);
    const item = itemMark.exec(line);
    if (item && !/^[ \t]*([-*])[ \t]*(?:\1[ \t]*){2,}$/.test(line.trimEnd())) return this.#item(at, item[0].length);
    return this.#heading(at, end, line) ?? this.#opening(at, line);
  }

  #item(at: number, length: number): number {
    this.#break(at);
    this.#from = at + length;
    const end = lineEnd(this.#text, at + length);
    const line = this.#text.slice(at + length, Math.min(end + 1, at + length + 400));
    const fence = fenceLine.exec(line);
    return fence ? this.#fence(at + length, fence) : this.#opening(at + length, line);
  }

  #heading(at: number, end: number, line: string): number | undefined {
    const atx = atxLine.exec(line);
    if (atx) return this.#headingLine(atx[1].length, at, at + atx[0].length, end, end);
    if (this.#paragraphOpen) return undefined;
    const under = lineEnd(this.#text, Math.min(this.#text.length, end + (this.#text.startsWith("\r\n", end) ? 2 : 1)));
    if (under - end > 60) return undefined;
    const setext = setextLine.exec(this.#text.slice(at, under + 1));
    return setext ? this.#headingLine(setext[1][0] === "=" ? 1 : 2, at, at, end, under) : undefined;
  }

  /** The heading's text reaches to its first formula; what follows it there is read like prose. */
  #headingLine(level: number, at: number, from: number, end: number, next: number): number {
    this.#break(at);
    const words = this.#text.slice(from, end).replace(/[ \t]+#*[ \t]*$/, "");
    const dollar = words.search(/(?<!\\)\$/);
    const to = from + (dollar < 0 ? words.length : dollar);
    this.#into.heading(level, [from, to], [at, dollar < 0 ? end : to]);
    if (dollar < 0) {
      this.#from = next;
      this.#into.newParagraph();
      return next;
    }
    this.#from = to;
    this.#paragraphOpen = true;
    return to;
  }

  /** A part such as "(a)" at the start of a paragraph, or of a line after a sentence's end. */
  #opening(at: number, line: string): number {
    const text = this.#text;
    const starts = !this.#paragraphOpen || /[.:?!$\\)*]\s*$|[^\s]\s\s+$/.test(text.slice(Math.max(this.#from, at - 8), at));
    const length = starts ? openingLength(line) : 0;
    if (length > 0 || circled.test(line)) this.#break(at);
    this.#paragraphOpen = true;
    if (length === 0) return at;
    const from = skipSpace(text, at);
    this.#into.heading(7, [from, at + length], [from, at + length]);
    this.#from = at + length;
    return at + length;
  }

  #fence(at: number, match: RegExpExecArray): number {
    const text = this.#text;
    const start = Math.min(text.length, lineEnd(text, at) + (text.startsWith("\r\n", lineEnd(text, at)) ? 2 : 1));
    const close = new RegExp(String.raw`^[ \t]*${match[2][0]}{${match[2].length},}[ \t]*\r?$`, "gm");
    close.lastIndex = start;
    const found = close.exec(text);
    const innerEnd = found ? found.index : text.length;
    const end = found ? found.index + found[0].length : text.length;
    const language = match[3].toLowerCase();
    this.#cut(at, end);
    if (!found) this.#into.problem(at, start, "document/unclosed-fence", "This code fence is not closed; it was read to the end of the document.");
    const inner: Piece = [start, Math.max(start, innerEnd)];
    if (language === "math") this.#into.formula({ from: at, to: end, inner, display: true, environment: "" }, true);
    else this.#into.code(language, inner, [at, end]);
    return end;
  }

  #backslash(at: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(at + 1);
    if (unit === 91) return this.#bracketed(at, 2, "\\]", true);
    if (unit === 40) return this.#bracketed(at, 2, "\\)", false);
    if (unit === 92 && text[at + 2] === "[") return this.#bracketed(at, 3, "\\\\]", true);
    if (unit === 92 && text[at + 2] === "(") return this.#bracketed(at, 3, "\\\\)", false);
    if (!isLetter(unit)) return unit === 10 || unit === 13 ? at + 1 : at + 2;
    if (unit === 98 && text.startsWith("\\begin{", at)) return this.#environment(at);
    const definition = definitionEnd(text, at);
    if (definition < 0) return at + 2;
    this.#into.definition(at, definition);
    return this.#cut(at, definition);
  }

  #environment(at: number): number {
    const text = this.#text;
    const match = /^\\begin\{([A-Za-z]+\*?)\}/.exec(text.slice(at, at + 60));
    if (!match || !isMathematics(match[1])) return at + 6;
    const name = match[1];
    let inner = at + match[0].length;
    if (takesOption(name)) inner = skipOption(text, inner);
    for (let count = argumentCount(name); count > 0; count--) inner = skipGroup(text, inner);
    return this.#close(at, inner, `\\end{${name}}`, text.length, name !== "math", name) ?? this.#unclosedMath(at, inner, `\\end{${name}}`, name);
  }

  /** `\(` may be an escaped parenthesis: it opens a formula only if the formula is closed. */
  #bracketed(at: number, length: number, closer: Closer, display: boolean): number {
    const end = this.#paragraphs.endAfter(at + length);
    if ((this.#unclosed.get(closer) ?? -1) >= at) return at + length;
    const next = this.#close(at, at + length, closer, end, display, "");
    if (next !== undefined) return next;
    if (closer === "\\]" && /^[ \t]*(?:\r?\n|$)/.test(this.#text.slice(at + length, at + length + 80))) return this.#unclosedMath(at, at + length, closer, "");
    this.#unclosed.set(closer, end);
    return at + length;
  }

  #close(at: number, inner: number, closer: Closer, limit: number, display: boolean, environment: string): number | undefined {
    const close = findClose(this.#text, inner, limit, closer, false);
    if (close < 0) return undefined;
    const to = close + closer.length;
    this.#cut(at, to);
    this.#directives(inner, close);
    this.#into.formula({ from: at, to, inner: [inner, close], display, environment }, true);
    return to;
  }

  #unclosedMath(at: number, inner: number, closer: string, environment: string): number {
    const end = Math.max(inner, this.#paragraphs.endAfter(inner));
    this.#cut(at, end);
    this.#into.problem(at, inner, "document/unclosed-math", `This formula is not closed: ${closer} is missing. It was read to the end of its paragraph.`);
    this.#into.formula({ from: at, to: end, inner: [inner, end], display: true, environment }, true);
    return end;
  }

  #directives(from: number, to: number): void {
    for (const match of this.#text.slice(from, to).matchAll(/(?<!\\)%[^\r\n]*/g)) {
      const at = from + match.index;
      this.#into.comment([at, at + match[0].length], [at, at + match[0].length]);
    }
  }

  #dollar(at: number): number {
    const text = this.#text;
    if (text[at + 1] === "$") return this.#doubleDollar(at);
    const end = this.#paragraphs.endAfter(at + 1);
    if (text[at + 1] === "`") {
      const next = this.#close(at, at + 2, "`$", Math.min(end, at + 300), false, "");
      if (next !== undefined) return next;
    }
    if ((this.#unclosed.get("$") ?? -1) >= at) return at + 1;
    const close = findClose(text, at + 1, Math.min(end, at + longestInline), "$", false);
    if (close < 0) this.#unclosed.set("$", Math.min(end, at + longestInline));
    if (close < 0 || !isMathBetweenDollars(text.slice(at + 1, close), text.slice(close + 1, close + 2))) return at + 1;
    this.#cut(at, close + 1);
    this.#into.formula({ from: at, to: close + 1, inner: [at + 1, close], display: false, environment: "" }, true);
    return close + 1;
  }

  #doubleDollar(at: number): number {
    const text = this.#text;
    const end = this.#paragraphs.endAfter(at + 2);
    const close = findClose(text, at + 2, end, "$$", false);
    if (close < 0) return this.#unclosedMath(at, at + 2, "$$", "");
    return this.#close(at, at + 2, "$$", end, this.#standsAlone(at, close), "")!;
  }

  /** Whether a `$$…$$` is set apart: on several lines, or with nothing but punctuation on one of its sides. */
  #standsAlone(at: number, close: number): boolean {
    const text = this.#text;
    if (text.slice(at, close).includes("\n")) return true;
    const before = text.slice(Math.max(0, at - 40), at);
    const after = text.slice(close + 2, close + 40).split("\n")[0];
    return /(?:^|\n)[ \t]*(?:[-*+>]|\d+[.)])?[ \t]*$/.test(before) ? /^[\s.,;:)]*$/.test(after) : /^[\s.,;:]*$/.test(after) && close - at > 12;
  }

  #codeSpan(at: number): number {
    const text = this.#text;
    let run = at;
    while (text.charCodeAt(run) === 96) run++;
    const length = run - at;
    const end = this.#paragraphs.endAfter(run);
    if ((this.#unclosed.get(length) ?? -1) >= at) return run;
    for (let index = run; index < end; index++) {
      if (text.charCodeAt(index) !== 96) continue;
      let stop = index;
      while (text.charCodeAt(stop) === 96) stop++;
      if (stop - index === length) return stop;
      index = stop;
    }
    this.#unclosed.set(length, end);
    return run;
  }

  #angle(at: number): number {
    const text = this.#text;
    if (text.startsWith("<!--", at)) return this.#htmlComment(at);
    const tag = rawTag.exec(text.slice(at, at + 10));
    if (!tag || (this.#unclosed.get(tag[1]) ?? -1) >= at) return at + 1;
    const close = new RegExp(`</${tag[1]}>`, "gi");
    close.lastIndex = at;
    const match = close.exec(text);
    if (match) return this.#cut(at, match.index + match[0].length);
    this.#unclosed.set(tag[1], text.length);
    return at + 1;
  }

  #htmlComment(at: number): number {
    const text = this.#text;
    if ((this.#unclosed.get("-->") ?? -1) >= at) return at + 1;
    const close = text.indexOf("-->", at + 4);
    if (close < 0) {
      this.#unclosed.set("-->", text.length);
      return at + 1;
    }
    this.#cut(at, close + 3);
    this.#into.comment([at + 4, close], [at, close + 3]);
    return close + 3;
  }
}
