/** Names: letters with accents, fonts, primes and subscripts, read as one symbol; and names that apply to arguments. */
import { type Cursor, spell } from "../expression/cursor";
import { type Parser, POWER, type Prefix } from "../expression/parser";
import { type Expr, failure, node, some } from "../expression/tree";
import type { Token } from "../latex/tokens";
import { readArguments } from "./arguments";
import { LETTERS } from "./letters";
import { namedFunction } from "./named-functions";
import { spectralArgument, spectralMark } from "./spectra";
import { split } from "./split";
import { wordName } from "./word-names";

const GREEK =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi piparameter varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar imath jmath wp aleph".split(
    " ",
  );
const FONTS = new Set(
  "mathbf mathcal mathrm mathsf mathit mathfrak mathscr mathbb boldsymbol bm pmb bold vec hat bar tilde widehat widetilde dot ddot check breve acute grave mathring overrightarrow vect vector mathtt textbf textit rm bf cal frak scr".split(
    " ",
  ),
);
const ACCENTS = new Set("overline underline".split(" "));
/** Commands that begin a symbol. */
export const SYMBOL_COMMANDS: ReadonlySet<string> = new Set([
  ...GREEK,
  ...FONTS,
  ...ACCENTS,
  "nabla",
  "partial",
  "operatorname",
  "operatorname*",
  "emptyset",
  "square",
  "Box",
  "star",
  "prime",
]);

const INDEX_PAIR = /^[a-z0-9]{2}$/;
const INDEX_TRIPLE = /^[ijklmn0-9]{3}$/;

/** Reads the base of a name: `x`, `\alpha`, `\hat{x}`, `\mathbf{w}`; undefined where the command wraps no name. */
function base(p: Parser, token: Token): string | undefined {
  if (token.kind === "letter") return wordName(p, token) ?? token.text + segment(p, token);
  if (token.text === "mathrm" || token.text === "operatorname" || token.text === "operatorname*") {
    const inside = spell(p.cursor.argument()).replace(/\\mathstrut|\s/g, "");
    return /^[a-zA-Z]$/.test(inside) ? inside : `\\mathrm{${inside}}`;
  }
  if (FONTS.has(token.text) || ACCENTS.has(token.text)) {
    const start = p.cursor.position;
    const next = p.cursor.peek();
    const nested = next?.kind === "command" && FONTS.has(next.text) && p.cursor.is("open", undefined, 1) ? base(p, p.cursor.next()) : undefined;
    const inside = nested === undefined ? p.cursor.argument() : [];
    const flat = nested ?? flatten(inside);
    if (flat === undefined) {
      p.cursor.seek(start);
      return undefined;
    }
    return `\\${token.text === "bm" || token.text === "pmb" || token.text === "bold" || token.text === "boldsymbol" || token.text === "vect" || token.text === "bf" ? "mathbf" : token.text === "overline" ? "bar" : token.text}{${flat}}`;
  }
  // an increment is one name: \Delta x
  if (token.text === "Delta" && p.cursor.is("letter")) return `\\Delta ${p.cursor.next().text}`;
  return `\\${token.text}`;
}

/** The second capital of a segment, in a geometric text: AB, but neither ABC nor A B. */
function segment(p: Parser, token: Token): string {
  const [next, after] = [p.cursor.peek(), p.cursor.peek(1)];
  const capital = (t: Token | undefined): boolean => t?.kind === "letter" && /^[A-Z]$/.test(t.text);
  if (!p.reading.functions.has("@segments") || !capital(token) || !capital(next) || next?.spaced || (capital(after) && !after?.spaced)) return "";
  if (after?.kind === "sub") return "";
  return p.cursor.next().text;
}

