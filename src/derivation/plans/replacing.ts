/** Uses earlier equations as rules: a term of a step that an equation gives a value, f(0), |a_{n+1}|, p(X = 1), is replaced by that value. */

import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, rewrite, some } from "../../expression/tree";
import type { Equation } from "../facts/facts";
import type { Item } from "../facts/items";
import { keyOf, replaceTerm } from "./terms";

/** A step with terms replaced, and the equations that were used. */
export interface Replaced {
  readonly item: Item;
  readonly used: readonly Item[];
}

interface Rule {
  readonly term: Expr;
  readonly value: Expr;
  /** Letters for which the equation holds whatever they are. */
  readonly letters: ReadonlySet<string>;
  /** Its value has no such term in it: it can be used until nothing changes. */
  readonly again: boolean;
  readonly fact: Item;
}

/** So many equations are looked at, nearest first. */
const MOST = 12;
/** So many times the rules are run through. */
const PASSES = 3;
const LETTER = /^(\\[a-zA-Z]+|[a-zA-Z])$/;
const CONSTANT = /^(\\pi|e|i|d|\\infty)$/;

/** The step with all terms replaced that some rule fits, then with each rule alone. Nothing where no rule fits. `all` are the steps of the document, for the chains that facts begin. */
export function replacedSteps(item: Item, facts: readonly Item[], all: readonly Item[] = facts): Replaced[] {
  const near = facts
    .filter((f) => f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope && f.link.statement !== item.link.statement)
    .sort((a, b) => b.order - a.order)
    .slice(0, MOST);
  const usable = (r: Rule): boolean => !(item.role === "soft" && saysAgain(item, r));
  const rules = near.flatMap((f) => ruleOf(f.fact as Equation, f) ?? []).filter(usable);
  const ends = near.flatMap((f) => throughChain(f, item, all) ?? []).filter(usable);
  const found: Replaced[] = [];
  const together = withRules(item, rules);
  if (together) found.push(together);
  if (together && together.used.length > 1)
    for (const rule of rules.filter((r) => together.used.includes(r.fact)).slice(0, 4)) {
      const alone = withRules(item, [rule]);
      if (alone) found.push(alone);
    }
  const ended = ends.length > 0 ? withRules(item, ends) : undefined;
  if (ended) found.push(ended);
  return found;
}

/** M(t) = … = … = N(t): what the chain that begins with an equation ends with, of the same term. */
function throughChain(first: Item, item: Item, all: readonly Item[]): Rule | undefined {
  if (first.link.continued || first.relation !== "=" || !isTerm(first.left)) return undefined;
  let last = first;
  for (let n = 0; n < LONGEST; n++) {
    const next = all.find((f) => f.order > last.order && f.order < item.order && f.link.continued && f.link.left === last.link.right && f.relation === "=");
    if (!next) break;
    last = next;
  }
  // the chain that the step goes on with is no fact for it
  if (last === first || last.link.statement === item.link.statement || item.link.left === last.link.right) return undefined;
  const fact: Equation = { kind: "equation", left: first.left, right: last.right, span: last.right.span, text: "" };
  return ruleOf(fact, last);
}
/** So many steps of a chain are followed. */
const LONGEST = 20;

/** A given that is stated again is given. */
const saysAgain = (item: Item, { term, value }: Rule): boolean => {
  const sides = [keyOf(item.left), keyOf(item.right)];
  return sides.includes(keyOf(term)) && sides.includes(keyOf(value));
};

function withRules(item: Item, rules: readonly Rule[]): Replaced | undefined {
  let [left, right] = [item.left, item.right];
  const used = new Set<Item>();
  let changed = true;
  for (let pass = 0; pass < PASSES && changed; pass++) {
    changed = false;
    for (const rule of rules) {
      if (used.has(rule.fact) && !rule.again) continue;
      const [l, r] = [apply(left, rule), apply(right, rule)];
      if (!l && !r) continue;
      used.add(rule.fact);
      changed = true;
      [left, right] = [l ?? left, r ?? right];
    }
  }
  if (used.size === 0) return undefined;
  // a claim that is left without names by values of terms that it has on both sides: nothing is shown of it
  const pinned =
    item.role === "claim" &&
    isClosed(left) &&
    isClosed(right) &&
    rules.some((r) => used.has(r.fact) && isClosed(r.value) && apply(item.left, r) && apply(item.right, r));
  return pinned ? undefined : { item: { ...item, left, right }, used: [...used] };
}

const isClosed = (e: Expr): boolean => {
  const { symbols, indexed, applied } = namesOf(e);
  return indexed.size + applied.size === 0 && [...symbols].every((n) => CONSTANT.test(n));
};

/** The side that names something as a whole is the term; of two such sides the left. */
function ruleOf(e: Equation, fact: Item): Rule | undefined {
  const [term, value] = isTerm(e.left) ? [e.left, e.right] : [e.right, e.left];
  if (!isTerm(term) || keyOf(term) === keyOf(value) || isPlain(value)) return undefined;
  const letters = lettersOf(term, value);
  return { term, value, letters, again: !replaceTerm(value, term, letters, () => term), fact };
}

/** Something with a value of its own that is no plain name and no plain number. */
const isTerm = (e: Expr): boolean => !isPlain(e) && namesOf(e).symbols.size + namesOf(e).applied.size + namesOf(e).indexed.size > 0;
const isPlain = (e: Expr): boolean => e.op === "symbol" || e.op === "error" || e.op === "list" || e.op === "tuple";

/** The letters in the arguments of a function or the indices of a sequence; where they are missing on the other side, the equation is about one value. */
function lettersOf(term: Expr, value: Expr): ReadonlySet<string> {
  const head = term.op === "absolute" || (term.op === "derivative" && term.args[0].op === "apply") ? term.args[0] : term;
  if (head.op !== "apply" && head.op !== "indexed") return new Set();
  const letters = [...namesOf(...head.args).symbols].filter((n) => LETTER.test(n) && !CONSTANT.test(n));
  return letters.every((n) => hasSymbol(value, n)) ? new Set(letters) : new Set();
}

function apply(e: Expr, rule: Rule): Expr | undefined {
  const { bound } = namesOf(rule.value);
  return replaceTerm(e, rule.term, rule.letters, (bindings) => {
    if (bindings.size === 0) return rule.value;
    if ([...bindings.keys()].some((n) => bound.has(n))) return undefined;
    for (const b of bindings.values()) if (some(b, (n) => (n.op === "symbol" || n.op === "indexed") && bound.has(symbolName(n)))) return undefined;
    return rewrite(rule.value, (n) => (n.op === "symbol" && bindings.get(n.name ?? "")) || n);
  });
}
