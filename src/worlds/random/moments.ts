/** Expectations and covariances of expressions of degree two in independent random vectors of which only mean and covariance are known. */
import type { Definition } from "../../derivation/facts/facts";
import type { Moments } from "../../derivation/random/moments";
import type { RandomSetting } from "../../derivation/random/random";
import { gaussian } from "../../distributions/index";
import type { Evaluator } from "../../expression/evaluator";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import { matrix, NotUnderstood, type Value } from "../../expression/value";
import { addValues, scaled } from "../../notation/arithmetic/sums-of-terms";
import { gaussianIntegral } from "../../notation/calculus/gaussian-integrals";
import { isIdentityName, looksLikeMatrix } from "../shapes/shape-names";

/** What is known where moments are taken. */
export interface MomentScope {
  readonly moments: ReadonlyMap<string, Moments>;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** What is said of random names: which of them are independent. */
  readonly laws?: Pick<RandomSetting, "independent" | "variables">;
}

/** The value of an expectation, variance or covariance by given moments; undefined where no name with moments is in it. */
export function byMoments<T>(e: Expr, scope: MomentScope, ev: Evaluator<T>): Value<T> | undefined {
  if (scope.moments.size === 0 || e.data?.under || Number(e.data?.split ?? e.args.length) < e.args.length) return undefined;
  const args = e.args.map((a) => inline(a, scope, 0));
  const names = [...scope.moments.keys()].filter((n) => args.some((a) => mentions(a, n)));
  if (names.length === 0) return undefined;
  if (names.length > 1 && !scope.laws?.independent.some((g) => names.every((n) => g.has(n))))
    throw new NotUnderstood("expectation/several", "several random names whose joint moments are not said", e.span);
  const mean = (x: Expr): Value<T> =>
    expectation(
      x,
      names.filter((n) => mentions(x, n)),
      scope,
      ev,
    );
  if (e.name === "expectation" && args.length === 1) return mean(args[0]);
  if (e.name !== "variance" && e.name !== "covariance") return undefined;
  const [x, y] = [args[0], args[1] ?? args[0]];
  const outer = mean(node("mul", [x, node("transpose", [y], e.span)], e.span, undefined, { style: "juxtaposed" }));
  const product = ev.with("\u0000x", mean(x)).with("\u0000y", mean(y)).evaluate(MEANS);
  return addValues(ev, outer, product, e);
}
const hidden = (name: string): Expr => ({ op: "symbol", args: [], name, span: { from: 0, to: 0 } });
const MEANS: Expr = node(
  "neg",
  [node("mul", [hidden("\u0000x"), node("transpose", [hidden("\u0000y")], { from: 0, to: 0 })], { from: 0, to: 0 }, undefined, { style: "juxtaposed" })],
  { from: 0, to: 0 },
);

const mentions = (e: Expr, name: string): boolean => some(e, (n) => (n.op === "symbol" || n.op === "indexed") && symbolName(n) === name);

/** With the definitions written out that lead to a random name. */
function inline(e: Expr, scope: MomentScope, depth: number): Expr {
  if (depth > 12) throw new NotUnderstood("definition/circular", "a definition refers to itself", e.span);
  return rewrite(e, (n) => {
    if (n.op !== "symbol" && n.op !== "indexed") return n;
    const d = scope.moments.has(symbolName(n)) ? undefined : scope.definitions.get(symbolName(n));
    if (!d || d.params.length > 0 || d.indexed) return n;
    const body = inline(d.body, scope, depth + 1);
    return [...scope.moments.keys()].some((name) => mentions(body, name)) ? body : n;
  });
}

/** The degree in some names together; infinite where it is not polynomial. */
function degree(e: Expr, names: readonly string[]): number {
  if (!names.some((name) => mentions(e, name))) return 0;
  const of = (i: number) => degree(e.args[i], names);
  switch (e.op) {
    case "symbol":
    case "indexed":
      return 1;
    case "add":
    case "matrix":
    case "tuple":
      return Math.max(...e.args.map((_, i) => of(i)));
    case "mul":
      return e.args.reduce((n, _, i) => n + of(i), 0);
    case "neg":
    case "transpose":
    case "entry":
      return of(0);
    case "div":
      return of(1) > 0 ? Number.POSITIVE_INFINITY : of(0);
    case "call":
      return e.name === "tr" ? of(0) : Number.POSITIVE_INFINITY;
    case "pow":
      if (e.args[1].op !== "number" || e.args[1].name !== "2") return Number.POSITIVE_INFINITY;
      return 2 * (e.args[0].op === "norm" || e.args[0].op === "absolute" ? degree(e.args[0].args[0], names) : of(0));
  }
  return Number.POSITIVE_INFINITY;
}

/** ‖v‖² as vᵀ v: no root, so that it is exact in every arithmetic. */
const squares = (e: Expr): Expr =>
  rewrite(e, (n) =>
    n.op === "pow" && n.args[0].op === "norm" && !n.args[0].name && n.args[1].name === "2"
      ? node("mul", [node("transpose", [n.args[0].args[0]], n.span), n.args[0].args[0]], n.span, undefined, { style: "juxtaposed" })
      : n,
  );

