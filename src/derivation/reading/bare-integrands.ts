/** Functions without their arguments under a definite integral, \int_a^b f g' dx: they are taken at its variable, where a prime says that they are functions. */
import { derivativeName } from "../../expression/derivative-names";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";
import type { Item } from "../facts/items";
import type { ReadItem } from "./readings";

/** Letters that functions go by. */
const FUNCTION = /^([a-zA-Z]|\\(phi|varphi|psi|eta))$/;

/** The step with such functions at the variable; nothing where no integrand has a primed letter. */
export function bareIntegrands(item: Item): ReadItem[] {
  const sides = [item.left, item.right];
  const variables = new Set<string>();
  const primed = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      if (n.op !== "integral" || !n.name) return;
      variables.add(n.name);
      for (const name of namesOf(n.args[0]).symbols) {
        const of = derivativeName(name);
        if (of && !of.dotted && FUNCTION.test(of.base)) primed.add(of.base);
      }
    });
  const [variable] = variables;
  // ∫ p(x') dx' is an integral over x'
  if (variables.size !== 1 || primed.size === 0 || [variable, derivativeName(variable)?.base].some((n) => n !== undefined && primed.has(n))) return [];
  const applied = new Set(sides.flatMap((e) => [...namesOf(e).applied.keys()]));
  const isFunction = (name: string): boolean => primed.has(name) || (FUNCTION.test(name) && applied.has(name));
  const read = (side: Expr): Expr =>
    rewrite(side, (n) =>
      n.op === "integral" || (n.op === "evaluated" && isOfFunctions(n.args[0], isFunction))
        ? { ...n, args: [at(n.args[0], variable, isFunction), ...n.args.slice(1)], ...(n.op === "evaluated" ? { data: { ...n.data, bound: variable } } : {}) }
        : n,
    );
  const says = `${[...primed].join(", ")} under an integral are functions of ${variable}`;
  return [{ item: { ...item, left: read(item.left), right: read(item.right) }, says }];
}

/** [u'v], [x f], [m v^2/2]: with such a function in it, and no term of a sequence. */
const isOfFunctions = (body: Expr, isFunction: (name: string) => boolean): boolean =>
  [...namesOf(body).symbols].some((name) => isFunction(derivativeName(name)?.base ?? name)) && !some(body, (n) => n.op === "indexed");

const at = (body: Expr, variable: string, isFunction: (name: string) => boolean): Expr =>
  rewrite(body, (n) => {
    const of = n.op === "symbol" ? (derivativeName(n.name ?? "") ?? { base: n.name ?? "", order: 0, dotted: false }) : undefined;
    if (!of || of.dotted || of.base === variable || !isFunction(of.base)) return n;
    const order = of.order > 0 ? [number(of.order, n.span)] : [];
    const data = { split: 1, indices: 0, order: of.order > 0, bracket: "(", bound: "" };
    return node("apply", [symbol(variable, n.span), ...order], n.span, of.base, data);
  });
