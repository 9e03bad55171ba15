/** A model: the meaning of every free name of a scope, in any arithmetic, from raw coordinates and definitions. */
import type { Definition } from "../derivation/facts/facts";
import { placed } from "../derivation/random/random";
import type { Evaluator, Model, Range } from "../expression/evaluator";
import { symbolName } from "../expression/names";
import { type Expr, node, some, symbol } from "../expression/tree";
import { identityMultiple, NotUnderstood, scalar, type Value } from "../expression/value";
import { spaceOf } from "../expression/variables";
import { identity } from "../notation/matrices/matrix-algebra";
import { Applications } from "./applications";
import { CONSTANTS, ImaginaryUnit } from "./constants";
import { Coordinates } from "./coordinates";
import { DrawMemo, REALS } from "./draws";
import { ownerOf } from "./entry-owners";
import { hasValue, indexLanes } from "./index-lanes";
import type { ModelParts } from "./model-parts";
import { namedDensity } from "./named-densities";
import { Reads } from "./reads";
import { SequenceTerms } from "./sequence-terms";
import { lineOf } from "./shapes/matrix-lines";
import { isIdentityName, isOnesName, isZeroName } from "./shapes/shape-names";
import type { Sort } from "./sorts";
import { StatisticValues } from "./statistic-values";
import { isParameter } from "./table-entries";
import { UnwrittenRanges } from "./unwritten-ranges";

/** The model of one scope; what it draws is kept, so that a name has one value in a world. */
export class WorldModel implements Model {
  readonly dimension: number;
  private readonly memo = new DrawMemo();
  private readonly coordinates: Coordinates;
  private readonly sequences: SequenceTerms;
  private readonly applications: Applications;
  private readonly ranges: UnwrittenRanges;
  private readonly unit: ImaginaryUnit;
  private readonly statistics: StatisticValues;
  private readonly names: Reads;
  constructor(readonly parts: ModelParts) {
    this.dimension = parts.dimension;
    this.coordinates = new Coordinates(parts, this.memo);
    this.sequences = new SequenceTerms(parts);
    this.applications = new Applications(parts, this.memo);
    this.ranges = new UnwrittenRanges(parts);
    this.unit = new ImaginaryUnit(parts);
    this.statistics = new StatisticValues(parts, (name) => this.shape(name));
    this.names = new Reads(parts.definitions, parts.scope, parts.random);
  }

  reads(e: Expr): ReadonlySet<string> | undefined {
    return this.names.of(e);
  }

  isRepeated(e: Expr): boolean {
    return this.parts.shared?.isRepeated(e) ?? false;
  }

  symbol<T>(name: string, ev: Evaluator<T>, e: Expr): Value<T> {
    if (name.startsWith("#")) return scalar(this.coordinates.element(name.slice(1), ev));
    const definition = this.parts.definitions.get(name);
    if (definition && definition.params.length === 0 && !definition.indexed) return this.define(definition, ev);
    // a function without its arguments, as in ∂L/∂x: at its own parameters
    if (definition && !definition.indexed && ev.depth < 24) return ev.call(new Map()).evaluate(definition.body);
    const sort = this.parts.sorts.of.get(name);
    const random = this.random(e.op === "symbol" && e.name === name ? e : symbol(name, e.span), ev);
    if (random) return random;
    const constant = CONSTANTS.get(name);
    if (constant && !sort) return scalar(ev.A.constant(constant));
    if (this.unit.is(name) && !sort && ev.A.complex === true) return scalar(ev.A.imaginary());
    if (!sort && this.parts.shapes.identities && isIdentityName(name)) return identityMultiple(ev.A.number(1));
    if (!sort && (isZeroName(name) || isOnesName(name))) return scalar(ev.A.number(isZeroName(name) ? 0 : 1));
    // the bar over a complex number is its conjugate
    const under = /^\\bar\{(.+)\}$/.exec(name)?.[1];
    if (under && !sort && ev.A.complex === true && (this.parts.sorts.of.get(under)?.kind === "complex" || this.unit.standsIn(under)))
      return scalar(ev.A.call1("conj", ev.number(this.symbol(under, ev, symbol(under, e.span)), e)));
    const root = ev.frame.root;
    const kept = root.free.get(name);
    if (kept) return ev.fromRoot(kept);
    const value = this.coordinates.raw(name, ev.frame.root === ev.frame ? ev : ev.atRoot(), sort);
    root.free.set(name, value);
    return ev.fromRoot(value);
  }

