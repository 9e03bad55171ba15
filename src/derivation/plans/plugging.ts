/** Finds what a step has put in place of names: s_A = 14 where √(s_A²/n) becomes √(14²/n), f(x) = √x where f(1 + h) becomes √(1 + h). */
import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, rewrite, same, some, symbol } from "../../expression/tree";
import { print } from "../../notation/print";

/** A term and what stands in its place on the other side. */
export interface Plugged {
  readonly term: Expr;
  readonly value: Expr;
}

/** The sides with every such term replaced by its value. */
export interface PluggedStep {
  readonly left: Expr;
  readonly right: Expr;
  readonly plugged: readonly Plugged[];
}

/** A call of an unknown function and its value on the other side. */
interface Call {
  readonly term: Expr;
  readonly value: Expr;
  readonly bound: ReadonlySet<string>;
}

/** What one side leaves open: by its printed form, and calls by the function's name. */
class Side {
  readonly terms = new Map<string, Plugged>();
  readonly calls = new Map<string, Call[]>();
  constructor(readonly isOpen: (term: Expr) => boolean) {}

  /** Takes `value` for `term`, if nothing else was taken for it before. */
  take(term: Expr, value: Expr, bound: ReadonlySet<string>): boolean {
    if (term.op === "apply" || (term.op === "indexed" && mentionsAny(term, bound))) {
      const name = term.name ?? "";
      this.calls.set(name, [...(this.calls.get(name) ?? []), { term, value, bound }]);
      return true;
    }
    if (mentionsAny(value, bound) || mentionsAny(term, bound)) return false;
    const key = print(term);
    if (!this.terms.has(key)) this.terms.set(key, { term, value });
    return true;
  }

  plugged(): Plugged[] {
    return [...this.terms.values(), ...[...this.calls.values()].flatMap((calls) => formula(calls) ?? single(calls))];
  }
}

const mentionsAny = (e: Expr, names: ReadonlySet<string>): boolean =>
  names.size > 0 && some(e, (n) => (n.op === "symbol" || n.op === "apply") && names.has(n.name ?? ""));

/** Calls whose values speak of no bound variable, each for itself. */
const single = (calls: readonly Call[]): Plugged[] =>
  calls.filter((c) => !mentionsAny(c.value, c.bound) && !mentionsAny(c.term, c.bound)).map(({ term, value }) => ({ term, value }));

/** One formula from which all calls could come: the value of a call with its arguments made to parameters. */
function formula(calls: readonly Call[]): Plugged[] | undefined {
  for (const { term, value, bound } of calls) {
    const used = namesOf(value).symbols;
    const fresh = ["x", "t", "u", "y", "z", "v", "w"].filter((n) => !used.has(n));
    const params = term.args.map((a) => (a.op === "symbol" ? a : symbol(fresh.shift() ?? "x")));
    if (term.args.some((a) => namesOf(a).symbols.size === 0) || new Set(params.map((p) => p.name)).size < params.length) continue;
    const body = rewrite(value, (n) => params[term.args.findIndex((a) => same(a, n))] ?? n);
    const own = new Set([...namesOf(...term.args).symbols].filter((n) => !params.some((p) => p.name === n)));
    const letters = new Set([...bound].filter((n) => !params.some((p) => p.name === n)));
    if (mentionsAny(body, own) || mentionsAny(body, letters) || !params.some((p) => hasSymbol(body, p.name))) continue;
    // the index of a sequence keeps its letter
    const shown = term.op === "indexed" ? params.map((p, i) => symbol([...namesOf(term.args[i]).symbols][0] ?? p.name ?? "")) : params;
    const named = rewrite(body, (n) => (n.op === "symbol" ? (shown[params.findIndex((p) => p.name === n.name)] ?? n) : n));
    return [{ term: { ...term, args: shown }, value: named }];
  }
  return undefined;
}

/** What has been put in place of open terms between two sides of the same build; undefined where nothing was, or where terms of both sides would have to be. */
export function pluggedIn(left: Expr, right: Expr, isOpenLeft: (term: Expr) => boolean, isOpenRight: (term: Expr) => boolean): PluggedStep | undefined {
  const [from, into] = [new Side(isOpenLeft), new Side(isOpenRight)];
  pair(left, right, new Set(), from, into, true);
  const [there, back] = [from.plugged(), into.plugged()];
  if ((there.length === 0) === (back.length === 0)) return undefined;
  return { left: replaced(left, there), right: replaced(right, back), plugged: [...there, ...back] };
}

