/** Splits Python source into logical lines: brackets, triple quotes and backslashes continue a line, comments are left out. */
import type { Span } from "../base/span";

export interface LogicalLine extends Span {
  /** Columns of white space before it; a tab counts to the next multiple of eight. */
  readonly indent: number;
  readonly text: string;
}

/** The lines that hold code. A bracket that is never closed continues nothing: its line ends where the text line does. */
export function logicalLines(source: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  for (let start = 0; start < source.length; ) {
    const joined = endOfLogicalLine(source, start);
    const { end, next } = joined.closed ? joined : firstTextLine(source, start);
    const line = trimmed(source, start, end);
    if (line) lines.push(line);
    start = next;
  }
  return lines;
}

function trimmed(source: string, start: number, end: number): LogicalLine | undefined {
  let from = start;
  let indent = 0;
  for (; from < end && /\s/.test(source[from]); from++) indent = source[from] === "\t" ? (indent | 7) + 1 : source[from] === "\n" ? 0 : indent + 1;
  let to = end;
  while (to > from && /[\s;]/.test(source[to - 1])) to--;
  return to > from ? { from, to, indent, text: source.slice(from, to) } : undefined;
}

interface End {
  /** Where the code ends (before a comment). */
  readonly end: number;
  readonly next: number;
  readonly closed: boolean;
}

function endOfLogicalLine(source: string, start: number): End {
  let depth = 0;
  let end = -1;
  for (let i = start; i < source.length; i++) {
    const c = source[i];
    if (c === "#") {
      const newline = lineEnd(source, i);
      if (depth === 0) return { end: i, next: newline + 1, closed: true };
      i = newline - 1;
    } else if (c === '"' || c === "'") {
      i = endOfString(source, i);
    } else if (c === "\\" && source[i + 1] === "\n") i++;
    else if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth = Math.max(0, depth - 1);
    else if ((c === "\n" || c === ";") && depth === 0) return { end: i, next: i + 1, closed: true };
    end = i;
  }
  return { end: end + 1, next: source.length, closed: depth === 0 };
}

function firstTextLine(source: string, start: number): End {
  const newline = lineEnd(source, start);
  for (let i = start; i < newline; i++) {
    if (source[i] === "#") return { end: i, next: newline + 1, closed: false };
    if (source[i] === '"' || source[i] === "'") i = Math.min(newline, endOfString(source, i));
  }
  return { end: newline, next: newline + 1, closed: false };
}

const lineEnd = (source: string, at: number): number => {
  const newline = source.indexOf("\n", at);
  return newline < 0 ? source.length : newline;
};

/** Index of the last character of the string that opens at `at`; a plain string that is not closed ends with its line. */
function endOfString(source: string, at: number): number {
  const quote = source[at];
  if (source.startsWith(quote.repeat(3), at)) {
    const close = source.indexOf(quote.repeat(3), at + 3);
    return close < 0 ? source.length - 1 : close + 2;
  }
  for (let i = at + 1; i < source.length && source[i] !== "\n"; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === quote) return i;
  }
  return at;
}
