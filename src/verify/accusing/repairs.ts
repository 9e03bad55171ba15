/** The fixes of a failing step: what to change so that it holds, in document offsets. */
import type { Span } from "../../base/span";
import { derivedSteps } from "../../checks/antiderivative";
import { sharedSymbols } from "../../checks/proportional";
import type { Item } from "../../derivation/facts/items";
import { overAllValues } from "../../derivation/laws/marginals";
import { densityOfLaw } from "../../derivation/laws/posterior-laws";
import { valueUnder } from "../../derivation/names/inverse-functions";
import { marked, markedNames, type Overload, unmarked } from "../../derivation/names/overloads";
import { inPairsOfPlaces } from "../../derivation/plans/compared-optimizers";
import { readingsOf } from "../../derivation/reading/readings";
import { readAsIn } from "../../derivation/reading/wide-sums";
import { symbolName } from "../../expression/names";
import { type Expr, node, symbol, walk } from "../../expression/tree";
import { type Found, findFixes, findRounded } from "../../fixes/find";
import { flippedRelation } from "../../fixes/relation";
import type { TextEdit } from "../../fixes/site";
import type { Token } from "../../latex/tokens";
import type { Fix, Range } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";

/** Worlds in which candidates are looked at first: some in which the step fails, some in which it may hold. */
const FAILING = 4;
const HOLDING = 2;

/** `holds` is the full check of the step with another right side or another relation; without it no fixes are looked for. */
export function repairsFor(item: Item, tried: Tried, input: JudgeInput, holds: ((changed: Item) => boolean) | undefined): Found {
  const { outcome, setting } = tried;
  if (outcome.kind !== "differs" || !setting || item.relation === "!=") return { candidates: [] };
  const flipped = flippedRelation(item, input.text);
  if (item.relation === "∝") return proportionalRepairs(item, tried, input, holds);
  if (item.relation !== "=" && item.relation !== "≈") return { candidates: flipped && holds?.({ ...item, relation: flipped.relation }) ? [flipped] : [] };
  const inStep = asInStep(item);
  return search(item, tried, input, understandingOf(item, tried, input), holds && ((right) => holds({ ...item, right: inStep(right) })));
}

function search(item: Item, tried: Tried, input: JudgeInput, understood: (right: Expr) => Expr, holds: ((right: Expr) => boolean) | undefined): Found {
  const { outcome, setting } = tried;
  if (outcome.kind !== "differs" || !setting) return { candidates: [] };
  const next = nextItem(item, input);
  const worlds = setting.closed
    ? [0]
    : [
        ...new Set([
          outcome.witness.world,
          ...outcome.failsIn.slice(0, FAILING),
          ...outcome.holdsIn.slice(0, HOLDING),
          ...outcome.failsIn.slice(FAILING, FAILING + 2),
        ]),
      ];
  const find = item.relation === "≈" ? findRounded : findFixes;
  return find({
    tokens: item.link.right.tokens,
    left: tried.derived?.left ?? tried.item?.left ?? item.left,
    text: input.text,
    materials: [item.link.left.tokens, ...(next ? [next.link.right.tokens] : []), ...(input.solved ?? []), ...differentiated(item, tried, input)],
    bench: setting.bench,
    worlds: Int32Array.from(worlds),
    reading: { ...input.reading, ...readAsIn(item.right), ...tried.notation },
    closed: setting.closed,
    complex: setting.complex,
    understood,
    ...(holds ? { holds } : {}),
  });
}

/** The formula of what the left side is a derivative of: a factor that the right side has lost stands there. */
function differentiated({ left }: Item, { plan: { definitions } }: Tried, { groups }: JudgeInput): (readonly Token[])[] {
  const of = /^(derivative|gradient)/.test(left.op) ? left.args[0] : left.op === "apply" && left.data?.order ? left : undefined;
  const formula = of && /^(symbol|apply)$/.test(of.op) ? definitions.get(of.name ?? "") : undefined;
  const said =
    formula && groups.flatMap((g) => g.items).find((i) => i.fact?.kind === "definition" && i.fact.name === formula.name && i.fact.span === formula.span);
  return said ? [said.link.right.tokens] : [];
}

