/**
 * The mean and the covariance of a posterior that is normal because its prior and its likelihood are: with L the logarithm of their product, whose Hessian H is
 * constant, they are w - H⁻¹ ∇L(w), at any w, and -H⁻¹ (Bishop, Pattern Recognition and Machine Learning, 2.3.3).
 */
import { gaussian } from "../../distributions/index";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, same } from "../../expression/tree";
import type { Item } from "../facts/items";
import { allNames } from "../names/all-names";
import { hasBase, lawOf } from "../random/random";
import { isLinear } from "./derived-laws";
import { isMatrixName, isOfMatrices, meaningsBefore, priorTimesLikelihood } from "./posterior-laws";

/** What a stated normal law of a name given others says, as equations between its parameters and those of the posterior. */
export interface NormalPosterior {
  readonly mean: Item;
  readonly covariance: Item;
}

interface Parameters {
  readonly mean: Expr;
  readonly covariance: Expr;
  readonly precision: Expr;
  readonly ofVectors?: Item["ofVectors"];
}

/** The parameters of the posterior of the name in front of a tilde; undefined where prior or likelihood are not said to be normal, linear in the name. */
function parametersOf(item: Item, facts: readonly Item[]): Parameters | undefined {
  const law = item.relation === "∼" && item.given && item.left.op === "symbol" ? lawOf(item.right) : undefined;
  if (law?.family !== gaussian || law.args.length !== 2) return undefined;
  const product = priorTimesLikelihood(item, facts, meaningsBefore(item, facts)[0].meant);
  const speaks = (e: Expr): boolean => hasBase(e, (base) => base === item.left.name);
  if (!product?.laws.every((l) => l.family === gaussian && isLinear(l.args[0], speaks) && !speaks(l.args[1]))) return undefined;
  const { span } = item.right;
  const w = item.left;
  const logs = product.factors.map((f) => node("call", [f], span, "log"));
  const log = node("add", logs, span);
  const of = (op: string, e: Expr): Expr => node(op, [e, w], span);
  const covariances = [...product.laws, law].flatMap(({ args: [, s] }) => (isMatrixName(s) && s.name !== "I" ? [symbolName(s)] : []));
  const ofVectors = [...product.laws, law].some(isOfMatrices);
  const slope = of(ofVectors ? "gradient" : "derivative", log);
  const curvature = ofVectors ? of("hessian", log) : of("derivative", slope);
  const inverse = node("pow", [curvature, node("neg", [number(1, span)], span)], span);
  const step = node("mul", [inverse, slope], span, undefined, { style: "juxtaposed" });
  return {
    mean: node("add", [w, node("neg", [step], span)], span),
    covariance: node("neg", [inverse], span),
    precision: node("neg", [curvature], span),
    ...(ofVectors ? { ofVectors: { vector: w.name ?? "", matrices: covariances } } : {}),
  };
}

const claimed = (item: Item, { ofVectors }: Parameters, left: Expr, right: Expr): Item => {
  const { fact: _, given: __, ...rest } = item;
  return { ...rest, relation: "=", role: "claim", left, right, made: true, ofPosterior: true, ...(ofVectors ? { ofVectors } : {}) };
};

/** What a law of vectors behind "w | y ∼" claims of its own parameters, where all names in it are known before. */
export function normalPosterior(item: Item, facts: readonly Item[]): NormalPosterior | undefined {
  const law = item.relation === "∼" ? lawOf(item.right) : undefined;
  const found = law && parametersOf(item, facts);
  if (!law || !found?.ofVectors || !law.args.every((a) => isKnown(a, found, facts, item))) return undefined;
  return { mean: claimed(item, found, found.mean, law.args[0]), covariance: claimed(item, found, found.covariance, law.args[1]) };
}

/**
 * What a formula of a name claims that a law "w | y ∼ N(m, S)" before it in the paragraph has as its mean or its covariance. A mean that is written with the
 * covariance is right or wrong by itself: where no formula, or one that is wrong by `isWrong`, says what S is, it is that of the posterior.
 */
export function posteriorParameter(item: Item, facts: readonly Item[], isWrong: (f: Item) => boolean): ParameterClaim | undefined {
  if (item.relation !== "=" || item.link.index > 0 || item.role === "unread") return undefined;
  const { paragraph } = item.link.statement.block;
  const tildes = facts.filter(
    (f) => f.relation === "∼" && f.given && f.order < item.order && f.scope === item.scope && paragraph - f.link.statement.block.paragraph <= 1,
  );
  const tilde = tildes.pop();
  const law = tilde && lawOf(tilde.right);
  if (!tilde || law?.family !== gaussian) return undefined;
  const found = parametersOf(tilde, facts);
  const [mean, spread] = law.args;
  const claim = (left: Expr, right: Expr): Item | undefined => (found && isKnown(right, found, facts, item) ? claimed(item, found, left, right) : undefined);
  if (!found) return undefined;
  if (same(item.left, mean)) {
    const isSaid = facts.some((f) => f.fact?.kind === "definition" && f.order < item.order && f.scope === item.scope && same(f.left, spread) && !isWrong(f));
    return put("mean", claim(found.mean, isSaid ? item.right : rewrite(item.right, (n) => (same(n, spread) ? found.covariance : n))));
  }
  if (same(item.left, spread)) return put("covariance", claim(found.covariance, item.right));
  return isInverseOf(item.left, spread) ? put("precision", claim(found.precision, item.right)) : undefined;
}

/** A formula that says what a posterior that was stated before has as a parameter. */
export interface ParameterClaim {
  readonly claim: Item;
  readonly is: "mean" | "covariance" | "precision";
}
const put = (is: ParameterClaim["is"], claim: Item | undefined): ParameterClaim | undefined => claim && { claim, is };

/** S^{-1} or 1/s² of S and s². */
const isInverseOf = (e: Expr, of: Expr): boolean =>
  (e.op === "pow" && e.args[1].op === "neg" && e.args[1].args[0].name === "1" && same(e.args[0], of)) ||
  (e.op === "div" && e.args[0].name === "1" && same(e.args[1], of));

/** Whether prior and likelihood speak of every name of an expression, or a formula before does. */
function isKnown(e: Expr, found: Parameters, facts: readonly Item[], item: Item): boolean {
  const known = allNames([found.covariance, found.mean]);
  const isSaid = (name: string): boolean =>
    facts.some((f) => f.order < item.order && (f.fact?.kind === "definition" ? f.fact.name : f.fact?.kind === "equation" && symbolName(f.fact.left)) === name);
  return [...allNames([e])].every((n) => known.has(n) || isSaid(n) || n === "I");
}
