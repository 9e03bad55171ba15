/** What statistics of random names are computed from: the names, their laws, a finite space and its values. */
import type { RandomSetting } from "../../derivation/random/random";
import type { Degrees } from "./random-degree";
import type { RandomName } from "./random-names";
import type { RandomSpace } from "./random-space";
import type { RandomValues } from "./random-values";

export interface RandomScopeValues {
  readonly names: ReadonlyMap<string, RandomName>;
  readonly setting: RandomSetting;
  readonly degrees: Degrees;
  /** The space; undefined where none can be made. */
  readonly space: RandomSpace | undefined;
  /** The values over outcomes; throws where there are too many, or where a law's moments do not suffice. */
  readonly values: () => RandomValues;
}
