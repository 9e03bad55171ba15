/** Angles without a unit that are meant in degrees: sin 30 = 1/2. */

import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite, some } from "../../expression/tree";
import { tryPlan } from "../trying/try-plan";
import type { Excuse } from "./excuse";

const TRIGONOMETRIC = /^(sin|cos|tan|cot|sec|csc)$/;
/** Angles in radians are smaller, or have π in them. */
const LEAST = 5;

export const inDegrees: Excuse = (item, input) => {
  const { left, right, relation } = item;
  if (!/^(=|≈)$/.test(relation) || ![left, right].some((e) => some(e, isOfNumber)) || [left, right].some((e) => some(e, (n) => n.op === "degrees")))
    return undefined;
  const changed = { ...item, left: rewrite(left, inOtherUnit), right: rewrite(right, inOtherUnit) };
  if (namesOf(left, right).symbols.size > 0) return undefined;
  const { outcome } = tryPlan(changed, { definitions: new Map(), conditions: [], unused: [] }, input);
  if (outcome.kind !== "agrees") return undefined;
  return {
    verdict: "holds-if",
    code: "step/holds-if",
    holdsIf: String.raw`\text{angles are in degrees}`,
    message: "Holds if the angles are in degrees; without a unit they are in radians.",
  };
};

const isOfNumber = (n: Expr): boolean => n.op === "call" && TRIGONOMETRIC.test(n.name ?? "") && n.args[0].op === "number" && Number(n.args[0].name) >= LEAST;
const inOtherUnit = (n: Expr): Expr => (isOfNumber(n) ? { ...n, args: [node("degrees", [n.args[0]], n.args[0].span), ...n.args.slice(1)] } : n);
