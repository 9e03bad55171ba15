/** Sides that may mean something else than the names in them: a formula whose values were put in, a function of fewer arguments, a derivative of what is no formula. */
import { allNames } from "../../derivation/all-names";
import type { Item } from "../../derivation/items";
import { freeSymbols } from "../../derivation/targets";
import { familyNamed } from "../../distributions/index";
import { namesOf } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { withBodies } from "./doubts/reach";

/** Why the names of a step may mean something else; undefined where they do not. */
export function otherMeaning(item: Item, tried: Tried, input: JudgeInput): { readonly code: string; readonly message: string } | undefined {
  const fewer = ofFewerArguments(item.left, tried) ?? ofFewerArguments(item.right, tried);
  if (fewer) return { code: "context/unknown-function", message: `Not checked: what $${fewer}$ of fewer arguments is, is not said.` };
  const made = madeByUnknown(item, tried, input);
  if (made) return { code: "context/unknown-function", message: `Not checked: what $${made}$ is, is not said.` };
  const held = heldConstant(item, tried);
  return held === undefined ? undefined : { code: "context/dependence", message: `Not checked: how $${held}$ depends on other variables is not said.` };
}

/** Whether values stand on the right side in place of names of the left: several of them are defined there, and the right side has none of these. */
export function isPutIn({ left, right }: Item, { plan: { definitions } }: Tried): boolean {
  const there = namesOf(right).symbols;
  const valued = [...namesOf(left).symbols].filter((n) => definitions.get(n)?.params.length === 0 && allNames([definitions.get(n)?.body as Expr]).size === 0);
  return valued.length > 1 && !valued.some((n) => there.has(n));
}

/** V(s), where a formula gives V(s; γ): another function of the same letter. */
function ofFewerArguments(e: Expr, { plan: { definitions } }: Tried): string | undefined {
  let found: string | undefined;
  walk(e, (n) => {
    const d = n.op === "apply" ? definitions.get(n.name ?? "") : undefined;
    if (d && !d.indexed && n.args.length > 0 && n.args.length < d.params.length) found = n.name;
  });
  return found;
}

/** The f of Y = f(X) that nothing defines, where a statistic of Y is taken. */
function madeByUnknown(item: Item, { plan: { definitions } }: Tried, input: JudgeInput): string | undefined {
  const taken = new Set(namesOf(item.left, item.right).statistics.flatMap((s) => [...namesOf(...s.args).symbols]));
  if (taken.size === 0) return undefined;
  const isOpen = (e: Expr): boolean => e.op === "apply" && !definitions.has(e.name ?? "") && !familyNamed(e.name ?? "");
  const made = input.environment
    .facts(item)
    .find(({ fact, relation, left, right }) => fact && relation === "=" && left.op === "symbol" && taken.has(left.name ?? "") && isOpen(right));
  return made?.right.name;
}

/** The name that a derivative is of, d ln T/dτ, where nothing says that it depends on the variable: the document means that it does. */
function heldConstant(item: Item, tried: Tried): string | undefined {
  let found: string | undefined;
  for (const part of withBodies([item.left, item.right], tried))
    walk(part, (n) => {
      if (n.op !== "derivative" || n.data?.partial || n.args[1].op !== "symbol" || some(n.args[0], (x) => x.op === "apply")) return;
      const names = freeSymbols(n.args[0]);
      if (names.size > 0 && !dependsOn(n.args[0], n.args[1].name ?? "", tried)) found ??= [...names][0];
    });
  return found;
}

const dependsOn = (e: Expr, name: string, tried: Tried): boolean =>
  withBodies([e], tried).some((part) => some(part, (n) => n.op === "symbol" && n.name === name));
