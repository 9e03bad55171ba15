/** Scans LaTeX: formulas, headings, listings, definitions and directives, with their places. */
import { isLetter, lineEnd, matchingBrace, skipGroup, skipOption, skipSpace } from "./braces";
import type { Collector } from "./collector";
import { definitionEnd } from "./definitions";
import { argumentCount, isList, isListing, isMathematics, isTheorem, isVerbatim, sectionLevel, takesOption } from "./environments";
import { type Closer, findClose } from "./mathclose";
import { openingLength } from "./openings";
import { Paragraphs } from "./paragraphs";
import type { Piece } from "./view";

/** What `\be` and `\ee` stand for, and the names that `\newtheorem` made. */
interface Names {
  readonly begins: Map<string, string>;
  readonly ends: Map<string, string>;
  readonly theorems: Set<string>;
}

/** Reads a whole LaTeX source into `into`. */
export function scanLatex(text: string, into: Collector): void {
  const body = /^[^%\n\r]*?\\begin\s?\{document\}/m.exec(text);
  const start = body ? body.index + body[0].length : 0;
  const preamble = start - (body ? /\\begin\s?\{document\}$/.exec(body[0])![0].length : 0);
  if (preamble > 0) into.definitions(livePieces(text, preamble, into));
  const names = readNames(text);
  new LatexScanner(text, into, names).run(start);
}

/** In its argument stands what the outline of a PDF file has in place of commands: it says nothing of the formulas. */
const OUTLINE = "\\pdfstringdefDisableCommands";

/** The preamble without `\iffalse` parts and what is said of the outline; its comments may speak to Spotcheck. */
function livePieces(text: string, end: number, into: Collector): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 37) {
      const to = lineEnd(text, at);
      into.comment([at, to], [at, to]);
      at = to;
    } else if (unit === 92 && text.startsWith("\\iffalse", at)) {
      pieces.push([from, at]);
      from = Math.min(end, conditionalEnd(text, at + 8));
      at = from - 1;
    } else if (unit === 92 && text.startsWith(OUTLINE, at)) {
      pieces.push([from, at]);
      from = Math.min(end, Math.max(at, skipGroup(text, at + OUTLINE.length)));
      at = from - 1;
    } else if (unit === 92) at++;
  }
  pieces.push([from, Math.max(from, end)]);
  return pieces;
}

function readNames(text: string): Names {
  const names: Names = { begins: new Map(), ends: new Map(), theorems: new Set() };
  if (/\\newtheorem/.test(text)) for (const match of text.matchAll(/\\newtheorem\*?\s?\{(\w+)\}/g)) names.theorems.add(match[1]);
  const alias = /\\(?:def|newcommand\*?|renewcommand\*?)\s?\{?\\([A-Za-z]+)\}?\s?\{\s?\\(begin|end)\s?\{(\w+\*?)\}\s?\}/g;
  for (const match of text.matchAll(alias)) {
    if (isMathematics(match[3])) (match[2] === "begin" ? names.begins : names.ends).set(match[1], match[3]);
  }
  return names;
}

/** The index behind the `\fi` (or the `\else`, what follows it lives) of a false conditional whose test ended before `from`. */
function conditionalEnd(text: string, from: number): number {
  const marks = /\\(if[a-zA-Z]*|else|fi)(?![a-zA-Z])/g;
  marks.lastIndex = from;
  let depth = 1;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match[1].startsWith("if")) depth++;
    else if (match[1] === "fi" ? --depth === 0 : depth === 1) return marks.lastIndex;
  }
  return text.length;
}