/** A short name under an accent; not an expression such as `\overline{z + w}`. */
function flatten(tokens: readonly Token[]): string | undefined {
  if (tokens.length === 0) return undefined;
  const ok = tokens.every(
    (t) =>
      t.kind === "letter" ||
      t.kind === "open" ||
      t.kind === "close" ||
      t.kind === "number" ||
      t.kind === "sub" ||
      (t.kind === "command" && (SYMBOL_COMMANDS.has(t.text) || t.text === "imath" || t.text === "jmath")),
  );
  const letters = tokens.filter((t) => t.kind === "letter" || (t.kind === "command" && !FONTS.has(t.text)));
  if (!ok || letters.length === 0 || (letters.length > 1 && !tokens.some((t) => t.kind === "sub")))
    return ok && letters.length > 1 && letters.every((t) => t.kind === "letter" && /[A-Z]/.test(t.text))
      ? spell(tokens)
      : letters.length > 1 && ok && letters.length > 2 && letters.every((t) => t.kind === "letter")
        ? spell(tokens)
        : undefined;
  return spell(tokens);
}

/** The parts of a subscript: indices as expressions, or a label that belongs to the name. */
function subscripts(p: Parser, tokens: readonly Token[], at: Token): { label?: string; indices: Expr[] } {
  if (tokens.length === 0) return { label: "", indices: [] };
  const dotted = dottedSubscripts(p, tokens, at);
  if (dotted) return dotted;
  const text = tokens.map((t) => (t.kind === "letter" || t.kind === "number" ? t.text : "\\")).join("");
  if (
    tokens.every((t) => t.kind === "letter" || t.kind === "number") &&
    (text.length === 1 || /^\d+$/.test(text) || INDEX_PAIR.test(text) || INDEX_TRIPLE.test(text))
  ) {
    const parts = /^\d+$/.test(text) ? [text] : [...text];
    const alone = tokens.length === parts.length;
    return {
      indices: parts.map((part, i) =>
        node(/\d/.test(part) ? "number" : "symbol", [], alone ? tokens[i] : { from: tokens[0].from, to: tokens[tokens.length - 1].to }, part),
      ),
    };
  }
  if (
    tokens.some((t) => t.kind === "text") ||
    (/^[a-zA-Z\\]{2,}$/.test(text) && tokens.every((t) => t.kind === "letter")) ||
    tokens.some((t) => t.kind === "command" && (t.text === "mathrm" || t.text === "operatorname" || t.text === "max" || t.text === "min"))
  )
    return { label: spell(tokens), indices: [] };
  const indices = split(pairOf(tokens), ",").map((part) => p.inner(part, at));
  return indices.some((e) => e.op === "relation" || some(e, (n) => n.op === "error")) ? { label: spell(tokens), indices: [] } : { indices };
}

/** `x_{(i, j)}`: a pair of indices is two of them. */
function pairOf(tokens: readonly Token[]): readonly Token[] {
  const inside = tokens.slice(1, -1);
  const whole = tokens[0]?.text === "(" && tokens[tokens.length - 1]?.text === ")" && !inside.some((t) => t.text === "(" || t.text === ")");
  return whole && inside.some((t) => t.kind === "symbol" && t.text === ",") ? inside : tokens;
}

/** `n_{i\\bullet}`, `\\bar y_{i\\cdot\\cdot}`, `x_{\\cdot j}`: dots stand for what was summed over; the pattern of dots belongs to the name. */
function dottedSubscripts(p: Parser, tokens: readonly Token[], at: Token): { label: string; indices: Expr[] } | undefined {
  const parts = tokens.filter((t) => !(t.kind === "symbol" && t.text === ","));
  const isDot = (t: Token, i: number): boolean =>
    (t.kind === "command" && (t.text === "bullet" || (t.text === "cdot" && !(parts[i - 1]?.kind === "number" && parts[i + 1]?.kind === "number")))) ||
    (t.kind === "symbol" && /^[.+]$/.test(t.text) && (i === 0 || i === parts.length - 1));
  if (!parts.some(isDot) || parts.length > 4 || !parts.every((t, i) => isDot(t, i) || t.kind === "letter" || t.kind === "number")) return undefined;
  const pattern = parts.map((t, i) => (isDot(t, i) ? "\\bullet" : "\\circ")).join("");
  return { label: `_{${pattern}}`, indices: parts.filter((t, i) => !isDot(t, i)).map((t) => p.inner([t], at)) };
}

