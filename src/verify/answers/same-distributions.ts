/** "If p = q, then D(p ‖ q) = 0": distributions that are said to be the same, in an implication, are one. */
import { type Assertion, expressionsIn, mapAssertion, relation } from "../../expression/assertion";
import { type Expr, number, rewrite, walk } from "../../expression/tree";

/** The names of distributions that stand as whole arguments of divergences and entropies. */
function distributionsIn(statements: readonly Assertion[]): Set<string> {
  const found = new Set<string>();
  for (const e of statements.flatMap(expressionsIn))
    walk(e, (n) => {
      if (n.op === "statistic" && /^(divergence|entropy)$/.test(n.name ?? "")) for (const a of n.args) if (a.op === "symbol") found.add(a.name ?? "");
    });
  return found;
}

const isName = (e: Expr, names: ReadonlySet<string>): boolean => e.op === "symbol" && names.has(e.name ?? "");

/** The premise and the conclusion in one name for each distribution; `"unclear"` where more is said of distributions than that two are the same; undefined where nothing is. */
export function withSameDistributions(premise: Assertion, conclusion: Assertion): { premise: Assertion; conclusion: Assertion } | "unclear" | undefined {
  const names = distributionsIn([premise, conclusion]);
  if (names.size === 0) return undefined;
  const renamed = new Map<string, Expr>();
  const one = (e: Expr): Expr => rewrite(e, (n) => (n.op === "symbol" ? (renamed.get(n.name ?? "") ?? n) : n));
  const told = (a: Assertion): Assertion => {
    if (a.kind !== "relation") return { ...a, parts: a.parts.map(told) };
    if (a.relation !== "=" || !isName(a.left, names) || !isName(a.right, names)) return a;
    renamed.set(a.right.name ?? "", a.left);
    return relation(number(0), "=", number(0));
  };
  const rest = told(premise);
  // outside of divergences a distribution is no number
  const isBare = (e: Expr): boolean => isName(e, names) || (e.op !== "statistic" && e.op !== "apply" && e.args.some(isBare));
  if ([rest, conclusion].flatMap(expressionsIn).some((e) => isBare(e))) return "unclear";
  return renamed.size > 0 ? { premise: mapAssertion(rest, one), conclusion: mapAssertion(conclusion, one) } : undefined;
}
