/** Equations solved for what is differentiated or integrated: ∫ p dV and ∂p/∂V with pV = nRT. */
import { isNumberName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { type Definition, type Equation, plainDefinition } from "../facts/facts";
import { allNames } from "../names/all-names";
import { isolate } from "./solve";

/** The operands of a step's derivatives and integrals, by their variable. */
function operands(sides: readonly Expr[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const side of sides)
    some(side, (n) => {
      const variable = n.op === "derivative" ? n.args[1]?.name : /^(integral|antiderivative)$/.test(n.op) ? (n.data?.bound ?? n.name) : undefined;
      if (typeof variable !== "string" || variable === "" || n.args.length === 0) return false;
      const names = found.get(variable) ?? found.set(variable, new Set()).get(variable);
      for (const name of namesOf(n.args[0]).symbols) if (name !== variable && !isNumberName(name)) names?.add(name);
      return false;
    });
  return found;
}

/** The nearest equation that ties a name under an operator to the operator's variable, solved for that name; undefined where there is none. */
export function solvedOperand(sides: readonly Expr[], equations: readonly Equation[], taken: ReadonlySet<string>): Definition | undefined {
  const under = operands(sides);
  for (const equation of under.size > 0 ? equations : []) {
    const names = allNames([equation.left, equation.right]);
    for (const [variable, inside] of under) {
      if (!names.has(variable)) continue;
      for (const name of inside) {
        if (!names.has(name) || taken.has(name)) continue;
        const body = isolate(equation.left, equation.right, name);
        if (body) return plainDefinition(name, body, equation.span, equation.text);
      }
    }
  }
  return undefined;
}
