/** A model: the meaning of every free name of a scope, in any arithmetic, from raw coordinates and definitions. */

import { isOtherDensity } from "../derivation/density-forms";
import { WEIGHT } from "../derivation/entries";
import type { Definition } from "../derivation/facts";
import { expandFunctional } from "../derivation/functionals";
import type { Moments } from "../derivation/random/moments";
import { placed, type RandomSetting } from "../derivation/random/random";
import type { Evaluator, Model, Range } from "../expression/evaluator";
import { symbolName } from "../expression/names";
import { type Expr, node, some, symbol } from "../expression/tree";
import { identityMultiple, matrix, NotUnderstood, scalar, type Value } from "../expression/value";
import { spaceOf, variablesOf } from "../expression/variables";
import { identity } from "../notation/matrix-algebra";
import { dualOver } from "../numeric/dual";
import { byWorld, DrawMemo, drawElement, drawInteger, drawReal, REALS, TermMemo } from "./draws";
import type { FamilyTable } from "./families";
import { structured } from "./matrix-draws";
import { namedDensity } from "./named-densities";
import { lawEntropy } from "./random/law-divergences";
import { byMoments } from "./random/moments";
import { OVER_OUTCOMES } from "./random/random-names";
import type { RandomParts } from "./random/random-parts";
import { randomStatistic } from "./random/random-statistics";
import { integerRange, supportOf } from "./ranges";
import { Reads } from "./reads";
import { lineOf } from "./shapes/matrix-lines";
import { isIdentityName, isOnesName, isZeroName } from "./shapes/shape-names";
import type { ShapeTable } from "./shapes/shape-table";
import type { Sort, Sorts } from "./sorts";
import { hasMeasure, rewriteStatistic } from "./statistics";
import { type Family, jointEntries, marginal, tableEntry } from "./tables";
import { smoothFunction } from "./unknown-functions";

export interface ModelParts {
  readonly sorts: Sorts;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly families: FamilyTable;
  /** Means and covariances of random names. */
  readonly moments: ReadonlyMap<string, Moments>;
  /** Which names are vectors and matrices, and what dimension symbols stand for. */
  readonly shapes: ShapeTable;
  /** All expressions of the scope: where ranges and signatures are looked up. */
  readonly scope: readonly Expr[];
  readonly seed: number;
  readonly dimension: number;
  /** Symbols that depend on a variable though nothing says how: y in y' or dy/dx. */
  readonly dependents: ReadonlyMap<string, string>;
  /** Variables of densities: sums over them are integrals. */
  readonly continuous: ReadonlySet<string>;
  /** Values that free coordinates have in every world, by label: what a witness is shrunk with. */
  readonly fixed?: ReadonlyMap<string, number>;
  /** Values of free coordinates by world, by label: points that are chosen. */
  readonly points?: ReadonlyMap<string, Float64Array>;
  /** What is said of random names. */
  readonly laws?: RandomSetting;
  /** Random names and their space. */
  readonly random?: RandomParts;
}

const CONSTANTS = new Map<string, "pi" | "e" | "infinity">([
  ["\\pi", "pi"],
  ["e", "e"],
  ["\\mathrm{e}", "e"],
  ["\\infty", "infinity"],
]);

export class WorldModel implements Model {
  readonly dimension: number;
  private readonly joints = new Map<string, WeakMap<object, unknown[]>>();
  private readonly memo = new DrawMemo();
  private readonly terms = new TermMemo();
  private readonly names: Reads;
  constructor(readonly parts: ModelParts) {
    this.dimension = parts.dimension;
    this.names = new Reads(parts.definitions, parts.scope, parts.random);
  }

  reads(e: Expr): ReadonlySet<string> | undefined {
    return this.names.of(e);
  }

