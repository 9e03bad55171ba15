/** The cells of an open notebook as the JSON file they would be saved as, and the way back from its offsets to the cells. */

export interface Cell {
  readonly kind: "markdown" | "code";
  readonly text: string;
}

export interface ComposedNotebook {
  readonly text: string;
  /** Where a character of the JSON text stands: a cell and an offset in its text; nothing outside the cells' sources. */
  readonly locate: (offset: number) => { readonly cell: number; readonly offset: number } | undefined;
  /** The way there. */
  readonly offsetOf: (cell: number, offset: number) => number;
}

/** A checker reads the result like a file, so a notebook has the same verdicts in the editor as on the command line. */
export function composeNotebook(cells: readonly Cell[]): ComposedNotebook {
  let text = '{"cells":[';
  const sources: { from: number; to: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    text += `${index > 0 ? "," : ""}{"cell_type":"${cell.kind}","metadata":{},"source":`;
    const literal = JSON.stringify(cell.text);
    sources.push({ from: text.length + 1, to: text.length + literal.length - 1 });
    text += `${literal}}`;
  }
  text += '],"metadata":{},"nbformat":4,"nbformat_minor":5}';
  const offsetOf = (cell: number, offset: number): number => sources[cell].from + JSON.stringify(cells[cell].text.slice(0, offset)).length - 2;
  return { text, locate: (offset) => locate(text, sources, offset), offsetOf };
}

function locate(text: string, sources: readonly { from: number; to: number }[], offset: number): { cell: number; offset: number } | undefined {
  const cell = sources.findIndex(({ from, to }) => from <= offset && offset <= to);
  if (cell < 0) return undefined;
  let count = 0;
  for (let at = sources[cell].from; at < offset; count++) at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2;
  return { cell, offset: count };
}

/** What a repair writes into a cell, of what it writes into the JSON file. */
export function unescapeJson(newText: string): string {
  try {
    return JSON.parse(`"${newText}"`) as string;
  } catch {
    return newText;
  }
}
