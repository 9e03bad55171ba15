/** In which variable an expression is evaluated where a bar or a bracket with bounds does not say: its only letter, or the one that is usually meant. */
import type { Span } from "../../base/span";
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, rewrite, some, symbol } from "../../expression/tree";
import type { Token } from "../../latex/tokens";

const CONSTANT = /^(e|i|\\pi|\\infty|C|\\mathrm\{.*)$/;
const USUAL = ["x", "t", "u", "y", "z", "r", "s", "\\theta", "w", "v"];

/**
 * The names behind differentials, u of "du", but for those of integrals that a bar at `inside` stands in: where parts are integrated, what stands beside the
 * integral is evaluated in its variable, and within one over y what was integrated over x is.
 */
function differentialsBeside(tokens: readonly Token[], inside: Span): string[] {
  const found: string[] = [];
  let around = 0;
  for (const [i, t] of tokens.entries()) {
    const isBefore = t.to <= inside.from;
    const integrals = t.kind === "command" ? /^o?(i{1,3})nt$/.exec(t.text)?.[1].length : undefined;
    if (isBefore && integrals) around += integrals;
    const next = t.kind === "letter" && t.text === "d" ? tokens[i + 1] : undefined;
    const name = next?.kind === "letter" ? next.text : next?.kind === "command" ? `\\${next.text}` : undefined;
    if (name === undefined) continue;
    if (around > 0 && (isBefore || t.from >= inside.to)) around--;
    else found.push(name);
  }
  return found;
}

/** The name, or undefined where several letters could be meant; the bounds of an evaluation in y may speak of x. `beside` are the variables of integrals. */
export function evaluationVariable(body: Expr, points: readonly (Expr | undefined)[] = [], beside: readonly string[] = []): string | undefined {
  const names = new Set<string>();
  const isInBounds = (name: string): boolean => points.some((p) => p !== undefined && hasSymbol(p, name));
  some(body, (n) => {
    if (n.op === "symbol" && n.name && !CONSTANT.test(n.name)) names.add(n.name);
    return false;
  });
  const apart = [...names].filter((name) => !isInBounds(name));
  const possible = apart.length > 0 ? apart : [...names];
  return possible.length === 1 ? possible[0] : (beside.find((n) => possible.includes(n)) ?? USUAL.find((n) => possible.includes(n)));
}

/** `[f g]_a^b`: functions of the document that stand bare are taken at the variable. */
export function atVariable(body: Expr, functions: ReadonlySet<string>): Expr {
  const names = [...namesOf(body).symbols].filter((n) => !CONSTANT.test(n));
  // a lone u may be what was put in place of u(x); beside v it is a function
  if (names.length === 0 || !names.every((n) => functions.has(n) && (names.length > 1 || !USUAL.includes(n)))) return body;
  return rewrite(body, (n) =>
    n.op === "symbol" && names.includes(n.name ?? "")
      ? node("apply", [symbol(USUAL[0], n.span)], n.span, n.name, { split: 1, indices: 0, order: false, bracket: "(", bound: "" })
      : n,
  );
}

/** What an evaluation of `body` at `points` binds, as data of its node; `tokens` are those of the operand. */
export function evaluationBinding(body: Expr, points: readonly (Expr | undefined)[], tokens: readonly Token[] = []): { bound?: string } {
  const named = points.find((p) => p?.op === "relation" || p?.op === "list" || p?.op === "tuple");
  const name = named
    ? named.op === "relation" && named.args[0].op === "symbol"
      ? named.args[0].name
      : undefined
    : evaluationVariable(body, points, differentialsBeside(tokens, body.span));
  return name === undefined ? {} : { bound: name };
}
