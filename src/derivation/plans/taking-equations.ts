/** Takes up equations one after another, nearest first: each is solved for a name that is in reach and not determined yet, and gives one more plan. */
import { isNumberName } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, rewrite } from "../../expression/tree";
import { circular } from "../facts/circular-definitions";
import type { Definition, Equation } from "../facts/facts";
import { conditionsFor, definitionsFor } from "../facts/facts-in-force";
import type { Item } from "../facts/items";
import { allNames, isNumber } from "../names/all-names";
import { complexUnder } from "../names/conjugates";
import { keepsCounts } from "../names/counted-names";
import { isTried } from "./equations-to-try";
import { isInBothFormulas, isPastRoot, isValue, pins } from "./passing-values";
import type { Plan } from "./plan";
import { solveFor } from "./solve";

/** How many equations, values of names aside, one step may rest on. */
const MOST = 5;

/** What a step may use before any equation: its definitions, what names were found to be since, and the names in reach. */
interface Start {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly later: ReadonlyMap<string, Definition>;
  readonly names: ReadonlySet<string>;
}

/** The plans, each with one equation more than the one before it, and the equations that share names with the step and could not be used. */
export function takeUp(
  equations: readonly Item[],
  item: Item,
  facts: readonly Item[],
  { definitions, later, names }: Start,
): { readonly plans: readonly Plan[]; readonly unused: readonly Equation[] } {
  const plans: Plan[] = [];
  const used = new Set([...later.values()].map((d) => d.span));
  let taken = new Map([...definitions, ...later]);
  let reach = names;
  const unused: Equation[] = [];
  let added = 0;
  const { bound: inside } = namesOf(item.left, item.right);
  // a value of a name comes into reach with an equation that speaks of the name
  let values: Item[] = [];
  const leave = (equation: Equation): false => {
    unused.push(equation);
    return false;
  };
  /** Whether the equation has brought names into reach. */
  const enter = (f: Item): boolean => {
    const equation = f.fact as Equation;
    const shared = [...allNames([equation.left, equation.right])].filter((n) => reach.has(n));
    if (shared.length === 0 && isValue(equation)) values.push(f);
    if (shared.length === 0 || isPastRoot(f, item) || added >= MOST || used.has(equation.span)) return false;
    if (isTried(f, item, facts)) return leave(equation);
    const conjugates = [...allNames([equation.left, equation.right])].filter((n) => complexUnder(n, taken));
    const direct = keepsCounts(solveFor(equation, reach, new Set([...taken.keys(), ...conjugates])), equation, item, taken, reach, facts);
    const undone = direct ?? keepsCounts(solvedThrough(equation, reach, taken), equation, item, taken, reach, facts);
    // an equation about the variable of an integral says nothing of what stands around that integral
    if (undone && [...allNames([undone.body])].some((n) => inside.has(n))) return false;
    const solved = undone && !circular(undone, taken, true) ? undone : undefined;
    if (!solved || pins(solved, item) || (isNumber(solved.body) && isInBothFormulas(solved.name, item, definitions))) return leave(equation);
    const more = allNames([solved.body]);
    const next = new Map([...taken, [solved.name, solved]]);
    for (const [name, d] of definitionsFor(item, more, facts)) if (!next.has(name)) next.set(name, d);
    if (next.size > taken.size + 1 && circular(solved, next, true)) return leave(equation);
    taken = next;
    reach = new Set([...reach, ...more]);
    plans.push({ definitions: taken, conditions: conditionsFor(item, reach, facts), unused: [...unused], through: equation });
    // values are cheap
    if (more.size > 0) added++;
    return more.size > 0;
  };
  for (const f of equations) {
    if (!enter(f) || values.length === 0) continue;
    const waiting = values;
    values = [];
    for (const value of waiting) enter(value);
  }
  return { plans, unused };
}

/** A value of a name that is taken, solved for a name that its definition leaves open: V = 1 with V = I Z. */
function solvedThrough(equation: Equation, reach: ReadonlySet<string>, taken: ReadonlyMap<string, Definition>): Definition | undefined {
  if (![equation.left, equation.right].some((e) => [...allNames([e])].every((n) => isNumberName(n)))) return undefined;
  const put = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const d = n.op === "symbol" || n.op === "indexed" ? taken.get(symbolName(n)) : undefined;
      return d && d.params.length === 0 && !d.indexed && !d.derived && !isNumber(d.body) ? d.body : n;
    });
  const [left, right] = [put(equation.left), put(equation.right)];
  return left === equation.left && right === equation.right ? undefined : solveFor({ ...equation, left, right }, reach, new Set(taken.keys()));
}
