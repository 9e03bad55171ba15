/** The prose of a document by paragraphs, its inline formulas as numbered holes: "⟦0⟧ is a real ⟦1⟧×⟦2⟧ matrix". */
import type { Reading } from "../expression/parser";
import type { Expr } from "../expression/tree";
import { type Line, parseOperand, type ReadDocument } from "./chains";

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
  for (const [at, block] of document.scanned.blocks.entries()) {
    if (block.kind !== "prose" && block.kind !== "formula" && block.kind !== "heading") continue;
    if (block.paragraph !== number || block.kind === "heading") found.push(new Draft(at));
    number = block.paragraph;
    const draft = found[found.length - 1];
    draft.last = at;
    const line = block.kind === "formula" ? byBlock.get(at) : undefined;
    const operand = inlineOperand(line);
    if (block.kind !== "formula") draft.add(plain(block.text));
    else if (!operand || block.display) draft.add(" . ");
    else draft.hole(parseOperand(operand, reading), { equal: equalIn(line, reading), ordered: isOrder(line) }, at, /[,;]\s*$/.test(block.text));
  }
  return found.filter((d) => d.holes.length > 0).map((d) => d.done);
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
