/** Agreement of derivatives by what nothing in them depends on: 0 = 0 says nothing of what is meant to depend on it. */
import type { Outcome } from "../../checks/outcome";
import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { isNumberName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";

const isName = (n: Expr): boolean => n.op === "symbol" || n.op === "indexed";

const subscriptOf = (name: string): string => name.split("_").slice(1).join("_");

/** The variable of a derivative of names of which none leads to it, by itself or through the definitions of the plan. */
function idleVariable(n: Expr, definitions: ReadonlyMap<string, Definition>): string | undefined {
  const by = /^(derivative|gradient)$/.test(n.op) ? n.args[1] : undefined;
  if (!by || !isName(by)) return undefined;
  const seen = new Set<string>();
  // q_φ(z) depends on its parameter; of Z_θ the subscript is no place where it is put in
  const isReached = (m: Expr): boolean => {
    if (m.name === by.name || (isName(m) && symbolName(m) === symbolName(by)) || subscriptOf(m.name ?? "").includes(by.name ?? "")) return true;
    const name = m.name ?? "";
    const d = seen.has(name) ? undefined : definitions.get(name);
    seen.add(name);
    return d !== undefined && reaches(d.body);
  };
  const reaches = (e: Expr): boolean => isReached(e) || (e.op !== "indexed" && e.args.some(reaches));
  const speaks = some(n.args[0], (m) => m.op === "apply" || (isName(m) && !isNumberName(m.name ?? "")));
  return speaks && !reaches(n.args[0]) ? symbolName(by) : undefined;
}

/** What agrees because both sides vanish, neither written as a number, where such a derivative stands in one of them, is not known to hold. */
export function withoutIdle(outcome: Outcome, { left, right }: Item, { definitions }: Plan): Outcome {
  if (outcome.kind !== "agrees" || outcome.vanishing !== true || [left, right].some((e) => e.op === "number")) return outcome;
  let variable: string | undefined;
  for (const side of [left, right])
    some(side, (n) => {
      variable ??= idleVariable(n, definitions);
      return variable !== undefined;
    });
  if (variable === undefined) return outcome;
  const message = `how what is differentiated depends on $${variable}$ is not said`;
  return { kind: "unknown", code: "derivative/unknown-dependence", message, evidence: outcome.evidence };
}
