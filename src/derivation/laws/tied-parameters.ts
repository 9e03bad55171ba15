/** Functions whose formula speaks of their argument through another name: A(η) = -log(1 - μ) with η = log(μ / (1 - μ)). */
import { type Expr, rewrite, symbol } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import { allNames } from "../names/all-names";
import type { Plan } from "../plans/plan";
import { isolate } from "../plans/solve";

/** The plan with such formulas in their arguments. Where the other name cannot be expressed, how the function depends on its argument is not clear. */
export function withParametersTied(plan: Plan): Plan {
  const tied = [...plan.definitions.values()].filter((d) => tieOf(d, plan) !== undefined);
  if (tied.length === 0) return plan;
  const written = tied.map((d): [string, Definition | undefined] => [d.name, inArgument(d, tieOf(d, plan) as Tie)]);
  const definitions = new Map([...plan.definitions, ...written.flatMap(([name, d]): [string, Definition][] => (d ? [[name, d]] : []))]);
  return { ...plan, definitions, ...(written.some(([, d]) => d === undefined) ? { unclear: true } : {}) };
}

/** What says the value of a parameter by a name of the formula. */
interface Tie {
  readonly by: Definition;
  readonly name: string;
}

function tieOf(d: Definition, { definitions }: Plan): Tie | undefined {
  const [parameter] = d.params;
  const by = d.params.length === 1 && !d.indexed ? definitions.get(parameter) : undefined;
  if (!by || by.params.length > 0) return undefined;
  const own = allNames([d.body]);
  const name = [...allNames([by.body])].find((n) => own.has(n) && !CONSTANT.test(n) && !definitions.has(n));
  return name !== undefined && !own.has(parameter) ? { by, name } : undefined;
}
const CONSTANT = /^(\\pi|e|i)$/;

function inArgument(d: Definition, { by, name }: Tie): Definition | undefined {
  const value = isolate(symbol(d.params[0], by.span), by.body, name);
  const isName = (n: Expr): boolean => n.op === "symbol" && n.name === name;
  return value && { ...d, body: rewrite(d.body, (n) => (isName(n) ? value : n)) };
}
