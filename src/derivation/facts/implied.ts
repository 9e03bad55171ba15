/** Facts that lie in others: the components of an equation between tuples, and f_x as the derivative of a function f that is defined. */
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, number, some, symbol } from "../../expression/tree";
import { partialName } from "../names/partial-names";
import { appliedTo, signatureOf } from "../names/signatures";
import type { Definition } from "./facts";
import type { Item } from "./items";

/** An item whose fact equates two tuples, as one item for each pair of components; a zero vector with its entries; any other as it is. */
export function componentFacts(item: Item): Item[] {
  const { fact } = item;
  if (fact?.kind === "definition") return [item, ...zeroEntries(item, fact)];
  if (fact?.kind !== "equation" || item.relation !== "=") return [item];
  const [left, right] = [components(fact.left), components(fact.right)];
  const worked = [fact.left, fact.right].some((e) => e.op === "mul");
  if (!left || !right || left.length !== right.length || !(worked || left.some(isName))) return [item];
  return left.map((l, i) => ({ ...item, left: l, right: right[i], fact: { ...fact, left: l, right: right[i] } }));
}

/** The entries of a bold name that is zero. */
function zeroEntries(item: Item, fact: Definition): Item[] {
  const [, letter, mark] = /^\\(?:mathbf|boldsymbol|vec)\{(.+?)\}(\^.+)?$/.exec(fact.name) ?? [];
  if (!letter || fact.indexed || fact.params.length > 0 || !isZero(fact.body)) return [];
  return [{ ...item, fact: { ...fact, name: `${letter}${mark ?? ""}`, params: ["i"], indexed: true, body: number("0", fact.span) } }];
}
const isZero = (e: Expr): boolean =>
  (e.op === "number" && Number(e.name) === 0) || (e.op === "symbol" && /^\\(mathbf|boldsymbol|vec)\{0\}$/.test(e.name ?? ""));

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

function components(e: Expr): readonly Expr[] | undefined {
  if ((e.op === "tuple" || e.op === "list") && e.args.length > 1) return e.args;
  if (e.op === "matrix" && e.args.length > 1 && Number(e.data?.cols ?? 1) === 1) return e.args;
  if (e.op === "mul" && e.args.length === 2) return productEntries(e.args[0], e.args[1]);
  return undefined;
}

/** The entries of a matrix that is written out times a column that is. */
function productEntries(a: Expr, x: Expr): readonly Expr[] | undefined {
  const cols = Number(a.data?.cols ?? 1);
  if (a.op !== "matrix" || x.op !== "matrix" || Number(x.data?.cols ?? 1) !== 1 || x.args.length !== cols || cols < 2) return undefined;
  const rows = Array.from({ length: a.args.length / cols }, (_, i) => a.args.slice(i * cols, (i + 1) * cols));
  return rows.map((row) =>
    node(
      "add",
      row.map((entry, j) => node("mul", [entry, x.args[j]], entry.span)),
      a.span,
    ),
  );
}

/** Definitions of the names f_x, f_{xy} in an item, where f is defined in x and y and nothing defines f_x. */
export function partialFacts(item: Item, facts: readonly Item[], items: readonly Item[]): Item[] {
  const names = namesOf(item.left, item.right);
  const found: Item[] = [];
  for (const name of new Set([...names.symbols, ...names.applied.keys(), ...[...names.indexed.values()].flat().map(symbolName)])) {
    const { base, letters } = partialName(name) ?? { letters: [] };
    if (!base || facts.some((f) => f.fact?.kind === "definition" && f.fact.name === name)) continue;
    const partial = partialOfUnknown(item, name, base, letters, facts, items);
    if (partial) found.push(partial);
    if (partial) continue;
    const of = lastDefinition(base, item, facts);
    const d = of?.fact as Definition | undefined;
    const variables = d && (d.params.length > 0 ? d.params : [...namesOf(d.body).symbols]);
    if (of && d && variables && variables.length > 1 && letters.every((l) => variables.includes(l)))
      found.push({ ...of, fact: { ...d, ...(names.applied.has(name) ? {} : { params: [], split: 0 }), name, body: differentiated(d, letters) } });
  }
  return found;
}

/** f_x(a, b) of a function that nothing defines: its derivative by the variable of that name, at (a, b). */
function partialOfUnknown(
  item: Item,
  name: string,
  base: string,
  letters: readonly string[],
  facts: readonly Item[],
  items: readonly Item[],
): Item | undefined {
  const names = namesOf(item.left, item.right);
  const applied = names.applied.get(name)?.[0];
  // values of one function at several points are compared as they are
  const isOfBase = (n: Expr): boolean => n.op === "apply" && (n.name === base || (n.name ?? "").startsWith(`${base}_`));
  const relates = names.applied.has(base) || [item.left, item.right].some((e) => some(e, (n) => n.op === "derivative" && some(n.args[0], isOfBase)));
  if (!applied || !relates || applied.args.length < 2 || facts.some((f) => f.fact?.kind === "definition" && f.fact.name === base)) return undefined;
  const reach = items.filter((i) => i.order <= item.order);
  const params = signatureOf(base, applied.args.length, letters, reach);
  if (!params) return undefined;
  const { span } = applied;
  const d: Definition = { kind: "definition", name, params, split: params.length, indexed: false, body: appliedTo(base, params, span), span, text: "" };
  return { ...item, order: item.order - 0.5, fact: { ...d, body: differentiated(d, letters) } };
}

function lastDefinition(name: string, item: Item, facts: readonly Item[]): Item | undefined {
  return facts.filter((f) => f.fact?.kind === "definition" && f.fact.name === name && f.order < item.order && f.scope === item.scope && !f.fact.indexed).pop();
}

const differentiated = (d: Definition, letters: readonly string[]): Expr =>
  letters.reduce((inner, l) => node("derivative", [inner, symbol(l, d.span)], d.span, undefined, { partial: true }), d.body);
