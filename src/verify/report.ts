/** The report: the one contract between the checker and every front end. Changes only add fields. */

export type Verdict = "holds" | "fails" | "holds-if" | "defines" | "given" | "unchecked";
export type RelationSign = "=" | "<=" | ">=" | "<" | ">" | "!=" | "≈" | "∝" | "∼" | "⇒" | "⇔" | "∈" | "→" | "code";

/** Zero-based line and UTF-16 character, as in LSP; `offset` in UTF-16 units from the file's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** End exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Note {
  readonly range: Range;
  readonly code: string;
  readonly message: string;
}

export interface Witness {
  readonly values: Readonly<Record<string, number | string | readonly number[]>>;
  readonly left: number | string;
  readonly right: number | string;
}

export interface Evidence {
  readonly samples: number;
  readonly informative: number;
  readonly maxRelativeError: number;
  readonly digits: number;
  readonly seed: number;
}

/** One relation sign and what was found of it. */
export interface Step {
  readonly range: Range;
  readonly relationRange: Range;
  /** Where the left side stands, which may be an earlier row or formula. */
  readonly leftRange?: Range;
  readonly relation: RelationSign;
  readonly verdict: Verdict;
  readonly basis?: "exact" | "sampled";
  readonly code: string;
  readonly message: string;
  readonly left: string;
  readonly right: string;
  readonly reading?: readonly string[];
  /** `uri` only where a host splits a notebook: the cell that the fact stands in, if it is another. */
  readonly uses?: readonly { readonly range: Range; readonly text: string; readonly uri?: string }[];
  readonly holdsIf?: string;
  readonly witness?: Witness;
  readonly fixes?: readonly Fix[];
  readonly notes?: readonly Note[];
  readonly evidence?: Evidence;
}

/** What is found out about a step, without its place and its text. */
export type Judgement = Omit<Step, "range" | "relationRange" | "relation" | "left" | "right">;

export interface Derivation {
  readonly range: Range;
  readonly steps: readonly Step[];
}

export interface FileReport {
  readonly path: string;
  readonly derivations: readonly Derivation[];
  readonly problems: readonly { readonly range: Range; readonly code: string; readonly message: string }[];
  readonly summary: Readonly<Record<Verdict, number>>;
}

export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: "spotcheck"; readonly version: string };
  readonly seed: number;
  readonly files: readonly FileReport[];
}
