/** Theorems of the mean: an integral or a difference quotient of f that equals f(ξ), or f'(ξ), of a place that nothing else speaks of. */
import { allNames } from "../../derivation/names/all-names";
import { freeSymbols } from "../../derivation/reading/targets";
import { type Expr, some, walk } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const meanValue: Excuse = (item, input) => {
  const { left, right, relation } = item;
  if (relation !== "=") return undefined;
  const before = allNames([left]);
  const [place, ...others] = [...freeSymbols(right)].filter((n) => !before.has(n));
  if (place === undefined || others.length > 0) return undefined;
  if (input.environment.facts(item).some(({ fact }) => fact?.kind === "definition" && fact.name === place)) return undefined;
  const taken = functionsAt(right, place);
  if (!taken?.some((f) => isAveraged(left, f))) return undefined;
  return unjudged("context/for-some", `Not checked: it is said for some $${place}$ only, and which is not known.`);
};

const plainName = (e: Expr): string => (e.name ?? "").replace(/'+$/, "");

/** The functions that are taken at a place, where it stands nowhere else. */
function functionsAt(e: Expr, place: string): string[] | undefined {
  const found: string[] = [];
  let all = 0;
  walk(e, (n) => {
    if (n.op === "symbol" && n.name === place) all++;
    if (n.op === "apply" && n.args[0]?.op === "symbol" && n.args[0].name === place) found.push(plainName(n));
  });
  return all === found.length ? found : undefined;
}

/** An integral of f, or a quotient of a difference of its values. */
const isAveraged = (e: Expr, f: string): boolean => {
  const isOf = (n: Expr): boolean => n.op === "apply" && plainName(n) === f;
  const isDifference = (n: Expr): boolean => n.op === "add" && n.args.filter((a) => some(a, isOf)).length > 1;
  return some(e, (n) => (n.op.startsWith("integral") && some(n.args[0], isOf)) || (n.op === "div" && some(n.args[0], isDifference)));
};
