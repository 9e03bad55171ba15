/** Sides that may mean something else than the names in them: a formula whose values were put in, a function of fewer arguments, a derivative of what is no formula. */

import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { freeSymbols } from "../../derivation/reading/targets";
import { enteringRenewed } from "../../derivation/scopes/renewed-names";
import { familyNamed } from "../../distributions/index";
import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, some, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { withBodies } from "./doubts/reach";
import { pieceOf, unreadPiece } from "./pieces-of-functions";
import { isRuleOfSymmetry } from "./states";

/** Why the names of a step may mean something else; undefined where they do not. */
export function otherMeaning(item: Item, tried: Tried, input: JudgeInput): { readonly code: string; readonly message: string } | undefined {
  const piece = pieceOf(item, input);
  if (piece) return unreadPiece(piece);
  const fewer = ofFewerArguments(item.left, tried) ?? ofFewerArguments(item.right, tried);
  if (fewer) return { code: "context/unknown-function", message: `Not checked: what $${fewer}$ of fewer arguments is, is not said.` };
  if (isRuleOfSymmetry(item.left, item.right, tried.plan.definitions))
    return { code: "context/unknown-function", message: `Not checked: what $${item.left.name}$ is, is not said.` };
  if (PRIMES.test(input.text) && withBodies([item.left, item.right], tried).some((e) => some(e, isOverPrimes)))
    return { code: "sum/no-range", message: "Not checked: a sum over primes was read as one over all whole numbers." };
  const measured = byMeasures(item, input);
  if (measured) return { code: "context/unknown-function", message: `Not checked: by what $${measured}$ is integrated is not said.` };
  const ordered = inAnotherOrder(item, tried);
  if (ordered) return { code: "context/sequence", message: `Not checked: what another order of its indices makes of $${ordered}$ is not said.` };
  const starred = besideAdjoint(item, tried);
  if (starred) return { code: "context/dependence", message: `Not checked: whether $${starred}$ is the conjugate of the name without the star is not said.` };
  const flat = betweenBounds(item, tried);
  if (flat) return { code: "context/unknown-function", message: `Not checked: what is taken between bounds of $${flat}$, which does not vary, is not said.` };
  const made = madeByUnknown(item, tried, input);
  if (made) return { code: "context/unknown-function", message: `Not checked: what $${made}$ is, is not said.` };
  const old = enteringRenewed(item, input.groups.find((g) => g.items.some((i) => i.order === item.order))?.items ?? []);
  if (old) return { code: "context/unrelated", message: `Not checked: what $${old}$ was before it was renewed is not said.` };
  const count = uncounted(item, tried);
  if (count) return { code: "sum/no-range", message: `Not checked: over how many values of $${count}$ a sum runs is not said.` };
  const chosen = chosenAmong(item, tried);
  if (chosen) return { code: "context/unrelated", message: `Not checked: which values $${chosen}$ takes is not said.` };
  const held = tried.derived ? undefined : heldConstant(item, tried);
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
    if (d && !d.indexed && n.args.length > 0 && n.args.length < d.params.length && n.args.every(isPlain)) found = n.name;
  });
  return found;
}

