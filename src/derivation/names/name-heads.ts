/** Names in the tokens of a formula as the parser will read them, and what stands in a bracket behind them. */
import type { Token } from "../../latex/tokens";

/** A name: its letter with fonts, that with its label, and the token behind it. */
export interface Head {
  readonly base: string;
  readonly name: string;
  readonly end: number;
}

/** The names in tokens and where they begin; a script of one token is none: the λ of J_λ(w). */
export function headsIn(tokens: readonly Token[]): { readonly at: number; readonly head: Head }[] {
  return tokens.flatMap(({ kind }, at) => {
    const isScript = tokens[at - 1]?.kind === "sub" || tokens[at - 1]?.kind === "sup";
    const head = (kind === "letter" || kind === "command") && !isScript ? headAt(tokens, at) : undefined;
    return head ? [{ at, head }] : [];
  });
}

const FONT = /^(mathbf|mathcal|mathrm|mathsf|mathit|mathfrak|mathscr|mathbb|boldsymbol|bm|vec|hat|bar|tilde|widehat|widetilde|operatorname|overline|dot|ddot)$/;

const OLD_FONT = /^(bf|rm|it|sf|cal)$/;

/** The font that a name is kept under. */
const dressing = (font: string): string =>
  /^(bm|boldsymbol)$/.test(font) ? "mathbf" : font === "operatorname" ? "mathrm" : font === "overline" ? "bar" : font;

/** A name that begins at a token: a letter, a Greek command, a font around something; with its label and marks. */
export function headAt(tokens: readonly Token[], at: number): Head | undefined {
  const t = tokens[at];
  let base: string;
  let end = at + 1;
  if (t.kind === "letter") {
    if (tokens[at - 1]?.kind === "open" && FONT.test(tokens[at - 2]?.text ?? "")) return undefined;
    if (tokens[at - 1]?.kind === "command" && FONT.test(tokens[at - 1].text)) return undefined;
    base = t.text;
  } else if (t.kind === "command" && FONT.test(t.text) && tokens[at + 1]?.kind === "open") {
    const close = closing(tokens, at + 1);
    const inside = tokens
      .slice(at + 2, close)
      .map((x) => (x.kind === "command" ? `\\${x.text}` : x.text))
      .join("");
    const font = dressing(t.text);
    base = font === "mathrm" && /^[a-zA-Z]$/.test(inside) ? inside : `\\${font}{${inside}}`;
    end = close + 1;
  } else if (t.kind === "command" && FONT.test(t.text) && isBareLetter(tokens[at + 1])) {
    const font = dressing(t.text);
    const letter = tokens[at + 1].kind === "command" ? `\\${tokens[at + 1].text}` : tokens[at + 1].text;
    base = font === "mathrm" ? letter : `\\${font}{${letter}}`;
    end = at + 2;
  } else if (t.kind === "command" && GREEK.test(t.text)) base = `\\${t.text}`;
  else return undefined;
  let label = "";
  for (;;) {
    if (tokens[end]?.kind === "sub") {
      const close = tokens[end + 1]?.kind === "open" ? closing(tokens, end + 1) : end + 1;
      const inside = tokens.slice(tokens[end + 1]?.kind === "open" ? end + 2 : end + 1, tokens[end + 1]?.kind === "open" ? close : close + 1);
      if (inside.length > 1 && inside.some((x) => x.kind === "text")) label += `_{${inside.map((x) => x.text).join("")}}`;
      end = close + 1;
    } else if (tokens[end]?.kind === "symbol" && tokens[end].text === "'") end++;
    else if (tokens[end]?.kind === "sup" && (tokens[end + 1]?.text === "*" || tokens[end + 1]?.text === "prime")) {
      if (tokens[end + 1].text === "*") label += "^{*}";
      end += 2;
    } else if (tokens[end]?.kind === "sup" && tokens[end + 1]?.kind === "open" && tokens[end + 2]?.text === "(") end = closing(tokens, end + 1) + 1;
    else break;
  }
  return { base, name: base + label, end };
}

/** A letter behind a mark without braces, \dot q and \dot\theta. */
const isBareLetter = (t: Token | undefined): t is Token => t?.kind === "letter" || (t?.kind === "command" && GREEK.test(t.text));

export const GREEK =
  /^(piparameter|iparameter|alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|rho|varrho|sigma|tau|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell)$/;

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i].kind === "open") depth++;
    if (tokens[i].kind === "close" && --depth === 0) return i;
  }
  return tokens.length - 1;
}

export const isCapital = (t: Token | undefined): boolean => t?.kind === "letter" && /^[A-Z]$/.test(t.text);

/** What stands behind a parenthesis, up to the next one that closes. */
export const insideOf = (tokens: readonly Token[], open: number): readonly Token[] =>
  tokens.slice(
    open + 1,
    tokens.findIndex((t, i) => i > open && t.text === ")"),
  );

/** `[k]`, `[0]`: a square bracket around one letter or number is no factor; what stands in front of it is a signal, an array or a ring. */
export const isLonely = (tokens: readonly Token[], open: number): boolean => {
  const inside = tokens[open + 1];
  return (inside?.kind === "letter" || inside?.kind === "number" || (inside?.kind === "command" && GREEK.test(inside.text))) && tokens[open + 2]?.text === "]";
};

/** Whether a parenthesis holds nothing but names, separated by commas, bars and semicolons: a product is never written so. */
export function lonelyArguments(tokens: readonly Token[], open: number, close = ")"): boolean {
  let names = 0;
  let separated = true;
  for (let i = open + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (t.kind === "symbol" && t.text === close) return names > 0;
    // braces around a name, p({w}), p({\bf w})
    if (t.kind === "open" || t.kind === "close" || (t.kind === "command" && OLD_FONT.test(t.text))) continue;
    if (t.kind === "sub" || t.kind === "sup") {
      i = tokens[i + 1]?.kind === "open" ? closing(tokens, i + 1) : i + 1;
      continue;
    }
    if (t.kind === "symbol" && /^['*]$/.test(t.text)) continue;
    if ((t.kind === "symbol" && /^[,;|]$/.test(t.text)) || (t.kind === "command" && /^(mid|vert|cdot|\|)$/.test(t.text))) {
      if (t.text === "cdot") names++;
      separated = true;
      continue;
    }
    if (t.kind === "command" && FONT.test(t.text)) {
      if (!separated) return false;
      i = tokens[i + 1]?.kind === "open" ? closing(tokens, i + 1) : i + 1;
      names++;
      separated = false;
      continue;
    }
    // π_n is no number
    const isLetter = t.kind === "letter" || (t.kind === "command" && (GREEK.test(t.text) || (t.text === "pi" && tokens[i + 1]?.kind === "sub")));
    if (isLetter) {
      if (!separated) return false;
      names++;
      separated = false;
      continue;
    }
    return false;
  }
  return false;
}

/** Behind a token, or a group in braces. */
export function behindGroup(tokens: readonly Token[], from: number): number {
  let at = from;
  let depth = 0;
  do {
    if (tokens[at]?.kind === "open") depth++;
    if (tokens[at]?.kind === "close") depth--;
    at++;
  } while (depth > 0 && at < tokens.length);
  return at;
}
