/** Every name that expressions speak of, in the forms in which a document may define it. */
import { isNumberName } from "../../expression/constants";
import { derivativeName } from "../../expression/derivative-names";
import { namesOf, symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";

/** The names of one expression, collected once. */
interface Spoken {
  readonly symbols: readonly string[];
  readonly applied: readonly string[];
  /** What subscripts, primes and dots were put to. */
  readonly bare: readonly string[];
  /** Names with their subscripts, by base. */
  readonly indexed: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Expr, Spoken>();

function spokenIn(e: Expr): Spoken {
  const before = known.get(e);
  if (before) return before;
  const spoken = read(e);
  known.set(e, spoken);
  return spoken;
}

function read(e: Expr): Spoken {
  const names = namesOf(e);
  const indexed = new Map([...names.indexed].map(([base, nodes]) => [base, nodes.map(symbolName)]));
  const [symbols, applied] = [[...names.symbols], [...names.applied.keys()]];
  return { symbols, applied, indexed, bare: bareNames(symbols, applied) };
}

/** Symbols, applied and indexed names with and without their subscripts, and what primes and subscripts were put to. */
export const allNames = (expressions: readonly Expr[]): Set<string> => together(expressions.map(spokenIn));

/** The same of expressions that are asked for once. */
export const allNamesOnce = (expressions: readonly Expr[]): Set<string> => together(expressions.map(read));

function together(spoken: readonly Spoken[]): Set<string> {
  const found = new Set<string>();
  for (const s of spoken) for (const name of s.symbols) found.add(name);
  for (const s of spoken) for (const name of s.applied) found.add(name);
  if (spoken.some((s) => s.indexed.size > 0)) {
    const bases = new Set(spoken.flatMap((s) => [...s.indexed.keys()]));
    for (const base of bases) found.add(base);
    for (const base of bases) for (const s of spoken) for (const name of s.indexed.get(base) ?? []) found.add(name);
  }
  for (const s of spoken) for (const name of s.bare) found.add(name);
  return found;
}

/** Whether an expression speaks of constants only. */
export const isNumber = (e: Expr): boolean => [...allNames([e])].every((n) => isNumberName(n));

/** What subscripts were put to in applied names, and primes and dots in symbols. */
const bareNames = (symbols: readonly string[], applied: readonly string[]): string[] => [
  ...applied.filter((s) => /_\{[^}]+\}$/.test(s)).map((s) => s.replace(/_\{[^}]+\}$/, "")),
  ...symbols.flatMap((s) => derivativeName(s)?.base ?? []),
];
