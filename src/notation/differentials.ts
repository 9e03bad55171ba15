/** What an integral is taken by: the d behind it, and its name or expression. */
import type { Cursor } from "../expression/cursor";
import { type Parser, POWER } from "../expression/parser";
import { type Expr, node } from "../expression/tree";
import { readBase, SYMBOL_COMMANDS } from "./name-letters";
import { decorated, readDecorations } from "./name-marks";

/** What is taken by stands behind the `d` of a differential: a name, or an expression in parentheses. */
export function differential(p: Parser, start: number): Expr | undefined {
  if (!isDifferential(p.cursor, start)) return undefined;
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
  return node("differential", [decorated(inner, marks, place)], place);
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
