/** Commands of packages whose meaning depends on how many groups follow: derivatives of physics, commath and derivative, quantities of siunitx. */
import { closeOf, readArgument, readOption } from "./groups";
import type { Token } from "./tokens";

/** What a call stands for, and the index behind its arguments; undefined where it is none. */
export interface Call {
  readonly tokens: readonly Token[];
  readonly next: number;
}

type Reader = (tokens: readonly Token[], at: number, token: Token) => Call | undefined;

const made = (token: Token, kind: Token["kind"], text: string): Token => ({ kind, text, from: token.from, to: token.to, made: true });

/** A group directly behind `at`. */
const groupAt = (tokens: readonly Token[], at: number): { tokens: readonly Token[]; next: number } | undefined => {
  if (tokens[at]?.kind !== "open") return undefined;
  const close = closeOf(tokens, at);
  return close < 0 ? undefined : { tokens: tokens.slice(at + 1, close), next: close + 1 };
};

/** The parts of a list at commas of depth zero. */
function atCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const t of tokens) {
    if (t.kind === "open" || t.text === "(") depth++;
    if (t.kind === "close" || t.text === ")") depth--;
    if (depth === 0 && t.kind === "symbol" && t.text === ",") parts.push([]);
    else parts[parts.length - 1].push(t);
  }
  return parts;
}

/** `\dv{f}{x}`, `\dv{x}`, `\dv[2]{f}{x}`, `\pdv{f}{x}{y}`, `\pdv{f}{x,y}` as the fraction of Leibniz. */
function quotient(sign: "d" | "partial"): Reader {
  return (tokens, from, token) => {
    const starred = tokens[from]?.text === "*" ? from + 1 : from;
    const option = readOption(tokens, starred);
    const first = groupAt(tokens, option?.next ?? starred);
    if (!first) return undefined;
    const second = groupAt(tokens, first.next);
    const third = second && sign === "partial" ? groupAt(tokens, second.next) : undefined;
    const by = second ? [...atCommas(second.tokens), ...(third ? [third.tokens] : [])] : [first.tokens];
    const order = option?.tokens ?? (by.length > 1 ? [made(token, "number", String(by.length))] : []);
    if (option && by.length > 1) return undefined;
    const d = made(token, sign === "d" ? "letter" : "command", sign);
    const power =
      order.length > 0 && !(order.length === 1 && order[0].text === "1")
        ? [made(token, "sup", "^"), made(token, "open", "{"), ...order, made(token, "close", "}")]
        : [];
    const open = made(token, "open", "{");
    const close = made(token, "close", "}");
    const under = by.flatMap((name) => [d, ...name, ...(option ? power : [])]);
    return {
      tokens: [made(token, "command", "frac"), open, d, ...power, ...(second ? first.tokens : []), close, open, ...under, close],
      next: (third ?? second ?? first).next,
    };
  };
}

/** `\diff{f}{x}`, `\diff{}{x}`, with an order before them `\ddiff{2}{f}{x}`: only where all their groups stand there. */
function privateQuotient(sign: "d" | "partial", ordered: boolean): Reader {
  return (tokens, from, token) => {
    const order = ordered ? groupAt(tokens, from) : undefined;
    const first = groupAt(tokens, order?.next ?? from);
    const second = first && groupAt(tokens, first.next);
    if (!first || !second || second.tokens.length === 0 || (ordered && !order)) return undefined;
    const power = order ? [made(token, "symbol", "["), ...order.tokens, made(token, "symbol", "]")] : [];
    const read = quotient(sign)([...power, ...tokens.slice(order?.next ?? from, second.next)], 0, token);
    return read && { tokens: read.tokens, next: second.next };
  };
}

/** `\qty(x)` is the bracket; `\qty{x}` a bracket, `\qty{3}{\metre}` and `\SI{3}{m}` a number with its unit. */
const quantity: Reader = (tokens, begin, token) => {
  const from = readOption(tokens, begin)?.next ?? begin;
  const number = groupAt(tokens, from);
  if (!number) return { tokens: [], next: from };
  const unit = groupAt(tokens, number.next);
  const [sign] = unit?.tokens ?? [];
  if (unit?.tokens.length === 1 && /^(percent|%)$/.test(sign.text))
    return { tokens: [...plainNumber(number.tokens, token), made(token, "command", "%")], next: unit.next };
  if (unit) return { tokens: [...plainNumber(number.tokens, token), made(token, "text", spelled(unit.tokens))], next: unit.next };
  return { tokens: [made(token, "symbol", "("), ...number.tokens, made(token, "symbol", ")")], next: number.next };
};

