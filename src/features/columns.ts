/** How wide text stands in a terminal: tabs to stops of four, wide and combining characters, control characters made visible. */

const tabStop = 4;

/** The columns that one code point takes: 0, 1 or 2 (Unicode East Asian Width W and F, and emoji, are 2; marks are 0). */
export function columnsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{20000}-\u{3fffd}]$/u;

/** A line as it is shown, and for every UTF-16 index of the original (and one past its end) the column it stands at. */
export interface ShownLine {
  readonly cells: readonly { readonly text: string; readonly columns: number }[];
  readonly columnAt: readonly number[];
}

export function showLine(line: string): ShownLine {
  const cells: { text: string; columns: number }[] = [];
  const columnAt: number[] = [];
  let column = 0;
  for (const character of line) {
    const cell = character === "\t" ? blanks(tabStop - (column % tabStop)) : { text: visible(character), columns: columnsOf(character) };
    for (let unit = 0; unit < character.length; unit++) columnAt.push(column);
    cells.push(cell);
    column += cell.columns;
  }
  columnAt.push(column);
  return { cells, columnAt };
}

const blanks = (count: number) => ({ text: " ".repeat(count), columns: count });

/** Text that cannot move the cursor or switch colours on: control characters and lone surrogates are shown as a dot. */
export const visible = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, "·");

/** The cells between two columns, cut at whole characters. */
export function clip(shown: ShownLine, from: number, to: number): string {
  let column = 0;
  let text = "";
  for (const cell of shown.cells) {
    if (column >= from && column + cell.columns <= to) text += cell.text;
    column += cell.columns;
  }
  return text;
}

/** A text in lines of at most `width` columns, cut at spaces; a longer word has a line of its own. */
export function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + columnsOf(character), 0);
