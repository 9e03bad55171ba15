/** Everything that the words and tildes of a document say of random names, in reading order. */
import { gaussian } from "../../distributions/index";
import type { Reading } from "../../expression/parser";
import { type Expr, number, symbol } from "../../expression/tree";
import type { ItemGroup } from "../facts/items";
import { joinedPieces } from "../facts/joined-pieces";
import { STANDARD_Z } from "../laws/normal-cdf";
import type { ReadDocument } from "../reading/chains";
import { exercisesOf } from "../scopes/exercises";
import { headedTasks } from "../scopes/headed-tasks";
import { paragraphs } from "../words/paragraphs-said";
import { densityLaws } from "./density-laws";
import { countsIn } from "./experiments";
import { formulaLaw } from "./formula-laws";
import { type RandomSaid, randomNames } from "./random";
import { toldOf } from "./random-words";

const ABOUT =
  /⟧ (?:is|be|counts?|denotes?|represents?) the|fair|replacement|values|uniform|geometric|gamma|beta|laplace|weibull|chi-?squ|partition|random|distribut|independen|i\.?\s?i\.?\s?d\b|\bmean\b|variance|event|sample|normal|gaussian|poisson|bernoulli|binomial|exponential|uncorrelated|estimator|expectation|probabilit|disjoint|exclusive/i;

/** What is meant by Z where nothing is said of it. */
const STANDARD: RandomSaid = {
  names: [symbol("Z")],
  law: { family: gaussian, args: [number(0), number(1)] },
  random: true,
  everywhere: true,
  order: -1,
  scope: 0,
};

export function randomSaid(document: ReadDocument, groups: readonly ItemGroup[], reading: Reading): RandomSaid[] {
  const found: RandomSaid[] = [];
  if (reading.functions.has(STANDARD_Z)) found.push(STANDARD);
  const place = placesOf(document, groups);
  if (document.scanned.blocks.some((b) => b.kind === "prose" && ABOUT.test(b.text)))
    paragraphs(document, reading).forEach((words, k, all) => {
      if (!ABOUT.test(words.text)) return;
      for (const { at, ...said } of toldOf(words)) found.push({ ...said, ...place(at) });
      for (const { at, name, ...said } of countsIn(words, all[k - 1])) found.push({ names: [name], ...said, random: true, local: true, ...place(at) });
    });
  groups.forEach((g, at) => {
    const { name, law } = formulaLaw(groups, at) ?? {};
    const [first] = g.items;
    if (name && law)
      found.push({ names: [name], law, random: true, byFormula: true, order: first.order + 0.5, scope: first.scope, exercise: g.exercise, task: g.task });
  });
  for (const { name, law, order, at } of densityLaws(groups, joinedPieces(groups, reading), reading)) {
    const { scope, exercise, task } = groups[at];
    const isMade = groups.some((g) => g.scope === scope && g.items.some((i) => i.order < order && isFormulaOf(i, name)));
    if (!isMade) found.push({ names: [name], law, random: true, byFormula: true, local: true, identical: name.op === "indexed", order, scope, exercise, task });
  }
  for (const g of groups)
    for (const i of g.items) {
      if (i.relation !== "∼") continue;
      // "iid" above the tilde, or behind the formula
      const written = document.scanned.text.slice(i.link.left.to, i.link.right.from);
      const behind = document.scanned.text.slice(i.link.right.to, i.link.right.to + 60).split(/[.;]\s|\n\s*\n/)[0];
      if (/iid|i\s*\.\s*i\s*\.\s*d|ind/i.test(written) || /independent|\biid\b|i\.i\.d/i.test(behind))
        found.push({
          names: randomNames(i.left),
          independent: true,
          identical: !/ind\b/.test(written),
          order: i.order,
          scope: i.scope,
          exercise: g.exercise,
          task: g.task,
        });
    }
  return found.sort((a, b) => a.order - b.order);
}

/** Y = X²: what Y is made of says how it is distributed. */
const isFormulaOf = ({ left, relation, fact }: ItemGroup["items"][number], name: Expr): boolean =>
  relation === "=" && fact?.kind === "definition" && left.op === "symbol" && left.name === name.name;

/** Where a block stands among the items: before the next one, in the scope that the headings in front of it make. */
function placesOf(document: ReadDocument, groups: readonly ItemGroup[]): (at: number) => { order: number; scope: number; exercise: number; task: number } {
  const exercises = exercisesOf(document.scanned.blocks, document.scanned.text);
  const tasks = headedTasks(document.scanned.blocks);
  const items = groups.flatMap((g) => g.items.map((i) => ({ at: g.line.at, order: i.order, scope: i.scope })));
  return (at) => {
    const next = items.find((i) => i.at >= at);
    const last = items[items.length - 1];
    if (!next) return { order: (last?.order ?? 0) + 0.5, scope: last?.scope ?? 0, exercise: exercises[at], task: tasks[at] };
    const headings = document.scanned.blocks
      .slice(at, next.at)
      .filter((b) => b.kind === "heading" && !/proof|solution|answer|hint|remark/i.test(b.text) && b.text.trim() !== "").length;
    return { order: next.order - 0.5, scope: Math.max(0, next.scope - headings), exercise: exercises[at], task: tasks[at] };
  };
}
