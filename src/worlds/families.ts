/** Finds the families of distributions of a scope: names applied to variables, whose tables must fit together. */

import type { Definition } from "../derivation/facts/facts";
import type { Factor } from "../derivation/laws/factors";
import { familyNamed } from "../distributions/index";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, some, walk } from "../expression/tree";
import { isVariable, spaceOf, variablesOf } from "../expression/variables";
import { informationOf, informationVariables, UNNAMED } from "./random/information";
import type { Family } from "./tables";

/** Letters whose arguments behind a semicolon are what they are given: p(x; θ). */
const PROBABILITY = /^[pPqQ](_|\^|$)/;
const USUAL = /^([pPqQ]|\\pi|\\mathbb\{P\}|\\rho|r|\\hat\{p\}|\\tilde\{[pq]\}|\\bar\{[pq]\})(_\{?[^}]*\}?)?(\^.*)?$/;
/** ρ(T), ρ(T_1): a spectral radius, a correlation or a rank, and no density. */
const isOfMatrix = ({ name, args }: Expr): boolean => name === "\\rho" && args.length === 1 && /^[A-Z]$/.test(args[0].name ?? "");

/** Variables of one distribution; more where its joint is given by factors. */
const MOST = 4;
const MOST_FACTORED = 6;
const SIZES = [3, 2, 4, 5, 3, 2, 4];

/** The distributions of a scope that have tables. */
export interface FamilyTable {
  readonly families: ReadonlyMap<string, Family>;
  /** Variables of the families and the sizes of their spaces. */
  readonly spaces: ReadonlyMap<string, number>;
}

/** Whether something averages over the name's variables, conditions or compares distributions by the name: what tells a distribution from a function. */
function actsAsDistribution(name: string, expressions: readonly Expr[]): boolean {
  if (USUAL.test(name)) return true;
  return expressions.some((e) => some(e, (n) => (n.op === "apply" && n.name === name && n.data?.bound === "|") || isSideOfDivergence(n, name)));
}

/** KL(p(z) ‖ m(z)), and E_{m(z)}[…]: only distributions stand there. */
const isSideOfDivergence = (n: Expr, name: string): boolean =>
  n.op === "statistic" &&
  (n.name === "divergence" ? n.args : n.name === "expectation" && n.data?.under ? n.args.slice(-1) : []).some((a) => a.op === "apply" && a.name === name);

/** `\\mathcal N(x | a, b)`: a named density at its parameters, whatever letters these are. */
function isDensity(e: Expr): boolean {
  const family = familyNamed(e.name ?? "");
  return family !== undefined && Number(e.data?.split ?? 0) === 1 && e.args.length === family.parameters.length + 1;
}

/** The variable of distributions that are named but never applied: KL(P, Q). */
export const ANONYMOUS = "\u03c9";

/** Names that stand as whole arguments of a divergence or an entropy. */
function bareDistributions(expressions: readonly Expr[]): Set<string> {
  const names = new Set<string>();
  for (const root of expressions)
    walk(root, (e) => {
      if (e.op === "statistic" && (e.name === "divergence" || e.name === "entropy") && !informationOf(e))
        for (const a of e.args) if (isVariable(a)) names.add(symbolName(a));
    });
  return names;
}

/** Variables of entropies join the table that has some of them already; where there is none, one that has no name. */
function enterInformed(variables: ReadonlySet<string>, found: Map<string, Set<string>>, refused: ReadonlySet<string>, expressions: readonly Expr[]): void {
  const own = [...found].find(
    ([name, set]) => !refused.has(name) && USUAL.test(name) && actsAsDistribution(name, expressions) && [...variables].some((v) => set.has(v)),
  );
  found.set(own?.[0] ?? UNNAMED, new Set([...(own?.[1] ?? []), ...variables]));
}

function isOfPairs({ front, back }: { readonly front: readonly string[]; readonly back: readonly string[] }): boolean {
  const spaces = [...front, ...back].map(spaceOf);
  return new Set([...front, ...back]).size === spaces.length && new Set(spaces).size < spaces.length;
}

