/** Takes the `> ` of quotations off the lines of Markdown, and keeps the way back to the document. */
import { join, type Piece, type View } from "./view";

const fence = /^[ \t]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/;

/**
 * A `>` that begins a line inside a fence or a `$$` block belongs to it (it may be a relation), unless the fence or block itself
 * was opened in a quotation. A change of quotation is no paragraph of its own: blank lines keep that part.
 */
export function withoutQuotes(view: View): View {
  const text = view.text;
  if (!/^[ \t]*>/m.test(text)) return view;
  const pieces: Piece[] = [];
  const state = { fence: "", math: false, depth: 0 };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline + 1;
    const inside = state.fence !== "" || state.math;
    const start = at + prefixLength(text.slice(at, Math.min(end, at + 100)), inside ? state.depth : 20, state);
    pieces.push([start, end]);
    follow(text.slice(start, end), state);
    at = end;
  }
  return join(view, pieces);
}

interface State {
  fence: string;
  math: boolean;
  depth: number;
}

function prefixLength(line: string, most: number, state: State): number {
  const inside = state.fence !== "" || state.math;
  let length = 0;
  let depth = 0;
  for (; depth < most; depth++) {
    const match = /^ {0,3}> ?/.exec(line.slice(length));
    if (!match) break;
    length += match[0].length;
  }
  if (!inside) state.depth = depth;
  return length;
}

function follow(line: string, state: State): void {
  if (line.trim() === "") state.math = false;
  const mark = fence.exec(line)?.[1] ?? "";
  if (state.fence) {
    if (mark.startsWith(state.fence)) state.fence = "";
    return;
  }
  if (mark) state.fence = mark;
  else for (let at = line.indexOf("$$"); at >= 0; at = line.indexOf("$$", at + 2)) state.math = !state.math;
}
