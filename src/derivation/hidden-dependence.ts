/** Whether a step would be read wrongly without the definitions it needs: a name that hides the variable of a derivative, an integral, a sum or a limit. */
import { type Expr, some } from "../expression/tree";
import type { Definition } from "./facts";

/**
 * In ∂/∂a h(t) with h(t) = a t², h left open is a function of t alone and its derivative zero: agreement then says nothing. True where a
 * definition says that a name inside depends on the variable, other than through its arguments.
 */
export function hidesDependence(sides: readonly Expr[], definitions: ReadonlyMap<string, Definition>): boolean {
  if (definitions.size === 0) return false;
  return sides.some((side) => some(side, (n) => variablesBy(n).some((v) => some(n.args[0], (inner) => hides(inner, v, definitions, new Set())))));
}

/** The names by which a node differentiates, or which it binds. */
function variablesBy(n: Expr): string[] {
  if (n.args.length === 0 || n.op === "apply") return [];
  if (/^(derivative|gradient|hessian)/.test(n.op)) return n.args.slice(1).flatMap((by) => (by.name ? [by.name] : []));
  return typeof n.data?.bound === "string" && n.data.bound !== "" && /^(integral|antiderivative|sum|prod|limit|evaluated)/.test(n.op) ? [n.data.bound] : [];
}

function hides(n: Expr, variable: string, definitions: ReadonlyMap<string, Definition>, seen: ReadonlySet<string>): boolean {
  const name = n.name ?? "";
  if (n.op !== "symbol" && n.op !== "apply" && n.op !== "indexed") return false;
  const d = definitions.get(name);
  if (!d || name === variable || seen.has(name)) return false;
  const deeper = new Set([...seen, name]);
  return some(d.body, (inner) => isNamed(inner, variable, d.params) || hides(inner, variable, definitions, deeper));
}

const isNamed = (n: Expr, variable: string, params: readonly string[]): boolean =>
  (n.op === "symbol" || n.op === "indexed") && n.name === variable && !params.includes(variable);
