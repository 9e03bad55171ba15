/** Equations that follow from equations before them: rows that transform an equation, values that are found, systems that are solved. */
import type { Followed } from "../../checks/implication";
import { freeNames } from "../../checks/solutions";
import { type Definition, plainDefinition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import { hasOperator, type Item, type ItemGroup } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { isTried } from "../../derivation/plans/equations-to-try";
import { hidesDependence } from "../../derivation/plans/hidden-dependence";
import { isInBothFormulas, isPastRoot } from "../../derivation/plans/passing-values";
import type { Plan } from "../../derivation/plans/plan";
import { lastFragment } from "../../document/cues";
import { type Assertion, all, assertionOf, expressionsIn } from "../../expression/assertion";
import { namesOf, symbolName } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, same, some, symbol } from "../../expression/tree";
import { attemptDirection, type Direction, exceptAt, list } from "../answers/arrows";
import { isToSolve } from "../answers/to-solve";
import { pointInWords } from "../figure";
import type { Step } from "../report";
import { caseStart, sentenceBefore } from "./case-start";
import { isOfOtherItem } from "./list-items";
import type { JudgeInput } from "./trial";

type Verdict = Pick<Step, "verdict" | "code" | "message"> & Partial<Pick<Step, "basis" | "uses" | "witness" | "holdsIf">>;

/** Facts that are tried together, at most. */
export const MOST = 4;
/** What is too costly to be solved numerically. */
const HEAVY = /^(integral|limit|statistic|antiderivative|sum-over|gradient|hessian|matrix|norm|transpose|adjoint|determinant|kronecker|hadamard)/;
export const isHeavy = (i: Item): boolean =>
  [i.left, i.right].some((e) => some(e, (n) => HEAVY.test(n.op) || ((n.op === "sum" || n.op === "prod") && n.args.some((a) => a.name === "\\infty"))));
const CUE =
  /\b(so|hence|thus|therefore|then|gives?|giving|we (get|obtain|have|find)|yields?|becomes|simplif\w+|rewrit\w+|rearrang\w+|factor\w*|which means|that is|i\.e|(?:that|which) is equivalent to|equivalently|means|implies|follows|dividing|multiplying|subtracting|adding|taking)\b[^.]*$/i;

/** Names of the facts that a consequence may rest on: names of plain numbers. */
const namesIn = (item: Item): Set<string> => allNames([item.left, item.right]);

const usable = (f: Item, item: Item): boolean =>
  f.relation === "=" &&
  f.order < item.order &&
  f.scope === item.scope &&
  f.role !== "unread" &&
  !isHeavy(f) &&
  (f.fact?.kind === "equation" || (f.fact?.kind === "definition" && f.fact.params.length === 0 && !f.fact.indexed));

/** The equations before an item that share names with it, nearest first, and then those that share names with them. */
export function premises(item: Item, facts: readonly Item[], groups: readonly ItemGroup[]): Item[] {
  const names = namesIn(item);
  const chosen: Item[] = [];
  const beside = groups.flatMap((g) => g.items.slice(0, 1)).filter((i) => i.order < item.order && isTransformed(i));
  // a step of a chain never follows from the steps before it in the chain: one slip would excuse the next
  const chain = chainBefore(item, groups);
  const formulas = definitionsFor(item, names, facts);
  const waiting = [...facts.filter((x) => usable(x, item) && !chain.has(x)), ...beside.filter((i) => i.scope === item.scope && !chain.has(i))]
    .filter((f) => !isPastRoot(f, item) && !(isValue(f) && isInBothFormulas(symbolName(isName(f.left) ? f.left : f.right), item, formulas)))
    .sort((a, b) => b.order - a.order);
  // an equation that comes into reach with one of them may stand nearer than it; so may a value, one of the answers
  while (chosen.length < MOST) {
    const last = chosen[chosen.length - 1];
    const at = waiting.findIndex((f) => [...namesIn(f)].some((n) => names.has(n)) && !(last && f.order > last.order && isValue(f)));
    if (at < 0) break;
    const [f] = waiting.splice(at, 1);
    chosen.push(f);
    for (const n of namesIn(f)) names.add(n);
  }
  return chosen;
}

