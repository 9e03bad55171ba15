/** Writes down what a formula has said: of which names, with which formulas; and what is over. */
import { namesOf, symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import type { Fact } from "../facts/facts";
import { isAboutAnother, sequenceFormula } from "../facts/sequence-formulas";
import { formulaIn } from "../names/primed-names";
import type { Link } from "../reading/chains";
import type { State } from "./state";

/** What was said of a name is over. */
export function forget(name: string, state: State): void {
  for (const said of [state.known, state.functions, state.formulas, state.sequences, state.scopes, state.averaged]) said.delete(name);
}

/** What is said anew of a name takes the place of what was said before. */
export function rememberFormula(state: State, link: Link, facts: readonly (Fact | undefined)[]): void {
  for (const fact of facts) {
    if (fact?.kind === "equation" && isAboutAnother(fact.left, link.statement.block.paragraph, state.sequences)) state.sequences.delete(fact.left.name ?? "");
    const sequence = fact?.kind === "definition" ? sequenceFormula(fact, link, state.scope) : undefined;
    if (fact?.kind === "definition" && sequence) state.sequences.set(fact.name, sequence);
    else if (fact?.kind === "definition") state.sequences.delete(fact.name);
    // a term that was chosen is no term of the formula any more
    const [, chosen] = (fact?.kind === "definition" && /^(.+)_\{[1-9]\d*\}$/.exec(fact.name)) || [];
    if (chosen !== undefined) state.sequences.delete(chosen);
    const name = fact?.kind === "definition" ? fact.name : fact?.kind === "equation" && fact.left.op === "symbol" ? fact.left.name : undefined;
    if (!fact || name === undefined) continue;
    const formula = formulaIn(fact);
    if (formula) state.formulas.set(formula.name, { by: formula.by, applied: formula.applied, scope: state.scope });
    else if (fact.kind === "definition") state.formulas.delete(name);
  }
}

/** The names of a side have been seen, in a statement or alone. */
export function remember(state: State, e: Expr, link?: Link): void {
  const names = namesOf(e);
  const see = (name: string): void => {
    if (link && !state.seen.has(name)) state.debut.set(name, link.statement.block);
    state.seen.add(name);
  };
  for (const name of [...names.symbols, ...names.applied.keys()]) see(name);
  for (const [base, nodes] of names.indexed) {
    see(base);
    for (const n of nodes) see(symbolName(n));
  }
}
