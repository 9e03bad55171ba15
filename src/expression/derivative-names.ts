/** Derivatives as names, y'' and \ddot{x}, and as nodes of a tree. */
import { type Expr, node, symbol } from "./tree";

/** The name a derivative is of, its order, and whether it is written with dots; undefined for other names. */
export function derivativeName(name: string): { readonly base: string; readonly order: number; readonly dotted: boolean } | undefined {
  const [, sign, inside] = /^\\(d?dot)\{([^{}]+)\}$/.exec(name) ?? [];
  if (inside !== undefined) return { base: inside, order: sign === "dot" ? 1 : 2, dotted: true };
  const [, base, primes] = /^(.*[^'])('+)$/.exec(name) ?? [];
  return base === undefined ? undefined : { base, order: primes.length, dotted: false };
}

/** The derivative of a name, of the order given; two dots at most. */
export function nameOfDerivative(base: string, order: number, dotted: boolean): string {
  if (order === 0) return base;
  return dotted && order <= 2 ? `\\${"d".repeat(order)}ot{${base}}` : base + "'".repeat(order);
}

/** The derivative of an expression by a variable, of the order given: nothing else is held fixed. */
export function nthDerivative(e: Expr, variable: string, order: number): Expr {
  let found = e;
  for (let k = 0; k < order; k++) found = node("derivative", [found, symbol(variable, e.span)], e.span, undefined, { partial: false });
  return found;
}
