/** A text that was taken out of a document, with the way back: what the scanners read. */
import type { Span } from "../base/span";
import { type OffsetMap, pieceAt, toDocument } from "./blocks";

/** `text` may lack prefixes and escapes of the document; `map` says where its characters stand. */
export interface View {
  readonly text: string;
  readonly map: OffsetMap;
}

/** A half-open range of indices into a view's text. */
export type Piece = readonly [from: number, to: number];

export const wholeDocument = (text: string): View => ({ text, map: [{ at: 0, offset: 0 }] });

/** The part of a view between two indices. */
export function slice(view: View, from: number, to: number): View {
  if (view.map.length > 1) return join(view, [[from, to]]);
  return { text: view.text.slice(from, to), map: [{ at: 0, offset: toDocument(view.map, from) }] };
}

/** Pieces of a view, one after the other, as a view of their own. Neighbouring pieces melt into one. */
export function join(view: View, pieces: readonly Piece[]): View {
  const map: { at: number; offset: number }[] = [];
  let text = "";
  for (const [from, to] of pieces) {
    if (to <= from) continue;
    for (let entry = pieceAt(view.map, from); entry < view.map.length && (view.map[entry].at < to || entry === 0); entry++) {
      const start = Math.max(from, view.map[entry].at);
      append(map, text.length + start - from, view.map[entry].offset + start - view.map[entry].at);
    }
    text += view.text.slice(from, to);
  }
  if (map.length === 0) map.push({ at: 0, offset: toDocument(view.map, pieces.length ? pieces[0][0] : 0) });
  return { text, map };
}

function append(map: { at: number; offset: number }[], at: number, offset: number): void {
  const last = map[map.length - 1];
  if (last && last.offset + at - last.at === offset) return;
  map.push({ at, offset });
}

/** Where the characters between two indices stand in the document, from the first to behind the last. */
export function spanOf(view: View, from: number, to: number): Span {
  const start = toDocument(view.map, from);
  return { from: start, to: to > from ? toDocument(view.map, to - 1) + 1 : start };
}
