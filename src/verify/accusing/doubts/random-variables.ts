/** Doubts about random variables of which too little is known. */
import type { Item } from "../../../derivation/facts/items";
import { allNames } from "../../../derivation/names/all-names";
import type { Points } from "../../../derivation/random/random";
import { namesOf, symbolName } from "../../../expression/names";
import { type Expr, node, some } from "../../../expression/tree";
import { OVER_OUTCOMES } from "../../../worlds/random/random-names";
import type { RandomParts } from "../../../worlds/random/random-parts";
import { independence } from "../../../worlds/random/random-space";
import type { JudgeInput, Tried } from "../../trying/trial";
import { constantSide, constantsOf } from "../constant-sides";
import { isPlainlyStated } from "../plainly-stated";
import { first, type Reason } from "./reason";

/** E, Var, Pr: statements about random variables of which nothing is given. */
export const statistics: Reason = (parts, tried, item, input) => {
  if (isOfAnyDistributions(item, input)) return undefined;
  const { plan, setting } = tried;
  const random = setting?.bench.model.parts.random;
  // given probabilities determine it: it has one value in all worlds that meet them, whatever values its names are drawn with
  const hasDrawnValues = some(item.left, (n) => {
    const v = (n.op === "symbol" || n.op === "indexed") && random?.names.get(symbolName(n));
    return Boolean(v && !v.event && !v.law && !(v.points && areAll(v.points, tried)));
  });
  if (
    !hasDrawnValues &&
    plan.random?.probabilities?.length &&
    item.left.name === "probability" &&
    namesOf(item.right).symbols.size === 0 &&
    constantSide(item.left, tried)
  )
    return undefined;
  // where each random name has its law, and they are independent, nothing is open
  if (random && random.names.size > 0 && areSettled(random, tried)) return undefined;
  if (random && random.names.size > 1 && areToldApart(random) && speakOfTheSame(item)) return undefined;
  // a formula made of names that have no law says no more than they do
  const isMadeOfOpen = (name: string): boolean => {
    const made = plan.definitions.get(name);
    const { symbols } = namesOf(made?.body ?? node("list", [], { from: 0, to: 0 }));
    return [...(random?.names ?? [])].some(([n, v]) => symbols.has(n) && made?.params.includes(n) !== true && !v.law && !v.points);
  };
  const isSaid = (a: Expr): boolean => plan.definitions.has(a.name ?? "") && !isMadeOfOpen(a.name ?? "");
  // the entropy of a name is that of its law, whatever it depends on
  const isOfLaw = (e: Expr): boolean => {
    const v = e.name === "entropy" && e.args.length === 1 ? plan.random?.variables.get(e.args[0].name ?? "") : undefined;
    return v?.law !== undefined && v.here === true;
  };
  const given = (e: Expr): boolean => (Boolean(e.data?.under) || !OVER_OUTCOMES.test(e.name ?? "")) && e.args.some(isSaid);
  const known =
    (plan.moments?.size ?? 0) > 0 &&
    (random?.names.size ?? 0) < 2 &&
    [...(random?.names.keys() ?? [])].every((n) => plan.moments?.has(n) === true) &&
    !putsNumbersIn(item, tried);
  const found = !known ? first(parts, (e) => e.op === "statistic" && !given(e) && !isOfLaw(e)) : undefined;
  return found && { code: "context/random", message: "what else is known of these random variables is not said" };
};

/** E[X] = 2/3 where E[X] = α/β was said: with values of α and β that stand somewhere else. */
function putsNumbersIn({ right }: Item, { plan }: Tried): boolean {
  const formulas = [...(plan.moments?.values() ?? [])].flatMap(({ mean, covariance }) => [mean, covariance].filter((e) => e !== undefined));
  const isOpen = (n: string): boolean => !plan.definitions.has(n) && !plan.moments?.has(n);
  return allNames([right]).size === 0 && [...allNames(formulas)].some(isOpen);
}

/** D(p ‖ q) = D(q ‖ p), plainly stated of distributions that no fact speaks of: said of any two. */
function isOfAnyDistributions(item: Item, input: JudgeInput): boolean {
  const isPlain = (e: Expr): boolean =>
    e.op === "statistic" ? e.name === "divergence" && e.args.every((a) => a.op === "symbol") : /^(add|neg)$/.test(e.op) && e.args.every(isPlain);
  const { left, right } = item;
  if (![left, right].every(isPlain) || !isPlainlyStated(item, input.text)) return false;
  const names = allNames([left, right]);
  // "Let $p$ and $q$ be mirror images"
  if ([...names].some((n) => input.text.includes(`$${n}$`) || input.text.includes(`\\(${n}\\)`))) return false;
  return !input.environment.facts(item).some((f) => f.order < item.order && [...allNames([f.left, f.right])].some((n) => names.has(n)));
}

/** Whether one side speaks of events of the other, and of no others. A number, P(A ∩ B) = 1/25, or P(A) = P(B), is what the events are like, and says that they are not as was supposed. */
function speakOfTheSame({ relation, left, right }: Item): boolean {
  const [own, other] = [allNames([left]), allNames([right])];
  const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && [...a].every((n) => b.has(n));
  return relation !== "!=" && (isWithin(own, other) || isWithin(other, own));
}

/** Whether words tie all events of a step to each other: each two are independent, or exclude each other. */
function areToldApart({ names, setting }: RandomParts): boolean {
  const all = [...names.values()];
  const apart = independence(names, setting);
  const exclude = (a: string, b: string): boolean => setting.exclusive?.some((e) => e.names.has(a) && e.names.has(b)) === true;
  return all.every((v, i) => v.event && !v.sequence && v.labels.size <= 1 && all.slice(i + 1).every((w) => apart(v, w) || exclude(v.name, w.name)));
}

/** Whether each random name has its law in the part of the step, and none depends on another but by the parameters of its law. */
function areSettled({ names, space, setting }: RandomParts, tried: Tried): boolean {
  const all = [...names.values()];
  if (!all.every((v) => (v.law && v.here) || (v.points && areAll(v.points, tried)))) return false;
  if (space)
    return space.sources.every((s) => (/^(law|points)$/.test(s.values) || names.size === 1) && space.sources.filter((o) => o.block === s.block).length === 1);
  const apart = independence(names, setting);
  return all.every((v, i) => !v.sequence && v.labels.size <= 1 && all.slice(i + 1).every((w) => apart(v, w)));
}

/** Whether the probabilities of some values add up to one. */
function areAll(points: Points, tried: Tried): boolean {
  const total = node(
    "add",
    points.map(([, p]) => p),
    points[0][1].span,
  );
  const [sum] = constantsOf(total, tried) ?? [];
  return sum !== undefined && Math.abs(sum - 1) < 1e-12;
}
