/** Tells where the paragraph around an index ends; asking in ascending order takes linear time in all. */

const blankLine = /\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g;

export class Paragraphs {
  readonly #text: string;
  #from = 0;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The index of the line end before the next blank line after `at`, or the text's length. */
  endAfter(at: number): number {
    if (at >= this.#from && at <= this.#end) return this.#end;
    blankLine.lastIndex = at;
    const match = blankLine.exec(this.#text);
    this.#from = at;
    this.#end = match ? match.index : this.#text.length;
    return this.#end;
  }
}
