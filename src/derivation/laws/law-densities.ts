/** Letters that equal a law, p = N(μ, σ²): what they are as densities of the variable at which the document applies them, p(x) = N(x; μ, σ²). */
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, symbol, walk } from "../../expression/tree";
import type { Definition } from "../facts/facts";
import type { Item } from "../facts/items";
import { lawOf } from "../random/random";

/** The facts with such letters as functions of their variables, where the items show one. */
export function lawDensities(facts: readonly Item[], items: readonly Item[]): Item[] {
  return facts.map((f): Item => {
    const law = f.fact?.kind === "definition" && isLaw(f.fact) ? f.fact : undefined;
    const variable = law && (variableOf(law, inPart(items, f)) ?? variableOf(law, items));
    return law && variable ? { ...f, fact: densityOf(law, variable) } : f;
  });
}

const inPart = (items: readonly Item[], f: Item): Item[] => items.filter((i) => i.scope === f.scope && i.order >= f.order);

const isLaw = (d: Definition): boolean =>
  d.params.length === 0 &&
  !d.indexed &&
  !d.patterns &&
  d.body.op === "apply" &&
  Number(d.body.data?.split ?? d.body.args.length) === d.body.args.length &&
  ((d.body.name ?? "").length > 1 || d.body.name === "N") &&
  lawOf(d.body) !== undefined;

function densityOf(d: Definition, variable: string): Definition {
  const { body } = d;
  return { ...d, params: [variable], split: 1, body: { ...body, args: [symbol(variable, body.span), ...body.args], data: { ...body.data, split: 1 } } };
}

/** The plain name at which a letter is applied, or the only unknown one of an expectation under it. */
function variableOf({ name, body }: Definition, items: readonly Item[]): string | undefined {
  const own = namesOf(body).symbols;
  let applied: string | undefined;
  let averaged: string | undefined;
  const visit = (n: Expr): void => {
    if (n.op === "apply" && n.name === name && n.args.length === 1 && n.args[0].op === "symbol" && !n.data?.order) applied ??= n.args[0].name;
    const under = n.op === "statistic" && n.data?.under ? n.args[n.args.length - 1] : undefined;
    if (!under || symbolName(under) !== name || under.op === "apply") return;
    const free = [...namesOf(...n.args.slice(0, -1)).symbols].filter((s) => !own.has(s) && !isConstant(s));
    if (free.length === 1) averaged ??= free[0];
  };
  for (const { left, right } of items) for (const side of [left, right]) walk(side, visit);
  return applied ?? averaged;
}

const isConstant = (name: string): boolean => name === "\\pi" || name === "e" || /^[A-Z]$/.test(name);
