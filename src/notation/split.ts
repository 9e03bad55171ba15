/** Cuts tokens at a sign that stands outside of every bracket. */
import type { Token } from "../latex/tokens";

export function split(tokens: readonly Token[], at: string): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const command = token.kind === "command" ? token.text : "";
    if (token.kind === "open" || (token.kind === "symbol" && "([".includes(token.text)) || token.kind === "begin" || /^(\{|lbrace|langle)$/.test(command))
      depth++;
    if (token.kind === "close" || (token.kind === "symbol" && ")]".includes(token.text)) || token.kind === "end" || /^(\}|rbrace|rangle)$/.test(command))
      depth--;
    if (depth === 0 && token.kind === "symbol" && token.text === at) parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts;
}
