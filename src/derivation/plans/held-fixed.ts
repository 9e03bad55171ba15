/** Plans for partial derivatives: what the differentiated function has as an argument of its own, or what the text holds fixed, is no function of the variable; a variable that is a name for something is its own coordinate. */
import { isNumberName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import { AXES, isByAxes } from "../../notation/calculus/vector-calculus";
import type { Definition } from "../facts/facts";
import { allNames } from "../names/all-names";
import { leavesOpen } from "./hidden-dependence";
import type { Plan } from "./plan";
import { isolate } from "./solve";

interface Partial {
  readonly of: string;
  readonly by: Expr;
}

/** What a derivative is of, where that is one name. */
const head = (e: Expr): string | undefined => (e.op === "derivative" ? head(e.args[0]) : e.op === "symbol" || e.op === "apply" ? e.name : undefined);

function partials(sides: readonly Expr[]): Partial[] {
  const found: Partial[] = [];
  for (const side of sides)
    walk(side, (n) => {
      const [body, by] = n.args;
      if (n.op !== "derivative" || !n.data?.partial) return;
      // of a sum, what its terms are of: Q + μ(1 - ∑ π_j)
      for (const of of body.op === "add" ? body.args.map(head) : [head(body)]) if (of !== undefined) found.push({ of, by });
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

/** Without what formulas say of the variables of densities under a derivative: z in ∂/∂μ log q(z | x) is where the density is taken, though z = μ + σ ε stands elsewhere. */
function withArgumentsFree(plan: Plan, sides: readonly Expr[]): Plan | undefined {
  const free = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      if (n.op !== "derivative" && n.op !== "gradient") return;
      walk(n.args[0], (inner) => {
        const d = inner.op === "apply" ? plan.definitions.get(inner.name ?? "") : undefined;
        if (d) for (const a of inner.args) if (d.params.includes(symbolName(a)) && plain(plan.definitions.get(symbolName(a)))) free.add(symbolName(a));
      });
    });
  if (free.size === 0) return undefined;
  return { ...plan, definitions: new Map([...plan.definitions].filter(([n]) => !free.has(n))) };
}

/** With the formulas of functions only: N_k in ∂Λ/∂π_k is a coefficient, whatever it was computed from. */
function withCoefficients(plan: Plan, found: readonly Partial[]): Plan {
  const kept = [...plan.definitions].filter(([name, d]) => found.some((p) => p.of === name) || (d.params.length > 0 && !d.indexed));
  return { ...plan, definitions: new Map(kept) };
}

/** Without the formulas of sequences that stand as coefficients in what is differentiated, r_ik in Q of L = Q + μ(1 - Σ π_k): the formula of Q is kept. */
function withoutSequences(plan: Plan, found: readonly Partial[]): Plan {
  const kept = [...plan.definitions].filter(([name, d]) => !d.indexed || d.params.length === 0 || found.some((p) => p.of === name));
  return { ...plan, definitions: new Map(kept) };
}

/** "v = σ²" and a derivative by v: σ is the function of v then. */
function reparametrised(plan: Plan, found: readonly Partial[]): Plan | undefined {
  for (const { by } of found) {
    const d = by.op === "symbol" ? plan.definitions.get(by.name ?? "") : undefined;
    if (!d || d.params.length > 0 || d.indexed) continue;
    const inner = [...allNames([d.body])].filter((n) => !isNumberName(n));
    const body = inner.length === 1 ? isolate(by, d.body, inner[0]) : undefined;
    if (!body) continue;
    const solved: Definition = { ...d, name: inner[0], body, derived: true };
    return { ...plan, definitions: new Map([...[...plan.definitions].filter(([n]) => n !== symbolName(by)), [inner[0], solved]]) };
  }
  return undefined;
}

/** What derivatives are taken by. */
function variables(sides: readonly Expr[]): Partial[] {
  const found: Partial[] = [];
  for (const side of sides)
    walk(side, (n) => void (n.op === "derivative" && /^(symbol|indexed)$/.test(n.args[1].op) && found.push({ of: head(n.args[0]) ?? "", by: n.args[1] })));
  return found;
}

/** The plan in which the variables of derivatives are coordinates, whatever the document says that they are; the plan itself where it says nothing. Where what they are made of stands in the step too, a difference says nothing. */
export function withCoordinates(plan: Plan, sides: readonly Expr[]): Plan {
  const axes = sides.some((e) => some(e, isByAxes)) ? AXES.filter((n) => plan.definitions.get(n)?.indexed === false) : [];
  const names = new Set([...axes, ...variables(sides).flatMap(({ by }) => coordinate(by, plan))]);
  // p_i in ∂L/∂p_i is free of what a constraint on all terms says of it
  const terms = partials(sides).flatMap(({ by }) => (by.op === "indexed" && isSolved(plan.definitions.get(by.name ?? "")) ? [by.name ?? ""] : []));
  if (terms.length > 0) return withCoordinates({ ...plan, definitions: new Map([...plan.definitions].filter(([n]) => !terms.includes(n))) }, sides);
  if (names.size === 0) return plan;
  const definitions = new Map([...plan.definitions].filter(([n]) => !names.has(n)));
  const made = new Set(
    [...names].flatMap((n) => {
      const { body, params } = plan.definitions.get(n) as Definition;
      return [...allNames([body])].filter((inner) => !params.includes(inner));
    }),
  );
  const reached = new Set(sides.flatMap((e) => [...reach(e, definitions)]));
  const mixed = [...made].some((n) => reached.has(n) && !isNumberName(n));
  return { ...plan, definitions, ...(mixed ? { unclear: true } : {}) };
}

/** What is left open where a derivative is taken by it: a name with a formula, or all terms of a sequence that has one. */
function coordinate(by: Expr, { definitions }: Plan): string[] {
  if (plain(definitions.get(symbolName(by)))) return [symbolName(by)];
  const d = by.op === "indexed" ? definitions.get(by.name ?? "") : undefined;
  return d?.indexed === true && d.derived !== true ? [d.name] : [];
}

const isSolved = (d: Definition | undefined): boolean => d?.indexed === true && d.derived === true;
const plain = (d: Definition | undefined): boolean => d !== undefined && d.params.length === 0 && !d.indexed;

/** The names of an expression, through definitions. */
export function reach(e: Expr, definitions: ReadonlyMap<string, Definition>, seen: Set<string> = new Set()): Set<string> {
  for (const n of allNames([e])) {
    if (seen.has(n)) continue;
    seen.add(n);
    const d = definitions.get(n);
    if (d) reach(d.body, definitions, seen);
  }
  return seen;
}

/** Plans that are tried beside one: they may show that a step with derivatives holds. */
export function besideForPartials(plan: Plan, sides: readonly Expr[], between: (d: Definition) => string): Plan[] {
  if (plan.definitions.size === 0) return [];
  const other = reparametrised(plan, variables(sides));
  const found = partials(sides);
  const coefficients = found.length > 0 ? withCoefficients(plan, found) : plan;
  const sequences = found.length > 0 ? withoutSequences(plan, found) : plan;
  const fixed = found.length > 0 ? [plan, other].flatMap((p) => (p ? [withSequencesFixed(p, found, between)] : [])) : [];
  const fewer = [coefficients, sequences].filter((p) => p.definitions.size < plan.definitions.size);
  const beside = [...fixed, withArgumentsFree(plan, sides), other, ...fewer];
  return beside.flatMap((p) => (p && !leavesTotalOpen(p, plan, sides) ? [{ ...p, shows: true }] : []));
}

/** dz/dt of z = x² y, without y = sin t that the plan has: what is left out for partial derivatives is needed for this one. */
function leavesTotalOpen({ definitions }: Plan, plan: Plan, sides: readonly Expr[]): boolean {
  const totals: Expr[] = [];
  for (const side of sides) walk(side, (n) => void (n.op === "derivative" && !n.data?.partial && totals.push(n)));
  const left = new Map([...plan.definitions].flatMap(([name, d]) => (definitions.has(name) || d.params.length > 0 ? [] : [[name, d.body] as const])));
  return leavesOpen(totals, definitions, left);
}

/** A name that a derivative in a step holds fixed, (∂p/∂V)_S, where what it is taken of is not said as a function of it. */
export function unreachedFixed(sides: readonly Expr[], definitions: ReadonlyMap<string, Definition>): string | undefined {
  let found: string | undefined;
  for (const side of sides)
    walk(side, (n) => {
      if (n.op !== "derivative" || typeof n.data?.held !== "string") return;
      const reached = reach(n.args[0], definitions);
      found ??= n.data.held.split(",").find((name) => !reached.has(name) || name === symbolName(n.args[1]));
    });
  return found;
}
