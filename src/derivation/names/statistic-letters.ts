/** The letters E, V, H, I, D and P where a document means statistics by them: expectations, variances, entropies, informations, divergences, probabilities. */
import type { Token } from "../../latex/tokens";
import { behindGroup, type Head, headsIn, insideOf, isCapital } from "./name-heads";

/** Whether a document speaks of statistics at all, and the marks "stat:E" of its letters. */
export function statisticLetters(formulas: readonly (readonly Token[])[], prose: string): { readonly isStatistical: boolean; readonly marks: Set<string> } {
  const isStatistical =
    PROBABILITY.test(prose) ||
    formulas.some(
      (tokens) =>
        tokens.some((t, i) => t.text === "E" && (tokens[i - 2]?.text === "mathbb" || tokens[i - 2]?.text === "mathrm")) ||
        tokens.some((t) => t.text === "Var" || t.text === "Cov") ||
        informs(tokens),
    );
  const marks = new Set<string>();
  // beside \mathbb{E} a plain E before parentheses is another function; "energies $E(s)$", ∇E(w)
  const bracketed = formulas.some((tokens) => tokens.some((t, i) => t.text === "E" && tokens[i + 1]?.text === "["));
  const averages = /\b(expectations?|expected values?|expectancy)\b/i.test(prose);
  const energetic = ((/\benerg(y|ies)\b/i.test(prose) && !averages) || formulas.some(isDifferentiated)) && !bracketed;
  if (bracketed && formulas.some(isDifferentiated)) marks.add("stat:E[");
  // the E of \mathrm{Exp} is none
  const fonted = formulas.some((tokens) =>
    tokens.some((t, i) => t.text === "E" && /^(mathbb|mathrm|mathsf|operatorname)$/.test(tokens[i - 2]?.text ?? "") && tokens[i + 1]?.kind === "close"),
  );
  const plainE = isStatistical && (!fonted || (averages && areBothApplied(formulas))) && !energetic;
  // "the variance V(X)"
  const plainV =
    isStatistical && averages && /\bvariances?\b/i.test(prose) && !/\b(volumes?|potentials?|voltages?|value functions?|vector spaces?)\b/i.test(prose);
  const ofEvents = /\bevents?\b/i.test(prose);
  for (const tokens of formulas)
    for (const { head } of headsIn(tokens)) {
      const open = tokens[head.end];
      if (isStatistical && head.base === "E" && open?.kind === "command" && open.text === "{") marks.add("stat:E");
      if (open?.kind !== "symbol" || !/^[([]$/.test(open.text)) continue;
      if (isStatistic(tokens, head, isStatistical, plainE) || (plainV && head.base === "V")) marks.add(`stat:${head.base}`);
      if (head.base === "P" && (hasEvent(tokens, head.end) || (ofEvents && isCapital(tokens[head.end + 1])))) marks.add("stat:P");
      if (head.base === "p" && hasSetOfEvents(tokens, head.end)) marks.add("stat:p");
    }
  for (const letter of ["H", "h"]) if (marks.has(`stat:${letter}`) && isOfNumbers(formulas, letter)) marks.delete(`stat:${letter}`);
  return { isStatistical, marks };
}

/** H(p) = -p log p - (1 - p) log(1 - p), H(1/2) = 1: a function of a probability, where no H(X) is written. */
function isOfNumbers(formulas: readonly (readonly Token[])[], letter: string): boolean {
  let found = false;
  for (const tokens of formulas)
    for (const { head } of headsIn(tokens)) {
      if (head.base !== letter || tokens[head.end]?.text !== "(") continue;
      const inside = insideOf(tokens, head.end);
      if (inside.some(isCapital) || inside.some((t) => t.text === "(")) return false;
      const [only] = inside;
      const isNumber = only?.kind === "number" || (only?.kind === "command" && /^[dt]?frac$/.test(only.text));
      const isProbability =
        inside.length === 1 &&
        only.kind === "letter" &&
        tokens.some((t, i) => t.text === "1" && tokens[i + 1]?.text === "-" && tokens[i + 2]?.text === only.text);
      found ||= isNumber || isProbability;
    }
  return found;
}

/** I(X; Y), or H(X, Y) beside H(X) and H(Y). */
function informs(tokens: readonly Token[]): boolean {
  const applied = headsIn(tokens).filter(({ head }) => tokens[head.end]?.text === "(");
  if (applied.some(({ head }) => head.base === "I" && hasSemicolon(tokens, head.end))) return true;
  const entropies = applied
    .filter(({ head }) => head.base === "H")
    .map(({ head }) =>
      insideOf(tokens, head.end)
        .map((t) => t.text)
        .join(""),
    );
  return entropies.some((pair) => /^[A-Z],[A-Z]$/.test(pair) && pair.split(",").every((name) => entropies.includes(name)));
}

/** `\\mathbb{E}(\\hat p)` beside `E(\\hat p)`: two ways to write one. */
function areBothApplied(formulas: readonly (readonly Token[])[]): boolean {
  const [plain, fonted] = [new Set<string>(), new Set<string>()];
  for (const tokens of formulas)
    tokens.forEach((t, i) => {
      if (t.text !== "E") return;
      const isFonted = tokens[i + 1]?.kind === "close";
      const open = isFonted ? i + 2 : i + 1;
      if (tokens[open]?.text !== "(") return;
      const inside = insideOf(tokens, open).map((inner) => inner.text);
      (isFonted ? fonted : plain).add(inside.join(" "));
    });
  return [...plain].some((inside) => fonted.has(inside));
}

/** Whether a letter with a bracket behind it is a statistic: by the bracket, by what stands in it, or as the document speaks of statistics. */
function isStatistic(tokens: readonly Token[], { base, end }: Head, isStatistical: boolean, plainE: boolean): boolean {
  if (!/^[EVHID]$|^\\mathcal\{[HD]\}$/.test(base)) return false;
  const square = tokens[end].text === "[";
  if (base === "D") return hasDoubleBar(tokens, end);
  if (base === "I") return hasSemicolon(tokens, end) || (square && isStatistical);
  if (base === "H") return square || isConditional(tokens, end) || (isStatistical && isRandom(tokens, end));
  return square || (base === "E" && plainE);
}

const PROBABILITY = /expect|random|distribut|probab|varianc|\bmean\b|\bKL\b|densit|estimat|likelihood|entropy|moment|unbiased/i;

/** `\\nabla E(w)`, `\\nabla_w^2 E`, `\\partial E / \\partial w`: a derivative of E, of which no subscript makes an expectation. */
const isDifferentiated = (tokens: readonly Token[]): boolean =>
  tokens.some((t, i) => {
    if (t.kind !== "command" || !/^(nabla|partial)$/.test(t.text)) return false;
    let at = i + 1;
    while (tokens[at]?.kind === "sub" || tokens[at]?.kind === "sup") at = behindGroup(tokens, at + 1);
    return tokens[at]?.text === "E" && tokens[at + 1]?.kind !== "sub" && tokens[at + 1]?.text !== "[";
  });

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

/** p(A ∪ B): no density has a union of capitals for its argument. */
function hasSetOfEvents(tokens: readonly Token[], open: number): boolean {
  const inside = insideOf(tokens, open);
  return inside.some((t) => t.kind === "command" && /^(big)?c[ua]p$/.test(t.text)) && inside.some(isCapital);
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
