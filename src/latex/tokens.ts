/** The tokens of LaTeX mathematics: what the lexer makes and the parser reads. */
import type { Span } from "../base/span";

/** What the command of a unit begins with: `unit:km/h`. */
export const UNIT_PREFIX = "unit:";

export type TokenKind =
  | "number" // 12, 3.14, .5 : digits with at most one point; `1,000` is three tokens
  | "letter" // one letter (also a Unicode letter)
  | "command" // \name, text without the backslash: "frac", "alpha", "," , "{" for \{
  | "symbol" // any other single character: + - = ( ) [ ] | ! ' , ; : / < > * . " @
  | "open" // {
  | "close" // }
  | "sub" // _
  | "sup" // ^
  | "cell" // &
  | "row" // \\ or \cr, with *, and [2pt] swallowed
  | "begin" // \begin{name}: text is the name
  | "end" // \end{name}
  | "text"; // \text{..}, \textrm, \mbox, \hbox, \intertext, \textbf …: `text` is the argument as written

/** One token. Its span is in document offsets; a token that a macro made carries the span of the macro's call. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** White space or a comment stood before it. */
  readonly spaced?: boolean;
  /** A command for a space stood before it, `\,`: what stands on its two sides is to be seen apart. */
  readonly parted?: boolean;
  /** It is a delimiter that `\left`, `\right`, `\middle`, `\bigl` … or a paired delimiter of the preamble stood before: which side it is on. */
  readonly side?: "open" | "close" | "middle";
  /** It was made by a macro: an edit cannot be placed inside it. */
  readonly made?: boolean;
}
