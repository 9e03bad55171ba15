/** Derivatives of functions by name: f'(x), f^(n)(x), f_x(x, y), and y' where a formula defines y. */

import type { Definition } from "../derivation/facts/facts";
import { derivativeName, nthDerivative } from "../expression/derivative-names";
import type { Evaluator } from "../expression/evaluator";
import { hasSymbol } from "../expression/occurrences";
import { type Expr, node, number, some, symbol } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import { tangentOf } from "../notation/calculus/differentiation";
import { familyIndices } from "../notation/names/function-families";

type Definitions = ReadonlyMap<string, Definition>;

/** y' where y is defined: the derivative of its definition, of a function at its own variable. `dependents` are the names that move with another. */
export function primed<T>(name: string, ev: Evaluator<T>, definitions: Definitions, dependents: ReadonlyMap<string, string>): Value<T> | undefined {
  const of = derivativeName(name);
  if (of?.dotted) return inTime(of, ev, definitions, dependents);
  if (!name.endsWith("'")) return undefined;
  const base = name.slice(0, -1);
  const inner = definitions.get(base.replace(/'+$/, ""));
  if (!inner || inner.indexed || inner.params.length > 1) return undefined;
  const [param] = inner.params;
  if (param !== undefined)
    return ev.evaluate(
      node("apply", [symbol(param), number(primesOf(name))], inner.span, base.replace(/'+$/, ""), {
        split: 1,
        indices: 0,
        order: true,
        bracket: "(",
        bound: "",
      }),
    );
  const by = ["x", "t", "u", "s", "\\theta", "r", "z"].find((v) => hasSymbol(inner.body, v));
  return by ? ev.evaluate(node("derivative", [symbol(base), symbol(by)], inner.span)) : undefined;
}

const primesOf = (name: string): number => name.length - name.replace(/'+$/, "").length;

/** \dot{x} of an x that has a formula in names that move with the time, or in t. */
function inTime<T>(
  { base, order }: { readonly base: string; readonly order: number },
  ev: Evaluator<T>,
  definitions: Definitions,
  dependents: ReadonlyMap<string, string>,
): Value<T> | undefined {
  const inner = definitions.get(base);
  const moves = (n: Expr): boolean => n.op === "symbol" && (n.name === "t" || dependents.get(n.name ?? "") === "t");
  if (!inner || inner.indexed || inner.params.length > 0 || !some(inner.body, moves)) return undefined;
  return ev.evaluate(nthDerivative(symbol(base, inner.span), "t", order));
}

/** f_x(x, y) where f is defined with a parameter x: the partial derivative. */
export function partialOf<T>(name: string, args: readonly Expr[], e: Expr, ev: Evaluator<T>, definitions: Definitions): Value<T> | undefined {
  const parts = /^(.+?)_\{((?:\\[a-zA-Z]+|[a-z])(?:,?(?:\\[a-zA-Z]+|[a-z]))*)\}$/.exec(name);
  const inner = parts && definitions.get(parts[1]);
  const letters = parts?.[2].match(/\\[a-zA-Z]+|[a-z]/g) ?? [];
  if (!inner || inner.params.length !== args.length || letters.length > 3 || !letters.every((l) => inner.params.includes(l))) return undefined;
  const body = letters.reduce((b, l) => node("derivative", [b, symbol(l, e.span)], e.span), inner.body);
  return ev.call(new Map(inner.params.map((p, i) => [p, ev.evaluate(args[i])]))).evaluate(body);
}

/** f^(n)(x): n-fold by dual numbers in a fresh variable. */
export function derivativeOf<T>(e: Expr, args: readonly Expr[], order: Expr, ev: Evaluator<T>): Value<T> {
  const n = order.op === "number" ? Number(order.name) : Number.NaN;
  const [of, ...indices] = args;
  if (!(n >= 1 && n <= 5) || !of || indices.length !== familyIndices(e)) throw new NotUnderstood("derivative/order", "a derivative of this order", e.span);
  const sequence = e.args.slice(args.length, args.length + Number(e.data?.indices ?? 0));
  const t = symbol("\u0000t", e.span);
  const plain: Expr = {
    ...e,
    args: [t, ...indices, ...sequence, ...(n === 1 ? [] : [node("number", [], e.span, String(n - 1))])],
    data: { ...e.data, order: n > 1 },
  };
  const inner = ev.dual("\u0000t", ev.evaluate(of), t);
  const value = inner.evaluate(plain);
  return tangentOf(ev, value.kind === "element" ? scalar(inner.number(value, plain)) : value, e);
}
