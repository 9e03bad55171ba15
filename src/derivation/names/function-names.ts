/** Finds which names of a document are functions: those that are applied to a plain name somewhere, or that usage makes functions. */
import type { Reading } from "../../expression/parser";
import type { Token } from "../../latex/tokens";
import { spectra, spectralMark } from "../../notation/names/spectra";
import { factorialPowerMarks } from "../../notation/series/factorial-powers";
import { isNormalCdfMeant, isStandardZMeant, NORMAL_CDF, STANDARD_Z } from "../laws/normal-cdf";
import { transposeMarks } from "./transpose-marks";
import { wordsOfCapitals } from "./words-of-capitals";

const USUAL = ["f", "g", "h", "F", "G"];
const FONT = /^(mathbf|mathcal|mathrm|mathsf|mathit|mathfrak|mathscr|mathbb|boldsymbol|bm|vec|hat|bar|tilde|widehat|widetilde|operatorname|overline|dot|ddot)$/;
const OLD_FONT = /^(bf|rm|it|sf|cal)$/;
const NEVER = /^(e|i|d|\\partial|\\nabla|\\infty|\\cdot|\\quad|\\pi|\\ln|\\log|\\sin|\\cos|\\to)$/;
const PROBABILITY = /expect|random|distribut|probab|varianc|\bmean\b|\bKL\b|densit|estimat|likelihood|entropy|moment|unbiased/i;

