/** Whether a step would be read wrongly without the definitions it needs: a name that hides the variable of a derivative, an integral, a sum or a limit. */
import { type Expr, some } from "../expression/tree";
import type { Definition } from "./facts";

/**
 * In ∂/∂a h(t) with h(t) = a t², h left open is a function of t alone and its derivative zero: agreement then says nothing. True where a
 * definition says that a name inside depends on the variable, other than through its arguments.
 */
export function hidesDependence(sides: readonly Expr[], definitions: ReadonlyMap<string, Definition>): boolean {
  if (definitions.size === 0) return false;
  return sides.some((side) => some(side, (n) => variablesBy(n).some((v) => reaches(n.args[0], v, definitions))));
}

/** The names by which a node differentiates, or which it binds. */
function variablesBy(n: Expr): string[] {
  if (n.args.length === 0 || n.op === "apply") return [];
  if (/^(derivative|gradient|hessian)/.test(n.op)) return n.args.slice(1).flatMap((by) => (by.name ? [by.name] : []));
  return typeof n.data?.bound === "string" && n.data.bound !== "" && /^(integral|antiderivative|sum|prod|limit|evaluated)/.test(n.op) ? [n.data.bound] : [];
}

/** Whether a name inside depends on the variable by what definitions say; every definition is followed once. */
function reaches(e: Expr, variable: string, definitions: ReadonlyMap<string, Definition>): boolean {
  const seen = new Set<string>([variable]);
  const hides = (n: Expr): boolean => {
    const name = n.name ?? "";
    const d = n.op === "symbol" || n.op === "apply" || n.op === "indexed" ? definitions.get(name) : undefined;
    if (!d || seen.has(name)) return false;
    seen.add(name);
    return some(d.body, (inner) => isNamed(inner, variable, d.params) || hides(inner));
  };
  return some(e, hides);
}

const isNamed = (n: Expr, variable: string, params: readonly string[]): boolean =>
  (n.op === "symbol" || n.op === "indexed") && n.name === variable && !params.includes(variable);
