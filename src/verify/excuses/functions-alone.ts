/** A function without its argument before another one, γδ(π): it may be applied to what stands behind it, and no number multiplies it. */
import { literally } from "../../base/literally";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const functionsAlone: Excuse = ({ left, right }, { text }) => {
  const primed = [left, right].every((e) => e.op === "symbol") ? [left, right].find((e) => (e.name ?? "").endsWith("'")) : undefined;
  const base = (primed?.name ?? "").replace(/'+$/, "");
  if (primed && new RegExp(String.raw`(?<![a-zA-Z\\])${literally(base)}\s*(\\left)?\(`).test(text))
    return unjudged("context/function", `Not judged: $${primed.name}$ is a function here, and stands without its argument.`);
  const { applied } = namesOf(left, right);
  const isAlone = (a: Expr, next: Expr | undefined): boolean => a.op === "symbol" && applied.has(a.name ?? "") && next?.op === "apply";
  let found: string | undefined;
  for (const side of [left, right])
    some(side, (n) => {
      if (n.op === "mul") found ??= n.args.find((a, i) => isAlone(a, n.args[i + 1]))?.name;
      return found !== undefined;
    });
  return found === undefined
    ? undefined
    : unjudged("context/function", `Not judged: $${found}$ is a function here, and may be applied to what stands behind it.`);
};
