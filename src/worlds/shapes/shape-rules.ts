/** Collects the constraints that expressions put on the shapes of their names. */
import type { Expr } from "../../expression/tree";
import type { EntryIndex, ShapeContext, ShapeRule } from "./shape-context";
import { FUNCTIONS } from "./shape-functions";
import { PRODUCTS } from "./shape-products";
import type { Membership } from "./shape-table";
import { isZero, TERMS } from "./shape-terms";
import type { Dim, Looked, ShapeStore, Type, Watcher } from "./shape-types";

const RULES: ReadonlyMap<string, ShapeRule> = new Map(Object.entries({ ...TERMS, ...PRODUCTS, ...FUNCTIONS }));

/** Constraints in a store. */
export class ShapeRules implements ShapeContext {
  readonly variables = new Map<string, Type>();
  /** Rules that wait for what is not known yet, each with the state of the store in which it last said nothing new, and with what it looked at then. */
  private readonly pending: (Watcher & { readonly settle: () => void; idleAt?: number; looked?: Looked })[] = [];
  readonly entryIndices: EntryIndex[] = [];
  readonly tall = new Set<string>();
  readonly wide = new Set<string>();
  /** The types of all expressions that were read. */
  readonly types = new Map<Expr, Type>();

  constructor(
    readonly store: ShapeStore,
    readonly identities: boolean,
    readonly units: ReadonlySet<string>,
    readonly owners: ReadonlyMap<string, string>,
    readonly members: ReadonlyMap<string, Membership>,
  ) {}

  variable(key: string): Type {
    const known = this.variables.get(key);
    if (known !== undefined) return known;
    const made = this.store.unknown();
    this.variables.set(key, made);
    return made;
  }

  known(key: string): Type | undefined {
    return this.variables.get(key);
  }

  later(settle: () => void): void {
    this.pending.push({ settle, stale: true });
  }

  /** Enters constraints; where they contradict what is known, they are forgotten as a whole. */
  attempt(action: () => void): boolean {
    const before = this.pending.length;
    const ok = this.store.attempt(() => {
      action();
      this.settle();
    });
    if (!ok) this.pending.length = before;
    return ok;
  }

  /** Looks at the open products until they say nothing new. */
  settle(): void {
    for (let round = 0; round < 12; round++) {
      const before = this.store.version;
      for (const rule of this.pending) {
        if (!rule.stale) continue;
        const { state } = this.store;
        if (rule.idleAt === state) continue;
        if (rule.looked && this.store.isAsBefore(rule.looked)) {
          rule.stale = false;
          continue;
        }
        const looked = this.store.watching(rule.settle, rule);
        const idle = this.store.state === state;
        rule.stale = !idle;
        if (idle) rule.idleAt = state;
        rule.looked = idle ? looked : undefined;
      }
      if (this.store.version === before) return;
    }
  }

  equate(left: Expr, right: Expr): void {
    const a = this.type(left, new Set());
    const b = this.type(right, new Set());
    if (!isZero(left) && !isZero(right)) this.store.unify(a, b);
    this.settle();
  }

  type(e: Expr, bound: ReadonlySet<string>): Type {
    const rule = RULES.get(e.op);
    const t = rule ? rule(e, bound, this) : this.opaque(e, bound);
    this.types.set(e, t);
    return t;
  }

  private opaque(e: Expr, bound: ReadonlySet<string>): Type {
    for (const a of e.args) this.type(a, bound);
    return this.store.unknown();
  }

  /** Ends of sums that nothing else makes a dimension. */
  readonly counts = new Set<string>();
  count(name: string): Dim {
    if (!this.store.dimensionNames.includes(name)) this.counts.add(name);
    return this.store.dimNamed(name);
  }

  dimension(e: Expr): Dim {
    this.counts.delete(e.name ?? "");
    if (e.op === "number") return this.store.dim(Number(e.name));
    if (e.op === "symbol") return this.store.dimNamed(e.name ?? "");
    return this.store.dim();
  }
}