interface Decorations {
  label: string;
  indices: Expr[];
  marks: string;
  primes: number;
  /** `f^{(n)}`: the order as an expression. */
  order?: Expr;
}

/** Reads what hangs on a name: subscripts, primes, and superscripts that are marks (a star, a dagger, a number in parentheses). */
function decorations(p: Parser, adjoints = false): Decorations {
  const found: Decorations = { label: "", indices: [], marks: "", primes: 0 };
  for (;;) {
    const start = p.cursor.position;
    const token = p.cursor.peek();
    if (token?.kind === "sub") {
      p.cursor.next();
      const { label, indices } = subscripts(p, p.cursor.argument(), token);
      if (label !== undefined) found.label += label.startsWith("_{") ? label : `_{${label}}`;
      found.indices.push(...indices);
    } else if (token?.kind === "symbol" && (token.text === "'" || token.text === "′" || token.text === "’") && !p.reading.functions.has("'T")) {
      p.cursor.next();
      found.primes++;
    } else if (token?.kind === "sup") {
      p.cursor.next();
      const inside = p.cursor.argument();
      if (inside.length > 0 && inside.every((t) => (t.kind === "command" && t.text === "prime") || (t.kind === "symbol" && t.text === "'")))
        found.primes += inside.length;
      else if (isMark(inside) && !(adjoints && isStar(inside))) found.marks += `^{${spell(inside)}}`;
      else if (isParenthesised(inside)) found.order = p.inner(inside.slice(1, -1), token);
      else {
        p.cursor.seek(start);
        return found;
      }
    } else return found;
  }
}

const isStar = (tokens: readonly Token[]): boolean => tokens.length === 1 && /^(\*|ast|star|dagger)$/.test(tokens[0].text);
const isMark = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 &&
  ((tokens[0].kind === "symbol" && /[*+]/.test(tokens[0].text)) ||
    (tokens[0].kind === "command" && /^(star|ast|dagger|ddagger|circledast)$/.test(tokens[0].text)) ||
    tokens[0].kind === "text");
const isParenthesised = (tokens: readonly Token[]): boolean =>
  tokens.length >= 3 && tokens[0].text === "(" && tokens[tokens.length - 1].text === ")" && tokens.length <= 6;

/** What is taken by stands behind the `d` of a differential: a name, or an expression in parentheses. */
function differential(p: Parser, token: Token, start: number): Expr | undefined {
  if (!isDifferential(p.cursor, start)) return undefined;
  void token;
  const next = p.cursor.next();
  if (next.kind === "open" || next.text === "(") {
    p.cursor.seek(p.cursor.position - 1);
    const inside = next.kind === "open" ? p.inner(p.cursor.argument(), next) : p.expression(POWER.power);
    return node("differential", [inside], p.cursor.since(start));
  }
  const inner = base(p, next);
  if (inner === undefined) return undefined;
  const marks = decorations(p);
  const place = p.cursor.since(start);
  return node("differential", [named(inner, marks, place)], place);
}

/** Whether a differential stands at `at`: a letter d with a name or a parenthesis behind it. */
export function isDifferential(cursor: Cursor, at: number): boolean {
  const [d, next] = [cursor.tokens[at], cursor.tokens[at + 1]];
  if (d?.kind !== "letter" || d.text !== "d" || !next) return false;
  return (
    next.kind === "letter" ||
    next.kind === "open" ||
    (next.kind === "symbol" && next.text === "(") ||
    (next.kind === "command" && SYMBOL_COMMANDS.has(next.text))
  );
}

function named(name: string, d: Decorations, span: Expr["span"]): Expr {
  const full = `${name}${d.label}${d.marks}${d.order ? `^{(${plain(d.order)})}` : ""}${"'".repeat(d.primes)}`;
  return d.indices.length ? node("indexed", d.indices, span, full) : node("symbol", [], span, full);
}

const plain = (e: Expr): string => e.name ?? e.args.map(plain).join(e.op);

