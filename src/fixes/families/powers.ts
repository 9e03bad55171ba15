/** A power that is missing or one too many; a root put on or taken off. */
import type { Token } from "../../latex/tokens";
import type { PlainFamily } from "../search";
import { candidate, cut, join, type Site, write } from "../site";

export const powers: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (let i = 0; i < tokens.length; i++) {
    if (layout.place[i] !== "base") continue;
    if (tokens[i].kind === "sup") {
      const end = tokens[i + 1]?.kind === "open" ? (layout.close.get(i + 1) ?? i + 1) + 1 : i + 2;
      if (end <= tokens.length && !/^\\?(prime|\*|T|top)$/.test(tokens[i + 1]?.text ?? ""))
        yield candidate(site, i, end, write(""), "Leave out the exponent", 1.5);
    }
    if (tokens[i].kind === "command" && tokens[i].text === "sqrt" && tokens[i + 1]?.kind === "open") {
      const end = (layout.close.get(i + 1) ?? i + 1) + 1;
      const inside = cut(tokens, i + 2, end - 1, text);
      const isUnit = layout.unitEnd(i + 2) === end - 1;
      yield candidate(site, i, end, isUnit ? inside : join("\\left(", inside, "\\right)"), "Leave out the root", isUnit ? 1.5 : 1.7);
    }
    if (isPartOfFraction(tokens, layout.close, i)) {
      const inside = cut(tokens, i + 1, layout.close.get(i) ?? i, text);
      const end = layout.close.get(i) ?? i;
      yield candidate(site, i + 1, end, join("\\sqrt{", inside, "}"), `Take the root of $${inside.text.trim()}$`, 1.9);
      if (!isNorm(tokens, i + 1, end)) yield candidate(site, i + 1, end, join("\\left(", inside, "\\right)^2"), `Square $${inside.text.trim()}$`, 1.7);
      // a + b² for (a + b)²
      if (tokens[end - 2].kind === "sup") {
        const bare = join("\\left(", cut(tokens, i + 1, end - 2, text), "\\right)", cut(tokens, end - 2, end, text));
        yield candidate(site, i + 1, end, bare, "Raise the whole, not the last of it", 1.6);
      }
    }
    const end = layout.unitEnd(i);
    const unit =
      tokens[i].kind === "letter" || tokens[i].kind === "command" || (tokens[i].kind === "symbol" && tokens[i].text === "(") || tokens[i].kind === "number";
    if (!unit || tokens.slice(i, end).some((t, k) => t.kind === "sup" && layout.place[i + k] === "base" && k > 0 && depthIsZero(tokens, i, i + k))) continue;
    if (tokens[i].kind === "command" && /^(sin|cos|tan|log|ln|exp|sum|prod|int|lim|max|min|cdot|times|mid|quad|qquad|to|Delta)$/.test(tokens[i].text)) continue;
    if (isBar(tokens[i])) {
      const from = barBefore(tokens, i);
      if (from >= 0) yield candidate(site, end, end, write("^2"), `Square $${cut(tokens, from, end, text).text.trim()}$`, 1.7);
      continue;
    }
    const whole = cut(tokens, i, end, text);
    if (isFraction(tokens[i]) && end > i + 1) yield candidate(site, i, end, join("\\left(", whole, "\\right)^2"), `Square $${whole.text.trim()}$`, 1.7);
    // a root is left out instead
    else if (tokens[i].text !== "sqrt") yield candidate(site, end, end, write("^2"), `Square $${whole.text.trim()}$`, 1.7);
    yield candidate(site, end, end, write("^{-1}"), `Invert $${cut(tokens, i, end, text).text.trim()}$`, 2.4);
  }
};

/** θ^n for θ²: a letter in the exponent where a number belongs. */
export const squares: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (let i = 1; i < tokens.length - 1; i++) {
    if (
      tokens[i].kind !== "sup" ||
      tokens[i - 1].text === "e" ||
      (!/^(letter|close)$/.test(tokens[i - 1].kind) && tokens[i - 1].kind !== "command" && tokens[i - 1].text !== ")")
    )
      continue;
    const braced = tokens[i + 1].kind === "open" ? 1 : 0;
    const at = i + 1 + braced;
    const isLetter = tokens[at]?.kind === "letter" && /^[i-nN]$/.test(tokens[at].text) && (braced === 0 || layout.close.get(i + 1) === at + 1);
    if (isLetter) yield candidate(site, at, at + 1, write("2"), `Replace the exponent $${cut(tokens, at, at + 1, text).text}$ by $2$`, 1.6);
  }
};

/** The square of a whole sum that was lost. */
export const squaresOfSums: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (const { place, terms } of layout.containers) {
    if (place !== "base") continue;
    for (const { from, to } of terms) {
      const sum = cut(tokens, from, to, text);
      if (tokens[from].kind === "command" && /^(sum|int)$/.test(tokens[from].text))
        yield candidate(site, from, to, join("\\left(", sum, "\\right)^2"), `Square $${sum.text.trim()}$`, 1.7);
    }
  }
};

