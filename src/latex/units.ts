/** Finds units behind numbers, in text boxes and upright letters, and makes each one token: the command `unit:km/h`. */
import { closeOf } from "./groups";
import { type Token, UNIT_PREFIX } from "./tokens";
import { dimensionOf, unitFactors } from "./unit-expressions";

const FONT = /^(mathrm|operatorname|rm|mathsf|textrm|mathup|symrm|unit|mathtt)$/;
/** Single letters that are units also directly behind a number. */
const PLAIN = /^[mgsNJWVKL]$/;
/** Units that are words of other meanings: only behind a number. */
const WORDLIKE = /^(in|min|h|bar|day|second|unit|cent|foot|pound|mole|rad|cal|gal|sec|atm)s?$/;

export const isUnitToken = (t: Token | undefined): boolean => t?.kind === "command" && t.text.startsWith(UNIT_PREFIX);

/** A row with its units as tokens of their own. */
export function unitTokens(tokens: readonly Token[]): Token[] {
  const mayHave = (t: Token): boolean => t.kind === "text" || (t.kind === "command" && (FONT.test(t.text) || t.text === "AA" || /^[dt]?frac$/.test(t.text)));
  if (!tokens.some(mayHave) && !isResistance(tokens)) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = unitAt(tokens, at);
    const allowed = found && isAllowed(out, tokens[at], found.text);
    const made = allowed ? withExponent(tokens, found) : undefined;
    const fraction = !made && follows(out) ? fractionAt(tokens, at) : undefined;
    if (made) out.push(unitToken(tokens, at, made));
    else if (fraction) out.push(unitToken(tokens, at, fraction));
    else out.push(tokens[at]);
    at = made?.end ?? fraction?.end ?? at + 1;
  }
  return withoutOtherUnits(mixedUnits(out));
}

/** `0.2\\text{ m}^3\\ (200\\text{ dm}^3)`: in parentheses behind a quantity the same in another unit. */
function withoutOtherUnits(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = tokens[at].text === "(" && tokens[at].kind === "symbol" && endsInUnit(out) ? quantityEnd(tokens, at + 1) : -1;
    if (
      end > 0 &&
      tokens[end]?.text === ")" &&
      /^([=.,;]|cell|row)?$/.test(tokens[end + 1]?.kind === "symbol" ? tokens[end + 1].text : (tokens[end + 1]?.kind ?? ""))
    )
      at = end;
    else out.push(tokens[at]);
  }
  return out;
}

/** Where a number with its units ends; -1 where something else stands. */
function quantityEnd(tokens: readonly Token[], from: number): number {
  let at = tokens[from]?.kind === "number" ? from + 1 : -1;
  if (at < 0 || !isUnitToken(tokens[at])) return -1;
  while (tokens[at] && (isUnitToken(tokens[at]) || /^(number|sup|open|close)$/.test(tokens[at].kind) || /^[-/]$/.test(tokens[at].text))) at++;
  return at;
}

/** Whether a unit, its power or the box around it stands last. */
function endsInUnit(out: readonly Token[]): boolean {
  let at = out.length - 1;
  while (at >= 0 && (/^(close|number|sup|open)$/.test(out[at].kind) || out[at].text === "-")) at--;
  return isUnitToken(out[at]);
}

/** `5\text{ ft } 6\text{ in}`, `2\text{ h } 30\text{ min}`: quantities of one kind side by side are added. */
function mixedUnits(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = isQuantity(tokens, at) ? at + 2 : at;
    while (end > at && isQuantity(tokens, end) && kindOf(tokens[end + 1]) === kindOf(tokens[at + 1])) end += 2;
    if (end < at + 4) {
      out.push(tokens[at++]);
      continue;
    }
    const sign = (text: string, k: number): Token => ({ kind: "symbol", text, from: tokens[k].from, to: tokens[k].from, made: true });
    out.push(sign("(", at), tokens[at], tokens[at + 1]);
    for (let k = at + 2; k < end; k += 2) out.push(sign("+", k), tokens[k], tokens[k + 1]);
    out.push(sign(")", end - 1));
    at = end;
  }
  return out;
}

