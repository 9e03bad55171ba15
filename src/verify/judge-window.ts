/** Judges one window of a document, or finds in the cache what was found before. */

import { type Environment, environmentOf } from "../derivation/facts/environment";
import { unmarked } from "../derivation/names/overloads";
import type { ReadDocument } from "../derivation/reading/chains";
import type { Directives } from "../derivation/words/directives";
import { restored, stored, type VerdictCache, withinReach } from "./cache";
import { type JudgedStep, judge } from "./judge";
import type { JudgedDocument } from "./judged-document";
import { shapeEvidence } from "./trying/shape-evidence";
import type { JudgeInput } from "./trying/trial";
import type { Window } from "./windows";
import { worded } from "./wording";

/** One step at a time, or all at once from the cache, where `key` names the window. */
export function* judgeWindow(window: Window, document: JudgedDocument, cache?: VerdictCache, key?: string): Generator<readonly JudgedStep[], void, void> {
  const known = key && cache?.get(key);
  if (known) {
    const steps = restored(window, known as Parameters<typeof restored>[1], document.range);
    if (steps.length > 0) yield steps;
    return;
  }
  const steps: JudgedStep[] = [];
  for (const found of judge(inputFor(window, document))) {
    const step = { ...found, step: withinReach(window, worded(asWritten(found.step))) };
    steps.push(step);
    yield [step];
  }
  const kept = key && stored(window, steps);
  if (key && kept) cache?.set(key, kept);
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