/** Reads a symbol, an application of a function to arguments, or a differential. */
export const readName: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  if (p.integrals > 0) {
    const d = differential(p, token, start);
    if (d) return d;
    p.cursor.seek(start + 1);
  }
  if (p.reading.named) {
    const letter = base(p, token);
    const e = letter === undefined ? undefined : namedFunction(p, letter, LETTERS, start);
    if (e) return e;
    p.cursor.seek(start + 1);
  }
  const written = isResidual(p, token) ? "\\mathit{e}" : base(p, token);
  const inner = /^(\\(?:vec|mathbf|hat|bar|tilde|overrightarrow)\{(?:[a-zA-Z]|\\[a-z]+))_\{?(\w|\\[a-z]+)\}?\}$/.exec(written ?? "");
  const name = inner ? `${inner[1]}}` : written;
  if (name === undefined) return token.text === "bar" || token.text === "overline" ? conjugate(p, start) : wrapped(p, start);
  const marks = decorations(p, p.reading.functions.has("^*") && /^([A-Z]|\\(mathbf|vec)\{.*)$/.test(name));
  // \vec{w_1} is \vec{w}_1
  if (inner) marks.indices.unshift(node(/\d/.test(inner[2]) ? "number" : "symbol", [], token, inner[2]));
  const span = p.cursor.since(start);
  const symbol = named(name, marks, span);
  const applied = appliesHere(p, name, marks, symbol)
    ? application(p, name, marks, start)
    : (powerOfValue(p, name, marks, symbol, start) ?? inverseValue(p, name, marks, symbol, start));
  return applied ?? spectrum(p, symbol, start) ?? symbol;
};

/** A function with its arguments, which stand at the cursor. */
function application(p: Parser, name: string, marks: Decorations, start: number): Expr | undefined {
  const span = p.cursor.since(start);
  const args = readArguments(p);
  if (!args) return undefined;
  // p_0 and p_\\theta are names of their own; f_n(x) is a sequence of functions
  const sequence = marks.indices.length > 0 && marks.indices.every((i) => (i.op === "symbol" && /^[ijklmn]$/.test(i.name ?? "")) || i.op === "add");
  const label = sequence || marks.indices.length === 0 ? "" : `_{${marks.indices.map(plain).join(",")}}`;
  const indices = sequence ? marks.indices : [];
  const order = marks.order ?? (marks.primes ? node("number", [], span, String(marks.primes)) : undefined);
  return node("apply", [...args.args, ...indices, ...(order ? [order] : [])], p.cursor.since(start), `${name}${label}${marks.label}${marks.marks}`, {
    split: args.split,
    indices: indices.length,
    order: order !== undefined,
    bracket: args.bracket,
    bound: args.separators,
  });
}

/** `f^2(x)`: the power of the value, as of `\\sin^2 x`; f(f(x)) where powers of functions are iterates. */
function powerOfValue(p: Parser, name: string, marks: Decorations, symbol: Expr, start: number): Expr | undefined {
  const [sup, power, open] = [p.cursor.peek(), p.cursor.peek(1), p.cursor.peek(2)];
  if (sup?.kind !== "sup" || power?.kind !== "number" || !/^[2-9]$/.test(power.text) || open?.kind !== "symbol" || open.text !== "(") return undefined;
  const before = p.cursor.position;
  p.cursor.seek(before + 2);
  const e = marks.order || !appliesHere(p, name, marks, symbol) ? undefined : application(p, name, marks, start);
  const plain = e?.args.length === 1 && /^(symbol|number|indexed)$/.test(e.args[0].op);
  // y^2(1 + x) is a product where y is a variable, too
  if (!e || (!plain && !ALWAYS.test(name))) {
    p.cursor.seek(before);
    return undefined;
  }
  if (p.reading.functionPower === "iterate" && e.args.length === 1)
    return Array.from({ length: Number(power.text) - 1 }).reduce<Expr>((inner) => ({ ...e, args: [inner] }), e);
  return node("pow", [e, node("number", [], power, power.text)], p.cursor.since(start), undefined, { functionPower: true });
}
/** `f^{-1}(y)`: the value of the inverse function. */
function inverseValue(p: Parser, name: string, marks: Decorations, symbol: Expr, start: number): Expr | undefined {
  const before = p.cursor.position;
  const [sup, open, minus, one, close] = p.cursor.tokens.slice(before, before + 5);
  if (sup?.kind !== "sup" || open?.kind !== "open" || !/^[-−]$/.test(minus?.text ?? "") || one?.text !== "1" || close?.kind !== "close") return undefined;
  p.cursor.seek(before + 5);
  const e = marks.order || marks.primes > 0 || !ALWAYS.test(name) || !appliesHere(p, name, marks, symbol) ? undefined : application(p, name, marks, start);
  // g^{-1}(ab) of a group
  if (e?.args.length === 1 && (/^[fF]$/.test(name) || /^(symbol|number|indexed|apply)$/.test(e.args[0].op))) return { ...e, name: `${e.name}^{-1}` };
  p.cursor.seek(before);
  return undefined;
}
/** Letters that are functions wherever they stand before a bracket. */
const ALWAYS = /^([fghFG]|\\(phi|varphi|psi|Phi|Psi))$/;

