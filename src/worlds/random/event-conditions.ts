/** What goes without saying of the names that events compare with random ones: whole numbers beside counts, no negative times behind a bar, positive bounds below a fraction. */
import type { Condition } from "../../derivation/facts/facts";
import { endsOf } from "../../distributions/family";
import { type Expr, NOWHERE, node, number, some, symbol, walk } from "../../expression/tree";
import type { RandomParts } from "./random-parts";

const condition = (left: Expr, sign: string, right: Expr): Condition => ({
  kind: "condition",
  relation: node("relation", [left, right], NOWHERE, sign),
  span: NOWHERE,
  text: "",
});

/** Conditions on the plain names in the events of some expressions. */
export function eventConditions(expressions: readonly Expr[], random: RandomParts): Condition[] {
  const found = new Map<string, Condition[]>();
  for (const root of expressions)
    walk(root, (n) => {
      if (n.op !== "statistic" || n.name !== "probability") return;
      const conditional = Number(n.data?.split ?? n.args.length) < n.args.length;
      for (const event of n.args)
        walk(event, (r) => {
          if (r.op !== "relation" || r.args.length !== 2) return;
          for (const [a, b] of [r.args, [r.args[1], r.args[0]]])
            for (const name of namesBeside(a, b, random)) found.set(name, said(name, a, conditional, expressions, random));
        });
    });
  return [...found.values()].flat();
}

/** The plain names that a lone random name without negative values is compared with. */
function namesBeside(a: Expr, b: Expr, random: RandomParts): string[] {
  const law = a.op === "symbol" ? random.names.get(a.name ?? "")?.law : undefined;
  const [low] = law ? endsOf(law.family) : [];
  if (low === undefined || !isNatural(low)) return [];
  const names: string[] = [];
  walk(b, (n) => void (n.op === "symbol" && /^[a-z]$/.test(n.name ?? "") && !random.names.has(n.name ?? "") && names.push(n.name ?? "")));
  return names;
}

const isNatural = (low: unknown): boolean => (typeof low === "string" ? /^\d+$/.test(low) : Number((low as Expr).name) >= 0);

function said(name: string, of: Expr, conditional: boolean, expressions: readonly Expr[], random: RandomParts): Condition[] {
  const letter = symbol(name);
  const counts = random.names.get(of.name ?? "")?.law?.family.discrete && /^[j-n]$/.test(name);
  if (conditional && counts) return [condition(letter, "∈", symbol("\\mathbb{Z}")), condition(letter, ">=", number(0))];
  const divides = expressions.some((e) => some(e, (n) => n.op === "div" && some(n.args[1], (x) => x.op === "symbol" && x.name === name)));
  return conditional || divides ? [condition(letter, ">", number(0))] : [];
}
