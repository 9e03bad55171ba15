/** The chain rule for bare names: in dz/dt = ∂z/∂x dx/dt + ∂z/∂y dy/dt, z is a function of x and y and these are functions of t, by what is differentiated by what. */
import type { Plan } from "../../derivation/plans/plan";
import { symbolName } from "../../expression/names";
import { type Expr, node, some, symbol, walk } from "../../expression/tree";
import { functionNamed } from "../../latex/made-names";

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
const PLAIN = /^(\\?[a-zA-Z]+)(_\{[^{}]*\})?$/;
/** More names are no chain rule that a person writes out. */
const MOST = 8;

/** What each name is differentiated by. */
interface Links {
  readonly by: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pairs "n v" of partial and of total derivatives. */
  readonly partial: ReadonlySet<string>;
  readonly total: ReadonlySet<string>;
}

function linksOf(sides: readonly Expr[]): Links | undefined {
  const by = new Map<string, Set<string>>();
  const [partial, total] = [new Set<string>(), new Set<string>()];
  let plain = true;
  const visit = (n: Expr): void => {
    if (/^(sum|prod|integral|limit|gradient|hessian|apply|bind)/.test(n.op)) plain = false;
    if (n.op !== "derivative") return;
    const [of, variable] = n.args;
    if (!isName(variable) || !PLAIN.test(symbolName(variable))) plain = false;
    else if (isName(of)) {
      const [name, v] = [symbolName(of), symbolName(variable)];
      if (!PLAIN.test(name) || name === v) plain = false;
      by.set(name, (by.get(name) ?? new Set()).add(v));
      (n.data?.partial ? partial : total).add(`${name} ${v}`);
    }
  };
  for (const side of sides) walk(side, visit);
  return plain && by.size > 0 && by.size <= MOST ? { by, partial, total } : undefined;
}

/** The sides with the names as functions; undefined where no name is differentiated that something is differentiated by. */
export function byChainRule(left: Expr, right: Expr, plan: Plan): { left: Expr; right: Expr; says: string } | undefined {
  const links = linksOf([left, right]);
  if (!links || [...links.by.keys()].some((n) => plan.definitions.has(n))) return undefined;
  const { by } = links;
  const bodies = new Map([...new Set([...by.values()].flatMap((v) => [...v]))].flatMap((v) => bodyOf(v, plan)));
  const between = [...by.keys()].filter((n) => [...by.values()].some((v) => v.has(n)));
  if (between.length + bodies.size === 0) return undefined;
  const reach = reachOf(by, bodies);
  if (!reach) return undefined;
  // what is met on the way through another variable is no argument of its own, unless it is differentiated by both in part and in all
  const direct = new Map(
    [...by].map(([n, all]) => [
      n,
      [...all].filter((v) => (links.partial.has(`${n} ${v}`) && links.total.has(`${n} ${v}`)) || ![...all].some((w) => w !== v && reach.get(w)?.has(v))).sort(),
    ]),
  );
  const writer = new Writer(direct, bodies, links);
  const sides = [left, right].map((e) => writer.written(e));
  if (writer.failed) return undefined;
  const says = [...direct].map(([n, args]) => `$${n}$ is a function of ${args.map((a) => `$${a}$`).join(", ")}`).join(", ");
  return { left: sides[0], right: sides[1], says };
}

/** What a definition says that a variable is, x = r cos θ. */
function bodyOf(name: string, plan: Plan): [string, Expr][] {
  const d = plan.definitions.get(name);
  return d && d.params.length === 0 && !d.indexed && !some(d.body, (n) => /^(derivative|apply)$/.test(n.op)) ? [[name, d.body]] : [];
}

/** The names that each leads to; undefined where one leads to itself. */
function reachOf(by: ReadonlyMap<string, ReadonlySet<string>>, bodies: ReadonlyMap<string, Expr>): Map<string, Set<string>> | undefined {
  const next = (n: string): string[] => {
    const body = bodies.get(n);
    const found = [...(by.get(n) ?? [])];
    if (body) walk(body, (x) => void (isName(x) && found.push(symbolName(x))));
    return found;
  };
  const reach = new Map<string, Set<string>>();
  for (const start of new Set([...by.keys(), ...bodies.keys()])) {
    const seen = new Set<string>();
    const todo = next(start);
    for (let n = todo.pop(); n !== undefined; n = todo.pop()) {
      if (n === start) return undefined;
      if (!seen.has(n)) todo.push(...next(n));
      seen.add(n);
    }
    reach.set(start, seen);
  }
  return reach;
}

/** Writes expressions in the names that depend on nothing. */
class Writer {
  failed = false;

  constructor(
    private readonly direct: ReadonlyMap<string, readonly string[]>,
    private readonly bodies: ReadonlyMap<string, Expr>,
    private readonly links: Links,
  ) {}

  written(e: Expr): Expr {
    if (e.op === "derivative") return this.derivative(e);
    if (isName(e)) return this.value(symbolName(e), e);
    return e.args.length === 0 ? e : { ...e, args: e.args.map((a) => this.written(a)) };
  }

  private value(name: string, e: Expr): Expr {
    const body = this.bodies.get(name);
    if (body) return this.written(body);
    const args = this.direct.get(name);
    if (!args) return e.op === "indexed" ? symbol(slot(name), e.span) : e;
    return applied(
      name,
      args.map((a) => this.value(a, symbol(a, e.span))),
      e,
    );
  }

  private derivative(e: Expr): Expr {
    const [of, by] = e.args;
    const v = symbolName(by);
    const args = isName(of) ? this.direct.get(symbolName(of)) : undefined;
    const inPart = args?.includes(v) === true && e.data?.partial === true && this.links.total.has(`${symbolName(of)} ${v}`);
    // a variable that depends on nothing: everything moves with it
    if (!this.direct.has(v) && !this.bodies.has(v) && !inPart) return derivativeBy(this.written(of), by.op === "indexed" ? symbol(slot(v), by.span) : by, e);
    // by a place of the function, the rest as it is
    if (!args?.includes(v)) {
      this.failed = true;
      return e;
    }
    const place = `\\mathrm{at${slot(v).replace(/[^a-zA-Z0-9]/g, "")}}`;
    const inner = applied(
      symbolName(of),
      args.map((a) => (a === v ? symbol(place, e.span) : this.value(a, symbol(a, e.span)))),
      e,
    );
    return node("bind", [derivativeBy(inner, symbol(place, e.span), e), this.value(v, by)], e.span, place, { bound: place });
  }
}

const applied = (name: string, args: readonly Expr[], e: Expr): Expr =>
  node("apply", args, e.span, functionNamed(name), { split: args.length, indices: 0, order: false, bracket: "(", bound: "" });
const derivativeBy = (of: Expr, by: Expr, e: Expr): Expr => node("derivative", [of, by], e.span, undefined, { partial: false });

/** An indexed name as one letter of its own. */
const slot = (name: string): string => (name.includes("_") ? `\\mathrm{${name.replace(/[^a-zA-Z0-9]/g, "")}}` : name);
