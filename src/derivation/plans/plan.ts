/** What a plan is: the facts that a step is tried with. */
import type { Expr } from "../../expression/tree";
import type { Condition, Definition, Equation } from "../facts/facts";
import type { Factor } from "../laws/factors";
import type { Moments } from "../random/moments";
import type { RandomSetting } from "../random/random";

/** What a step may use in one trial. */
export interface Plan {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly conditions: readonly Condition[];
  /** Facts that share names with the step but could not be used. */
  readonly unused: readonly Equation[];
  /** Distributions under variation. */
  readonly free?: ReadonlySet<string>;
  /** Distributions that a formula defines, where the plan does without it: that they sum to one is nothing to lean on. */
  readonly loose?: ReadonlySet<string>;
  /** Distributions whose joint is a product of conditionals. */
  readonly factored?: ReadonlyMap<string, readonly Factor[]>;
  /** Means and covariances of random names. */
  readonly moments?: ReadonlyMap<string, Moments>;
  /** What is said of random names. */
  readonly random?: RandomSetting;
  /** Variables of densities: a sum over one is an integral. */
  readonly continuous?: ReadonlySet<string>;
  /** The last equation that it was given. */
  readonly through?: Equation;
  /** It may show that a step holds; that it does not agree says nothing. */
  readonly shows?: boolean;
  /** Of the plans that only show: one of formulas that the document, or the bar of statistics, gives, so that what a small edit mends under it is a slip. */
  readonly tells?: boolean;
  /** How the variable of a derivative is connected to the rest of the step is not clear: a difference says nothing. */
  readonly unclear?: boolean;
  /** Names that move with a variable that is differentiated by. */
  readonly moving?: ReadonlyMap<string, string>;
  /** Sums with bounds elsewhere in the document: how far an index runs where a sum does not say. */
  readonly sums?: readonly Expr[];
  /** Names of distributions that are taken for one family, to the name they get. */
  readonly merged?: ReadonlyMap<string, string>;
}
