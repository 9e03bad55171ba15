/** Tries a step under one plan of facts: sides, or their derivatives, compared in the worlds of the plan. */
import { OutOfFuel } from "../base/fuel";
import { derivedSteps, hasIndefinite, upToConstants } from "../checks/antiderivative";
import { checkApproximation, checkProportional, hasDecimals } from "../checks/approximation";
import { checkEquality, type Trial } from "../checks/equality";
import { checkOrder } from "../checks/order";
import type { Outcome } from "../checks/outcome";
import type { Plan } from "../derivation/context";
import type { Item } from "../derivation/items";
import { some } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import { Unsupported } from "../numeric/arithmetic";
import type { ShapeChoice } from "../worlds/shapes";
import { asFields } from "./fields";
import { settingFor } from "./setting";
import type { JudgeInput, Tried } from "./trial";

/** Tries a step under a plan; one with indefinite integrals by its derivatives. */
export function tryPlan(item: Item, plan: Plan, input: JudgeInput): Tried {
  const integral = item.relation === "=" && (hasIndefinite(item.left) || hasIndefinite(item.right));
  const direct = integral ? undefined : trySides(item, plan, input);
  if (direct?.outcome.kind === "unknown" && direct.outcome.code === "derivative/unknown-dependence") return overFields(item, plan, input) ?? direct;
  if (direct && (direct.outcome.kind !== "differs" || item.relation !== "=")) return direct;
  const steps = integral ? derivedSteps(item.left, item.right, plan.definitions) : followsIntegral(item, input) ? upToConstants(item.left, item.right) : [];
  let found: Tried | undefined = direct;
  for (const step of steps) {
    const derived: Item = { ...item, left: step.left, right: step.right };
    const tried: Tried = { ...trySides(derived, plan, input), derived, ...(step.says ? { reading: step.says } : {}) };
    if (tried.outcome.kind === "agrees") return tried;
    if (integral && !step.guessed) found ??= tried;
  }
  return (
    found ?? {
      outcome: { kind: "unknown", code: "integral/indefinite", message: "how the variables of these indefinite integrals depend on each other is not known" },
      plan,
    }
  );
}

/** With the symbols whose partial derivatives are taken as functions; a difference counts only between the same functions. */
function overFields(item: Item, plan: Plan, input: JudgeInput): Tried | undefined {
  const fields = asFields(item.left, item.right, plan);
  if (!fields) return undefined;
  const derived: Item = { ...item, left: fields.left, right: fields.right };
  const tried = trySides(derived, fields.plan, input);
  return tried.outcome.kind === "agrees" || (tried.outcome.kind === "differs" && fields.comparable) ? { ...tried, derived, reading: fields.says } : undefined;
}

/** Whether an indefinite integral stands earlier in the chain: then constants of integration are about. */
const followsIntegral = (item: Item, input: JudgeInput): boolean =>
  item.link.continued &&
  input.groups.some(
    (g) => g.line.block === item.link.statement.block && g.items.some((i) => i.order <= item.order && (hasIndefinite(i.left) || hasIndefinite(i.right))),
  );

function trySides(item: Item, plan: Plan, input: JudgeInput, choice: ShapeChoice = { sizes: 0, rank: 0 }): Tried {
  try {
    const setting = settingFor(item.left, item.right, plan, input.seed, input.shapes.scope(item, plan), choice);
    const trial: Trial = {
      bench: setting.bench,
      left: item.left,
      right: item.right,
      ...(hasQuadrature(item, plan) ? { samples: Math.min(input.samples, 8), costly: true } : { samples: input.samples }),
      closed: setting.closed,
      complex: setting.complex,
    };
    const outcome = run(item, trial);
    // agreement in one choice of dimensions may be an accident of it: tr I = 3
    const again =
      outcome.kind === "agrees" && choice.sizes === 0 && [...setting.shapes.sizes.values()].length > 0
        ? trySides(item, plan, { ...input, samples: Math.min(input.samples, 8) }, { ...choice, sizes: 1 })
        : undefined;
    return again?.outcome.kind === "differs" ? again : { outcome, plan, setting };
  } catch (error) {
    if (error instanceof NotUnderstood) return { outcome: { kind: "unknown", code: error.code, message: error.message }, plan };
    if (error instanceof Unsupported) return { outcome: { kind: "unknown", code: "arithmetic/unsupported", message: error.message }, plan };
    if (error instanceof OutOfFuel) return { outcome: { kind: "unknown", code: "work/too-much", message: error.message }, plan };
    if (error instanceof RangeError) return { outcome: { kind: "unknown", code: "work/too-deep", message: "the expression is nested too deeply" }, plan };
    throw error;
  }
}

/** Integrals cost hundreds of evaluations a world: fewer worlds are asked, still more than enough to agree. */
const hasQuadrature = (item: Item, plan: Plan): boolean =>
  [item.left, item.right, ...[...plan.definitions.values()].map((d) => d.body)].some((e) =>
    some(e, (n) => n.op.startsWith("integral") || (n.op === "sum-over" && (plan.continuous?.has(n.name ?? "") ?? false)) || n.op === "statistic"),
  );

function run(item: Item, trial: Trial): Outcome {
  switch (item.relation) {
    case "=":
      return hasDecimals(trial.left) || hasDecimals(trial.right) ? checkApproximation(trial, "=") : checkEquality(trial);
    case "≈":
      return checkApproximation(trial, "≈");
    case "∝":
      return checkProportional(trial);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return checkOrder(trial, item.relation);
    case "!=": {
      const outcome = checkEquality(trial);
      if (outcome.kind === "differs") return { kind: "agrees", exact: false, evidence: outcome.evidence };
      if (outcome.kind === "agrees")
        return { kind: "differs", witness: { world: 0, left: Number.NaN, right: Number.NaN }, holdsIn: [], failsIn: [], evidence: outcome.evidence };
      return outcome;
    }
  }
  return { kind: "unknown", code: "relation/unknown", message: `the relation "${item.relation}" is not checked yet` };
}
