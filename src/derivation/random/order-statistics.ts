/** Order statistics, X_{(k)} of a sample X_1, …, X_n: names of their own, with laws by the distribution function of the sample. Source: the density n! / ((k-1)! (n-k)!) F^{k-1} (1 - F)^{n-k} f. */
import { endsOf, type NamedFamily } from "../../distributions/family";
import { type Expr, rewrite, some, symbol, walk } from "../../expression/tree";
import { hasBase, type RandomSetting, type RandomVariable } from "./random";

const NAME = /^([A-Z])_\{\((.+)\)\}$/;

/** X_{(2)} as a name: the second smallest is no second of the sample. What a sum runs over stays an index. */
export function withOrderNames(e: Expr): Expr {
  if (!some(e, isOrdered)) return e;
  const bound = new Set<unknown>();
  walk(e, (n) => void (n.data?.bound !== undefined && bound.add(n.data.bound)));
  return rewrite(e, (n) => (isOrdered(n) && !bound.has(n.args[0].name) ? symbol(`${n.name}_{(${n.args[0].name})}`, n.span) : n));
}

const isOrdered = (n: Expr): boolean =>
  n.op === "indexed" && /^[A-Z]$/.test(n.name ?? "") && n.args.length === 1 && n.args[0].data?.bracket === "(" && /^(?:number|symbol)$/.test(n.args[0].op);

/** The setting with the law of the order statistic that expressions speak of; several of one sample depend on each other, and have none. */
export function withOrderStatistics(setting: RandomSetting, expressions: readonly Expr[], sizeOf: (base: string) => Expr | undefined): RandomSetting {
  const names = new Set<string>();
  for (const e of expressions) walk(e, (n) => void (n.op === "symbol" && NAME.test(n.name ?? "") && names.add(n.name ?? "")));
  const [name] = names;
  const [, base, place] = NAME.exec(name ?? "") ?? [];
  if (names.size !== 1 || base === undefined || expressions.some((e) => hasBase(e, (b) => b === base))) return setting;
  const sample = setting.independent.some((group) => group.has(base)) ? setting.variables.get(base) : undefined;
  const family = sample?.sequence && sample.law ? familyOf(sample.law.family) : undefined;
  const count = sizeOf(base);
  if (!sample?.law || !family || !count) return setting;
  const at = /^\d+$/.test(place) ? ({ op: "number", args: [], span: count.span, name: place } as Expr) : symbol(place, count.span);
  const made: RandomVariable = {
    name,
    sequence: false,
    law: { family, args: [...sample.law.args, count, at] },
    ...(sample.here ? { here: true } : {}),
    scope: sample.scope,
  };
  return { ...setting, variables: new Map([...setting.variables, [name, made]]) };
}

/** The names of the size of the sample and of the place in it, in the formulas. */
const [COUNT, PLACE] = ["N", "K"];

function familyOf(family: NamedFamily): NamedFamily | undefined {
  const { density, cumulative, parameters, support } = family;
  const [low, high] = endsOf(family);
  if (typeof density !== "string" || typeof low !== "string" || typeof high !== "string" || !cumulative || family.discrete) return undefined;
  const below = `\\left(${cumulative}\\right)^{${PLACE} - 1}`;
  const above = `\\left(1 - \\left(${cumulative}\\right)\\right)^{${COUNT} - ${PLACE}}`;
  const own = `\\frac{${COUNT}!}{(${PLACE} - 1)! \\, (${COUNT} - ${PLACE})!} ${below} ${above} \\left(${density}\\right)`;
  const moment = (power: string): string => `\\int_{${low}}^{${high}} ${power} ${own} \\, dx`;
  return {
    spellings: [],
    parameters: [...parameters, COUNT, PLACE],
    density: own,
    support,
    ends: [low, high],
    domains: { ...family.domains, [COUNT]: "count", [PLACE]: "count" },
    mean: moment("x"),
    variance: `${moment("x^2")} - \\left(${moment("x")}\\right)^2`,
  };
}
