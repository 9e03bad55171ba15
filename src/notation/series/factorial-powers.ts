/** Factorial powers, x^{\underline{n}} = x (x − 1) ⋯ (x − n + 1) and x^{\overline{n}} = x (x + 1) ⋯ (x + n − 1), after Knuth. */
import type { Parser } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { readArgument } from "../../latex/groups";
import type { Token } from "../../latex/tokens";

/** The mark of a document that writes falling powers: a line above an exponent is then a rising power, not a name under a bar. */
const FACTORIAL_POWERS = "^underline";

/** The marks of a reading: whether some formula has an exponent with a line below it. */
export function factorialPowerMarks(formulas: readonly (readonly Token[])[]): string[] {
  const isFalling = (tokens: readonly Token[]) =>
    tokens.some((t, i) => t.kind === "sup" && lineOf(tokens.slice(i + 1, i + 3).filter((x) => x.kind !== "open")) === "underline");
  return formulas.some(isFalling) ? [FACTORIAL_POWERS] : [];
}

const lineOf = (tokens: readonly Token[]): string | undefined =>
  tokens[0]?.kind === "command" && /^(underline|overline)$/.test(tokens[0].text) ? tokens[0].text : undefined;

/** The factorial power that a superscript of these tokens makes of what stands before it; undefined where it makes another power. */
export function factorialPower(p: Parser, left: Expr, tokens: readonly Token[], span: Expr["span"]): Expr | undefined {
  const line = lineOf(tokens);
  const argument = line && p.reading.functions.has(FACTORIAL_POWERS) ? readArgument(tokens, 1) : undefined;
  if (argument?.next !== tokens.length) return undefined;
  return node("special", [left, p.inner(argument.tokens, span)], span, line === "underline" ? "falling" : "rising", { whole: ["1"], line });
}
