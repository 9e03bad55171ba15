/** What expectations, probabilities, divergences and entropies come to: by given moments, over a space of outcomes, by laws, or by tables. */
import type { Evaluator } from "../expression/evaluator";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, node } from "../expression/tree";
import { NotUnderstood, type Value } from "../expression/value";
import type { ModelParts } from "./model-parts";
import { lawEntropy, normalEntropy } from "./random/law-divergences";
import { byMoments } from "./random/moments";
import { isVectorDensity, OVER_OUTCOMES } from "./random/random-names";
import { randomStatistic } from "./random/random-statistics";
import { hasMeasure, isOfVectors, lawOfName, rewriteStatistic } from "./statistics";

/** The statistics of one scope; what they are rewritten to is kept. */
export class StatisticValues {
  private readonly written = new WeakMap<Expr, Expr>();
  private readonly measured = new WeakMap<Expr, Expr>();
  constructor(
    private readonly parts: ModelParts,
    private readonly shapeOf: (name: string) => { readonly rows: number; readonly cols: number } | undefined,
  ) {}

  /** A name beside random vectors with moments of which nothing is said, X in Xβ + ε: it is fixed. */
  isDesign(name: string): boolean {
    const { random, moments } = this.parts;
    if (!random || random.setting.variables.has(name) || moments.has(name)) return false;
    return [...random.names.keys()].some((n) => moments.has(n) && this.shapeOf(n) !== undefined);
  }

  /** Whether expectations are taken by the given moments alone: of one name, or of vectors; several names need a space of outcomes, all of them. */
  private byGivenMoments(): boolean {
    const { random, moments } = this.parts;
    const names = [...(random?.names.keys() ?? [])];
    if (names.length === 0) return true;
    const vectors = names.filter((n) => this.shapeOf(n) !== undefined && moments.has(n));
    // a design matrix beside a random vector is no random name unless the words say so
    if (vectors.length > 0 && names.some((n) => !moments.has(n) && random?.setting.variables.has(n)))
      throw new NotUnderstood("expectation/several", "several random names whose joint moments are not said");
    return vectors.length > 0 || (names.length === 1 && moments.has(names[0]) && !random?.setting.variables.get(names[0])?.law);
  }

  /** What stands for an expression, written once. */
  private rewritten(e: Expr, write: () => Expr): Expr {
    const found = this.written.get(e) ?? this.shared(write());
    this.written.set(e, found);
    return found;
  }
  private shared(e: Expr): Expr {
    return this.parts.shared?.of(e) ?? e;
  }

  of<T>(written: Expr, ev: Evaluator<T>): Value<T> {
    const { random } = this.parts;
    const e = this.measured.get(written) ?? underLaw(written, this.parts);
    this.measured.set(written, e);
    const known = this.byGivenMoments() ? byMoments(e, this.parts, ev) : undefined;
    if (known) return known;
    if (random && OVER_OUTCOMES.test(e.name ?? "") && !hasMeasure(e, this.parts, random.names)) {
      const conditioned = e.data?.under !== true && Number(e.data?.split ?? e.args.length) < e.args.length;
      if (random.setting.uncorrelated && (conditioned || random.degrees.ofStatistic(e) > 2))
        throw new NotUnderstood(
          "random/uncorrelated",
          "more than the second moments of names of which no more is said than that they are uncorrelated",
          e.span,
        );
      return randomStatistic(e, ev, random);
    }
    if (isSure(e, this.parts)) return ev.evaluate(e.args[0]);
    const named = e.name === "entropy" && e.args.length === 1 ? this.parts.laws?.variables.get(e.args[0].name ?? "") : undefined;
    // an X of another part is another one; what stands before all parts is said for each
    const law = named?.here || named?.scope === 0 ? named.law : undefined;
    if (law) return ev.evaluate(isOfVectors(law, { shape: this.shapeOf }) ? normalEntropy(law) : lawEntropy(law));
    return ev.evaluate(this.rewritten(e, () => rewriteStatistic(e, { ...this.parts, shape: this.shapeOf })));
  }
}

/** E[n/λ²] beside a sample with a law: all that it speaks of are parameters of laws, none of them random, and how many there are. */
function isSure(e: Expr, { laws, definitions, random }: ModelParts): boolean {
  if (e.name !== "expectation" || e.args.length !== 1 || random || !laws) return false;
  const parameters = namesOf(...[...laws.variables.values()].flatMap((v) => v.law?.args ?? [])).symbols;
  const { symbols, indexed, applied, statistics } = namesOf(e.args[0]);
  if (parameters.size === 0 || indexed.size + applied.size + statistics.length > 0) return false;
  return [...symbols].every((name) => !laws.variables.has(name) && !definitions.has(name) && (parameters.has(name) || /^[nN]$/.test(name)));
}

/** E_{z ∼ q} with q = N(m, s²): under the law itself. What E_q is an expectation over has to be said where q is a law without a variable. */
function underLaw(e: Expr, parts: Pick<ModelParts, "definitions">): Expr {
  const under = e.data?.under ? e.args[e.args.length - 1] : undefined;
  if (under && parts.definitions.get(symbolName(under))?.params.length === 0 && lawOfName(under, parts))
    throw new NotUnderstood("distribution/unknown", "of what this distribution is is not said", e.span);
  const drawn = under?.op === "relation" && under.name === "∼" ? parts.definitions.get(symbolName(under.args[1])) : undefined;
  if (under && drawn && isVectorDensity(drawn)) {
    const density = node("apply", [under.args[0]], under.span, drawn.name, { split: 1, indices: 0, order: false, bound: "" });
    return { ...e, args: [...e.args.slice(0, -1), density] };
  }
  const law = under?.op === "relation" && under.name === "∼" ? lawOfName(under.args[1], parts) : undefined;
  return under && law ? { ...e, args: [...e.args.slice(0, -1), { ...under, args: [under.args[0], law] }] } : e;
}
