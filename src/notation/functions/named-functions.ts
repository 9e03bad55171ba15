/** Reads a name with its subscripts, superscripts and arguments as the function that mathematics calls so. */
import type { Parser } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { readArguments } from "../names/arguments";
import type { LetterMeaning } from "../names/letters";
import { split } from "../split";

/** What stands around a name. */
interface Shape {
  readonly subs: readonly Expr[];
  /** The subscript as it is written, where it is one sign. */
  readonly label: string;
  /** Superscripts in parentheses: indices or the order of a derivative. */
  readonly uppers: readonly Expr[];
  /** A plain superscript: a power or an index. */
  readonly sup?: Expr;
  /** A star, a plus or a minus. */
  readonly mark: string;
  readonly primes: number;
  readonly args?: readonly Expr[];
  readonly bracket: string;
}

const parenthesised = (tokens: readonly Token[]): boolean => tokens.length >= 3 && tokens[0].text === "(" && tokens[tokens.length - 1].text === ")";
const isMark = (tokens: readonly Token[]): boolean => tokens.length === 1 && /^(\*|ast|star|\+|-|pm)$/.test(tokens[0].text);
const isPrime = (t: Token): boolean => t.text === "prime" || t.text === "'";

/** The indices in a subscript: at commas, of a pair in parentheses, and, where `pairs`, of two letters or digits side by side. */
const indicesOf = (inside: readonly Token[], pairs: boolean): readonly (readonly Token[])[] =>
  pairs && inside.length === 2 && inside.every((t) => t.kind === "letter" || /^\d$/.test(t.text))
    ? inside.map((t) => [t])
    : split(parenthesised(inside) && inside.some((t) => t.text === ",") ? inside.slice(1, -1) : inside, ",");

/** Scripts in any order, then arguments in parentheses. Undefined where a script is none that a function has. */
function shapeAt(p: Parser, pairs: boolean): Shape | undefined {
  const subs: Expr[] = [];
  let label = "";
  let uppers: readonly Expr[] = [];
  let sup: Expr | undefined;
  let [mark, primes] = ["", 0];
  for (;;) {
    const token = p.cursor.peek();
    if (token?.kind === "sub" && subs.length === 0) {
      p.cursor.next();
      const inside = p.cursor.argument();
      if (inside.length === 0 || inside.some((t) => t.kind === "text")) return undefined;
      if (inside.length === 1) label = inside[0].text;
      subs.push(...indicesOf(inside, pairs).map((part) => p.inner(part, token)));
    } else if (token?.kind === "symbol" && /^['′’]$/.test(token.text)) {
      p.cursor.next();
      primes++;
    } else if (token?.kind === "sup") {
      p.cursor.next();
      const inside = p.cursor.argument();
      if (inside.length > 0 && inside.every(isPrime)) primes += inside.length;
      else if (isMark(inside) && mark === "") mark = `^{${/ast|star/.test(inside[0].text) ? "*" : inside[0].text}}`;
      else if (parenthesised(inside) && uppers.length === 0) uppers = split(inside.slice(1, -1), ",").map((part) => p.inner(part, token));
      else if (!sup) sup = p.inner(inside, token);
      else return undefined;
    } else break;
  }
  const open = p.cursor.is("symbol", "(") || p.cursor.is("symbol", "[");
  const read = open ? readArguments(p) : undefined;
  return { subs, label, uppers, ...(sup ? { sup } : {}), mark, primes, ...(read ? { args: read.args } : {}), bracket: read?.bracket ?? "" };
}

/** P_{sa}(t): two letters side by side are two indices, and no whole number. */
const areTwo = (e: Expr | undefined, slot: string): boolean =>
  slot.startsWith("s") && e?.op === "mul" && e.data?.style === "juxtaposed" && e.args.every((a) => a.op === "symbol");

function fits(m: LetterMeaning, s: Shape): boolean {
  const order = s.uppers.length - m.uppers;
  const args = m.args === 0 ? s.args === undefined || s.bracket === "(" : s.args?.length === m.args;
  return (
    m.subs === s.subs.length &&
    m.order.every((slot, i) => !m.whole.includes(i) || !areTwo(s.subs[Number(slot.slice(1))], slot)) &&
    args &&
    (order === 0 || (m.uppers === 0 && order === 1 && m.args > 0)) &&
    (!m.sup || s.sup !== undefined)
  );
}

/** The meanings of a name; of R_F the subscript belongs to the name. */
function lookUp(
  name: string,
  shape: Shape,
  meanings: ReadonlyMap<string, readonly LetterMeaning[]>,
): { shape: Shape; all: readonly LetterMeaning[] } | undefined {
  const label = shape.subs.length === 1 && shape.label ? meanings.get(`${name}_${shape.label}`) : undefined;
  const all = label ?? meanings.get(`${name}${shape.mark}`);
  return all && { shape: label ? { ...shape, subs: [] } : shape, all };
}

/** Those that fit what stands there: with arguments rather than without, an index rather than the order of a derivative. */
function fitting(all: readonly LetterMeaning[], shape: Shape): readonly LetterMeaning[] {
  const fit = all.filter((m) => fits(m, shape));
  const applied = fit.some((m) => m.args > 0) ? fit.filter((m) => m.args > 0) : fit;
  return applied.some((m) => m.uppers === shape.uppers.length) ? applied.filter((m) => m.uppers === shape.uppers.length) : applied;
}

/** What a name in front of the cursor means with what follows it, by the choice that the reading makes; undefined, with the cursor put back, where it means nothing. */
export function namedFunction(p: Parser, name: string, meanings: ReadonlyMap<string, readonly LetterMeaning[]>, start: number): Expr | undefined {
  const place = p.cursor.position;
  const found = shapeAt(p, name === "\\delta");
  const known = found && lookUp(name, found, meanings);
  const usable = known ? fitting(known.all, known.shape) : [];
  const key = `${name}${found?.mark}/${found?.subs.length}/${found?.uppers.length}/${usable[0]?.args}`;
  const meaning = usable[p.reading.named?.get(key) ?? 0];
  if (!known || !meaning) {
    p.cursor.seek(place);
    return undefined;
  }
  if (meaning.args === 0 && known.shape.args) {
    // the parenthesis behind a number is a factor
    p.cursor.seek(place);
    scriptsOnly(p);
  }
  return built(meaning, known.shape, p.cursor.since(start), key, usable.length);
}

function scriptsOnly(p: Parser): void {
  while (p.cursor.is("sub") || p.cursor.is("sup") || p.cursor.is("symbol", "'")) if (p.cursor.next().kind !== "symbol") p.cursor.argument();
}

function built(m: LetterMeaning, s: Shape, span: Expr["span"], key: string, choices: number): Expr {
  const pick = (slot: string): Expr => {
    const at = Number(slot.slice(1));
    if (slot[0] === "s") return s.subs[at];
    if (slot[0] === "u") return s.uppers[at];
    if (slot[0] === "p") return s.sup as Expr;
    if (slot[0] === "a") return (s.args as readonly Expr[])[at];
    return node("number", [], span, slot);
  };
  const args = m.order.map(pick);
  const by = m.order.indexOf("a0");
  const order = s.uppers.length > m.uppers ? s.uppers[0] : s.primes > 0 ? node("number", [], span, String(s.primes)) : undefined;
  const call = node("special", order ? [...args, order] : args, span, m.special, {
    key,
    choices,
    says: m.says,
    whole: m.whole.map(String),
    ...(order ? { order: true, by } : {}),
  });
  return s.sup && !m.sup ? node("pow", [call, s.sup], span, undefined, { functionPower: true }) : call;
}