/** The reading of a document: its function names, in the form the parser makes them. */
export function readingOf(formulas: readonly (readonly Token[])[], prose: string, operands: readonly (readonly Token[])[] = []): Reading {
  const functions = new Set<string>([...USUAL, ...appliedToNumbers(operands), ...plainTerms(formulas)]);
  const statistical =
    PROBABILITY.test(prose) ||
    formulas.some(
      (tokens) =>
        tokens.some((t, i) => t.text === "E" && (tokens[i - 2]?.text === "mathbb" || tokens[i - 2]?.text === "mathrm")) ||
        tokens.some((t) => t.text === "Var" || t.text === "Cov"),
    );
  // beside \mathbb{E} a plain E before parentheses is another function
  // "energies $E(s)$", ∇E(w)
  const bracketed = formulas.some((tokens) => tokens.some((t, i) => t.text === "E" && tokens[i + 1]?.text === "["));
  const energetic = (/\benerg(y|ies)\b/i.test(prose) || formulas.some(isDifferentiated)) && !bracketed;
  if (bracketed && formulas.some(isDifferentiated)) functions.add("stat:E[");
  // the E of \mathrm{Exp} is none
  const fonted = formulas.some((tokens) =>
    tokens.some((t, i) => t.text === "E" && /^(mathbb|mathrm|mathsf|operatorname)$/.test(tokens[i - 2]?.text ?? "") && tokens[i + 1]?.kind === "close"),
  );
  const linear = /\blinear (transformation|map|mapping|operator)s?\b|\bidentity (transformation|map|mapping|operator)\b/i.test(prose);
  // where adjoints are spoken of, a star on a capital is one
  if (/adjoint|hermitian|unitary|conjugate[- ]transpose|normal matri/i.test(prose)) functions.add("^*");
  if (/\binverse (of|function|map)\b/i.test(prose) || areUndone(operands)) functions.add("^{-1}");
  for (const mark of [...transposeMarks(formulas), ...factorialPowerMarks(formulas)]) functions.add(mark);
  for (const tokens of formulas) {
    for (let at = 0; at < tokens.length; at++) {
      const { kind } = tokens[at];
      if (kind !== "letter" && kind !== "command") continue;
      // a script of one token is no function: the λ of J_λ(w)
      if (tokens[at - 1]?.kind === "sub" || tokens[at - 1]?.kind === "sup") continue;
      const head = headAt(tokens, at);
      if (!head) continue;
      const open = tokens[head.end];
      if (statistical && head.base === "E" && open?.kind === "command" && open.text === "{") functions.add("stat:E");
      if (open?.text === "[" && /^\\mathcal\{/.test(head.base) && tokens[at - 1]?.kind !== "close") functions.add(`${head.base}[`).add(head.base);
      if (open?.text === "[" && !NEVER.test(head.base) && (isLonely(tokens, head.end) || lonelyArguments(tokens, head.end, "]")))
        functions.add(`${head.base}[`).add(head.base);
      if (open?.kind !== "symbol" || !/^[([]$/.test(open.text)) continue;
      if (
        /^[EVHID]$|^\\mathcal\{[HD]\}$/.test(head.base) &&
        (open.text === "[" ||
          (statistical && ((head.base === "E" && !fonted && !energetic) || (head.base === "H" && isRandom(tokens, head.end)))) ||
          (head.base === "H" && isConditional(tokens, head.end)) ||
          (head.base === "I" && hasSemicolon(tokens, head.end)) ||
          (head.base === "D" && hasDoubleBar(tokens, head.end))) &&
        (head.base !== "D" || hasDoubleBar(tokens, head.end)) &&
        (head.base !== "I" || statistical || hasSemicolon(tokens, head.end))
      )
        functions.add(`stat:${head.base}`);
      if (head.base === "P" && (hasEvent(tokens, head.end) || (/\bevents?\b/i.test(prose) && isCapital(tokens[head.end + 1])))) functions.add("stat:P");
      // I_V(v) of a linear map: the identity of a space
      if (linear && head.base === "I" && tokens[at + 1]?.kind === "sub") continue;
      if (
        open.text === "(" &&
        !NEVER.test(head.base) &&
        !isCount(tokens, head) &&
        !(isSquared(tokens, head) && formulas.some((f) => isBounded(head.name, f))) &&
        (lonelyArguments(tokens, head.end) || valueAt(tokens, head, at) || isRepeated(tokens, head))
      )
        functions.add(head.name);
    }
  }
  // a prior, or the count of primes: \pi(θ) as a whole side
  if ((statistical || /\bprimes?\b/i.test(prose)) && operands.some((tokens) => isPrior(tokens))) functions.add("\\pi");
  // in geometry two capitals are a segment; E[XY] of a point in a triangle is a moment
  const averages = formulas.some((tokens) => tokens.some((t, i) => (t.text === "E" && tokens[i + 1]?.text === "[") || /^(Var|Cov)$/.test(t.text)));
  if (
    (!averages &&
      /triangle|segment|quadrilateral|polygon|rectangle|trapezoid|parallelogram|perpendicular|collinear|circumcircle|altitude|bisector/i.test(prose)) ||
    formulas.some(
      (tokens) =>
        tokens.some((t) => t.kind === "command" && /^(triangle|angle|overline)$/.test(t.text)) &&
        tokens.some((t, i) => isCapital(t) && isCapital(tokens[i + 1])),
    )
  )
    functions.add("@segments");
  if (/\b(cyclic|sub-?groups?|generated by|generators?|generates?|ideals?|cosets?|homomorphisms?|subspace|span(ned|s)?)\b/i.test(prose))
    functions.add("@generators");
  if (isNormalCdfMeant(operands, prose)) for (const mark of [NORMAL_CDF, "\\Phi"]) functions.add(mark);
  if (isStandardZMeant(formulas, operands, prose)) functions.add(STANDARD_Z);
  if (!functions.has("@segments")) for (const mark of wordsOfCapitals(formulas, operands)) functions.add(mark);
  for (const name of spectra(operands)) functions.add(spectralMark(name));
  if (/Legendre symbol|Jacobi symbol|Kronecker symbol|quadratic (non-?)?residue|quadratic reciprocity/i.test(prose)) functions.add("@residues");
  for (const name of USUAL) if (isVariable(name, formulas)) functions.delete(name);
  return { functions, slash: "tight", functionPower: "value" };
}

/** `\\nabla E(w)`, `\\nabla_w^2 E`, `\\partial E / \\partial w`: a derivative of E, of which no subscript makes an expectation. */
const isDifferentiated = (tokens: readonly Token[]): boolean =>
  tokens.some((t, i) => {
    if (t.kind !== "command" || !/^(nabla|partial)$/.test(t.text)) return false;
    let at = i + 1;
    while (tokens[at]?.kind === "sub" || tokens[at]?.kind === "sup") at = behindGroup(tokens, at + 1);
    return tokens[at]?.text === "E" && tokens[at + 1]?.kind !== "sub" && tokens[at + 1]?.text !== "[";
  });

/** Behind a token, or a group in braces. */
function behindGroup(tokens: readonly Token[], from: number): number {
  let at = from;
  let depth = 0;
  do {
    if (tokens[at]?.kind === "open") depth++;
    if (tokens[at]?.kind === "close") depth--;
    at++;
  } while (depth > 0 && at < tokens.length);
  return at;
}

/** β(2ℓ) β(2k − 2ℓ): nobody multiplies by a letter twice in a row. */
function isRepeated(tokens: readonly Token[], head: { readonly name: string; readonly end: number }): boolean {
  if (!head.name.startsWith("\\") || head.name.includes("{")) return false;
  let next = head.end;
  for (let depth = 0; next < tokens.length; next++) {
    if (tokens[next].text === "(") depth++;
    if (tokens[next].text === ")" && --depth === 0) break;
  }
  next++;
  while (tokens[next]?.kind === "command" && /^[,;:!]$/.test(tokens[next].text)) next++;
  const again = tokens[next] && headAt(tokens, next);
  return again?.name === head.name && tokens[again.end]?.text === "(";
}

/** `n (\\bar y)^2`: a count before a square. */
const isCount = (tokens: readonly Token[], head: { readonly name: string; readonly end: number }): boolean =>
  /^[klmnN]$/.test(head.name) && isSquared(tokens, head);

/** `r, p, b > 0`, `p = 0.2`: letters beside a number, the signs between them left out. */
const isBounded = (name: string, tokens: readonly Token[]): boolean =>
  tokens.length > 1 &&
  tokens[tokens.length - 1].kind === "number" &&
  tokens.slice(0, -1).every((t, i) => (i % 2 === 0 ? t.kind === "letter" || t.kind === "command" : t.text === ",")) &&
  tokens.some((t) => t.text === name);

/** What stands in parentheses behind the name is raised to a power. */
function isSquared(tokens: readonly Token[], head: { readonly end: number }): boolean {
  for (let i = head.end, depth = 0; i < tokens.length; i++) {
    if (tokens[i].text === "(") depth++;
    if (tokens[i].text === ")" && --depth === 0) return tokens[i + 1]?.kind === "sup";
  }
  return false;
}

/** Marks of terms that stand as numbers somewhere and are nowhere applied to names: p_k. */
function plainTerms(formulas: readonly (readonly Token[])[]): string[] {
  const plain = new Set<string>();
  const applied = new Set<string>();
  for (const tokens of formulas)
    for (let at = 0; at + 2 < tokens.length; at++) {
      if (tokens[at].kind !== "letter" || USUAL.includes(tokens[at].text) || tokens[at + 1].kind !== "sub") continue;
      const braced = tokens[at + 2].kind === "open" && tokens[at + 4]?.kind === "close" ? 1 : 0;
      const index = tokens[at + 2 + braced];
      if (index?.kind !== "letter" || !(/^[ijklmn]$/.test(index.text) || /^[A-Z]$/.test(tokens[at].text))) continue;
      const behind = at + 3 + 2 * braced;
      const called = tokens[behind]?.kind === "symbol" && tokens[behind].text === "(";
      if (!called) plain.add(`${tokens[at].text}_${index.text}#`);
      else if (lonelyArguments(tokens, behind)) applied.add(`${tokens[at].text}_${index.text}#`);
    }
  return [...plain].filter((name) => !applied.has(name));
}

/** `\pi(\lambda)`, `\pi(\theta | x)`: no side of an equation is the number pi times one name in brackets where distributions are spoken of. */
const isPrior = (tokens: readonly Token[]): boolean =>
  tokens[0]?.text === "pi" &&
  tokens[1]?.text === "(" &&
  tokens[tokens.length - 1]?.text === ")" &&
  tokens.slice(2, -1).every((t) => t.text !== "(" && t.kind !== "sup") &&
  lonelyArguments(tokens, 1);

const isCapital = (t: Token | undefined): boolean => t?.kind === "letter" && /^[A-Z]$/.test(t.text);

/** A usual function name that tends to something, is integrated by, has a number, or is a factor beside names and in front of a bracket, and is never applied to a lone name. */
function isVariable(name: string, formulas: readonly (readonly Token[])[]): boolean {
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

/** Names whose application to numbers is a whole side of a relation, or its first factor before nothing else: y(0) = 1. */
function appliedToNumbers(operands: readonly (readonly Token[])[]): string[] {
  const found: string[] = [];
  for (const tokens of operands) {
    const head = tokens.length >= 4 ? headAt(tokens, 0) : undefined;
    if (!head || NEVER.test(head.base) || tokens[head.end]?.text !== "(" || tokens[tokens.length - 1].text !== ")") continue;
    const inside = tokens.slice(head.end + 1, -1);
    if (
      inside.length > 0 &&
      inside.every((t) => t.kind === "number" || (t.kind === "symbol" && /^[-,.]$/.test(t.text))) &&
      inside.some((t) => t.kind === "number")
    )
      found.push(head.name);
  }
  return found;
}

/** Marks in a reading that the document gives the letter e a meaning of its own: it stands alone before an equals sign, and names stand behind it. */
export function withResidual(
  reading: Reading,
  sides: readonly { readonly left: readonly Token[]; readonly right: readonly Token[]; readonly relation: string }[],
): Reading {
  const defined = sides.some(
    (s) =>
      s.relation === "=" &&
      s.left.length === 1 &&
      s.left[0].kind === "letter" &&
      s.left[0].text === "e" &&
      s.right.filter((t) => t.kind === "letter" && t.text !== "n").length >= 1 &&
      !s.right.some((t) => /^(lim|sum|exp|infty|ldots|dots|cdots|approx)$/.test(t.text)),
  );
  const applied = sides.some((s) => s.relation === "=" && isResidualFunction(s.left));
  if (applied) return { ...reading, functions: new Set([...reading.functions, "e:name", "\\mathit{e}"]) };
  return defined ? { ...reading, functions: new Set([...reading.functions, "e:name"]) } : reading;
}

/** `e(p)`, a whole side: nobody writes the number e before a name in brackets so. */
const isResidualFunction = (side: readonly Token[]): boolean =>
  side[0]?.kind === "letter" &&
  side[0].text === "e" &&
  side[1]?.text === "(" &&
  side[side.length - 1].text === ")" &&
  side.slice(2, -1).every((t) => t.text !== "(") &&
  lonelyArguments(side, 1);

/** The font that a name is kept under. */
const dressing = (font: string): string =>
  /^(bm|boldsymbol)$/.test(font) ? "mathbf" : font === "operatorname" ? "mathrm" : font === "overline" ? "bar" : font;

/** A name that begins at a token: a letter, a Greek command, a font around something; with its label and marks. */
function headAt(tokens: readonly Token[], at: number): { base: string; name: string; end: number } | undefined {
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

const GREEK =
  /^(piparameter|iparameter|alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|rho|varrho|sigma|tau|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell)$/;

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i].kind === "open") depth++;
    if (tokens[i].kind === "close" && --depth === 0) return i;
  }
  return tokens.length - 1;
}

/** What stands behind a parenthesis, up to the next one that closes. */
const insideOf = (tokens: readonly Token[], open: number): readonly Token[] =>
  tokens.slice(
    open + 1,
    tokens.findIndex((t, i) => i > open && t.text === ")"),
  );

/** Arguments that an entropy has: distributions, random variables, a condition. */
function isRandom(tokens: readonly Token[], open: number): boolean {
  const inside = insideOf(tokens, open);
  return inside.some((t) => /^([A-Z]|p|q)$/.test(t.text) || t.text === "|" || t.text === "mid");
}

/** `I(X; Y)`: nothing but an information is of capitals with a semicolon between them. */
function hasSemicolon(tokens: readonly Token[], open: number): boolean {
  const inside = insideOf(tokens, open);
  return isCapital(inside[0]) && inside.some((t) => t.text === ";");
}

/** `(Y|X)`: capitals with a bar between them. */
function isConditional(tokens: readonly Token[], open: number): boolean {
  const inside = insideOf(tokens, open);
  const isBar = (t: Token): boolean => t.text === "|" || t.text === "mid";
  return isCapital(inside[0]) && isCapital(inside[inside.length - 1]) && inside.filter(isBar).length === 1;
}

/** Signs that only events have in the bracket of a probability: set operations, complements, relations. */
function hasEvent(tokens: readonly Token[], open: number): boolean {
  for (let i = open, depth = 0; i < tokens.length; i++) {
    if (/^[([]$/.test(tokens[i].text)) depth++;
    if (/^[)\]]$/.test(tokens[i].text) && --depth === 0) return false;
    if (tokens[i].kind === "command" && /^(cap|cup|setminus|complement|neg|ge|geq|le|leq|leqslant|geqslant|bigcap|bigcup)$/.test(tokens[i].text)) return true;
    if (tokens[i].kind === "symbol" && /^[<>=]$/.test(tokens[i].text) && tokens.slice(open, i).some((t) => isCapital(t) || t.text === "|")) return true;
    // P(b = 1) of a small letter
    if (tokens[i].kind === "symbol" && tokens[i].text === "=" && i === open + 2 && tokens[i + 1]?.kind === "number") return true;
    const script = tokens[i].kind === "sup" ? tokens[i + (tokens[i + 1]?.kind === "open" ? 2 : 1)]?.text : undefined;
    if (script !== undefined && isCapital(tokens[i - 1]) && /^[cC]$/.test(script)) return true;
    if (tokens[i].kind === "command" && /^(bar|overline)$/.test(tokens[i].text) && isCapital(tokens[i + (tokens[i + 1]?.kind === "open" ? 2 : 1)])) return true;
  }
  return false;
}

function hasDoubleBar(tokens: readonly Token[], open: number): boolean {
  for (let i = open, depth = 0; i < tokens.length; i++) {
    if (/^[([]$/.test(tokens[i].text)) depth++;
    if (/^[)\]]$/.test(tokens[i].text) && --depth === 0) return false;
    if (tokens[i].text === "|" && (tokens[i].kind === "command" || tokens[i + 1]?.text === "|")) return true;
    if (/^(Vert|parallel)$/.test(tokens[i].text)) return true;
  }
  return false;
}

/** `y(0)`, `\\mathbf{r}(\\pi)`: a name that is usually a function, and a single number, with nothing to multiply behind it. */
function valueAt(tokens: readonly Token[], head: { base: string; end: number }, from: number): boolean {
  if (/^[A-Z]$/.test(head.base) && (tokens[from - 1]?.kind === "number" || tokens[from - 1]?.kind === "letter")) return false;
  if (!/^(y|u|v|w|s|P|Q|R|S|T|V|L|N|\\phi|\\varphi|\\psi|\\mathbf\{[a-zA-Z]\}|\\vec\{[a-zA-Z]\})$/.test(head.base)) return false;
  let at = head.end + 1;
  if (tokens[at]?.text === "-") at++;
  const single = tokens[at]?.kind === "number" || (tokens[at]?.kind === "command" && tokens[at].text === "pi");
  if (!single || tokens[at + 1]?.text !== ")") return false;
  const next = tokens[at + 2];
  return (
    next === undefined ||
    next.kind === "cell" ||
    next.kind === "row" ||
    next.kind === "close" ||
    (next.kind === "symbol" && /^[=+\-,.;)<>]$/.test(next.text)) ||
    next.kind === "command"
  );
}

/** `[k]`, `[0]`: a square bracket around one letter or number is no factor; what stands in front of it is a signal, an array or a ring. */
const isLonely = (tokens: readonly Token[], open: number): boolean => {
  const inside = tokens[open + 1];
  return (inside?.kind === "letter" || inside?.kind === "number" || (inside?.kind === "command" && GREEK.test(inside.text))) && tokens[open + 2]?.text === "]";
};

/** Whether a parenthesis holds nothing but names, separated by commas, bars and semicolons: a product is never written so. */
function lonelyArguments(tokens: readonly Token[], open: number, close = ")"): boolean {
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

/** σ(u) = … and σ^{-1}(y) = …: sides that are a function and its inverse. */
function areUndone(operands: readonly (readonly Token[])[]): boolean {
  const defined = new Set<string>();
  const undone = new Set<string>();
  for (const tokens of operands) {
    const [, name, inverse] = /^([a-zA-Z]+) (\^ \{ - 1 \} )?\( [a-zA-Z]+ \)$/.exec(tokens.map((t) => t.text).join(" ")) ?? [];
    if (name !== undefined) (inverse ? undone : defined).add(name);
  }
  return [...undone].some((name) => defined.has(name));
}
