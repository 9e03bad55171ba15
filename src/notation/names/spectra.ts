/** Spectra, X(jω) and X(e^{jω}), of names that are applied to nothing else: each is one name. */
import type { Token } from "../../latex/tokens";

/** The tokens behind the bracket that opens at `at`, up to its end, where they are the argument of a spectrum. */
export function spectralArgument(tokens: readonly Token[], at: number): readonly Token[] | undefined {
  if (tokens[at]?.kind !== "symbol" || tokens[at].text !== "(") return undefined;
  const end = tokens.findIndex((t, i) => i > at && t.kind === "symbol" && t.text === ")");
  const inside = tokens.slice(at + 1, end);
  if (end < 0 || inside.length > 7) return undefined;
  return /^(e sup open )?[ij] (omega|Omega)( close)?$/.test(inside.map((t) => (/^(sup|open|close)$/.test(t.kind) ? t.kind : t.text)).join(" "))
    ? inside
    : undefined;
}

/** What marks in a reading a name that has a spectrum. */
export const spectralMark = (name: string): string => `${name}(jw)`;

/** Capitals that are a whole side of a relation, between bars or not, together with the argument of a spectrum. */
export function spectra(operands: readonly (readonly Token[])[]): string[] {
  const found: string[] = [];
  for (const tokens of operands) {
    const at = tokens[0]?.text === "|" || tokens[0]?.text === "angle" || tokens[0]?.text === "arg" ? 1 : 0;
    const inside = /^[A-Z]$/.test(tokens[at]?.text ?? "") ? spectralArgument(tokens, at + 1) : undefined;
    if (inside && at + 3 + inside.length + (tokens[0].text === "|" ? 1 : 0) === tokens.length) found.push(tokens[at].text);
  }
  return found;
}
