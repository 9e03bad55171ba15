/** What the judge is given, and what trying a step under one plan of facts gives back. */

import type { Fuel } from "../../base/fuel";
import type { Span } from "../../base/span";
import type { Outcome } from "../../checks/outcome";
import type { Environment } from "../../derivation/facts/environment";
import type { Item, ItemGroup } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import type { Directives } from "../../derivation/words/directives";
import type { Reading } from "../../expression/parser";
import type { Token } from "../../latex/tokens";
import type { Range, Step } from "../report";
import type { Setting } from "./setting";
import type { ShapeEvidence } from "./shape-evidence";

export interface JudgeInput {
  /** The formulas that are judged; all where it is absent. */
  readonly own?: ReadonlySet<ItemGroup>;
  readonly directives: Directives;
  readonly groups: readonly ItemGroup[];
  readonly text: string;
  readonly range: (span: Span) => Range;
  readonly seed: number;
  readonly samples: number;
  readonly reading: Reading;
  readonly environment: Environment;
  readonly shapes: ShapeEvidence;
  /** The work that all trials of a step may do together. */
  readonly work?: Fuel;
  /** Signs before the step that were found to be false. */
  readonly failed?: ReadonlyMap<Item["link"], Step>;
  /** Only agreement is asked for: differences need not be confirmed. */
  readonly hasty?: boolean;
  /** Doubles suffice: what agrees is a candidate or a fact that is met, not the verdict of a step. */
  readonly rough?: boolean;
  /** Nothing but whether it agrees is looked at. */
  readonly whether?: boolean;
  /** No edits are looked for where the verdict does not rest on them. */
  readonly unmended?: boolean;
  /** Operands of the equation that a step solves: edits may put in their names. */
  readonly solved?: readonly (readonly Token[])[];
}

/** What trying one plan gave. */
export interface Tried {
  readonly outcome: Outcome;
  readonly plan: Plan;
  readonly setting?: Setting;
  /** The step as the reading understood it. */
  readonly item?: Item;
  readonly reading?: string;
  /** That reading gives a law a meaning that is not the usual one. */
  readonly unusual?: boolean;
  /** In what that reading departs from the usual notation. */
  readonly notation?: Partial<Reading>;
  /** The derivatives of both sides, where these were compared. */
  readonly derived?: Item;
  /** The equations by which terms of the step were replaced. */
  readonly used?: readonly Item[];
  /** What it was taken to hold under, of which the document says nothing. */
  readonly assumes?: string;
  /** Densities were repaired. */
  readonly repaired?: boolean;
}
