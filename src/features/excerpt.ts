/** A line of the source with a part of it marked by carets, cut to the width of a page around the marked part. */
import type { Range } from "../verify/report";
import { clip, showLine } from "./columns";

export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly source: string;
  readonly carets: string;
}

/** The first line of `range` in `lines`, with carets under what belongs to the range; `width` columns at most. */
export function excerpt(lines: readonly string[], range: Range, width = 110): Excerpt {
  const { line, character } = range.start;
  const text = (lines[line] ?? "").trimEnd();
  const shown = showLine(text);
  const total = shown.columnAt[text.length];
  const from = shown.columnAt[Math.min(character, text.length)];
  const last = range.end.line > line ? text.length : Math.min(range.end.character, text.length);
  const to = Math.max(shown.columnAt[last], from + 1);
  const { left, right } = windowAround(from, to, total, width);
  const before = left > 0 ? "…" : "";
  const after = right < total ? "…" : "";
  return {
    line: line + 1,
    source: before + clip(shown, left, right) + after,
    carets: " ".repeat(from - left + before.length) + "^".repeat(Math.max(1, Math.min(to, right) - from)) + (range.end.line > line ? " …" : ""),
  };
}

/** The columns to show: all of a short line, else a window that holds the marked part, with some of what stands before it. */
function windowAround(from: number, to: number, total: number, width: number): { left: number; right: number } {
  if (total <= width) return { left: 0, right: total };
  const room = Math.max(0, width - (to - from));
  const left = Math.max(0, Math.min(from - Math.floor(room / 2), total - width, from));
  return { left, right: Math.min(total, left + width) };
}

/** The lines of a text as the report counts them: `\n`, `\r\n` and `\r` end a line. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);
