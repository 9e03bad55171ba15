/** Names and terms that stand for indefinite integrals, I = ∫ … dx and J_n = ∫ … dx: the integrals are put in, so that steps about them are compared by their derivatives. */
import type { Definition } from "../derivation/facts/facts";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, rewrite, some } from "../expression/tree";
import { hasIndefinite } from "./antiderivative";

/** So often names are replaced by what speaks of further such names, at most. */
const DEEPEST = 6;

/** An expression with the integrals in the place of their names; itself where it has no such names. */
export function withNamedIntegrals(e: Expr, definitions: ReadonlyMap<string, Definition>, depth = DEEPEST): Expr {
  if (depth === 0 || ![...definitions.values()].some((d) => hasIndefinite(d.body))) return e;
  return rewrite(e, (n) => {
    const body = n.op === "symbol" || n.op === "indexed" ? bodyOf(n, definitions) : undefined;
    const whole = body && withNamedIntegrals(body, definitions, depth - 1);
    return whole && hasIndefinite(whole) ? whole : n;
  });
}

/** What a name or a term of a sequence is defined to be: the term itself, or the general one with its index put in. */
function bodyOf(n: Expr, definitions: ReadonlyMap<string, Definition>): Expr | undefined {
  const own = definitions.get(n.op === "symbol" ? (n.name ?? "") : symbolName(n));
  if (own && own.params.length === 0) return own.body;
  const general = n.op === "indexed" ? definitions.get(n.name ?? "") : undefined;
  if (!general?.indexed || general.params.length !== n.args.length || general.patterns) return undefined;
  const inside = namesOf(general.body).bound;
  if (n.args.some((a) => some(a, (x) => x.op === "symbol" && inside.has(x.name ?? "")))) return undefined;
  return rewrite(general.body, (x) => (x.op === "symbol" && general.params.includes(x.name ?? "") ? n.args[general.params.indexOf(x.name ?? "")] : x));
}
