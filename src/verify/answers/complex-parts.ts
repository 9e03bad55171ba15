/** A formula in z beside x and y, or beside r and θ, of which nothing is said: it holds if z = x + iy, or z = re^{iθ}, as complex numbers are usually written. */
import { type Definition, plainDefinition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { isNumberName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, symbol } from "../../expression/tree";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

interface Form {
  readonly name: string;
  readonly parts: readonly string[];
  readonly body: Expr;
  readonly latex: string;
}

const i = symbol("i");
const cartesian = (name: string, x: string, y: string): Form => ({
  name,
  parts: [x, y],
  body: node("add", [symbol(x), node("mul", [i, symbol(y)], i.span)], i.span),
  latex: `${name} = ${x} + i${y}`,
});
const polar = (name: string, r: string, angle: string): Form => ({
  name,
  parts: [r, angle],
  body: node("mul", [symbol(r), node("pow", [symbol("e"), node("mul", [i, symbol(angle)], i.span)], i.span)], i.span),
  latex: `${name} = ${r} e^{i ${angle}}`,
});

const FORMS: readonly Form[] = [cartesian("z", "x", "y"), cartesian("w", "u", "v"), polar("z", "r", "\\theta"), polar("z", "r", "\\phi")];

/** The verdict of such a step; undefined where that does not make it hold, or where the document speaks of z. */
export function withComplexParts(item: Item, input: JudgeInput): Pick<Step, "verdict" | "code" | "holdsIf" | "message"> | undefined {
  if (!/^(=|<=|>=|<|>)$/.test(item.relation)) return undefined;
  const { symbols } = namesOf(item.left, item.right);
  const form = FORMS.find((f) => symbols.has(f.name) && f.parts.every((part) => symbols.has(part)));
  const others = form && [...symbols].filter((n) => n !== form.name && !form.parts.includes(n) && !isNumberName(n));
  if (!form || (others?.length ?? 0) > 1) return undefined;
  const said = input.environment.facts(item).some((f) => f.order < item.order && namesOf(f.left, f.right).symbols.has(form.name));
  if (said) return undefined;
  const definition: Definition = plainDefinition(form.name, form.body, item.left.span);
  const plan: Plan = { definitions: new Map([[form.name, definition]]), conditions: [], unused: [] };
  if (tryPlan(item, plan, { ...input, hasty: true }).outcome.kind !== "agrees") return undefined;
  return { verdict: "holds-if", code: "step/holds-if", holdsIf: form.latex, message: `Holds if $${form.latex}$, which no formula of the document says.` };
}
