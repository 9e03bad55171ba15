/** Numbers as TeX takes them for arguments: `\frac14` is a quarter, `x^23` is x² times 3. */
import type { Token } from "../latex/tokens";

/** Commands and the number of arguments that one digit each may be. */
const ARGUMENTS: Readonly<Record<string, number>> = { frac: 2, dfrac: 2, tfrac: 2, cfrac: 2, binom: 2, dbinom: 2, tbinom: 2, sqrt: 1 };

/** The tokens with every digit that is an argument by itself as a token by itself. */
export function singleDigits(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const t of tokens) {
    const digits = t.kind === "number" && t.text.length > 1 && !t.made ? argumentsWanted(out) : 0;
    let rest = t;
    for (let k = 0; k < digits && rest.text.length > 1; k++) {
      out.push({ ...rest, text: rest.text[0], to: rest.from + 1 });
      rest = { ...rest, text: rest.text.slice(1), from: rest.from + 1, spaced: false };
    }
    out.push(rest);
  }
  return out;
}

/** How many arguments the next token begins: of a script, of a fraction before its first or its second one. */
function argumentsWanted(before: readonly Token[]): number {
  const [last, other] = [before[before.length - 1], before[before.length - 2]];
  if (last?.kind === "sub" || last?.kind === "sup") return 1;
  if (last?.kind === "command") return ARGUMENTS[last.text] ?? 0;
  return last?.kind === "number" && last.text.length === 1 && other?.kind === "command" && ARGUMENTS[other.text] === 2 ? 1 : 0;
}