  symbol<T>(name: string, ev: Evaluator<T>, e: Expr): Value<T> {
    if (name.startsWith("#")) return scalar(this.elementValue(name.slice(1), ev));
    const definition = this.parts.definitions.get(name);
    if (definition && definition.params.length === 0 && !definition.indexed) return this.define(definition, ev);
    // a function without its arguments, as in ∂L/∂x: at its own parameters
    if (definition && !definition.indexed && ev.depth < 24) return ev.call(new Map()).evaluate(definition.body);
    const sort = this.parts.sorts.of.get(name);
    const random = this.random(e.op === "symbol" && e.name === name ? e : symbol(name, e.span), ev);
    if (random) return random;
    const constant = CONSTANTS.get(name);
    if (constant && !sort) return scalar(ev.A.constant(constant));
    if ((name === "i" || name === "\\mathrm{i}" || name === "j") && !sort && ev.A.complex === true) return scalar(ev.A.imaginary());
    if (!sort && this.parts.shapes.identities && isIdentityName(name)) return identityMultiple(ev.A.number(1));
    if (!sort && (isZeroName(name) || isOnesName(name))) return scalar(ev.A.number(isZeroName(name) ? 0 : 1));
    // the bar over a complex number is its conjugate
    const under = /^\\bar\{(.+)\}$/.exec(name)?.[1];
    if (under && !sort && ev.A.complex === true && (this.parts.sorts.of.get(under)?.kind === "complex" || this.isImaginary(under)))
      return scalar(ev.A.call1("conj", ev.number(this.symbol(under, ev, symbol(under, e.span)), e)));
    const root = ev.frame.root;
    const kept = root.free.get(name);
    if (kept) return ev.fromRoot(kept);
    const value = this.raw(name, ev.frame.root === ev.frame ? ev : ev.atRoot(), sort, e);
    root.free.set(name, value);
    return ev.fromRoot(value);
  }

  /** z where z = x + iy. */
  private isImaginary(name: string): boolean {
    const d = this.parts.definitions.get(name);
    return d !== undefined && d.params.length === 0 && some(d.body, (n) => n.op === "symbol" && /^(i|\\mathrm\{i\})$/.test(n.name ?? ""));
  }

