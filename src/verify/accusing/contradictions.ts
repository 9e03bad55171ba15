/** Conditions of which no number meets both: x > 2 and x < 1. */
import type { Condition } from "../../derivation/facts/facts";
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import { printed } from "../guarded";

/** A bound on a plain name. */
interface Bound {
  readonly name: string;
  readonly value: number;
  readonly side: "above" | "below";
  readonly strict: boolean;
  readonly relation: Expr;
}

/** What two of the conditions say that contradict each other, for a message; undefined where no two do by their numbers alone. */
export function contradiction(conditions: readonly Condition[]): string | undefined {
  const bounds = conditions.flatMap((c) => boundOf(c.relation) ?? []);
  for (const low of bounds)
    for (const high of bounds)
      if (low.side === "above" && high.side === "below" && low.name === high.name && leavesNothing(low, high))
        return `no number meets both $${shown(low.relation)}$ and $${shown(high.relation)}$`;
  return undefined;
}

const leavesNothing = (low: Bound, high: Bound): boolean => low.value > high.value || (low.value === high.value && (low.strict || high.strict));

const shown = ({ args: [left, right], name = "" }: Expr): string => `${printed(left)} ${SIGNS[name] ?? name} ${printed(right)}`;
const SIGNS: Readonly<Record<string, string>> = { "<=": "\\le", ">=": "\\ge" };

function boundOf(relation: Expr): Bound | undefined {
  const sign = /^([<>])(=?)$/.exec(relation.name ?? "");
  if (relation.op !== "relation" || !sign) return undefined;
  const [left, right] = relation.args;
  const [a, b] = [numberOf(left), numberOf(right)];
  const lone = a === undefined ? left : right;
  const value = a ?? b;
  if (value === undefined || (a !== undefined && b !== undefined) || (lone.op !== "symbol" && lone.op !== "indexed")) return undefined;
  const side = (sign[1] === ">") === (lone === left) ? "above" : "below";
  return { name: symbolName(lone), value, side, strict: sign[2] === "", relation };
}

function numberOf(e: Expr): number | undefined {
  if (e.op === "number") return Number(e.name);
  const inner = e.op === "neg" ? numberOf(e.args[0]) : undefined;
  return inner === undefined ? undefined : -inner;
}
