/** What the sides of a relation are, seen by their form alone: the name that one would define, names, operators, errors. */
import { isConstantName } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { mentions } from "../../expression/occurrences";
import { type Expr, some } from "../../expression/tree";
import { isWord } from "../laws/entries";
import { functionalArguments, headOf } from "../laws/functionals";
import { unmarked } from "../names/overloads";

export const hasError = (e: Expr): Expr | undefined => {
  let found: Expr | undefined;
  some(e, (n) => {
    if (n.op === "error") found ??= n;
    return found !== undefined;
  });
  return found;
};

/** What a lone name on one side would define: its name and parameters. */
export function target(e: Expr): { name: string; params: string[]; split: number; indexed: boolean; patterns?: readonly Expr[] } | undefined {
  if (e.op === "symbol" && !isConstantName(e.name)) return { name: e.name ?? "", params: [], split: 0, indexed: false };
  if (e.op === "indexed") {
    const letters = e.args.map((a) => (a.op === "symbol" ? (a.name ?? "") : ""));
    if (letters.every((l) => /^[a-zA-Z]$/.test(l))) return { name: e.name ?? "", params: letters, split: 0, indexed: true };
    return { name: symbolName(e), params: [], split: 0, indexed: false };
  }
  if (e.op === "statistic" && e.data?.bare) return { name: "KL", params: [], split: 0, indexed: false };
  if (e.op === "apply" && !e.data?.order && !e.data?.indices) {
    const params = e.args.map((a) => (a.op === "symbol" || a.op === "indexed" ? symbolName(a) : ""));
    if (params.every((p) => p !== "") && new Set(params).size === params.length)
      return { name: e.name ?? "", params, split: Number(e.data?.split ?? params.length), indexed: false };
    const patterns = functionalArguments(e);
    if (patterns) return { name: e.name ?? "", params: patterns.map(headOf), split: Number(e.data?.split ?? params.length), indexed: false, patterns };
  }
  return undefined;
}

/** What a derivative is of, through derivatives of derivatives. */
const differentiated = (e: Expr): Expr => (e.op === "derivative" ? differentiated(e.args[0]) : e);

