/** Names that words keep constant, "ℓ = m r² φ̇ is conserved": a derivative does not take them along, whatever their formula is made of. */
import { type Expr, some } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import type { Plan } from "../plans/plan";

const BEHIND =
  /^(?:[\s$,;.&]|\\[\])])*(?:(?:which|that|it|this)\s+)?(?:is|are|remains?|stays?|must be)\s+(?:(?!not\b)\w+\s+)?(?:conserved|constant|fixed|constants? of|conserved quantity|integral of)\b/i;
const BEFORE = /\b(?:conserved|constants? of (?:the )?motion|conservation of|first integral)\b(?:[^.$\n\\]|\\[([])*[$\s]*$/i;

/** Whether the words at a formula for a name, or behind the name later on, say that it does not change. `text` ends before the step. */
function isKept({ name, span }: Definition, text: string): boolean {
  const later = text.slice(span.to);
  if (BEHIND.test(later) || BEFORE.test(text.slice(Math.max(0, span.from - 120), span.from))) return true;
  for (let at = later.indexOf(name); at >= 0; at = later.indexOf(name, at + 1)) {
    const ends = at + name.length;
    if (!/[A-Za-z\\]$/.test(later.slice(0, at)) && /^\s*(?:\$|\\\))/.test(later.slice(ends)) && BEHIND.test(later.slice(ends))) return true;
  }
  return false;
}

/** What a derivative is of, where that is one name. */
const isOf = (n: Expr, name: string): boolean => n.op === "derivative" && n.args[0].op === "symbol" && n.args[0].name === name;
const differentiates = (n: Expr): boolean => /^(derivative|gradient|hessian)$/.test(n.op) || (n.op === "apply" && n.data?.order !== undefined);

/** The plan without the formulas of names that are kept constant, in a step that differentiates other things. `text` is the document up to the step. */
export function withKept(plan: Plan, sides: readonly Expr[], text: () => string): Plan {
  const plain = [...plan.definitions.values()].filter((d) => d.params.length === 0 && !d.indexed);
  if (plain.length === 0 || !sides.some((e) => some(e, differentiates))) return plan;
  const kept = plain.filter((d) => !sides.some((e) => some(e, (n) => isOf(n, d.name))) && isKept(d, text()));
  if (kept.length === 0) return plan;
  return { ...plan, definitions: new Map([...plan.definitions].filter(([, d]) => !kept.includes(d))) };
}