/** The claimed steps that lead up to the left side of a step in its chain. */
function chainBefore(item: Item, groups: readonly ItemGroup[]): Set<Item> {
  const found = new Set<Item>();
  if (!item.link.continued) return found;
  const items = groups.flatMap((g) => g.items);
  for (let at: Item | undefined = item; at?.link.continued; ) {
    const { left } = at.link as Item["link"];
    at = items.find((i) => i.link.right === left);
    if (!at || found.has(at)) break;
    if (at.role === "claim") found.add(at);
  }
  return found;
}

/** A lone equation that nothing marks as more than a claim, and that may be one to be solved. */
const isTransformed = (i: Item): boolean =>
  i.role === "claim" &&
  i.fact === undefined &&
  i.relation === "=" &&
  !i.link.continued &&
  freeNames([i.left]).size > 0 &&
  freeNames([i.right]).size > 0 &&
  ![i.left, i.right].some((e) => some(e, (n) => /^(sum|prod|integral|limit|derivative|antiderivative|statistic|matrix)/.test(n.op)));

const restates = (item: Item, f: Item): boolean =>
  (same(item.left, f.left) && same(item.right, f.right)) || (same(item.left, f.right) && same(item.right, f.left));

/** An operator over a variable on which a premise makes a name inside depend: premises are met at single points, where d(u + 3)/dx would be zero. */
function isOverDependent(item: Item, premises: readonly Item[], functions: ReadonlyMap<string, Definition>): boolean {
  const related = premises.flatMap((f) => {
    // the i of Σ_i x_i is no name of the equation
    const { bound } = namesOf(f.left, f.right);
    const names = [...allNames([f.left, f.right])].filter((name) => !bound.has(name));
    const body = node(
      "tuple",
      names.map((name) => symbol(name)),
      f.left.span,
    );
    return names.map((name): [string, Definition] => [name, plainDefinition(name, body)]);
  });
  return hidesDependence([item.left, item.right], new Map([...related, ...functions]));
}

/** f'(x) > 0 behind f'(4) = 0: values of a function without a formula of which the premises say nothing. */
function speaksOfOtherValues({ left, right }: Item, premises: readonly Item[], functions: ReadonlyMap<string, Definition>): boolean {
  const told = premises.flatMap((f) => [f.left, f.right]);
  const isOther = (n: Expr): boolean => n.op === "apply" && !functions.has(n.name ?? "") && !told.some((side) => some(side, (m) => same(m, n)));
  return [left, right].some((e) => some(e, isOther));
}

/** The verdict of a statement that holds because of earlier equations, or that contradicts the row it is derived from; undefined where neither was found. */
export function consequence(item: Item, input: JudgeInput): Verdict | undefined {
  if (!/^(=|<|>|<=|>=|!=)$/.test(item.relation)) return undefined;
  if (isHeavy(item)) return undefined;
  const conclusion = assertionOf(item.left, item.relation, item.right);
  if (!conclusion || (freeNames(expressionsIn(conclusion)).size === 0 && namesIn(item).size === 0)) return undefined;
  const facts = input.environment.facts(item);
  const candidates = premises(item, facts, input.groups);
  if (candidates.length === 0 || candidates.some((f) => restates(item, f))) return undefined;
  const functions = new Map(
    [...definitionsFor(item, allNames([...candidates, item].flatMap((i) => [i.left, i.right])), facts)].filter(([, d]) => d.params.length > 0),
  );
  if (speaksOfOtherValues(item, candidates, functions)) return undefined;
  if (isOverDependent(item, candidates, functions) || candidates.some((f) => isTried(f, item, facts))) return undefined;
  const attempt = (extra: readonly Item[]): Direction | undefined => {
    const parts = extra.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
    return parts.length
      ? attemptDirection(
          all(parts),
          conclusion,
          { definitions: functions, extra: [] },
          item,
          facts.filter((f) => f.fact?.kind === "condition"),
          input,
        )
      : undefined;
  };
  let first: Followed | undefined;
  let conditional: Verdict | undefined;
  for (let count = 1; count <= candidates.length; count++) {
    const used = candidates.slice(0, count);
    const found = attempt(used)?.found;
    if (count === 1) first = found;
    // an identity is not shown at the values that its names happen to have
    if (found?.kind === "follows" && found.pinned && (isIdle(item, used) || isFormula(item))) return undefined;
    if (found?.kind === "follows" && !found.unless) return holds(found, pruned(used, attempt), input);
    if (found?.kind === "follows") conditional ??= holds(found, used, input);
  }
  if (conditional) return conditional;
  const rival = item.role === "soft" && SOLVING.test(lastFragment(item.link.statement.prose)) ? candidates.find((f) => isOfSameNames(item, f)) : undefined;
  if (rival && !restsOnFailure(rival, input) && !isOfOtherItem(rival, item, input.text)) {
    const found = rival === candidates[0] ? first : attempt([rival])?.found;
    if (found?.kind === "broken" && found.always && found.solvedForm && !found.open && !found.region && !found.rough) return otherwiseSolved(found);
  }
  if (candidates[0].link.left.from < caseStart(item, input.text) || isOfOtherItem(candidates[0], item, input.text)) return undefined;
  return first?.kind === "broken" && !restsOnFailure(candidates[0], input) && (item.role === "soft" || (item.role === "claim" && isToSolve(item, input)))
    ? contradiction(item, candidates[0], first, input)
    : undefined;
}

