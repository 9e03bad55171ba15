/** What a check found: data, never a boolean. */
import type { Bench } from "../worlds/bench";

/** How much an outcome rests on. */
export interface Evidence {
  readonly samples: number;
  readonly informative: number;
  readonly maxRelativeError: number;
  digits: number;
}

/** Agreement, a difference with its witness, or what kept both from being found. */
export type Outcome =
  | {
      readonly kind: "agrees";
      readonly exact: boolean;
      readonly evidence: Evidence;
      /** Of an exact outcome: by what it was shown, in words, where not by residues. */
      readonly by?: string;
      /** Both sides were zero at every sample. */
      readonly vanishing?: boolean;
    }
  | {
      readonly kind: "differs";
      readonly witness: { readonly world: number; readonly left: number; readonly right: number };
      /** Worlds by what they say: where some hold and some fail, a condition may separate them. */
      readonly holdsIn: readonly number[];
      readonly failsIn: readonly number[];
      /** How many of those that hold have nothing but zero on both sides. */
      readonly idle?: number;
      /** Where the witness is no world that was drawn but a point that was chosen: the bench on which it has its values. */
      readonly at?: Bench;
      /** It fails at chosen points only, and holds at all others: LaTeX of what excludes them. */
      readonly unless?: string;
      readonly evidence: Evidence;
      /** Of an equality up to terms of known growth: where it is meant, and how the difference behaves there, in words (empty where that is not plain), and where the witness has its variable. */
      readonly growth?: { readonly near: string; readonly order: string; readonly at: Readonly<Record<string, number>> };
      /** Of sides that are not proportional: the symbol in which their logarithms have different slopes; the slopes are the numbers of the witness. */
      readonly along?: string;
      /** Where high precision was not asked yet: what it says. */
      readonly confirm?: () => Outcome;
    }
  | { readonly kind: "unknown"; readonly code: string; readonly message: string; readonly evidence?: Evidence };
