/** f^{-1}(y) of a function f: what an equation with it says of f itself, and what undoes itself. */
import { type Expr, node, number, rewrite, some } from "../../expression/tree";
import type { Fact } from "../facts/facts";
import { definitionOf } from "../facts/item-facts";
import type { Link } from "../reading/chains";
import type { State } from "../roles/state";

/** The function that a node is the inverse of, applied to one argument. */
function inverted(e: Expr): string | undefined {
  const [, of] = (e.op === "apply" && e.args.length - (e.data?.order ? 1 : 0) === 1 && /^(.+)\^\{-1\}$/.exec(e.name ?? "")) || [];
  return of;
}

const applied = (name: string, argument: Expr, order = 0): Expr =>
  node("apply", [argument, ...(order > 0 ? [number(String(order), argument.span)] : [])], argument.span, name, {
    split: 1,
    indices: 0,
    order: order > 0,
    bracket: "(",
    bound: "",
  });

/** Paragraphs after which the letter may stand for another function. */
const NEAR = 6;

/** A set may be the larger one of the two. */
const isSet = (e: Expr): boolean => e.op === "symbol" && /^([A-Z]|\\(mathcal|mathbb))/.test(e.name ?? "");

/** f(f^{-1}(x)) and f^{-1}(f(x)) as x; (f^{-1})'(x) as 1/f'(f^{-1}(x)) where no formula says what f^{-1} is. */
export function withoutInverse(e: Expr, { known }: State): Expr {
  if (!some(e, (n) => inverted(n) !== undefined)) return e;
  return rewrite(e, (n) => {
    const of = inverted(n);
    if (of !== undefined && n.data?.order)
      return n.args[1].name === "1" && !known.has(n.name ?? "")
        ? node("div", [number("1", n.span), applied(of, applied(n.name ?? "", n.args[0]), 1)], n.span)
        : n;
    const [inner] = n.args;
    const undone =
      n.op === "apply" && !n.data?.order && n.args.length === 1 && inner.op === "apply" && !inner.data?.order && inner.args.length === 1
        ? (of ?? n.name) === (inverted(inner) ?? inner.name) && (of === undefined) !== (inverted(inner) === undefined)
        : false;
    return undone && !isSet(inner.args[0]) ? inner.args[0] : n;
  });
}

/** What a right side must be for f^{-1}(a) = b: f(b). */
export const valueUnder = (of: string, right: Expr): Expr => applied(of, right);

/** f^{-1}(a) = b of a function that this part has a formula for: a = f(b), and what later steps may use. */
export function ofInverse(left: Expr, right: Expr, { statement }: Link, state: State): { left: Expr; right: Expr; fact: Fact; under: string } | undefined {
  const of = inverted(left);
  const said = of === undefined ? undefined : state.scopes.get(of);
  if (of === undefined || left.data?.order || said?.scope !== state.scope || said.params === "") return undefined;
  if (statement.block.paragraph - said.paragraph > NEAR) return undefined;
  if (some(right, (n) => n.op === "apply" && n.name === left.name)) return undefined;
  const span = { from: left.span.from, to: right.span.to };
  const fact: Fact = definitionOf(left, right, span, state) ?? { kind: "equation", left, right, span, text: "" };
  return { left: left.args[0], right: applied(of, right), fact, under: of };
}
