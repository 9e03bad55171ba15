/** Slips in the algebra of sets: a union in place of an intersection, the other way round, and a complement too many or too few. */
import type { Token } from "../../latex/tokens";
import type { PlainFamily } from "../search";
import { candidate, write } from "../site";

const OTHER: Readonly<Record<string, string>> = { cup: "cap", cap: "cup", bigcup: "bigcap", bigcap: "bigcup" };
const COMPLEMENT = /^(c|C|complement)$/;

export const setSigns: PlainFamily = function* ({ site }) {
  const { tokens, layout } = site;
  for (const [i, token] of tokens.entries()) {
    const other = token.kind === "command" ? OTHER[token.text] : undefined;
    if (other) yield candidate(site, i, i + 1, write(`\\${other}`), `Change $\\${token.text}$ to $\\${other}$`, 1);
  }
  // only where sets are spoken of at all
  if (!tokens.some((t) => t.kind === "command" && t.text in OTHER)) return;
  const mark = [tokens, ...site.materials.map((m) => m.tokens)].map(markIn).find((m) => m !== undefined) ?? "^c";
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "letter" || !/^[A-Z]$/.test(tokens[i].text) || layout.place[i] !== "base") continue;
    const sub = tokens[i + 1]?.kind === "sub" ? (tokens[i + 2]?.kind === "open" ? (layout.close.get(i + 2) ?? i + 2) + 1 : i + 3) : i + 1;
    if (tokens[sub]?.kind !== "sup") yield candidate(site, sub, sub, write(mark), `Take the complement of $${tokens[i].text}$`, 1.3);
    else if (COMPLEMENT.test(tokens[sub + 1]?.text ?? ""))
      yield candidate(site, sub, sub + 2, write(""), `Leave out the complement of $${tokens[i].text}$`, 1.3);
  }
};

/** How a side marks complements. */
function markIn(tokens: readonly Token[]): string | undefined {
  const found = tokens.find((t, i) => tokens[i - 1]?.kind === "sup" && COMPLEMENT.test(t.text))?.text;
  return found === undefined ? undefined : found === "complement" ? "^\\complement" : `^${found}`;
}
