/** What a model is given to know: definitions and conditions that a step may use. */
import type { Span } from "../../base/span";
import type { Expr } from "../../expression/tree";

/** "name(params) = body", or a symbol's value. */
export interface Definition {
  readonly kind: "definition";
  readonly name: string;
  /** The parameters in order: names that the body may use. Indices of an indexed definition are parameters too. */
  readonly params: readonly string[];
  /** Of a functional: its arguments as they stand in its definition, D(q(z | x), p(z)). The parameters are their heads then. */
  readonly patterns?: readonly Expr[];
  /** Of parameters that are collections, θ = (μ, π): the names that they collect. */
  readonly components?: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many parameters stand before the bar. */
  readonly split: number;
  readonly indexed: boolean;
  /** The document uses the name as a distribution's, with bars or under expectations: what it is of other variables is another density. */
  readonly lettered?: boolean;
  readonly body: Expr;
  readonly span: Span;
  readonly text: string;
  /** It says what it is up to a factor: p(θ | x) ∝ …. */
  readonly upToFactor?: boolean;
  /** Of a density: the ends of the range that is said of its variable. */
  readonly support?: readonly [Expr, Expr];
  /** It was an equation, solved for this name: the name is determined, not chosen. */
  readonly derived?: boolean;
}

/** "name = body" of a plain name. */
export const plainDefinition = (name: string, body: Expr, span: Span = body.span, text = ""): Definition => ({
  kind: "definition",
  name,
  params: [],
  split: 0,
  indexed: false,
  body,
  span,
  text,
});

/** "left = right" as an assumption; `solved` names the unknown it is solved for once a plan has chosen one. */
export interface Equation {
  readonly kind: "equation";
  /** It is what the end of a chain says of its beginning. */
  readonly closes?: boolean;
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
  readonly text: string;
}

/** An inequality, a membership, a distribution: what worlds are restricted by. */
export interface Condition {
  readonly kind: "condition";
  readonly relation: Expr;
  readonly span: Span;
  readonly text: string;
}

export type Fact = Definition | Equation | Condition;