/**
 * E f = f(m) + ½ Σ_kl C_kl (f(m+e_k+e_l) - f(m+e_k) - f(m+e_l) + f(m)) for f of degree two, m the means and C the covariances of all names: between two of
 * them there is none.
 */
function expectation<T>(written: Expr, names: readonly string[], { moments, laws }: MomentScope, ev: Evaluator<T>): Value<T> {
  const d = degree(written, names);
  const normal = d > 2 && names.length === 1 ? normalLaw(names[0], laws, ev) : undefined;
  if (normal) return gaussianIntegral(ev, node("mul", [normal.density, squares(written)], written.span), names[0], normal.size, written);
  if (d > 2) throw new NotUnderstood("expectation/degree", `moments of ${names.join(" and ")} of higher order than two`, written.span);
  const { A } = ev;
  const f = squares(written);
  const known = names.map((name) => {
    const n = ev.model.shape?.(name)?.rows ?? 1;
    return { name, n, mean: entries(moments.get(name)?.mean ?? missing(name, written), n, ev) };
  });
  /** f where units are added to entries of one of the names. */
  const at = (owner?: string, ...units: number[]): Value<T> => {
    let inner = ev;
    for (const { name, n, mean } of known) {
      const x = name === owner ? mean.map((v, i) => units.filter((u) => u === i).reduce((s) => A.add(s, A.number(1)), v)) : mean;
      inner = inner.with(name, n > 1 ? matrix(n, 1, x, true) : { kind: "scalar", x: x[0] });
    }
    return inner.evaluate(f);
  };
  const start = at();
  if (d < 2) return start;
  let sum = start;
  for (const { name, n } of known) {
    const c = covariance(moments.get(name)?.covariance ?? missing(name, written), n, ev);
    const single = Array.from({ length: n }, (_, k) => at(name, k));
    for (let k = 0; k < n; k++)
      for (let l = 0; l < n; l++) {
        const parts: [Value<T>, number][] = [
          [at(name, k, l), 1],
          [single[k], -1],
          [single[l], -1],
          [start, 1],
        ];
        const weight = A.div(c[k * n + l], A.number(2));
        for (const [value, sign] of parts) sum = addValues(ev, sum, scaled(ev, value, sign > 0 ? weight : A.neg(weight), f), f);
      }
  }
  return sum;
}

/** The density of a normal vector, where that is its law. */
function normalLaw<T>(name: string, laws: MomentScope["laws"], ev: Evaluator<T>): { readonly density: Expr; readonly size: number } | undefined {
  const law = laws?.variables.get(name)?.law;
  const size = ev.model.shape?.(name)?.rows ?? 1;
  if (law?.family !== gaussian || law.args.length !== 2 || size === 1) return undefined;
  return {
    density: node("apply", [symbol(name), ...law.args], law.args[0].span, gaussian.spellings[0], { split: 1, indices: 0, order: false, bound: "|" }),
    size,
  };
}

const missing = (name: string, e: Expr): never => {
  throw new NotUnderstood("expectation/moments", `a moment of ${name} that is not said`, e.span);
};

/** A mean as entries; zero stands for a zero vector. */
function entries<T>(e: Expr, n: number, ev: Evaluator<T>): T[] {
  const value = ev.evaluate(e);
  if (value.kind === "matrix" && value.items.length === n) return [...value.items];
  const x = ev.number(value, e);
  if (n === 1 || ev.A.toNumbers(x).every((v) => v === 0)) return Array.from({ length: n }, () => x);
  throw new NotUnderstood("matrix/shape", "a mean of another size", e.span);
}

function covariance<T>(e: Expr, n: number, ev: Evaluator<T>): readonly T[] {
  const factor = factorOfIdentity(e);
  if (factor) {
    const x = ev.scalar(factor);
    return Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? x : ev.A.number(0)));
  }
  const value = ev.evaluate(e);
  if (value.kind === "matrix" && value.items.length === n * n) return value.items;
  if (value.kind === "scalar" && (n === 1 || value.identity)) return Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? value.x : ev.A.number(0)));
  throw new NotUnderstood("matrix/shape", "a covariance of another size", e.span);
}

/** σ² of σ² I: an identity has the size of its vector. */
function factorOfIdentity(e: Expr): Expr | undefined {
  const isIdentity = (n: Expr): boolean => n.op === "symbol" && isIdentityName(n.name ?? "");
  if (isIdentity(e)) return number(1, e.span);
  const others = e.op === "mul" ? e.args.filter((a) => !isIdentity(a)) : [];
  const isPlain = others.every((a) => !some(a, (n) => n.op === "matrix" || n.op === "transpose" || (n.op === "symbol" && looksLikeMatrix(n.name ?? ""))));
  if (e.op !== "mul" || others.length !== e.args.length - 1 || others.length === 0 || !isPlain) return undefined;
  return others.length === 1 ? others[0] : node("mul", others, e.span);
}
