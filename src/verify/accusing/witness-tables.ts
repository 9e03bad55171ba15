/** The tables of distributions at a witness: q(z | x) = (1/4, 3/4), by the values of what the step sums over. */
import { namesOf } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import type { Value } from "../../expression/value";
import { spaceOf, variablesOf } from "../../expression/variables";
import { print } from "../../notation/print";
import { double, type Lane } from "../../numeric/lanes";
import type { Bench } from "../../worlds/bench";

/** Most tables that are named, and most entries of one. */
const MOST_TABLES = 5;
const MOST_ENTRIES = 8;

export interface WitnessTable {
  readonly name: string;
  /** Row by row: variables in the order in which the name is applied to them; those that nothing binds are at their values. */
  readonly entries: readonly number[];
  readonly columns: number;
}

export function tablesOf(bench: Bench, sides: readonly Expr[], world: number): WitnessTable[] {
  const { definitions, families } = bench.model.parts;
  const bodies = reached(sides, definitions);
  const own = namesOf(...sides);
  const isSummed = (name: string): boolean => own.bound.has(name) || !own.symbols.has(name);
  const found = new Map<string, WitnessTable>();
  for (const root of [...sides, ...bodies.map((d) => d.body)])
    walk(root, (e) => {
      if (e.op !== "apply" || definitions.has(e.name ?? "") || !families.families.has(e.name ?? "") || found.has(print(e))) return;
      const table = tableOf(e, bench, isSummed, world);
      if (table) found.set(table.name, table);
    });
  return [...found.values()].slice(0, MOST_TABLES);
}

/** Definitions that the sides use, through others too. */
function reached(sides: readonly Expr[], definitions: Bench["model"]["parts"]["definitions"]) {
  const found = new Map<string, { readonly body: Expr; readonly params: readonly string[] }>();
  const look = (e: Expr): void =>
    walk(e, (n) => {
      const name = n.name ?? "";
      const definition = n.op === "apply" || n.op === "symbol" || n.op === "statistic" ? definitions.get(name) : undefined;
      if (!definition || found.has(name)) return;
      found.set(name, definition);
      look(definition.body);
    });
  sides.forEach(look);
  return [...found.values()];
}

function tableOf(e: Expr, bench: Bench, isSummed: (name: string) => boolean, world: number): WitnessTable | undefined {
  const variables = variablesOf(e);
  if (!variables) return undefined;
  const { spaces } = bench.model.parts.families;
  const all = [...new Set([...variables.front, ...variables.back])].filter(isSummed);
  const sizes = all.map((v) => spaces.get(spaceOf(v)) ?? 0);
  const total = sizes.reduce((n, s) => n * s, 1);
  if (total > MOST_ENTRIES || total === 0) return undefined;
  try {
    const ev = bench.evaluator<Lane>(double, Int32Array.of(world));
    const entries = Array.from({ length: total }, (_, k) => {
      const at = all.map((v, i): [string, Value<Lane>] => [v, elementAt(spaceOf(v), coordinate(k, i, sizes))]);
      return Number(ev.number(ev.call(new Map(at)).evaluate(e), e).v[0].toPrecision(12));
    });
    return entries.every(Number.isFinite) ? { name: print(e), entries, columns: sizes[sizes.length - 1] ?? 1 } : undefined;
  } catch {
    // a name that has no table in this model is left out
    return undefined;
  }
}

const elementAt = (space: string, at: number): Value<Lane> => ({ kind: "element", space, index: Float64Array.of(at) });

const coordinate = (k: number, i: number, sizes: readonly number[]): number => Math.floor(k / sizes.slice(i + 1).reduce((n, s) => n * s, 1)) % sizes[i];
