/** Equations that could be something else than a claim, and that one stroke of the pen turns into an identity: no one solves for the one wrong sign. */
import type { Definition } from "../../derivation/facts/facts";
import { hasOperator, type Item } from "../../derivation/facts/items";
import { multipliesOut } from "../../derivation/reading/targets";
import { cueOf } from "../../derivation/roles/words-before";
import { familyNamed } from "../../distributions/index";
import { isConstantName, isImaginaryUnit, isMinusOne } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, number, rewrite, same, some, walk } from "../../expression/tree";
import { isToSolve } from "../answers/to-solve";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { boundedNames } from "./bounded-names";
import { constantSide } from "./constant-sides";
import { isChance } from "./doubts/domains";
import { failing } from "./failing";
import { openNames } from "./open-names";
import { type Loose, unrefutable } from "./refutable";

/** Edits that replace a sign, a digit or a name by its neighbour; nothing is put in or left out. */
const STROKE = 1.45;
/** In rules of a calculus that nobody solves for a name, a term too many is a slip as well. */
const RULE_STROKE = 1.85;
/** What an equation in fewer names or smaller sides becomes after an edit is no surprise. */
const NAMES = 2;
/** Equations in one complex number are solved less often than they are shown. */
const COMPLEX = /^(re|im|conj|arg)$/;
const ZERO = "\\mathbf{0}";
const LEAVES = { left: 2, right: 4 };

/** The judgement of an equation that is taken as given, where it is a slip in an identity; undefined where it is not. */
export function slipInGiven(item: Item, finals: readonly Tried[], input: JudgeInput): Judgement | undefined {
  const told = informative(finals);
  const suspect =
    item.relation === "=" &&
    !item.premise &&
    // binomials are zero at many points
    (differsEverywhere(told) ||
      (told.length > 0 && told.every(({ outcome }) => outcome.kind === "differs" && (isRule(item) || isChance([item.left, item.right], outcome))))) &&
    (isEvaluated(item, told) || isTurnedBack(item, told) || isClosedForm(item, told) || isRule(item) || (isElaborate(item, told) && !isNamed(item, told))) &&
    !isToSolve(item, input);
  return suspect ? slip(item, told, input, { code: "step/given", message: "" }) : undefined;
}

/** An equation in several numbers that claims only because both sides speak of the same, and that is nothing to expand: it may be the equation of a curve. */
export const mayBeCurve = (item: Item): boolean =>
  item.relation === "=" &&
  item.link.index === 0 &&
  !item.link.continued &&
  !multipliesOut(item.left) &&
  ![item.left, item.right].some((e) => hasOperator(e) || some(e, (n) => (n.op === "div" && n.args[1].op !== "number") || n.op === "absolute")) &&
  (item.left.op === "add" || !some(item.left, (n) => n.op === "add")) &&
  ![item.left, item.right].some((e) => some(e, (n) => n.op === "transpose" || (n.op === "symbol" && /^([A-Z]|\\mathbf)/.test(n.name ?? "")))) &&
  cueOf(item.link) !== "claim" &&
  !(item.universal && [...namesIn(item.left), ...namesIn(item.right)].every((n) => item.quantified?.has(n))) &&
  !/\b(identit(y|ies)|formula|for (all|any|every|each)|expand\w*|factor\w*|simplif\w+|rewrit\w+)\b/i.test(item.link.statement.prose.slice(-120)) &&
  namesIn(item.left).size >= NAMES &&
  namesIn(item.right).size >= NAMES;

/** The judgement of a claim that differs but speaks of what the document leaves open, where a slip explains it and the open names stay open. */
export const slipBeside = (item: Item, finals: readonly Tried[], input: JudgeInput, doubt: Loose): Judgement | undefined =>
  item.relation === "=" && differsEverywhere(finals) && isElaborate(item, finals) ? slip(item, finals, input, doubt) : undefined;

