/** A line of the source with a part of it marked by carets, cut to the width of a page around the marked part. */
import type { Range } from "../verify/report";
import { clip, showLine } from "./columns";

export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly source: string;
  readonly carets: string;
}

/**
 * The first line of `range` in `lines`, with carets under what belongs to the range; `width` columns at most. With a `focus` inside
 * the range the carets stand under it alone, waves under the rest, and a long line is cut so that the focus is seen.
 */
export function excerpt(lines: readonly string[], range: Range, width = 110, focus?: Range): Excerpt {
  const { line, character } = range.start;
  const text = (lines[line] ?? "").trimEnd();
  const shown = showLine(text);
  const total = shown.columnAt[text.length];
  const from = shown.columnAt[Math.min(character, text.length)];
  const last = range.end.line > line ? text.length : Math.min(range.end.character, text.length);
  const to = Math.max(shown.columnAt[last], from + 1);
  const place = focus && within(focus, range) ? { from: shown.columnAt[focus.start.character], to: shown.columnAt[focus.end.character] } : { from, to };
  const part = { from: place.from, to: Math.max(place.to, place.from + 1) };
  const { left, right } =
    to - from > width - 2 ? windowAround(part.from, Math.min(part.to, part.from + width), total, width) : windowAround(from, to, total, width);
  const before = left > 0 ? "…" : "";
  const after = right < total ? "…" : "";
  return {
    line: line + 1,
    source: before + clip(shown, left, right) + after,
    carets: " ".repeat(before.length) + marks({ from, to }, part, left, Math.max(right, part.to)) + (range.end.line > line ? " …" : ""),
  };
}

/** Waves under the range, carets under its part, for the columns from `left` to `right`; nothing behind the last mark. */
function marks(all: Columns, part: Columns, left: number, right: number): string {
  let text = "";
  for (let column = left; column < Math.min(right, Math.max(all.to, part.to)); column++)
    text += column >= part.from && column < part.to ? "^" : column >= all.from ? "~" : " ";
  return text;
}

/** [from, to) */
interface Columns {
  readonly from: number;
  readonly to: number;
}

/** Whether a place lies on the first line of a range, inside of it. */
const within = (place: Range, range: Range): boolean =>
  place.start.line === range.start.line &&
  place.end.line === range.start.line &&
  place.start.character >= range.start.character &&
  (range.end.line > range.start.line || place.end.character <= range.end.character);

/** The columns to show: all of a short line, else a window that holds the marked part, with some of what stands before it. */
function windowAround(from: number, to: number, total: number, width: number): { left: number; right: number } {
  if (total <= width) return { left: 0, right: total };
  const room = Math.max(0, width - (to - from));
  const left = Math.max(0, Math.min(from - Math.floor(room / 2), total - width, from));
  return { left, right: Math.min(total, left + width) };
}

/** The lines of a text as the report counts them: `\n`, `\r\n` and `\r` end a line. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);
