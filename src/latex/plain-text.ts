/** LaTeX as plain text that a person reads in a message: `μ_q²/(2σ²)` for `\frac{\mu_q^2}{2\sigma^2}`. */
import { withDecimalCommas } from "./decimal-commas";
import { readArgument, readOption } from "./groups";
import { tokenize } from "./lexer";
import { withoutMadeNames } from "./made-names";
import { raised } from "./raised";
import type { Token } from "./tokens";
import { characterFor } from "./unicode";

/** Longer formulas and deeper nesting are shown as their source. */
const LONGEST = 1_000;
const DEEPEST = 12;

/** What stands beside what decides the spaces (the classes of atoms of The TeXbook, chapter 18); a `ratio` is a fraction that a factor beside it must not tear apart. */
type Kind = "ordinary" | "word" | "large" | "binary" | "relation" | "open" | "close" | "comma" | "ratio";
interface Piece {
  readonly kind: Kind;
  readonly text: string;
  /** A differential, apart from what it follows. */
  readonly apart?: boolean;
}

export function plainText(latex: string): string {
  if (latex.length > LONGEST) return latex;
  try {
    return joined(pieces(single(withDecimalCommas(tokenize(latex), undefined)), 0)).trim();
  } catch (error) {
    if (error instanceof TooDeep) return latex;
    throw error;
  }
}

/** The words of a message, with plain text for every `$formula$` and every bare name of LaTeX in it; `code` stays as it is. */
export const plainWords = (message: string): string =>
  withoutMadeNames(message)
    .split("`")
    .map((part, at) => (at % 2 === 1 ? part : part.replace(FORMULA, (_, latex: string) => plainText(latex)).replace(NAME, known)))
    .join("`");

const FORMULA = /\$([^$]+)\$/g;
/** `\\mu_{p}` or `p_{0}` without dollars. */
const NAME = /(?:\\([a-zA-Z]+)(?:\{[^{}]*\})?|\b[a-zA-Z])(?:_(?:\{[^{}$]*\}|\w)|\^(?:\{[^{}$]*\}|\w))*/g;

