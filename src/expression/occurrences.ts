/** Whether a name stands in an expression, by its form alone: as a symbol anywhere, or only where something is computed with it. */
import { type Expr, some } from "./tree";

/** The symbol of this name itself. */
export const isSymbol = (e: Expr, name: string | undefined): boolean => e.op === "symbol" && e.name === name;

/** The symbol stands anywhere: in arguments and subscripts too, free or bound. */
export const hasSymbol = (e: Expr, name: string | undefined): boolean => some(e, (n) => isSymbol(n, name));

/** The symbol, an application or a term of that name stands anywhere but in a subscript. */
export const mentions = (e: Expr, name: string): boolean =>
  (e.name === name && (e.op === "symbol" || e.op === "apply" || e.op === "indexed")) || (e.op !== "indexed" && e.args.some((a) => mentions(a, name)));

/** The symbol stands outside of the arguments of unknown functions: in e^{λ} p(z) nothing is computed with z. */
export const computesWith = (e: Expr, name: string): boolean => isSymbol(e, name) || (e.op !== "apply" && e.args.some((a) => computesWith(a, name)));

/** Any node has the name, or binds it. */
export const hasName = (e: Expr, name: string): boolean => some(e, (n) => n.name === name || n.data?.bound === name);
