/** Laws of the largest and the smallest of a sample, M = max_i X_i: by the distribution function of the sample. Source: the densities of order statistics, n f F^{n-1} and n f (1 - F)^{n-1}. */
import { endsOf, type NamedFamily } from "../../distributions/family";
import { type Expr, symbol } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import { hasBase, type RandomSetting, type RandomVariable } from "./random";

interface Extreme {
  readonly of: string;
  readonly largest: boolean;
  readonly count: Expr;
}

/** What a formula takes the extreme value of, where that is a sample: X_1, …, X_n or all X_i. */
export function extremeOf({ params, body }: Definition): Extreme | undefined {
  const kind = /^(max|min)(-from|-over)?$/.exec(body.op === "call" ? (body.name ?? "") : body.op);
  if (!kind || params.length > 0) return undefined;
  const largest = kind[1] === "max";
  const [first, ...others] = body.args;
  if (first?.op !== "indexed" || first.args.length !== 1) return undefined;
  if (kind[2]) return first.args[0].name === body.data?.bound ? { of: first.name ?? "", largest, count: others[1] ?? symbol("n") } : undefined;
  const last = others[others.length - 1];
  const listed = others.some((a) => a.op === "ellipsis") && first.args[0].name === "1" && last?.op === "indexed" && last.name === first.name;
  return listed ? { of: first.name ?? "", largest, count: last.args[0] } : undefined;
}

/**
 * The setting with the law of the extreme of an independent sample, by the name that it is given to. Where expressions speak of the sample or of another extreme
 * beside it, these depend on each other, and nothing is added.
 */
export function withExtremes(setting: RandomSetting, definitions: readonly Definition[], expressions: readonly Expr[]): RandomSetting {
  const isSpoken = (base: string): boolean => expressions.some((e) => hasBase(e, (name) => name === base));
  if (definitions.length !== 1 || definitions.some((d) => isSpoken(extremeOf(d)?.of ?? ""))) return setting;
  const found: [string, RandomVariable][] = definitions.flatMap((d): [string, RandomVariable][] => {
    const extreme = extremeOf(d);
    const independent = extreme !== undefined && setting.independent.some((names) => names.has(extreme.of));
    const sample = independent ? setting.variables.get(extreme.of) : undefined;
    const family = independent && sample?.sequence && sample.law ? familyOf(sample.law.family, extreme.largest) : undefined;
    if (!independent || !sample?.law || !family) return [];
    const { here, scope } = sample;
    return [[d.name, { name: d.name, sequence: false, law: { family, args: [...sample.law.args, extreme.count] }, ...(here ? { here } : {}), scope }]];
  });
  return found.length > 0 ? { ...setting, variables: new Map([...setting.variables, ...found]) } : setting;
}

/** The name of the number of those that the extreme is taken of, in the formulas. */
const COUNT = "N";

function familyOf(family: NamedFamily, largest: boolean): NamedFamily | undefined {
  const { density, cumulative, parameters, support } = family;
  const [low, high] = endsOf(family);
  if (typeof density !== "string" || typeof low !== "string" || typeof high !== "string" || !cumulative || family.discrete) return undefined;
  const below = largest ? `\\left(${cumulative}\\right)` : `\\left(1 - \\left(${cumulative}\\right)\\right)`;
  const own = `${COUNT} \\left(${density}\\right) ${below}^{${COUNT} - 1}`;
  const moment = (power: string): string => `\\int_{${low}}^{${high}} ${power} ${own} \\, dx`;
  return {
    spellings: [],
    parameters: [...parameters, COUNT],
    density: own,
    cumulative: largest ? `${below}^{${COUNT}}` : `1 - ${below}^{${COUNT}}`,
    support,
    ends: [low, high],
    domains: { ...family.domains, [COUNT]: "count" },
    mean: moment("x"),
    variance: `${moment("x^2")} - \\left(${moment("x")}\\right)^2`,
  };
}
