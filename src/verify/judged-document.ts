/** What the judge is given of a document. */
import type { Span } from "../base/span";
import type { ReadDocument } from "../derivation/chains";
import type { Declaration } from "../derivation/declarations";
import type { Directives } from "../derivation/directives";
import type { ItemGroup } from "../derivation/items";
import type { RandomSaid } from "../derivation/random/random";
import type { Reading } from "../expression/parser";
import type { Range } from "./report";

/** Everything that was read of a document. */
export interface JudgedDocument {
  readonly read: ReadDocument;
  readonly groups: readonly ItemGroup[];
  readonly reading: Reading;
  readonly directives: Directives;
  readonly range: (span: Span) => Range;
  readonly text: string;
  readonly seed: number;
  readonly samples: number;
  /** What the words of the document declare. */
  readonly said: readonly Declaration[];
  /** What its words and tildes say of random names. */
  readonly random: readonly RandomSaid[];
  /** Names the settings and the readings of the document. */
  readonly settings: string;
}