const isQuantity = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "number" && isUnitToken(tokens[at + 1]) && tokens[at + 2]?.kind !== "sup";
const kindOf = (t: Token): string => JSON.stringify(Object.entries(dimensionOf(unitFactors(t.text.slice(UNIT_PREFIX.length)) ?? [])).sort());

interface Found {
  readonly text: string;
  readonly end: number;
}

function unitToken(tokens: readonly Token[], from: number, { text, end }: Found): Token {
  const spaced = tokens[from].spaced ? { spaced: true } : {};
  const made = tokens.slice(from, end).some((t) => t.made) ? { made: true } : {};
  return { kind: "command", text: UNIT_PREFIX + text, from: tokens[from].from, to: tokens[end - 1].to, ...spaced, ...made };
}

/** `R_1 = 6\\,\\Omega`: what is said to be a resistance, with the capital omega behind a number at the end of a side. */
const isResistance = (tokens: readonly Token[]): boolean =>
  /^[RrZX]$/.test(tokens[0]?.text ?? "") &&
  tokens.some((t, i) => t.text === "Omega" && t.spaced && tokens[i - 1]?.kind === "number" && endsSide(tokens[i + 1]));

const endsSide = (t: Token | undefined): boolean => t === undefined || /^([=.,;]|approx|cell|newline)$/.test(t.text) || t.kind === "cell";

/** The unit that is written at a place, whatever stands before it. */
function unitAt(tokens: readonly Token[], at: number): Found | undefined {
  const t = tokens[at];
  // a capital omega is the unit where other units stand in the row
  if (
    t.kind === "command" &&
    t.text === "Omega" &&
    t.spaced &&
    tokens[at + 1]?.text !== "(" &&
    tokens[at + 1]?.kind !== "sub" &&
    (isResistance(tokens) || tokens.some((o) => o.kind === "text" || (o.kind === "command" && FONT.test(o.text))))
  )
    return { text: "Ω", end: at + 1 };
  const micro = t.kind === "command" && t.text === "mu" && tokens[at + 1] && at > 0 ? fontWord(tokens, at + 1) : undefined;
  if (micro && isUnits(`µ${micro.text}`)) return { text: `µ${micro.text}`, end: micro.end };
  const prefix = tokens[at + 1] || t.kind === "text" ? fontWord(tokens, at) : undefined;
  if (prefix && /^[kMGmµ]$/.test(prefix.text) && tokens[prefix.end]?.text === "Omega") return { text: `${prefix.text}Ω`, end: prefix.end + 1 };
  if (t.kind === "command" && t.text === "AA") return { text: "Å", end: at + 1 };
  if (t.kind === "text") return isUnits(t.text) ? { text: clean(t.text), end: at + 1 } : undefined;
  if (t.kind === "sup") return degrees(tokens, at);
  if (t.kind !== "command" || !FONT.test(t.text)) return undefined;
  if (tokens[at + 1]?.kind === "letter") return isUnits(tokens[at + 1].text) ? { text: tokens[at + 1].text, end: at + 2 } : undefined;
  const close = tokens[at + 1]?.kind === "open" ? closeOf(tokens, at + 1) : -1;
  const text = close > 0 ? written(tokens.slice(at + 2, close)) : undefined;
  return text !== undefined && isUnits(text) ? { text: clean(text), end: close + 1 } : undefined;
}

const clean = (text: string): string => text.trim().replace(/\.$/, "");
const isUnits = (text: string): boolean => /^[\sA-Za-zµΩÅ°·*/^{}().²³0-9-]{1,40}$/.test(text) && unitFactors(text) !== undefined;

