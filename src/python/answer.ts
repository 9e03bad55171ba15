/** What a code answer says: its statements as expression trees, and what of it could not be read. */
import type { Span } from "../base/span";
import type { Expr } from "../expression/tree";

/**
 * One statement. `assign` gives `name` the value; `input` says that the names hold tensors from elsewhere (`mu, logvar = self.encode(x)`);
 * `return` ends a function (of a tuple, the first entry); `expression` stands alone. Spans are offsets in the source.
 */
export type Statement =
  | { readonly kind: "assign"; readonly name: string; readonly value: Expr; readonly span: Span }
  | { readonly kind: "input"; readonly names: readonly string[]; readonly span: Span }
  | { readonly kind: "return"; readonly value: Expr; readonly span: Span }
  | { readonly kind: "expression"; readonly value: Expr; readonly span: Span };

/** A replacement of the characters [from, to) of the source. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

export interface CodeProblem {
  readonly span: Span;
  /** `syntax`: no Python; `slip`: Python that cannot run, with a letter or a sign that is not what was meant; `unsupported`: Python, but outside of the subset; `empty`: nothing to run. */
  readonly code: "syntax" | "slip" | "unsupported" | "empty";
  readonly message: string;
  /** The likeliest correction, if there is one. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

export interface CodeAnswer {
  readonly source: string;
  readonly statements: readonly Statement[];
  /** The function that was read, with its parameters (without `self`); absent if the statements stand by themselves. */
  readonly function?: { readonly name: string; readonly parameters: readonly string[]; readonly span: Span };
  readonly problems: readonly CodeProblem[];
  /** Whole sources in which every line that does not parse has been mended, likeliest first. Which of them is meant, a check decides. */
  readonly repairs: readonly Repair[];
}

export interface Repair {
  readonly source: string;
  readonly edits: readonly TextEdit[];
}
