/** A number that is not the right one: a coefficient, an exponent, a bound. */
import { type Family, needed, type Search } from "../search";
import type { SimpleNumber } from "../simple";
import { candidate, type Fragment, write } from "../site";

export const numbers: Family = function* (search) {
  const { site, closed } = search;
  const { tokens, layout } = site;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (t.kind !== "number" || layout.place[i] === "name") continue;
    const n = Number(t.text);
    const alone = tokens[i - 1]?.kind === "sup" || tokens[i - 1]?.kind === "sub" || isBareArgument(i, tokens);
    const put = (text: string): Fragment => write((text.length > 1 || text.startsWith("-")) && alone ? `{${text}}` : text);
    const title = (text: string) => `Change ${t.text} to ${text}`;
    const where = layout.place[i] === "base" ? 1.1 : 1.2;
    const seen = new Set<string>([t.text]);
    const offer = (text: string, cost: number) => {
      if (seen.has(text)) return undefined;
      seen.add(text);
      if (text === "1" && isCoefficient(search, i)) return candidate(site, i, coefficientEnd(tokens, i), write(""), `Leave out the factor ${t.text}`, cost);
      return candidate(site, i, i + 1, put(text), title(text), cost + (text === "0" ? 0.75 : 0));
    };
    const decimals = t.text.includes(".") ? t.text.length - t.text.indexOf(".") - 1 : 0;
    if (Number.isInteger(n) && n < 1e6) for (const k of [n - 1, n + 1]) if (k >= 0) yield offer(String(k), where);
    const found = layout.place[i] === "sub" ? undefined : needed(search, i, i + 1, (k) => put(String(k)), [n + 1, n + 2, n + 3]);
    const decimal = decimals > 0 ? found?.values.find((v) => Number.isFinite(v) && v >= 0) : undefined;
    if (decimal !== undefined) yield offer(decimal.toFixed(decimals), where);
    for (const x of [found?.rational, found?.exponential]) {
      const text = x && spelled(x, decimals, closed);
      if (text) yield offer(text, where + 0.05 * text.length + (text.startsWith("-") || text.startsWith("\\") ? 0.6 : 0));
    }
    if (Number.isInteger(n) && n < 100) for (const k of [n - 2, n + 2, 2 * n, n / 2]) if (Number.isInteger(k) && k >= 0) yield offer(String(k), where + 0.2);
  }
};

/** The number stands before other factors: left out, the product stays. */
function isCoefficient({ site: { tokens } }: Search, i: number): boolean {
  const next = tokens[coefficientEnd(tokens, i)];
  if (!next || tokens[i - 1]?.kind === "sup" || tokens[i - 1]?.kind === "sub" || tokens[i - 1]?.text === "/" || isBareArgument(i, tokens)) return false;
  return (
    next.kind === "letter" || (next.kind === "command" && !/^(cdot|times|div|pm|mp|mid|le|ge|right|rangle|quad|qquad)$/.test(next.text)) || next.text === "("
  );
}
const coefficientEnd = (tokens: Search["site"]["tokens"], i: number): number =>
  tokens[i + 1]?.kind === "command" && /^(cdot|times)$/.test(tokens[i + 1].text) ? i + 2 : i + 1;

/** `\frac12`, `\sqrt2`: an argument without braces. */
const isBareArgument = (i: number, tokens: readonly { kind: string; text: string }[]): boolean =>
  tokens[i - 1]?.kind === "command" && /^(frac|dfrac|tfrac|sqrt|binom)$/.test(tokens[i - 1].text);

/** A number as one would write it in place of another: decimals stay decimals. */
function spelled(x: SimpleNumber, decimals: number, closed: boolean): string | undefined {
  if (decimals > 0) return x.value < 0 ? undefined : String(Number(x.value.toFixed(Math.max(decimals, 3))));
  if (Number.isInteger(x.value)) return String(x.value);
  return closed ? undefined : x.latex;
}
