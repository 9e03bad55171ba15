/** `dy/dx`, `d^2y/dt^2`, `\partial f/\partial x`, `d/dx`: derivatives with a slash, written as fractions. */
import { readArgument } from "./groups";
import type { Token } from "./tokens";

const GREEK =
  /^(alpha|beta|gamma|epsilon|varepsilon|zeta|eta|theta|vartheta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|omega|Phi|Psi|Theta|Lambda|Omega|Sigma|ell)$/;
const FONT = /^(mathbf|mathrm|mathcal|boldsymbol|bm|vec|hat|bar|tilde|dot)$/;
const isSign = (t: Token | undefined): boolean => (t?.kind === "letter" && t.text === "d") || (t?.kind === "command" && t.text === "partial");

/** Whether a text has d as a name of its own, "the depth $d$", "d = 2", and multiplies by it, "V = d x". */
export const namesD = (text: string): boolean => /(?:\$|\\\(|[\s,])d\s*(?:\$|\\\)|=(?!=))/.test(text) && /=\s*d\s*[a-zA-Z]/.test(text);

/** The row with its derivatives as fractions. */
export function slashDerivatives(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t, i) => t.text === "/" && isSign(tokens[i + 1]))) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = derivativeAt(tokens, at);
    if (found) out.push(...found.tokens);
    else out.push(tokens[at]);
    at = found?.end ?? at + 1;
  }
  return out;
}

function derivativeAt(tokens: readonly Token[], at: number): { tokens: Token[]; end: number } | undefined {
  const sign = tokens[at];
  // "a_d/d": a subscript is no sign
  if (!isSign(sign) || tokens[at - 1]?.kind === "sub" || tokens[at - 1]?.kind === "sup") return undefined;
  const over = at + 1 + exponentLength(tokens, at + 1);
  const slash = over + operandLength(tokens, over);
  if (tokens[slash]?.text !== "/" || !isSign(tokens[slash + 1]) || tokens[slash + 1].text !== sign.text) return undefined;
  let end = slash + 1;
  while (isSign(tokens[end]) && tokens[end].text === sign.text) {
    const name = nameLength(tokens, end + 1);
    if (name === 0) break;
    end += 1 + name + exponentLength(tokens, end + 1 + name);
    if (sign.text === "d") break;
  }
  if (end === slash + 1) return undefined;
  const brace = (kind: "open" | "close", place: number): Token => ({ kind, text: kind === "open" ? "{" : "}", from: place, to: place, made: true });
  const [top, below] = [tokens.slice(at, slash), tokens.slice(slash + 1, end)];
  const middle = tokens[slash];
  return {
    tokens: [
      { kind: "command", text: "frac", from: sign.from, to: sign.from, made: true, ...(sign.spaced ? { spaced: true } : {}) },
      brace("open", sign.from),
      ...top,
      brace("close", middle.from),
      brace("open", middle.to),
      ...below,
      brace("close", tokens[end - 1].to),
    ],
    end,
  };
}

/** `^2`, `^{2}`. */
function exponentLength(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== "sup") return 0;
  const read = readArgument(tokens, at + 1);
  return read?.tokens.length === 1 && read.tokens[0].kind === "number" ? read.next - at : 0;
}

/** A name with its subscript. */
function nameLength(tokens: readonly Token[], at: number): number {
  const t = tokens[at];
  if (!t) return 0;
  let end = at;
  if (t.kind === "letter" && t.text !== "d") end = at + 1;
  else if (t.kind === "command" && GREEK.test(t.text)) end = at + 1;
  else if (t.kind === "command" && FONT.test(t.text)) end = readArgument(tokens, at + 1)?.next ?? at;
  if (end > at && tokens[end]?.kind === "sub") end = readArgument(tokens, end + 1)?.next ?? end;
  return end - at;
}

/** What is derived: nothing, a name, a function with its arguments, or a bracket. */
function operandLength(tokens: readonly Token[], at: number): number {
  const name = nameLength(tokens, at);
  if (tokens[at + name]?.text !== "(") return name;
  let depth = 0;
  for (let i = at + name; i < Math.min(tokens.length, at + name + LONGEST); i++) {
    if (tokens[i].text === "(") depth++;
    if (tokens[i].text === ")" && --depth === 0) return i + 1 - at;
  }
  return name;
}

/** Tokens of arguments. */
const LONGEST = 40;
