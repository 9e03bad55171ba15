/** Joint distributions as products of conditionals, p(z_1) p(x_1 | z_1) p(z_2 | z_1) …: which variables each factor brings in, given which. */
import { type Expr, some } from "../../expression/tree";
import { spaceOf, variablesOf } from "../../expression/variables";

/** Variables that a factor is a distribution of, given others. */
export interface Factor {
  readonly front: readonly string[];
  readonly back: readonly string[];
}

/** The factors of a product (or of a sum of their logarithms), by the name of the distribution; only where they make up a joint distribution of more than one factor. */
export function factorisations(e: Expr): ReadonlyMap<string, readonly Factor[]> {
  const found = new Map<string, Factor[]>();
  collect(e, found, false);
  return new Map([...found].filter(([, factors]) => isJoint(factors)).map(([name, factors]) => [name, rooted(factors)]));
}

function collect(e: Expr, found: Map<string, Factor[]>, logarithm: boolean): void {
  const variables = e.op === "apply" && e.data?.bound !== ";" ? variablesOf(e) : undefined;
  if (variables) found.set(e.name ?? "", [...(found.get(e.name ?? "") ?? []), { front: variables.front.map(spaceOf), back: variables.back.map(spaceOf) }]);
  else if (e.op === "mul" || /^(sum|integral)(-over)?$/.test(e.op) || (e.op === "add" && logarithm)) for (const a of e.args) collect(a, found, logarithm);
  else if (e.op === "call" && /^(log|ln)$/.test(e.name ?? "")) collect(e.args[0], found, true);
  else if (e.op === "add" && e.args.every((a) => some(a, (n) => n.op === "call" && /^(log|ln)$/.test(n.name ?? ""))))
    for (const a of e.args) collect(a, found, true);
}

/** Every variable stands in front once at most, and no factor leads back to itself. */
function isJoint(factors: readonly Factor[]): boolean {
  const fronts = factors.flatMap((f) => f.front);
  if (factors.every((f) => f.back.length === 0) || new Set(fronts).size !== fronts.length) return false;
  let left = [...factors];
  const known = new Set(factors.flatMap((f) => f.back).filter((v) => !fronts.includes(v)));
  while (left.length > 0) {
    const next = left.filter((f) => f.back.every((v) => known.has(v)));
    if (next.length === 0) return false;
    for (const f of next) for (const v of f.front) known.add(v);
    left = left.filter((f) => !next.includes(f));
  }
  return true;
}

/** What stands behind bars only is distributed somehow. */
function rooted(factors: readonly Factor[]): Factor[] {
  const fronts = new Set(factors.flatMap((f) => f.front));
  const roots = [...new Set(factors.flatMap((f) => f.back))].filter((v) => !fronts.has(v));
  return roots.length > 0 ? [{ front: roots, back: [] }, ...factors] : [...factors];
}

/** "p(z_1) p(x_1 | z_1)", for a message. */
export const factorsText = (name: string, factors: readonly Factor[]): string =>
  factors.map((f) => `${name}(${f.front.join(", ")}${f.back.length > 0 ? ` | ${f.back.join(", ")}` : ""})`).join(" ");
