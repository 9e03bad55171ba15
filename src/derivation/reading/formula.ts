/** Reads a formula that is written in this program's own data. */

import type { Formula } from "../../distributions/family";
import { Cursor } from "../../expression/cursor";
import { Parser } from "../../expression/parser";
import type { Expr } from "../../expression/tree";
import { tokenize } from "../../latex/lexer";
import { GRAMMAR } from "../../notation/index";

const READING = { functions: new Set<string>(), slash: "tight", functionPower: "value" } as const;
const known = new Map<string, Expr>();

/** The tree of a formula, read once. */
export function formula(latex: Formula): Expr {
  if (typeof latex !== "string") return latex;
  const e = known.get(latex) ?? new Parser(new Cursor(tokenize(latex)), GRAMMAR, READING).all();
  known.set(latex, e);
  return e;
}