/** A side that is left upside down, \bar x for 1/\bar x, where the other side does not speak of it: g^{-1} = g may be of a function. */
export const reciprocals: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  const isOther = !site.materials[0]?.tokens.some((t) => t.text === tokens[0].text);
  const whole = isOther && layout.unitEnd(0) === tokens.length && isName(tokens[0]) ? cut(tokens, 0, tokens.length, text) : undefined;
  const turned = whole && join("\\frac{1}{", whole, "}");
  if (whole && turned) yield candidate(site, 0, tokens.length, turned, `Replace $${whole.text.trim()}$ by $${turned.text}$`, 1.9);
  yield turnedProduct(site);
};

/** n / Σ x_i for (1/n) Σ x_i: a product that begins with a fraction, upside down. */
function turnedProduct(site: Site) {
  const { tokens, layout, text } = site;
  const [over, under] = [layout.close.get(1), layout.close.get((layout.close.get(1) ?? tokens.length) + 1)];
  const isWhole = layout.containers[0].terms.length === 1 && layout.containers[0].terms[0].sign === undefined;
  if (!isWhole || !isFraction(tokens[0]) || tokens[1]?.kind !== "open" || over === undefined || under === undefined || under + 1 >= tokens.length)
    return undefined;
  const rest = cut(tokens, under + 1, tokens.length, text);
  const below = over === 3 && tokens[2].text === "1" ? rest : join(cut(tokens, 2, over, text), " ", rest);
  const by = join("\\frac{", cut(tokens, over + 2, under, text), "}{", below, "}");
  return candidate(site, 0, tokens.length, by, `Take the reciprocal, $${by.text}$`, 1.45);
}

const isFraction = (t: Token | undefined): boolean => t?.kind === "command" && /^[dtc]?frac$/.test(t.text);
const isName = (t: Token | undefined): boolean => t?.kind === "letter" || (t?.kind === "command" && !/^([dtc]?frac|sqrt|log|ln|exp|sin|cos|tan)$/.test(t.text));

const isBar = (t: Token | undefined): boolean => t?.kind === "command" && /^(\||Vert|vert)$/.test(t.text);

/** The bar that another one closes: the last before it that is open; -1 where it opens itself. */
function barBefore(tokens: readonly Token[], at: number): number {
  let open = -1;
  for (let i = 0; i < at; i++) if (isBar(tokens[i]) && tokens[i].text === tokens[at].text) open = open < 0 ? i : -1;
  return open;
}

/** Bars around all of it. */
const isNorm = (tokens: readonly Token[], from: number, to: number): boolean => isBar(tokens[from]) && barBefore(tokens, to - 1) === from;

/** The brace of a numerator or a denominator of more than one token. */
function isPartOfFraction(tokens: readonly Token[], close: ReadonlyMap<number, number>, at: number): boolean {
  const end = close.get(at);
  if (tokens[at].kind !== "open" || end === undefined || end <= at + 2 || tokens[at + 1].text === "sqrt") return false;
  if (isFraction(tokens[at - 1])) return true;
  return [...close].some(([open, shut]) => shut === at - 1 && tokens[open].kind === "open" && isFraction(tokens[open - 1]));
}

/** A transpose that is missing or one too many, an inverse that was lost, where values are vectors or matrices. */
export const transposes: PlainFamily = function* ({ site, wanted }) {
  const { tokens, layout, text } = site;
  if (wanted.length < 2) return;
  for (let i = 0; i < tokens.length; i++) {
    if (layout.place[i] !== "base") continue;
    if (tokens[i].text === "(" || /^[A-Z]$/.test(tokens[i].text)) yield* inverted(site, i);
    if ((tokens[i].kind !== "letter" && tokens[i].kind !== "command") || layout.unitEnd(i) > i + 3) continue;
    const end = layout.unitEnd(i);
    const transposed = tokens[end - 2]?.kind === "sup" && /^(T|top|intercal)$/.test(tokens[end - 1].text);
    const name = cut(tokens, i, end, text).text.trim();
    if (transposed) yield candidate(site, end - 2, end, write(""), `Do not transpose $${name}$`, 1.25);
    else if (end === i + 1) yield candidate(site, end, end, write(signOfTransposes(text)), `Transpose $${name}$`, 1.25);
  }
};

/** The sign of a transpose as the document writes it. */
const signOfTransposes = (text: string): string =>
  /\^(?:\{(?:\\top|T|\\intercal|\\mathsf\{?T\}?|\\mathrm\{T\})\}|\\top\b|\\intercal\b|T\b)/.exec(text)?.[0] ?? "^\\top";

/** `(A^\\top A)` for its inverse. */
function* inverted(site: Site, at: number) {
  const end = site.layout.unitEnd(at);
  if (site.tokens[end - 2]?.kind === "sup" || site.tokens[end]?.kind === "sup") return;
  yield candidate(site, end, end, write("^{-1}"), `Invert $${cut(site.tokens, at, end, site.text).text.trim()}$`, 1.6);
}

/** Whether no bracket that opened after `from` is still open at `at`. */
function depthIsZero(tokens: readonly { kind: string; text: string }[], from: number, at: number): boolean {
  let depth = 0;
  for (let i = from; i < at; i++)
    depth += tokens[i].kind === "open" || /^[([]$/.test(tokens[i].text) ? 1 : tokens[i].kind === "close" || /^[)\]]$/.test(tokens[i].text) ? -1 : 0;
  return depth === 0;
}
