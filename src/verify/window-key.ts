/** The name of a window in the cache: everything that the verdicts of its steps depend on, and no place in the document. */
import { digest } from "../base/digest";
import type { Declaration } from "../derivation/declarations";
import type { Item, ItemGroup } from "../derivation/items";
import type { RandomSaid } from "../derivation/random/random";
import { some } from "../expression/tree";
import { printed } from "./guarded";
import type { JudgedDocument } from "./judged-document";
import type { Window } from "./windows";

/** What the rest of the document has made of an item: how its integrals are read, what its definition is known to be of. */
function fromElsewhere({ left, right, fact }: Item): unknown[] {
  const integrals = [left, right].map((side) => some(side, (n) => n.op === "integral-over"));
  return fact?.kind === "definition"
    ? [integrals, fact.lettered, fact.params, fact.patterns?.length, fact.components && [...fact.components].map(([name, of]) => [name, ...of])]
    : [integrals];
}

/** A text that is made once of an object of a document and asked for by several windows. */
function once<T extends object>(make: (value: T, document: JudgedDocument) => string): (value: T, document: JudgedDocument) => string {
  const known = new WeakMap<T, string>();
  return (value, document) => {
    const text = known.get(value) ?? make(value, document);
    known.set(value, text);
    return text;
  };
}

const groupText = once((g: ItemGroup, { text, directives }) => {
  const item = (i: Item) => [
    text.slice(i.link.left.from, i.link.left.to),
    i.relation,
    text.slice(i.link.right.from, i.link.right.to),
    i.role,
    i.premise,
    i.link.continued,
    i.fact?.kind,
    ...fromElsewhere(i),
  ];
  return JSON.stringify([
    g.items.map(item),
    g.line.alone ? text.slice(g.line.alone.from, g.line.alone.to) : "",
    directives.silenced.has(g.line.block),
    directives.rulings.get(g.line.block),
  ]);
});

const randomText = once((r: RandomSaid) => {
  const shown = [...r.names, ...(r.law?.args ?? []), r.mean, r.covariance].map((e) => e && printed(e));
  return JSON.stringify([
    shown,
    r.law?.family.density,
    r.mean !== undefined,
    r.covariance !== undefined,
    r.random,
    r.independent,
    r.identical,
    r.event,
    r.exclusive,
    r.points?.map((p) => p.map(printed)),
    r.second && printed(r.second),
    r.exhaustive,
  ]);
});

/** What the words of a document declare, all of it. */
const declaredText = once((said: readonly Declaration[]) =>
  digest(JSON.stringify(said.map((d) => [d.names, d.kind, [...d.properties], d.rows && printed(d.rows), d.cols && printed(d.cols)]))),
);

/** How much of what is declared stands before a window's end, and at which of its groups. */
function declaredHere(said: readonly Declaration[], { groups }: Window): unknown[] {
  const last = groups[groups.length - 1].line.at;
  const at = new Map<number, number>();
  groups.forEach((g, i) => void (at.has(g.line.at) || at.set(g.line.at, i)));
  return [said.filter((d) => d.at <= last).length, said.flatMap((d, k) => (at.has(d.from) ? [[k, at.get(d.from)]] : []))];
}

/** Where the window's items stand to what is said of random names. */
function randomHere(r: RandomSaid, scope: number, window: Window): unknown[] {
  let behind = 0;
  for (const g of window.groups) for (const i of g.items) if (i.order > r.order) behind++;
  return [r.scope - scope, behind];
}

/** Names everything that the verdicts of a window depend on, and no place in the document. */
export function keyOf(window: Window, document: JudgedDocument): string {
  const { text, said, random, settings } = document;
  const own = new Set(window.own);
  const scope = window.groups.find((g) => own.has(g))?.items[0]?.scope;
  const parts = [
    random.map((r) => [randomText(r, document), ...randomHere(r, scope ?? 0, window)]),
    settings,
    text.slice(window.from, window.to),
    window.own.length,
    window.groups.map((g) => groupText(g, document)),
    window.groups.map((g) => g.items.map((i) => (i.scope === scope ? 1 : 0)).join("")).join(),
    declaredText(said, document),
    declaredHere(said, window),
  ];
  return digest(JSON.stringify(parts));
}
