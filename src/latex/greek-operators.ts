/** `\Sigma_{i=1}^n` and `\Pi_{i=1}^n`: a capital letter with a range of an index is the sum or the product. */
import type { Token } from "./tokens";

const OPERATORS: Readonly<Record<string, string>> = { Sigma: "sum", Pi: "prod" };

/** The tokens with such letters replaced; a lower index comes before the upper one. */
export function greekOperators(tokens: readonly Token[]): Token[] {
  return tokens.map((t, at) => (t.kind === "command" && Object.hasOwn(OPERATORS, t.text) && hasRange(tokens, at + 1) ? { ...t, text: OPERATORS[t.text] } : t));
}

/** `_{i=1}^n`, `_{i = 1}^{n-1}`: an index that starts somewhere, up to something that is no inverse. */
function hasRange(tokens: readonly Token[], at: number): boolean {
  const [sub, open, index, equals] = tokens.slice(at, at + 4);
  if (sub?.kind !== "sub" || open?.kind !== "open" || index?.kind !== "letter" || equals?.text !== "=") return false;
  const close = tokens.findIndex((t, i) => i > at + 3 && (t.kind === "close" || t.kind === "open"));
  if (tokens[close]?.kind !== "close" || tokens[close + 1]?.kind !== "sup") return false;
  const end = tokens[close + 2]?.kind === "open" ? tokens[close + 3] : tokens[close + 2];
  return end !== undefined && !/^(-|prime|top|T|\*)$/.test(end.text);
}