  /** The value of a random name at the outcome at hand. */
  private random<T>(e: Expr, ev: Evaluator<T>): Value<T> | undefined {
    const { random, sorts } = this.parts;
    const name = e.name ?? "";
    if (!random?.names.has(name) || this.statistics.isDesign(name)) return undefined;
    const sort = sorts.of.get(symbolName(e)) ?? sorts.of.get(name) ?? sorts.of.get(`${name}_{*}`);
    return random
      .values()
      .valueOf(
        e,
        ev,
        (a) => (hasValue(a, ev, this.parts) && !this.isFreeLetter(a, ev) ? indexLanes(a, ev) : (a.name ?? "?")),
        sort?.kind === "matrix" ? sort : undefined,
        sort?.kind === "real" || sort?.kind === "integer" ? sort.within : REALS,
      );
  }

  /** An index that nothing binds and that counts nothing: any term of a random sequence. */
  private isFreeLetter<T>(a: Expr, ev: Evaluator<T>): boolean {
    const name = a.name ?? "";
    return (
      a.op === "symbol" &&
      ev.frame.find(name) === undefined &&
      !this.parts.definitions.has(name) &&
      this.parts.random?.space?.counts.has(name) !== true &&
      /^[i-mrst]$/.test(name)
    );
  }

  /** The body of a symbol's definition; in the lanes of the root unless a bound name occurs in it. */
  private define<T>(definition: Definition, ev: Evaluator<T>): Value<T> {
    const bound = ev.frame.boundNames();
    const needsLanes =
      bound.size > 0 &&
      some(
        definition.body,
        (n) =>
          (n.op === "symbol" && bound.has(n.name ?? "")) || (n.op === "indexed" && (bound.has(symbolName(n)) || n.args.some((a) => bound.has(a.name ?? "")))),
      );
    const root = ev.frame.root;
    const { random } = this.parts;
    if (needsLanes || (random && [...random.names.keys()].some((n) => random.degrees.dependsOn(definition.body, n))))
      return ev.frame.once(definition.body, () => ev.call(new Map()).evaluate(definition.body));
    const kept = root.free.get(definition.name);
    if (kept) return ev.fromRoot(kept);
    if (ev.depth > 24) throw new NotUnderstood("definition/circular", `the definition of ${definition.name} refers to itself`);
    const value = ev.atRoot().call(new Map()).evaluate(definition.body);
    root.free.set(definition.name, value);
    return ev.fromRoot(value);
  }

  shape(name: string): { rows: number; cols: number } | undefined {
    const sort = this.parts.sorts.of.get(name);
    return sort?.kind === "matrix" ? sort : undefined;
  }

