/** A joint distribution as the product of those of its members, p(y | θ) = ∏ p(y_i | θ), or its logarithm as their sum: that says that they are independent. */

import type { Item } from "../../derivation/facts/items";
import { hasSymbol } from "../../expression/occurrences";
import type { Expr } from "../../expression/tree";
import { print } from "../../notation/print";
import type { Step } from "../report";

/** The letter of a name without its marks: y of \mathbf{Y}, \mathcal{D} as it is. */
const letterOf = (e: Expr): string => {
  const name = /^\\(?:mathbf|boldsymbol|bm|pmb|vec|underline)\{\\?(\w+)\}$/.exec(e.name ?? "")?.[1] ?? e.name ?? "";
  return name.replace(/^\\/, "").toLowerCase();
};

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

/** Whether `member` is a term of the collection `whole`, by the index: y_i of y. */
const isMember = (member: Expr, whole: Expr, index: string): boolean =>
  member.op === "indexed" && whole.op === "symbol" && letterOf(member) === letterOf(whole) && member.args.some((a) => hasSymbol(a, index));

/** p(…) and what stands on either side of its bar. */
function distribution(e: Expr): { name: string; front: readonly Expr[]; back: readonly Expr[] } | undefined {
  const split = Number(e.data?.split ?? e.args.length);
  if (e.op !== "apply" || !/^([pPfqL]|\\mathrm\{p\})(_|$)/.test(e.name ?? "") || !e.args.every(isName)) return undefined;
  return { name: e.name ?? "", front: e.args.slice(0, split), back: e.args.slice(split) };
}

/** The verdict of such a step; undefined where it is another one. */
export function independence(item: Item): Pick<Step, "verdict" | "code" | "holdsIf" | "message"> | undefined {
  if (item.relation !== "=") return undefined;
  const logarithm = (e: Expr): Expr | undefined => (e.op === "call" && e.name === "log" ? e.args[0] : undefined);
  const [left, right] = [item.left, item.right];
  const joint = logarithm(left) ?? left;
  const op = joint === left ? "prod" : "sum";
  if (right.op !== op && right.op !== `${op}-over`) return undefined;
  const index = String(right.data?.bound);
  const term = op === "prod" ? right.args[0] : logarithm(right.args[0]);
  const [whole, member] = [distribution(joint), term && distribution(term)];
  if (!whole || !member || whole.name !== member.name || whole.front.length !== member.front.length || whole.back.length !== member.back.length)
    return undefined;
  if (!member.front.every((m, i) => isMember(m, whole.front[i], index))) return undefined;
  // what stands behind the bar is the same, or a member of the same
  if (!member.back.every((m, i) => print(m) === print(whole.back[i]) || isMember(m, whole.back[i], index))) return undefined;
  const members = member.front.map((m) => print(m)).join(", ");
  const given = whole.back.length > 0 ? ` \\text{ given } ${whole.back.map((b) => print(b)).join(", ")}` : "";
  const holdsIf = `${members} \\text{ independent for different } ${index}${given}`;
  const words = `$${members}$ for different $${index}$ are independent${whole.back.length > 0 ? ` given $${whole.back.map((b) => print(b)).join(", ")}$` : ""}`;
  return { verdict: "holds-if", code: "step/holds-if", holdsIf, message: `Holds if ${words}; it says no more than that.` };
}
