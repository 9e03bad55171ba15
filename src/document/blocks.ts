/** What a scanner finds in a document: prose, formulas, code and comments for Spotcheck, in reading order. */
import type { Span } from "../base/span";

export type Format = "tex" | "md" | "ipynb";

/**
 * Where the characters of a block's `text` stand in the document. The pieces are ascending in `at`; the character at index
 * `i` of the text stands at `offset + (i - at)` for the last piece with `at <= i`. A block that is contiguous has one piece.
 */
export type OffsetMap = readonly { readonly at: number; readonly offset: number }[];

interface BlockBase {
  /** What the block says, with the prefixes of quotations and the escapes of JSON taken away. For mathematics: without its delimiters. */
  readonly text: string;
  readonly map: OffsetMap;
  /** In document offsets, with the delimiters. */
  readonly span: Span;
  /** Counts paragraphs from 0: blank lines, headings, items of lists and `\par` begin a new one. A display does not end a paragraph. */
  readonly paragraph: number;
}

export interface Prose extends BlockBase {
  readonly kind: "prose";
}

/** A heading, or the opening of an exercise, a theorem, a proof or a part such as "(a)": what ends hypotheses. */
export interface Heading extends BlockBase {
  readonly kind: "heading";
  /** The environment that it opens; "" where it closes one; undefined for other headings. */
  readonly environment?: string;
  /** 1 for the outermost; parts of an exercise are 7, theorem-like environments 6 (their end is a heading with an empty text). */
  readonly level: number;
}

export interface Formula extends BlockBase {
  readonly kind: "formula";
  readonly display: boolean;
  /** The environment that opened it ("align*", "equation"), or "" for `$`, `$$`, `\(`, `\[`. Its `\begin`, `\end` are not in the text. */
  readonly environment: string;
}

/** A code fence, a code cell or a listing. */
export interface Code extends BlockBase {
  readonly kind: "code";
  readonly language: string;
}

/** A comment that speaks to Spotcheck: `% spotcheck: assume x > 0`, or the same in an HTML comment. `text` is what follows the colon. */
export interface Directive extends BlockBase {
  readonly kind: "directive";
}

export type Block = Prose | Heading | Formula | Code | Directive;

export interface Problem {
  readonly span: Span;
  readonly code: string;
  readonly message: string;
}

export interface ScannedDocument {
  readonly path: string;
  readonly format: Format;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Texts that hold macro definitions for the whole document: the preamble, and definitions that stand between formulas. */
  readonly preamble: readonly { readonly text: string; readonly map: OffsetMap }[];
  readonly problems: readonly Problem[];
}

/** The document offset of index `index` of a block's text. */
export function toDocument(map: OffsetMap, index: number): number {
  const piece = map[pieceAt(map, index)];
  return piece ? piece.offset + (index - piece.at) : index;
}

/** The number of the piece that holds index `index`, by bisection; 0 where there is none. */
export function pieceAt(map: OffsetMap, index: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle].at <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
