/** A name that the document calls a matrix is no number where, as a matrix, it fits nowhere. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  ["Let $M$ be an invertible matrix and $c$ a vector. If $Mu = c$, then $u = M^{-1} c$.", "holds"],
  ["Let $M$ be an invertible matrix and $c$ a vector. If $Mu = c$, then $u = c M^{-1}$.", "given"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
