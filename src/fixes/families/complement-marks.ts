/** An event for its complement, or the complement for the event: B for \bar B, B^c for B. */
import type { Token } from "../../latex/tokens";
import type { PlainFamily } from "../search";
import { candidate, cut, write } from "../site";

export const complementMarks: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  const all = [site.layout, ...site.materials];
  if (!tokens.some((t) => /^(P|Pr)$/.test(t.text))) return;
  const isBarred = (letter: string): boolean => all.some((l) => l.tokens.some((t, i) => t.text === letter && barBefore(l.tokens, i) >= 0));
  const isPrimed = (letter: string): boolean => all.some((l) => l.tokens.some((t, i) => t.text === letter && markEnd(l.tokens, i) > i + 1));
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "letter" || !/^[A-OQ-Z]$/.test(token.text) || layout.place[at] === "sub") continue;
    const [bar, end] = [barBefore(tokens, at), markEnd(tokens, at)];
    const written = (from: number, to: number): string => cut(tokens, from, to, text).text.trim();
    if (bar >= 0) {
      const to = tokens[at + 1]?.kind === "close" && tokens[at - 1]?.kind === "open" ? at + 2 : at + 1;
      yield candidate(site, bar, to, write(token.text), `Replace $${written(bar, to)}$ by $${token.text}$`, 1.3);
    } else if (end > at + 1) yield candidate(site, at + 1, end, write(""), `Replace $${written(at, end)}$ by $${token.text}$`, 1.3);
    else if (isBarred(token.text)) yield candidate(site, at, at + 1, write(`\\bar{${token.text}}`), `Replace $${token.text}$ by $\\bar{${token.text}}$`, 1.35);
    else if (isPrimed(token.text)) yield candidate(site, at, at + 1, write(`${token.text}^c`), `Replace $${token.text}$ by $${token.text}^c$`, 1.35);
  }
};

/** Where the bar over a letter begins; -1 where there is none. */
function barBefore(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]?.kind === "open" ? at - 2 : at - 1;
  return tokens[before]?.kind === "command" && /^(bar|overline)$/.test(tokens[before].text) ? before : -1;
}

/** Behind the ^c of a letter; behind the letter where there is none. */
function markEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at + 1]?.kind !== "sup") return at + 1;
  const braced = tokens[at + 2]?.kind === "open" ? 1 : 0;
  return /^(c|C|complement)$/.test(tokens[at + 2 + braced]?.text ?? "") ? at + 3 + 2 * braced : at + 1;
}
