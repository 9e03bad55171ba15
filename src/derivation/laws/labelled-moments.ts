/** The letters of moments: beside a random X, a μ_X and a σ_X that nothing defines are its mean and its standard deviation. */
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, rewrite, some } from "../../expression/tree";
import { type Definition, plainDefinition } from "../facts/facts";
import { formula } from "../reading/formula";

const MOMENTS: Readonly<Record<string, string>> = { "\\mu": "\\mathbb{E}[X]", "\\sigma": "\\sqrt{\\mathrm{Var}(X)}" };

/** Definitions of such letters in some expressions that speak of expectations. */
export function labelledMoments(expressions: readonly Expr[], taken: ReadonlyMap<string, Definition>): Definition[] {
  if (!expressions.some((e) => some(e, (n) => n.op === "statistic"))) return [];
  const found = new Map<string, Definition>();
  for (const [base, nodes] of namesOf(...expressions).indexed)
    for (const n of nodes) {
      const name = symbolName(n);
      const label = n.args.length === 1 && /^[A-Z]$/.test(n.args[0].name ?? "") ? n.args[0] : undefined;
      if (!(base in MOMENTS) || !label || taken.has(name) || (taken.has(base) && !taken.get(base)?.indexed)) continue;
      const body = rewrite(formula(MOMENTS[base]), (e) => (e.op === "symbol" && e.name === "X" ? label : e));
      found.set(name, plainDefinition(name, body, n.span));
    }
  return [...found.values()];
}
