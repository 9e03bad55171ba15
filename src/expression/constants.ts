/** Names that stand for numbers wherever a document gives them no other meaning, and two numbers that are looked for. */
import type { Expr } from "./tree";

/** π, e and i. */
export const isNumberName = (name: string | undefined): boolean => name !== undefined && /^(\\pi|e|i)$/.test(name);

/** These, infinity, and e in upright letters. */
export const isConstantName = (name: string | undefined): boolean => name !== undefined && /^(\\pi|e|i|\\infty|\\mathrm\{e\})$/.test(name);

/** The symbol i, also in upright letters. */
export const isImaginaryUnit = (e: Expr): boolean => e.op === "symbol" && (e.name === "i" || e.name === "\\mathrm{i}");

/** −1, the exponent of an inverse. */
export const isMinusOne = (e: Expr): boolean => e.op === "neg" && e.args[0].op === "number" && e.args[0].name === "1";
