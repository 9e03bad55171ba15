/** Integrals whose differential was left out, ∫_0^1 e^x: they are taken by what the integrals beside them are taken by, else by their only letter. */
import { ONLY_LETTER, type Reading } from "../../expression/parser";
import { type Expr, some, walk } from "../../expression/tree";
import { NO_DIFFERENTIAL } from "../../notation/calculus/integrals";
import { type Operand, parseOperand } from "./chains";

/** The variable of the last integral of a paragraph. */
export interface Integrated {
  readonly name: string;
  readonly paragraph: number;
}

/** By what the integrals in an expression are taken; undefined where there is none, or several. */
export function integratedBy(e: Expr): string | undefined {
  const found = new Set<string>();
  walk(e, (n) => void (/^(integral|antiderivative)$/.test(n.op) && found.add(String(n.data?.bound ?? n.data?.by))));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The operand with its integrals taken by `variable`; as it was read where none lacks its differential. */
export function withDifferentials(e: Expr, operand: Operand, variable: () => string | undefined, reading: Reading): Expr {
  // by a measure that is said elsewhere
  if (reading.functions.has("@measures") || !some(e, (n) => n.op === "error" && n.name === NO_DIFFERENTIAL)) return e;
  return parseOperand(operand, { ...reading, integrates: variable() ?? ONLY_LETTER });
}

/** The variable by which an integral without a differential was taken, anywhere in expressions. */
export function takenBy(...expressions: readonly Expr[]): string | undefined {
  const found: string[] = [];
  for (const e of expressions)
    walk(e, (n) => {
      if (n.data?.leftOut === true && n.name !== undefined) found.push(n.name);
    });
  return found[0];
}
