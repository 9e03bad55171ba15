/** Finds where a formula ends, given how it began. */
import { isLetter, lineEnd } from "./braces";

export type Closer = "$" | "$$" | "\\)" | "\\]" | "\\\\)" | "\\\\]" | "`$" | `\\end{${string}}`;

const boxes: ReadonlySet<string> = new Set(
  "text textrm textnormal textbf textit textsf texttt textup mbox hbox fbox intertext shortintertext parbox".split(" "),
);

/** How far boxes are kept track of: keeps many unclosed boxes linear. */
const longestBoxed = 2_000;

interface Frames {
  /** Open braces; true for those of a text box, in which dollars belong to the box. */
  readonly open: boolean[];
  boxes: number;
}

/**
 * The index of `closer` at or after `from` and before `end`, or -1. Dollars inside `\text{..}` do not close anything; comments are
 * skipped where `comments` says that `%` begins one. If unbalanced boxes hide the end, it is sought once more without them.
 */
export function findClose(text: string, from: number, end: number, closer: Closer, comments: boolean): number {
  const far = closer.startsWith("\\end") || closer === "\\]";
  const found = seek(text, from, far ? end : Math.min(end, from + longestBoxed), closer, comments, true);
  return found >= 0 || closer.startsWith("\\end") ? found : seek(text, from, end, closer, comments, false);
}

function seek(text: string, from: number, end: number, closer: Closer, comments: boolean, boxed: boolean): number {
  const frames: Frames = { open: [], boxes: 0 };
  const first = closer.charCodeAt(0);
  const opener = openerOf(closer);
  let pendingBox = false;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === first && frames.boxes === 0 && text.startsWith(closer, at)) return at;
    if (unit === 92) {
      if (first === 92 && text.startsWith(closer, at)) return at;
      if (opener && text.startsWith(opener, at)) return -1;
      const name = boxed ? boxName(text, at) : 0;
      pendingBox = name > 0;
      at += name > 0 ? name : 1;
    } else if (unit === 37 && comments) at = lineEnd(text, at);
    else if (unit === 123) pendingBox = push(frames, pendingBox);
    else if (unit === 125 && frames.open.pop()) frames.boxes--;
    else if (unit !== 32) pendingBox = false;
  }
  return -1;
}

/** What cannot stand inside a formula that ends with `closer`, if its end may lie paragraphs away. */
function openerOf(closer: Closer): string {
  if (closer === "\\]") return "\\[";
  return closer.startsWith("\\end") ? closer.replace("\\end", "\\begin") : "";
}

function push(frames: Frames, box: boolean): boolean {
  frames.open.push(box);
  if (box) frames.boxes++;
  return false;
}

/** The length of the name of a text box whose backslash stands at `at`, or 0. */
function boxName(text: string, at: number): number {
  const unit = text.charCodeAt(at + 1);
  if (unit !== 116 && unit !== 109 && unit !== 104 && unit !== 102 && unit !== 105 && unit !== 115 && unit !== 112) return 0;
  let to = at + 1;
  while (to < at + 20 && isLetter(text.charCodeAt(to))) to++;
  return boxes.has(text.slice(at + 1, to)) ? to - at - 1 : 0;
}