const UNITS: Readonly<Record<string, string>> = {
  meter: "m",
  metre: "m",
  second: "s",
  gram: "g",
  kilogram: "kg",
  newton: "N",
  joule: "J",
  watt: "W",
  hertz: "Hz",
  volt: "V",
  ampere: "A",
  kelvin: "K",
  liter: "L",
  litre: "L",
  hour: "h",
  minute: "min",
  day: "day",
  pascal: "Pa",
  coulomb: "C",
  ohm: "Ω",
  farad: "F",
  tesla: "T",
  henry: "H",
  weber: "Wb",
  mole: "mol",
  candela: "cd",
  electronvolt: "eV",
  angstrom: "Å",
  bar: "bar",
  radian: "rad",
  celsius: "°C",
  degreeCelsius: "°C",
};
const PREFIXES: Readonly<Record<string, string>> = {
  kilo: "k",
  centi: "c",
  milli: "m",
  mega: "M",
  giga: "G",
  tera: "T",
  micro: "µ",
  mu: "µ",
  nano: "n",
  pico: "p",
  femto: "f",
  hecto: "h",
  deci: "d",
};

/** `\kilo\metre\per\second` as one might write it. */
function spelled(tokens: readonly Token[]): string {
  let [text, glued, square] = ["", true, ""];
  for (const t of tokens) {
    const word = t.kind === "command" ? t.text : "";
    if (word === "per") text += "/";
    else if (word === "squared" || word === "cubed") text += word === "squared" ? "^2" : "^3";
    else if (word === "square" || word === "cubic") square = word === "square" ? "^2" : "^3";
    else if (t.kind !== "command") text += t.text === "." || (t.spaced && !glued) ? ` ${t.text === "." ? "" : t.text}` : t.text;
    else {
      const unit = UNITS[word];
      const isUnit = unit !== undefined || !Object.hasOwn(PREFIXES, word);
      text += (glued || /\/$/.test(text) ? "" : " ") + (unit ?? PREFIXES[word] ?? word) + (isUnit ? square : "");
      if (isUnit) square = "";
    }
    glued = Object.hasOwn(PREFIXES, word) || word === "per";
  }
  return text;
}

/** `\num{1.5e-3}`: digits, and a power of ten behind an e. */
function plainNumber(tokens: readonly Token[], token: Token): Token[] {
  const at = tokens.findIndex((t) => t.kind === "letter" && /^[eE]$/.test(t.text));
  if (at < 0) return [...tokens];
  const exponent = tokens.slice(at + 1);
  return [
    ...tokens.slice(0, at),
    ...(at > 0 ? [made(token, "command", "times")] : []),
    made(token, "number", "10"),
    made(token, "sup", "^"),
    made(token, "open", "{"),
    ...exponent,
    made(token, "close", "}"),
  ];
}

const numeral: Reader = (tokens, from, token) => {
  const number = groupAt(tokens, from);
  return number && { tokens: plainNumber(number.tokens, token), next: number.next };
};

const unitAlone: Reader = (tokens, from, token) => {
  const unit = groupAt(tokens, from);
  return unit && { tokens: [made(token, "text", spelled(unit.tokens))], next: unit.next };
};

/** `\inner{a}{b}` and `\inner{a, b}`: an inner product in angle brackets. */
const inner: Reader = (tokens, from, token) => {
  const first = groupAt(tokens, from);
  if (!first) return undefined;
  const second = groupAt(tokens, first.next);
  // ⟨0|1⟩ of states that are numbered: no product of numbers
  if (second && [first, second].every(({ tokens: inside }) => inside.length === 1 && inside[0].kind === "number")) return undefined;
  const inside = second ? [...first.tokens, made(token, "symbol", ","), ...second.tokens] : first.tokens;
  return { tokens: [made(token, "command", "langle"), ...inside, made(token, "command", "rangle")], next: (second ?? first).next };
};

