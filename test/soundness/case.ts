/** One case: a document, and what is known of its steps. */
export interface Case {
  readonly seed: number;
  readonly construct: string;
  /** What was changed, in the generator's own notation, or what is true. */
  readonly about: string;
  readonly path: string;
  readonly text: string;
  /** The offsets of the formulas whose relation signs are judged. */
  readonly from: number;
  readonly to: number;
  /** In reading order, one for each relation sign between the offsets; null where nothing is known. */
  readonly truths: readonly (boolean | null)[];
}

export const isFalse = (c: Case): boolean => c.truths.includes(false);
