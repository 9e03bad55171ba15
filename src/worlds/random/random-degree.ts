/** The degree of expressions in the random names of a scope: what tells whether a few moments suffice. */
import type { Definition } from "../../derivation/facts/facts";
import { baseOf, hasBase, placed } from "../../derivation/random/random";
import { type Expr, node, rewrite } from "../../expression/tree";
import { definitionOf, type RandomName } from "./random-names";

const NONE = Number.POSITIVE_INFINITY;

/** Finds degrees; infinite where an expression is no polynomial in random names. */
export class Degrees {
  private readonly bodies = new Map<Definition, number>();
  private readonly bodiesWritten = new Map<Definition, Expr | undefined>();
  constructor(
    private readonly names: ReadonlyMap<string, RandomName>,
    private readonly definitions: ReadonlyMap<string, Definition>,
  ) {}

  /** Of what a statistic averages: a variance squares its argument. */
  ofStatistic(e: Expr): number {
    const split = Number(e.data?.split ?? e.args.length);
    const args = e.args.slice(0, e.data?.under ? Math.min(split, e.args.length - 1) : split);
    const own = args.map((a) => this.of(a));
    if (e.name === "expectation") return Math.max(0, ...own);
    if (e.name === "covariance" && own.length === 2) return own[0] + own[1];
    if (e.name === "probability") return own.some((d) => d > 0) ? NONE : 0;
    return 2 * Math.max(0, ...own);
  }

  of(e: Expr, depth = 0): number {
    if (depth > 30) return NONE;
    const at = (i: number): number => this.of(e.args[i], depth + 1);
    const all = (): number => Math.max(0, ...e.args.map((_, i) => at(i)));
    switch (e.op) {
      case "number":
        return 0;
      case "symbol":
      case "indexed":
        return this.ofName(e, depth);
      case "add":
      case "neg":
      case "matrix":
      case "tuple":
      case "transpose":
      case "entry":
        return all();
      case "mul":
        return e.args.reduce((n, _, i) => n + at(i), 0);
      case "div":
        return at(1) > 0 ? NONE : at(0);
      case "sum":
      case "sum-over":
      case "sum-where":
      case "prod":
      case "where":
        return at(0);
      case "pow": {
        if (at(0) === 0 && at(1) === 0) return 0;
        const exponent = Number(e.args[1].name);
        return e.args[1].op === "number" && Number.isInteger(exponent) ? at(0) * exponent : NONE;
      }
      case "derivative":
        return e.args.slice(1).every((by) => this.of(by, depth + 1) === 0) ? at(0) : NONE;
      case "apply":
        if (all() === 0) return this.ofFunction(e, depth);
        break;
      case "statistic":
        // given others, the moments of a law are polynomials in them of no higher degree
        return Number(e.data?.split ?? e.args.length) < e.args.length - (e.data?.under ? 1 : 0) ? this.ofStatistic(e) : 0;
    }
    return all() > 0 || (e.op === "apply" && this.ofFunction(e, depth) > 0) ? NONE : 0;
  }

  /** Whether an expression speaks of a random name, through definitions. */
  dependsOn(e: Expr, name: string): boolean {
    return hasBase(this.inlined(e), (base) => base === name);
  }

  /** With the definitions written out that lead to random names. */
  inlined(e: Expr): Expr {
    return rewrite(e, (n) => {
      if (n.op === "apply") return this.applied(n) ?? n;
      const d = n.op === "symbol" || n.op === "indexed" ? definitionOf(n, this.definitions) : undefined;
      const body = !d || this.names.has(baseOf(n)) ? undefined : this.written(d);
      return body && d ? placed(body, d.params, n.args) : n;
    });
  }

  /** The body of a definition that leads to random names. */
  private written(d: Definition): Expr | undefined {
    if (this.bodiesWritten.has(d)) return this.bodiesWritten.get(d);
    // a definition that leads back to itself stays a name
    this.bodiesWritten.set(d, undefined);
    const body = this.inlined(d.body);
    const found = hasBase(body, (base) => this.names.has(base)) ? body : undefined;
    this.bodiesWritten.set(d, found);
    return found;
  }

  private ofName(e: Expr, depth: number): number {
    if (this.names.has(baseOf(e))) return 1;
    const d = definitionOf(e, this.definitions);
    if (!d) return 0;
    const known = this.bodies.get(d);
    if (known !== undefined) return known;
    // a definition that leads back to itself
    this.bodies.set(d, NONE);
    const degree = this.of(d.body, depth + 1);
    this.bodies.set(d, degree);
    return degree;
  }

  /** The body of a function that leads to random names, at its arguments; of ℓ'(λ) the derivative of the body by λ. */
  private applied(e: Expr): Expr | undefined {
    const d = this.definitions.get(e.name ?? "");
    const order = e.data?.order ? Number(e.args[e.args.length - 1].name) : 0;
    const args = e.data?.order ? e.args.slice(0, -1) : e.args;
    if (!d || d.indexed || d.patterns || d.params.length !== args.length || !(order <= MOST_PRIMES)) return undefined;
    if (order > 0 && (args.length !== 1 || args[0].op !== "symbol")) return undefined;
    const body = this.written(d);
    let found = body && placed(body, d.params, args);
    for (let i = 0; found && i < order; i++) found = node("derivative", [found, args[0]], e.span);
    return found;
  }

  /** Of a function at arguments that are not random: that of its body. */
  private ofFunction(e: Expr, depth: number): number {
    const d = this.definitions.get(e.name ?? "");
    return d ? this.of(d.body, depth + 1) : 0;
  }
}

const MOST_PRIMES = 3;
