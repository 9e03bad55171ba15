/** Where an integrand may jump: the ends of the cases of piecewise functions and of indicators, which panels of a quadrature must not straddle. */

import type { Evaluator } from "../../expression/evaluator";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, walk } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import { Unsupported } from "../../numeric/arithmetic";

/** How deep functions of functions are followed. */
const DEEP = 3;
const ORDER = /^[<>]=?$/;

/**
 * The values at which conditions in the integrand, or in the functions it calls, change: a column each.
 * @throws NotUnderstood where such a value depends on what is being differentiated by: the jump would add to the derivative.
 */
export function breaksOf<T>(ev: Evaluator<T>, body: Expr, bound: string): Float64Array[] {
  if (ev.A.complex === true || ev.A.name === "modular") return [];
  const found: Float64Array[] = [];
  for (const end of endsIn(body, ev, DEEP)) {
    if (hasSymbol(end, bound)) continue;
    try {
      const at = ev.scalar(end);
      if (ev.seeds.length > 0 && moves(ev, at))
        throw new NotUnderstood("integral/moving-jump", "a derivative of an integral whose integrand jumps where that depends on the variable", end.span);
      found.push(Float64Array.from(ev.A.toNumbers(at)));
    } catch (error) {
      // what has no value here is no place to jump
      if (!(error instanceof Unsupported) && !(error instanceof NotUnderstood && error.code !== "integral/moving-jump")) throw error;
    }
  }
  return found;
}

/** Sides of the conditions of cases and indicators. */
function endsIn(e: Expr, ev: Evaluator<unknown>, depth: number): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => {
    if (n.op === "cases" || n.op === "indicator" || n.op === "where")
      for (const condition of n.args) walk(condition, (c) => void (c.op === "relation" && ORDER.test(c.name ?? "") && found.push(...c.args)));
    const meaning = n.op === "apply" && depth > 0 ? ev.model.meaning?.(n.name ?? "") : undefined;
    if (meaning) found.push(...endsIn(meaning, ev, depth - 1));
  });
  return found;
}

/** Whether a value changes with what is being differentiated by. */
function moves<T>(ev: Evaluator<T>, at: T): boolean {
  let parts = 0;
  let moving = false;
  ev.A.linear(at, (values, errors) => {
    if (parts++ > 0 && values.some((v) => v !== 0)) moving = true;
    return { values, errors };
  });
  return moving;
}