/** A claim in a chain or behind a value, or a statement about a sum: that it holds at the one value its names happen to have says nothing. */
const isIdle = (item: Item, used: readonly Item[]): boolean =>
  (item.role === "claim" && (item.link.continued || used.some(isValue))) || [item.left, item.right].some(hasOperator);

/** f(x) = …: a formula for a function says more than what it is at one point. */
const isFormula = ({ left, right }: Item): boolean => left.op === "apply" && left.args.some((a) => a.op === "symbol" && hasSymbol(right, a.name));

const followsPlainly = (found: Followed | undefined): boolean => found?.kind === "follows" && !found.unless;

/** Without the facts that are not needed. */
function pruned(used: readonly Item[], attempt: (extra: readonly Item[]) => Direction | undefined): Item[] {
  let kept = [...used];
  if (used.length > 1 && used.length <= 4)
    for (const f of used) {
      const fewer = kept.filter((k) => k !== f);
      if (fewer.length && followsPlainly(attempt(fewer)?.found)) kept = fewer;
    }
  return kept;
}

function holds(found: Extract<Followed, { kind: "follows" }>, used: readonly Item[], input: JudgeInput): Verdict {
  const uses = used.map((f) => ({
    range: input.range({ from: f.link.left.from, to: f.link.right.to }),
    text: input.text.slice(f.link.left.from, f.link.right.to),
  }));
  if (found.unless) return { verdict: "holds-if", code: "equation/holds-if", ...exceptAt(found.unless), uses };
  const at = found.pinned && found.name && found.values.length > 0 && found.values.length <= 4 ? ` (${list(found.name, found.values)})` : "";
  return {
    verdict: "holds",
    basis: "sampled",
    code: "equation/follows",
    message: `Follows from ${used.length === 1 ? "an equation" : `${used.length} equations`} before it${at}.`,
    uses,
  };
}

/** An equation that a false step led to, or is: what contradicts it may be right. */
export const restsOnFailure = (f: Item, { failed }: JudgeInput): boolean =>
  [...(failed?.keys() ?? [])].some(
    (l) =>
      l === f.link ||
      (l.statement.block === f.link.statement.block && l.sign.from < f.link.sign.from && (l.statement === f.link.statement || f.link.continued)),
  );

const isNumber = (e: Expr): boolean => freeNames([e]).size === 0;
const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
export const isValue = (i: Item): boolean => (isName(i.left) && isNumber(i.right)) || (isName(i.right) && isNumber(i.left));

/** R² = 0.25 and then R² = 0.26: a figure of something else. */
export const isOtherFigure = (item: Item, before: Item): boolean =>
  !isName(item.left) && same(item.left, before.left) && isNumber(item.right) && isNumber(before.right);

