/** The words of a verdict: what, why, with numbers a person can check. */

import type { Outcome } from "../checks/outcome";
import type { Item } from "../derivation/items";
import { namesOf, symbolName } from "../expression/names";
import { type Expr, symbol, walk } from "../expression/tree";
import type { Found } from "../fixes/find";
import { withBarVariables } from "../notation/evaluations";
import { double, type Lane } from "../numeric/lanes";
import type { Evidence, Witness } from "./report";
import type { JudgeInput, Tried } from "./trial";

/** A number for a message: four significant digits, integers whole. */
export function figure(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return String(x);
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : "−∞";
  return String(Number(x.toPrecision(4)));
}

export function evidenceOf(outcome: Outcome, seed: number): Evidence {
  const e = outcome.evidence ?? { samples: 0, informative: 0, maxRelativeError: 0, digits: 15 };
  return { samples: e.samples, informative: e.informative, maxRelativeError: Number(e.maxRelativeError.toPrecision(3)), digits: e.digits, seed };
}

/** The values of the free symbols in the witness world. */
export function witnessOf(item: Item, tried: Tried): Witness {
  const outcome = tried.outcome as Extract<Outcome, { kind: "differs" }>;
  const values: Record<string, number | string> = {};
  if (tried.setting) {
    const ev = tried.setting.bench.evaluator<Lane>(double, Int32Array.of(outcome.witness.world));
    const { left, right } = tried.item ?? item;
    const names = namesOf(withBarVariables(left), withBarVariables(right));
    const own = outsideSubscripts([left, right]);
    const nodes = [
      ...[...names.symbols]
        .filter((n) => own.has(n) && !isDistribution(n, tried) && !isRandom(n, tried) && !/^(\\pi|e|i|\\infty)$/.test(n))
        .map((n) => symbol(n)),
      ...[...names.indexed.values()].flat().filter((n) => !n.args.some((a) => names.bound.has(a.name ?? "")) && !isRandom(n.name ?? "", tried)),
    ];
    for (const n of nodes) {
      try {
        const v = ev.evaluate(n);
        if (v.kind === "scalar") values[(n.op === "indexed" ? symbolName(n) : (n.name ?? "")).replace(/_\{(\w)\}/g, "_$1")] = round(v.x.v[0]);
      } catch {
        // a name without a number of its own (a function, a matrix) is left out of the witness
      }
    }
  }
  return { values, left: round(outcome.witness.left), right: round(outcome.witness.right) };
}
/** A random name: it has no single number. */
const isRandom = (name: string, tried: Tried): boolean => tried.setting?.bench.model.parts.random?.names.has(name) === true;

/** A bare name of a distribution, as in a divergence: it has no number. */
const isDistribution = (name: string, tried: Tried): boolean =>
  tried.setting?.bench.model.parts.families.families.has(name) === true || (tried.plan.definitions.get(name)?.params.length ?? 0) > 0;

/** Names that stand for numbers of their own somewhere, not only as labels in subscripts. */
function outsideSubscripts(sides: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const side of sides)
    walk(side, (e) => {
      if (e.op === "symbol") found.add(e.name ?? "");
      return e.op !== "indexed";
    });
  return found;
}

const round = (x: number): number | string => (Number.isFinite(x) ? Number(x.toPrecision(12)) : String(x));

export function messageFor(item: Item, tried: Tried, _input?: JudgeInput): string {
  const { outcome } = tried;
  if (outcome.kind === "agrees")
    return outcome.exact
      ? "Holds: shown by exact arithmetic modulo a 61-bit prime (error probability below 1e-15)."
      : outcome.evidence.samples === 1 && /^[<>]/.test(item.relation)
        ? `Holds, computed to ${outcome.evidence.digits} digits.`
        : outcome.evidence.samples === 1
          ? `Holds: both sides have the same value, to ${outcome.evidence.digits} digits.`
          : `Holds at all ${outcome.evidence.informative} informative random points.`;
  if (outcome.kind === "differs") {
    const witness = witnessOf(item, tried);
    const at = Object.entries(witness.values)
      .slice(0, 6)
      .map(([n, v]) => `${n} = ${typeof v === "number" ? figure(v) : v}`)
      .join(", ");
    if (item.relation === "∝")
      return `Not proportional in any symbol that both sides have: ${at ? `at ${at} ` : ""}the left side is ${show(witness.left)}, the right side ${show(witness.right)}, and the ratio changes with each of them.`;
    return `Does not hold: ${at ? `at ${at} ` : ""}the left side is ${show(witness.left)}, the right side ${show(witness.right)}.`;
  }
  return outcome.message;
}
const show = (x: number | string): string => (typeof x === "number" ? figure(x) : x);

/** What, why, what to do: the witness, where the sides differ, the change after which the step holds. */
export function failureMessage(item: Item, tried: Tried, found: Found): string {
  const [fix] = found.candidates;
  const remedy = fix ? (fix.relation ? ` It holds with $${fix.after}$ in place of $${fix.before}$.` : remedyOf(fix)) : "";
  return `${messageFor(item, tried)}${found.clue ? ` ${clueText(found.clue)}` : ""}${remedy}`;
}

function remedyOf(fix: Found["candidates"][number]): string {
  const [before, after] = [fix.before.trim(), fix.after.trim()];
  if (!before && !after) return ` It holds after this change: ${fix.title}.`;
  return before && after ? ` It holds with $${after}$ in place of $${before}$.` : after ? ` It holds with $${after}$ added.` : ` It holds without $${before}$.`;
}

const clueText = (clue: NonNullable<Found["clue"]>): string =>
  clue.kind === "factor"
    ? `The right side is off by the factor $${clue.latex}$.`
    : clue.kind === "missing"
      ? `The right side is missing the term $+ ${clue.latex}$.`
      : `The right side is too large by $${clue.latex}$.`;

/** A condition that the document does not state, and a point where the step fails without it. */
export function conditionMessage(item: Item, tried: Tried, latex: string): string {
  const failure = messageFor(item, tried).replace(/^Does not hold: /, "");
  return `Holds only for $${latex}$, which the document does not say: ${failure}`;
}

/** A small number as LaTeX: a fraction where it is one. */
export function numberLatex(x: number): string {
  for (let q = 1; q <= 60; q++)
    if (Math.abs(x * q - Math.round(x * q)) < 1e-9) return q === 1 ? String(Math.round(x)) : `${x < 0 ? "-" : ""}\\frac{${Math.abs(Math.round(x * q))}}{${q}}`;
  return String(x);
}
