/** Factorial powers, x^{\underline{n}} = x (x − 1) ⋯ (x − n + 1) and x^{\overline{n}} = x (x + 1) ⋯ (x + n − 1), after Knuth. */
import type { Parser } from "../expression/parser";
import { type Expr, node } from "../expression/tree";
import type { Token } from "../latex/tokens";

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
  if (!line || !p.reading.functions.has(FACTORIAL_POWERS) || !isOneArgument(tokens.slice(1))) return undefined;
  const inner = tokens[1].kind === "open" ? tokens.slice(2, -1) : tokens.slice(1);
  return node("special", [left, p.inner(inner, span)], span, line === "underline" ? "falling" : "rising", { whole: ["1"], line });
}

/** One token, or one group in braces. */
function isOneArgument(tokens: readonly Token[]): boolean {
  if (tokens.length < 2) return tokens.length === 1 && tokens[0].kind !== "open";
  let depth = 0;
  return (
    tokens[0].kind === "open" &&
    tokens.every((t, i) => {
      if (t.kind === "open") depth++;
      if (t.kind === "close") depth--;
      return depth > 0 || i === tokens.length - 1;
    })
  );
}
