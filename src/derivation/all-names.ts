/** Every name that expressions speak of, in the forms in which a document may define it. */
import { namesOf, symbolName } from "../expression/names";
import type { Expr } from "../expression/tree";

/** The names of one expression, collected once. */
interface Spoken {
  readonly symbols: readonly string[];
  readonly applied: readonly string[];
  /** Names with their subscripts, by base. */
  readonly indexed: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Expr, Spoken>();

function spokenIn(e: Expr): Spoken {
  const before = known.get(e);
  if (before) return before;
  const names = namesOf(e);
  const indexed = new Map([...names.indexed].map(([base, nodes]) => [base, nodes.map(symbolName)]));
  const spoken = { symbols: [...names.symbols], applied: [...names.applied.keys()], indexed };
  known.set(e, spoken);
  return spoken;
}

/** Symbols, applied and indexed names with and without their subscripts, and what primes and subscripts were put to. */
export function allNames(expressions: readonly Expr[]): Set<string> {
  const spoken = expressions.map(spokenIn);
  const symbols = new Set(spoken.flatMap((s) => s.symbols));
  const applied = new Set(spoken.flatMap((s) => s.applied));
  const bases = new Set(spoken.flatMap((s) => [...s.indexed.keys()]));
  const found = new Set<string>([...symbols, ...applied, ...bases]);
  for (const base of bases) for (const s of spoken) for (const name of s.indexed.get(base) ?? []) found.add(name);
  for (const s of applied) if (/_\{[^}]+\}$/.test(s)) found.add(s.replace(/_\{[^}]+\}$/, ""));
  for (const s of symbols) if (s.endsWith("'")) found.add(s.replace(/'+$/, ""));
  return found;
}
