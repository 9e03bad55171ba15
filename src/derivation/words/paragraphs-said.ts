/** The prose of a document by paragraphs, its inline formulas as numbered holes: "⟦0⟧ is a real ⟦1⟧×⟦2⟧ matrix". */
import type { Span } from "../../base/span";
import { languageOfText } from "../../document/connectives";
import { withEnglishNouns } from "../../document/nouns";
import type { Reading } from "../../expression/parser";
import { type Expr, symbol } from "../../expression/tree";
import { type Line, parseOperand, type ReadDocument } from "../reading/chains";

/** The words of a paragraph with its formulas as numbered holes `⟦k⟧`. */
export interface Paragraph {
  readonly text: string;
  readonly holes: readonly Expr[];
  /** What each hole is equated to, where its formula is one equation. */
  readonly equals: readonly (Expr | undefined)[];
  /** Whether each hole is the left side of an order, X of "$X \\ge 2$". */
  readonly ordered: readonly boolean[];
  /** The block of each hole. */
  readonly places: readonly number[];
  /** The last block of the paragraph. */
  readonly last: number;
}

/** A letter by itself that is no word. */
const LETTER = "\\b(?![aiI]\\b)[A-Za-z]\\b(?!['’.-])";

/** A paragraph that is being read: in pieces, for a text that grows would be copied at every look at its end. */
class Draft {
  readonly holes: Expr[] = [];
  readonly equals: (Expr | undefined)[] = [];
  readonly ordered: boolean[] = [];
  readonly places: number[] = [];
  private readonly pieces: string[] = [];

  constructor(public last: number) {}

  add(piece: string): void {
    if (piece) this.pieces.push(piece);
  }

  hole(operand: Expr, line: { readonly equal: Expr | undefined; readonly ordered: boolean }, at: number, comma: boolean): void {
    const end = this.pieces.at(-1);
    const before = end !== undefined && !/[\s(-]$/.test(end) ? " " : "";
    // "$x,$ $y,$ and $z$": the comma belongs to the sentence
    this.add(`${before}⟦${this.holes.length}⟧${comma ? ", " : " "}`);
    this.holes.push(operand);
    this.equals.push(line.equal);
    this.ordered.push(line.ordered);
    this.places.push(at);
  }

  get done(): Paragraph {
    const text = this.pieces
      .join("")
      .replace(/\s+/g, " ")
      .replace(/ ([-,.;])/g, "$1");
    return { text, holes: this.holes, equals: this.equals, ordered: this.ordered, places: this.places, last: this.last };
  }
}

/** The paragraphs of a document that have formulas in them. */
export function paragraphs(document: ReadDocument, reading: Reading): Paragraph[] {
  const byBlock = new Map<number, Line>();
  for (const line of document.lines) if (!byBlock.has(line.at)) byBlock.set(line.at, line);
  const found: Draft[] = [];
  let number = -1;
  const language = languageOfText(document.scanned.text);
  for (const [at, block] of document.scanned.blocks.entries()) {
    if (block.kind !== "prose" && block.kind !== "formula" && block.kind !== "heading") continue;
    if (block.paragraph !== number || block.kind === "heading") found.push(new Draft(at));
    number = block.paragraph;
    const draft = found[found.length - 1];
    draft.last = at;
    const line = block.kind === "formula" ? byBlock.get(at) : undefined;
    const operand = inlineOperand(line);
    if (block.kind !== "formula") addProse(draft, withEnglishNouns(plain(block.text), language), block.span, at);
    else if (!operand || block.display) draft.add(" . ");
    else draft.hole(parseOperand(operand, reading), { equal: equalIn(line, reading), ordered: isOrder(line) }, at, /[,;]\s*$/.test(block.text));
  }
  return found.filter((d) => d.holes.length > 0).map((d) => d.done);
}

/** "Let A and B be …", "where P is …": letters that stand in a sentence without the marks of a formula. */
const BARE = new RegExp(
  `\\b(?:[Ll]et|[Ss]uppose|[Aa]ssume|[Ww]here|[Ii]f|[Ss]ince|[Gg]iven|[Ww]hen|[Bb]ecause|that|matrix|matrices|vectors?)\\s+${LETTER}(?:(?:,\\s*|\\s+and\\s+)${LETTER})*(?=\\s+(?:be|is|are)\\b)`,
  "g",
);

/** Adds the words of a block, with the letters that they speak of as holes. */
function addProse(draft: Draft, text: string, span: Span, at: number): void {
  let done = 0;
  for (const names of text.matchAll(BARE))
    for (const letter of names[0].matchAll(new RegExp(LETTER, "g"))) {
      const from = names.index + letter.index;
      draft.add(text.slice(done, from));
      draft.hole(symbol(letter[0], span), { equal: undefined, ordered: false }, at, false);
      done = from + 1;
    }
  draft.add(text.slice(done));
}

/** What a formula in a sentence names: all of it, or what stands left of its first sign. */
const inlineOperand = (line: Line | undefined) => line?.alone ?? line?.links[0]?.left;

const isOrder = (line: Line | undefined): boolean => line?.links[0] !== undefined && /^([<>]=?|!=)$/.test(line.links[0].sign.relation);

const equalIn = (line: Line | undefined, reading: Reading): Expr | undefined =>
  line?.links.length === 1 && line.links[0].sign.relation === "=" ? parseOperand(line.links[0].right, reading) : undefined;

/** Prose without the marks of emphasis. */
const plain = (text: string): string =>
  text
    .replace(/\\(?:emph|textbf|textit|term|terms|define)\s*\{([^{}]*)\}/g, "$1")
    .replace(/[*_~]+/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