/** Walks both sides together as far as they are built alike. */
function pair(a: Expr, b: Expr, bound: ReadonlySet<string>, from: Side, into: Side, whole: boolean): void {
  if (same(a, b)) return;
  const alike = a.op === "pow" && b.op === "pow" && same(a.args[1], b.args[1]);
  if (!whole && !alike && isTerm(a) && from.isOpen(a) && from.take(a, b, bound)) return;
  if (!whole && !alike && isTerm(b) && into.isOpen(b) && into.take(b, a, bound)) return;
  if (!whole && isSpeltName(a) && b.op !== "add" && isNumber(b) && from.isOpen(a) && from.take(a, b, bound)) return;
  if (a.op === "neg" && b.op === "neg") return pair(a.args[0], b.args[0], bound, from, into, whole);
  if (a.op !== b.op || (a.op === "call" && a.name !== b.name)) return;
  if (a.op === "add" || a.op === "mul") return parts(a, b, bound, from, into);
  if (a.args.length !== b.args.length) return;
  const [own, other] = [a.data?.bound, b.data?.bound];
  const inner = typeof own === "string" && own !== "" ? new Set([...bound, own]) : bound;
  a.args.forEach((x, i) => {
    const y = i === 0 && typeof own === "string" && typeof other === "string" && own !== other ? renamed(b.args[0], other, own) : b.args[i];
    pair(x, y, i === 0 ? inner : bound, from, into, false);
  });
}

/** Sums and products: what stands on both sides is set aside; one open term may stand for all the rest of the other side. */
function parts(a: Expr, b: Expr, bound: ReadonlySet<string>, from: Side, into: Side): void {
  const right = [...b.args];
  const left = a.args.filter((x) => {
    const at = right.findIndex((y) => same(x, y));
    if (at >= 0) right.splice(at, 1);
    return at < 0;
  });
  const whole = (args: readonly Expr[], e: Expr): Expr => (args.length === 1 ? args[0] : { ...e, args });
  if (left.length === right.length) for (const [i, x] of left.entries()) pair(x, right[i], bound, from, into, false);
  else if (left.length === 1 && right.length > 1) pair(left[0], whole(right, b), bound, from, into, false);
  else if (right.length === 1 && left.length > 1) pair(whole(left, a), right[0], bound, from, into, false);
}

const renamed = (e: Expr, was: string, is: string): Expr => rewrite(e, (n) => (n.op === "symbol" && n.name === was ? { ...n, name: is } : n));

/** What may stand for a value: names, values of functions, entries, derivatives and probabilities of names, powers of a name. */
const isTerm = (e: Expr): boolean =>
  /^(symbol|indexed|apply|entry|statistic)$/.test(e.op) ||
  (e.op === "derivative" && /^(symbol|indexed|apply)$/.test(e.args[0].op)) ||
  (e.op === "pow" && /^(symbol|indexed)$/.test(e.args[0].op) && e.args[1].op === "number");

/** A name of several capitals, or a word behind its letter, that was read as a product: SE, ATC, P(even). */
const isSpeltName = (e: Expr): boolean =>
  e.op === "mul" && e.args.length > 1 && e.args.every((a) => a.op === "symbol" && (/^[A-Z]$/.test(a.name ?? "") || isWord(a))) && !isWord(e.args[0]);
const isNumber = (e: Expr): boolean => !some(e, (n) => /^(symbol|indexed|apply)$/.test(n.op));
const isWord = (e: Expr): boolean => /^\\text\{/.test(e.name ?? "");

/** With every term replaced by its value. */
export function replaced(e: Expr, plugged: readonly Plugged[]): Expr {
  if (plugged.length === 0) return e;
  const go = (n: Expr): Expr => {
    const own = plugged.find(({ term }) => same(n, term));
    if (own) return own.value;
    for (const { term, value } of plugged) {
      if (
        (n.op === "apply" || n.op === "indexed") &&
        term.op === n.op &&
        term.args.length > 0 &&
        n.name === term.name &&
        n.args.length === term.args.length &&
        term.args.every((a) => a.op === "symbol")
      ) {
        const at = new Map(term.args.map((p, i) => [symbolName(p), go(n.args[i])]));
        return rewrite(value, (x) => (x.op === "symbol" ? (at.get(x.name ?? "") ?? x) : x));
      }
    }
    return n.args.length === 0 ? n : { ...n, args: n.args.map(go) };
  };
  return go(e);
}
