/** What a relation leaves as a fact for later steps: a definition, an equation, a condition. */

import type { Span } from "../../base/span";
import { mentions } from "../../expression/occurrences";
import { type Expr, node, rewrite, some, symbol } from "../../expression/tree";
import { hasLandau } from "../../notation/calculus/landau";
import { normalisedSequence } from "../laws/entries";
import { isLikelihood } from "../laws/likelihoods";
import type { Link } from "../reading/chains";
import { areDifferentials, defined, freeSymbols, hasDifferential, isProbability, refersTo, target } from "../reading/targets";
import { isNew, newFunctional, type Role, type State } from "../roles/state";
import type { Condition, Definition, Equation, Fact } from "./facts";
import { isDenied, isPutAside, isRenaming } from "./no-facts";
import { functionalsOfTerms } from "./sequence-arguments";

/** What a relation leaves for later steps. */
export function factOf(link: Link, left: Expr, right: Expr, role: Role, state: State): Fact | undefined {
  const span: Span = { from: link.left.from, to: link.right.to };
  const text = "";
  // up to terms of known growth nothing is the same
  if (hasLandau(left) || hasLandau(right)) return undefined;
  if (isPutAside(link) || isDenied(link) || isRenaming(link, left, right)) return undefined;
  if (role === "unread" || (hasDifferential(left) && hasDifferential(right)) || areDifferentials(left, right)) return undefined;
  // h(d) = d for some d only: no formula of h
  if (role !== "claim" && state.ofSome !== undefined && isAtPlace(left, right, state.ofSome)) return undefined;
  const counted = link.sign.relation === "=" && role === "given" ? counting(left, right) : undefined;
  if (counted) return { kind: "condition", relation: counted, span, text };
  if (link.sign.relation !== "=") {
    const proportional = proportionalDefinition(link, left, right, span);
    if (proportional) return proportional;
    if (role === "claim") return undefined;
    const relation = node("relation", [left, right], span, link.sign.relation);
    return { kind: "condition", relation, span, text } satisfies Condition;
  }
  const closing = closingEquation(link, right, role, state);
  if (closing) return { kind: "equation", closes: true, ...closing, span, text };
  if (role === "claim" && !target(left)) return normalisation(link, { kind: "equation", left, right, span, text }, state);
  if (role === "defines") return definitionOf(left, right, span, state) ?? { kind: "equation", left, right, span, text };
  if (link.continued && role !== "soft" && !(role === "given" && isProbability(left))) return undefined;
  const solved = target(left);
  if (solved && !mentions(right, solved.name) && role !== "given") return { kind: "equation", left, right, span, text } satisfies Equation;
  return role === "given" || role === "soft" ? { kind: "equation", left, right, span, text } : undefined;
}

/** "p(θ | x) ∝ …" at the beginning of a chain: what p is up to a factor, which what stands behind the bar may change; of a likelihood, what stands before it. */
function proportionalDefinition(link: Link, left: Expr, right: Expr, span: Span): Definition | undefined {
  const t = link.sign.relation === "∝" && link.index === 0 && !link.continued && left.op === "apply" ? target(left) : undefined;
  if (!t || t.indexed || t.patterns || mentions(right, t.name)) return undefined;
  const [front, back] = [t.params.slice(0, t.split), t.params.slice(t.split)];
  const by = (isLikelihood(front, back) ? front : back).map((p) => symbol(p, span));
  const name = `\u0005${t.name}`;
  const factor = by.length > 0 ? node("apply", by, span, name, { split: by.length, indices: 0, order: false, bracket: "(", bound: "" }) : symbol(name, span);
  const body = node("mul", [factor, right], span, undefined, { style: "juxtaposed" });
  return { kind: "definition", ...t, body, span, text: "", upToFactor: true };
}

/** Whether two sides speak of functions at one place, and of that place by itself. */
function isAtPlace(left: Expr, right: Expr, place: string): boolean {
  const sides = [left, right];
  const standsAlone = (e: Expr): boolean => e.op !== "apply" && ((e.op === "symbol" && e.name === place) || e.args.some(standsAlone));
  return sides.every((e) => [...freeSymbols(e)].every((n) => n === place)) && sides.some(standsAlone) && sides.some((e) => some(e, (n) => n.op === "apply"));
}

/** k = 1, 2, …, n: over what an index runs. */
function counting(left: Expr, right: Expr): Expr | undefined {
  const dotted = right.op === "list" && right.args.length >= 3 && right.args.some((a) => a.op === "ellipsis");
  if (!dotted || left.op !== "symbol") return undefined;
  return node("relation", [left, node("tuple", right.args, right.span, undefined, { open: "{", close: "}" })], left.span, "∈");
}

