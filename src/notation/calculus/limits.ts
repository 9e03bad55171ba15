/** Limits: two-sided, one-sided, at infinity; extrapolated with an error estimate. */
import type { Evaluator } from "../../expression/evaluator";
import { namesOf, symbolName } from "../../expression/names";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import { matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";
import { clauseTokens } from "../series/sum-index";
import { limitLanes } from "./extrapolation";
import { evaluateJointLimit, jointLimit, printJointLimit } from "./joint-limits";

/** Arrows that come down to the point or up to it. */
const ONE_SIDED: Readonly<Record<string, number>> = { searrow: 1, downarrow: 1, nearrow: -1, uparrow: -1 };

/** Of several rows or clauses below the sign the one with the arrow; the others say for which values of other names. */
function pointTokens(tokens: readonly Token[]): { readonly point: readonly Token[]; readonly others: readonly (readonly Token[])[] } {
  const atop = tokens.findIndex((t) => t.kind === "command" && t.text === "atop");
  const clauses =
    atop > 0
      ? [tokens.slice(0, atop), tokens.slice(atop + 1)]
      : tokens[0]?.text === "substack" || tokens[0]?.kind === "begin"
        ? clauseTokens(tokens)
        : [tokens];
  const isPoint = (c: readonly Token[]) =>
    c.some((t) => t.kind === "command" && /^(to|rightarrow|longrightarrow|searrow|nearrow|downarrow|uparrow)$/.test(t.text));
  const points = clauses.filter(isPoint);
  return points.length === 1 && clauses.length > 1 ? { point: points[0], others: clauses.filter((c) => c !== points[0]) } : { point: tokens, others: [] };
}

function limit(p: Parser): Expr {
  const start = p.cursor.position - 1;
  if (!p.cursor.take("sub")) return failure("a limit without its point", p.cursor.since(start));
  const place = p.cursor.here();
  const { point: tokens, others } = pointTokens(p.cursor.argument());
  let side = 0;
  const cut = tokens.findIndex((t, i) => t.kind === "sup" && i > 1);
  let under = tokens.map((t): Token => (t.kind === "command" && ONE_SIDED[t.text] ? { ...t, text: "to" } : t));
  for (const t of tokens) if (t.kind === "command" && ONE_SIDED[t.text]) side = ONE_SIDED[t.text];
  if (cut > 0) {
    const mark = tokens
      .slice(cut + 1)
      .map((t) => t.text)
      .join("")
      .replace(/[{}]/g, "");
    if (mark === "+" || mark === "-") {
      side = mark === "+" ? 1 : -1;
      under = under.slice(0, cut);
    }
  }
  const last = under[under.length - 1];
  if (side === 0 && last?.kind === "symbol" && /^[+-]$/.test(last.text)) {
    side = last.text === "+" ? 1 : -1;
    under = under.slice(0, -1);
  }
  const condition = p.inner(under, place);
  const factor = p.expression(POWER.mul - 1);
  const moving = condition.op === "relation" ? namesOf(condition.args[0]).symbols : new Set<string>();
  // terms behind the first belong to the limit as far as they speak of its variable
  const terms = p.sumFrom(factor, (term) => [...namesOf(term).symbols].some((name) => moving.has(name)));
  const conditions = others.map((c) => p.inner(c, place)).filter((c) => c.op === "relation" && /^(?:[<>]=?|!=)$/.test(c.name ?? ""));
  // the limit is of what has no value elsewhere
  const body = conditions.reduceRight((e, c) => node("cases", [e, c], e.span), terms);
  const joint =
    condition.op === "relation" && condition.name === "→" && side === 0
      ? jointLimit(body, condition.args[0], condition.args[1], p.cursor.since(start))
      : undefined;
  if (joint) return joint;
  const variable = condition.args[0];
  if (condition.op !== "relation" || condition.name !== "→" || (variable?.op !== "symbol" && variable?.op !== "indexed"))
    return failure("the point of this limit was not understood", place);
  return node("limit", [body, condition.args[1]], p.cursor.since(start), symbolName(variable), { bound: symbolName(variable), side });
}

function evaluateLimit<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const to = ev.evaluate(e.args[1]);
  if (to.kind === "matrix" || to.kind === "tuple") throw new NotUnderstood("limit/point", "a limit in several variables", e.span);
  const limitOf = (body: Expr): T => limitLanes(ev, body, String(e.data?.bound), ev.number(to, e.args[1]), Number(e.data?.side ?? 0), e);
  try {
    return scalar(limitOf(e.args[0]));
  } catch (error) {
    if (!(error instanceof NotUnderstood) || error.code !== "expression/not-a-number") throw error;
    return componentwise(e, ev, limitOf);
  }
}

