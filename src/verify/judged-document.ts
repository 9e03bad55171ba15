/** What the judge is given of a document. */
import type { Span } from "../base/span";
import type { ItemGroup } from "../derivation/facts/items";
import type { RandomSaid } from "../derivation/random/random";
import type { ReadDocument } from "../derivation/reading/chains";
import type { Declaration } from "../derivation/words/declarations";
import type { Directives } from "../derivation/words/directives";
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
