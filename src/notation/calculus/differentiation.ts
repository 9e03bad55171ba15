/** The derivative of a value by a name, by dual numbers: of numbers, vectors and tuples, by numbers, vectors and matrices. */
import type { Evaluator } from "../../expression/evaluator";
import { symbolName } from "../../expression/names";
import { type Expr, node, some, symbol, walk } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, scalar, type Value } from "../../expression/value";
import { type Dual, dualOver } from "../../numeric/dual";

/** d/dx of a value, in any arithmetic: evaluated over dual numbers in which x has derivative one. */
export function differentiate<T>(ev: Evaluator<T>, body: Expr, by: Expr, e: Expr): Value<T> {
  // by the power or the logarithm of a name: the chain rule
  if (/^(pow|call)$/.test(by.op) && (by.args[0].op === "symbol" || by.args[0].op === "indexed"))
    return ev.evaluate(node("div", [node("derivative", [body, by.args[0]], e.span), node("derivative", [by, by.args[0]], e.span)], e.span));
  if (by.op !== "symbol" && by.op !== "indexed" && by.op !== "apply")
    throw new NotUnderstood("derivative/by-what", "what this derivative is taken by is not a name", by.span);
  // by an entry of a vector or a matrix: that entry of the derivative by the whole
  const owner = by.op === "indexed" ? ev.model.owner?.(by, ev) : undefined;
  if (owner !== undefined) return ev.evaluate(node("entry", [node("derivative", [body, symbol(owner, by.span)], e.span), ...by.args], e.span));
  const hidden = parametrised(ev, body, symbolName(by)) ?? totalOf(ev, body, by);
  if (hidden) throw new NotUnderstood("derivative/unknown-dependence", `how ${hidden} depends on ${symbolName(by)} is not said`, e.span);
  const at = ev.evaluate(by);
  if (at.kind === "matrix" && at.rows * at.cols > 1) return gradientEntries(ev, body, by, at, e);
  return tangentOf(ev, ev.dual(symbolName(by), at, by).evaluate(body), e);
}

/** A distribution whose derivative is taken by a name that nothing in the body speaks of: it is a parameter that is not written. */
function parametrised<T>({ model }: Evaluator<T>, body: Expr, by: string): string | undefined {
  let found: string | undefined;
  const seen = new Set<string>();
  const speaks = (part: Expr): boolean =>
    some(part, (n) => {
      const name = n.name ?? "";
      if (n.op === "apply" && model.hides?.(name, by)) found = name;
      if (name === by || symbolName(n) === by) return true;
      if (!/^(symbol|indexed|apply)$/.test(n.op) || seen.has(name)) return false;
      seen.add(name);
      const meaning = model.meaning?.(name);
      return meaning !== undefined && speaks(meaning);
    });
  return speaks(body) ? undefined : found;
}

/** α_0 in a derivative by α_j: a letter with index 0 beside a general term may be a sum of all, where no formula says what it is. */
function totalOf<T>({ model }: Evaluator<T>, body: Expr, by: Expr): string | undefined {
  const isTerm = (e: Expr): boolean => e.op === "indexed" && e.args.length === 1;
  if (!isTerm(by) || by.args[0].op !== "symbol") return undefined;
  let found: string | undefined;
  walk(body, (n) => {
    if (isTerm(n) && n.name === by.name && n.args[0].name === "0" && model.meaning?.(symbolName(n)) === undefined) found = symbolName(n);
  });
  return found;
}

/** The infinitesimal part of a value over dual numbers. */
export function tangentOf<T>(ev: Evaluator<T>, value: Value<Dual<T>>, e: Expr): Value<T> {
  const D = dualOver(ev.A);
  if (value.kind === "scalar") return scalar(D.tangent(value.x));
  if (value.kind === "matrix")
    return matrix(
      value.rows,
      value.cols,
      value.items.map((x) => D.tangent(x)),
      value.vector,
    );
  if (value.kind === "tuple") return { kind: "tuple", items: value.items.map((item) => tangentOf(ev, item, e)) };
  throw new NotUnderstood("derivative/of-what", "the derivative of something that is not a number", e.span);
}

/** The derivative of a number by each entry of a vector or matrix; of a vector by a vector, its Jacobian. */
function gradientEntries<T>(ev: Evaluator<T>, body: Expr, by: Expr, at: Matrix<T>, e: Expr): Value<T> {
  const parts = at.items.map((_, i) => tangentOf(ev, ev.dual(symbolName(by), at, by, i).evaluate(body), e));
  if (parts.every((part) => part.kind === "scalar")) return { ...at, items: parts.map((part) => (part as { x: T }).x) };
  const vectors = parts.map((part) => columnOf(part, e));
  if (at.cols !== 1 || vectors.some((v) => v.cols !== 1 || v.rows !== vectors[0].rows))
    throw new NotUnderstood("derivative/tensor", "the derivative of a matrix by a matrix", e.span);
  const items: T[] = [];
  for (let i = 0; i < vectors[0].rows; i++) for (const v of vectors) items.push(v.items[i]);
  return matrix(vectors[0].rows, vectors.length, items);
}

/** A number, a tuple of numbers or a matrix as a matrix. */
function columnOf<T>(value: Value<T>, e: Expr): Matrix<T> {
  if (value.kind === "matrix") return value;
  const items = (value.kind === "tuple" ? value.items : [value]).map((item) => {
    if (item.kind !== "scalar") throw new NotUnderstood("derivative/of-what", "the derivative of something that is no vector", e.span);
    return item.x;
  });
  return matrix(items.length, 1, items);
}
