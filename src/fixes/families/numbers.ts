/** A number that is not the right one: a coefficient, an exponent, a bound. */

import type { Span } from "../../base/span";
import type { Token } from "../../latex/tokens";
import { isSign } from "../layout";
import { type Family, needed, type PlainFamily, type Search } from "../search";
import type { SimpleNumber } from "../simple";
import { type Candidate, candidate, cut, type Fragment, join, write } from "../site";

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
    const offer = (text: string, base: number): Candidate | undefined => {
      if (text === token.text) return undefined;
      const cost = base + (standsBeside(site, token, token.text) ? COPIED : 0) - (standsBeside(site, token, text) ? COPIED : 0);
      const whole = toOne(search, at, text);
      if (whole)
        return candidate(site, whole.from, whole.to, write(""), `Leave out the factor $${cut(tokens, whole.from, whole.to, site.text).text.trim()}$`, cost);
      if (text === "1" && power) return candidate(site, power.from, power.to, write(""), `Leave out the exponent ${token.text}`, cost);
      if (text.startsWith("-") && isSign(tokens[at - 1])) return turned(search, at, text.slice(1), cost);
      if (text === "1" && denominatorOf(search, at)) return withoutDenominator(search, at, cost);
      if (text === "1" && isCoefficient(search, at))
        return candidate(site, at, coefficientEnd(tokens, at), write(""), `Leave out the factor ${token.text}`, cost);
      return candidate(site, at, at + 1, put(text), `Change ${token.text} to ${text}`, cost + (text === "0" && tokens.length > 1 ? 0.75 : 0));
    };
    return [{ at, token, put, offer, cost: layout.place[at] === "base" ? 1.1 : 1.2 }];
  });
}

/** What stands elsewhere near is rather copied rightly, and a wrong number is rather one that stands nowhere else: 36 and 16 of "54 = 36 + 16, 36 = 2 · 18". */
const COPIED = 0.03;
const NEAR = 160;
function standsBeside({ text }: Plain["site"], { from, to }: Token, number: string): boolean {
  if (number.length < 2 || !/^\d+$/.test(number)) return false;
  const around = `${text.slice(Math.max(0, from - NEAR), from)} ${text.slice(to, to + NEAR)}`;
  return new RegExp(`(?<![\\d.])${number}(?![\\d.])`).test(around);
}

/** The fraction of two numbers before other factors that would be one with another number in the place of one of its own: \\frac12 with 2 for 1. */
function toOne(search: Plain, at: number, text: string): Span | undefined {
  const { tokens } = search.site;
  const below = denominatorOf(search, at);
  const first = below?.first ?? (/^[dtc]?frac$/.test(tokens[at - 1]?.text ?? "") ? at - 1 : /^[dtc]?frac$/.test(tokens[at - 2]?.text ?? "") ? at - 2 : -1);
  if (first < 0) return undefined;
  const inside = tokens.slice(first + 1, first + 7);
  const numbers = inside.filter((t) => t.kind === "number");
  const written = inside.map((t) => (t.kind === "open" ? "{" : t.kind === "close" ? "}" : t.kind === "number" ? "n" : "x")).join("");
  const size = /^(\{n\}|n)(\{n\}|n)/.exec(written)?.[0].length;
  const [top, bottom] = numbers;
  if (!size || (tokens[at] !== top && tokens[at] !== bottom)) return undefined;
  const other = tokens[at] === top ? bottom.text : top.text;
  const to = first + 1 + size;
  return text === other && isFactorNext(tokens[to]) ? { from: first, to } : undefined;
}

/** The numerator of a fraction of which a number is the whole denominator, and its first token: \frac{a}{2}, \frac a2, a/2 have one. */
function denominatorOf({ site: { tokens, layout } }: Plain, at: number): (Span & { first: number; last: number }) | undefined {
  const braced = tokens[at - 1]?.kind === "open" && tokens[at + 1]?.kind === "close" ? 1 : 0;
  const end = at - braced;
  const shut = tokens[end - 1]?.kind === "close" ? [...layout.close].find(([, close]) => close === end - 1)?.[0] : undefined;
  const from = shut ?? end - 1;
  const isFraction = /^[dtc]?frac$/.test(tokens[from - 1]?.text ?? "") && tokens[from - 1].kind === "command";
  return isFraction
    ? { from: shut === undefined ? from : from + 1, to: shut === undefined ? end : end - 1, first: from - 1, last: at + braced + 1 }
    : undefined;
}

/** The numerator alone, in brackets where it is a sum. */
function withoutDenominator(search: Plain, at: number, cost: number): Candidate | undefined {
  const { site } = search;
  const found = denominatorOf(search, at);
  if (!found) return undefined;
  const numerator = cut(site.tokens, found.from, found.to, site.text);
  const isSum = numerator.tokens.some(isSign);
  const text = isSum ? join("\\left(", numerator, "\\right)") : numerator;
  return candidate(site, found.first, found.last, text, `Leave out the denominator ${site.tokens[at].text}`, cost);
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

/** Digits of a decimal that may be miswritten one at a time. */
const MOST_DIGITS = 6;

/** The neighbours of a number, its double and its half; of a decimal, those of each of its digits. */
export const numbers: PlainFamily = function* (search) {
  for (const { token, offer, cost } of slots(search)) {
    const n = Number(token.text);
    if (token.text.includes(".") && token.text.length <= MOST_DIGITS + 1)
      for (const [i, digit] of [...token.text].entries())
        for (const other of digit === "." ? [] : [Number(digit) - 1, Number(digit) + 1])
          if (other >= 0 && other <= 9) yield offer(`${token.text.slice(0, i)}${other}${token.text.slice(i + 1)}`, cost + 0.05);
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
  return isFactorNext(next);
}
const isFactorNext = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.kind === "letter" || (t.kind === "command" && !/^(cdot|times|div|pm|mp|mid|le|ge|right|rangle|quad|qquad)$/.test(t.text)) || t.text === "(");
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
