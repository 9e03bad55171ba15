/** What a differing step rests on that the document does not determine: then a difference alone accuses nobody, only one that a small edit mends. */
import type { Item } from "../../derivation/facts/items";
import { proportionalIn } from "../../derivation/laws/posterior";
import { familyNamed } from "../../distributions/index";
import { type Expr, some } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { otherMeanings, otherSections } from "./doubts/defined-names";
import { beyondOne, branches, convergence, regions, searches, slopes } from "./doubts/domains";
import { farDefinitions } from "./doubts/far-definitions";
import { dependence, inverseOfFunction, unknownFunction } from "./doubts/functions";
import { letters } from "./doubts/letters";
import { matrices } from "./doubts/matrices";
import { statistics } from "./doubts/random-variables";
import { withBodies } from "./doubts/reach";
import type { Reason } from "./doubts/reason";
import { sequences } from "./doubts/sequences";
import type { Loose } from "./refutable";

/** The first reason to doubt that a difference is a mistake; undefined where the numbers, functions and definitions of the step leave nothing open. */
export function doubtOf(item: Item, tried: Tried, input: JudgeInput): Loose | undefined {
  if (item.relation === "∝" && (proportionalIn(item, input.groups).length !== 1 || [item.left, item.right].some((e) => some(e, isUnnamed))))
    return { code: "proportional/not-shown", message: "Not checked: in which variable the sides are proportional was not found." };
  const step = tried.derived ?? tried.item ?? item;
  const parts = withBodies([step.left, step.right], tried);
  for (const reason of REASONS) {
    // a sample is any sample
    if ((item.posteriorOf || item.ofPosterior) && reason === sequences) continue;
    const found = reason(parts, tried, item, input);
    if (found) return { code: found.code, message: `Not checked: the sides differ as they were read, but ${found.message}.` };
  }
  return undefined;
}

/** A function, or a distribution that is no named density. */
const isUnnamed = (n: Expr): boolean => n.op === "apply" && !familyNamed(n.name ?? "");

/** The first that applies is told. */
const REASONS: readonly Reason[] = [
  letters,
  unknownFunction,
  inverseOfFunction,
  statistics,
  dependence,
  matrices,
  sequences,
  branches,
  slopes,
  convergence,
  beyondOne,
  searches,
  farDefinitions,
  otherSections,
  regions,
  otherMeanings,
];
