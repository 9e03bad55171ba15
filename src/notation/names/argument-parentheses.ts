/** Whether a parenthesis behind a name holds its arguments, or is a factor. */
import type { Parser } from "../../expression/parser";
import type { Expr } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { Decorations } from "./name-marks";

/** Whether a parenthesis after a name is its arguments, by the reading in force and by what stands inside. */
export function appliesHere(p: Parser, name: string, marks: Decorations, symbol: Expr): boolean {
  const next = p.cursor.peek();
  if (!next || !(next.kind === "symbol" && (next.text === "(" || next.text === "["))) return false;
  if (next.text === "[" && !p.reading.functions.has(`${name}[`)) return false;
  const full = `${name}${marks.label}${marks.marks}`;
  if (p.reading.functions.has(`!${full}`) || isTerm(p, name, symbol) || (marks.primes === 0 && !marks.order && isOwnFactor(p, name))) return false;
  if (p.reading.functions.has(full) || p.reading.functions.has(name)) return true;
  if (marks.primes > 0 || marks.order) return /^\\?[a-zA-Z]+$/.test(name) && symbol.op === "symbol";
  return hasBar(p) && !isScaled(p);
}

/** The t of (1, −1, 2) + t(2, 3, −1): a number before a point or a direction, behind another one. */
function isScaled(p: Parser): boolean {
  const isSign = (t: Token | undefined): boolean => t?.kind === "symbol" && /^[-+]$/.test(t.text);
  if (p.cursor.peek(-3)?.text !== ")" || !isSign(p.cursor.peek(-2))) return false;
  for (let ahead = 1; ; ahead++) {
    const token = p.cursor.peek(ahead);
    if (token?.kind === "symbol" && token.text === ")") return true;
    if (token?.kind !== "number" && !isSign(token) && token?.text !== ",") return false;
  }
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