/** `^\circ\mathrm{C}`, `^{\circ}\text{F}`. */
function degrees(tokens: readonly Token[], at: number): Found | undefined {
  const end =
    tokens[at + 1]?.text === "circ"
      ? at + 2
      : tokens[at + 1]?.kind === "open" && tokens[at + 2]?.text === "circ" && tokens[at + 3]?.kind === "close"
        ? at + 4
        : -1;
  const scale = end < 0 || !tokens[end] ? undefined : tokens[end].kind === "text" ? { text: tokens[end].text.trim(), end: end + 1 } : letterIn(tokens, end);
  return scale && /^[CF]$/.test(scale.text) ? { text: `°${scale.text}`, end: scale.end } : undefined;
}

/** A word in a text box or in upright letters. */
function fontWord(tokens: readonly Token[], at: number): Found | undefined {
  const t = tokens[at];
  if (t?.kind === "text") return { text: t.text.trim(), end: at + 1 };
  if (t?.kind !== "command" || !FONT.test(t.text)) return undefined;
  if (tokens[at + 1]?.kind === "letter") return { text: tokens[at + 1].text, end: at + 2 };
  const close = tokens[at + 1]?.kind === "open" ? closeOf(tokens, at + 1) : -1;
  const text = close > 0 ? written(tokens.slice(at + 2, close)) : undefined;
  return text === undefined ? undefined : { text: text.trim(), end: close + 1 };
}

function letterIn(tokens: readonly Token[], at: number): Found | undefined {
  if (tokens[at]?.kind !== "command" || !FONT.test(tokens[at].text)) return undefined;
  if (tokens[at + 1]?.kind === "letter") return { text: tokens[at + 1].text, end: at + 2 };
  return tokens[at + 1]?.kind === "open" && tokens[at + 3]?.kind === "close" ? { text: tokens[at + 2].text, end: at + 4 } : undefined;
}

/** Upright tokens as one would type them; undefined where there is anything that no unit has. */
function written(tokens: readonly Token[]): string | undefined {
  let text = "";
  for (const t of tokens) {
    const piece =
      t.kind === "command"
        ? { cdot: "·", times: "·", mu: "µ", Omega: "Ω", ohm: "Ω", AA: "Å", circ: "°", text: "" }[t.text]
        : /^(letter|number|symbol|sup|open|close)$/.test(t.kind)
          ? t.text
          : undefined;
    if (piece === undefined) return undefined;
    text += (t.spaced ? " " : "") + piece;
  }
  return text;
}

/** `m/s` with a power behind it: the power of the last unit. */
function withExponent(tokens: readonly Token[], found: Found): Found {
  if (!/[/\s·]/.test(found.text) || /[\^²³)]$|\^\{?-?\d\}?$/.test(found.text) || tokens[found.end]?.kind !== "sup") return found;
  const braced = tokens[found.end + 1]?.kind === "open";
  const minus = braced && /^[-−]$/.test(tokens[found.end + 2]?.text ?? "") ? "-" : "";
  const digit = tokens[found.end + (braced ? 2 : 1) + minus.length];
  const end = found.end + (braced ? 4 : 2) + minus.length;
  return digit?.kind === "number" && (minus ? /^[1-4]$/ : /^[2-4]$/).test(digit.text) && (!braced || tokens[end - 1]?.kind === "close")
    ? { text: `${found.text}^${minus}${digit.text}`, end }
    : found;
}

/** `\frac{\mathrm{m}}{\mathrm{s}^2}`: units only. */
function fractionAt(tokens: readonly Token[], at: number): Found | undefined {
  if (tokens[at].kind !== "command" || !/^[dt]?frac$/.test(tokens[at].text) || tokens[at + 1]?.kind !== "open") return undefined;
  const middle = closeOf(tokens, at + 1);
  const close = middle > 0 && tokens[middle + 1]?.kind === "open" ? closeOf(tokens, middle + 1) : -1;
  if (close < 0) return undefined;
  const parts = [tokens.slice(at + 2, middle), tokens.slice(middle + 2, close)];
  const [above, below] = parts.every(isSlanted) && parts.some((part) => UNMISTAKABLE.test(textOf(part))) ? parts.map(textOf) : parts.map(plain);
  const text = above && below ? `${above}/(${below})` : undefined;
  return text && isUnits(text) ? { text, end: close + 1 } : undefined;
}