/** `defined` names have densities of their own and no table. `free` names are under variation, `loose` ones need not sum to one. `continuous` variables have no finite space. */
export function familiesOf(
  expressions: readonly Expr[],
  defined: ReadonlyMap<string, Definition>,
  free: ReadonlySet<string>,
  continuous: ReadonlySet<string> = new Set(),
  loose: ReadonlySet<string> = new Set(),
  factored: ReadonlyMap<string, readonly Factor[]> = new Map(),
): FamilyTable {
  const found = new Map<string, Set<string>>();
  const refused = new Set<string>();
  for (const root of expressions)
    walk(root, (e) => {
      if (e.op !== "apply" || !e.name || defined.has(e.name) || (e.data?.bound === ";" && !PROBABILITY.test(e.name)) || isDensity(e)) return;
      const variables = variablesOf(e);
      // q(x' | x): two points of one space have no table here
      if (!variables || isOfPairs(variables) || isOfMatrix(e)) refused.add(e.name);
      else found.set(e.name, new Set([...(found.get(e.name) ?? []), ...variables.front.map(spaceOf), ...variables.back.map(spaceOf)]));
    });
  const withFactors = (name: string): void => {
    const known = found.get(name);
    if (known) found.set(name, new Set([...(factored.get(name) ?? []).flatMap((f) => f.front), ...known]));
  };
  for (const name of factored.keys()) withFactors(name);
  for (const name of bareDistributions(expressions)) if (!found.has(name) && !defined.has(name)) found.set(name, new Set([ANONYMOUS]));
  const informed = informationVariables(expressions);
  if (informed.size > 0) enterInformed(informed, found, refused, expressions);
  if (factored.has(UNNAMED)) withFactors(UNNAMED);
  const moving = movingElsewhere(expressions, new Set(found.keys()));
  const spaces = new Map<string, number>();
  const families = new Map<string, Family>();
  for (const [name, set] of found) {
    const factors = factored.get(name);
    if (refused.has(name) || set.size > (factors ? MOST_FACTORED : MOST) || (!set.has(ANONYMOUS) && name !== UNNAMED && !actsAsDistribution(name, expressions)))
      continue;
    const variables = [...set];
    if (variables.some((v) => continuous.has(v) || moving.has(v))) continue;
    for (const v of variables) if (!spaces.has(v)) spaces.set(v, factors && spaces.size >= MOST ? 2 : SIZES[spaces.size % SIZES.length]);
    families.set(name, {
      name,
      variables,
      sizes: variables.map((v) => spaces.get(v) as number),
      free: free.has(name),
      loose: loose.has(name),
      ...(factors ? placed(factors, variables) : {}),
    });
  }
  return { families, spaces };
}

/** The spaces of names by which derivatives are taken and of which more is asked than their distributions: d/dt of q(t) + t² has no finite table. */
function movingElsewhere(expressions: readonly Expr[], named: ReadonlySet<string>): Set<string> {
  const by = new Set<string>();
  for (const e of expressions)
    walk(e, (n) => {
      if (!/^(derivative|gradient|hessian)/.test(n.op)) return;
      if (n.args[1]) by.add(symbolName(n.args[1]));
      else for (const name of namesOf(n).symbols) by.add(name);
    });
  const found = new Set<string>();
  if (by.size === 0) return found;
  const look = (e: Expr): void => {
    if (isVariable(e) && by.has(symbolName(e))) found.add(spaceOf(symbolName(e)));
    else if (e.op === "apply" && named.has(e.name ?? "") && variablesOf(e)) return;
    else if (e.op === "relation" && e.name === "∼") look(e.args[1]);
    else if (/^(derivative|gradient|hessian)/.test(e.op)) look(e.args[0]);
    else e.args.forEach(look);
  };
  expressions.forEach(look);
  return found;
}

/** The factors by position, with those variables in a table of their own that no factor brings in. */
function placed(factors: readonly Factor[], variables: readonly string[]): Pick<Family, "factors"> {
  const at = (names: readonly string[]): number[] => names.map((v) => variables.indexOf(v));
  const brought = new Set(factors.flatMap((f) => f.front));
  const others = variables.filter((v) => !brought.has(v));
  return { factors: [...(others.length > 0 ? [{ front: at(others), back: [] }] : []), ...factors.map((f) => ({ front: at(f.front), back: at(f.back) }))] };
}
