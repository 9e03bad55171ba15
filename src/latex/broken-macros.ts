/** Macros whose backslash was lost on the way, `<eval{..}` for `\lteval{..}`: a filter took `\lt` for a sign. */
import type { Token } from "./tokens";

/** `<eval{`: the backslash of a macro was lost on the way. The letters and their sign become one command again. */
export function brokenMacros(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const opens = tokens[at].kind === "symbol" && tokens[at].text === "<";
    let end = at + 1;
    while (opens && tokens[end]?.kind === "letter" && !tokens[end].spaced) end++;
    const broken = opens && end - at >= 4 && tokens[end]?.kind === "open" && !tokens[end].spaced;
    if (!broken) out.push(tokens[at]);
    else {
      const letters = tokens.slice(at + 1, end).map((t) => t.text);
      out.push({ ...tokens[at], kind: "command", text: `lt${letters.join("")}`, to: tokens[end - 1].to, made: true });
      at = end - 1;
    }
  }
  return out;
}
