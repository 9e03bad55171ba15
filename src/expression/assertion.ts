/** Statements about numbers as data: relations, joined by "and" and "or". */
import { type Expr, node, rewrite, some } from "./tree";

/** A relation, or several statements of which all or any are meant. */
export type Assertion =
  | { readonly kind: "relation"; readonly relation: string; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "all" | "any"; readonly parts: readonly Assertion[] };
/** One relation between two expressions. */
export type Relation = Extract<Assertion, { kind: "relation" }>;

/** The relation of two expressions by the name of its sign. */
export const relation = (left: Expr, name: string, right: Expr): Relation => ({ kind: "relation", relation: name, left, right });
/** All of them; one alone is itself. */
export const all = (parts: readonly Assertion[]): Assertion => (parts.length === 1 ? parts[0] : { kind: "all", parts });
/** Any of them; one alone is itself. */
export const any = (parts: readonly Assertion[]): Assertion => (parts.length === 1 ? parts[0] : { kind: "any", parts });

/** Every expression in it. */
export const expressionsIn = (a: Assertion): Expr[] => (a.kind === "relation" ? [a.left, a.right] : a.parts.flatMap(expressionsIn));

/** The same with every expression changed. */
export function mapAssertion(a: Assertion, change: (e: Expr) => Expr): Assertion {
  return a.kind === "relation" ? { ...a, left: change(a.left), right: change(a.right) } : { ...a, parts: a.parts.map((p) => mapAssertion(p, change)) };
}

/** Cases of relations that hold together; undefined where there would be more than `most`. */
export function casesOf(a: Assertion, most = 16): Relation[][] | undefined {
  if (a.kind === "relation") return [[a]];
  const parts = a.parts.map((p) => casesOf(p, most));
  if (parts.some((p) => p === undefined)) return undefined;
  const found =
    a.kind === "any"
      ? (parts as Relation[][][]).flat()
      : (parts as Relation[][][]).reduce<Relation[][]>(
          (done, part) => (done.length * part.length > most ? done.concat(new Array(most + 1).fill([])) : done.flatMap((d) => part.map((p) => [...d, ...p]))),
          [[]],
        );
  return found.length > most ? undefined : found;
}

/** What one relation sign asserts: lists are alternatives, tuples hold component by component, a double sign is two cases. */
export function assertionOf(left: Expr, name: string, right: Expr): Assertion | undefined {
  if ([left, right].some((e) => some(e, isDouble)))
    return any(["+", "-"].map((sign) => relationOrMore(choose(left, sign), name, choose(right, sign))).filter((a) => a !== undefined));
  return relationOrMore(left, name, right);
}

const isDouble = (e: Expr): boolean => e.op === "plus-minus" || e.op === "minus-plus";
/** The expression with the upper ("+") or the lower signs. */
const choose = (e: Expr, sign: string): Expr =>
  rewrite(e, (n) => (isDouble(n) ? ((n.name === "mp") === (sign === "+") ? node("neg", n.args, n.span) : n.args[0]) : n));

function relationOrMore(left: Expr, name: string, right: Expr): Assertion | undefined {
  if (name === "∈") return member(left, right);
  if (name === "∉") return undefined;
  if (left.op === "list" && right.op === "list" && left.args.length === right.args.length) return pairwise(left.args, name, right.args);
  if (right.op === "list") return name === "=" && left.op !== "list" ? anyOf(right.args.map((r) => assertionOf(left, name, r))) : undefined;
  if (left.op === "list") return allOf(left.args.map((l) => assertionOf(l, name, right)));
  if (isPoint(left) && isPoint(right) && left.args.length === right.args.length) return pairwise(left.args, name, right.args);
  return relation(left, name, right);
}
const isPoint = (e: Expr): boolean => e.op === "tuple" && e.data?.open === "(";
const pairwise = (left: readonly Expr[], name: string, right: readonly Expr[]): Assertion | undefined =>
  allOf(left.map((l, i) => assertionOf(l, name, right[i])));
const anyOf = (parts: readonly (Assertion | undefined)[]): Assertion | undefined => (parts.every((p) => p !== undefined) ? any(parts) : undefined);
const allOf = (parts: readonly (Assertion | undefined)[]): Assertion | undefined => (parts.every((p) => p !== undefined) ? all(parts) : undefined);

function member(left: Expr, set: Expr): Assertion | undefined {
  if (set.op !== "tuple") return undefined;
  if (set.data?.open === "{") return anyOf(set.args.map((item) => relationOrMore(left, "=", item)));
  if (set.args.length !== 2) return undefined;
  const [low, high] = set.args;
  const infinite = (e: Expr) => some(e, (n) => n.name === "\\infty");
  const parts = [
    ...(infinite(low) ? [] : [relation(low, set.data?.open === "[" ? "<=" : "<", left)]),
    ...(infinite(high) ? [] : [relation(left, set.data?.close === "]" ? "<=" : "<", high)]),
  ];
  return parts.length ? all(parts) : undefined;
}
