/** What a step may be taken to hold under that the document does not say: other meanings of random names, independence, one family. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { baseOf, otherMeanings, type RandomSetting } from "../../derivation/random/random";
import { oneFamily } from "../../derivation/reading/readings";
import { type Expr, some } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

/** Words by which a uniform distribution is over whole numbers. */
const OF_WHOLE = /\b(discrete|dice|die|integers?|whole numbers?|equally likely)\b/i;

/** Families meant otherwise, where one holds; or all random names independent, which is an assumption. */
export function otherMeaning(item: Item, finals: readonly Tried[], input: JudgeInput): Tried | undefined {
  const last = finals[finals.length - 1];
  const random = last?.setting?.bench.model.parts.random;
  if (!last || !random || last.outcome.kind === "agrees") return undefined;
  const trying = (setting: RandomSetting): Tried => ({
    ...tryPlan(last.item ?? item, { ...last.plan, random: setting }, { ...input, hasty: true }),
    item: last.item ?? item,
  });
  for (const { setting, says, whole } of otherMeanings(random.setting)) {
    if (whole && !OF_WHOLE.test(input.text)) continue;
    const tried = trying(setting);
    if (tried.outcome.kind === "agrees" && !isMeantUsually(item, random.setting, setting, last, input)) return { ...tried, reading: says, unusual: true };
  }
  const names = [...random.names.values()].filter((v) => !v.event || random.names.size > 1);
  // what names the dependence, k of Cov(X, Y) = k, is not mended by its absence
  const bodies = [...allNames([item.left, item.right])].flatMap((n) => last.plan.definitions.get(n)?.body ?? []);
  const dependent = [item.left, item.right, ...bodies].some((e) =>
    some(e, (n) => n.op === "statistic" && /^(covariance|correlation)$/.test(n.name ?? "") && n.args.length > 1),
  );
  // P(A | B) P(B) of independent events is not written so
  const isConditional = (n: Expr): boolean => n.op === "statistic" && n.name === "probability" && Number(n.data?.split ?? n.args.length) < n.args.length;
  const conditioned = [item.left, item.right].some((e) => !isConditional(e) && some(e, isConditional));
  if (
    dependent ||
    conditioned ||
    item.role === "soft" ||
    item.relation !== "=" ||
    random.setting.assumed ||
    (names.length < 2 && !names.some((v) => v.sequence || v.labels.size > 1))
  )
    return undefined;
  const tried = trying({ ...random.setting, assumed: true });
  const list = names.flatMap((v) => (v.sequence ? [`all $${v.name}_i$`] : v.labels.size > 0 ? [...v.labels].map((n) => `$${n}$`) : [`$${v.name}$`]));
  return tried.outcome.kind === "agrees"
    ? { ...tried, assumes: `${list.length > 1 ? `${list.slice(0, -1).join(", ")} and ${list[list.length - 1]}` : list[0]} are independent` }
    : undefined;
}

/** Whether another step of the part holds with the families as they are usually meant, and not otherwise: a part means one thing by a family. */
function isMeantUsually(item: Item, usual: RandomSetting, other: RandomSetting, { plan }: Tried, input: JudgeInput): boolean {
  const speaksOfThem = (f: Item): boolean =>
    some(f.left, (n) => (n.op === "symbol" || n.op === "indexed") && usual.variables.get(baseOf(n))?.law !== undefined);
  const agrees = (f: Item, random: RandomSetting): boolean =>
    tryPlan(f, { ...plan, random }, { ...input, hasty: true, rough: true, whether: true }).outcome.kind === "agrees";
  return input.environment
    .statistics(item)
    .filter(speaksOfThem)
    .slice(0, SEEN)
    .some((f) => agrees(f, usual) && !agrees(f, other));
}
/** How many other steps are asked what they mean by a family. */
const SEEN = 4;

/** Two names of distributions with one letter taken for one family: agreement under that is conditional. */
export function assumedFamily(item: Item, finals: readonly Tried[], input: JudgeInput): { holding: Tried; assumes?: string } | undefined {
  const plan = finals[finals.length - 1]?.plan;
  const names = plan && new Set([...allNames([item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)])]);
  const family = names && oneFamily(names);
  if (!plan || !family) return undefined;
  const renamed: Item = { ...item, left: family.rename(item.left), right: family.rename(item.right) };
  const definitions = new Map([...plan.definitions].map(([n, d]) => [n, { ...d, body: family.rename(d.body) }]));
  const tried = { ...tryPlan(renamed, { ...plan, definitions }, { ...input, hasty: true }), item: renamed };
  if (tried.outcome.kind !== "agrees") return undefined;
  const stated = input.environment.facts(item).find((f) => f.role === "given" && f.order < item.order && states(f, family, input));
  return stated ? { holding: { ...tried, used: [stated], reading: `${family.says}, as the text says` } } : { holding: tried, assumes: family.says };
}

/** Whether what is given holds for these distributions if they are one family, and not by itself. */
function states(f: Item, family: NonNullable<ReturnType<typeof oneFamily>>, input: JudgeInput): boolean {
  const [left, right] = [family.rename(f.left), family.rename(f.right)];
  if (f.relation !== "=" || (left === f.left && right === f.right)) return false;
  const agrees = (item: Item): boolean =>
    tryPlan(item, { definitions: new Map(), conditions: [], unused: [] }, { ...input, hasty: true, rough: true, whether: true }).outcome.kind === "agrees";
  return agrees({ ...f, left, right }) && !agrees(f);
}
