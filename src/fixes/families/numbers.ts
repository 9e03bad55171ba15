/** A number that is not the right one: a coefficient, an exponent, a bound. */

import type { Span } from "../../base/span";
import type { Token } from "../../latex/tokens";
import { isSign } from "../layout";
import { type Family, needed, type PlainFamily, type Search } from "../search";
import type { SimpleNumber } from "../simple";
import { type Candidate, candidate, type Fragment, write } from "../site";

type Plain = Parameters<PlainFamily>[0];

/** A number of the operand, and how another is put in its place. */
interface Slot {
  readonly at: number;
  readonly token: Token;
  readonly cost: number;
  readonly put: (text: string) => Fragment;
  readonly offer: (text: string, cost: number) => Candidate | undefined;
}

function slots(search: Plain): Slot[] {
  const { site } = search;
  const { tokens, layout } = site;
  return tokens.flatMap((token, at) => {
    if (token.kind !== "number" || layout.place[at] === "name") return [];
    const alone = tokens[at - 1]?.kind === "sup" || tokens[at - 1]?.kind === "sub" || isBareArgument(at, tokens);
    const put = (text: string): Fragment => write((text.length > 1 || text.startsWith("-")) && alone ? `{${text}}` : text);
    const power = powerAt(tokens, at);
    const offer = (text: string, cost: number) =>
      text === "1" && power
        ? candidate(site, power.from, power.to, write(""), `Leave out the exponent ${token.text}`, cost)
        : text === token.text
          ? undefined
          : text.startsWith("-") && isSign(tokens[at - 1])
            ? turned(search, at, text.slice(1), cost)
            : text === "1" && isCoefficient(search, at)
              ? candidate(site, at, coefficientEnd(tokens, at), write(""), `Leave out the factor ${token.text}`, cost)
              : candidate(site, at, at + 1, put(text), `Change ${token.text} to ${text}`, cost + (text === "0" && tokens.length > 1 ? 0.75 : 0));
    return [{ at, token, put, offer, cost: layout.place[at] === "base" ? 1.1 : 1.2 }];
  });
}

/** The sign and braces of an exponent that is this number alone. */
function powerAt(tokens: readonly Token[], at: number): Span | undefined {
  const braced = tokens[at - 1]?.kind === "open" && tokens[at + 1]?.kind === "close" ? 1 : 0;
  return tokens[at - 1 - braced]?.kind === "sup" ? { from: at - 1 - braced, to: at + 1 + braced } : undefined;
}

/** A number that should be negative behind a sign: the sign is turned around with it. */
function turned({ site }: Plain, at: number, size: string, cost: number): Candidate | undefined {
  const [sign, number] = [site.tokens[at - 1].text, site.tokens[at].text];
  const other = sign === "+" ? "-" : "+";
  // the sign alone is another family's
  return size === number ? undefined : candidate(site, at - 1, at + 1, write(`${other} ${size}`), `Change $${sign} ${number}$ to $${other} ${size}$`, cost);
}

/** The neighbours of a number, its double and its half. */
export const numbers: PlainFamily = function* (search) {
  for (const { token, offer, cost } of slots(search)) {
    const n = Number(token.text);
    if (!Number.isInteger(n) || n >= 1e6) continue;
    for (const k of [n - 1, n + 1]) if (k >= 0) yield offer(String(k), cost);
    if (n < 100) for (const k of [n - 2, n + 2, 2 * n, n / 2]) if (Number.isInteger(k) && k >= 0) yield offer(String(k), cost + 0.25);
  }
};

/** The number that would be needed, solved for. */
export const solvedNumbers: Family = function* (search) {
  for (const { at, token, put, offer, cost } of slots(search)) {
    if (search.site.layout.place[at] === "sub") continue;
    const n = Number(token.text);
    const decimals = token.text.includes(".") ? token.text.length - token.text.indexOf(".") - 1 : 0;
    const found = needed(search, at, at + 1, (k) => put(String(k)), [n + 1, n + 2, n + 3]);
    const decimal = decimals > 0 ? found?.values.find((v) => Number.isFinite(v) && v >= 0) : undefined;
    if (decimal !== undefined) yield offer(decimal.toFixed(decimals), cost);
    for (const x of [found?.rational, found?.exponential]) {
      const text = x && spelled(x, decimals, search.closed);
      if (text)
        yield offer(
          text,
          cost + 0.15 + (search.closed && Math.abs(x.value - Number(token.text)) > 2 ? 0.5 : 0) + 0.05 * text.length + (/^[-\\]/.test(text) ? 0.6 : 0),
        );
    }
  }
};

/** The number stands before other factors: left out, the product stays. */
function isCoefficient({ site: { tokens } }: Plain, i: number): boolean {
  const next = tokens[coefficientEnd(tokens, i)];
  if (!next || tokens[i - 1]?.kind === "sup" || tokens[i - 1]?.kind === "sub" || tokens[i - 1]?.text === "/" || isBareArgument(i, tokens)) return false;
  return (
    next.kind === "letter" || (next.kind === "command" && !/^(cdot|times|div|pm|mp|mid|le|ge|right|rangle|quad|qquad)$/.test(next.text)) || next.text === "("
  );
}
const coefficientEnd = (tokens: Search["site"]["tokens"], i: number): number =>
  tokens[i + 1]?.kind === "command" && /^(cdot|times)$/.test(tokens[i + 1].text) ? i + 2 : i + 1;

/** `\frac12`, `\sqrt2`: an argument without braces. */
const isBareArgument = (i: number, tokens: readonly { kind: string; text: string }[]): boolean => {
  const takes = (t: { kind: string; text: string } | undefined, what: RegExp): boolean => t?.kind === "command" && what.test(t.text);
  const second = tokens[i - 1]?.kind === "number" || tokens[i - 1]?.kind === "letter";
  return takes(tokens[i - 1], /^([dtc]?frac|sqrt|[dt]?binom)$/) || (second && takes(tokens[i - 2], /^([dtc]?frac|[dt]?binom)$/));
};

/** A number as one would write it in place of another: decimals stay decimals. */
function spelled(x: SimpleNumber, decimals: number, closed: boolean): string | undefined {
  if (decimals > 0) return x.value < 0 ? undefined : String(Number(x.value.toFixed(Math.max(decimals, 3))));
  if (Number.isInteger(x.value)) return String(x.value);
  return closed ? undefined : x.latex;
}
