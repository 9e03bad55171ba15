/** Readonly data with spans, seen from another place of a document. */
import type { Span } from "./span";

const isSpan = (value: object): value is Span => typeof (value as Partial<Span>).from === "number" && typeof (value as Partial<Span>).to === "number";

/** A copy of plain data in which every span stands `by` further on; the empty span at 0, which is nowhere, stays. The value itself where `by` is 0. */
export function shifted<T>(value: T, by: number): T {
  if (by === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => shifted(each, by)) as T & unknown[];
  const copy = { ...value } as Record<string, unknown>;
  for (const key in copy) if (typeof copy[key] === "object") copy[key] = shifted(copy[key], by);
  if (isSpan(value) && (value.from !== 0 || value.to !== 0)) {
    copy.from = value.from + by;
    copy.to = value.to + by;
  }
  return copy as T;
}