/** `X(j\\omega)` as one name. */
function spectrum(p: Parser, symbol: Expr, start: number): Expr | undefined {
  const inside = p.reading.functions.has(spectralMark(symbol.name ?? "")) ? spectralArgument(p.cursor.tokens, p.cursor.position) : undefined;
  if (!inside) return undefined;
  p.cursor.seek(p.cursor.position + inside.length + 2);
  return node("symbol", [], p.cursor.since(start), `${symbol.name}(${spell(inside)})`);
}

/** The letter e where the document defines it as a name of its own: not before an exponent. */
function isResidual(p: Parser, token: Token): boolean {
  if (token.kind !== "letter" || token.text !== "e" || !p.reading.functions.has("e:name")) return false;
  return !p.cursor.is("sup") || /^(T|top|intercal|mathsf|mathrm|transpose|open)$/.test(p.cursor.peek(1)?.text ?? "");
}

/** A font around an expression: the expression. */
function wrapped(p: Parser, start: number): Expr | undefined {
  const sign = p.cursor.tokens[start];
  const e = p.argument();
  if (e.op === "number" && /^(dot|overline|bar)$/.test(sign.text)) return failure("a repeating decimal", p.cursor.since(start));
  const bold = /^(mathbf|boldsymbol|bm|pmb|bold|vec|overrightarrow)$/.test(sign.text);
  // a bold zero or one is a vector of them; before a bracket it is the indicator of what stands there
  if (
    bold &&
    e.op === "number" &&
    (e.name === "0" || (e.name === "1" && !p.cursor.is("symbol", "(") && !p.cursor.is("symbol", "[") && !p.cursor.is("command", "{")))
  )
    return node("symbol", [], p.cursor.since(start), `\\mathbf{${e.name}}`, { braced: true });
  return { ...e, span: p.cursor.since(start), data: { ...e.data, braced: true } };
}
function conjugate(p: Parser, start: number): Expr {
  const e = p.argument();
  if (e.op === "number") return failure("a repeating decimal", p.cursor.since(start));
  return node("call", [e], p.cursor.since(start), "conj");
}

/** Whether a parenthesis after a name is its arguments, by the reading in force and by what stands inside. */
function appliesHere(p: Parser, name: string, marks: Decorations, symbol: Expr): boolean {
  const next = p.cursor.peek();
  if (!next || !(next.kind === "symbol" && (next.text === "(" || next.text === "["))) return false;
  if (next.text === "[" && !p.reading.functions.has(`${name}[`)) return false;
  const full = `${name}${marks.label}${marks.marks}`;
  if (p.reading.functions.has(`!${full}`) || isTerm(p, name, symbol) || (marks.primes === 0 && !marks.order && isOwnFactor(p, name))) return false;
  if (p.reading.functions.has(full) || p.reading.functions.has(name)) return true;
  if (marks.primes > 0 || marks.order) return /^\\?[a-zA-Z]+$/.test(name) && symbol.op === "symbol";
  return hasBar(p);
}