/** A name or a number: f(r(t)) of a curve r has as many arguments as the curve has coordinates. */
const isPlain = (e: Expr): boolean => e.op === "number" || e.op === "indexed" || (e.op === "symbol" && !/^\\(vec|mathbf|boldsymbol|bm)\{/.test(e.name ?? ""));

/** "all primes p ≤ x". */
const PRIMES = /\bprimes?(?: numbers?)?\s*(?:\$|\\\()\s*p\b/i;
const isOverPrimes = (n: Expr): boolean => /^(sum|prod)(-|$)/.test(n.op) && n.data?.bound === "p";

/** The f of ∫ f dα + ∫ f dβ, a function that is integrated by several names that it is no function of: Stieltjes integrals. */
function byMeasures({ left, right }: Item, { reading }: JudgeInput): string | undefined {
  const by = new Set<string>();
  let found: string | undefined;
  for (const side of [left, right])
    walk(side, (n) => {
      const name = n.op === "integral" ? [...namesOf(n.args[0]).symbols].find((s) => reading.functions.has(s)) : undefined;
      if (name === undefined || hasSymbol(n.args[0], String(n.data?.bound))) return;
      found ??= name;
      by.add(String(n.data?.bound));
    });
  return by.size > 1 ? found : undefined;
}

/** The e of e_{231} = e_{123}, on either side with three indices or more in another order: it may change its sign with them. */
function inAnotherOrder({ left, right }: Item, { plan: { definitions } }: Tried): string | undefined {
  const [before, after] = [namesOf(left).indexed, namesOf(right).indexed];
  const indices = (n: Expr): string[] => n.args.flatMap((a) => (a.op === "number" ? [...(a.name ?? "")] : [a.name ?? ""]));
  const isMoved = (a: readonly string[], b: readonly string[]): boolean =>
    a.length > 2 && a.join() !== b.join() && [...a].sort().join() === [...b].sort().join();
  for (const [base, nodes] of before)
    if (!definitions.has(base) && nodes.some((n) => (after.get(base) ?? []).some((m) => isMoved(indices(n), indices(m))))) return base;
  return undefined;
}

/** The ψ^* that stands beside ψ and the conjugate of a bracket, (V ψ)^*, where it was read as a name of its own. */
function besideAdjoint({ left, right }: Item, { plan: { definitions } }: Tried): string | undefined {
  const sides = [left, right];
  if (!sides.some((e) => some(e, (n) => n.op === "adjoint"))) return undefined;
  const { symbols } = namesOf(...sides);
  return [...symbols].find((n) => n.endsWith("^{*}") && !definitions.has(n) && symbols.has(n.slice(0, -"^{*}".length)));
}

/** The f of f(x)|_a^b whose formula, ∫_a^b h(x) dx, does not depend on x: the bar is the integral once more, and no difference of two equal values. */
function betweenBounds(item: Item, { plan: { definitions } }: Tried): string | undefined {
  let found: string | undefined;
  const isFlat = (e: Expr): boolean => {
    const d = e.op === "apply" ? definitions.get(e.name ?? "") : undefined;
    return d !== undefined && !d.indexed && d.params.length === 1 && !freeSymbols(d.body).has(d.params[0]);
  };
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op === "evaluated" && n.data?.above && n.data.below && isFlat(n.args[0])) found ??= n.args[0].name;
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
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op !== "derivative" || n.data?.partial || n.args[1].op !== "symbol" || some(n.args[0], (x) => x.op === "apply")) return;
      const names = freeSymbols(n.args[0]);
      // (u v)' = u' v + u v': primes say on what they depend
      const isPrimed = [item.left, item.right].some((e) => some(e, (x) => /'/.test(x.name ?? "")));
      if (names.size > 0 && !isPrimed && !dependsOn(n.args[0], n.args[1].name ?? "", tried)) found ??= [...names][0];
    });
  return found;
}

/** By formulas, and by a derivative by it that stands beside: V = 4/3 π r³ in dV/dt = 4π r² dr/dt. */
function dependsOn(e: Expr, name: string, tried: Tried): boolean {
  const { dependents } = tried.setting?.bench.model.parts ?? {};
  const isMoving = (n: Expr): boolean => n.op === "symbol" && (n.name === name || dependents?.get(n.name ?? "") === name);
  return withBodies([e], tried).some((part) => some(part, isMoving));
}

/** The index of a sum without bounds whose terms are all alike, ∑_i c_i² with c_i = 1/n: its value is how many there are. */
function uncounted(item: Item, tried: Tried): string | undefined {
  let found: string | undefined;
  const { definitions } = tried.plan;
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op !== "sum-over") return;
      const index = String(n.data?.bound);
      const range = tried.setting?.bench.model.range(index, n.args[0]);
      if (range?.kind === "integers" && typeof range.to === "number" && !varies(n.args[0], index, definitions)) found ??= index;
    });
  return found;
}

/** Whether an expression depends on an index, through the formulas of the sequences in it. */
function varies(e: Expr, index: string, definitions: Tried["plan"]["definitions"]): boolean {
  if (e.op === "symbol") return e.name === index;
  const d = e.op === "indexed" ? definitions.get(e.name ?? "") : undefined;
  if (d?.indexed) return d.params.some((p, i) => some(e.args[i] ?? e, (n) => n.name === index) && some(d.body, (n) => n.name === p));
  return e.args.some((a) => varies(a, index, definitions));
}

/** The name A of ∑_{a ∈ S} 1(A = a) of which nothing says that it is in S. */
function chosenAmong(item: Item, { plan: { definitions } }: Tried): string | undefined {
  let found: string | undefined;
  const isOpen = (e: Expr): boolean => /^(symbol|indexed)$/.test(e.op) && !definitions.has(symbolName(e)) && !definitions.has(e.name ?? "");
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (!/^sum-(over|where)$/.test(n.op)) return;
      const isIndex = (e: Expr): boolean => e.op === "symbol" && e.name === n.data?.bound;
      walk(n.args[0], (r) => {
        if (r.op !== "relation" || r.name !== "=" || !r.args.some(isIndex)) return;
        const [other] = r.args.filter((a) => !isIndex(a));
        if (other && isOpen(other)) found ??= symbolName(other);
      });
    });
  return found;
}
