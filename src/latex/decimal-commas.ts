/** Decimals with a comma, as most languages but English write them: `0{,}25`, and `0,25` in a document that leaves no doubt. */
import type { Token } from "./tokens";

/** How a document writes its decimals: with commas in braces, or with bare ones too. */
export type Commas = "braced" | "bare" | undefined;

/** No group of thousands: it begins with a zero, has four digits before the comma, or other than three behind it. */
const BRACED = /(?<![\d.,}[]|\\\{)(?:0|\d{4,})\s*\{,\}\s*\d|(?<![\d.,}[]|\\\{)\d+\s*\{,\}\s*(?:\d{1,2}|\d{4,})(?![\d]|\s*\{,\})/;
/** No list either: a zero behind the comma that begins no number and no three digits of thousands, or decimals behind a sign of approximation. */
const BARE = /(?<![\d.,([{}])(?:(?:0|\d{4,}),0\d+|0,\d{3,}|\d+,0(?:\d|\d{3,}))(?![\d,.])|(?:\\approx|\\simeq|≈)\s*-?\d+,(?:\d{1,2}|\d{4,})(?![\d,.]|\{)/;

/** The way a document writes decimals; undefined where it has none with a comma, or some with a point. */
export function writesCommas(text: string): Commas {
  if (!/\d(?:\s*\{,\}\s*|,)\d/.test(text)) return undefined;
  if (BARE.test(text) && !/\d\.\d/.test(text)) return "bare";
  return BRACED.test(text) ? "braced" : undefined;
}

/** The tokens of a formula with each decimal in one piece, a point in it. */
export function withDecimalCommas(tokens: readonly Token[], commas: Commas): Token[] {
  const out: Token[] = [];
  const open: boolean[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (isBracket(token, /^[([{]$/)) open.push(!OF_ONE.test(tokens[at - 1]?.text ?? ""));
    else if (isBracket(token, /^[)\]}]$/)) open.pop();
    const comma =
      token.kind === "number" && /^\d+$/.test(token.text) && !takesOneDigit(tokens, at)
        ? commaBehind(tokens, at, commas === "bare" && !open.includes(true))
        : 0;
    const digits = tokens[at + comma + 1];
    if (comma > 0 && (commas !== undefined || !isThousands(token.text, digits.text))) {
      out.push({ ...token, text: `${token.text}.${digits.text}`, to: digits.to });
      at += comma + 1;
    } else out.push(token);
  }
  return out;
}

/** Brackets other than braces, in which commas part arguments; not those of functions that have one. */
const isBracket = (t: Token, which: RegExp): boolean => (t.kind === "symbol" || t.kind === "command") && which.test(t.text);
const OF_ONE = /^(a?(?:rc)?(?:sin|cos|tan|cot)h?|ln|log|lg|exp|sqrt|Phi)$/;

/** The number of tokens of the comma behind a number that has digits behind it, and no comma before or after these. */
function commaBehind(tokens: readonly Token[], at: number, bare: boolean): number {
  const length = commaAt(tokens, at + 1, bare);
  const digits = tokens[at + length + 1];
  if (length === 0 || digits?.kind !== "number" || digits.spaced || !/^\d+$/.test(digits.text)) return 0;
  if (commaAt(tokens, at + length + 2, true) > 0 && tokens[at + length + 2 + commaAt(tokens, at + length + 2, true)]?.kind === "number") return 0;
  const before = tokens[at - 1];
  if (before?.kind === "close" ? tokens[at - 2]?.text === "," : before?.text === "," && tokens[at - 2]?.kind === "number" && bare) return 0;
  // [0{,}1], \{0{,}1\}: two numbers
  if (/^[[{]$/.test(tokens[at - 1]?.text ?? "") && tokens[at - 1].kind !== "open" && /^[\]}]$/.test(tokens[at + length + 2]?.text ?? "")) return 0;
  // 1,2 may be the first two of a list
  return length === 1 && digits.text.length < 2 && Number(digits.text) === Number(tokens[at].text) + 1 ? 0 : length;
}

const commaAt = (tokens: readonly Token[], at: number, bare: boolean): number => {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind === "open" && second?.kind === "symbol" && second.text === "," && third?.kind === "close") return 3;
  return bare && first?.kind === "symbol" && first.text === "," && !first.spaced && !second?.spaced ? 1 : 0;
};

const isThousands = (whole: string, digits: string): boolean => /^[1-9]\d{0,2}$/.test(whole) && digits.length === 3;

/** Behind `^`, `_`, `\sqrt` and `\frac`, which take one digit without braces. */
const takesOneDigit = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === "sub" || before?.kind === "sup" || (before?.kind === "command" && /^([dtc]?frac|sqrt|binom)$/.test(before.text));
};
