/** What goes without saying where random names are about: sequences of a few terms, parameters within their domains. */
import type { Condition } from "../../derivation/facts/facts";
import type { Law, RandomSetting } from "../../derivation/random/random";
import { gaussian } from "../../distributions/index";
import { type Expr, NOWHERE, node, number, some, symbol, walk } from "../../expression/tree";
import { isIdentityName } from "../shapes/shape-names";
import { eventConditions } from "./event-conditions";
import { lawNamed } from "./law-divergences";
import type { RandomParts } from "./random-parts";

const condition = (left: Expr, sign: string, right: Expr): Condition => ({
  kind: "condition",
  relation: node("relation", [left, right], NOWHERE, sign),
  span: NOWHERE,
  text: "",
});

/** Domains of the parameters of the laws that formulas name, as in a divergence between two of them. */
function namedConditions(expressions: readonly Expr[]): Condition[] {
  const found: Condition[] = [];
  for (const root of expressions)
    walk(root, (n) => {
      if (n.op !== "statistic" || !/^(divergence|entropy)$/.test(n.name ?? "")) return;
      for (const a of n.args) found.push(...lawConditions(lawNamed(a), undefined));
    });
  return found;
}

/** Conditions on the lengths of sequences and on the parameters of laws. */
export function randomConditions(random: RandomParts | undefined, setting: RandomSetting, expressions: readonly Expr[]): Condition[] {
  return [...namedConditions(expressions), ...conditionsOf(random, setting), ...(random ? eventConditions(expressions, random) : [])];
}

function conditionsOf(random: RandomParts | undefined, setting: RandomSetting): Condition[] {
  // a parameter keeps to its domain where no random name is in sight, too
  if (!random) return [...setting.variables.values()].flatMap((v) => lawConditions(v.law, undefined));
  const lengths = [...(random.space?.counts ?? [])].flatMap(([name, most]) => [
    condition(symbol(name), ">", number(random.space?.exhaustive ? most - 1 : 1)),
    condition(symbol(name), "<", number(most + 1)),
  ]);
  return [
    ...lengths,
    ...[...random.names.values()].flatMap((v) => [
      ...lawConditions(v.law, random),
      ...(v.covariance?.op === "symbol" && !isIdentityName(v.covariance.name ?? "") ? [condition(v.covariance, ">", number(0))] : []),
    ]),
  ];
}

function lawConditions(law: Law | undefined, random: RandomParts | undefined): Condition[] {
  if (!law) return [];
  const found: Condition[] = [];
  law.family.parameters.forEach((p, i) => {
    const domain = law.family.domains?.[p];
    const arg = law.args[i];
    if (some(arg, (n) => n.op === "symbol" && random?.names.has(n.name ?? "") === true) || arg.op === "number" || arg.op === "matrix") return;
    // the I of N(0, I) is no number
    if (arg.op === "symbol" && isIdentityName(arg.name ?? "")) return;
    if (domain) found.push(condition(arg, ">", number(0)));
    if (domain === "unit") found.push(condition(arg, "<", number(1)));
    if (domain === "count" && arg.op === "symbol") found.push(condition(arg, "∈", symbol("\\mathbb{Z}")));
  });
  for (const p of law.family.probabilities ?? []) found.push(condition(p, ">", number(0)), condition(p, "<=", number(1)));
  const [a, b] = law.args;
  // σ of N(μ, σ²) is a deviation
  const deviation = law.family === gaussian && b?.op === "pow" && b.args[1].name === "2" ? b.args[0] : undefined;
  if (deviation && (deviation.op === "symbol" || deviation.op === "indexed")) found.push(condition(deviation, ">", number(0)));
  if (law.family.support === "interval" && !law.family.ends && b && [a, b].some((e) => e.op !== "number")) found.push(condition(a, "<", b));
  return found;
}
