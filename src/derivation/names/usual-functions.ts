/** Letters that are functions by habit, f and g, unless a document uses them as variables or factors. */
import type { Token } from "../../latex/tokens";
import { GREEK, headAt, lonelyArguments } from "./name-heads";

export const USUAL = ["f", "g", "h", "F", "G"];

/** A usual function name that tends to something, is integrated by, has a number, or is a factor beside names and in front of a bracket, and is never applied to a lone name. */
export function isVariable(name: string, formulas: readonly (readonly Token[])[]): boolean {
  let varies = false;
  let [factor, bracket] = [false, false];
  for (const tokens of formulas)
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at].kind !== "letter" || tokens[at].text !== name) continue;
      const next = tokens[at + 1];
      // f_X(x), with all its scripts
      const end = headAt(tokens, at)?.end ?? at + 1;
      const applied = tokens[end]?.kind === "symbol" && tokens[end].text === "(";
      if (applied && lonelyArguments(tokens, end)) return false;
      if (next?.kind === "symbol" && next.text === "=" && tokens[at + 2]?.kind === "number") varies = true;
      else if (next?.kind === "symbol" && (next.text === "'" || next.text === "=")) return false;
      if (next?.kind === "command" && /^(to|rightarrow|longrightarrow)$/.test(next.text)) varies = true;
      if (tokens[at - 1]?.kind === "letter" && tokens[at - 1].text === "d" && (next === undefined || next.kind === "symbol" || next.kind === "close"))
        varies = true;
      factor ||= isFactor(tokens, at);
      bracket ||= applied;
    }
  return varies || (factor && bracket);
}

/** The g of mg sin θ, the G of GM: beside a name that is no function, and no bracket behind it. */
function isFactor(tokens: readonly Token[], at: number): boolean {
  const isPlain = (t: Token | undefined): boolean =>
    (t?.kind === "letter" && ![...USUAL, "d", "e"].includes(t.text)) || (t?.kind === "command" && GREEK.test(t.text));
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if ((next?.kind === "symbol" && /^[([']$/.test(next.text)) || next?.kind === "sub") return false;
  return (isPlain(before) && tokens[at - 2]?.kind !== "sub") || (isPlain(next) && next?.kind === "letter");
}
