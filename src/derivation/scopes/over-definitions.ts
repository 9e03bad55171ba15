/** Definitions of earlier parts that a step does not mean: a matrix by the letter of a function, a variable of differentiation by the letter of something else. */
import { mentions } from "../../expression/occurrences";
import { type Expr, some, walk } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { isNumber } from "../names/all-names";

/** Whether an earlier part's definition of a name is over where a step uses the name as `expressions`, its sides and the bodies they lead to, do. */
export const isOverHere = (name: string, d: Definition, expressions: readonly Expr[], item: Item, facts: readonly Item[]): boolean =>
  (isFunctionOfAnotherPart(d, item, facts) && isMatrixFactor(name, expressions)) ||
  isVariableHere(name, d, expressions, item, facts) ||
  isOfOtherShape(name, d, expressions, item, facts) ||
  isCountHere(name, d, expressions) ||
  isValueOfFunctional(name, d, expressions) ||
  isFixedInLimit(name, d, [item.left, item.right]) ||
  isArgumentHere(name, expressions, facts);

/** lim_{h→0} (2x + h) = 2x: outside of the limit nothing depends on h, and so x does not, whatever x = a + h was said before. */
const isFixedInLimit = (name: string, d: Definition, sides: readonly Expr[]): boolean =>
  sides.some((side) =>
    some(side, (n) => {
      const bound = n.op === "limit" ? n.data?.bound : undefined;
      return typeof bound === "string" && mentions(d.body, bound) && mentions(n, name) && sides.some((other) => standsOutside(other, name, bound));
    }),
  );

/** Whether a name stands where no limit over a variable reaches. */
const standsOutside = (e: Expr, name: string, bound: string): boolean =>
  !(e.op === "limit" && e.data?.bound === bound) && ((e.op === "symbol" && e.name === name) || e.args.some((a) => standsOutside(a, name, bound)));

/** \mathcal{L}[a] = a/p of a constant is one value of a functional, and says nothing of \mathcal{L}[e^{at}]. */
const isValueOfFunctional = (name: string, d: Definition, expressions: readonly Expr[]): boolean =>
  d.params.length === 1 &&
  /^\\mathcal\{/.test(name) &&
  expressions.some((e) => some(e, (n) => n.op === "apply" && n.name === name && n.data?.bracket === "[" && !/^(symbol|indexed)$/.test(n.args[0].op)));

/** ∂u/∂a of u(a, b) = …: the arguments are free, whatever formulas they have elsewhere, unless the step differentiates these, too. */
const isArgumentHere = (name: string, expressions: readonly Expr[], facts: readonly Item[]): boolean =>
  !isDerivedFrom(name, expressions) &&
  expressions.some((e) =>
    some(e, ({ op, args }) => {
      const [of, by] = args;
      if (op !== "derivative" || of.op !== "symbol" || by.op !== "symbol") return false;
      const formula = facts.find(({ fact }) => fact?.kind === "definition" && fact.name === of.name)?.fact;
      return formula?.kind === "definition" && [name, by.name ?? ""].every((n) => formula.params.includes(n));
    }),
  );

/** K of Σ_{k=1}^K is a count, whatever function K(m, s) was before. */
const isCountHere = (name: string, d: Definition, expressions: readonly Expr[]): boolean =>
  d.params.length > 0 &&
  !d.indexed &&
  expressions.some((e) => some(e, (n) => /^(sum|prod)$/.test(n.op) && n.args.slice(1).some((to) => to.op === "symbol" && to.name === name))) &&
  !expressions.some((e) => some(e, (n) => n.op === "apply" && n.name === name));

const isOfAnotherPart = (d: Definition, item: Item, facts: readonly Item[]): boolean => facts.some((f) => f.fact === d && f.scope !== item.scope);

/** A function that an earlier part has defined. */
const isFunctionOfAnotherPart = (d: Definition, item: Item, facts: readonly Item[]): boolean =>
  d.params.length > 0 && !d.indexed && isOfAnotherPart(d, item, facts);

/** A and B of "(AB)^{-1}" where earlier parts have a 2×2 matrix A and a 3×3 matrix B: their product has no meaning, so others are meant. */
function isOfOtherShape(name: string, d: Definition, expressions: readonly Expr[], item: Item, facts: readonly Item[]): boolean {
  if (d.body.op !== "matrix" || !isOfAnotherPart(d, item, facts)) return false;
  const known = (e: Expr | undefined): Expr | undefined => {
    if (e?.op !== "symbol") return undefined;
    if (e.name === name) return d.body;
    const said = facts.filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === e.name).at(-1)?.fact;
    return said?.kind === "definition" && said.body.op === "matrix" ? said.body : undefined;
  };
  const clash = (a: Expr | undefined, b: Expr | undefined): boolean =>
    a !== undefined && b !== undefined && (a === d.body || b === d.body) && a.data?.cols !== b.data?.rows;
  return expressions.some((e) => some(e, (n) => n.op === "mul" && n.args.some((a, i) => i > 0 && clash(known(n.args[i - 1]), known(a)))));
}

/** What the step differentiates by is its variable, whatever the letter was in an earlier part; so are the usual variables beside it. */
function isVariableHere(name: string, d: Definition, expressions: readonly Expr[], item: Item, facts: readonly Item[]): boolean {
  if (d.indexed || !/^([r-z]|\\theta|\\phi|\\varphi)$/.test(name)) return false;
  const by = expressions.flatMap((e) => variablesOfDerivatives(e));
  const isVariable = by.includes(name) || (by.length > 0 && d.params.length === 0 && !isNumber(d.body) && !isDerivedFrom(name, expressions));
  return isVariable && isOfAnotherPart(d, item, facts);
}

/** What is differentiated is a function, no variable. */
const isDerivedFrom = (name: string, expressions: readonly Expr[]): boolean =>
  expressions.some((e) => some(e, (n) => n.op === "derivative" && n.args[0].op === "symbol" && n.args[0].name === name));

function variablesOfDerivatives(e: Expr): string[] {
  const found: string[] = [];
  walk(e, (n) => void (n.op === "derivative" && n.args[1].op === "symbol" && found.push(n.args[1].name ?? "")));
  return found;
}

/** A capital that is transposed, or a factor, and never applied: a matrix, whatever function the letter was before. */
function isMatrixFactor(name: string, expressions: readonly Expr[]): boolean {
  if (!/^[A-Z]$/.test(name)) return false;
  const isName = (e: Expr | undefined): boolean => e?.op === "symbol" && e.name === name;
  const isFunction = (n: Expr): boolean => (n.op === "apply" && n.name === name) || (/^(derivative|gradient|hessian)$/.test(n.op) && isName(n.args[0]));
  return expressions.some((e) => some(e, (n) => /^(transpose|mul)$/.test(n.op) && n.args.some(isName))) && !expressions.some((e) => some(e, isFunction));
}
