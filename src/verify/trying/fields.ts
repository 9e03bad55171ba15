/** A symbol of which partial derivatives are taken, and of which nothing else is known, is a function of what they are taken by. */
import type { Plan } from "../../derivation/plans/plan";
import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite, same, symbol, walk } from "../../expression/tree";
import { functionNamed } from "../../latex/made-names";

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
/** A general term of a sequence, w_k. */
const isTerm = (e: Expr): boolean => e.op === "indexed" && e.args.length > 0 && e.args.every((a) => a.op === "symbol");
const fullName = (e: Expr): string | undefined =>
  e.op === "symbol" ? e.name : e.op === "indexed" && e.args.every((a) => a.op === "number") ? `${e.name}_{${e.args.map((a) => a.name).join(",")}}` : undefined;

/** Undefined where no symbol is differentiated so, or where one variable depends on another. */
export function asFields(left: Expr, right: Expr, plan: Plan): Fields | undefined {
  const of = new Set<string>();
  const by = new Set<string>();
  const terms = new Set<string>();
  for (const side of [left, right]) if (!collect(side, of, by, terms)) return undefined;
  for (const name of terms) if (of.has(name) || by.has(name)) return undefined;
  for (const name of [...of, ...terms]) if (plan.definitions.has(name)) return undefined;
  if (of.size + terms.size === 0 || by.size === 0 || by.size > 4 || [...by].some((v) => of.has(v) || plan.definitions.has(v))) return undefined;
  const variables = [...by].sort().map((v) => symbol(v));
  const written = (e: Expr): Expr =>
    rewrite(e, (n) => {
      if (n.op === "indexed" && terms.has(n.name ?? "")) return applied(n.name ?? "", [...variables, ...n.args], n);
      const name = fullName(n);
      return name && of.has(name) ? applied(name, variables, n) : n;
    });
  const definitions = new Map([...plan.definitions].map(([name, d]) => [name, { ...d, body: written(d.body) }]));
  const sides = [written(left), written(right)];
  if (same(sides[0], left) && same(sides[1], right)) return undefined;
  const functions = [...of, ...terms];
  const says = `${functions.map((n) => `$${n}$`).join(", ")} ${functions.length > 1 ? "are functions" : "is a function"} of ${[...by]
    .sort()
    .map((n) => `$${n}$`)
    .join(", ")}`;
  return { left: sides[0], right: sides[1], plan: { ...plan, definitions }, says, comparable: sameNames(left, right) };
}

const applied = (name: string, args: readonly Expr[], e: Expr): Expr =>
  node("apply", args, e.span, functionNamed(name), { split: args.length, indices: 0, order: false, bracket: "(", bound: "" });

/** Enters what derivatives are taken of and by; false where one is taken of or by something else than a name. */
function collect(e: Expr, of: Set<string>, by: Set<string>, terms: Set<string>): boolean {
  let plain = true;
  walk(e, (n) => {
    if (n.op === "gradient" && n.args.length < 2) plain = false;
    if (!/^(derivative|gradient)$/.test(n.op) || !n.args[1]) return;
    const variable = n.args[1].op === "symbol" ? n.args[1].name : undefined;
    if (!variable || !PLAIN.test(variable)) plain = false;
    else by.add(variable);
    if (isTerm(n.args[0])) terms.add(n.args[0].name ?? "");
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
