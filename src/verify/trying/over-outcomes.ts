/** Expectations as weighted means over a few outcomes, where names are vectors or functions of which no moments are known: what holds for all such means holds for all distributions. */

import type { Condition, Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

const OUTCOMES = 3;
/** What is said of expectations that cannot be had otherwise. */
const OPEN = /^(expectation\/(degree|several)|random\/(vector|index)|statistic\/unknown)$/;

const isExpectation = (n: Expr): boolean => n.op === "statistic" && n.name === "expectation" && n.args.length === 1 && !n.data?.under;

/** Agreement for every distribution over a few outcomes; undefined where other statistics are about, or nothing is known to be random. */
export function overOutcomes(last: Tried, item: Item, input: JudgeInput): Tried | undefined {
  if (item.relation !== "=" || last.outcome.kind !== "unknown" || !OPEN.test(last.outcome.code)) return undefined;
  const bodies = [...last.plan.definitions.values()].map((d) => d.body);
  const all = [item.left, item.right, ...bodies];
  if (all.some((e) => some(e, (n) => n.op === "statistic" && !isExpectation(n)))) return undefined;
  const random = randomNames(all, last.plan);
  if (random.size === 0) return undefined;
  // a random name outside an expectation has no value
  const isInside = (e: Expr): boolean => isExpectation(e) || (!isRandom(e, random) && e.args.every(isInside));
  if (![item.left, item.right].every(isInside)) return undefined;
  const spread = (e: Expr): Expr => rewrite(e, (n) => (isExpectation(n) ? mean(n, random) : n));
  const definitions = new Map([...last.plan.definitions].map(([name, d]): [string, Definition] => [name, { ...d, body: spread(d.body) }]));
  const changed: Item = { ...item, left: spread(item.left), right: spread(item.right) };
  const plan: Plan = { ...last.plan, definitions, conditions: [...last.plan.conditions, ...positiveWeights()], unused: [], moments: new Map() };
  const { random: _said, ...free } = plan;
  const tried = tryPlan(changed, free, { ...input, hasty: true });
  return tried.outcome.kind === "agrees" ? { ...tried, item, reading: "the expectation is the weighted mean over any outcomes" } : undefined;
}

const isRandom = (n: Expr, random: ReadonlySet<string>): boolean =>
  (n.op === "symbol" || n.op === "indexed") && (random.has(symbolName(n)) || random.has(n.name ?? ""));

/** Names that are said to have a distribution; else capitals at the end of the alphabet, else estimates, in expectations. */
function randomNames(all: readonly Expr[], plan: Plan): Set<string> {
  const names = new Set<string>();
  for (const e of all)
    some(e, (n) => {
      if (isExpectation(n))
        some(n.args[0], (x) => (x.op === "symbol" || x.op === "indexed") && names.add(x.op === "indexed" ? (x.name ?? "") : symbolName(x)) === undefined);
      return false;
    });
  const picks = [(n: string) => plan.random?.variables.has(n) === true, (n: string) => /^[R-Z]$/.test(n), (n: string) => /^\\(hat|widehat)\{/.test(n)];
  for (const pick of picks) {
    const found = [...names].filter((n) => pick(n) && !plan.definitions.has(n));
    if (found.length > 0) return new Set(found);
  }
  return new Set();
}

const weight = (k: number): Expr => symbol(`\u0003w${k}`);

/** (w_1 f(X_1) + … ) / (w_1 + …). */
function mean({ args: [body], span }: Expr, random: ReadonlySet<string>): Expr {
  const at = (k: number): Expr => rewrite(body, (n) => (isRandom(n, random) ? symbol(`${symbolName(n)}\u0003${k}`, n.span) : n));
  const sum = (of: (k: number) => Expr): Expr =>
    node(
      "add",
      Array.from({ length: OUTCOMES }, (_, k) => of(k)),
      span,
    );
  const share = (k: number): Expr => node("div", [weight(k), sum(weight)], span);
  return sum((k) => node("mul", [share(k), { ...at(k), data: { ...at(k).data, bracket: "(" } }], span));
}

const positiveWeights = (): Condition[] =>
  Array.from({ length: OUTCOMES }, (_, k) => {
    const relation = node("relation", [weight(k), number(0)], weight(k).span, ">");
    return { kind: "condition", relation, span: relation.span, text: "" };
  });
