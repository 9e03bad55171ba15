/** ∂/∂z̄ of x − iy: a derivative by a conjugate is taken along the plane, of whatever names the formula is written in. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const isConjugate = (e: Expr | undefined): boolean =>
  e !== undefined && ((e.op === "call" && e.name === "conj") || (e.op === "symbol" && /^\\(?:bar|overline)\{/.test(e.name ?? "")));
/** What is differentiated speaks of the conjugate itself. */
const isByConjugate = (n: Expr): boolean => n.op === "derivative" && isConjugate(n.args[1]) && !some(n.args[0], (x) => isConjugate(x));

export const conjugateDerivatives: Excuse = ({ left, right }) =>
  [left, right].some((e) => some(e, isByConjugate))
    ? unjudged("derivative/conjugate", "Not judged: how what is differentiated depends on the conjugate is not written.")
    : undefined;
