/** Tries a step about a name of which an equation says that it is a root of unity, z^{13} = 1 or ω² + ω + 1 = 0, once more at all roots that there are. */

import { type Definition, plainDefinition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { isNumberName } from "../../expression/constants";
import { type Expr, node, number, symbol } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Highest order of a root of unity, and how many roots are looked at. */
const [ORDER, MOST] = [36, 16];
const NEAR = 1e-9;

/** A complex number. */
type Complex = readonly [re: number, im: number];

/** Agreement at every root; undefined where no equation leaves only roots of unity, or where it fails at one. */
export function throughRootsOfUnity(last: Tried, item: Item, facts: readonly Item[], input: JudgeInput): Tried | undefined {
  if (item.relation !== "=" || last.outcome.kind === "agrees") return undefined;
  const names = [...allNames([item.left, item.right])].filter(
    (n) => /^(z|\\omega|\\zeta|\\xi|w|r|x|a)$/.test(n) && (last.plan.definitions.get(n)?.derived ?? true),
  );
  for (const name of names) {
    const given = [...last.plan.definitions].filter(([, d]) => !d.derived);
    // an equation with other roots, too, is one of another case
    const isWhole = (f: Item): boolean => rootsOf(f, name).length === degreeOf(f, name);
    const used = facts.filter(
      (f) =>
        f.fact?.kind === "equation" &&
        f.order < item.order &&
        f.scope === item.scope &&
        f.link.statement !== item.link.statement &&
        isAbout(f, name) &&
        isWhole(f),
    );
    const [whole] = used;
    if (!whole) continue;
    const roots = rootsOf(whole, name).filter((root) => used.every((f) => f === whole || vanishes(f, name, root)));
    if (roots.length === 0 || roots.length > MOST) continue;
    const tries = roots.map(([p, q]) =>
      tryPlan(item, { ...last.plan, definitions: new Map([...given, [name, rootNamed(name, p, q, whole)]]), unused: [] }, { ...input, hasty: true }),
    );
    if (tries.every((t) => t.outcome.kind === "agrees"))
      return { ...tries[0], item, used: used.filter((f, i) => used.findIndex((g) => g.fact?.span.from === f.fact?.span.from) === i) };
  }
  return undefined;
}

/** Speaks of the name alone, and is no value of it. */
const isAbout = ({ left, right }: Item, name: string): boolean => {
  const names = [...allNames([left, right])].filter((n) => !isNumberName(n));
  return names.length === 1 && names[0] === name && left.op !== "symbol" && right.op !== "symbol";
};

const known = new WeakMap<Item, readonly (readonly [number, number])[]>();

/** The roots of unity e^{2πi p/q} that meet an equation. */
function rootsOf(f: Item, name: string): readonly (readonly [number, number])[] {
  const before = known.get(f);
  // an equation about one name
  if (before) return before;
  const found: [number, number][] = [];
  for (let q = 1; q <= ORDER; q++) for (let p = 0; p < q; p++) if (gcd(p, q) === 1 && vanishes(f, name, [p, q])) found.push([p, q]);
  known.set(f, found);
  return found;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function vanishes({ left, right }: Item, name: string, [p, q]: readonly [number, number]): boolean {
  const at: Complex = [Math.cos((2 * Math.PI * p) / q), Math.sin((2 * Math.PI * p) / q)];
  const [l, r] = [left, right].map((e) => valueAt(e, name, at, new Map()));
  return l !== undefined && r !== undefined && Math.hypot(l[0] - r[0], l[1] - r[1]) < NEAR;
}

const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const plus = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];

/** A polynomial's value, sums over an index written out; undefined for anything else. */
function valueAt(e: Expr, name: string, z: Complex, bound: ReadonlyMap<string, number>): Complex | undefined {
  const all = (): Complex[] | undefined => {
    const values = e.args.map((a) => valueAt(a, name, z, bound));
    return values.every((v) => v !== undefined) ? (values as Complex[]) : undefined;
  };
  switch (e.op) {
    case "number":
      return [Number(e.name), 0];
    case "symbol": {
      const index = bound.get(e.name ?? "");
      return e.name === name ? z : index === undefined ? undefined : [index, 0];
    }
    case "neg":
      return all()?.map(([a, b]): Complex => [-a, -b])[0];
    case "add":
      return all()?.reduce(plus);
    case "mul":
      return all()?.reduce(times);
    case "pow": {
      const [base, power] = all() ?? [];
      if (!base || !power || power[1] !== 0 || !Number.isInteger(power[0]) || power[0] < 0 || power[0] > 200) return undefined;
      return Array.from({ length: power[0] }, () => base).reduce(times, [1, 0]);
    }
    case "sum": {
      const [from, to] = e.args.slice(1).map((a) => valueAt(a, name, z, bound));
      if (!from || !to || to[0] - from[0] > 200 || from[1] !== 0 || to[1] !== 0) return undefined;
      let total: Complex = [0, 0];
      for (let k = from[0]; k <= to[0]; k++) {
        const term = valueAt(e.args[0], name, z, new Map([...bound, [String(e.data?.bound), k]]));
        if (!term) return undefined;
        total = plus(total, term);
      }
      return total;
    }
  }
  return undefined;
}

/** The degree of the polynomial equation in the name, from its growth; undefined where it is none. */
function degreeOf({ left, right }: Item, name: string): number | undefined {
  const size = (r: number): number | undefined => {
    const [l, s] = [left, right].map((e) => valueAt(e, name, [r, 0], new Map()));
    return l && s ? Math.hypot(l[0] - s[0], l[1] - s[1]) : undefined;
  };
  const [a, b] = [size(1e5), size(2e5)];
  if (!a || !b) return undefined;
  const degree = Math.log2(b / a);
  return Math.abs(degree - Math.round(degree)) < 1e-2 && Number.isFinite(degree) ? Math.round(degree) : undefined;
}

/** e^{2πi p/q} for the name. */
function rootNamed(name: string, p: number, q: number, { link }: Item): Definition {
  const span = { from: link.left.from, to: link.right.to };
  const angle = node("div", [node("mul", [number(2 * p, span), symbol("\\pi", span), symbol("i", span)], span), number(q, span)], span);
  const body = p === 0 ? number(1, span) : 2 * p === q ? number(-1, span) : node("pow", [symbol("e", span), angle], span);
  return { ...plainDefinition(name, body, span), derived: true };
}
