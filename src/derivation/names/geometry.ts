/** Names of geometry: in a text about triangles and circles, `AB` is the length of one segment and `\angle ABC` one angle, no products of letters. */
import type { Token } from "../../latex/tokens";

const FIGURES =
  /\\triangle\b|\\angle\b|\b(triangles?(?! inequalit)|quadrilateral|hypotenuse|trapezoid|trapezium|rhombus|circumcircle|incircle|circumradius|inradius|midpoint|right angle|angle bisector)\b/i;

/** Whether a text is about figures with lettered points. */
export const isGeometric = (text: string): boolean => FIGURES.test(text) && /\$[^$]*[A-Z]{2,3}[^$]*\$|\\\([^)]*[A-Z]{2,3}/.test(text);

/** Runs of two to four capital letters become one name, together with a sign of an angle or a triangle before them. */
export function figureNames(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    if (isArrow(tokens, i)) {
      out.push(...arrowName(tokens.slice(i, i + 5)));
      i += 5;
      continue;
    }
    const mark = tokens[i].kind === "command" && /^(angle|measuredangle|triangle)$/.test(tokens[i].text) ? 1 : 0;
    const end = runEnd(tokens, i + mark);
    const length = end - i - mark;
    if (length < (mark ? 1 : 2) || length > 4) {
      out.push(tokens[i++]);
      continue;
    }
    const letters = tokens.slice(i + mark, end).map((t) => t.text);
    out.push({
      ...tokens[i + mark],
      from: tokens[i].from,
      to: tokens[end - 1].to,
      kind: "letter",
      text: `${mark ? (tokens[i].text === "triangle" ? "△" : "∠") : ""}${canonical(letters, mark === 1 && tokens[i].text !== "triangle")}`,
      ...(tokens[i].spaced ? { spaced: true } : {}),
    });
    i = end;
  }
  return out;
}

/** `\\vec{AB}`: from one point to another. */
const isArrow = (tokens: readonly Token[], at: number): boolean =>
  tokens[at].kind === "command" && /^(vec|overrightarrow)$/.test(tokens[at].text) && runEnd(tokens, at + 2) === at + 4 && tokens[at + 4]?.kind === "close";

/** The vector from B to A is the one from A to B backwards. */
function arrowName([sign, open, first, second, close]: readonly Token[]): Token[] {
  const letters = [first.text, second.text];
  const name = { ...first, to: second.to, text: [...letters].sort().join("") };
  const mark = (text: string): Token => ({ kind: "symbol", text, from: sign.from, to: sign.from, made: true });
  return first.text <= second.text
    ? [sign, open, name, close]
    : [mark("("), mark("-"), sign, open, name, close, { ...mark(")"), from: close.to, to: close.to }];
}

/** AB and BA are one segment, ABC and CBA one angle, ABC and BCA one triangle. */
function canonical(letters: readonly string[], angle: boolean): string {
  if (angle) return [letters.join(""), [...letters].reverse().join("")].sort()[0];
  return letters.length <= 3 ? [...letters].sort().join("") : letters.join("");
}

function runEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (tokens[end]?.kind === "letter" && /^[A-Z]$/.test(tokens[end].text)) end++;
  // a letter with a subscript is a name of its own
  return tokens[end]?.kind === "sub" && end > from ? end - 1 : end;
}
