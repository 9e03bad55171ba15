/** A symbol of which partial derivatives are taken, and of which nothing else is known, is a function of what they are taken by. */
import type { Plan } from "../../derivation/plan";
import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite, same, symbol, walk } from "../../expression/tree";
import { functionNamed } from "./function-of";

/** The two sides and a plan in which such symbols are applied to the variables. */
export interface Fields {
  readonly left: Expr;
  readonly right: Expr;
  readonly plan: Plan;
  readonly says: string;
  /** The sides speak of the same functions and variables: a difference is one between them. */
  readonly comparable: boolean;
}

const PLAIN = /^([a-zA-Z]|\\(phi|varphi|psi|Phi|Psi|Omega|xi|eta|rho|theta|omega|zeta|chi))(_\{?\w+\}?)?$/;
const fullName = (e: Expr): string | undefined =>
  e.op === "symbol" ? e.name : e.op === "indexed" && e.args.every((a) => a.op === "number") ? `${e.name}_{${e.args.map((a) => a.name).join(",")}}` : undefined;

/** Undefined where no symbol is differentiated so, or where one variable depends on another. */
export function asFields(left: Expr, right: Expr, plan: Plan): Fields | undefined {
  const of = new Set<string>();
  const by = new Set<string>();
  for (const side of [left, right]) if (!collect(side, of, by)) return undefined;
  for (const name of [...of]) if (plan.definitions.has(name)) return undefined;
  if (of.size === 0 || by.size === 0 || by.size > 4 || [...by].some((v) => of.has(v) || plan.definitions.has(v))) return undefined;
  const variables = [...by].sort().map((v) => symbol(v));
  const applied = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const name = fullName(n);
      return name && of.has(name)
        ? node("apply", variables, n.span, functionNamed(name), { split: variables.length, indices: 0, order: false, bracket: "(", bound: "" })
        : n;
    });
  const definitions = new Map([...plan.definitions].map(([name, d]) => [name, { ...d, body: applied(d.body) }]));
  const sides = [applied(left), applied(right)];
  if (same(sides[0], left) && same(sides[1], right)) return undefined;
  const says = `${[...of].map((n) => `$${n}$`).join(", ")} ${of.size > 1 ? "are functions" : "is a function"} of ${[...by]
    .sort()
    .map((n) => `$${n}$`)
    .join(", ")}`;
  return { left: sides[0], right: sides[1], plan: { ...plan, definitions }, says, comparable: sameNames(left, right) };
}

/** Enters what derivatives are taken of and by; false where one is taken of or by something else than a name. */
function collect(e: Expr, of: Set<string>, by: Set<string>): boolean {
  let plain = true;
  walk(e, (n) => {
    if (n.op !== "derivative") return;
    const variable = n.args[1].op === "symbol" ? n.args[1].name : undefined;
    if (!variable || !PLAIN.test(variable)) plain = false;
    else by.add(variable);
    const name = fullName(n.args[0]);
    if (name && n.data?.partial && PLAIN.test(name.replace(/[{},]/g, ""))) of.add(name);
    else if (name && n.args[0].op === "symbol" && n.args[0].name !== variable) plain = false;
  });
  return plain;
}

function sameNames(left: Expr, right: Expr): boolean {
  const [a, b] = [left, right].map((e) => {
    const names = namesOf(e);
    return [...names.symbols, ...names.indexed.keys(), ...names.applied.keys()].filter((n) => !/^(\\pi|e)$/.test(n)).sort();
  });
  return a.join() === b.join();
}
