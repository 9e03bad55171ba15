/** Values of functions at arguments: those that the document defines, distributions, named densities, and functions of which nothing is known. */
import { isOtherDensity } from "../derivation/laws/density-forms";
import { expandFunctional } from "../derivation/laws/functionals";
import { isNamedPi } from "../derivation/names/named-pi";
import { isObjective } from "../derivation/names/overloads";
import { formulaIn } from "../derivation/names/primed-names";
import type { Evaluator } from "../expression/evaluator";
import { type Expr, number, some, symbol, walk } from "../expression/tree";
import { matrix, NotUnderstood, scalar, type Value } from "../expression/value";
import { ofOrder } from "../notation/calculus/derivative-orders";
import type { DrawMemo } from "./draws";
import { derivativeOf, partialOf } from "./function-derivatives";
import { columnsOf } from "./index-lanes";
import { measureOf } from "./measures";
import type { ModelParts } from "./model-parts";
import { namedDensity } from "./named-densities";
import { pointwise } from "./pointwise";
import { randomStatistic } from "./random/random-statistics";
import { TableEntries } from "./table-entries";
import { smoothDerivative, smoothFunction } from "./unknown-functions";
import { asQuotient, inOrder } from "./unknown-joints";
import { coordinatesOf, isSquare, ofSquareMatrix } from "./vector-arguments";

/** The applications of one scope. */
export class Applications {
  private readonly tables: TableEntries;
  constructor(
    private readonly parts: ModelParts,
    private readonly memo: DrawMemo,
  ) {
    this.tables = new TableEntries(parts, memo);
  }