/** A letter that counts nothing, and is no index of the formula: T_g, v_f, no M_B = ∑ (r_i - r_B)F_i. */
const isNoIndex = (left: Expr, a: Expr, formula: Expr): boolean =>
  // u_x is a partial derivative
  (/\{/.test(left.name ?? "") ? /^[a-hou-zA-HO-SU-Z]$/ : /^[a-hoA-HO-SU-W]$/).test(a.name ?? "") &&
  !some(formula, (n) => n.op === "symbol" && n.name === a.name);

/** σ_x = … of a formula without x, h_x = ∂h/∂x, μ_X = E[X]: a label, no index. */
function labelled(left: Expr, right: Expr): ReturnType<typeof target> {
  if (left.op === "indexed" && right.op === "derivative" && differentiated(right).op !== "indexed" && differentiated(right).name === left.name)
    return { name: symbolName(left), params: [], split: 0, indexed: false };
  const isRandom = (a: Expr): boolean =>
    a.op === "symbol" && /^[A-Z]$/.test(a.name ?? "") && some(right, (n) => n.op === "statistic" && mentions(n, a.name ?? ""));
  if (left.op === "indexed" && left.args.every(isRandom)) return { name: symbolName(left), params: [], split: 0, indexed: false };
  const isLabel = (a: Expr): boolean => a.op === "symbol" && /^[a-hp-zA-Z]$/.test(a.name ?? "") && !mentions(right, a.name ?? "");
  if (
    left.op !== "indexed" ||
    left.args.length !== 1 ||
    !left.args.every(isLabel) ||
    !(right.op === "matrix" || left.args.every((a) => isNoIndex(left, a, right)))
  )
    return undefined;
  return { name: symbolName(left), params: [], split: 0, indexed: false };
}

/** What `left = right` would define on its left: a functional only where its formula speaks of the distributions it is of. */
export function defined(left: Expr, right: Expr): ReturnType<typeof target> {
  if (isValueAt(left, right) || isOfWord(left, right)) return undefined;
  const t = labelled(left, right) ?? target(left);
  return t?.patterns && !t.params.every((p) => mentions(right, p)) ? undefined : t;
}

/** f(x_0) = y_0: the value at one place, and no function. */
const isValueAt = (left: Expr, right: Expr): boolean =>
  left.op === "apply" && left.args.length === 1 && left.args[0].op === "indexed" && isLone(right) && symbolName(right) !== symbolName(left.args[0]);

/** P(even) = 1/2: of what a word names, and no function of it. */
const isOfWord = (left: Expr, right: Expr): boolean => left.op === "apply" && left.args.some((a) => isWord(a) && !mentions(right, a.name ?? ""));

export const OPERATOR =
  /^(sum|prod|integral|limit|derivative|antiderivative|laplace|statistic|gradient|hessian|divergence|curl|evaluated|(max|min)-(reals|of|from|in)$|cardinality$)/;

export const hasOperator = (e: Expr): boolean => some(e, (n) => OPERATOR.test(n.op));

export const freeSymbols = (e: Expr): Set<string> => {
  const names = namesOf(e);
  const found = new Set([...names.symbols].filter((n) => !isConstantName(n)));
  for (const nodes of names.indexed.values()) for (const n of nodes) found.add(symbolName(n));
  return found;
};

/** A plain name. */
export const isLone = (e: Expr): boolean => (e.op === "symbol" && !isConstantName(e.name)) || e.op === "indexed";

/** n_k = ∑_{i=1}^n …: the count n is no term of the sequence. */
export const refersTo = (e: Expr, t: { name: string; params?: readonly string[]; indexed: boolean }): boolean =>
  // p(θ | k) = p(k | θ) p(θ) / p(k) is a rule, no formula
  some(e, (n) => n.op === "apply" && n.name !== t.name && unmarked(n.name ?? "") === unmarked(t.name) && unmarked(t.name) !== t.name) ||
  (t.indexed
    ? some(e, (n) => (n.op === "indexed" || n.op === "apply") && n.name === t.name)
    : mentions(e, t.name) && !onlyNumbered(e, t.name, (t.params ?? []).length > 0));

/** x_0 in "x(t) = x_0 + v t": other values by the same letter, and the name itself nowhere; of a plain name, N = N_1 + N_2 may be parts. */
export const onlyNumbered = (e: Expr, name: string, applied: boolean): boolean =>
  /^(\\[a-z]+|[a-z])$/i.test(name) &&
  !some(
    e,
    (n) =>
      /^(tuple|list|matrix)$/.test(n.op) ||
      (n.name === name && (n.op === "indexed" ? n.args.some((a) => a.op !== "number" || (!applied && a.name !== "0")) : /^(symbol|apply)$/.test(n.op))) ||
      // y'' is made of y
      (/^(symbol|apply)$/.test(n.op) && (n.name ?? "").replace(/^\\d+ot\{(.*)\}$/, "$1").replace(/'+$/, "") === name),
  );

export const isProbability = (e: Expr): boolean => e.op === "statistic" && e.name === "probability";

/** `dx` outside of an integral: a relation between differentials. */
export const hasDifferential = (e: Expr): boolean =>
  some(
    e,
    (n) =>
      n.op === "mul" &&
      n.args.some((a, i) => a.op === "symbol" && a.name === "d" && n.args[i + 1]?.op === "symbol" && n.data?.style !== "cdot" && n.data?.style !== "times"),
  );

/** `d(uv) = u\\,dv + v\\,du`, `d \\sin x = \\cos x\\,dx`: a differential on both sides, and no d that is a number. */
export function areDifferentials(left: Expr, right: Expr): boolean {
  const isD = (e: Expr | undefined): boolean => e?.op === "symbol" && e.name === "d";
  const count = (e: Expr, bare: boolean): { names: number; brackets: number; bare: number } => {
    const found = { names: 0, brackets: 0, bare: bare && isD(e) ? 1 : 0 };
    const juxtaposed = e.op === "mul" && e.data?.style !== "cdot" && e.data?.style !== "times";
    e.args.forEach((a, i) => {
      const next = e.args[i + 1];
      const behind = juxtaposed && isD(a) && next !== undefined;
      if (behind && /^(symbol|indexed)$/.test(next.op) && !isD(next)) found.names++;
      else if (behind && (/^(call|pow)$/.test(next.op) || (next.data?.bracket === "(" && next.op !== "number"))) found.brackets++;
      else {
        const inner = count(a, true);
        found.names += inner.names;
        found.brackets += inner.brackets;
        found.bare += inner.bare;
      }
    });
    return found;
  };
  const [a, b] = [count(left, true), count(right, true)];
  return a.bare + b.bare === 0 && a.names + a.brackets > 0 && b.names + b.brackets > 0;
}

export const isClosed = (e: Expr): boolean =>
  freeSymbols(e).size === 0 && !some(e, (n) => n.op === "apply" || (n.op === "symbol" && /^[ei]$/.test(n.name ?? "")));

export const isDivergence = (e: Expr): boolean => e.op === "statistic" && e.name === "divergence" && e.args.length === 2;

/** Cov(X, Y) of two names. */
export const isCovariance = (e: Expr): boolean => e.op === "statistic" && e.name === "covariance" && e.args.length === 2 && e.args.every(isLone);

/** P(X = 1): one value. */
export const isPoint = ({ args }: Expr): boolean =>
  args.length === 1 && args[0].op === "relation" && args[0].name === "=" && !some(args[0].args[1], (n) => n.op === "symbol");

/** A determinant or a product of matrices that are written out: what it is said to be, in its own letters, was worked out. */
export const multipliesOut = (e: Expr): boolean =>
  some(
    e,
    (n) =>
      ((n.op === "determinant" || (n.op === "call" && n.name === "det")) && n.args[0].op === "matrix") ||
      (n.op === "mul" && n.args.filter((a) => a.op === "matrix").length > 1),
  );

export const isTuple = (e: Expr): boolean => e.op === "tuple" || e.op === "list" || e.op === "matrix";