/** Edits after which the sides are proportional in a symbol: then their logarithmic derivatives by it are equal. */
function proportionalRepairs(item: Item, tried: Tried, input: JudgeInput, holds: ((changed: Item) => boolean) | undefined): Found {
  const { left, right } = tried.item ?? item;
  const found = (item.posteriorOf ? [symbolName(item.posteriorOf)] : sharedSymbols(left, right).slice(0, 4))
    .flatMap((name) => {
      const steep = (e: Expr): Expr => node("div", [node("derivative", [e, symbol(name)], e.span), e], e.span);
      const equal: Item = { ...item, left: steep(left), right: steep(right), relation: "=" };
      const inner = understandingOf(item, tried, input);
      return search(
        equal,
        { ...tried, item: equal },
        input,
        (changed) => steep(inner(changed)),
        holds && ((changed) => holds({ ...item, right: inner(changed) })),
      ).candidates;
    })
    .sort((a, b) => a.cost - b.cost);
  return { candidates: found.slice(0, 3) };
}

/** Edits after which what `understood` makes of the right side is what the trial wants. */
export const repairsThrough = (item: Item, tried: Tried, input: JudgeInput, understood: (right: Expr) => Expr, holds: (right: Expr) => boolean): Found =>
  search(item, tried, input, understood, holds);

/** How the reading under which the step was tried changes a right side. */
function understandingOf(item: Item, tried: Tried, input: JudgeInput): (right: Expr) => Expr {
  const { posteriorOf, under } = item;
  if (under !== undefined) return (right) => valueUnder(under, right);
  if (posteriorOf) return (right) => densityOfLaw(right, posteriorOf);
  if (item.optimizers) return (right) => inPairsOfPlaces(right, item);
  if (tried.derived) return (right) => derivedSteps(item.left, right, tried.plan.definitions)[0]?.right ?? right;
  const inStep = asInStep(item);
  if (!tried.item || tried.item === item) return inStep;
  const facts = input.environment.facts(item);
  return (right) => readingsOf({ ...item, right: inStep(right) }, facts).find((r) => r.says === tried.reading)?.item.right ?? right;
}

/** Makes the integrals of distributions of a right side run over all values where those of the step do. */
function asInStep(item: Item): (right: Expr) => Expr {
  const { under } = item;
  if (under !== undefined) return (right) => valueUnder(under, right);
  if (item.optimizers) return (right) => inPairsOfPlaces(right, item);
  const names = new Set<string>();
  const collect = (n: Expr): void => void (n.op === "apply" && names.add(n.name ?? ""));
  for (const side of [item.left, item.right]) walk(side, (n) => void (n.op === "integral-over" && walk(n, collect)));
  // each of several distributions of one letter has its own name in the step
  const letters = new Map(
    [...markedNames(item.left, item.right)].map((n): [string, Overload] => [unmarked(n), { since: 0, paragraph: 0, ofVariables: false }]),
  );
  return (right) => overAllValues(marked(right, letters, 0, 0), names);
}

/** The step that goes on from this one's right side. */
export const nextItem = (item: Item, input: JudgeInput): Item | undefined =>
  input.groups.flatMap((g) => g.items).find((i) => i.link.left === item.link.right && i !== item);

/** Fixes as the report has them; two that read alike say what each leads to. */
export const fixesOf = ({ candidates }: Found, range: (span: Span) => Range): Fix[] =>
  candidates.map((c) => ({
    title: c.after && candidates.some((o) => o !== c && o.title === c.title) ? `${c.title}: $${c.after.trim()}$` : c.title,
    edits: c.edits.map((e: TextEdit) => ({ range: range({ from: e.from, to: e.to }), newText: e.newText })),
  }));