  /** The value of an application: by its definition, as a probability, as a table's entry, as a named density, else as a smooth function that is drawn. */
  of<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    const name = e.name ?? "";
    const order = e.data?.order ? e.args[e.args.length - 1] : undefined;
    const indices = Number(e.data?.indices ?? 0);
    const count = e.args.length - indices - (order ? 1 : 0);
    const args = e.args.slice(0, count);
    if (order) return this.derivative(e, args, order, ev);
    const known = this.parts.definitions.get(name);
    const definition = known && isOtherDensity(known, e) ? undefined : known;
    const functional = definition && ev.depth < 24 ? expandFunctional(definition, args) : undefined;
    if (functional === "unclear") throw new NotUnderstood("functional/arguments", `what ${name} is of these arguments is not said`, e.span);
    if (functional) return ev.evaluate(functional);
    if (definition && definition.params.length === count && !definition.indexed) {
      const values = args.map((a) => ev.evaluate(named(a)));
      const polynomial = count === 1 && isSquare(values[0]) ? ofSquareMatrix(definition.body, definition.params[0]) : undefined;
      return ev.call(new Map(definition.params.map((p, i) => [p, values[i]]))).evaluate(polynomial ?? definition.body);
    }
    const point = definition && !definition.indexed && count === 1 && definition.params.length > 1 ? definition : undefined;
    const coordinates = point && point.split === point.params.length ? coordinatesOf(ev.evaluate(args[0]), point.params.length) : undefined;
    if (point && coordinates) return ev.call(new Map(point.params.map((p, i) => [p, coordinates[i]]))).evaluate(point.body);
    if (this.parts.random?.probabilities.has(name)) return randomStatistic(e, ev, this.parts.random);
    const partial = partialOf(name, args, e, ev, this.parts.definitions);
    if (partial) return partial;
    const family = this.parts.families.families.get(name);
    if (family) {
      const table = this.tables.of(e, ev);
      if (table !== undefined) return scalar(table);
      const other = asQuotient(e, args) ?? inOrder(e, args);
      if (other) return ev.evaluate(other);
    }
    const variables = definition && definition.params.length === 0 && !definition.indexed ? formulaIn(definition)?.by : undefined;
    if (definition && variables?.length === count && args.every((a) => a.op !== "symbol"))
      return ev.call(new Map([...variables].sort().map((v, i) => [v, ev.evaluate(args[i])]))).evaluate(definition.body);
    const values = definition?.params.length === 0 ? pointwise(definition.body, args, (n) => this.isFunction(n, count)) : undefined;
    if (values) return ev.evaluate(values);
    if (definition && definition.params.length === 0 && (count === 1 || definition.body.op === "matrix") && !definition.indexed)
      throw new NotUnderstood("function/arguments", `${name} is not defined as a function`, e.span);
    const measure = measureOf(e);
    if (measure) return ev.evaluate(measure);
    const density = namedDensity(e, args);
    if (density) return density(ev);
    const columns = [...args, ...this.parametersIn(name)].flatMap((a) => columnsOf(ev.evaluate(a), ev, a));
    const label = indices
      ? `${name}[${e.args
          .slice(count, count + indices)
          .map((a) => a.name ?? "?")
          .join(",")}]`
      : name;
    const shape = this.parts.shapes.shapes.get(`${name}()`);
    const drawn = (entry: string) => smoothFunction(ev, `${label}${entry}/${columns.length}`, columns, this.parts.seed, this.memo);
    // what a bar stands in, or a letter π is applied as, is a probability or a density
    const value = isProbability(e) ? (entry: string) => ev.A.mul(drawn(entry), drawn(entry)) : drawn;
    if (shape && shape.rows * shape.cols > 1)
      return matrix(
        shape.rows,
        shape.cols,
        Array.from({ length: shape.rows * shape.cols }, (_, i) => value(`[${i}]`)),
        shape.cols === 1 ? true : undefined,
      );
    return scalar(value(""));
  }

  /** f^{(n)}(x): of a function of which nothing is known for any n, of another one for small numbers. */
  private derivative<T>(e: Expr, args: readonly Expr[], order: Expr, ev: Evaluator<T>): Value<T> {
    const name = e.name ?? "";
    const isKnown = this.parts.definitions.has(name) || this.parts.families.families.has(name) || this.parts.shapes.shapes.has(`${name}()`);
    const isSmall = order.op === "number" && Number(order.name) <= MOST_DUAL;
    if (isSmall || args.length !== 1 || isProbability(e)) return derivativeOf(e, args, order, ev);
    const ofOther = (n: number): Expr => ({ ...e, args: n === 0 ? args : [...args, number(n, order.span)], data: { ...e.data, order: n > 0 } });
    if (isKnown) return order.op === "number" ? derivativeOf(e, args, order, ev) : ofOrder(order, ev, (n) => ev.scalar(ofOther(n)));
    const orders = ev.lanes(ev.scalar(order));
    if (!orders.every((n) => Number.isInteger(n) && n >= 0 && n <= MOST_WAVES)) return derivativeOf(e, args, order, ev);
    return scalar(smoothDerivative(ev, `${name}/1`, ev.scalar(args[0]), orders, this.parts.seed, this.memo));
  }

  /** θ of f_θ(x) beside a derivative by θ: it moves the function. */
  private parametersIn(name: string): Expr[] {
    const label = /_\{(.+)\}$/.exec(name)?.[1];
    if (label === undefined) return [];
    this.differentiated ??= differentiatedIn(this.parts);
    const by = this.differentiated.get(label);
    return by ? [by] : [];
  }
  private differentiated?: ReadonlyMap<string, Expr>;

  /** Whether a formula says what a name is of so many arguments, or the step applies it to so many. */
  private isFunction(name: string, count: number): boolean {
    const params = this.parts.definitions.get(name)?.params;
    if (params) return params.length === count;
    return this.parts.scope.some((e) => some(e, (n) => n.op === "apply" && n.name === name && n.args.length === count));
  }
}

/** The symbols by which the expressions of a step differentiate: θ of ∂/∂θ and ∇_θ, and the arguments of J'(θ). */
function differentiatedIn({ scope, definitions }: ModelParts): Map<string, Expr> {
  const found = new Map<string, Expr>();
  const add = (by: Expr): void => void (by.op === "symbol" && found.set(by.name ?? "", by));
  for (const e of scope)
    walk(e, (n) => {
      if (/^(derivative|gradient|hessian)/.test(n.op)) n.args.slice(1).forEach(add);
      if (n.op === "apply" && n.data?.order)
        (definitions.get(n.name ?? "")?.params ?? []).forEach((p) => {
          add(symbol(p, n.span));
        });
    });
  return found;
}

/** Orders of derivatives up to which dual numbers are nested. */
const MOST_DUAL = 5;
/** The greatest order of a derivative of a function of which nothing is known. */
const MOST_WAVES = 5000;

/** p(x' | x), and the letter π as a function. */
const isProbability = (e: Expr): boolean => (e.data?.bound === "|" || isNamedPi(e.name ?? "")) && !isObjective(e);

/** An argument that names what it is put for, p(x = 1): its value. */
const named = (a: Expr): Expr => (a.op === "relation" && a.name === "=" && (a.args[0].op === "symbol" || a.args[0].op === "indexed") ? a.args[1] : a);
