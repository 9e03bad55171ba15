/** What an integral is taken by: the d behind it, and its name or expression. */
import type { Cursor } from "../../expression/cursor";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { readBase, SYMBOL_COMMANDS } from "../names/name-letters";
import { decorated, readDecorations } from "../names/name-marks";

/** What is taken by stands behind the `d` of a differential: a name, or an expression in parentheses. */
export function differential(p: Parser, start: number): Expr | undefined {
  if (!isDifferential(p.cursor, start)) return undefined;
  const times = p.cursor.take("sup") ? dimension(p) : undefined;
  const next = p.cursor.next();
  if (next.kind === "open" || next.text === "(") {
    p.cursor.seek(p.cursor.position - 1);
    const inside = next.kind === "open" ? p.inner(p.cursor.argument(), next) : p.expression(POWER.power);
    return node("differential", [inside], p.cursor.since(start));
  }
  const inner = readBase(p, next);
  if (inner === undefined) return undefined;
  const marks = readDecorations(p);
  const place = p.cursor.since(start);
  const by = decorated(inner, marks, place);
  return node("differential", [times ? { ...by, data: { ...by.data, dimension: times } } : by], place);
}

/** The n of `d^n x`. */
function dimension(p: Parser): string {
  const first = p.cursor.next();
  if (first.kind !== "open") return first.text;
  const { text } = p.cursor.next();
  p.cursor.next();
  return text;
}

/** Where a name stands behind the d: at once, or behind the number of its entries, one token or one in braces. */
function nameAt({ tokens }: Cursor, at: number): number {
  if (tokens[at + 1]?.kind !== "sup") return at + 1;
  const single = tokens[at + 2]?.kind === "open" ? at + 3 : at + 2;
  if (!/^(letter|number)$/.test(tokens[single]?.kind ?? "")) return -1;
  if (single === at + 2) return at + 3;
  return tokens[at + 4]?.kind === "close" ? at + 5 : -1;
}

/** Whether a differential stands at `at`: a letter d with a name or a parenthesis behind it, d^n x with the number of its entries between. */
export function isDifferential(cursor: Cursor, at: number): boolean {
  const [d, next] = [cursor.tokens[at], cursor.tokens[nameAt(cursor, at)]];
  if (d?.kind !== "letter" || d.text !== "d" || !next) return false;
  return (
    next.kind === "letter" ||
    next.kind === "open" ||
    (next.kind === "symbol" && next.text === "(") ||
    (next.kind === "command" && SYMBOL_COMMANDS.has(next.text))
  );
}