/** A command that is not known here is named as it is written. */
const known = (latex: string, command: string | undefined): string =>
  command === undefined
    ? /[{]/.test(latex)
      ? plainText(latex)
      : latex
    : characterFor(command) || OTHERS[command] || STYLES.test(command) || ACCENTS[command]
      ? plainText(latex)
      : latex;

class TooDeep extends Error {}

/** `\frac12` and `x^12`: an argument without braces is one digit. */
function single(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((t, i) => {
    const before = tokens[i - 1];
    const isArgument = before?.kind === "sub" || before?.kind === "sup" || (before?.kind === "command" && /^([dtc]?frac|[dt]?binom|sqrt)$/.test(before.text));
    return isArgument && t.kind === "number" && t.text.length > 1
      ? [
          { ...t, text: t.text[0] },
          { ...t, text: t.text.slice(1) },
        ]
      : [t];
  });
}

function pieces(tokens: readonly Token[], depth: number): Piece[] {
  if (depth > DEEPEST) throw new TooDeep();
  const found: Piece[] = [];
  for (let at = 0; at < tokens.length; ) at = next(tokens, at, depth, found);
  return found;
}

/** Reads what stands at `at` into `found`: the index behind it. */
function next(tokens: readonly Token[], at: number, depth: number, found: Piece[]): number {
  const token = tokens[at];
  if (token.kind === "sub" || token.kind === "sup") return script(tokens, at, depth, found);
  if (token.kind === "command") return command(tokens, at, depth, found);
  if (token.kind === "open") {
    const group = readArgument(tokens, at);
    if (group) found.push(...pieces(group.tokens, depth + 1));
    return group?.next ?? at + 1;
  }
  const piece = simple(token);
  if (piece) found.push(piece);
  return at + 1;
}

function simple({ kind, text, side, spaced }: Token): Piece | undefined {
  if (kind === "close") return undefined;
  if (kind === "begin") return { kind: "open", text: BRACKETS[text]?.[0] ?? "(" };
  if (kind === "end") return { kind: "close", text: BRACKETS[text]?.[1] ?? ")" };
  if (kind === "cell") return { kind: "comma", text: "," };
  if (kind === "row") return { kind: "comma", text: ";" };
  if (kind === "text") return { kind: "word", text: text.trim() };
  if (kind !== "symbol") return { kind: "ordinary", text, ...(text === "d" && spaced ? { apart: true } : {}) };
  if (side === "open") return { kind: "open", text };
  if (side === "close") return { kind: "close", text };
  return { kind: SYMBOLS[text] ?? "ordinary", text: text === "-" ? "−" : text === "'" ? "′" : text === "*" ? "·" : text };
}

const SYMBOLS: Readonly<Record<string, Kind>> = {
  "+": "binary",
  "-": "binary",
  "*": "binary",
  "=": "relation",
  "<": "relation",
  ">": "relation",
  ":": "relation",
  ",": "comma",
  ";": "comma",
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
};

const BRACKETS: Readonly<Record<string, readonly [string, string]>> = {
  bmatrix: ["[", "]"],
  Bmatrix: ["{", "}"],
  vmatrix: ["|", "|"],
  Vmatrix: ["‖", "‖"],
  cases: ["{", "}"],
  aligned: ["", ""],
  align: ["", ""],
  array: ["", ""],
};

/** Arguments that are read together with a command. */
function command(tokens: readonly Token[], at: number, depth: number, found: Piece[]): number {
  const name = tokens[at].text;
  const one = () => readArgument(tokens, at + 1);
  const read = (part: readonly Token[]) => pieces(part, depth + 1);
  if (/^[dtc]?frac$/.test(name)) {
    const over = one();
    const under = over && readArgument(tokens, over.next);
    if (over && under) found.push({ kind: "ratio", text: `${factor(read(over.tokens), true)}/${factor(read(under.tokens), false)}` });
    return under?.next ?? at + 1;
  }
  if (/^[dt]?binom$/.test(name)) {
    const top = one();
    const bottom = top && readArgument(tokens, top.next);
    if (top && bottom) found.push({ kind: "ordinary", text: `C(${joined(read(top.tokens))}, ${joined(read(bottom.tokens))})` });
    return bottom?.next ?? at + 1;
  }
  if (name === "sqrt") {
    const index = readOption(tokens, at + 1);
    const inner = readArgument(tokens, index?.next ?? at + 1);
    const order = index ? joined(read(index.tokens)) : "2";
    const sign = order === "2" ? "√" : order === "3" ? "∛" : `${raised(order) ?? `${order}th root of `}√`;
    if (inner) found.push({ kind: "ordinary", text: `${sign}${factor(read(inner.tokens), false)}` });
    return inner?.next ?? at + 1;
  }
  const mark = ACCENTS[name];
  const style = STYLES.test(name) || mark !== undefined ? one() : undefined;
  if (style) {
    const inside = joined(read(style.tokens), true);
    const isLetter = [...inside].length === 1;
    const text = mark ? (isLetter ? inside + mark : `${inside}${mark}`) : name === "mathbb" ? (DOUBLE[inside] ?? inside) : inside;
    found.push({ kind: name === "operatorname" || (!isLetter && name === "mathrm") ? "word" : "ordinary", text });
    return style.next;
  }
  const piece = sign(tokens[at]);
  if (piece) found.push(piece);
  return at + 1;
}

const STYLES = /^(operatorname\*?|math(rm|bf|bb|cal|scr|frak|sf|it|tt|bfit)|boldsymbol|bm|bold|pmb|mathnormal|boxed|cancel|underline|underbrace|overbrace)$/;
const ACCENTS: Readonly<Record<string, string>> = {
  hat: "\u0302",
  widehat: "\u0302",
  bar: "\u0304",
  overline: "\u0304",
  tilde: "\u0303",
  widetilde: "\u0303",
  dot: "\u0307",
  ddot: "\u0308",
  vec: "\u20d7",
};
const DOUBLE: Readonly<Record<string, string>> = { R: "ℝ", N: "ℕ", Z: "ℤ", Q: "ℚ", C: "ℂ", P: "ℙ", E: "𝔼" };

/** A command that stands alone. */
function sign({ text: name, side }: Token): Piece | undefined {
  if (/^(quad|qquad|nulldelim)$/.test(name)) return undefined;
  if (/^(mid|vert|lvert|rvert)$/.test(name)) return { kind: name === "mid" ? "relation" : "ordinary", text: "|" };
  if (/^(\||Vert|lVert|rVert)$/.test(name)) return { kind: "ordinary", text: "‖" };
  const text = OTHERS[name] ?? characterFor(name) ?? name;
  if (/^(\{|langle|lfloor|lceil|lbrace)$/.test(name) || side === "open") return { kind: "open", text };
  if (/^(\}|rangle|rfloor|rceil|rbrace)$/.test(name) || side === "close") return { kind: "close", text };
  if (/^(cdot|times|pm|mp|div|ast|circ|otimes|oplus|cup|cap|setminus|wedge|vee)$/.test(name)) return { kind: "binary", text };
  if (/^(sum|prod|int|iint|iiint|oint|lim|limsup|liminf|bigcup|bigcap)$/.test(name)) return { kind: "large", text };
  if (/^(infty|partial|nabla|ldots|cdots|dots|emptyset|ell|sqrt|forall|exists|neg|top|prime|angle)$/.test(name) || name.length === 1)
    return { kind: "ordinary", text };
  if (characterFor(name) && !/^\p{L}$/u.test(text)) return { kind: "relation", text };
  return { kind: characterFor(name) ? "ordinary" : (RELATIONS.test(name) && "relation") || "word", text };
}
const OTHERS: Readonly<Record<string, string>> = {
  le: "≤",
  ge: "≥",
  ne: "≠",
  leqslant: "≤",
  geqslant: "≥",
  lt: "<",
  gt: ">",
  gets: "←",
  rightarrow: "→",
  longrightarrow: "→",
  implies: "⇒",
  iff: "⇔",
  dots: "…",
  dotsc: "…",
  dotsb: "⋯",
  iiint: "∭",
  ast: "∗",
  setminus: "∖",
  prime: "′",
  lbrace: "{",
  rbrace: "}",
  varnothing: "∅",
  hbar: "ħ",
};
const RELATIONS = /^(le|ge|ne|leqslant|geqslant|lt|gt|gets|rightarrow|longrightarrow|implies|iff)$/;

/** A subscript or a superscript, onto the piece before it. */
function script(tokens: readonly Token[], at: number, depth: number, found: Piece[]): number {
  const isAbove = tokens[at].kind === "sup";
  // x^\\mathrm{T}: a style goes with its letters
  const styled = tokens[at + 1]?.kind === "command" && STYLES.test(tokens[at + 1].text) && tokens[at + 2]?.kind === "open";
  const argument = readArgument(tokens, styled ? at + 2 : at + 1);
  if (!argument) return at + 1;
  const inner = joined(pieces(argument.tokens, depth + 1), true);
  const last = found.pop() ?? { kind: "ordinary", text: "" };
  const base = last.kind === "ratio" ? `(${last.text})` : last.text;
  const kind = last.kind === "ratio" ? "ordinary" : last.kind;
  found.push({ kind, text: base + (isAbove ? above(inner, last.kind) : `_${bracketed(inner)}`) });
  return argument.next;
}

function above(inner: string, kind: Kind): string {
  if (/^′+$/.test(inner) || inner === "·" || inner === "∗") return inner === "·" ? "*" : inner;
  if (/^(top|⊤|T|intercal)$/.test(inner)) return "ᵀ";
  // e^(2t) is not e²t
  return (kind !== "large" && inner.length <= 3 && raised(inner)) || (/^\d+\p{L}/u.test(inner) ? `^(${inner})` : `^${bracketed(inner)}`);
}

const bracketed = (text: string): string => (/^[\p{L}\p{M}\p{N}∞′*†]+$/u.test(text) || /^−?\d+$/.test(text) ? text : `(${text})`);

/** A part of a fraction or what stands under a root: bracketed where it would be torn apart. */
function factor(parts: readonly Piece[], isOver: boolean): string {
  const text = joined(parts);
  if (parts.length === 1 && parts[0].kind !== "ratio") return text;
  const sums = parts.some((p, i) => (p.kind === "binary" && (i > 0 || !isOver)) || p.kind === "relation" || p.kind === "ratio");
  // p(1 − p) is rather a product
  const isCall = parts.length > 2 && parts[1].kind === "open" && closesAt(parts, 1) === parts.length - 1 && !parts.slice(2).some((p) => p.kind === "binary");
  return (isOver && !sums) || (isCall && parts[0].kind === "ordinary") || (parts[0].kind === "open" && closesAt(parts, 0) === parts.length - 1)
    ? text
    : `(${text})`;
}

function closesAt(parts: readonly Piece[], open: number): number {
  let depth = 0;
  for (let at = open; at < parts.length; at++) {
    if (parts[at].kind === "open") depth++;
    else if (parts[at].kind === "close" && --depth === 0) return at;
  }
  return -1;
}

/** The pieces in a row; `tight` without spaces around signs, as in an exponent. */
function joined(parts: readonly Piece[], tight = false): string {
  let text = "";
  parts.forEach((_, at) => {
    text += between(parts, at, tight) + shown(parts, at);
  });
  return text.replace(/\s+/g, " ").trim();
}

const isFactor = (piece: Piece | undefined): boolean => piece !== undefined && !/^(binary|relation|comma)$/.test(piece.kind);

/** A fraction beside a factor stands in brackets. */
function shown(parts: readonly Piece[], at: number): string {
  const { kind, text } = parts[at];
  const [before, after] = [parts[at - 1], parts[at + 1]];
  const isTorn = (isFactor(before) && before.kind !== "open" && before.kind !== "large") || (isFactor(after) && after.kind !== "close");
  return kind === "ratio" && isTorn ? `(${text})` : text;
}

/** The space before a piece. */
function between(parts: readonly Piece[], at: number, tight: boolean): string {
  const [before, here] = [parts[at - 1], parts[at]];
  if (!before) return "";
  if (here.kind === "binary" || before.kind === "binary")
    return tight || isUnary(parts, before.kind === "binary" ? at - 1 : at) ? unarySpace(parts, at, tight) : " ";
  if (here.kind === "relation" || before.kind === "relation") return tight ? "" : " ";
  if (before.kind === "comma") return tight ? "" : " ";
  if (here.kind === "comma" || here.kind === "close" || before.kind === "open") return "";
  if (here.kind === "word" || here.kind === "large") return " ";
  if (before.kind === "word") return here.kind === "open" || here.kind === "ratio" ? "" : " ";
  if (before.kind === "large" || here.apart || (/[_^][\p{L}\p{M}\p{N}]+$/u.test(before.text) && here.kind === "ordinary")) return " ";
  return /\d$/.test(before.text) && /^\d/.test(here.text) ? "·" : "";
}

/** A sign that begins a sum. */
const isUnary = (parts: readonly Piece[], at: number): boolean => at === 0 || /^(binary|relation|open|comma|large)$/.test(parts[at - 1].kind);

/** Around a unary sign only what stands before it is set apart. */
function unarySpace(parts: readonly Piece[], at: number, tight: boolean): string {
  if (tight || parts[at].kind !== "binary") return "";
  return /^(relation|comma|large|binary)$/.test(parts[at - 1].kind) ? " " : "";
}
