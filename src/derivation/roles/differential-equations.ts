/** Equations in functions that no formula defines: differential equations to be solved. */
import { familyNamed } from "../../distributions/index";
import { mentions } from "../../expression/occurrences";
import { type Expr, some, walk } from "../../expression/tree";
import type { Link } from "../reading/chains";
import type { Role, State } from "./state";

/** dy/dx = x y of a y of which this paragraph has said no formula, or in which one is tried: an equation to be solved. */
export function differentialEquation(left: Expr, right: Expr, { statement }: Link, state: State): Role | undefined {
  const steep = (n: Expr): boolean => n.op === "derivative" && !n.data?.partial && n.args[0].op === "symbol" && n.args[0].name !== n.args[1].name;
  const of = new Set<string>();
  for (const side of [left, right]) walk(side, (n) => void (steep(n) && of.add(n.args[0].name ?? "")));
  const [name] = of;
  if (of.size !== 1 || !isBare([left, right], name, steep)) return undefined;
  const said = state.scopes.get(name);
  if (/\b(in|into)( (the|our|this) (differential )?equation)?:?\s*$/i.test(statement.prose)) return "given";
  return !state.known.has(name) || said?.scope !== state.scope || statement.block.paragraph - said.paragraph > 1 ? "soft" : undefined;
}

/** y' = 2x - 2y, and y' = 2x of which words ask for the solution: no formula that y' has in other parts. */
export function isOfMotion(left: Expr, right: Expr, { statement }: Link, state: State): boolean {
  const [, of] = (left.op === "symbol" && /^(.*[^'])'+$/.exec(left.name ?? "")) || [];
  return of !== undefined && (state.posed === statement.block || mentions(right, of));
}

/** Whether a function stands in an equation beside its derivative. */
function isBare(sides: readonly Expr[], name: string, steep: (n: Expr) => boolean): boolean {
  let bare = false;
  for (const side of sides)
    walk(side, (n) => {
      if (steep(n)) return false;
      if (n.op === "symbol" && n.name === name) bare = true;
    });
  return bare;
}

export const differentiates = (e: Expr, state: State): boolean =>
  some(
    e,
    (n) =>
      (n.op === "apply" && n.data?.order !== undefined && n.data.order !== false && state.known.has(n.name ?? "")) ||
      (n.op === "derivative" && /^(symbol|apply)$/.test(n.args[0].op) && state.known.has(n.args[0].name ?? "")),
  );

export const unknownFunctions = (left: Expr, right: Expr, state: State): boolean =>
  [left, right].some((e) =>
    some(
      e,
      (n) =>
        (n.op === "apply" && !state.known.has(n.name ?? "") && n.data?.bound !== "|" && familyNamed(n.name ?? "")?.parameters.length !== n.args.length) ||
        (n.op === "symbol" && /'$/.test(n.name ?? "")),
    ),
  );