/** p_k before a sum in parentheses, where the document uses p_k as a number. */
function isTerm(p: Parser, name: string, symbol: Expr): boolean {
  const [index] = symbol.op === "indexed" && symbol.args.length === 1 ? symbol.args : [];
  if (!index || !p.reading.functions.has(`${name}_${index.name}#`)) return false;
  for (let ahead = 1, depth = 1; depth > 0; ahead++) {
    const token = p.cursor.peek(ahead);
    if (!token) return false;
    if (token.kind === "open" || (token.kind === "symbol" && /^[([]$/.test(token.text))) depth++;
    if (token.kind === "close" || (token.kind === "symbol" && /^[)\]]$/.test(token.text))) depth--;
    if (depth === 1 && token.kind === "symbol" && /^[,;|]$/.test(token.text)) return false;
    if (depth === 1 && token.kind === "symbol" && /^[+-]$/.test(token.text)) return true;
  }
  return false;
}

/** p(1 - p), y(y - 1): what stands in its own parenthesis as a number multiplies it. */
function isOwnFactor(p: Parser, name: string): boolean {
  let [bare, summed] = [false, false];
  for (let ahead = 1, depth = 1; depth > 0; ahead++) {
    const token = p.cursor.peek(ahead);
    if (!token) return false;
    if (token.kind === "open" || (token.kind === "symbol" && /^[([]$/.test(token.text))) depth++;
    if (token.kind === "close" || (token.kind === "symbol" && /^[)\]]$/.test(token.text))) depth--;
    if (token.kind === "symbol" && depth === 1 && /^[,;|]$/.test(token.text)) return false;
    if (token.kind === "command" && /^(mid|vert)$/.test(token.text)) return false;
    if (depth === 1 && token.kind === "symbol" && /^[+-]$/.test(token.text)) summed = true;
    if (depth === 1 && isLetter(token, name)) {
      const next = p.cursor.peek(ahead + 1);
      const ends = next?.kind === "symbol" && /^[-+)*/]$/.test(next.text);
      if (!ends && next?.kind !== "number" && !(next?.kind === "sup" && p.cursor.peek(ahead + 2)?.kind === "number")) return false;
      bare = true;
    }
  }
  return bare && summed;
}
const isLetter = (t: Token, name: string): boolean => (t.kind === "letter" && t.text === name) || (t.kind === "command" && `\\${t.text}` === name);

/** A bar, a comma or a semicolon inside the parenthesis that follows: only a function has such arguments. */
function hasBar(p: Parser): boolean {
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const token = p.cursor.peek(ahead);
    if (!token) return false;
    if (token.kind === "open" || (token.kind === "symbol" && "([".includes(token.text)) || token.kind === "begin") depth++;
    if (token.kind === "close" || (token.kind === "symbol" && ")]".includes(token.text)) || token.kind === "end") {
      if (--depth === 0) return false;
    }
    if (depth === 1 && ((token.kind === "command" && token.text === "mid") || (token.kind === "symbol" && /^[,;]$/.test(token.text)))) return true;
    if (depth === 1 && isCondition(p, ahead)) return true;
  }
}

/** The only bar between two brackets, no end of an evaluation: what stands behind it is a condition. */
function isCondition(p: Parser, ahead: number): boolean {
  const bar = (t: Token | undefined): boolean =>
    t !== undefined && ((t.kind === "symbol" && t.text === "|" && t.side === undefined) || (t.kind === "command" && t.text === "vert"));
  if (!bar(p.cursor.peek(ahead)) || p.cursor.is("sub", undefined, ahead + 1) || p.cursor.is("sup", undefined, ahead + 1) || ahead === 1) return false;
  let bars = 0;
  for (let at = 1, depth = 1; depth > 0; at++) {
    const token = p.cursor.peek(at);
    if (!token) return false;
    if (token.kind === "open" || (token.kind === "symbol" && "([".includes(token.text))) depth++;
    if (token.kind === "close" || (token.kind === "symbol" && ")]".includes(token.text))) depth--;
    if (bar(token)) bars++;
  }
  return bars === 1;
}

export const missingName = (p: Parser): Expr => failure("a name is missing", p.cursor.here());
