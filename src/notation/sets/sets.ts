/** Sets by a condition, `\{ (x, y) : 0 \le x \le 1 \}`, and the bounds that such a set or a product of intervals gives to its variables. */
import { hasSymbol } from "../../expression/occurrences";
import type { Parser } from "../../expression/parser";
import { type Expr, node, symbol } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { clauseTokens } from "../series/sum-index";

const opens = (t: Token): boolean =>
  t.kind === "open" || t.kind === "begin" || (t.kind === "symbol" && /^[([]$/.test(t.text)) || (t.kind === "command" && /^(\{|lbrace|langle)$/.test(t.text));
const closes = (t: Token): boolean =>
  t.kind === "close" || t.kind === "end" || (t.kind === "symbol" && /^[)\]]$/.test(t.text)) || (t.kind === "command" && /^(\}|rbrace|rangle)$/.test(t.text));
const isBar = (t: Token): boolean => (t.kind === "symbol" && /^[:|]$/.test(t.text)) || (t.kind === "command" && /^(mid|colon|vert)$/.test(t.text));

/** Which bar separates: the only colon or \\mid, beside which bars are those of absolute values; else the only bar, or the first of an odd number. */
function separator(tokens: readonly Token[], bars: readonly number[]): number | undefined {
  const signs = bars.filter((i) => tokens[i].text === ":" || /^(mid|colon)$/.test(tokens[i].text));
  return signs.length > 0 ? (signs.length === 1 ? signs[0] : undefined) : bars.length % 2 === 1 ? bars[0] : undefined;
}

/** Reads the inside of braces that were just opened, where a colon or a lone bar separates an element from its conditions. */
export function setByCondition(p: Parser, start: number): Expr | undefined {
  const { tokens, position } = p.cursor;
  const bars: number[] = [];
  let end = position;
  for (let depth = 0; end < tokens.length; end++) {
    if (closes(tokens[end]) && depth-- === 0) break;
    if (opens(tokens[end])) depth++;
    if (depth === 0 && isBar(tokens[end])) bars.push(end);
  }
  const at = separator(tokens, bars);
  if (end >= tokens.length || at === undefined || at === position) return undefined;
  const element = p.inner(tokens.slice(position, at), tokens[position]);
  const conditions = clauseTokens(tokens.slice(at + 1, end)).map((clause) => p.inner(clause, clause[0]));
  p.cursor.seek(end + 1);
  return node("set-of", [element, ...conditions], p.cursor.since(start));
}

export interface Bounds {
  readonly name: string;
  readonly low: Expr;
  readonly high: Expr;
}

/** The variables of a region with their bounds, outermost first; undefined where the set does not bound each of them from both sides. */
export function boundsOf(set: Expr, names: readonly string[]): Bounds[] | undefined {
  if (set.op === "mul" && set.data?.style === "times")
    return set.args.length === names.length && set.args.every(isInterval)
      ? set.args.map((interval, i) => ({ name: names[i], low: interval.args[0], high: interval.args[1] }))
      : undefined;
  if (set.op === "pow" && set.args[0].op === "symbol" && /^\\math(bb|bf)\{R\}$/.test(set.args[0].name ?? "") && set.args[1].name === String(names.length))
    return names.map(everywhere);
  if (set.op === "list" || set.op === "relation" || set.op === "and")
    return boundsOf(
      node(
        "set-of",
        [
          node(
            "tuple",
            names.map((n) => symbol(n, set.span)),
            set.span,
          ),
          ...(set.op === "list" ? set.args : [set]),
        ],
        set.span,
      ),
      names,
    );
  if (set.op !== "set-of") return undefined;
  const variables = set.args[0].op === "tuple" ? set.args[0].args : [set.args[0]];
  if (!variables.every((v) => v.op === "symbol")) return undefined;
  const found = variables.map((v) => between(v.name as string, set.args.slice(1)));
  return found.every((b) => b !== undefined) ? ordered(found as Bounds[]) : undefined;
}

const infinity = symbol("\\infty");
const everywhere = (name: string): Bounds => ({ name, low: node("neg", [infinity], infinity.span), high: infinity });

const isInterval = (e: Expr): boolean => e.op === "tuple" && e.args.length === 2 && e.data?.open !== "{" && e.data?.open !== "langle";

/** `a \le x \le b` among conditions. */
function between(name: string, conditions: readonly Expr[]): Bounds | undefined {
  for (const condition of conditions) {
    const chain = operands(condition);
    const at = chain?.findIndex((e) => e.op === "symbol" && e.name === name) ?? -1;
    if (chain && at > 0 && at < chain.length - 1) return { name, low: chain[at - 1], high: chain[at + 1] };
  }
  return undefined;
}

/** The operands of a chain that rises, smallest first. */
function operands(e: Expr): Expr[] | undefined {
  if (e.op === "relation" && /^[<>]=?$/.test(e.name ?? "")) return e.name?.startsWith("<") ? [...e.args] : [...e.args].reverse();
  if (e.op !== "and" || !e.data?.chain) return undefined;
  const [left, right] = [operands(e.args[0]), operands(e.args[1])];
  if (!left || !right) return undefined;
  return e.args[1].name?.startsWith("<") ? [...left, right[1]] : [right[0], ...left];
}

/** Sorted so that each bound speaks of earlier variables only. */
function ordered(all: readonly Bounds[]): Bounds[] | undefined {
  const done: Bounds[] = [];
  const rest = [...all];
  while (rest.length > 0) {
    const at = rest.findIndex((b) => !rest.some((other) => [b.low, b.high].some((e) => hasSymbol(e, other.name))));
    if (at < 0) return undefined;
    done.push(...rest.splice(at, 1));
  }
  return done;
}
