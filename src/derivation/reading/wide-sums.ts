/** Sums without brackets, ℓ = Σ_i a_i + b_i: they reach over what is added behind them where that speaks of their index and the other side does not. */
import type { Reading } from "../../expression/parser";
import { type Expr, some } from "../../expression/tree";
import { standsFree } from "../../notation/series/sums";
import { type Operand, parseOperand } from "./chains";
import { takenBy } from "./left-out-differentials";

/** The index of a sum in the terms of an expression, of which a later term speaks in a subscript. */
function indexBehind(e: Expr): string | undefined {
  if (e.op !== "add") return undefined;
  const met = new Set<string>();
  for (const term of e.args) {
    for (const name of met) if (numbers(term, name)) return name;
    collect(term, met);
  }
  return undefined;
}

/** Whether a name that nothing binds numbers a term of a sequence: the i of b_i. */
const numbers = (e: Expr, name: string): boolean =>
  e.op === "indexed" ? e.args.some((a) => standsFree(a, name)) : (e.data?.bound === name ? e.args.slice(1) : e.args).some((a) => numbers(a, name));

/** Enters the indices of the sums that are factors of a term. */
function collect(e: Expr, into: Set<string>): void {
  if (/^sum(-over)?$/.test(e.op) && typeof e.data?.bound === "string") into.add(e.data.bound);
  else if (/^(neg|mul|div)$/.test(e.op)) for (const a of e.args) collect(a, into);
}

/** The operand with its sums reaching as far as they are meant; as it was read where nothing shows that. */
export function withWideSums(e: Expr, operand: Operand, other: () => Expr, reading: Reading): Expr {
  const name = indexBehind(e);
  if (name === undefined) return e;
  const beside = other();
  // what is free on the other side may be reached by a sum there
  if (standsFree(beside, name) && indexBehind(beside) !== name) return e;
  const wide = parseOperand(operand, { ...reading, sums: "wide" });
  return standsFree(wide, name) ? e : wide;
}

/** How the sums of an operand that was read, and its integrals without a differential, are to be read in it after an edit. */
export const readAsIn = (e: Expr): Pick<Reading, "sums" | "integrates"> => ({ ...sumsAsIn(e), ...(takenBy(e) ? { integrates: takenBy(e) } : {}) });

const sumsAsIn = (e: Expr): Pick<Reading, "sums"> =>
  some(e, (n) => /^sum/.test(n.op) && n.args[0]?.op === "add" && n.args[0].data?.bracket === undefined) ? { sums: "wide" } : {};
