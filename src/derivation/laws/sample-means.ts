/** The bar of statistics: beside sums of x_i over i = 1, …, n, a bar over x that nothing defines is the mean of these. */
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, some } from "../../expression/tree";
import { type Definition, plainDefinition } from "../facts/facts";

const BAR = /^\\bar\{(\\?[a-zA-Z]+)\}$/;

/** \\bar x, where an expression speaks of terms x_i: it is their mean, and no new name. */
export const isBarOfTerms = (name: string, e: Expr): boolean => namesOf(e).indexed.has(BAR.exec(name)?.[1] ?? "");

/** Definitions of the means in some expressions; sums and products elsewhere in the part say how far the terms run where these do not. */
export function sampleMeans(own: readonly Expr[], taken: ReadonlyMap<string, Definition>, elsewhere: readonly Expr[] = []): Definition[] {
  const expressions = [...own, ...elsewhere];
  const found: Definition[] = [];
  for (const name of namesOf(...own).symbols) {
    const of = taken.has(name) ? undefined : BAR.exec(name)?.[1];
    const body = of && meanOf(of, expressions);
    if (body) found.push(plainDefinition(name, body));
  }
  // \bar X_n is the mean of n of them
  for (const [base, nodes] of namesOf(...own).indexed)
    for (const n of nodes) {
      const [of, name] = [BAR.exec(base)?.[1], symbolName(n)];
      const count = n.args.length === 1 && n.args[0].op === "symbol" ? n.args[0].name : undefined;
      const body = of && count && !taken.has(name) && !taken.has(base) ? meanOf(of, expressions, count) : undefined;
      if (body && !found.some((d) => d.name === name)) found.push(plainDefinition(name, body));
    }
  return found;
}

/** The mean of the terms of a sequence, over the range that a sum over them has; up to a count, where one is given. */
function meanOf(sequence: string, expressions: readonly Expr[], count?: string): Expr | undefined {
  let mean: Expr | undefined;
  for (const e of expressions)
    some(e, (n) => {
      const bound = n.data?.bound;
      if (count !== undefined && n.args[2]?.name !== count) return false;
      if (mean || !/^(sum|prod)$/.test(n.op) || n.args.length !== 3 || typeof bound !== "string" || n.args[1].name !== "1" || n.args[2].op !== "symbol")
        return false;
      let term: Expr | undefined;
      some(n.args[0], (t) => {
        if (t.op === "indexed" && t.name === sequence && t.args.length === 1 && t.args[0].name === bound) term = t;
        return term !== undefined;
      });
      if (term) mean = node("div", [{ ...n, op: "sum", args: [term, n.args[1], n.args[2]] }, n.args[2]], n.span);
      return false;
    });
  return mean;
}