/** The limit of a vector is the vector of the limits. */
function componentwise<T>(e: Expr, ev: Evaluator<T>, limitOf: (body: Expr) => T): Value<T> {
  const at = ev.with(String(e.data?.bound), scalar(ev.A.number(0.5))).evaluate(e.args[0]);
  if (at.kind !== "matrix" || at.cols !== 1) throw new NotUnderstood("limit/of-what", "the limit of something that is neither a number nor a vector", e.span);
  const entry = (i: number): Expr => node("entry", [e.args[0], node("number", [], e.span, String(i + 1))], e.span);
  return matrix(
    at.rows,
    1,
    at.items.map((_, i) => limitOf(entry(i))),
    true,
  );
}

export const limits: Construct = {
  name: "limits",
  prefix: { "\\lim": limit, "\\limsup": limit, "\\liminf": limit },
  meanings: { limit: evaluateLimit, "joint-limit": evaluateJointLimit },
  print: {
    "joint-limit": { power: POWER.add + 1, latex: printJointLimit },
    limit: {
      power: POWER.add + 1,
      latex: (e, print) =>
        `\\lim_{${e.name} \\to ${print(e.args[1])}${e.data?.side === 1 ? "^+" : e.data?.side === -1 ? "^-" : ""}} ${print(e.args[0], POWER.mul)}`,
    },
  },
  examples: [
    { latex: "\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1", verdict: "holds" },
    { latex: "\\lim_{x \\to \\infty} \\frac{2x + 1}{x - 3} = 2", verdict: "holds" },
    { latex: "\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = \\frac12", verdict: "holds" },
    { latex: "\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = 1", verdict: "fails" },
    { latex: "\\lim_{x \\to 0} \\frac{x - \\ln(1 + x)}{x^2} = \\frac12", verdict: "holds" },
    { latex: "\\lim_{x \\to 0} \\frac{\\sqrt{1 - x} - 1 + \\frac{x}{2}}{x^2} = \\frac18", verdict: "fails" },
    { latex: "\\lim_{x \\to 2} 3x + \\frac{4}{x} = 8", verdict: "holds" },
    { latex: "\\lim_{x \\to 2} 3x + \\frac{4}{x} = 7", verdict: "fails" },
    { latex: "\\lim_{x \\to 2} 3x + 1 - x^2 + 5 = 8", verdict: "holds" },
    { latex: "\\lim_{\\substack{x \\to \\infty \\\\ a < 0}} x^a = 0", verdict: "holds" },
    { latex: "\\lim_{x \\to 0^+} x \\ln x = 0", verdict: "holds" },
    { latex: "\\lim_{b \\to \\infty} \\frac{1}{\\ln b} = 0", verdict: "holds" },
    { latex: "\\lim_{b \\to \\infty} \\left(\\frac{1}{\\ln 2} - \\frac{1}{\\ln b}\\right) = \\frac{2}{\\ln 2}", verdict: "fails" },
    { latex: "\\lim_{n \\to \\infty} \\frac{(\\ln n)^8}{\\sqrt{n}} = 0", verdict: "holds" },
    { latex: "\\lim_{x \\to \\infty} \\frac{\\sqrt{x}}{(\\ln x)^8} = 0", verdict: "fails" },
    { latex: "\\lim_{x \\to 0^-} \\frac{1}{x} = -\\infty", verdict: "holds" },
    { latex: "\\lim_{x \\to 0} \\frac{|x|}{x} = 1", verdict: "unchecked" },
    { latex: "\\lim_{t \\to 2} \\frac{t^5 - 80 t + 128 - 40 (t - 2)^2 \\cdot 2}{(t - 2)^3} = 40", verdict: "holds" },
    { latex: "\\lim_{t \\to 2} \\frac{t^5 - 80 t + 128 - 40 (t - 2)^2 \\cdot 2}{(t - 2)^3} = 41", verdict: "fails" },
    { latex: "\\lim_{t \\to 3} \\frac{|t - 3|}{t - 3} = 0", verdict: "unchecked" },
    { latex: "\\lim_{(x,y) \\to (0,0)} \\frac{x^2 y}{x^2 + y^2} = 0", verdict: "holds" },
    { latex: "\\lim_{(x,y) \\to (0,0)} \\frac{x^2 y}{x^4 + y^2} = 0", verdict: "unchecked" },
    { latex: "\\lim_{(x,y) \\to (1,2)} \\frac{x + y}{x y} = \\frac32", verdict: "holds" },
    { latex: "\\lim_{n \\to \\infty} (-1)^n = 1", verdict: "unchecked" },
    { latex: "\\lim_{n \\to \\infty} \\left(1 + \\frac{x}{n}\\right)^n = e^x", verdict: "holds" },
    { latex: "\\lim_{n \\to \\infty} \\sum_{k=1}^n \\frac{k^2}{n^3} = \\frac13", verdict: "holds" },
    { latex: "\\lim_{h \\to 0} \\frac{(x + h)^3 - x^3}{h} = 3x^2", verdict: "holds" },
  ],
};
