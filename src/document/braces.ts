/** Small steps over LaTeX source: white space, groups, options. */

/** The index of the first character at or after `at` that is no white space. */
export function skipSpace(text: string, at: number): number {
  let index = at;
  while (index < text.length && isSpace(text.charCodeAt(index))) index++;
  return index;
}

export const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;

export const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** How far a group may reach before it counts as unclosed: keeps a scan of unclosed braces linear. */
const longestGroup = 1_500;

/** The index of the brace that closes the one at `open`, or -1. Escaped braces and comments do not count. */
export function matchingBrace(text: string, open: number): number {
  const limit = Math.min(text.length, open + longestGroup);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 37) at = lineEnd(text, at);
    else if (unit === 123) depth++;
    else if (unit === 125 && --depth === 0) return at;
  }
  return -1;
}

/** The index behind the `[..]` at `at` (white space before it allowed), or `at` if there is none on these lines. */
export function skipOption(text: string, at: number): number {
  const open = skipSpace(text, at);
  if (text[open] !== "[") return at;
  const limit = Math.min(text.length, open + 500);
  let depth = 0;
  for (let index = open + 1; index < limit; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === "]" && depth <= 0) return index + 1;
  }
  return at;
}

/** The index behind the `{..}` at `at`, or `at` if there is none. */
export function skipGroup(text: string, at: number): number {
  const open = skipSpace(text, at);
  if (text[open] !== "{") return at;
  const close = matchingBrace(text, open);
  return close < 0 ? at : close + 1;
}

/** The index of the line end at or after `at`, or the text's length. */
export function lineEnd(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) return index;
  }
  return text.length;
}
