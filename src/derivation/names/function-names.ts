/** Finds which names of a document are functions: those that are applied to a plain name somewhere, or that usage makes functions. */
import type { Reading } from "../../expression/parser";
import type { Token } from "../../latex/tokens";
import { factorialPowerMarks } from "../../notation/series/factorial-powers";
import { headAt, headsIn, isLonely, lonelyArguments } from "./name-heads";
import { statisticLetters } from "./statistic-letters";
import { subjectMarks } from "./subject-marks";
import { transposeMarks } from "./transpose-marks";
import { isVariable, USUAL } from "./usual-functions";

const NEVER = /^(e|i|d|\\partial|\\nabla|\\infty|\\cdot|\\quad|\\pi|\\ln|\\log|\\sin|\\cos|\\to)$/;

/** The reading of a document: its function names, in the form the parser makes them. */
export function readingOf(formulas: readonly (readonly Token[])[], prose: string, operands: readonly (readonly Token[])[] = []): Reading {
  const statistics = statisticLetters(formulas, prose);
  const functions = new Set<string>([
    ...USUAL,
    ...appliedToNumbers(operands),
    ...plainTerms(formulas),
    ...statistics.marks,
    ...transposeMarks(formulas),
    ...factorialPowerMarks(formulas),
    ...appliedNames(formulas, prose),
    ...subjectMarks(formulas, operands, prose, statistics.isStatistical),
  ]);
  for (const name of USUAL) if (isVariable(name, formulas)) functions.delete(name);
  return { functions, slash: "tight", functionPower: "value" };
}

/** Names with arguments behind them, in parentheses or brackets. */
function appliedNames(formulas: readonly (readonly Token[])[], prose: string): Set<string> {
  const linear = /\blinear (transformation|map|mapping|operator)s?\b|\bidentity (transformation|map|mapping|operator)\b/i.test(prose);
  const found = new Set<string>();
  for (const tokens of formulas)
    for (const { at, head } of headsIn(tokens)) {
      const open = tokens[head.end];
      if (open?.text === "[" && /^\\mathcal\{/.test(head.base) && tokens[at - 1]?.kind !== "close") found.add(`${head.base}[`).add(head.base);
      if (open?.text === "[" && !NEVER.test(head.base) && (isLonely(tokens, head.end) || lonelyArguments(tokens, head.end, "]")))
        found.add(`${head.base}[`).add(head.base);
      if (open?.kind !== "symbol" || open.text !== "(" || NEVER.test(head.base)) continue;
      // I_V(v) of a linear map: the identity of a space
      if (linear && head.base === "I" && tokens[at + 1]?.kind === "sub") continue;
      if (
        !isCount(tokens, head) &&
        !(isSquared(tokens, head) && formulas.some((f) => isBounded(head.name, f))) &&
        (lonelyArguments(tokens, head.end) || valueAt(tokens, head, at) || isRepeated(tokens, head))
      )
        found.add(head.name);
    }
  return found;
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
      if (tokens[at].kind !== "letter" || tokens[at + 1].kind !== "sub") continue;
      const braced = tokens[at + 2].kind === "open" && tokens[at + 4]?.kind === "close" ? 1 : 0;
      const index = tokens[at + 2 + braced];
      if (index?.kind !== "letter" || !(/^[ijklmn]$/.test(index.text) || /^[A-Z]$/.test(tokens[at].text))) continue;
      const behind = at + 3 + 2 * braced;
      const called = tokens[behind]?.kind === "symbol" && tokens[behind].text === "(";
      // g_i is a weight only where it multiplies the term of another sequence, g_i x_i
      if (!called && USUAL.includes(tokens[at].text) && !isTerm(tokens, behind)) continue;
      if (!called) plain.add(`${tokens[at].text}_${index.text}#`);
      else if (lonelyArguments(tokens, behind)) applied.add(`${tokens[at].text}_${index.text}#`);
    }
  return [...plain].filter((name) => !applied.has(name));
}

/** x_i of a letter that is no usual name of a function. */
const isTerm = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "letter" &&
  !USUAL.includes(tokens[at].text) &&
  tokens[at + 1]?.kind === "sub" &&
  tokens[at + 2]?.kind === "letter" &&
  tokens[at + 3]?.text !== "(";

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
