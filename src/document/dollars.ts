/** Tells dollars that open mathematics from dollars that are money. */

const marked = /[\\^_=<>]/;
const mathematical = /[+*|()[\]{}!]|^\s*[A-Za-z][A-Za-z]?\d?\s*$|^\s*-?\d[\d.,]*\s*$|[A-Za-z\d]\s*[-/]\s*[\dA-Za-z]/;
const price = /^\s*\d/;

/**
 * Whether `$content$` is mathematics. `next` is the character after the closing dollar. The strict rule is that of Pandoc's
 * `tex_math_dollars`: no space inside either dollar, no digit after the last. What breaks it must look like mathematics,
 * and what begins like a price must not go on in words.
 */
export function isMathBetweenDollars(content: string, next: string): boolean {
  if (content.trim() === "") return false;
  const strict = !/^\s|\s$/.test(content);
  const words = countWords(content);
  // "$0.24 * 20 = $4.80": two prices
  if (/^\d$/.test(next) && price.test(content) && /\s$/.test(content)) return false;
  if (/^\d$/.test(next)) return marked.test(content) && words === 0;
  if (price.test(content) && words > 0 && !content.includes("\\")) return false;
  if (marked.test(content)) return strict || words < 3;
  return strict ? words < 3 : words === 0 && mathematical.test(content);
}

/** Words of prose: lower-case runs between spaces, outside commands and their groups. An "a" is a word before another word only: `0 < a < 1`. */
function countWords(content: string): number {
  const bare = content.replace(/\\(?:text\w*|mathrm|operatorname\*?|mbox|mathbf)\s*\{[^{}]*\}/g, "\\x");
  return bare
    .split(/\s+/)
    .filter(
      (piece, i, pieces) =>
        /^[(]?(?:[A-Za-z][a-z]+|a)[,.;:!?)]?$/.test(piece) &&
        (piece !== "a" || /^[A-Za-z]{2}/.test(pieces[i + 1] ?? "")) &&
        !/^(?:sin|cos|tan|log|exp|ln|min|max|mod|dx|dy|dz|dt|du)$/.test(piece),
    ).length;
}
