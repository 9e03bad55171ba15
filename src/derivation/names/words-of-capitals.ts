/** Names of several capitals, MSE, SST, NPV: runs that stand as a side of their own, of letters that stand nowhere alone. */
import type { Token } from "../../latex/tokens";
import { wordMark } from "../../notation/names/word-names";

const isCapital = (t: Token | undefined): boolean => t?.kind === "letter" && /^[A-Z]$/.test(t.text);

interface Run {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The runs of capitals without a space between them. */
function runsOf(tokens: readonly Token[]): Run[] {
  const found: Run[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isCapital(tokens[at])) continue;
    let end = at + 1;
    while (isCapital(tokens[end]) && !tokens[end].spaced && tokens[end].from === tokens[end - 1].to) end++;
    found.push({
      word: tokens
        .slice(at, end)
        .map((t) => t.text)
        .join(""),
      from: at,
      to: end,
    });
    at = end - 1;
  }
  return found;
}

/** The marks of the names of several capitals in a document: `operands` are the sides of its relations. */
export function wordsOfCapitals(formulas: readonly (readonly Token[])[], operands: readonly (readonly Token[])[]): string[] {
  const whole = new Set<string>();
  for (const tokens of operands) {
    const runs = runsOf(tokens);
    const [run] = runs;
    if (run && run.word.length >= 2 && run.word.length <= 5 && run.from === 0 && run.to === tokens.length && new Set(run.word).size > 1) whole.add(run.word);
  }
  if (whole.size === 0) return [];
  const runs = formulas.flatMap(runsOf);
  const others = new Set(runs.filter((r) => !whole.has(r.word)).flatMap((r) => [...r.word]));
  // AB = BA is about two factors
  const letters = (word: string): string => [...word].sort().join("");
  const isOnly = (word: string): boolean => [...whole].every((w) => w === word || letters(w) !== letters(word));
  return [...whole].filter((word) => isOnly(word) && [...word].every((letter) => !others.has(letter))).map(wordMark);
}
