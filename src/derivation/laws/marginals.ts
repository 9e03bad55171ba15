/** Integrals of distributions that are written without bounds, `\int p(x, z) dz`: they go over all values of the variable. */
import { symbolName } from "../../expression/names";
import type { Reading } from "../../expression/parser";
import { type Expr, node, rewrite, some, symbol, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import { isObjective } from "../names/overloads";
import { parseOperand, type ReadDocument } from "../reading/chains";
import { isNormalDensity } from "./density-forms";

/** Names that formulas give the form of a normal density. */
export function normalDensities(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  for (const line of document.lines)
    for (const link of line.links) {
      if (link.sign.relation !== "=") continue;
      const [left, right] = [link.left, link.right].map((side) => parseOperand(side, reading));
      if (left.op === "apply" && variablesOf(left) && isNormalDensity(right)) found.add(left.name ?? "");
    }
  return found;
}

/** Names that the document uses as distributions: with a bar, or under an expectation, a divergence, an entropy. */
export function distributionNames(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  // p and q are letters of distributions where random names have an entropy or an expectation in square brackets
  if (reading.functions.has("stat:H") || reading.functions.has("stat:E")) found.add("p").add("q");
  for (const line of document.lines)
    for (const link of line.links)
      for (const side of [link.left, link.right])
        walk(parseOperand(side, reading), (n) => {
          if (n.op === "apply" && n.data?.bound === "|" && !isObjective(n)) found.add(n.name ?? "");
          if (n.op === "statistic") for (const name of underneath(n)) found.add(name);
        });
  // q(z) beside p(z | x)
  const pair = ["p", "q"];
  if (pair.some((name) => found.has(name))) for (const name of pair) found.add(name);
  return found;
}

/** The distributions that a statistic names: all arguments of a divergence, what stands under an expectation. */
function underneath(n: Expr): string[] {
  const named = n.name === "divergence" || n.name === "entropy" ? n.args : n.data?.under ? [n.args[n.args.length - 1]] : [];
  return named
    .flatMap((a) => (a.op === "relation" ? [a.args[1]] : [a]))
    .flatMap((a) => (a.op === "apply" ? [a.name ?? ""] : a.op === "symbol" || a.op === "indexed" ? [symbolName(a)] : []));
}

/**
 * An expression in which such integrals are over the whole range of their variable; repeated ones are over one variable after the other. Integrals of normal
 * densities are so where nothing else in them is an unknown function of the variable.
 */
export function overAllValues(e: Expr, distributions: ReadonlySet<string>, normal: ReadonlySet<string> = NONE): Expr {
  if (distributions.size + normal.size === 0 || !some(e, (n) => n.op === "antiderivative" || n.op === "integral-region")) return e;
  return rewrite(e, (n) => {
    const by = n.op === "antiderivative" ? [n.name ?? ""] : n.op === "integral-region" && n.args.length === 1 ? (n.name ?? "").split(" ") : [];
    const isOver = (name: string): boolean =>
      isOfDistribution(n.args[0], name, distributions) || (isOfDistribution(n.args[0], name, normal) && isOfNothingElse(n.args[0], normal));
    if (by.length === 0 || !by.every(isOver)) return n;
    return by.reduce((body, name) => node("integral-over", [body, symbol(name, n.span)], n.span, name, { bound: name }), n.args[0]);
  });
}
const NONE: ReadonlySet<string> = new Set();

/** Whether a name is the variable of a distribution in an expression, before its bar. */
const isOfDistribution = (e: Expr, name: string, distributions: ReadonlySet<string>): boolean =>
  some(e, (a) => a.op === "apply" && distributions.has(a.name ?? "") && (variablesOf(a)?.front.includes(name) ?? false));
const isOfNothingElse = (e: Expr, normal: ReadonlySet<string>): boolean => !some(e, (a) => a.op === "apply" && !normal.has(a.name ?? ""));

/** Distributions that a derivative is taken by somewhere in a document. */
export function variedNames(document: ReadDocument, reading: Reading): Set<string> {
  const found = new Set<string>();
  for (const line of document.lines)
    for (const link of line.links)
      for (const side of [link.left, link.right])
        if (side.tokens.some((t) => t.text === "partial"))
          walk(parseOperand(side, reading), (n) => void (n.op === "derivative" && n.args[1].op === "apply" && found.add(n.args[1].name ?? "")));
  return found;
}
