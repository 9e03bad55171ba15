/** Options of a multiple choice, `\choice{$x = 1$}`: some of them are wrong on purpose. */

/** Characters in which the beginning of an option is looked for. */
const LONGEST = 500;
const CHOICE = /\\(\w*[cC]hoice)(?![a-zA-Z])\s*(\[[^\]]*\])?\s*(\{?)/g;

/** Whether a place stands in an option that is not marked as the right one. */
export function isOption(text: string, at: number): boolean {
  const from = Math.max(0, at - LONGEST);
  const before = text.slice(from, at);
  if (!before.includes("hoice")) return false;
  const last = [...before.matchAll(CHOICE)].pop();
  if (!last) return false;
  const inside = before.slice(last.index + last[0].length);
  const goesOn = last[3] === "{" ? isOpen(inside) : !/\n\s*\n|\\end\s*\{/.test(inside);
  return goesOn && !/^[cC]orrect|wordChoice|multipleChoice/.test(last[1]) && !/correct/.test(last[2] ?? "");
}

/** Whether a group that was opened before is not closed in a text. */
function isOpen(text: string): boolean {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === "\\") at++;
    else if (unit === "{") depth++;
    else if (unit === "}" && --depth === 0) return false;
  }
  return true;
}
