/** The numbers that are drawn for a step: its free names and the entries of its vectors and matrices, by the label they are drawn with. */
import { isConstantName } from "../expression/constants";
import { namesOf } from "../expression/names";
import type { Expr } from "../expression/tree";
import type { Bench } from "../worlds/bench";
import { REALS } from "../worlds/draws";
import type { Sort } from "../worlds/sorts";

/** Most entries of vectors and matrices in all. */
const MOST_ENTRIES = 40;

/** A number that may be chosen: a name, or an entry of one. */
export interface Coordinate {
  readonly label: string;
  /** The name it belongs to, as it is written. */
  readonly name: string;
  readonly within: { readonly low: number; readonly high: number };
  readonly integer: boolean;
  /** An entry of a vector or a matrix. */
  readonly entry?: boolean;
}

/** The free scalar coordinates that the sides or the definitions they use mention, by the label they are drawn with. */
export function coordinateLabels(bench: Bench, sides: readonly Expr[]): Coordinate[] {
  const { sorts, definitions, random } = bench.model.parts;
  const found = new Map<string, Coordinate>();
  const names = namesOf(...sides, ...[...definitions.values()].map((d) => d.body));
  const subscripts = new Set([...names.indexed.values()].flat().flatMap((n) => n.args.map((a) => a.name ?? "")));
  const add = (label: string, name: string) => {
    const sort = sorts.of.get(name);
    if (sort && sort.kind !== "real" && sort.kind !== "integer") return;
    const scale = /^\\(sigma|tau)\[/.test(label) ? { low: 0, high: Number.POSITIVE_INFINITY } : REALS;
    found.set(label, { label, name, within: sort?.kind === "real" || sort?.kind === "integer" ? sort.within : scale, integer: sort?.kind === "integer" });
  };
  for (const name of names.symbols) {
    if (
      isConstantName(name) ||
      definitions.has(name) ||
      random?.names.has(name) ||
      (subscripts.has(name) && !sorts.of.has(name) && !sorts.indices.has(name)) ||
      name.endsWith("'")
    )
      continue;
    add(name, name);
  }
  for (const [base, nodes] of names.indexed)
    for (const n of nodes) {
      if (
        definitions.has(base) ||
        random?.names.has(base) ||
        n.args.some(
          (a) =>
            (a.op !== "symbol" && a.op !== "number") ||
            sorts.indices.has(a.name ?? "") ||
            names.bound.has(a.name ?? "") ||
            sorts.of.get(a.name ?? "")?.kind === "integer",
        )
      )
        continue;
      add(`${base}[${n.args.map((a) => (a.op === "number" ? Number(a.name) : a.name)).join(",")}]`, `${base}_{${n.args.map((a) => a.name ?? "").join("")}}`);
    }
  const entries = [...names.symbols].filter((n) => !definitions.has(n)).flatMap((n) => entriesOf(n, sorts.of.get(n)));
  return [...found.values(), ...(entries.length <= MOST_ENTRIES ? entries : [])];
}

/** The coordinates of a free vector or matrix of real entries. */
function entriesOf(name: string, sort: Sort | undefined): Coordinate[] {
  if (sort?.kind !== "matrix") return [];
  const { rows, cols } = sort;
  return Array.from({ length: rows * cols }, (_, k) => ({
    label: `${name}[${Math.floor(k / cols)},${k % cols}]`,
    name,
    within: REALS,
    integer: false,
    entry: true,
  }));
}
