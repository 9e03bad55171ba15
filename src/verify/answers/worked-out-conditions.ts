/** Arrows from ∂Q/∂μ = g = 0 to the value of μ: how the derivative is worked out is a step of its own, so it is enough that g = 0, undone for μ, gives the value. */
import type { Followed } from "../../checks/implication";
import { plainDefinition } from "../../derivation/facts/facts";
import { conditionsFor, definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { isolate, linear } from "../../derivation/plans/solve";
import { type Assertion, expressionsIn, type Relation } from "../../expression/assertion";
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** The direction that holds so, whatever the sequences in g are made of; undefined where it does not. `said` is what stands before the arrow. */
export function workedOut(
  premise: Assertion,
  conclusion: Assertion,
  said: Assertion,
  own: readonly Item[],
  facts: readonly Item[],
  input: JudgeInput,
): Followed | undefined {
  const [from, to] = [premise, conclusion].map(condition);
  // what is said of a derivative behind the arrow is concluded, too
  if (!from || !to || (from === premise && to === conclusion) || (to !== conclusion && conclusion !== said)) return undefined;
  const item = own[own.length - 1];
  const others = facts.filter((f) => !own.includes(f));
  const sides = [...expressionsIn(from), ...expressionsIn(to)];
  const functions = [...definitionsFor(item, allNames(sides), others)].filter(([, d]) => d.params.length > 0 && !d.indexed);
  const conditions = conditionsFor(item, allNames(sides), others);
  for (const name of [to.left, from.left].filter((e) => e.op === "symbol" || e.op === "indexed").map(symbolName)) {
    const body = isolate(from.left, from.right, name) ?? linear(from.left, from.right, name);
    if (!body) continue;
    const solved = plainDefinition(name, body, item.link.left);
    const plan: Plan = { definitions: new Map([...functions, [name, solved]]), conditions, unused: [], sums: input.environment.sums(item) };
    const { outcome, assumes } = tryPlan({ ...item, left: to.left, right: to.right, relation: "=" }, plan, { ...input, hasty: true });
    if (outcome.kind === "agrees" && assumes === undefined) return { kind: "follows", points: outcome.evidence.informative, pinned: false, values: [] };
  }
  return undefined;
}

/** The one equation of a statement beside those of a derivative. */
function condition(a: Assertion): Relation | undefined {
  const parts = a.kind === "all" ? a.parts.filter((p) => !expressionsIn(p).some((e) => some(e, isDerivative))) : [a];
  const [only] = parts;
  return parts.length === 1 && only.kind === "relation" && only.relation === "=" ? only : undefined;
}

const isDerivative = (n: Expr): boolean => n.op === "derivative" || n.op === "gradient";
