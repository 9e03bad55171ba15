/** Which names the value of an expression may depend on, definitions followed: what is constant in the lanes of a bound variable is told by it. */
import type { Definition } from "../derivation/facts/facts";
import { symbolName } from "../expression/names";
import { type Expr, walk } from "../expression/tree";
import { DENSITY_VARIABLE } from "../notation/calculus/density-variable";
import { OVER_OUTCOMES } from "./random/random-names";
import type { RandomParts } from "./random/random-parts";
import { OUTCOME } from "./random/random-values";

/** Indices that a sum without bounds may run up to. */
const COUNTS = ["n", "N", "m", "M", "K", "k", "d", "D"];

/** Operators that bind their variable between bounds that are written. */
const BINDING = /^(sum|prod|integral|limit)$/;

/** Names read by expressions of one scope. A superset: not all names bound inside are left out. Undefined where a meaning looks names up elsewhere. */
export class Reads {
  private readonly known = new WeakMap<Expr, ReadonlySet<string> | null>();
  private readonly bodies = new Map<string, ReadonlySet<string> | null>();
  private readonly bounds: ReadonlySet<string>;

  constructor(
    private readonly definitions: ReadonlyMap<string, Definition>,
    scope: readonly Expr[],
    private readonly random?: RandomParts,
  ) {
    const bounds = new Set(COUNTS);
    for (const root of scope)
      walk(root, (e) => {
        if (e.op === "sum" || e.op === "prod") for (const bound of e.args.slice(1)) walk(bound, (n) => void bounds.add(symbolName(n)).add(n.name ?? ""));
      });
    this.bounds = bounds;
  }

  of(e: Expr): ReadonlySet<string> | undefined {
    const known = this.known.get(e);
    if (known !== undefined) return known ?? undefined;
    const found = this.collect(e);
    this.known.set(e, found);
    return found ?? undefined;
  }

  private collect(e: Expr): ReadonlySet<string> | null {
    if (e.op === "statistic" || (e.op === "apply" && this.random?.probabilities.has(e.name ?? ""))) return this.ofStatistic(e);
    const bound = BINDING.test(e.op) && typeof e.data?.bound === "string" ? e.data.bound : undefined;
    if (bound !== undefined) return this.ofBinding(e, bound);
    const names = new Set<string>();
    if (e.op === "symbol" || e.op === "indexed") names.add(symbolName(e));
    if (e.name !== undefined && e.op !== "number") names.add(e.name);
    if (e.op === "apply") names.add(DENSITY_VARIABLE);
    if ((e.op === "symbol" || e.op === "indexed") && this.random?.names.has(e.name ?? "")) names.add(OUTCOME);
    const parts = [...e.args.map((arg) => this.of(arg) ?? null), ...[...names].map((name) => this.body(name))];
    if (/-(over|where|from)$/.test(e.op)) parts.push(this.bounds);
    for (const part of parts) {
      if (part === null) return null;
      for (const name of part) names.add(name);
    }
    return names;
  }

  /** Between bounds that are written the variable is bound in the body, and only there: lim f lim g is read as lim (f lim g), with two variables of one name. */
  private ofBinding(e: Expr, bound: string): ReadonlySet<string> | null {
    const [body, ...bounds] = e.args.map((arg) => this.of(arg) ?? null);
    if (!body) return null;
    const names = new Set(body);
    names.delete(bound);
    for (const part of bounds) {
      if (part === null) return null;
      for (const name of part) names.add(name);
    }
    return names;
  }

  /** An expectation binds the outcome, unless it is conditional on what happens there. */
  private ofStatistic(e: Expr): ReadonlySet<string> | null {
    if (!this.random || (e.op === "statistic" && !OVER_OUTCOMES.test(e.name ?? ""))) return null;
    const conditional = Number(e.data?.split ?? e.args.length) < e.args.length;
    const names = new Set<string>();
    for (const arg of e.args) {
      const part = this.of(arg);
      if (!part) return null;
      for (const name of part) if (conditional || name !== OUTCOME) names.add(name);
    }
    return names;
  }

  /** What the definition behind a name reads: of the name itself, of what it is a derivative of (y', f_x). */
  private body(name: string): ReadonlySet<string> | null {
    const base = name.replace(/'+$/, "");
    const partOf = /^(.+?)_\{((?:\\[a-zA-Z]+|[a-z])+)\}$/.exec(base)?.[1];
    const all = new Set<string>();
    for (const defined of [name, base, ...(partOf ? [partOf] : [])]) {
      const part = this.definition(defined);
      if (part === null) return null;
      for (const n of part) all.add(n);
    }
    return all;
  }

  private definition(name: string): ReadonlySet<string> | null {
    const known = this.bodies.get(name);
    if (known !== undefined) return known;
    const definition = this.definitions.get(name);
    // while it is in progress nothing is known of it: what refers to itself stays where it is
    this.bodies.set(name, null);
    const found = definition ? this.collect(definition.body) : NOTHING;
    this.bodies.set(name, found);
    return found;
  }
}

const NOTHING: ReadonlySet<string> = new Set();
