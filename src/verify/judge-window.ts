/** Judges one window of a document, or finds in the cache what was found before. */
import type { Span } from "../base/span";
import type { ReadDocument } from "../derivation/chains";
import type { Declaration } from "../derivation/declarations";
import type { Directives } from "../derivation/directives";
import { type Environment, environmentOf } from "../derivation/environment";
import type { Item, ItemGroup } from "../derivation/items";
import { unmarked } from "../derivation/overloads";
import type { RandomSaid } from "../derivation/random";
import type { Reading } from "../expression/parser";
import { some } from "../expression/tree";
import { digest, restored, stored, type VerdictCache } from "./cache";
import { printed } from "./guarded";
import { type JudgedStep, judge } from "./judge";
import type { Range } from "./report";
import { shapeEvidence } from "./shape-evidence";
import type { JudgeInput } from "./trial";
import type { Window } from "./windows";

/** Everything that was read of a document. */
export interface JudgedDocument {
  readonly read: ReadDocument;
  readonly groups: readonly ItemGroup[];
  readonly reading: Reading;
  readonly directives: Directives;
  readonly range: (span: Span) => Range;
  readonly text: string;
  readonly seed: number;
  readonly samples: number;
  /** What the words of the document declare. */
  readonly said: readonly Declaration[];
  /** What its words and tildes say of random names. */
  readonly random: readonly RandomSaid[];
  /** Names the settings and the readings of the document. */
  readonly settings: string;
}

export function* judgeWindow(window: Window, document: JudgedDocument, cache: VerdictCache | undefined): Generator<JudgedStep, void, void> {
  const key = cache && keyOf(window, document);
  const known = key && cache.get(key);
  if (known) {
    yield* restored(window, known as Parameters<typeof restored>[1], document.range);
    return;
  }
  const steps: JudgedStep[] = [];
  for (const found of judge(inputFor(window, document))) {
    const step = { ...found, step: asWritten(found.step) };
    steps.push(step);
    yield step;
  }
  const kept = key && stored(window, steps);
  if (key && kept) cache.set(key, kept);
}

/** With the names that the document has. */
function asWritten<T>(value: T): T {
  if (typeof value === "string") return unmarked(value) as T & string;
  if (Array.isArray(value)) return value.map(asWritten) as T & unknown[];
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [unmarked(k), asWritten(v)])) as T & object;
}

/** What the window's steps are judged with: nothing that its key does not name. */
function inputFor(window: Window, document: JudgedDocument): JudgeInput {
  const { directives, reading, text, range, seed, samples } = document;
  const { groups } = window;
  const read: ReadDocument = { ...document.read, lines: groups.map((g) => g.line) };
  const environment = spokenEverywhere(environmentOf(read, groups, reading, document.said, document.random), directives);
  const here: Directives = { ...directives, ignored: directives.ignored.filter((at) => at >= window.from && at <= window.to) };
  return {
    own: new Set(window.own),
    groups,
    text,
    range,
    seed,
    samples,
    reading,
    environment,
    shapes: shapeEvidence(read, groups, reading, document.said),
    directives: here,
  };
}

/** What comments assume is in reach in every scope. */
function spokenEverywhere(environment: Environment, directives: Directives): Environment {
  if (directives.spoken.size === 0) return environment;
  return {
    ...environment,
    facts: (item) => environment.facts(item).map((f) => (directives.spoken.has(f.link.statement.block) ? { ...f, scope: item.scope } : f)),
  };
}

/** What the rest of the document has made of an item: how its integrals are read, what its definition is known to be of. */
function fromElsewhere({ left, right, fact }: Item): unknown[] {
  const integrals = [left, right].map((side) => some(side, (n) => n.op === "integral-over"));
  return fact?.kind === "definition"
    ? [integrals, fact.lettered, fact.params, fact.patterns?.length, fact.components && [...fact.components].map(([name, of]) => [name, ...of])]
    : [integrals];
}

/** What is said of random names, and where the window's items stand to it. */
function saidOf(r: RandomSaid, scope: number, window: Window): unknown[] {
  const shown = [...r.names, ...(r.law?.args ?? []), r.mean, r.covariance].map((e) => e && printed(e));
  const behind = window.groups.flatMap((g) => g.items).filter((i) => i.order > r.order).length;
  return [
    shown,
    r.law?.family.density,
    r.mean !== undefined,
    r.covariance !== undefined,
    r.random,
    r.independent,
    r.identical,
    r.event,
    r.exclusive,
    r.scope - scope,
    behind,
  ];
}

/** Names everything that the verdicts of a window depend on, and no place in the document. */
function keyOf(window: Window, document: JudgedDocument): string {
  const { text, directives, said } = document;
  const start = window.groups.find((g) => window.own.includes(g)) as ItemGroup;
  const last = window.groups[window.groups.length - 1].line.at;
  const scope = start.items[0]?.scope;
  const item = (i: Item) => [
    text.slice(i.link.left.from, i.link.left.to),
    i.relation,
    text.slice(i.link.right.from, i.link.right.to),
    i.role,
    i.premise,
    i.scope === scope,
    i.link.continued,
    i.fact?.kind,
    ...fromElsewhere(i),
  ];
  const groups = window.groups.map((g) => [
    g.items.map(item),
    g.line.alone ? text.slice(g.line.alone.from, g.line.alone.to) : "",
    directives.silenced.has(g.line.block),
    directives.rulings.get(g.line.block),
  ]);
  const declared = said.map((d) => [
    d.names,
    d.kind,
    [...d.properties],
    d.rows && printed(d.rows),
    d.cols && printed(d.cols),
    d.at <= last,
    window.groups.findIndex((g) => g.line.at === d.from),
  ]);
  const random = document.random.map((r) => saidOf(r, scope ?? 0, window));
  return digest(JSON.stringify([random, document.settings, text.slice(window.from, window.to), window.own.length, groups, declared]));
}
