/** Doubts about functions: those that nothing defines, those that an equation looks for, and how one name depends on another. */

import { hasOperator, type Item } from "../../../derivation/facts/items";
import { isOtherDensity } from "../../../derivation/laws/density-forms";
import { formulaIn } from "../../../derivation/names/primed-names";
import { familyNamed } from "../../../distributions/index";
import { isMinusOne } from "../../../expression/constants";
import { namesOf } from "../../../expression/names";
import { type Expr, some } from "../../../expression/tree";
import { print } from "../../../notation/print";
import type { JudgeInput, Tried } from "../../trying/trial";
import type { Loose } from "../refutable";
import { first, name, type Reason } from "./reason";

/** f(x), p(x): a function or a distribution that nothing defines. */
export const unknownFunction: Reason = (parts, tried) => {
  const isOther = (e: Expr): boolean => {
    const d = tried.plan.definitions.get(e.name ?? "");
    return d !== undefined && isOtherDensity(d, e);
  };
  const found =
    first(parts, (e) => e.op === "apply" && isOther(e)) ??
    first(parts, (e) => e.op === "apply" && !tried.plan.definitions.has(e.name ?? "") && !familyNamed(e.name ?? ""));
  return found && { code: "context/unknown-function", message: `what ${name(found)} is, is not said` };
};

/** H^{-1} = H of what is applied elsewhere: the inverse of a function, and no power. */
export const inverseOfFunction: Reason = (_parts, _tried, item, input) => {
  const isInverse = (e: Expr): boolean => e.op === "pow" && e.args[0].op === "symbol" && isMinusOne(e.args[1]);
  const found = [item.left, item.right].find(isInverse)?.args[0];
  const isApplied = (e: Expr): boolean => some(e, (n) => n.op === "apply" && n.name === found?.name);
  return found && input.groups.some((g) => g.items.some((i) => isApplied(i.left) || isApplied(i.right)))
    ? { code: "context/unknown-function", message: `what the inverse of ${name(found)} is, is not said` }
    : undefined;
};

/** f(x + f(y)) = …: an equation for all values of a function that is looked for. What follows from it for special values is not tried, and no slip of the pen is told from that. */
export function soughtFunction(item: Item, tried: Tried, input: JudgeInput): Loose | undefined {
  const parts = [item.left, item.right];
  const open = first(parts, (e) => e.op === "apply" && !tried.plan.definitions.has(e.name ?? "") && !familyNamed(e.name ?? ""));
  const isPlain = (e: Expr): boolean => /^(symbol|indexed|number)$/.test(e.op);
  const says = (e: Expr): boolean => some(e, (n) => n.op === "apply" && n.name === open?.name && n.data?.bound !== "|" && !n.args.every(isPlain));
  const found =
    open &&
    input.environment
      .facts(item)
      .some(
        (f) =>
          f.fact?.kind === "equation" && f.order < item.order && f.relation === "=" && [f.left, f.right].some(says) && ![f.left, f.right].some(hasOperator),
      );
  return found ? { code: "context/functional-equation", message: `Not checked: what follows from the equations for ${name(open)} is not known.` } : undefined;
}

/** y' and dy/dx where nothing says how y depends on x; derivatives of symbols. */
export const dependence: Reason = (parts, tried, item, input) => {
  const told = ({ name: n = "" }: Expr): boolean => {
    const of = tried.plan.definitions.get(n.replace(/'+$/, ""));
    return of !== undefined && !of.derived && formulaIn(of)?.by.length === 1;
  };
  const { dependents } = tried.setting?.bench.model.parts ?? {};
  const moving = first(parts, (e) => isOfAFunction(e, tried, item, input));
  if (moving) return { code: "context/dependence", message: `what $${print(moving.args[0])}$ depends on is told by a differential equation` };
  const found = first(parts, (e) => e.op === "symbol" && ((dependents?.has(e.name ?? "") ?? false) || (/'$/.test(e.name ?? "") && !told(e))));
  return found && { code: "context/dependence", message: `how ${name(found)} depends on other variables is not said` };
};

/** (x y)' where dy/dx stands elsewhere in the part, and y is held fixed here. */
function isOfAFunction(e: Expr, tried: Tried, item: Item, input: JudgeInput): boolean {
  if (e.op !== "derivative" || e.data?.partial || e.args[0].op === "symbol" || e.args[1].op !== "symbol") return false;
  const by = e.args[1].name;
  const { dependents } = tried.setting?.bench.model.parts ?? {};
  const fixed = namesOf(e.args[0]).symbols;
  const isMoving = (n: Expr): boolean =>
    n.op === "derivative" &&
    !n.data?.partial &&
    n.args[0].op === "symbol" &&
    n.args[1].name === by &&
    n.args[0].name !== by &&
    fixed.has(n.args[0].name ?? "") &&
    !tried.plan.definitions.has(n.args[0].name ?? "") &&
    !dependents?.has(n.args[0].name ?? "");
  return input.groups.some((g) => g.items.some((i) => i.scope === item.scope && [i.left, i.right].some((side) => some(side, isMoving))));
}
