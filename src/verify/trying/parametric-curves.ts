/** Curves by a parameter: where x and y have formulas in t, dy/dx is the quotient of their derivatives by t. */
import type { Definition } from "../../derivation/facts/facts";
import type { Plan } from "../../derivation/plans/plan";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite, some, symbol, walk } from "../../expression/tree";

/** Letters that a curve is run through by, where its formulas share several letters. */
const USUAL = /^(t|s|u|\\theta|\\tau|\\varphi|\\phi)$/;

interface Sides {
  readonly left: Expr;
  readonly right: Expr;
}

/** The sides with quotients for derivatives along a curve; undefined where none is taken along a curve, or its parameter is not told. */
export function alongCurves({ left, right }: Sides, { definitions }: Plan): Sides | undefined {
  const found = new Map<string, Set<string>>();
  for (const side of [left, right])
    walk(side, (n) => {
      if (n.op !== "derivative" || n.data?.partial || n.args[1].op !== "symbol") return;
      const by = n.args[1].name ?? "";
      const shared = parametersOf(n.args[0], by, definitions);
      if (shared) found.set(by, shared);
    });
  if (found.size === 0) return undefined;
  const curves = new Map<string, string>();
  for (const [by, shared] of found) {
    const likely = shared.size === 1 ? [...shared] : [...shared].filter((p) => USUAL.test(p));
    if (likely.length !== 1) return undefined;
    curves.set(by, likely[0]);
  }
  const along = (e: Expr): Expr => rewrite(e, (n) => quotient(n, curves, definitions));
  return { left: along(left), right: along(right) };
}

/** What the formula of a name is written in. */
function lettersOf(name: string, definitions: Plan["definitions"]): Set<string> | undefined {
  const d = definitions.get(name);
  if (!d || d.indexed || d.params.length > 1 || some(d.body, (n) => n.op === "derivative" || n.op === "apply")) return undefined;
  return new Set([...namesOf(d.body).symbols].filter((n) => !isConstantName(n) && !definitions.has(n)));
}

/** The letters that the formulas of x and of what is differentiated by it share; undefined where x is in the latter, or has no formula of its own. */
function parametersOf(of: Expr, by: string, definitions: Plan["definitions"]): Set<string> | undefined {
  const own = lettersOf(by, definitions);
  if (!own || own.size === 0) return undefined;
  const names = [...namesOf(of).symbols];
  if (names.includes(by)) return undefined;
  const letters = new Set<string>();
  for (const name of names) {
    if (definitions.get(name) && some((definitions.get(name) as Definition).body, (n) => n.name === by)) return undefined;
    for (const letter of lettersOf(name, definitions) ?? []) letters.add(letter);
  }
  const shared = new Set([...own].filter((l) => letters.has(l)));
  return shared.size > 0 ? shared : undefined;
}

function quotient(n: Expr, curves: ReadonlyMap<string, string>, definitions: Plan["definitions"]): Expr {
  const t = n.op === "derivative" && !n.data?.partial && n.args[1].op === "symbol" ? curves.get(n.args[1].name ?? "") : undefined;
  if (!t) return n;
  const written = (e: Expr): Expr =>
    rewrite(e, (x) => (x.op === "symbol" && lettersOf(x.name ?? "", definitions)?.has(t) ? (definitions.get(x.name ?? "") as Definition).body : x));
  const [above, below] = [n.args[0], n.args[1]].map((e) => node("derivative", [written(e), symbol(t, n.span)], n.span, n.name));
  return node("div", [above, below], n.span);
}