function slip(item: Item, finals: readonly Tried[], input: JudgeInput, doubt: Loose): Judgement | undefined {
  const assumed = new Set(input.environment.facts(item).flatMap((f) => (f.fact?.kind === "equation" ? [f.fact.span] : [])));
  // M(c) at the c that was found is worked out there
  const places = new Set(item.left.op === "apply" ? item.left.args.map(symbolName) : []);
  const plain = (d: Definition): boolean => (d.derived !== true && !assumed.has(d.span)) || (places.has(d.name) && isSolved(d));
  const trials = finals.map((t): Tried => {
    const definitions = new Map([...t.plan.definitions].filter(([, d]) => plain(d)));
    const plan = { ...t.plan, unused: [], definitions };
    const read = t.item ?? item;
    return definitions.size < t.plan.definitions.size ? { ...t, ...tryPlan(read, plan, input), item: read } : { ...t, plan };
  });
  if (finals.some((t) => constantSide(item.left, t) || unrefutable(item, t, input)?.settled)) return undefined;
  const defined = new Map(trials.flatMap((t) => [...t.plan.definitions]));
  const general = generalNames(item, input);
  const holds = (changed: Item): boolean => isTelling(changed, item, defined, general) && trials.some((t) => agreesUnder(changed, t, input));
  const found = failing(
    item,
    differsEverywhere(trials) ? trials : finals,
    input,
    holds,
    doubt,
    isRule(item) || isThroughFormulas(item, trials) ? RULE_STROKE : STROKE,
  );
  return found.verdict === "fails" ? found : undefined;
}

/** Readings that gave no information are none, where another one did. */
const informative = (finals: readonly Tried[]): readonly Tried[] =>
  finals.filter(({ outcome }) => outcome.kind !== "unknown" || outcome.code !== "sample/uninformative");

const differsEverywhere = (finals: readonly Tried[]): boolean =>
  finals.length > 0 && finals.every(({ outcome }) => outcome.kind === "differs" && outcome.holdsIn.length === 0);

/** f(0) = …, f(x^*) = … of an x^* that has a formula, of a function that has a formula, in the names that the formulas leave open: it is worked out there. */
const isEvaluated = ({ left, right }: Item, finals: readonly Tried[]): boolean =>
  left.op === "apply" &&
  finals.every((t) => {
    const isPlace = (a: Expr): boolean => {
      const d = a.op === "symbol" || a.op === "indexed" ? definitionOf(symbolName(a), t.plan.definitions) : undefined;
      return namesIn(a).size === 0 || (d !== undefined && (d.derived === undefined || (isSolved(d) && !namesIn(right).has(symbolName(a)))));
    };
    if (!left.args.every(isPlace)) return false;
    const d = t.plan.definitions.get(left.name ?? "");
    const [own, other] = [openNames(left, t), openNames(right, t)];
    return d !== undefined && !d.derived && d.params.length > 0 && other.size > 0 && [...other].every((n) => own.has(n));
  });

/** A formula that an equation gives a plain name, c = (n - 1)/(n + 1). */
const isSolved = (d: Definition): boolean => d.params.length === 0 && !some(d.body, (n) => n.op === "solution") && namesIn(d.body).size > 0;

/** z = (y - t) e^{-s} where the document has said that y = z e^{s} + t: the formula of one of its names speaks of z, which is what is solved for. */
const isTurnedBack = ({ left, right }: Item, finals: readonly Tried[]): boolean =>
  /^(symbol|indexed)$/.test(left.op) &&
  !namesIn(right).has(symbolName(left)) &&
  leaves(right).length + calls(right) >= LEAVES.right &&
  finals.every(({ plan: { definitions } }) => {
    const spoken = [...namesIn(right)].flatMap((n) => definitionOf(n, definitions) ?? []);
    return spoken.some((d) => !d.derived && d.params.length === 0 && leaves(d.body).some((n) => symbolName(n) === symbolName(left)));
  });

