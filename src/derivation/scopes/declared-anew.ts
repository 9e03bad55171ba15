/** Names that a later part of a document declares anew, "A, B ∈ ℝ^{n×n}", or asks for: the value that an earlier part gave them is over. */
import { namesOf, symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import type { Item, ItemGroup } from "../facts/items";
import { functionsSought } from "../names/primed-names";
import type { RandomSaid } from "../random/random";
import { freeSymbols } from "../reading/targets";
import type { Declaration } from "../words/declarations";

export interface DeclaredAnew {
  readonly name: string;
  /** Facts before this order … */
  readonly order: number;
  /** … in parts before this one are over. */
  readonly before: number;
  /** Only formulas of functions are: the σ of "variance σ²" is no logistic function. */
  readonly functions?: true;
}

/** The parameters of a law that words give are numbers. */
export const parametersAnew = (said: readonly RandomSaid[]): DeclaredAnew[] =>
  said.flatMap(({ law, mean, covariance, order, scope }) =>
    [...new Set([...(law?.args ?? []), mean, covariance].flatMap((e) => (e ? [...freeSymbols(e)] : [])))].map((name) => ({
      name,
      order,
      before: scope,
      functions: true,
    })),
  );

/** "For h > 0": a number, whatever function an earlier part has called so. */
export const numbersAnew = (items: readonly Item[]): DeclaredAnew[] =>
  items
    .filter((i) => /^[<>]=?$/.test(i.relation) && i.role === "given" && i.left.op === "symbol" && i.right.op === "number")
    .map((i) => ({ name: i.left.name ?? "", order: i.order - 0.5, before: i.scope, functions: true }));

/** "z = μ + σε" behind σ(z) = …: the σ in what z is made of is no function of z. */
export const withoutArgument = (items: readonly Item[]): DeclaredAnew[] => {
  const functions = items.flatMap(({ fact, order }) =>
    fact?.kind === "definition" && fact.params.length > 0 && !fact.indexed ? [{ name: fact.name, params: fact.params, order }] : [],
  );
  if (functions.length === 0) return [];
  return items.flatMap(({ fact, order, scope }) => {
    if (fact?.kind !== "definition" || fact.params.length > 0) return [];
    const spoken = freeSymbols(fact.body);
    return functions
      .filter((f) => f.order < order && f.params.includes(fact.name) && spoken.has(f.name))
      .map(({ name }) => ({ name, order: order - 0.5, before: scope + 1, functions: true as const }));
  });
};

/** Whether what a definition or an equation says of a name is over by that. */
export const endsWith = ({ functions }: DeclaredAnew, fact: Item["fact"]): boolean =>
  !functions || (fact?.kind === "definition" && fact.params.length > 0 && !fact.indexed);

/** The names that a side lists: x, y and z of "x, y, z ∈ ℝ". */
export const listedNames = (e: Expr): string[] =>
  e.op === "symbol" || e.op === "indexed" ? [symbolName(e)] : e.op === "list" || e.op === "tuple" ? e.args.flatMap(listedNames) : [];
const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
/** "Suppose that $T \\in \\mathcal{L}(V)$": the name is of this part, whatever set it is from. */
const BRINGS_IN = /\b(?:let|suppose|assume|consider|take|fix|choose|pick)\b(?: that)?\s*$/i;
const isSpace = (e: Expr): boolean => e.op === "pow" && /^\\math(bb|bf)\{[RC]\}$/.test(e.args[0].name ?? "");

/** What memberships in spaces, equations for a name, and words that introduce matrices and vectors say anew. */
export function declaredAnew(said: readonly Declaration[], groups: readonly ItemGroup[]): DeclaredAnew[] {
  const items = groups.flatMap((g) => g.items);
  const members = items
    .filter((i) => i.relation === "∈" && i.role === "given" && (isSpace(i.right) || BRINGS_IN.test(i.link.statement.prose)))
    .flatMap((i) => listedNames(i.left).map((name) => ({ name, order: i.order - 0.5, before: i.scope })));
  // "x = s cos t" of a part of its own
  const equations = items
    .filter(
      (i) =>
        i.relation === "=" &&
        (i.role === "soft" || i.role === "given") &&
        i.link.index === 0 &&
        !i.link.continued &&
        i.left.op === "symbol" &&
        freeSymbols(i.right).size > 0,
    )
    .map((i) => ({ name: i.left.name ?? "", order: i.order + 0.5, before: i.scope }));
  // "Take y'' + y = 0" of a part of its own
  const sought = items
    .filter((i) => i.relation === "=" && (i.role === "soft" || i.role === "given") && i.link.index === 0 && !i.link.continued)
    .flatMap((i) => [...functionsSought(i.left, i.right, i.link.statement.prose)].map((name) => ({ name, order: i.order - 0.5, before: i.scope })));
  // "a matrix where W^T = W^{-1}": a property of any such W
  const properties = items.flatMap((i) => {
    const { symbols, indexed, applied } = namesOf(i.left, i.right);
    const [name, ...others] = [...symbols, ...indexed.keys(), ...applied.keys()];
    const isProperty = i.relation === "=" && !i.link.continued && /\b(where|with|such that)\s*$/i.test(i.link.statement.prose) && others.length === 0;
    return isProperty && name && ![i.left, i.right].some((e) => e.op === "number") && !isName(i.left) ? [{ name, order: i.order - 0.5, before: i.scope }] : [];
  });
  const byBlock = new Map<number, ItemGroup>();
  for (const g of groups) if (g.items.length > 0 && !byBlock.has(g.line.at)) byBlock.set(g.line.at, g);
  const words = said.flatMap((d) => {
    const first: Item | undefined = d.kind === "matrix" || d.kind === "vector" ? nextItem(groups, byBlock, d.at) : undefined;
    return first ? d.names.map((name) => ({ name, order: first.order - 0.5, before: first.scope })) : [];
  });
  // "Let $f(n)$ satisfy …"
  const introduced = groups.flatMap((g, i) => {
    const first = g.anew === undefined ? undefined : groups.slice(i).find((n) => n.items.length > 0)?.items[0];
    return first && g.anew !== undefined && first.scope === g.scope ? [{ name: g.anew, order: first.order - 0.5, before: g.scope }] : [];
  });
  return [...members, ...equations, ...properties, ...sought, ...introduced, ...words];
}

/** The first item in or behind a block. */
function nextItem(groups: readonly ItemGroup[], byBlock: ReadonlyMap<number, ItemGroup>, block: number): Item | undefined {
  const here = byBlock.get(block) ?? groups.find((g) => g.line.at >= block && g.items.length > 0);
  return here?.items[0];
}
