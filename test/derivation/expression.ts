/** Reads one expression, for tests. */
import { Cursor } from "../../src/expression/cursor";
import { Parser } from "../../src/expression/parser";
import type { Expr } from "../../src/expression/tree";
import { tokenize } from "../../src/latex/lexer";
import { normalise } from "../../src/latex/normalise";
import { GRAMMAR } from "../../src/notation/index";

export function parse(text: string): Expr {
  const tokens = normalise(tokenize(text));
  return new Parser(new Cursor(tokens, text.length), GRAMMAR, { functions: new Set(["f", "g", "h"]), slash: "tight", functionPower: "value" }).all();
}
