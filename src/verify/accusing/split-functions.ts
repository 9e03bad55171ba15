/** Functions that are taken apart as if they were linear, log(a + b) = log a + log b, det(A + B) = det A + det B: no one solves such an equation for its names. */
import { hasError, type Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { namesOf } from "../../expression/names";
import { type Expr, same } from "../../expression/tree";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { failing } from "./failing";
import { isPlainlyStated } from "./plainly-stated";
import { unrefutable } from "./refutable";

/** The judgement of an equation that is taken as given, where it takes a function apart; undefined where it does not. */
export function takenApart(item: Item, finals: readonly Tried[], input: JudgeInput): Judgement | undefined {
  const { link } = item;
  if (item.relation !== "=" || item.premise || link.statement.links.length > 1 || hasError(item.left) || hasError(item.right)) return undefined;
  const parts = partsOf(item.left);
  if (!parts || !isMadeOf(item.right, parts)) return undefined;
  if (!isPlainlyStated(item, input.text) || isSpokenOf(item, input)) return undefined;
  const differs =
    finals.length > 0 &&
    finals.every((t) => t.outcome.kind === "differs" && t.outcome.holdsIn.length === 0 && t.plan.definitions.size === 0 && !unrefutable(item, t, input));
  if (!differs) return undefined;
  const found = failing(item, finals, input, (changed) => finals.every((t) => agreesUnder(changed, t, input)), undefined, undefined, true);
  return found.verdict === "fails" ? { ...found, message: `${found.message} ${found.fixes ? "" : SAYS}`.trim() } : undefined;
}

const SAYS = "A function of this kind cannot be taken apart so.";

/** What a function is applied to, as two different names with a plus, a minus or a product between them. */
interface Parts {
  readonly names: readonly [Expr, Expr];
  /** The function with another argument. */
  readonly applied: (to: Expr) => Expr;
}

const FUNCTIONS = /^(log|ln|lg|exp|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arctan|arcsin|arccos|sqrt|det|tr|trace|rank|conj|erf|gamma)$/;
/** Operations with one argument, or with one and a number behind it. */
const APPLIES = /^(call|pow|root|sqrt|det|trace|conj)$/;

function partsOf(e: Expr): Parts | undefined {
  // e^{x + y}
  const power = e.op === "pow" && namesOf(e.args[0]).symbols.size === 0 ? e.args[1] : undefined;
  if (power) return split(power, (to) => ({ ...e, args: [e.args[0], to] }));
  const isFunction = APPLIES.test(e.op) && (e.op !== "call" || FUNCTIONS.test(e.name ?? "")) && e.args.slice(1).every((a) => a.op === "number");
  const [inside] = e.args;
  return isFunction && inside ? split(inside, (to) => ({ ...e, args: [to, ...e.args.slice(1)] })) : undefined;
}

function split(inside: Expr, applied: Parts["applied"]): Parts | undefined {
  if (!/^(add|mul)$/.test(inside.op) || inside.args.length !== 2) return undefined;
  const [a, b] = inside.args.map(nameIn);
  return a && b && !same(a, b) ? { names: [a, b], applied } : undefined;
}

/** The name of a, -a, a². */
const nameIn = (e: Expr): Expr | undefined =>
  e.op === "symbol" ? e : e.op === "neg" || (e.op === "pow" && e.args[1].op === "number") ? nameIn(e.args[0]) : undefined;

/** A sum or a product of two, each the function of one of the names, or the name itself. */
function isMadeOf(e: Expr, { names, applied }: Parts): boolean {
  if (!/^(add|mul|div)$/.test(e.op) || e.args.length !== 2) return false;
  const isOf = (term: Expr, n: Expr): boolean =>
    same(term, n) ||
    same(term, applied(n)) ||
    (/^(pow|call)$/.test(term.op) && term.name === applied(n).name && term.args.some((a) => nameIn(a) && same(nameIn(a) ?? a, n)));
  const partOf = (term: Expr): Expr | undefined => names.find((n) => isOf(term.op === "neg" ? term.args[0] : term, n));
  const [a, b] = e.args.map(partOf);
  return a !== undefined && b !== undefined && a !== b;
}

/** Another equation is about one of the names. */
function isSpokenOf(item: Item, { groups }: JudgeInput): boolean {
  const own = allNames([item.left, item.right]);
  return groups.some(({ items }) =>
    items.some(
      (i) =>
        i.link !== item.link && i.relation === "=" && i.scope === item.scope && i.role !== "claim" && [...allNames([i.left, i.right])].some((n) => own.has(n)),
    ),
  );
}
