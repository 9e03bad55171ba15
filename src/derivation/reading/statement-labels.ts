/** Labels before a statement: `H_0: \mu = 0` is a hypothesis, `C: y = x^2` names a curve. */
import type { Token } from "../../latex/tokens";

/** The statement without its label, and the word that says what the label makes of it. */
export interface Labelled {
  readonly tokens: readonly Token[];
  readonly lead: string;
}

/** How many tokens a name with a script takes at the beginning. */
function nameLength(tokens: readonly Token[]): number {
  if (tokens[0]?.kind !== "letter" || !/^[A-Z]$/.test(tokens[0].text)) return 0;
  if (tokens[1]?.kind !== "sub") return 1;
  if (tokens[2]?.kind !== "open") return 3;
  const close = tokens.findIndex((t) => t.kind === "close");
  return close < 0 ? 0 : close + 1;
}

/** A capital with a colon directly behind it, and with a space behind that: a ratio has neither. */
export function withoutLabel(tokens: readonly Token[]): Labelled {
  const end = nameLength(tokens);
  const colon = tokens[end];
  const next = tokens[end + 1];
  const plain = { tokens, lead: "" };
  if (end === 0 || colon?.kind !== "symbol" || colon.text !== ":" || !next || next.text === "=") return plain;
  const hypothesis = tokens[0].text === "H" && end > 1;
  if (
    !hypothesis &&
    (colon.spaced ||
      !next.spaced ||
      tokens.slice(end + 1).some((t) => t.kind === "symbol" && t.text === ":") ||
      tokens.some((t) => /^(to|rightarrow|longrightarrow|mapsto)$/.test(t.text)))
  )
    return plain;
  return { tokens: tokens.slice(end + 1), lead: hypothesis ? "hypothesis" : "" };
}