/** A row in one unknown that no solution of the row before it satisfies. */
function contradiction(item: Item, before: Item, found: Extract<Followed, { kind: "broken" }>, input: JudgeInput): Verdict | undefined {
  if (!found.always || found.open || found.region || found.rough || item.relation !== "=" || isValue(before) || item.premise || before.premise)
    return undefined;
  if (isOtherFigure(item, before)) return undefined;
  const derived = adjacent(item, before, input.groups);
  if (derived && !found.pinned && found.solvedForm && allNames([item.right]).size > 0 && before.link.statement.block !== item.link.statement.block)
    return leadsOnly(item, input.text) ? otherwiseSolved(found) : undefined;
  if (!derived || found.lost.length === 0 || !found.name) return undefined;
  if (!found.pinned) return isRewritten(item, before) && found.lost.length >= ENOUGH ? rewritten(found) : undefined;
  if (found.lost.length > MANY) return undefined;
  return {
    verdict: "fails",
    code: "equation/contradicts",
    message: `Does not follow: the equation before it has ${found.lost.length > 1 ? "the solutions" : "the solution"} ${list(found.name, found.lost)}, where this one is false.`,
    witness: { values: { ...found.witness }, left: 1, right: 0 },
  };
}

/** What is said where an equation is solved for a name, and nothing is done to what it speaks of: no shift, no mirror, no other case. */
const LEADING = new Set(
  (
    "so hence thus therefore then that is i.e i e or and also which this it we one you can be gives give giving yields yielding means implies implying follows get gets obtain " +
    "obtains have find finds see solve solved solving for isolating isolate rearranging rearranged rearrange dividing divide multiplying multiply subtracting adding both sides " +
    "side by to from on through with the a an of taking take root roots square cube logarithm logarithms equation above last first now equivalently where in terms as expressed"
  ).split(" "),
);
/** What is done to the equation in the words of the sentence before it. */
const DONE =
  /\b(replac\w+|interchang\w+|swap\w*|exchang\w+|shift\w*|translat\w+|reflect\w*|rotat\w+|scal(e[sd]?|ing)|stretch\w*|mirror\w*|substitut\w+|chang\w+|new|revers\w+|permut\w+|neglect\w*|instead|draw\w*|\w*sampl\w+|updat\w+|iterat\w+|alternat\w+)\b/i;
function leadsOnly(item: Item, text: string): boolean {
  const { statement } = item.link;
  const words = `${lastFragment(statement.prose)} ${statement.lead}`.toLowerCase().match(/[a-z]+/g) ?? [];
  // "Then, for $n = k + 1$": a value that is chosen
  if (/\bfor\s*$/i.test(`${statement.prose} ${statement.lead}`) && !/\bsolv\w+[^.]{0,20}\bfor\s*$/i.test(statement.prose)) return false;
  return words.every((w) => LEADING.has(w)) && !DONE.test(sentenceBefore(item, text));
}

const otherwiseSolved = (found: Extract<Followed, { kind: "broken" }>): Verdict => ({
  verdict: "fails",
  code: "equation/contradicts",
  message: `Does not follow from the equation before it: it is false wherever that one holds, as at ${pointInWords(found.witness)}.`,
  witness: { values: { ...found.witness }, left: 1, right: 0 },
});

/** Words that solve an equation before them for the name behind them. */
export const SOLVING =
  /\bsolv(?:ing|ed)\b[^.]{0,30}\bfor\b|\b(?:we|can|be|to|and) solved?\b[^.]{0,30}$|\binvert(?:ing|ed|s)?\b|\binverse (?:\w+ )?(?:is|reads|becomes)\b/i;

/** A formula for a name in the names of an equation before it, behind words that solve that one: it is the answer, though "solve" often asks. */
export const isSolvedAgain = (item: Item, input: JudgeInput): boolean =>
  item.relation === "=" &&
  item.link.index === 0 &&
  !item.link.continued &&
  isName(item.left) &&
  !some(item.right, (n) => same(n, item.left)) &&
  SOLVING.test(lastFragment(item.link.statement.prose)) &&
  premises(item, input.environment.facts(item), input.groups).some((f) => isOfSameNames(item, f));

/** In the same names, all of them. */
function isOfSameNames(item: Item, before: Item): boolean {
  const [own, other] = [namesIn(item), namesIn(before)];
  return own.size === other.size && own.size > 1 && [...own].every((n) => other.has(n));
}