/** `A^\T`, `A^{\tran}`: a transpose in a superscript; `A^\inv`. */
function inScript(...stands: readonly [Token["kind"], string][]): Reader {
  return (tokens, at, token) => {
    const before = tokens[at - 2]?.kind === "open" ? tokens[at - 3] : tokens[at - 2];
    if (before?.kind !== "sup") return undefined;
    const inside = stands.map(([kind, text]) => made(token, kind, text));
    const alone = tokens[at - 2]?.kind !== "open" && inside.length > 1;
    return { tokens: alone ? [made(token, "open", "{"), ...inside, made(token, "close", "}")] : inside, next: at };
  };
}

/** `\E`, `\P`, before what they are of. */
const before =
  (name: string): Reader =>
  (tokens, at, token) =>
    /^[([_]$/.test(tokens[at]?.text ?? "") || tokens[at]?.kind === "sub" || tokens[at]?.text === "{"
      ? { tokens: [made(token, "command", name)], next: at }
      : undefined;

/** `- \cancel{2 - 4}` reads − 2 − 4, `\frac{dy}{\cancel{du}}` dy/du: what is struck out stays what it was, and no group. */
const struckOut: Reader = (tokens, at) => {
  const inside = groupAt(tokens, at);
  if (!inside) return undefined;
  const isDifferential = inside.tokens.length === 2 && inside.tokens[0].text === "d";
  const after = tokens[inside.next];
  const endsTerm = after === undefined || after.kind === "close" || /^[-+=)]$/.test(after.text);
  const isTerms = tokens[at - 2]?.text === "-" && endsTerm && inside.tokens.some((t, i) => i > 0 && /^[-+]$/.test(t.text)) && isFlat(inside.tokens);
  return isDifferential || isTerms ? inside : undefined;
};
const isFlat = (tokens: readonly Token[]): boolean => !tokens.some((t) => t.kind === "open" || /^[([]$/.test(t.text));

const readers: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(["cancel", "bcancel", "xcancel"].map((name) => [name, struckOut])),
  ...Object.fromEntries(["dv", "odv", "od", "derivative"].map((name) => [name, quotient("d")])),
  ...Object.fromEntries(["pdv", "pd", "partialderivative", "pderivative", "pderiv"].map((name) => [name, quotient("partial")])),
  ...Object.fromEntries(["diff", "Diff"].map((name) => [name, privateQuotient("d", false)])),
  ...Object.fromEntries(["pdiff", "partdiff"].map((name) => [name, privateQuotient("partial", false)])),
  ddiff: privateQuotient("d", true),
  ...Object.fromEntries(["qty", "SI"].map((name) => [name, quantity])),
  num: numeral,
  si: unitAlone,
  unit: unitAlone,
  ...Object.fromEntries(["inner", "innerproduct", "innerprod", "iprod", "ip", "braket"].map((name) => [name, inner])),
  ...Object.fromEntries(["T", "tran", "trans", "transp", "tr", "trn", "transpose"].map((name) => [name, inScript(["command", "top"])])),
  ...Object.fromEntries(["inv", "inverse"].map((name) => [name, inScript(["symbol", "-"], ["number", "1"])])),
  P: before("Pr"),
  prescript: (tokens, at, token) => {
    const above = readArgument(tokens, at);
    const below = above && readArgument(tokens, above.next);
    if (!above || !below) return undefined;
    const script = (kind: "sup" | "sub", inside: readonly Token[]): Token[] =>
      inside.length === 0 ? [] : [made(token, kind, kind === "sup" ? "^" : "_"), made(token, "open", "{"), ...inside, made(token, "close", "}")];
    return { tokens: [...script("sup", above.tokens), ...script("sub", below.tokens)], next: below.next };
  },
};

/** What the command at `at - 1` stands for together with its arguments. */
export const packageCall: Reader = (tokens, at, token) => (Object.hasOwn(readers, token.text) ? readers[token.text](tokens, at, token) : undefined);

/** Whether a command may be one of these. */
export const isPackageCall = (name: string): boolean => Object.hasOwn(readers, name);