/** F(x) = …, of what an integral, a sum or a limit in the same names has defined, without such: it is worked out. */
const isClosedForm = ({ left, right }: Item, finals: readonly Tried[]): boolean =>
  (left.op === "symbol" || (left.op === "apply" && left.args.every((a) => a.op === "symbol"))) &&
  !hasOperator(right) &&
  namesIn(right).size > 0 &&
  finals.every((t) => {
    const d = t.plan.definitions.get(left.name ?? "");
    if (!d || d.derived || !hasOperator(d.body) || d.params.length !== left.args.length) return false;
    const own = openNames(left, t);
    return [...openNames(right, t)].every((n) => own.has(n));
  });

/** 1/(x² - 1) = A/(x - 1) + B/(x + 1): one fraction, and a sum of two or more. */
function isPartialFractions(left: Expr, right: Expr): boolean {
  const isFraction = (e: Expr): boolean => (e.op === "neg" ? isFraction(e.args[0]) : e.op === "div" && namesIn(e.args[1]).size > 0);
  const sums = (e: Expr): boolean => e.op === "add" && e.args.length >= 2 && e.args.every(isFraction);
  return isFraction(left) && (sums(right) || (right.op === "mul" && right.args.some(sums)));
}

/** (cos θ + i sin θ)³ = …: nobody solves for the angle. */
const isOfPowers = (left: Expr, right: Expr): boolean => left.op === "pow" && [left, right].every((e) => calls(e) >= 2 && some(e, isImaginaryUnit));

