/** Turns offsets into lines and characters, as editors and reports count them. */
import type { Span } from "./span";

/** Zero-based line and UTF-16 character, and the offset they were made from. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

export interface LineIndex {
  /** The number of lines; an empty text has one. */
  readonly count: number;
  /** Offsets outside the text are clamped to it. */
  position(offset: number): LinePosition;
  range(span: Span): { readonly start: LinePosition; readonly end: LinePosition };
  /** The offset where a line starts; lines beyond the last start at the end of the text. */
  start(line: number): number;
}

/** Lines end with `\n`, `\r\n` or a lone `\r`, as in LSP. Looking a position up takes logarithmic time. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const position = (wanted: number): LinePosition => {
    const offset = Math.max(0, Math.min(text.length, Number.isFinite(wanted) ? Math.floor(wanted) : 0));
    const line = lastAtMost(starts, offset);
    return { line, character: offset - starts[line], offset };
  };
  return {
    count: starts.length,
    position,
    range: (span) => ({ start: position(span.from), end: position(span.to) }),
    start: (line) => (line < 0 ? 0 : line < starts.length ? starts[line] : text.length),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
