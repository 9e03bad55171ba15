/** Laws that are stated at a value of another random name, "X | N = n ∼ Bin(n, p)", "given N = n, let X ∼ Bin(n, p)": laws in that name. */

import type { Reading } from "../../expression/parser";
import { type Expr, node, rewrite, same } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { type Link, parseOperand, type ReadDocument } from "../reading/chains";
import { isLone } from "../reading/targets";
import { randomNames } from "./random";

/** What stands behind the bar: names that have a value there, N = n. */
export type Values = readonly (readonly [name: Expr, value: Expr])[];

/** Where the bar of "X | N = n" stands; -1 where there is none, or where it belongs to a bracket or an absolute value. */
function barOf(tokens: readonly Token[]): number {
  const isBar = (t: Token): boolean => (t.kind === "command" && /^(mid|vert)$/.test(t.text)) || (t.kind === "symbol" && t.text === "|");
  const at = tokens.findIndex(isBar);
  const open = tokens.slice(0, Math.max(at, 0)).some((t) => t.text === "(" || t.text === "[");
  return at > 0 && !open && !tokens.slice(at + 1).some(isBar) ? at : -1;
}

/** The values that a condition gives: N = n, or several in a list. */
export const valuesIn = (condition: Expr): Values =>
  condition.op === "list" || condition.op === "tuple"
    ? condition.args.flatMap(valuesIn)
    : condition.op === "relation" && condition.name === "=" && isLone(condition.args[0])
      ? [[condition.args[0], condition.args[1]]]
      : [];

/**
 * A law stated where other random names have values. Where each value is a letter, the letter stands for the name: Bin(n, p) at N = n is Bin(N, p).
 * At a number it is the law for that case only, and of the name itself nothing is said: a tuple of one.
 */
export function inNames(law: Expr, values: Values): Expr {
  if (values.some(([, value]) => !isLone(value))) return node("tuple", [law], law.span);
  return rewrite(law, (n) => (isLone(n) ? (values.find(([, value]) => same(value, n))?.[0] ?? n) : n));
}

/** The values of "Given N = n, let X ∼ …", of the formula before. */
export function givenBefore(before: Before, line: Before, reading: Reading): Values {
  const [link] = before?.links ?? [];
  if (!before || !line || !link || before.links.length > 1 || link.sign.relation !== "=" || before.block.paragraph !== line.block.paragraph) return [];
  const opens = /\b(given( that)?|(conditional(ly)?|conditioned|conditioning) (up)?on|conditional to)\s*$/i.test(before.prose);
  const goesOn = /^[\s,:]*(then|let|we have|suppose( that)?|assume( that)?|the (variable|number|count))?[\s,:]*$/i.test(line.prose);
  if (!opens || !goesOn || (line.links[0]?.sign.relation !== "∼" && !line.alone)) return [];
  return valuesIn(node("relation", [parseOperand(link.left, reading), parseOperand(link.right, reading)], link.left, "="));
}

type Before = ReadDocument["lines"][number] | undefined;

/** "θ | k ∼ …": the variable that is distributed so, and the values that the names behind the bar have. */
export function atBar(link: Link, reading: Reading): { front: Link["left"]; behind: readonly Expr[]; values: Values } {
  const { tokens } = link.left;
  const at = link.sign.relation === "∼" ? barOf(tokens) : -1;
  if (at < 0) return { front: link.left, behind: [], values: [] };
  const condition = parseOperand({ ...link.left, tokens: tokens.slice(at + 1) }, reading);
  return { front: { ...link.left, tokens: tokens.slice(0, at) }, behind: randomNames(condition), values: valuesIn(condition) };
}
