/** The sides of a congruence as numbers: their remainders. */
import type { Reading } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { type Link, parseOperand } from "./chains";

/** A side of a congruence: its remainder. */
export function residue(link: Link, e: Expr, reading: Reading): Expr {
  const { modulus } = link.sign;
  if (!modulus) return e;
  return node("call", [e, parseOperand({ tokens: modulus, from: e.span.from, to: e.span.to }, reading)], e.span, "mod");
}
