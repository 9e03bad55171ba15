/** Random rewriting of terms by verified rules. */
import type { Dice } from "./dice";
import { REWRITES, type Rule } from "./rules";
import { sortOf } from "./sorts";
import { BINDERS, num, places, put, replaced, same, some, sym, type Term, term } from "./term";

/** Whether a term is positive whatever its names are, given the names that are. */
export function isPositive(t: Term): boolean {
  const [a, b] = t.args;
  switch (t.op) {
    case "num":
      return Number(t.name) > 0;
    case "sym":
      return /^(positive|natural)$/.test(sortOf(t.name as string, "") ?? "") || t.name === "pi" || t.name === "e";
    case "add":
      return (isPositive(a) && (isPositive(b) || isSquare(b))) || (isSquare(a) && isPositive(b));
    case "mul":
    case "div":
      return isPositive(a) && isPositive(b);
    case "pow":
    case "sqrt":
      return isPositive(a);
    case "exp":
    case "cosh":
      return true;
  }
  return false;
}
const isSquare = (t: Term): boolean => t.op === "pow" && t.args[1].op === "num" && Number(t.args[1].name) % 2 === 0;

function match(pattern: Term, t: Term, found: Map<string, Term>): boolean {
  if (pattern.op === "sym" && /^[abcdpqr]$/.test(pattern.name as string)) {
    const before = found.get(pattern.name as string);
    if (before) return same(before, t);
    if (/^[pqr]$/.test(pattern.name as string) && !isPositive(t)) return false;
    found.set(pattern.name as string, t);
    return true;
  }
  return pattern.op === t.op && pattern.name === t.name && pattern.args.length === t.args.length && pattern.args.every((a, i) => match(a, t.args[i], found));
}

const SCALAR = /^(num|sym|add|sub|mul|div|pow|neg|sqrt|exp|log|sin|cos|tan|sinh|cosh|tanh|cbrt|abs)$/;
const isScalar = (t: Term): boolean =>
  !some(
    t,
    (n) =>
      !SCALAR.test(n.op) ||
      (n.op === "sym" && !/^(real|positive|natural|unit|index)$/.test(sortOf(n.name as string, "") ?? (n.name === "pi" || n.name === "e" ? "real" : ""))),
  );

/** Small steps that are no rules of the table. */
const SMALL: readonly ((t: Term) => Term | undefined)[] = [
  (t) => (t.op === "add" ? term("add", t.args[1], t.args[0]) : undefined),
  (t) => (t.op === "mul" ? term("mul", t.args[1], t.args[0]) : undefined),
  (t) => (t.op === "sub" ? term("add", t.args[0], term("neg", t.args[1])) : undefined),
  (t) => (t.op === "div" && t.args[0].op === "mul" ? term("mul", term("div", t.args[0].args[0], t.args[1]), t.args[0].args[1]) : undefined),
  (t) => (t.op === "pow" && t.args[1].name === "2" ? term("mul", t.args[0], t.args[0]) : undefined),
  (t) =>
    t.op === "mul" && t.args[1].op === "add" ? term("add", term("mul", t.args[0], t.args[1].args[0]), term("mul", t.args[0], t.args[1].args[1])) : undefined,
  (t) => (t.op === "div" ? term("mul", term("div", num(1), t.args[1]), t.args[0]) : undefined),
  (t) => (t.op === "num" && Number(t.name) > 2 ? term("add", num(Number(t.name) - 1), num(1)) : undefined),
];

/** One step of rewriting somewhere in the term; undefined where none of the draws fits. */
export function rewritten(t: Term, d: Dice): Term | undefined {
  const where = d.shuffled([...places(t)].filter(({ at, term: here }) => isScalar(here) && !inHead(t, at)));
  for (const { at, term: here } of where.slice(0, 6)) {
    for (const rule of d.shuffled(REWRITES).slice(0, 60)) {
      const by = applied(rule, here, d.chance(0.3));
      if (by) return replaced(t, at, by);
    }
    const small = d.pick(SMALL)(here);
    if (small) return replaced(t, at, small);
  }
  return undefined;
}

/** Bounds, indices and variables stay as they are. */
function inHead(t: Term, at: readonly number[]): boolean {
  let here = t;
  for (const i of at) {
    if (here.op in BINDERS && i !== BINDERS[here.op][1]) return true;
    if (/^(pr|KL|E|Var|Cov|gauss|binom|fact|root|ap|mat|row|cases)$/.test(here.op)) return true;
    here = here.args[i];
  }
  return false;
}

function applied(rule: Rule, t: Term, backwards: boolean): Term | undefined {
  const [from, to] = backwards ? [rule.right, rule.left] : [rule.left, rule.right];
  if (from.op === "sym" || from.op === "num") return undefined;
  const found = new Map<string, Term>();
  if (!match(from, t, found)) return undefined;
  const missing = [
    ...new Set(
      [...places(to)].flatMap(({ term: x }) => (x.op === "sym" && /^[abcdpqr]$/.test(x.name as string) && !found.has(x.name as string) ? [x.name] : [])),
    ),
  ];
  return missing.length ? undefined : put(to, found);
}

/** A small term for a slot. */
export function filler(positive: boolean, names: readonly string[], d: Dice): Term {
  const x = sym(d.pick(names.filter((n) => !positive || isPositive(sym(n)))) ?? (positive ? "p" : "a"));
  const c = num(d.int(2, 5));
  if (positive) return d.pick([x, x, term("add", x, c), term("mul", c, x), term("add", term("pow", x, num(2)), num(1)), term("exp", x), term("div", x, c), c]);
  return d.pick([
    x,
    x,
    x,
    term("add", x, c),
    term("sub", x, c),
    term("mul", c, x),
    term("neg", x),
    term("pow", x, num(2)),
    term("div", x, c),
    term("sub", num(1), x),
    c,
  ]);
}
