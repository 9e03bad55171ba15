/** The check of "proportional to": the ratio of the sides does not depend on a symbol that both have. */
import { namesOf } from "../expression/names";
import { type Expr, node, number, symbol } from "../expression/tree";
import { double, type Lane } from "../numeric/lanes";
import { checkEquality } from "./equality";
import type { Outcome } from "./outcome";
import type { Trial } from "./trial";

/** Free symbols of both sides, constants left out. */
export const sharedSymbols = (left: Expr, right: Expr): string[] =>
  [...namesOf(left).symbols].filter((n) => namesOf(right).symbols.has(n) && !/^(e|i|\\pi|\\infty)$/.test(n));

/**
 * `f \propto g`: the ratio does not depend on the variables that are meant, or, where these are not known, on a symbol that both depend on. It differs
 * where the ratio depends on each of them. The witness has the slopes of the logarithms of the sides.
 */
export function checkProportional(t: Trial): Outcome {
  const isCount = (n: string): boolean => t.bench.model.parts.sorts.of.get(n)?.kind === "integer";
  const shared = sharedSymbols(t.left, t.right).filter((n) => !isCount(n));
  const meant = (t.proportionalIn ?? []).filter((names) => names.some((n) => shared.includes(n)) && !names.some(isCount));
  const tried: Outcome[] = [];
  for (const names of meant.length > 0 ? meant : shared.map((n) => [n])) {
    const outcome = steadyIn(names, t);
    if (outcome?.kind === "agrees") return outcome;
    if (outcome) tried.push(outcome);
  }
  const unknown: Outcome = { kind: "unknown", code: "proportional/not-shown", message: "in which variable the sides are proportional was not found" };
  const [first] = tried;
  if (first?.kind !== "differs" || !tried.every((o) => o.kind === "differs" && (t.always || o.holdsIn.length === 0))) return unknown;
  const ev = t.bench.evaluator<Lane>(double, Int32Array.of(first.witness.world));
  const [left, right] = [t.left, t.right].map((e) => ev.lanes(ev.scalar(slopeOf(e, first.along ?? shared[0])))[0]);
  return { ...first, ...(t.always ? { holdsIn: [] } : {}), witness: { world: first.witness.world, left, right } };
}

const by = (e: Expr, name: string): Expr => node("derivative", [e, symbol(name)], e.span);

/** The slope of the logarithm of an expression in a symbol: sides are proportional where it is the same. */
export const slopeOf = (e: Expr, name: string): Expr => node("div", [by(e, name), e], e.span);

/** Whether the ratio of the sides is free of each of these names, and so of all of them; undefined where the right side is free of them, too. */
function steadyIn(names: readonly string[], t: Trial): Outcome | undefined {
  let found: Outcome | undefined;
  for (const name of names) {
    const moves = checkEquality({ ...t, left: by(t.right, name), right: number(0) });
    if (moves.kind === "unknown") return moves;
    if (moves.kind === "agrees" && names.length === 1) continue;
    const steady = { ...t, left: node("mul", [by(t.left, name), t.right], t.left.span), right: node("mul", [t.left, by(t.right, name)], t.right.span) };
    const outcome = checkEquality(steady);
    // where a side vanishes, as a density outside of its support does, the products agree and the logarithms have no slope
    const inLogarithms =
      outcome.kind === "differs" && outcome.holdsIn.length > 0 ? checkEquality({ ...t, left: slopeOf(t.left, name), right: slopeOf(t.right, name) }) : outcome;
    if (inLogarithms.kind === "differs") return { ...inLogarithms, along: name };
    if (outcome.kind === "differs") return { ...outcome, along: name };
    if (outcome.kind !== "agrees") return outcome;
    if (moves.kind === "differs") found = outcome;
  }
  return found;
}
