/** Formulas in the words of a display, `\intertext{and with $Q = 2\pi a$}`: they say something for the rows around them and are no steps. */
import type { Token } from "../../latex/tokens";
import type { Statement } from "./statements";

/** A statement in words, and whether it stands in front of the row. */
export interface Spoken {
  readonly statement: Statement;
  readonly before: boolean;
}

const RELATION = /[=<>∈≤≥]|\\(?:in|le|leq|leqslant|ge|geq|geqslant|neq?|lt|gt)\b/;
/** What follows is so; behind "if" and "for" it is so in this row only. */
const SAYS = /\b(where|with|since|because|as|using|by|let|put|recall|note|have|denote|define|introduce)\b(?!.*\b(if|for|when|whenever|unless|case)\b)[^.]*$/i;
/** Longest text that is looked into, in characters. */
const LONGEST = 600;

/** x = 1: a value that is put in, for the rows that follow and perhaps for no more. */
const isValue = ({ signs, operands }: Statement): boolean =>
  signs.some((sign) => sign.relation === "=") && operands.some((side) => side.every((t) => t.kind !== "letter" && (t.kind !== "command" || t.text === "frac")));

/** The statements in the words of a row; `read` cuts the mathematics between dollars that begins at an offset. */
export function spokenIn(row: readonly Token[], read: (text: string, from: number) => readonly Statement[]): Spoken[] {
  const found: Spoken[] = [];
  let depth = 0;
  row.forEach((token, at) => {
    if (token.kind === "open" || token.kind === "begin") depth++;
    else if (token.kind === "close" || token.kind === "end") depth--;
    else if (token.kind === "text" && depth === 0 && token.text.length <= LONGEST && token.text.includes("$")) {
      // the argument ends just before its brace; what a macro made has no place of its own
      const start = token.made ? undefined : token.to - 1 - token.text.length;
      for (const match of token.text.matchAll(/\$([^$]+)\$/g)) {
        if (!RELATION.test(match[1])) continue;
        const lead = token.text.slice(0, match.index).split("$").pop() ?? "";
        if (!SAYS.test(lead)) continue;
        const statements = read(match[1], start === undefined ? token.from : start + match.index + 1);
        for (const s of statements)
          if (s.signs.length > 0 && !isValue(s))
            found.push({ statement: { ...s, lead: `${lead} ${s.lead}`.trim(), aside: true, hidden: true }, before: at === 0 });
      }
    }
  });
  return found;
}
