/** A half-open range of UTF-16 offsets in the text of one document. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) });

/** Whether `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