const MATHEMATICS = /\$|\\[([]|\\begin\b/;

class LatexScanner {
  readonly #text: string;
  readonly #into: Collector;
  readonly #names: Names;
  readonly #paragraphs: Paragraphs;
  /** Where prose that is not yet handed over began. */
  #from = 0;
  #fresh = true;

  constructor(text: string, into: Collector, names: Names) {
    this.#text = text;
    this.#into = into;
    this.#names = names;
    this.#paragraphs = new Paragraphs(text);
  }

  run(start: number): void {
    const text = this.#text;
    this.#from = start;
    let at = start;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (this.#fresh && unit > 32) at = this.#opening(at);
      else if (unit === 92) at = this.#command(at);
      else if (unit === 36) at = this.#dollar(at);
      else if (unit === 37) at = this.#comment(at);
      else if (unit === 10 || unit === 13) at = this.#line(at);
      else at++;
    }
    this.#cut(at, at);
    this.#into.newParagraph();
  }

  /** Hands the prose before `at` over and goes on at `next`. */
  #cut(at: number, next: number): number {
    this.#into.prose(this.#from, at);
    this.#from = next;
    return next;
  }

  #break(): void {
    this.#into.newParagraph();
    this.#fresh = true;
  }

  /** At the first character of a paragraph: does a part or an exercise begin here? */
  #opening(at: number): number {
    this.#fresh = false;
    const length = openingLength(this.#text.slice(at, at + 120));
    if (length === 0) return at;
    this.#cut(at, at + length);
    this.#into.heading(7, [at, at + length], [at, at + length]);
    return at + length;
  }

  #line(at: number): number {
    const end = this.#paragraphs.endAfter(at);
    if (at !== end) return at + 1;
    const next = skipSpace(this.#text, at);
    this.#cut(at, next);
    this.#break();
    return next;
  }

  #comment(at: number): number {
    const end = lineEnd(this.#text, at);
    const next = Math.min(this.#text.length, end + (this.#text.startsWith("\r\n", end) ? 2 : 1));
    const blank = /^[ \t]*\r?\n/.test(this.#text.slice(next, next + 80));
    this.#cut(at, blank || next === this.#text.length ? end : next);
    if (/spotcheck/i.test(this.#text.slice(at, end))) this.#into.comment([at, end], [at, end]);
    return this.#from;
  }

  #dollar(at: number): number {
    const double = this.#text[at + 1] === "$";
    return this.#formula(at, at + (double ? 2 : 1), double ? "$$" : "$", double, "");
  }

  /** Reads a formula that began at `at` and whose inside begins at `inner`. */
  #formula(at: number, inner: number, closer: Closer, display: boolean, environment: string): number {
    const text = this.#text;
    const far = closer === "\\]" || environment !== "";
    const paragraphEnd = this.#paragraphs.endAfter(inner);
    const close = findClose(text, inner, far ? text.length : paragraphEnd, closer, true);
    const innerEnd = close < 0 ? Math.max(inner, paragraphEnd) : close;
    const end = close < 0 ? innerEnd : close + closer.length;
    this.#cut(at, end);
    if (close < 0)
      this.#into.problem(at, inner, "document/unclosed-math", `This formula is not closed: ${closer} is missing. It was read to the end of its paragraph.`);
    this.#directives(inner, innerEnd);
    this.#into.formula({ from: at, to: end, inner: [inner, innerEnd], display, environment }, false);
    return end;
  }

  /** Comments inside a formula that speak to Spotcheck stand before it. */
  #directives(from: number, to: number): void {
    for (const match of this.#text.slice(from, to).matchAll(/(?<!\\)%[^\r\n]*/g)) {
      const at = from + match.index;
      this.#into.comment([at, at + match[0].length], [at, at + match[0].length]);
    }
  }

  #command(at: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(at + 1);
    if (unit === 91) return this.#formula(at, at + 2, "\\]", true, "");
    if (unit === 40) return this.#formula(at, at + 2, "\\)", false, "");
    if (!isLetter(unit)) return Math.min(text.length, at + 2);
    let end = at + 2;
    while (end < text.length && isLetter(text.charCodeAt(end))) end++;
    return this.#named(text.slice(at + 1, end), at, end);
  }

  #named(name: string, at: number, end: number): number {
    if (name === "begin" || name === "end") return this.#environment(name, at, end);
    const level = sectionLevel(name);
    if (level > 0) return this.#section(level, at, end);
    if (name === "par" || name === "item") return this.#item(name, at, end);
    if (name === "iffalse") return this.#cut(at, conditionalEnd(this.#text, end));
    if (name === "verb" || name === "lstinline" || name === "mintinline") return this.#verb(end);
    if (name === "url" || name === "path" || name === "href") return Math.max(end, skipGroup(this.#text, end));
    if (this.#names.begins.has(name)) return this.#alias(name, at, end);
    const definition = definitionEnd(this.#text, at);
    if (definition < 0) return end;
    this.#into.definition(at, definition);
    return this.#cut(at, definition);
  }

  /** `\be … \ee`, where the preamble says that they open and close a display. */
  #alias(name: string, at: number, end: number): number {
    const environment = this.#names.begins.get(name)!;
    const ends = [...this.#names.ends].filter(([, of]) => of === environment).map(([alias]) => alias);
    const limit = this.#paragraphs.endAfter(end);
    const close = ends.length ? new RegExp(String.raw`\\(?:${ends.join("|")})(?![A-Za-z])`) : undefined;
    const match = close?.exec(this.#text.slice(end, limit));
    const inner: Piece = [end, match ? end + match.index : limit];
    const to = match ? inner[1] + match[0].length : limit;
    this.#cut(at, to);
    if (!match) this.#into.problem(at, end, "document/unclosed-math", `This formula is not closed: what ends ${environment} is missing.`);
    this.#into.formula({ from: at, to, inner, display: true, environment }, false);
    return to;
  }

  #environment(which: string, at: number, nameEnd: number): number {
    const text = this.#text;
    const match = /^\s?\{([A-Za-z@]+\*?)\}/.exec(text.slice(nameEnd, nameEnd + 60));
    if (!match) return nameEnd;
    const name = match[1];
    const end = nameEnd + match[0].length;
    const nameAt = end - 1 - name.length;
    if (which === "begin" && isMathematics(name)) return this.#display(name, at, end);
    if (which === "begin" && (isVerbatim(name) || isListing(name))) return this.#verbatim(name, at, end);
    if (which === "end" && name === "document") return this.#cut(at, text.length);
    if (which === "end" && isMathematics(name)) this.#into.problem(at, end, "document/unopened-environment", `\\end{${name}} closes nothing that was opened.`);
    if (isTheorem(name) || this.#names.theorems.has(name)) return this.#theorem(which, [nameAt, end - 1], at, end);
    if (isList(name)) {
      this.#cut(at, end);
      this.#break();
    }
    return end;
  }

  #theorem(which: string, name: Piece, at: number, end: number): number {
    const next = which === "begin" ? skipOption(this.#text, end) : end;
    this.#cut(at, next);
    this.#into.newParagraph();
    this.#into.heading(6, which === "begin" ? name : [at, at], [at, next], which === "begin" ? this.#text.slice(name[0], name[1]) : "");
    this.#break();
    return next;
  }

  #display(name: string, at: number, end: number): number {
    let inner = takesOption(name) ? skipOption(this.#text, end) : end;
    for (let count = argumentCount(name); count > 0; count--) inner = skipGroup(this.#text, inner);
    return this.#formula(at, inner, `\\end{${name}}`, name !== "math", name);
  }

  #verbatim(name: string, at: number, end: number): number {
    const text = this.#text;
    const closer = `\\end{${name}}`;
    const close = text.indexOf(closer, end);
    const innerEnd = close < 0 ? text.length : close;
    const next = close < 0 ? innerEnd : close + closer.length;
    if (close < 0) this.#into.problem(at, end, "document/unclosed-environment", `\\begin{${name}} is not closed; everything after it was skipped.`);
    this.#cut(at, next);
    if (isListing(name)) this.#listing(name, [end, innerEnd], [at, next]);
    return next;
  }

  #listing(name: string, inner: Piece, whole: Piece): void {
    const head = this.#text.slice(inner[0], Math.min(inner[1], inner[0] + 300));
    const options = /^[ \t]*(?:\[[^\]\n]*\])?(?:\{([A-Za-z+#]*)\})?/.exec(head)!;
    const language = options[1] ?? /language\s*=\s*\{?\s*([A-Za-z+#]+)/.exec(options[0])?.[1] ?? (name.startsWith("py") ? "python" : "");
    const from = inner[0] + options[0].length;
    const lineBreak = /^[ \t]*\r?\n/.exec(this.#text.slice(from, from + 80))?.[0].length ?? 0;
    this.#into.code(language.toLowerCase(), [Math.min(from + lineBreak, inner[1]), inner[1]], whole);
  }

  #section(level: number, at: number, nameEnd: number): number {
    const text = this.#text;
    const starred = text[nameEnd] === "*" ? nameEnd + 1 : nameEnd;
    const open = skipSpace(text, skipOption(text, starred));
    const end = text[open] === "{" ? matchingBrace(text, open) : -1;
    // the whole text of an exercise is no title
    const close = level >= 6 && end > 0 && MATHEMATICS.test(text.slice(open, end)) ? -1 : end;
    if (close < 0 && level < 6) return nameEnd;
    const next = close < 0 ? starred : close + 1;
    this.#cut(at, next);
    this.#into.newParagraph();
    this.#into.heading(level, close < 0 ? [at + 1, nameEnd] : [open + 1, close], [at, next]);
    this.#break();
    return next;
  }

  #item(name: string, at: number, end: number): number {
    const next = name === "item" ? skipOption(this.#text, end) : end;
    this.#cut(at, next);
    this.#break();
    const label = this.#text.slice(end, next).trim();
    const length = label ? openingLength(label.slice(1, -1)) : 0;
    if (length > 0) {
      const from = this.#text.indexOf("[", end) + 1;
      this.#into.heading(7, [from, from + length], [at, next]);
      this.#fresh = false;
    }
    return next;
  }

  #verb(nameEnd: number): number {
    const text = this.#text;
    const open = text[nameEnd] === "*" ? nameEnd + 1 : skipOption(text, nameEnd);
    const delimiter = text[open] === "{" ? "}" : text[open];
    const inside = text.slice(open + 1, open + 500);
    const close = delimiter === undefined ? -1 : inside.indexOf(delimiter);
    return close < 0 || /[\r\n]/.test(inside.slice(0, close)) ? nameEnd : open + close + 2;
  }
}