  indexed<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    const name = e.name ?? "";
    const full = symbolName(e);
    const plain = this.parts.definitions.get(full);
    // f_x beside f_x(x, y) is its value at x and y, and ψ_1 beside ψ_1(x) its value at x
    const isBare = plain && e.args.every((a) => a.op === "number" || (a.op === "symbol" && plain.params.includes(a.name ?? "")));
    if (plain && !plain.indexed && (plain.params.length === 0 || isBare)) return this.define(plain, ev);
    const definition = this.parts.definitions.get(name);
    if (definition?.indexed && definition.params.length === e.args.length && e.args.every((a) => hasValue(a, ev, this.parts)))
      return ev.call(new Map(definition.params.map((p, i) => [p, ev.evaluate(e.args[i])]))).evaluate(definition.body);
    const random = this.random(e, ev);
    if (random) return random;
    // v_B by v_B = …: the letter is a label, and counts nothing
    if (definition?.indexed && definition.params.length === e.args.length && e.args.every((a, i) => a.op === "symbol" && a.name === definition.params[i]))
      return this.define(definition, ev);
    // Y_i by its formula also where i is no number but a letter
    if (
      definition?.indexed &&
      definition.params.length === e.args.length &&
      e.args.every((a) => a.op === "symbol") &&
      (this.parts.random?.degrees.of(definition.body) ?? 0) > 0
    )
      return ev.evaluate(placed(definition.body, definition.params, e.args));
    const own = this.parts.sorts.of.get(full);
    // z_1, z_{t-1} that distributions are of: variables of their own, as long as no sum runs over the number
    if (own?.kind === "element" && !e.args.some((a) => some(a, (n) => n.op === "symbol" && ev.frame.find(n.name ?? "") !== undefined)))
      return this.symbol(full, ev, symbol(full, e.span));
    if (own?.kind === "matrix") return this.coordinates.matrix(full, ev, own);
    if (isZeroName(name)) return scalar(ev.A.number(0));
    const family = this.parts.sorts.of.get(`${name}_{*}`);
    if (family?.kind === "matrix" && e.args.length === 1) return this.memberOf(e, name, family, ev);
    if (this.parts.shapes.identities && isIdentityName(name) && e.args.length === 2 && e.args.every((a) => hasValue(a, ev, this.parts))) {
      const [i, j] = e.args.map((a) => indexLanes(a, ev));
      return scalar(ev.A.numbers(i.map((x, lane) => (x === j[lane] ? 1 : 0))));
    }
    if (this.parts.shapes.identities && isIdentityName(name) && e.args.length === 1) return this.identityOf(e.args[0], ev);
    const owner = this.owner(e, ev);
    if (owner !== undefined) return ev.evaluate(node("entry", [symbol(owner, e.span), ...e.args], e.span));
    const fixed = e.args.every((a) => a.op === "number" || (a.op === "symbol" && !hasValue(a, ev, this.parts)));
    if (!fixed) return scalar(this.sequences.of(e, name, ev));
    // a label or a number: one value a world, kept at the root
    const root = ev.frame.root;
    const kept = root.free.get(full);
    if (kept) return ev.fromRoot(kept);
    const value = scalar(this.sequences.of(e, name, ev.atRoot()));
    root.free.set(full, value);
    return ev.fromRoot(value);
  }

  /** The name of the vector or matrix of which an indexed name is an entry at numbers that its indices have. */
  owner<T>(e: Expr, ev: Evaluator<T>): string | undefined {
    return e.args.every((a) => hasValue(a, ev, this.parts)) ? ownerOf(e, this.parts) : undefined;
  }

  /** I_n: of the size that n stands for, or of any size where that is not known. */
  private identityOf<T>(size: Expr, ev: Evaluator<T>): Value<T> {
    const n = size.op === "number" ? Number(size.name) : this.parts.shapes.sizes.get(size.name ?? "");
    return n !== undefined && n >= 1 && n <= 8 ? identity(ev, n) : identityMultiple(ev.A.number(1));
  }

  /** A vector or matrix out of a numbered family: each number has its own. */
  private memberOf<T>(e: Expr, name: string, sort: Sort & { kind: "matrix" }, ev: Evaluator<T>): Value<T> {
    const at = e.args[0];
    const index = hasValue(at, ev, this.parts) ? indexLanes(at, ev) : undefined;
    const member = this.parts.shapes.members.get(e.name ?? "");
    if (member && index) return lineOf(ev, ev.evaluate(symbol(member.owner, e.span)), index, member.by, e);
    const value = this.coordinates.matrix(name, ev, sort, (lane) => `@${index ? index[index.length === 1 ? 0 : lane] : symbolName(e)}`);
    const full = symbolName(e);
    if (value.kind !== "matrix" || !ev.seeds.some((s) => s.name === full)) return value;
    const items = [...value.items];
    ev.seeds.forEach((s, level) => {
      if (s.name === full) items[s.entry] = ev.A.add(items[s.entry], ev.epsilon(level));
    });
    return { ...value, items };
  }

  apply<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    return this.applications.of(e, ev);
  }

  hasDensity(e: Expr): boolean {
    return namedDensity(e, e.args) !== undefined || (this.parts.definitions.get(e.name ?? "")?.params.length ?? 0) > 0;
  }

  meaning(name: string): Expr | undefined {
    return this.parts.definitions.get(name)?.body;
  }

  hides(distribution: string, parameter: string): boolean {
    const { families, spaces } = this.parts.families;
    return (
      families.has(distribution) &&
      !distribution.includes("_") &&
      !spaces.has(spaceOf(parameter)) &&
      ![...families.keys()].some((f) => isParameter(f, parameter))
    );
  }

  formula(name: string): Definition | undefined {
    const definition = this.parts.definitions.get(name);
    return definition && definition.params.length > 0 && !definition.patterns && (definition.indexed || definition.split === definition.params.length)
      ? definition
      : undefined;
  }

  range(name: string, body: Expr): Range | undefined {
    return this.ranges.of(name, body);
  }

  statistic<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    return this.statistics.of(e, ev);
  }
}
