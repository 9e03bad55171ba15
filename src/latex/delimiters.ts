/** Delimiters that are written but not meant: invisible ones, bars of evaluation behind brackets of another kind, gaps inside brackets. */
import type { Token } from "./tokens";

const isBar = (t: Token): boolean => (t.kind === "symbol" && t.text === "|") || (t.kind === "command" && /^(vert|rvert|Vert)$/.test(t.text));
const isScript = (t: Token | undefined): boolean => t?.kind === "sub" || t?.kind === "sup";
const CLOSES: Readonly<Record<string, string>> = { "(": ")", "[": "]" };

const bracket = (text: string, at: number): Token => ({ kind: "symbol", text, from: at, to: at });

/** `\left. F \right|_a^b`, `\left[ F \right|_a^b` and `\left( F \right._a^b` are `(F)|_a^b`; other invisible delimiters are left out. */
export function visibleDelimiters(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t) => t.text === "nulldelim" || (t.side === "close" && isBar(t)))) return [...tokens];
  const out: Token[] = [];
  const open: { at: number; text: string }[] = [];
  for (const [at, t] of tokens.entries()) {
    const evaluates = isScript(tokens[at + 1]);
    const invisible = t.text === "nulldelim";
    if (t.side === "open") open.push({ at: out.length, text: t.text });
    const from = t.side === "close" ? open.pop() : undefined;
    const first = from && (out[from.at]?.from ?? t.from);
    if (from?.text === "nulldelim" && isBar(t)) {
      out.splice(from.at, 0, bracket("(", first ?? t.from));
      out.push(bracket(")", t.from));
    } else if (from?.text === "nulldelim" && t.text === "]" && evaluates) out.splice(from.at, 0, bracket("[", first ?? t.from));
    else if (from && CLOSES[from.text] && evaluates && (isBar(t) || invisible)) {
      out.push(bracket(CLOSES[from.text], t.from));
      if (invisible) out.push({ ...bracket("|", t.from), side: "close" });
    }
    if (!invisible) out.push(t);
  }
  return out;
}

const isGap = (t: Token | undefined): boolean => t?.kind === "command" && /^q?quad$/.test(t.text);

/** Without the gaps behind commas in parentheses and square brackets: `(a, \quad b)` is one pair. */
export function withoutGapsInBrackets(tokens: readonly Token[]): Token[] {
  if (!tokens.some(isGap)) return [...tokens];
  const depths = insideBrackets(tokens);
  return tokens.filter((t, at) => !(isGap(t) && depths[at] && (tokens[at - 1]?.text === "," || isGap(tokens[at - 1]) || tokens[at + 1]?.text === ",")));
}

/** For each token, whether it stands between round or square brackets that are closed again. */
function insideBrackets(tokens: readonly Token[]): boolean[] {
  const inside = tokens.map(() => false);
  const open: number[] = [];
  tokens.forEach((t, at) => {
    if (t.kind !== "symbol") return;
    if (t.text === "(" || t.text === "[") open.push(at);
    if ((t.text === ")" || t.text === "]") && open.length > 0) {
      const from = open.pop() as number;
      if (open.length === 0) inside.fill(true, from, at);
    }
  });
  return inside;
}