/** The rule of Pascal, (AB)^T = B^T A^T, a × b = −b × a: both sides speak of the same names, in binomials, transposes and inverses of products, cross products, or numbers of elements. */
function isRule({ left, right }: Item): boolean {
  if (isDerivativeRule(left, right) || isMomentRule(left, right)) return true;
  const [own, other] = [namesIn(left), namesIn(right)];
  if (own.size < NAMES || own.size !== other.size || ![...own].every((n) => other.has(n))) return false;
  const binomials = (e: Expr): boolean => some(e, (n) => n.op === "call" && n.name === "binomial" && namesIn(n).size >= NAMES);
  const crossed = (e: Expr): boolean =>
    some(e, (n) => n.op === "mul" && n.data?.style === "times" && n.args.every((a) => /^\\(vec|mathbf|boldsymbol)\{/.test(a.name ?? "")));
  const turned = (e: Expr): boolean =>
    (e.op === "transpose" || (e.op === "pow" && isMinusOne(e.args[1]))) &&
    e.args[0].op === "mul" &&
    e.args[0].args.every((a) => /^([A-Z]|\\mathbf\{)/.test(a.name ?? ""));
  const united = (e: Expr): boolean => some(e, (n) => n.op === "absolute" && n.args[0].op === "set");
  return [binomials, crossed, united].some((is) => is(left) && is(right)) || (turned(left) && right.op === "mul");
}

/** (u/v)' = … in u, v and their derivatives: functions that any formula may stand for. */
function isDerivativeRule(left: Expr, right: Expr): boolean {
  if (left.op !== "derivative" || !/^(mul|div|add|pow)$/.test(left.args[0].op)) return false;
  const [own, other] = [namesIn(left.args[0]), namesIn(right)];
  const functions = new Set([...other].map((n) => n.replace(/'+$/, "")));
  return [...own].every((n) => /^[fghuvw]$/.test(n) && other.has(`${n}'`)) && [...functions].every((n) => own.has(n));
}

/** Var(X) = E[X²] - E[X]²: what moments of any random names make of each other. */
function isMomentRule(left: Expr, right: Expr): boolean {
  const isMoment = (e: Expr): boolean => e.op === "statistic" && /^(expectation|variance|covariance)$/.test(e.name ?? "");
  const count = (e: Expr): number => (isMoment(e) ? 1 : e.args.reduce((n, a) => n + count(a), 0));
  const without = (e: Expr): Expr => (isMoment(e) ? number(1, e.span) : { ...e, args: e.args.map(without) });
  const isOfMoments = [left, right].every((e) => count(e) > 0 && namesIn(without(e)).size === 0);
  // P(E), a statistic that is no moment, is left over
  const isOther = (e: Expr): boolean => some(e, (n) => n.op === "statistic" && !isMoment(n));
  return isOfMoments && ![left, right].some(isOther) && count(right) > 1 && [...namesIn(left)].every((n) => namesIn(right).has(n));
}

/** "…, so J(w) = …" of a J(w) that has a formula in the same names: another form of it. */
const isRewritten = ({ left, right, link }: Item, finals: readonly Tried[]): boolean =>
  left.op === "apply" &&
  cueOf(link) === "claim" &&
  finals.every((t) => {
    const d = t.plan.definitions.get(left.name ?? "");
    if (!d || d.derived || d.params.length !== left.args.length || !left.args.every((a, i) => a.name === d.params[i])) return false;
    const [own, other] = [namesIn(d.body), namesIn(right)];
    return own.size === other.size && [...own].every((n) => other.has(n));
  });

/** A name by itself that the other side does not mention: a value or a formula for it. A functional of distributions that has a formula is worked out. */
function isNamed(item: Item, finals: readonly Tried[]): boolean {
  if (isRewritten(item, finals)) return false;
  const settled = finals.every(({ plan }) => plan.definitions.get(item.left.name ?? "")?.derived === undefined && plan.definitions.has(item.left.name ?? ""));
  if (settled && item.left.op === "apply" && some(item.right, (n) => n.op === "sum-over" || n.op === "integral-over" || n.op === "statistic")) return false;
  const lone = (e: Expr) => e.op === "symbol" || e.op === "indexed" || e.op === "apply";
  const mentions = (e: Expr, name: string): boolean => leaves(e).some((n) => symbolName(n) === name || n.name === name);
  return lone(item.left) && !mentions(item.right, symbolName(item.left));
}

/** sin² x = 1 − cos² x, tan(arcsin x) = …: functions of one name. The words before it do not suppose it. */
const isOfFunctions = ({ left, right, link }: Item): boolean => calls(left) > 0 && calls(left) + calls(right) >= 2 && isSaid(link);

const isSaid = (link: Item["link"]): boolean => !/^(given|define)$/.test(cueOf(link) ?? "");

/** z + z̄ = …, of what a formula defines, in the names that this leaves open: it is worked out. */
const isThroughFormulas = ({ left, right, link }: Item, finals: readonly Tried[]): boolean =>
  leaves(left).length >= LEAVES.left &&
  isSaid(link) &&
  finals.every((t) => {
    const [own, other] = [openNames(left, t), openNames(right, t)];
    const isFormula = (n: string): boolean => {
      const d = definitionOf(n, t.plan.definitions);
      return d !== undefined && !d.derived && namesIn(d.body).size > 0 && !namesIn(d.body).has(n);
    };
    return [...namesIn(left)].some(isFormula) && other.size > 0 && [...other].every((n) => own.has(n));
  });

function isElaborate(item: Item, finals: readonly Tried[]): boolean {
  const { left, right } = item;
  if (isThroughFormulas(item, finals)) return true;
  const names = new Set([...namesIn(left), ...namesIn(right)]);
  const enough =
    names.size >= NAMES ||
    isPartialFractions(left, right) ||
    isOfPowers(left, right) ||
    isOfFunctions(item) ||
    [left, right].some((e) => some(e, (n) => n.op === "call" && COMPLEX.test(n.name ?? "")));
  const bodies = [...namesIn(right)].flatMap((n) => finals[0]?.plan.definitions.get(n) ?? []).filter((d) => d.derived !== true && d.body.op !== "number");
  const leavesOfRight = leaves(right).length + calls(right) + bodies.reduce((sum, d) => sum + leaves(d.body).length, 0);
  return enough && (left.op === "call" || leaves(left).length >= LEAVES.left) && leavesOfRight >= LEAVES.right;
}

/** Names that the paragraph or the one before it puts into a set or between numbers: they stand for any of these, and for no value that was put in. */
export function generalNames(item: Item, input: JudgeInput): Set<string> {
  const { paragraph } = item.link.statement.block;
  return new Set(
    input.environment
      .facts(item)
      .flatMap((f) => (f.fact?.kind === "condition" && Math.abs(f.link.statement.block.paragraph - paragraph) <= 1 ? boundedNames(f.fact.relation) : [])),
  );
}

/** The edit brings in no name of the left side that the right side had lost, which may be a value put in, and does more than write the left side again. */
export function isTelling(changed: Item, item: Item, defined: ReadonlyMap<string, Definition>, general: ReadonlySet<string>): boolean {
  const before = spokenOf(item.right);
  const [left, right] = [spokenOf(changed.left), spokenOf(changed.right)];
  if ([...right].some((n) => !before.has(n) && !general.has(n) && !isOtherTerm(n, before, defined))) return false;
  // two names for what may be one thing
  const [reached, there] = [withBodies(left, defined), withBodies(right, defined)];
  const isOpen = (n: string): boolean => !definitionOf(n, defined) && !familyNamed(n);
  if (
    [...left].some((n) => !there.has(n) && isOpen(n) && !isTermOfOne(n, there)) &&
    [...right].some((n) => !reached.has(n) && !isOtherTerm(n, reached, defined))
  )
    return false;
  // said anew, with another formula
  if (item.left.op === "apply" && spelled(defined.get(item.left.name ?? "")?.body ?? item.left) === spelled(changed.right)) return false;
  return !same(changed.left, changed.right) && spelled(changed.left) !== spelled(changed.right);
}

/** π_i where π_k stood, of a π of which a formula gives every term: no value was put in for it. */
function isOtherTerm(name: string, before: ReadonlySet<string>, defined: ReadonlyMap<string, Definition>): boolean {
  const base = name.replace(/_\{[^}]*\}$/, "");
  const d = defined.get(base);
  return base !== name && d?.indexed === true && d.params.length > 0 && !d.derived && [...before].some((n) => n.startsWith(`${base}_{`));
}

/** θ_k beside θ_i, which the formula of every term speaks of. */
const isTermOfOne = (name: string, others: ReadonlySet<string>): boolean => {
  const [, base] = /^(.+)_\{[a-z]\}$/.exec(name) ?? [];
  return base !== undefined && [...others].some((n) => n.startsWith(`${base}_{`) && /_\{[a-z]\}$/.test(n));
};

/** The names in an expression, u for u', without the variable that (uv)' leaves out. */
function spokenOf(e: Expr): Set<string> {
  const bare = rewrite(e, (n) => (n.op === "derivative" && n.data?.guessed ? n.args[0] : n));
  return new Set([...namesIn(bare)].map((n) => n.replace(/'+$/, "")));
}

const definitionOf = (name: string, defined: ReadonlyMap<string, Definition>): Definition | undefined => {
  const terms = defined.get(name.replace(/_\{[^}]*\}$/, ""));
  return defined.get(name) ?? (terms?.indexed ? terms : undefined);
};

/** Names, and those that their definitions lead to. */
function withBodies(names: ReadonlySet<string>, defined: ReadonlyMap<string, Definition>): Set<string> {
  const reached = new Set(names);
  for (const n of reached) for (const inner of namesIn(definitionOf(n, defined)?.body ?? number(0))) reached.add(inner);
  return reached;
}

/** What an expression is made of, whatever the order. */
const spelled = (e: Expr): string =>
  parts(e)
    .map((n) => `${n.op} ${n.name ?? ""}`)
    .sort()
    .join();

function parts(e: Expr): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => void found.push(n));
  return found;
}

/** Functions that are applied: sin x cos y is no plain product. */
const calls = (e: Expr): number => parts(e).filter((n) => n.op === "call").length;

const leaves = (e: Expr): Expr[] => parts(e).filter((n) => n.args.length === 0 || n.op === "indexed" || n.op === "apply");

const namesIn = (e: Expr): Set<string> => {
  const names = namesOf(e);
  return new Set(
    [...names.symbols, ...names.applied.keys(), ...[...names.indexed.values()].flat().map(symbolName)].filter((n) => !isConstantName(n) && n !== ZERO),
  );
};
