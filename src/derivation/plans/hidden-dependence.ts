/** Whether a step would be read wrongly without the definitions it needs: a name that hides the variable of a derivative, an integral, a sum or a limit. */
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";

/**
 * In ∂/∂a h(t) with h(t) = a t², h left open is a function of t alone and its derivative zero: agreement then says nothing. True where a
 * definition says that a name inside depends on the variable, other than through its arguments.
 */
export function hidesDependence(sides: readonly Expr[], definitions: ReadonlyMap<string, Definition>): boolean {
  if (definitions.size === 0) return false;
  return sides.some((side) => some(side, (n) => variablesBy(n).some((v) => reaches(n.args[0], v, definitions)) || inPrimes(n, definitions)));
}

/**
 * Definitions without those of data: what is `observed`, y_i = μ + ε_i with noise ε_i, stays as it is beside the parameter itself, in ∂/∂μ (y_i - μ)².
 */
export function withoutData(sides: readonly Expr[], definitions: Map<string, Definition>, observed: (d: Definition) => boolean): Map<string, Definition> {
  const data = [...definitions.values()].filter(observed);
  if (data.length === 0) return definitions;
  const models = new Map([...definitions].filter(([, d]) => !data.includes(d)));
  const speaks = (e: Expr, name: string): boolean => some(e, (n) => isNamed(n, name, [])) || reaches(e, name, models);
  const isOfData = (n: Expr): boolean =>
    derivativesIn(n, models).some(({ of, by }) => speaks(of, by) && data.some((d) => speaks(of, d.name) && speaks(d.body, by)));
  return sides.some((side) => some(side, isOfData)) ? models : definitions;
}

/** What a node differentiates, and by what: of S'(β) and dS/dβ the formula of S. */
function derivativesIn(n: Expr, definitions: ReadonlyMap<string, Definition>): { of: Expr; by: string }[] {
  const name =
    n.op === "apply" && n.data?.order ? n.name : /^(derivative|gradient|hessian)/.test(n.op) && n.args[0].op === "symbol" ? n.args[0].name : undefined;
  const d = definitions.get(name ?? "");
  if (d && d.params.length > 0 && !d.indexed) return d.params.map((by) => ({ of: d.body, by }));
  return differentiatedBy(n).map((by) => ({ of: n.args[0], by }));
}

/** f'(x) with f(x) = x² + c and c = 2x. */
function inPrimes(n: Expr, definitions: ReadonlyMap<string, Definition>): boolean {
  const d = n.op === "apply" && n.data?.order ? definitions.get(n.name ?? "") : undefined;
  return d?.params.some((p) => reaches(d.body, p, definitions)) ?? false;
}

const differentiatedBy = (n: Expr): string[] =>
  /^(derivative|gradient|hessian)/.test(n.op) ? n.args.slice(1).flatMap((by) => variableIn(by)?.name ?? []) : [];

/** σ of a derivative by σ². */
const variableIn = (by: Expr): Expr | undefined => (by.op === "pow" && by.args[1].op === "number" ? by.args[0] : by);

/** The names by which a node differentiates, or which it binds. */
function variablesBy(n: Expr): string[] {
  if (n.args.length === 0 || n.op === "apply") return [];
  if (/^(derivative|gradient|hessian)/.test(n.op)) return differentiatedBy(n);
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

/**
 * Whether a derivative in a step is of what, by other facts than those that are taken, depends on its variable: z = x² + y² with y = sin t taken and
 * x = cos t not says nothing of dz/dt.
 */
export function leavesOpen(sides: readonly Expr[], taken: ReadonlyMap<string, Definition>, others: ReadonlyMap<string, Expr>): boolean {
  if (others.size === 0) return false;
  const bodyOf = (name: string): Expr | undefined => taken.get(name)?.body ?? others.get(name);
  const opened = (e: Expr, variable: string, seen: Set<string>, through: boolean): boolean =>
    some(e, (n) => {
      const name = n.op === "symbol" || n.op === "indexed" ? symbolName(n) : n.op === "apply" ? (n.name ?? "") : "";
      if (through && name === variable) return true;
      const body = seen.has(name) || name === variable ? undefined : bodyOf(name);
      if (!body) return false;
      return opened(body, variable, new Set([...seen, name]), through || !taken.has(name));
    });
  return sides.some((side) =>
    some(side, (n) => /^derivative/.test(n.op) && n.args.slice(1).some((by) => by.op === "symbol" && opened(n.args[0], by.name ?? "", new Set(), false))),
  );
}
