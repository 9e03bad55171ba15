/** Arguments in parentheses: separated by commas, semicolons and the bar of a condition. */
import type { Parser } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import type { Token } from "../../latex/tokens";

export interface Arguments {
  readonly args: Expr[];
  /** How many stand before the bar (or the semicolon); all of them where there is none. */
  readonly split: number;
  readonly bracket: string;
  /** Where a bar stands behind a semicolon, I(X; Y | Z): how many arguments are before it. */
  readonly bar?: number;
  /** What separates: "|", ";", "||" or "". */
  readonly separators: string;
}

const CLOSE: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

const isBar = (t: Token | undefined): boolean =>
  t !== undefined && ((t.kind === "symbol" && t.text === "|") || (t.kind === "command" && /^(mid|vert|given|lvert|rvert|Vert|\||parallel)$/.test(t.text)));
const isDouble = (t: Token | undefined): boolean => t?.kind === "command" && /^(Vert|\||parallel)$/.test(t.text);

/** Reads `( … )` or `[ … ]` or `\{ … \}` at the cursor as arguments; undefined, with the cursor put back, where it is never closed. */
export function readArguments(p: Parser): Arguments | undefined {
  const start = p.cursor.position;
  const opening = p.cursor.next();
  const close = CLOSE[opening.text] ?? ")";
  const args: Expr[] = [];
  let split = -1;
  let bar: number | undefined;
  let separators = "";
  const ok = p.bracketed(true, () => {
    for (;;) {
      const token = p.cursor.peek();
      if (!token) return false;
      if (token.text === close && (token.kind === "symbol" || token.kind === "command")) {
        p.cursor.next();
        return true;
      }
      if (token.kind === "symbol" && token.text === ",") p.cursor.next();
      else if (token.kind === "symbol" && (token.text === ";" || token.text === ":")) {
        p.cursor.next();
        if (split < 0) split = args.length;
        separators ||= ";";
      } else if (isBar(token) && args.length > 0) {
        p.cursor.next();
        const double = isDouble(token) || isBar(p.cursor.peek());
        if (!isDouble(token) && double) p.cursor.next();
        if (split < 0) split = args.length;
        else bar ??= args.length;
        separators ||= double ? "||" : "|";
      } else {
        const before = p.cursor.position;
        args.push(condition(p));
        if (p.cursor.position === before) return false;
      }
    }
  });
  if (!ok) {
    p.cursor.seek(start);
    return undefined;
  }
  return { args, split: split < 0 ? args.length : split, bracket: opening.text, separators, ...(bar === undefined ? {} : { bar }) };
}

/** An argument; an event such as `X = k` keeps its relation. */
function condition(p: Parser): Expr {
  return p.expression(4);
}

/** The content of a bracket as one expression, or several as a tuple. */
export function bracket(p: Parser, opening: Token, start: number): Expr | undefined {
  const read = p.bracketed(false, () => {
    const items: Expr[] = [];
    for (;;) {
      const token = p.cursor.peek();
      if (!token) return undefined;
      if (
        (token.kind === "symbol" && (token.text === ")" || token.text === "]")) ||
        (token.kind === "command" && (token.text === "}" || token.text === "rangle" || token.text === "rbrace" || token.text === "rbrack"))
      ) {
        p.cursor.next();
        return { items, close: token.text };
      }
      if (token.kind === "symbol" && (token.text === "," || token.text === ";")) {
        p.cursor.next();
        continue;
      }
      const before = p.cursor.position;
      items.push(p.expression(4));
      if (p.cursor.position === before) return undefined;
    }
  });
  const span = p.cursor.since(start);
  if (!read) return failure(`the bracket "${opening.text}" is not closed`, span);
  if (read.items.length === 0) return failure("an empty bracket", span);
  if (read.items.length === 1 && read.close !== "rangle") return { ...read.items[0], span, data: { ...read.items[0].data, bracket: opening.text } };
  return node("tuple", read.items, span, undefined, { open: opening.text, close: read.close });
}
