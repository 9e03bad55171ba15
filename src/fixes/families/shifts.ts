/** An index that is off by one, n for n + 1 in a term, a factor or a bound of a sum, or in a binomial coefficient. */
import type { Token } from "../../latex/tokens";
import type { PlainFamily } from "../search";
import { type Candidate, candidate, type Site, write } from "../site";

/** Letters that count. */
const COUNTS = /^[i-nN]$/;

export const shifts: PlainFamily = function* ({ site }) {
  const { tokens, layout } = site;
  if (![site.layout, ...site.materials].some((m) => m.tokens.some(isSum))) return;
  // of the terms of a sequence words may say how they lie to each other: no slip of the pen by itself
  const cost = tokens.some((t, i) => t.kind === "sub" && layout.place[i + 1] === "sub") ? 2.2 : 1.5;
  for (const [at, token] of tokens.entries()) {
    const place = layout.place[at];
    if (token.kind !== "letter" || !COUNTS.test(token.text) || place === "name" || isNamed(tokens, at)) continue;
    for (const sign of ["+", "-"]) if (!isShifted(tokens, at)) yield shifted(site, at, sign, cost);
  }
};

const isSum = (t: Token): boolean => t.kind === "command" && /^(sum|prod|[dt]?binom)$/.test(t.text);

/** n + 1: its number is another family's. */
const isShifted = (tokens: readonly Token[], at: number): boolean => /^[+-]$/.test(tokens[at + 1]?.text ?? "") && tokens[at + 2]?.kind === "number";

/** The k of k = 1 below a sum, and a letter with arguments or an index of its own. */
const isNamed = (tokens: readonly Token[], at: number): boolean => tokens[at + 1]?.text === "=" || /^(sub)$/.test(tokens[at + 1]?.kind ?? "");

/** With one more, or one less, in brackets where it is a factor, in braces where it is a script of one letter. */
function shifted(site: Site, at: number, sign: string, cost: number): Candidate | undefined {
  const { tokens } = site;
  const { text } = tokens[at];
  const isScript = tokens[at - 1]?.kind === "sub" || tokens[at - 1]?.kind === "sup";
  const isFactor = [tokens[at - 1], tokens[at + 1]].some((t) => t !== undefined && !/^(open|close|cell|row)$/.test(t.kind) && !/^[-+=,()]$/.test(t.text));
  const sum = `${text}${sign}1`;
  const newText = isScript ? `{${sum}}` : isFactor ? `(${sum})` : sum;
  return candidate(site, at, at + 1, write(newText), `Change ${text} to $${sum}$`, cost);
}
