/** Plans for partial derivatives: what the differentiated function has as an argument of its own, or what the text holds fixed, is no function of the variable; a variable that is a name for something is its own coordinate. */
import { symbolName } from "../expression/names";
import { type Expr, some, walk } from "../expression/tree";
import { allNames, type Plan } from "./context";
import type { Definition } from "./facts";
import { isolate } from "./solve";

interface Partial {
  readonly of: string;
  readonly by: Expr;
}

function partials(sides: readonly Expr[]): Partial[] {
  const found: Partial[] = [];
  const head = (e: Expr): string | undefined => (e.op === "derivative" ? head(e.args[0]) : e.op === "symbol" || e.op === "apply" ? e.name : undefined);
  for (const side of sides)
    walk(side, (n) => {
      const of = n.op === "derivative" && n.data?.partial ? head(n.args[0]) : undefined;
      if (of !== undefined) found.push({ of, by: n.args[1] });
    });
  return found;
}

const FIXED = /\b(fixed|frozen|held constant|kept constant|(treated|regarded|considered|seen) as (constants?|known|given))\b/i;

/** Without the formulas of sequences that are arguments of their own, Q(θ, r), or that the words since their formula hold fixed. `between` gives those words. */
function withSequencesFixed(plan: Plan, found: readonly Partial[], between: (d: Definition) => string): Plan | undefined {
  const of = found.flatMap((p) => plan.definitions.get(p.of) ?? []);
  const own = (d: Definition): boolean => of.some((f) => f.params.includes(d.name)) || FIXED.test(between(d));
  const kept = new Map([...plan.definitions].filter(([name, d]) => !d.indexed || d.params.length === 0 || found.some((p) => p.of === name) || !own(d)));
  return kept.size < plan.definitions.size ? { ...plan, definitions: kept } : undefined;
}

/** With the formulas of functions only: N_k in ∂Λ/∂π_k is a coefficient, whatever it was computed from. */
function withCoefficients(plan: Plan, found: readonly Partial[]): Plan {
  const kept = [...plan.definitions].filter(([name, d]) => found.some((p) => p.of === name) || (d.params.length > 0 && !d.indexed));
  return { ...plan, definitions: new Map(kept) };
}

/** "v = σ²" and a derivative by v: σ is the function of v then. */
function reparametrised(plan: Plan, found: readonly Partial[]): Plan | undefined {
  for (const { by } of found) {
    const d = by.op === "symbol" ? plan.definitions.get(by.name ?? "") : undefined;
    if (!d || d.params.length > 0 || d.indexed) continue;
    const inner = [...allNames([d.body])].filter((n) => !/^(\\pi|e|i)$/.test(n));
    const body = inner.length === 1 ? isolate(by, d.body, inner[0]) : undefined;
    if (!body || some(body, (n) => n.op === "bind")) continue;
    const solved: Definition = { ...d, name: inner[0], body, derived: true };
    return { ...plan, definitions: new Map([...[...plan.definitions].filter(([n]) => n !== symbolName(by)), [inner[0], solved]]) };
  }
  return undefined;
}

/** Plans that are tried beside one: they may show that a step with partial derivatives holds. */
export function besideForPartials(plan: Plan, sides: readonly Expr[], between: (d: Definition) => string): Plan[] {
  const found = partials(sides);
  if (found.length === 0 || plan.definitions.size === 0) return [];
  const other = reparametrised(plan, found);
  const coefficients = withCoefficients(plan, found);
  const beside = [plan, other]
    .flatMap((p) => (p ? [withSequencesFixed(p, found, between)] : []))
    .concat(other, coefficients.definitions.size < plan.definitions.size ? coefficients : undefined);
  return beside.flatMap((p) => (p ? [{ ...p, shows: true }] : []));
}
