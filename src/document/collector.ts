/** Gathers what a scanner finds, in reading order, and counts the paragraphs. */
import type { Block, Code, Directive, Formula, Heading, Problem } from "./blocks";
import { findDefinitions } from "./definitions";
import { join, type Piece, slice, spanOf, type View } from "./view";

/** The indices of a formula in its view: the whole with delimiters, and what stands between them. */
export interface FormulaPlace {
  readonly from: number;
  readonly to: number;
  readonly inner: Piece;
  readonly display: boolean;
  readonly environment: string;
}

export class Collector {
  readonly blocks: Block[] = [];
  readonly preamble: View[] = [];
  readonly problems: Problem[] = [];
  #paragraph = 0;
  #used = false;
  #prose: Piece[] = [];
  #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  /** Goes on in another view (the next cell of a notebook). */
  turnTo(view: View): void {
    this.newParagraph();
    this.#view = view;
  }

  /** Prose between two indices; pieces that follow each other become one block. */
  prose(from: number, to: number): void {
    if (to > from) this.#prose.push([from, to]);
  }

  newParagraph(): void {
    this.flush();
    if (this.#used) this.#paragraph++;
    this.#used = false;
  }

  formula(place: FormulaPlace, definitionsAreGlobal: boolean): void {
    const text = this.#view.text.slice(place.inner[0], place.inner[1]);
    const { definitions, rest } = findDefinitions(text);
    if (definitions.length > 0 && (definitionsAreGlobal || rest.trim() === "")) {
      for (const [from, to] of definitions) this.definition(place.inner[0] + from, place.inner[0] + to);
    }
    if (rest.trim() !== "") this.#add({ kind: "formula", display: place.display, environment: place.environment }, place.inner, [place.from, place.to]);
  }

  heading(level: number, text: Piece, whole: Piece, environment?: string): void {
    this.#add({ kind: "heading", level, ...(environment === undefined ? {} : { environment }) }, text, whole);
  }

  code(language: string, text: Piece, whole: Piece): void {
    this.#add({ kind: "code", language }, text, whole);
  }

  /** Looks whether a comment's words speak to Spotcheck. */
  comment(inner: Piece, whole: Piece): void {
    const call = /^[%\s]*spotcheck\s*:[ \t]*/i.exec(this.#view.text.slice(inner[0], inner[1]));
    if (!call) return;
    const from = inner[0] + call[0].length;
    const length = this.#view.text.slice(from, inner[1]).trimEnd().length;
    this.#add({ kind: "directive" }, [from, from + length], whole);
  }

  definition(from: number, to: number): void {
    this.preamble.push(slice(this.#view, from, to));
  }

  definitions(pieces: readonly Piece[]): void {
    this.preamble.push(join(this.#view, pieces));
  }

  problem(from: number, to: number, code: string, message: string): void {
    this.problems.push({ span: spanOf(this.#view, from, to), code, message });
  }

  /** Ends the prose that has been gathered so far; white space alone is none. */
  flush(): void {
    const pieces = this.#prose;
    if (pieces.length === 0) return;
    this.#prose = [];
    const view = join(this.#view, pieces);
    if (view.text.trim() === "") return;
    this.#used = true;
    const span = spanOf(this.#view, pieces[0][0], pieces[pieces.length - 1][1]);
    this.blocks.push({ kind: "prose", text: view.text, map: view.map, span, paragraph: this.#paragraph });
  }

  /** Written out once for each kind of block: spreading objects took half of the time of a scan. */
  #add(block: Omit<Formula, Common> | Omit<Heading, Common> | Omit<Code, Common> | Omit<Directive, Common>, inner: Piece, whole: Piece): void {
    this.flush();
    this.#used = true;
    const { text, map } = slice(this.#view, inner[0], inner[1]);
    const span = spanOf(this.#view, whole[0], whole[1]);
    const paragraph = this.#paragraph;
    if (block.kind === "formula") this.blocks.push({ kind: "formula", text, map, span, paragraph, display: block.display, environment: block.environment });
    else if (block.kind === "heading") {
      const { level, environment } = block;
      this.blocks.push(
        environment === undefined
          ? { kind: "heading", text, map, span, paragraph, level }
          : { kind: "heading", text, map, span, paragraph, level, environment },
      );
    } else if (block.kind === "code") this.blocks.push({ kind: "code", text, map, span, paragraph, language: block.language });
    else this.blocks.push({ kind: "directive", text, map, span, paragraph });
  }
}

type Common = "text" | "map" | "span" | "paragraph";
