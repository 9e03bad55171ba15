/** What a check is given: a bench and two sides. */
import type { Expr } from "../expression/tree";
import type { Bench } from "../worlds/bench";

/** A step as a check sees it. */
export interface Trial {
  readonly bench: Bench;
  readonly left: Expr;
  readonly right: Expr;
  readonly samples: number;
  /** No free names: one world, and it suffices. */
  readonly closed: boolean;
  readonly complex: boolean;
  /** Each world costs thousands of evaluations: a few are asked first, and the others only where those agree. */
  readonly costly?: boolean;
  /** A difference is told at once, and confirmed at high precision only when someone asks. */
  readonly hasty?: boolean;
  /** The variables in which sides may be meant to be proportional: all names of one of these lists. */
  readonly proportionalIn?: readonly (readonly string[])[];
  /** It is meant for all values of everything else: to hold for some of them is to be wrong. */
  readonly always?: boolean;
  /** Agreement in doubles suffices. */
  readonly rough?: boolean;
  /** Decimals that were given as data, as they are written: nobody has rounded them. */
  readonly told?: ReadonlySet<string>;
  /** Decimals that steps before came to: they may have been rounded. */
  readonly results?: ReadonlySet<string>;
  /** Nothing but whether it agrees is asked: one world that refutes a costly step is enough. */
  readonly whether?: boolean;
}