  /** The value of a random name at the outcome at hand. */
  private random<T>(e: Expr, ev: Evaluator<T>): Value<T> | undefined {
    const { random, sorts } = this.parts;
    const name = e.name ?? "";
    if (!random?.names.has(name)) return undefined;
    const sort = sorts.of.get(symbolName(e)) ?? sorts.of.get(name) ?? sorts.of.get(`${name}_{*}`);
    return random
      .values()
      .valueOf(
        e,
        ev,
        (a) => (this.isNumber(a, ev) && !this.isFreeLetter(a, ev) ? this.indexLanes(a, ev) : (a.name ?? "?")),
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

  /** The value that a coordinate has for a purpose. */
  private chosen(label: string, world: number): number | undefined {
    return this.parts.points?.get(label)?.[world] ?? this.parts.fixed?.get(label);
  }

  /** A free coordinate of its sort, with what derivatives are being taken by it. */
  private raw<T>(name: string, ev: Evaluator<T>, sort: Sort | undefined, e: Expr): Value<T> {
    const { A, frame } = ev;
    const { seed } = this.parts;
    const real = (label: string, within = REALS) =>
      A.numbers(this.memo.column(`${label} ${within.low} ${within.high}`, frame.world, (w) => this.chosen(label, w) ?? drawReal(label, w, seed, within)));
    if (sort?.kind === "matrix") return this.rawMatrix(name, ev, sort);
    if (sort?.kind === "element")
      return { kind: "element", space: sort.space, index: byWorld(frame.world, (w) => this.parts.fixed?.get(name) ?? drawElement(name, w, seed, sort.size)) };
    if (sort?.kind === "integer")
      return scalar(this.seeded(A.numbers(byWorld(frame.world, (w) => this.chosen(name, w) ?? drawInteger(name, w, seed, sort.within))), name, ev));
    if (sort?.kind === "complex" && A.complex === true) return scalar(this.seeded(A.add(real(name), A.mul(A.imaginary(), real(`${name}:im`))), name, ev));
    const prime = this.primed(name, ev);
    if (prime) return prime;
    void e;
    return scalar(this.seeded(real(name, sort?.kind === "real" ? sort.within : REALS), name, ev));
  }

  private rawMatrix<T>(name: string, ev: Evaluator<T>, sort: Sort & { kind: "matrix" }, suffix: (lane: number) => string = () => ""): Value<T> {
    const { A, frame } = ev;
    const { seed } = this.parts;
    const square = sort.rows === sort.cols && sort.rows > 1;
    const column = (label: string, diagonal: boolean) =>
      A.numbers(
        Float64Array.from(frame.world, (w, lane) => {
          // a diagonal away from zero keeps inverses well conditioned; its signs are mixed
          const given = this.chosen(label + suffix(lane), w);
          if (given !== undefined) return given;
          const x = drawReal(label + suffix(lane), w, seed, { low: -1.5, high: 1.5 });
          return diagonal ? (x < 0 ? x - 1.5 : x + 1.5) : x;
        }),
      );
    const draw = (i: number, j: number): T => {
      const label = `${name}[${i},${j}]`;
      const re = column(label, square && i === j);
      return sort.complex !== false && A.complex === true && !(sort.structure ?? []).includes("ones")
        ? A.add(re, A.mul(A.imaginary(), column(`${label}:im`, false)))
        : re;
    };
    const made = structured(ev, sort.rows, sort.cols, sort.structure ?? [], draw);
    const items = [...made.items];
    ev.seeds.forEach((s, level) => {
      if (s.name === name && s.entry < items.length) items[s.entry] = A.add(items[s.entry], ev.epsilon(level));
    });
    return { ...made, items };
  }

  /** Adds the infinitesimals of the derivatives taken by this name, or by a variable it depends on. */
  private seeded<T>(x: T, name: string, ev: Evaluator<T>): T {
    let value = x;
    const by = this.parts.dependents.get(name.replace(/'+$/, ""));
    ev.seeds.forEach((seed, level) => {
      if (seed.name === name) value = ev.A.add(value, ev.epsilon(level));
      else if (by === seed.name && (name.match(/'+$/)?.[0].length ?? 0) < ev.seeds.length)
        value = ev.A.add(value, ev.A.mul(ev.number(this.symbol(`${name}'`, ev, symbol(`${name}'`)), symbol(name)), ev.epsilon(level)));
    });
    return value;
  }

  /** y' where y is defined: the derivative of its definition. */
  private primed<T>(name: string, ev: Evaluator<T>): Value<T> | undefined {
    if (!name.endsWith("'")) return undefined;
    const base = name.slice(0, -1);
    const inner = this.parts.definitions.get(base.replace(/'+$/, ""));
    if (!inner || inner.params.length > 0) return undefined;
    const by = ["x", "t", "u", "s", "\\theta", "r", "z"].find((v) => some(inner.body, (n) => n.op === "symbol" && n.name === v));
    return by ? ev.evaluate(node("derivative", [symbol(base), symbol(by)], inner.span)) : undefined;
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
      return ev.call(new Map()).evaluate(definition.body);
    const kept = root.free.get(definition.name);
    if (kept) return ev.fromRoot(kept);
    if (ev.depth > 24) throw new NotUnderstood("definition/circular", `the definition of ${definition.name} refers to itself`);
    const value = ev.atRoot().call(new Map()).evaluate(definition.body);
    root.free.set(definition.name, value);
    return ev.fromRoot(value);
  }

  /** The number that stands for an element of a finite space. */
  private elementValue<T>(space: string, ev: Evaluator<T>): T {
    const element = ev.frame.find("#element");
    if (element?.kind !== "element") throw new NotUnderstood("element/unknown", "an element of a finite space stands where a number is needed");
    const { index } = element;
    return ev.A.numbers(
      Float64Array.from(ev.frame.world, (w, lane) => drawReal(`value of ${space} #${index[index.length === 1 ? 0 : lane]}`, w, this.parts.seed, REALS)),
    );
  }

  shape(name: string): { rows: number; cols: number } | undefined {
    const sort = this.parts.sorts.of.get(name);
    return sort?.kind === "matrix" ? sort : undefined;
  }

  indexed<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    const name = e.name ?? "";
    const full = symbolName(e);
    const plain = this.parts.definitions.get(full);
    if (plain && !plain.indexed && plain.params.length === 0) return this.define(plain, ev);
    const definition = this.parts.definitions.get(name);
    if (definition?.indexed && definition.params.length === e.args.length && e.args.every((a) => this.isNumber(a, ev)))
      return ev.call(new Map(definition.params.map((p, i) => [p, ev.evaluate(e.args[i])]))).evaluate(definition.body);
    const random = this.random(e, ev);
    if (random) return random;
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
    if (own?.kind === "matrix") return this.rawMatrix(full, ev, own);
    if (isZeroName(name)) return scalar(ev.A.number(0));
    const family = this.parts.sorts.of.get(`${name}_{*}`);
    if (family?.kind === "matrix" && e.args.length === 1) return this.memberOf(e, name, family, ev);
    if (this.parts.shapes.identities && isIdentityName(name) && e.args.length === 2 && e.args.every((a) => this.isNumber(a, ev))) {
      const [i, j] = e.args.map((a) => this.indexLanes(a, ev));
      return scalar(ev.A.numbers(i.map((x, lane) => (x === j[lane] ? 1 : 0))));
    }
    if (this.parts.shapes.identities && isIdentityName(name) && e.args.length === 1) return this.identityOf(e.args[0], ev);
    const owner = this.ownerOf(e);
    if (owner !== undefined && e.args.every((a) => this.isNumber(a, ev))) return ev.evaluate(node("entry", [symbol(owner, e.span), ...e.args], e.span));
    const fixed = e.args.every((a) => a.op === "number" || (a.op === "symbol" && !this.isNumber(a, ev)));
    if (!fixed) return scalar(this.sequence(e, name, ev));
    // a label or a number: one value a world, kept at the root
    const root = ev.frame.root;
    const kept = root.free.get(full);
    if (kept) return ev.fromRoot(kept);
    const value = scalar(this.sequence(e, name, ev.atRoot()));
    root.free.set(full, value);
    return ev.fromRoot(value);
  }

  /** The name of the vector or matrix that an indexed name is an entry of. */
  private ownerOf(e: Expr): string | undefined {
    const name = e.name ?? "";
    const owner = this.parts.shapes.owners.get(name) ?? name;
    return this.parts.sorts.of.get(owner)?.kind === "matrix" || (owner !== name && this.parts.definitions.has(owner)) ? owner : undefined;
  }

  /** How many values an index takes that numbers the entries of a vector or matrix in an expression. */
  private entries(index: string, body: Expr): number | undefined {
    let count: number | undefined;
    some(body, (n) => {
      if (n.op !== "indexed" && n.op !== "entry") return false;
      const places = n.op === "entry" ? n.args.slice(1) : n.args;
      const at = places.findIndex((a) => a.op === "symbol" && a.name === index);
      const shape = at < 0 ? undefined : this.shape(n.op === "entry" ? (n.args[0].name ?? "") : (this.ownerOf(n) ?? ""));
      if (shape) count ??= at === 1 ? shape.cols : shape.rows;
      return false;
    });
    return count;
  }

  /** I_n: of the size that n stands for, or of any size where that is not known. */
  private identityOf<T>(size: Expr, ev: Evaluator<T>): Value<T> {
    const n = size.op === "number" ? Number(size.name) : this.parts.shapes.sizes.get(size.name ?? "");
    return n !== undefined && n >= 1 && n <= 8 ? identity(ev, n) : identityMultiple(ev.A.number(1));
  }

  /** A vector or matrix out of a numbered family: each number has its own. */
  private memberOf<T>(e: Expr, name: string, sort: Sort & { kind: "matrix" }, ev: Evaluator<T>): Value<T> {
    const at = e.args[0];
    const index = this.isNumber(at, ev) ? this.indexLanes(at, ev) : undefined;
    const member = this.parts.shapes.members.get(e.name ?? "");
    if (member && index) return lineOf(ev, ev.evaluate(symbol(member.owner, e.span)), index, member.by, e);
    const value = this.rawMatrix(name, ev, sort, (lane) => `@${index ? index[index.length === 1 ? 0 : lane] : symbolName(e)}`);
    const full = symbolName(e);
    if (value.kind !== "matrix" || !ev.seeds.some((s) => s.name === full)) return value;
    const items = [...value.items];
    ev.seeds.forEach((s, level) => {
      if (s.name === full) items[s.entry] = ev.A.add(items[s.entry], ev.epsilon(level));
    });
    return { ...value, items };
  }

  private isNumber<T>(a: Expr, ev: Evaluator<T>): boolean {
    if (a.op !== "symbol") return a.op !== "error";
    return (
      ev.frame.find(a.name ?? "") !== undefined ||
      this.parts.sorts.indices.has(a.name ?? "") ||
      this.parts.sorts.of.get(a.name ?? "")?.kind === "integer" ||
      this.parts.definitions.get(a.name ?? "")?.params.length === 0
    );
  }

  /** A term of a sequence: one free coordinate for each value of the indices. */
  private sequence<T>(e: Expr, name: string, ev: Evaluator<T>): T {
    const { A, frame } = ev;
    const indices = e.args.map((a): Float64Array | string => (this.isNumber(a, ev) ? this.indexLanes(a, ev) : (a.name ?? "?")));
    const label = (lane: number) => `${name}[${indices.map((x) => (typeof x === "string" ? x : x[x.length === 1 ? 0 : lane])).join(",")}]`;
    const sort = this.parts.sorts.of.get(symbolName(e)) ?? this.parts.sorts.of.get(`${name}_{*}`);
    const within =
      sort?.kind === "real" || sort?.kind === "integer"
        ? sort.within
        : name.endsWith(WEIGHT)
          ? { low: 0.1, high: 2 }
          : /^\\(sigma|tau)$/.test(name)
            ? { low: 0, high: Number.POSITIVE_INFINITY }
            : REALS;
    const free = sort?.kind === "integer" ? drawInteger : drawReal;
    const draw: typeof drawReal = (coordinate, world, ...rest) => this.chosen(coordinate, world) ?? free(coordinate, world, ...rest);
    const drawn = (part: string): Float64Array => {
      const named = (lane: number) => label(lane) + part;
      const columns = indices.filter((i) => typeof i !== "string");
      if (columns.every((i) => i.length === 1)) return byWorld(frame.world, (w) => draw(named(0), w, this.parts.seed, within));
      const key = `${name}${part} ${sort?.kind} ${within.low} ${within.high} ${indices.map((i) => (typeof i === "string" ? i : "")).join()}`;
      return this.terms.column(key, columns, frame.world, (lane) => draw(named(lane), frame.world[lane], this.parts.seed, within));
    };
    let x = A.numbers(drawn(""));
    if (sort?.kind === "complex" && A.complex === true) x = A.add(x, A.mul(A.imaginary(), A.numbers(drawn(":im"))));
    ev.seeds.forEach((seed, level) => {
      if (seed.by.op !== "indexed" || seed.by.name !== name) return;
      const at = seed.by.args.map((a): Float64Array | string => (this.isNumber(a, seed.below) ? this.indexLanes(a, seed.below) : (a.name ?? "?")));
      const here = Float64Array.from({ length: frame.width }, (_, lane) =>
        at.every((s, k) => same(s, indices[k], frame.rootLane ? frame.rootLane[lane] : lane, lane)) ? 1 : 0,
      );
      if (here.some((h) => h)) x = A.add(x, A.mul(A.numbers(here), ev.epsilon(level)));
    });
    return x;
  }

  private indexLanes<T>(a: Expr, ev: Evaluator<T>): Float64Array {
    const value = ev.evaluate(a);
    if (value.kind === "element") return value.index.length === ev.frame.width ? value.index : new Float64Array(ev.frame.width).fill(value.index[0]);
    return ev.lanes(ev.number(value, a));
  }

  apply<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    const name = e.name ?? "";
    const order = e.data?.order ? e.args[e.args.length - 1] : undefined;
    const indices = Number(e.data?.indices ?? 0);
    const count = e.args.length - indices - (order ? 1 : 0);
    const args = e.args.slice(0, count);
    if (order) return this.derivativeOf(e, args, order, ev);
    const known = this.parts.definitions.get(name);
    const definition = known && isOtherDensity(known, e) ? undefined : known;
    const functional = definition && ev.depth < 24 ? expandFunctional(definition, args) : undefined;
    if (functional === "unclear") throw new NotUnderstood("functional/arguments", `what ${name} is of these arguments is not said`, e.span);
    if (functional) return ev.evaluate(functional);
    if (definition && definition.params.length === count && !definition.indexed)
      return ev.call(new Map(definition.params.map((p, i) => [p, ev.evaluate(named(args[i]))]))).evaluate(definition.body);
    if (this.parts.random?.probabilities.has(name)) return randomStatistic(e, ev, this.parts.random);
    const partial = this.partialOf(name, args, e, ev);
    if (partial) return partial;
    const family = this.parts.families.families.get(name);
    if (family) {
      const table = this.table(e, ev);
      if (table !== undefined) return scalar(table);
    }
    if (definition && definition.params.length === 0 && count === 1 && !definition.indexed)
      throw new NotUnderstood("function/arguments", `${name} is not defined as a function`, e.span);
    const density = namedDensity(e, args);
    if (density) return density(ev);
    const columns = args.flatMap((a) => this.columns(ev.evaluate(a), ev, a));
    const label = indices
      ? `${name}[${e.args
          .slice(count, count + indices)
          .map((a) => a.name ?? "?")
          .join(",")}]`
      : name;
    const shape = this.parts.shapes.shapes.get(`${name}()`);
    const value = (entry: string) => smoothFunction(ev, `${label}${entry}/${columns.length}`, columns, this.parts.seed, this.memo);
    if (shape && shape.rows * shape.cols > 1)
      return matrix(
        shape.rows,
        shape.cols,
        Array.from({ length: shape.rows * shape.cols }, (_, i) => value(`[${i}]`)),
        shape.cols === 1 ? true : undefined,
      );
    return scalar(value(""));
  }

  /** f_x(x, y) where f is defined with a parameter x: the partial derivative. */
  private partialOf<T>(name: string, args: readonly Expr[], e: Expr, ev: Evaluator<T>): Value<T> | undefined {
    const parts = /^(.+?)_\{((?:\\[a-zA-Z]+|[a-z])+)\}$/.exec(name);
    const inner = parts && this.parts.definitions.get(parts[1]);
    const letters = parts?.[2].match(/\\[a-zA-Z]+|[a-z]/g) ?? [];
    if (!inner || inner.params.length !== args.length || letters.length > 3 || !letters.every((l) => inner.params.includes(l))) return undefined;
    const body = letters.reduce((b, l) => node("derivative", [b, symbol(l, e.span)], e.span), inner.body);
    return ev.call(new Map(inner.params.map((p, i) => [p, ev.evaluate(args[i])]))).evaluate(body);
  }

  private columns<T>(value: Value<T>, ev: Evaluator<T>, e: Expr): T[] {
    if (value.kind === "matrix") return [...value.items];
    if (value.kind === "tuple") return value.items.flatMap((item) => this.columns(item, ev, e));
    return [ev.number(value, e)];
  }

  /** f^(n)(x): n-fold by dual numbers in a fresh variable. */
  private derivativeOf<T>(e: Expr, args: readonly Expr[], order: Expr, ev: Evaluator<T>): Value<T> {
    const n = order.op === "number" ? Number(order.name) : Number.NaN;
    if (!(n >= 1 && n <= 4) || args.length !== 1) throw new NotUnderstood("derivative/order", "a derivative of this order", e.span);
    const t = symbol("\u0000t", e.span);
    const plain: Expr = { ...e, args: n === 1 ? [t] : [t, node("number", [], e.span, String(n - 1))], data: { ...e.data, order: n > 1 } };
    const inner = ev.dual("\u0000t", ev.evaluate(args[0]), t);
    const value = inner.evaluate(plain);
    if (value.kind === "matrix") return { ...value, items: value.items.map((x) => dualOver(ev.A).tangent(x)) };
    return scalar(dualOver(ev.A).tangent(inner.number(value, plain)));
  }

  /** p(x | z) from the family's joint table. */
  private table<T>(e: Expr, ev: Evaluator<T>): T | undefined {
    const family = this.parts.families.families.get(e.name ?? "");
    const variables = variablesOf(e);
    if (!family || !variables) return undefined;
    const at = new Map<number, Float64Array>();
    for (const [k, name] of [...variables.front, ...variables.back].entries()) {
      const position = family.variables.indexOf(spaceOf(name));
      const value = ev.evaluate(e.args[k]);
      if (position < 0 || value.kind !== "element") return undefined;
      at.set(position, value.index);
    }
    const pick = (names: readonly string[]) =>
      new Map(names.map((n): [number, Float64Array] => [family.variables.indexOf(spaceOf(n)), at.get(family.variables.indexOf(spaceOf(n))) as Float64Array]));
    if (family.free) return this.freeEntry(e, ev, variables, at);
    return tableEntry(
      ev,
      family,
      (keep) => this.marginal(family, ev.atRoot(), keep),
      pick(variables.front),
      pick(variables.back.slice(0, Math.max(0, variables.back.length))),
    );
  }

  /** The table over the variables to keep, once for the lanes of a root. */
  private marginal<T>(family: Family, ev: Evaluator<T>, keep: readonly boolean[]): T[] {
    const key = `${family.name} ${keep.map((k) => (k ? 1 : 0)).join("")}`;
    const cache = this.joints.get(key) ?? new WeakMap<object, unknown[]>();
    this.joints.set(key, cache);
    const kept = cache.get(ev.frame) as T[] | undefined;
    if (kept) return kept;
    const made = keep.every((k) => k)
      ? jointEntries(ev, family, this.parts.seed, this.memo, this.parts.fixed)
      : marginal(
          ev,
          family,
          this.marginal(
            family,
            ev,
            keep.map(() => true),
          ),
          keep,
        );
    cache.set(ev.frame, made);
    return made;
  }

  /** An entry of a distribution under variation: a free positive number for each value of its variables. */
  private freeEntry<T>(e: Expr, ev: Evaluator<T>, variables: { front: string[]; back: string[] }, at: ReadonlyMap<number, Float64Array>): T {
    const { A, frame } = ev;
    const family = this.parts.families.families.get(e.name ?? "");
    const positions = [...variables.front, ...variables.back].map((n) => family?.variables.indexOf(spaceOf(n)) ?? -1);
    const key = (lane: number) => positions.map((p) => at.get(p)?.[(at.get(p) as Float64Array).length === 1 ? 0 : lane]).join(",");
    const free = (label: string, w: number): number => this.parts.fixed?.get(label) ?? drawReal(label, w, this.parts.seed, { low: 0.05, high: 1.2 });
    let x = A.numbers(Float64Array.from(frame.world, (w, lane) => free(`${e.name}(${key(lane)})`, w)));
    ev.seeds.forEach((seed, level) => {
      if (seed.by.op !== "apply" || seed.by.name !== e.name) return;
      const want = variablesOf(seed.by);
      if (!want) return;
      const columns = seed.by.args.slice(0, positions.length).map((a) => seed.below.evaluate(a));
      const here = Float64Array.from({ length: frame.width }, (_, lane) => {
        const below = frame.rootLane ? frame.rootLane[lane] : lane;
        return columns.every(
          (c, k) =>
            c.kind === "element" &&
            c.index[c.index.length === 1 ? 0 : below] ===
              (at.get(positions[k]) as Float64Array)[(at.get(positions[k]) as Float64Array).length === 1 ? 0 : lane],
        )
          ? 1
          : 0;
      });
      if (here.some((h) => h)) x = A.add(x, A.mul(A.numbers(here), ev.epsilon(level)));
    });
    return x;
  }

  meaning(name: string): Expr | undefined {
    return this.parts.definitions.get(name)?.body;
  }

  range(name: string, body: Expr): Range | undefined {
    const size = this.parts.families.spaces.get(spaceOf(name));
    if (size !== undefined) return { kind: "elements", space: spaceOf(name), size };
    if (this.isContinuous(name, body)) return supportOf(name, this.parts.sorts);
    const count = this.entries(name, body);
    if (count !== undefined) return { kind: "integers", from: 1, to: count };
    return integerRange(name, body, this.parts.scope, this.parts.sorts);
  }

  /** A variable of a density that the document defines by a formula. */
  private isContinuous(name: string, body: Expr): boolean {
    return (
      this.parts.continuous.has(name) ||
      [body, ...this.parts.scope].some((root) =>
        some(root, (n) => n.op === "apply" && this.parts.definitions.has(n.name ?? "") && (variablesOf(n)?.front.includes(name) ?? false)),
      )
    );
  }

  /** Whether expectations are taken by the given moments alone: of one name, or of vectors; several names need a space of outcomes, all of them. */
  private byGivenMoments(): boolean {
    const { random, moments } = this.parts;
    const names = [...(random?.names.keys() ?? [])];
    if (names.length === 0) return true;
    const vectors = names.filter((n) => this.shape(n) !== undefined && moments.has(n));
    // a design matrix beside a random vector is no random name unless the words say so
    if (vectors.length > 0 && names.some((n) => !vectors.includes(n) && random?.setting.variables.has(n)))
      throw new NotUnderstood("expectation/several", "several random names whose joint moments are not said");
    return vectors.length > 0 || (names.length === 1 && moments.has(names[0]) && !random?.setting.variables.get(names[0])?.law);
  }

  statistic<T>(e: Expr, ev: Evaluator<T>): Value<T> {
    const { random } = this.parts;
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
    const law = e.name === "entropy" && e.args.length === 1 ? this.parts.laws?.variables.get(e.args[0].name ?? "")?.law : undefined;
    if (law) return ev.evaluate(lawEntropy(law));
    return ev.evaluate(rewriteStatistic(e, { ...this.parts, shape: (name) => this.shape(name) }));
  }
}

const same = (a: Float64Array | string, b: Float64Array | string, i: number, j: number): boolean =>
  typeof a === "string" || typeof b === "string" ? a === b : a[a.length === 1 ? 0 : i] === b[b.length === 1 ? 0 : j];

/** An argument that names what it is put for, p(x = 1): its value. */
const named = (a: Expr): Expr => (a.op === "relation" && a.name === "=" && (a.args[0].op === "symbol" || a.args[0].op === "indexed") ? a.args[1] : a);