/** `\\frac{kJ}{kg}` behind a number: units in plain letters, one of which stands for nothing else. */
const UNMISTAKABLE = /^(kJ|MJ|kN|kW|MW|kPa|MPa|GPa|Pa|kg|mol|km|cm|mm|kHz|MHz|GHz|Hz|mL|ml)$/;
const isSlanted = (tokens: readonly Token[]): boolean => tokens.length > 0 && tokens.every((t) => t.kind === "letter" && !t.spaced) && isUnits(textOf(tokens));
const textOf = (tokens: readonly Token[]): string => tokens.map((t) => t.text).join("");

/** Units in fonts side by side, with their powers. */
function plain(tokens: readonly Token[]): string | undefined {
  let text = "";
  for (let at = 0; at < tokens.length; ) {
    const found = unitAt(tokens, at);
    if (found) {
      text += ` ${found.text}`;
      at = found.end;
    } else if (tokens[at].kind === "sup" || tokens[at].kind === "number" || tokens[at].kind === "open" || tokens[at].kind === "close")
      text += tokens[at++].text;
    else if (tokens[at].text === "cdot") {
      text += "·";
      at++;
    } else return undefined;
  }
  return text.trim() || undefined;
}

/** Whether what was written so far ends in a number or in another unit. */
function follows(out: readonly Token[]): boolean {
  const last = out[out.length - 1];
  return last?.kind === "number" || isUnitToken(last) || isClosing(last);
}
const isClosing = (t: Token | undefined): boolean => t?.kind === "close" || (t?.kind === "symbol" && /^[)\]]$/.test(t.text));

/** Whether a unit can stand behind what was written so far. */
function isAllowed(out: readonly Token[], token: Token, text: string): boolean {
  let at = out.length - 1;
  const joint = out[at]?.kind === "command" ? /^(cdot|times)$/.test(out[at].text) : out[at]?.text === "/" || out[at]?.text === "(";
  if (joint) {
    while (at >= 0 && (/^(cdot|times)$/.test(out[at].text) || out[at].text === "/" || out[at].text === "(")) at--;
    return isUnitToken(out[at]) || isPowerOfUnit(out, at);
  }
  const last = out[at];
  if (!last) return false;
  const single = text.length === 1;
  const apart = token.kind === "text" || token.spaced === true;
  if (last.kind === "number") return !single || apart || PLAIN.test(text);
  if (isUnitToken(last) || isPowerOfUnit(out, at)) return true;
  if (isClosing(last)) return !isScripted(out) && (!single || apart) && (apart || !/^[A-Z]/.test(text));
  const isName = last.kind === "letter" || (last.kind === "command" && last.text === "pi");
  return isName && apart && !single && !WORDLIKE.test(text) && /^[a-zA-Zµ]{2,3}$|[/^·]/.test(text);
}

/** The end of a subscript is no number. */
function isScripted(out: readonly Token[]): boolean {
  if (out[out.length - 1].kind !== "close") return false;
  let depth = 0;
  for (let at = out.length - 1; at >= 0; at--) {
    if (out[at].kind === "close") depth++;
    if (out[at].kind === "open" && --depth === 0)
      return out[at - 1]?.kind === "sub" || (out[at - 1]?.kind === "command" && /^(math[a-z]+|text|operatorname)$/.test(out[at - 1].text));
  }
  return true;
}

/** `\mathrm{m}^2` at the end. */
function isPowerOfUnit(out: readonly Token[], at: number): boolean {
  if (out[at]?.kind === "number") return out[at - 1]?.kind === "sup" && isUnitToken(out[at - 2]);
  if (out[at]?.kind !== "close") return false;
  let from = at;
  while (from > 0 && out[from].kind !== "open") from--;
  return out[from - 1]?.kind === "sup" && isUnitToken(out[from - 2]);
}
