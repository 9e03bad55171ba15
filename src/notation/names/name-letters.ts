/** Letters of names: plain, Greek, under accents and in fonts, read as one symbol. */
import { spell } from "../../expression/cursor";
import type { Parser } from "../../expression/parser";
import type { Token } from "../../latex/tokens";
import { wordName } from "./word-names";

const GREEK =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi piparameter iparameter varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar imath jmath wp aleph".split(
    " ",
  );

const FONTS = new Set(
  "mathbf mathcal mathrm mathsf mathit mathfrak mathscr mathbb boldsymbol bm pmb bold vec hat bar tilde widehat widetilde dot ddot check breve acute grave mathring overrightarrow vect vector mathtt textbf textit rm bf cal frak scr".split(
    " ",
  ),
);

const ACCENTS = new Set("overline underline".split(" "));
/** Fonts and accents that mean the same. */
const SAME: Readonly<Record<string, string>> = {
  bm: "mathbf",
  pmb: "mathbf",
  bold: "mathbf",
  boldsymbol: "mathbf",
  vect: "mathbf",
  bf: "mathbf",
  overline: "bar",
};

/** Commands that begin a symbol. */
export const SYMBOL_COMMANDS: ReadonlySet<string> = new Set([
  ...GREEK,
  ...FONTS,
  ...ACCENTS,
  "nabla",
  "partial",
  "operatorname",
  "operatorname*",
  "emptyset",
  "square",
  "Box",
  "star",
  "prime",
]);

/** Reads the base of a name: `x`, `\alpha`, `\hat{x}`, `\mathbf{w}`; undefined where the command wraps no name. */
export function readBase(p: Parser, token: Token): string | undefined {
  if (token.kind === "letter") return wordName(p, token) ?? token.text + segment(p, token);
  if (token.text === "mathrm" || token.text === "operatorname" || token.text === "operatorname*") {
    const inside = spell(p.cursor.argument()).replace(/\\mathstrut|\s/g, "");
    return /^[a-zA-Z]$/.test(inside) ? inside : `\\mathrm{${inside}}`;
  }
  if (FONTS.has(token.text) || ACCENTS.has(token.text)) {
    const start = p.cursor.position;
    const next = p.cursor.peek();
    const nested = next?.kind === "command" && FONTS.has(next.text) && p.cursor.is("open", undefined, 1) ? readBase(p, p.cursor.next()) : undefined;
    const inside = nested === undefined ? p.cursor.argument() : [];
    const flat = nested ?? flatten(inside);
    if (flat === undefined) {
      p.cursor.seek(start);
      return undefined;
    }
    return `\\${SAME[token.text] ?? token.text}{${flat}}`;
  }
  // an increment is one name: \Delta x
  if (token.text === "Delta" && p.cursor.is("letter") && !isExponential(p)) return `\\Delta ${p.cursor.next().text}`;
  return `\\${token.text}`;
}

/** e^{-βΔ} behind a gap Δ; the square of an error Δe is none. */
const isExponential = (p: Parser): boolean => p.cursor.is("letter", "e") && p.cursor.is("sup", undefined, 1) && !p.cursor.is("number", undefined, 2);

/** The second capital of a segment, in a geometric text: AB, but neither ABC nor A B. */
function segment(p: Parser, token: Token): string {
  const [next, after] = [p.cursor.peek(), p.cursor.peek(1)];
  const capital = (t: Token | undefined): boolean => t?.kind === "letter" && /^[A-Z]$/.test(t.text);
  if (!p.reading.functions.has("@segments") || !capital(token) || !capital(next) || next?.spaced || (capital(after) && !after?.spaced)) return "";
  if (after?.kind === "sub") return "";
  return p.cursor.next().text;
}

/** A short name under an accent; not an expression such as `\overline{z + w}`. */
function flatten(tokens: readonly Token[]): string | undefined {
  if (tokens.length === 0) return undefined;
  const ok = tokens.every(
    (t) =>
      t.kind === "letter" ||
      t.kind === "open" ||
      t.kind === "close" ||
      t.kind === "number" ||
      t.kind === "sub" ||
      (t.kind === "command" && (SYMBOL_COMMANDS.has(t.text) || t.text === "imath" || t.text === "jmath")),
  );
  const letters = tokens.filter((t) => t.kind === "letter" || (t.kind === "command" && !FONTS.has(t.text)));
  if (!ok || letters.length === 0 || (letters.length > 1 && !tokens.some((t) => t.kind === "sub")))
    return ok && letters.length > 1 && letters.every((t) => t.kind === "letter" && /[A-Z]/.test(t.text))
      ? spell(tokens)
      : letters.length > 1 && ok && letters.length > 2 && letters.every((t) => t.kind === "letter")
        ? spell(tokens)
        : undefined;
  return spell(tokens);
}
