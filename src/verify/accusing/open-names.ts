/** The names of a side that nothing gives a value to, through the definitions of a trial. */

import type { Definition } from "../../derivation/facts/facts";
import { withoutFunctionals } from "../../derivation/laws/functionals";
import { allNames } from "../../derivation/names/all-names";
import { complexUnder } from "../../derivation/names/conjugates";
import { familyNamed } from "../../distributions/index";
import { isConstantName } from "../../expression/constants";
import { derivativeName } from "../../expression/derivative-names";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import { withBarVariables } from "../../notation/calculus/evaluations";
import { withoutComplements } from "../../worlds/random/random-events";
import type { Tried } from "../trying/trial";

/** Free names of a side, through the definitions of the plan. Names bound in the side, subscript letters and named distributions do not count. */
export function open(side: Expr, tried: Tried, seen: ReadonlySet<string> = new Set()): Set<string> {
  const { definitions } = tried.plan;
  const e = withBarVariables(withoutFunctionals(withoutComplements(side), definitions));
  const names = namesOf(e);
  const labelled = [...names.indexed].flatMap(([base, nodes]) => (countsItsIndex(definitions.get(base)) ? [] : nodes));
  const subscripts = new Set(labelled.flatMap((n) => n.args.map((a) => a.name ?? "")));
  const found = new Set<string>();
  // a letter whose terms in the step all have values is no name by itself
  const told = new Set([...names.indexed].filter(([, nodes]) => nodes.every((n) => definitions.has(symbolName(n)))).map(([base]) => base));
  const idle = idleArguments(e, definitions);
  for (const n of allNames([e])) {
    if (idle.has(n)) continue;
    if (
      (told.has(n) && !names.symbols.has(n)) ||
      isConstantName(n) ||
      (familyNamed(n) && !definitions.has(n)) ||
      names.bound.has(n) ||
      subscripts.has(n) ||
      seen.has(n)
    )
      continue;
    const terms = definitions.get(n.replace(/_\{[^}]*\}$/, ""));
    const d = definitions.get(n) ?? (terms?.indexed ? terms : complexUnder(n, definitions));
    if (!d) found.add(n);
    // a function without its arguments, L in ∂L/∂x, is taken at its own parameters
    else for (const inner of open(d.body, tried, new Set([...seen, n]))) if (names.symbols.has(n) || !d.params.includes(inner)) found.add(inner);
  }
  return found;
}

/** The n of S_n = n(n + 1)/2 is an argument, the k of s_k = a_k/2 no more than a label. */
function countsItsIndex(d: Definition | undefined): boolean {
  let counts = false;
  if (d?.indexed)
    walk(d.body, (n) => {
      if (n.op === "symbol" && d.params.includes(n.name ?? "")) counts = true;
      return n.op === "indexed" ? false : undefined;
    });
  return counts;
}

/** Area(R_1) = 3: the name in the brackets only says of what it is, where the formula does not speak of it; what stands nowhere else is not open. */
function idleArguments(e: Expr, definitions: Tried["plan"]["definitions"]): Set<string> {
  const idle = new Set<string>();
  const others = new Set<string>();
  walk(e, (n) => {
    const d = n.op === "apply" ? definitions.get(n.name ?? "") : undefined;
    if (d && d.params.length === n.args.length && d.derived !== true && n.args.every((a, i) => isLabel(a) && symbolName(a) === d.params[i])) {
      const spoken = allNames([d.body]);
      for (const p of d.params) (spoken.has(p) ? others : idle).add(p);
      return false;
    }
    if (n.op === "symbol" || n.op === "indexed") others.add(symbolName(n)).add(n.name ?? "");
  });
  return new Set([...idle].flatMap((n) => (others.has(n) ? [] : [n, n.replace(/_\{[^}]*\}$/, "")])));
}

const isLabel = (e: Expr): boolean => e.op === "indexed" || (e.op === "symbol" && /^\\(mathcal|mathbb|mathscr|mathrm)\{/.test(e.name ?? ""));

/** The names that nothing gives a value to, through the definitions of a trial. */
export const openNames = (side: Expr, tried: Tried): Set<string> => bases(open(side, tried), tried);

/** Also what the definitions of functions leave open: a and b in `f(15)` with `f(x) = a x^2 + b`. */
export function openWithBodies(e: Expr, tried: Tried): Set<string> {
  const found = open(e, tried);
  for (const n of namesOf(e).applied.keys()) {
    const d = tried.plan.definitions.get(n);
    if (d && !d.derived) for (const inner of open(d.body, tried)) if (!d.params.includes(inner)) found.add(inner);
  }
  return found;
}

/** What the densities leave open under which expectations are taken: m and s of E[z] where z has a density with m and s, the parameters of X in H(X). */
export function openInMeasures(e: Expr, tried: Tried): Set<string> {
  const found = new Set<string>();
  for (const statistic of namesOf(e).statistics)
    for (const arg of statistic.args) {
      const d = arg.op === "apply" ? tried.plan.definitions.get(arg.name ?? "") : undefined;
      if (d) for (const inner of open(d.body, tried)) if (!d.params.includes(inner)) found.add(inner);
      const law = arg.op === "symbol" ? tried.plan.random?.variables.get(arg.name ?? "")?.law : undefined;
      for (const parameter of law?.args ?? []) for (const inner of open(parameter, tried)) found.add(inner);
    }
  return found;
}

/** A word as a subscript, y_{top}: a name of its own. */
export const LABELLED = /_\{(\\(text|mathrm|textrm|rm)\s*\{)?[a-zA-Z]{3,}\}?\}$/;

/** Indexed names count by their base: x_i and x_j are terms of one sequence. */
export function bases(names: ReadonlySet<string>, tried: Tried): Set<string> {
  const { dependents } = tried.setting?.bench.model.parts ?? {};
  const undotted = (n: string): string => {
    const of = derivativeName(n);
    return of?.dotted && (dependents?.has(of.base) || tried.plan.definitions.has(of.base)) ? of.base : n;
  };
  const bare = [...names].map((n) => (LABELLED.test(n) ? n : undotted(n).replace(/_\{[^}]*\}/, "")).replace(/'+$/, ""));
  return new Set(bare.map((n) => tried.setting?.shapes.owners.get(n) || n));
}