/** The end of "1 = π_1 + π_2 = (N_1 + N_2)/λ = n/λ" or "σ² = ∫ … = 1/(2a)": what began as a number or a power is an equation for the names at the end. */
function closingEquation(link: Link, right: Expr, role: Role, state: State): { left: Expr; right: Expr } | undefined {
  const { links } = link.statement;
  const last = link.index === links.length - 1 && links.length > 1 && links.every((l) => l.sign.relation === "=");
  const { opening } = state;
  const opens = opening?.op === "number" || (opening?.op === "pow" && state.first === "soft" && !mentions(right, opening.args[0].name ?? ""));
  return last && role === "claim" && opening && opens && freeSymbols(right).size > 0 ? { left: opening, right } : undefined;
}

/** "so \\sum_k y_k = 1" of a sequence that no formula defines: a claim by its words, and all that is said of it. */
function normalisation(link: Link, equation: Equation, state: State): Equation | undefined {
  const sequence = link.continued || link.statement.links.length > 1 ? undefined : normalisedSequence(equation)?.name;
  return sequence !== undefined && !state.known.has(sequence) ? equation : undefined;
}

/** "A - B = Q(\\theta, r) + H(r)" with two new functionals: each names its term. */
export function termwise(left: Expr, right: Expr, span: Span, state: State): Definition[] | undefined {
  if (left.op !== "add" || right.op !== "add" || !right.args.every((a) => a.op === "apply" && isNew(a.name ?? "", state))) return undefined;
  if (!functionalsOfTerms(left.args, right.args, state.collections)) return undefined;
  return right.args.map((call, i) => definitionOf(call, left.args[i], span, state) as Definition);
}

/** The definition that `left = right` makes, on whichever side the new name stands; a new functional in a sum is solved for. */
export function definitionOf(left: Expr, right: Expr, span: Span, state: State): Definition | undefined {
  // log p(x) = …
  if (left.op === "call" && left.name === "log" && left.args[0].op === "apply")
    return definitionOf(left.args[0], node("call", [right], right.span, "exp"), span, state);
  const t = defined(left, right);
  const derived = t && t.params.length === 0 && !t.indexed ? derivativeOf(right, state) : undefined;
  if (t && derived) return { kind: "definition", ...t, params: ["x"], split: 1, body: derived, span, text: "" };
  const made = (of: NonNullable<ReturnType<typeof target>>, body: Expr): Definition => {
    const components = new Map([...state.collections].filter(([name]) => of.params.includes(name)));
    return { kind: "definition", ...of, ...(components.size > 0 ? { components } : {}), body: withConjugates(body, of.params), span, text: "" };
  };
  if (t && !refersTo(right, t)) return made(t, right);
  const back = target(right);
  if (back && !mentions(left, back.name)) return made(back, left);
  const name = newFunctional(right, state);
  if (!name || right.op !== "add") return undefined;
  const at = right.args.findIndex((a) => a.name === name || (a.op === "neg" && a.args[0].name === name));
  const term = right.args[at];
  const call = target(term.op === "neg" ? term.args[0] : term);
  if (!call) return undefined;
  const rest = right.args.filter((_, i) => i !== at);
  const difference = node("add", [left, ...rest.map((r) => node("neg", [r], r.span))], span);
  return made(call, term.op === "neg" ? node("neg", [difference], span) : difference);
}

/** The formula of g(z) with \\bar{z} as the conjugate of the argument, whatever that is: no name of its own. */
const withConjugates = (body: Expr, params: readonly string[]): Expr =>
  params.some((p) => /^(z|w|\\zeta)$/.test(p))
    ? rewrite(body, (e) => {
        const under = e.op === "symbol" ? params.find((p) => e.name === `\\bar{${p}}` && /^(z|w|\\zeta)$/.test(p)) : undefined;
        return under === undefined ? e : node("call", [symbol(under, e.span)], e.span, "conj");
      })
    : body;

/** `f'` of a function that a formula defines, at x. */
function derivativeOf(e: Expr, state: State): Expr | undefined {
  const [, name, primes] = (e.op === "symbol" && /^(.*[^'])('+)$/.exec(e.name ?? "")) || [];
  if (!name || !state.functions.has(name)) return undefined;
  const order = node("number", [], e.span, String(primes.length));
  return node("apply", [symbol("x", e.span), order], e.span, name, { split: 1, indices: 0, order: true, bracket: "(", bound: "" });
}
