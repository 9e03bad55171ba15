/** A law that is stated of what formulas make of names with laws, "Y = aX + b, so Y ∼ N(aμ + b, a²σ²)": its mean and variance are claims. */
import { gaussian, otherMeaning } from "../../distributions/index";
import { type Expr, node } from "../../expression/tree";
import type { Item } from "../facts/items";
import { baseOf, hasBase, hasSquaredScale, type Law, lawOf, placed, randomNames } from "../random/random";
import { formula } from "../reading/formula";

/** What a stated law says, as equations between the moment of the name and that of the law. */
export interface DerivedLaw {
  readonly mean: Item;
  readonly variance: Item;
  /** The variance, if the second parameter is a deviation. */
  readonly otherwise?: Item;
  /** The mean and the variance say all of it: a normal law of what is linear in normal names. */
  readonly settled: boolean;
}

/**
 * The moments that a law behind a tilde claims of a name that a formula makes of names with laws, or of a sum of such names. Undefined for any other item:
 * a law that says how a name is drawn claims nothing.
 */
export function derivedLaw(item: Item, facts: readonly Item[]): DerivedLaw | undefined {
  const law = item.relation === "∼" && !item.given ? lawOf(item.right) : undefined;
  if (!law?.family.mean || !law.family.variance) return undefined;
  const { left } = item;
  const before = facts.filter((f) => f.order < item.order && f.scope === item.scope);
  const definition = facts.find(
    (f) => f.fact?.kind === "definition" && f.order < item.order && left.op === "symbol" && f.fact.name === left.name && f.fact.params.length === 0,
  );
  const body = definition?.fact?.kind === "definition" ? definition.fact.body : left.op === "add" || left.op === "mul" ? left : undefined;
  if (!body) return undefined;
  const tildes = before.filter((f) => f.relation === "∼" && lawOf(f.right));
  const drawn = tildes.filter((f) => speaksOf(body, namesOf(f)));
  // a name that a tilde has drawn by itself is no formula's
  if (drawn.length === 0 || tildes.some((f) => left.op === "symbol" && baseOf(f.left) === left.name)) return undefined;
  const claim = (name: string, value: Expr): Item => {
    const moment = node("statistic", [left], left.span, name, { split: 1, separators: "", under: false });
    const { fact: _, ...rest } = item;
    return { ...rest, relation: "=", role: "claim", left: moment, right: { ...value, span: item.right.span } };
  };
  const { family, args } = law;
  const other = [law, ...drawn.map((f) => lawOf(f.right))].some((l) => l && hasSquaredScale(l)) ? undefined : otherMeaning(family);
  const meant: Law | undefined = other && { family: other.family, args: other.arguments.map((a) => placed(formula(a), family.parameters, args)) };
  return {
    mean: claim("expectation", momentOf(law, "mean")),
    variance: claim("variance", momentOf(law, "variance")),
    ...(meant ? { otherwise: claim("variance", momentOf(meant, "variance")) } : {}),
    settled:
      family === gaussian &&
      drawn.every((f) => lawOf(f.right)?.family === gaussian) &&
      isLinear(body, (e) => speaksOf(e, new Set(drawn.flatMap((f) => [...namesOf(f)])))) &&
      !facts.some((f) => f.fact?.kind === "definition" && f !== definition && speaksOf(body, new Set([f.fact.name]))),
  };
}

const momentOf = ({ family, args }: Law, kind: "mean" | "variance"): Expr => placed(formula(family[kind] ?? ""), family.parameters, args);

const speaksOf = (e: Expr, names: ReadonlySet<string>): boolean => hasBase(e, (base) => names.has(base));
const namesOf = (f: Item): Set<string> => new Set(randomNames(f.left).map(baseOf));

/** Whether an expression is a sum of names with factors that are not random. */
export function isLinear(e: Expr, isRandom: (e: Expr) => boolean): boolean {
  const [first, ...rest] = e.args;
  if (!isRandom(e) || e.op === "symbol" || e.op === "indexed") return true;
  if (e.op === "add" || e.op === "neg" || e.op === "transpose") return e.args.every((a) => isLinear(a, isRandom));
  if (e.op === "mul") return e.args.filter(isRandom).length === 1 && e.args.every((a) => isLinear(a, isRandom));
  return (e.op === "div" || e.op === "sum") && !rest.some(isRandom) && isLinear(first, isRandom);
}