/** More solutions are no list. */
const MANY = 60;
/** Different solutions at which an equation in several unknowns must be false. */
const ENOUGH = 3;

/** Another form of the equation before it, in the same names: by the words between them. */
function isRewritten(item: Item, before: Item): boolean {
  const [own, other] = [namesIn(item), namesIn(before)];
  const words = lastFragment(item.link.statement.prose);
  return (
    own.size === other.size &&
    [...own].every((n) => other.has(n)) &&
    /\b(rewrit\w+|simplif\w+|rearrang\w+|equivalent\w*|expand\w+|factor\w*)\b/i.test(words) &&
    !/\b(let|substitut\w+|set|put|where)\b/i.test(words)
  );
}

const rewritten = (found: Extract<Followed, { kind: "broken" }>): Verdict => ({
  verdict: "fails",
  code: "equation/contradicts",
  message: `Does not follow: it is false at ${pointInWords(found.witness)}, where the equation before it is true.`,
  witness: { values: { ...found.witness }, left: 1, right: 0 },
});

/** A rule or a remark that speaks of nothing that the statement speaks of: "using log(a^b) = b log(a)". */
const isAside = (items: readonly Item[], item: Item): boolean => {
  const own = freeNames([item.left, item.right]);
  return (
    items.length > 0 &&
    items.every((i) => i.role !== "given" && ![...freeNames([i.left, i.right])].some((n) => own.has(n)) && freeNames([i.left, i.right]).size > 0)
  );
};

/** "maximising this yields": the value is where it is largest, no solution of it. */
const OPTIMISED = /\b(maximi[sz]|minimi[sz]|optimi[sz])\w*\b/i;

/** The next row of a display, or the next formula after words such as "so". */
export function adjacent(item: Item, before: Item, groups: readonly ItemGroup[]): boolean {
  const [a, b] = [before.link.statement, item.link.statement];
  if (
    a.id >= b.id ||
    groups.some(({ line, items }) => line.id > a.id && line.id < b.id && line.links.length > 0 && !isAside(items, item)) ||
    item.link.index > 0 ||
    a.system ||
    b.system ||
    /\b(or|and|case|if)\b/i.test(b.lead) ||
    /\b(or|either|case)\b[\s,]*$/i.test(`${a.prose} ${a.lead}`)
  )
    return false;
  if (a.block === b.block) return b.row === a.row + 1;
  // "Solve 3(x - 2) = 2x + 5." and the next equation without a word
  if (/\bsolve\b[^.]{0,40}$/i.test(a.prose) && b.block.display && b.row === 0 && !/[a-z]/i.test(`${b.prose} ${b.lead}`)) return true;
  const words = b.prose
    .replace(/\bsolving (this|the|that|our|for)\b[^.,:]{0,40}/gi, "")
    .replace(/\blet[’']s\b|\bthe (first|second|other)\b|\b(re-?write|simplify|factor) (the|this) equation\b/gi, "");
  return (
    CUE.test(b.prose) &&
    !OPTIMISED.test(lastFragment(b.prose)) &&
    !/\b(case|if|let|suppose|assume|other|another|second|also|similarly|first|when|consider|equation|try)\b/i.test(words)
  );
}

/** Whether a claim is wrong at every solution of the equations that no plan could use. */
export function refutedBeside(item: Item, plan: Plan, input: JudgeInput): boolean {
  const conclusion = assertionOf(item.left, item.relation, item.right);
  // f^{-1} of a function: such an equation was not understood
  if (plan.unused.some((f) => [f.left, f.right].some((e) => some(e, (n) => n.op === "symbol" && (plan.definitions.get(n.name ?? "")?.params.length ?? 0) > 0))))
    return false;
  const parts = plan.unused.map((f) => assertionOf(f.left, "=", f.right));
  if (!conclusion || parts.length === 0 || parts.length > 4 || parts.some((p) => p === undefined)) return false;
  const { found, opaque } = attemptDirection(all(parts as Assertion[]), conclusion, { definitions: plan.definitions, extra: [] }, item, [], input);
  return found.kind === "broken" && found.always && !found.open && !found.rough && !opaque;
}
