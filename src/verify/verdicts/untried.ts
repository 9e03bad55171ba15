/** Verdicts before anything is tried: what was not read, definitions, givens, and matrices that the document declares otherwise. */

import type { Definition } from "../../derivation/facts/facts";
import { hasError, type Item } from "../../derivation/facts/items";
import { isMapping } from "../../derivation/names/mappings";
import { momentOf } from "../../derivation/random/moments";
import { baseOf, isGivenProbability, type RandomVariable, secondMoment } from "../../derivation/random/random";
import { isDots } from "../../derivation/reading/left-out";
import { readingsOf } from "../../derivation/reading/readings";
import { freeSymbols } from "../../derivation/reading/targets";
import { isAsked } from "../../derivation/roles/index";
import { same, some } from "../../expression/tree";
import { sourceOf } from "../../latex/groups";
import type { Token } from "../../latex/tokens";
import { isAnotherForm } from "../accusing/algebraic-moves";
import { densityFindings } from "../accusing/densities";
import { notSquare } from "../accusing/rectangular";
import { standardFormula } from "../accusing/standard-formula";
import { isPutIn } from "../accusing/substitutions";
import { asSolution } from "../answers/estimates";
import { namedMatrix } from "../answers/named-matrices";
import type { Step } from "../report";
import { isSolvedAgain } from "../trying/consequences";
import type { JudgeInput } from "../trying/trial";
import { agreement } from "./agreement";
import { answered } from "./answered";
import { generalDerivative } from "./general-derivatives";
import { type Judging, nothingClaimed, type Rule, takenAsGiven, withOwnWork } from "./judging";

/** What is asked of every step, first to last. */
export const UNTRIED: readonly Rule<Judging>[] = [
  mapping,
  unreadExpression,
  unknownRelation,
  leavingOut,
  ofStandardFormula,
  ofNamedMatrix,
  generalDerivative,
  defining,
  givingLaw,
  given,
  notOfSquare,
];

function mapping(step: Judging): Step | undefined {
  const { link } = step.item;
  if (!isMapping(link)) return undefined;
  const given = takenAsGiven(step, "Says from where to where a function goes: nothing is claimed.");
  const plain = ({ tokens }: { readonly tokens: readonly Token[] }): string => sourceOf(tokens);
  return { ...given, left: plain(link.left), right: plain(link.right) };
}

function unreadExpression({ item, shared }: Judging): Step | undefined {
  const unread = hasError(item.left) ?? hasError(item.right);
  return unread && { ...shared, verdict: "unchecked", code: "expression/not-read", message: `Not checked: ${unread.name}.` };
}

function unknownRelation({ item, shared }: Judging): Step | undefined {
  if (item.role !== "unread") return undefined;
  if (isAsked(item.link)) return { ...shared, verdict: "unchecked", code: "relation/question", message: "Not judged: a question mark stands over the sign." };
  return { ...shared, verdict: "unchecked", code: "relation/unknown", message: `The relation "${item.relation}" is not checked here.` };
}

/** a = …, … < b: what is left out is claimed by the signs around it. */
function leavingOut(step: Judging): Step | undefined {
  if (!isDots(step.item.left) && !isDots(step.item.right)) return undefined;
  return takenAsGiven(step, "Taken as given: the dots stand for what is left out here.");
}

function ofStandardFormula({ item, input, shared }: Judging): Step | undefined {
  const standard = item.role === "defines" || item.role === "given" ? standardFormula(item, input) : undefined;
  return standard && { ...shared, ...agreement(item, standard, input) };
}

function ofNamedMatrix({ item, input, shared }: Judging): Step | undefined {
  const found = item.role === "defines" || item.role === "soft" ? namedMatrix(item, withOwnWork(input)) : undefined;
  if (found?.holding) return { ...shared, ...agreement(item, found.holding, input) };
  return found?.wrong && { ...shared, ...found.wrong };
}

function defining(step: Judging): Step | undefined {
  const { item, input } = step;
  if (item.role !== "defines") return undefined;
  return restated(step) ?? answered(step) ?? estimated(step) ?? { ...nothingClaimed(step, definesMessage(item)), ...densityFindings(item, input) };
}

/** The solution of the equation before it, by the name of an estimate. */
function estimated({ item, input, shared, judge }: Judging): Step | undefined {
  const solution = asSolution(item, input);
  const solved = solution && judge(solution);
  return solved && /^(holds|fails)$/.test(solved.verdict) ? { ...solved, left: shared.left } : undefined;
}

const definesMessage = (item: Item): string => `Introduces ${item.fact?.kind === "definition" ? `$${item.fact.name}$` : "a name"}: nothing is claimed.`;

/** A function that an earlier part has determined, or the row above, said again in another form that agrees with it: the answer, not a new definition. */
function restated({ item, input, judge }: Judging): Step | undefined {
  const { left } = item;
  if (left.op !== "apply") return undefined;
  const before = input.environment.facts(item).some((f) => f.order < item.order && f.relation === "=" && f.left.op === "apply" && f.left.name === left.name);
  const above = isSolvedFromAbove(item, input);
  const again = before || above ? judge({ ...item, role: "soft" }) : undefined;
  if (above && again?.verdict === "fails" && again.fixes?.length) return again;
  return again?.uses?.length && /^holds/.test(again.verdict) ? again : undefined;
}

/** P(t) = … in the row below ln P(t) = …. */
function isSolvedFromAbove({ left, link: { statement } }: Item, { groups }: Judging["input"]): boolean {
  if (statement.row === 0 || /[a-z]{2}/i.test(statement.lead)) return false;
  return groups.some(
    ({ line, items }) =>
      line.block === statement.block &&
      line.row === statement.row - 1 &&
      items.length === 1 &&
      items[0].relation === "=" &&
      some(items[0].left, (n) => n !== items[0].left && same(n, left)),
  );
}

/** "Let $N$ be …, P(N = k) = 2^{-k}": the law of a name of which none is said. */
function givingLaw(step: Judging): Step | undefined {
  const { item, input } = step;
  const [event] = item.left.args;
  if (item.left.op !== "statistic" || event?.op !== "relation" || !input.environment.givesLaw(item)) return undefined;
  const known = input.environment.random(item).variables.get(baseOf(event.args[0]));
  return known?.law || known?.points ? undefined : takenAsGiven(step, "Taken as given: it says what the law of this random variable is.");
}

/** What is given is given, but for what the laws of random names already say. */
function given(step: Judging): Step | undefined {
  const { item, input, judge } = step;
  if (item.role !== "given") return undefined;
  if (isLawMoment(item, input)) return judge({ ...item, role: isHere(item, input) ? "claim" : "soft" });
  if (isOfLaws(item, input)) return judge({ ...item, role: "claim" });
  if (isGivenProbability(item)) return judge({ ...item, role: isOfLaw(item, input) && isHere(item, input) ? "claim" : "soft" });
  const constrains = /\bsubject to\s*$/i.test(item.link.statement.prose);
  if (!constrains && (isAnotherForm(item, input) || isPutIn(item, input))) return judge({ ...item, role: "soft" });
  const worked = isOfDefined(item, input) || isSolvedAgain(item, input) ? judge({ ...item, role: "soft" }) : undefined;
  if (worked?.verdict === "holds" || worked?.verdict === "fails") return worked;
  return takenAsGiven(step, "Assumed here: a condition, a hypothesis or an equation to be solved.");
}

/** "With log p(z) = …" of a density that a formula defines: it is worked out, not assumed. */
function isOfDefined(item: Item, input: JudgeInput): boolean {
  const { left, right, relation, order, link } = item;
  if (relation !== "=" || link.index > 0 || left.op !== "call" || left.args[0]?.op !== "apply" || some(right, (n) => n.op === "apply")) return false;
  return input.environment.facts(item).some((f) => f.order < order && f.fact?.kind === "definition" && f.fact.name === left.args[0].name);
}

/** Inverses and determinants of what is declared with two different dimensions. */
function notOfSquare({ item, input, shared }: Judging): Step | undefined {
  const rectangular = input.shapes.rectangular(item);
  const wrong = item.role === "claim" && item.relation === "=" ? notSquare(item.right, rectangular) : undefined;
  if (!wrong) return undefined;
  if (notSquare(item.left, rectangular)) return { ...shared, verdict: "unchecked", code: "matrix/not-square", message: `Not checked: ${wrong.message}.` };
  return { ...shared, range: input.range(wrong.part.span), verdict: "fails", code: "matrix/not-square", message: `Does not make sense: ${wrong.message}.` };
}

/** The law is said in the same part: elsewhere the name may be another one's. */
function isHere(item: Item, input: JudgeInput): boolean {
  const { variables } = input.environment.random(item);
  return !some(item.left, (n) => (n.op === "symbol" || n.op === "indexed") && hasLaw(variables.get(baseOf(n))) && variables.get(baseOf(n))?.here !== true);
}

/** P(X = 2) = … of a name whose distribution is said. */
function isOfLaw(item: Item, input: JudgeInput): boolean {
  const { variables } = input.environment.random(item);
  return some(item.left, (n) => (n.op === "symbol" || n.op === "indexed") && variables.get(baseOf(n))?.law !== undefined);
}

/** A law, or values with their probabilities. */
const hasLaw = (v: RandomVariable | undefined): boolean => v?.law !== undefined || v?.points !== undefined;

/** E[X] = … of a name whose distribution is said, in words or by the formula of its density: nothing is assumed. */
export function isLawMoment(item: Item, input: JudgeInput): boolean {
  if (isPosteriorMoment(item, input)) return true;
  const name = item.relation !== "=" ? undefined : momentOf(item.left) ? item.left.args[0] : secondMoment(item.left);
  if (!name) return false;
  return (
    hasLaw(input.environment.random(item).variables.get(baseOf(name))) ||
    (momentOf(item.left) !== undefined && readingsOf(item, input.environment.facts(item)).some((reading) => reading.says !== ""))
  );
}

/** E[X³] = 1/4, P(X < 1) = e^{-λ} of names that have laws, which leave nothing open that the right side does not speak of: nothing is solved for. */
export function isOfLaws(item: Item, input: JudgeInput): boolean {
  const { left, right, relation } = item;
  if (relation !== "=" || left.op !== "statistic" || !/^(expectation|variance|covariance|probability)$/.test(left.name ?? "") || left.data?.under) return false;
  const { variables } = input.environment.random(item);
  const names = madeOf([...freeSymbols(left)], item, input);
  const said = names.flatMap((n) => variables.get(n) ?? []).filter(hasLaw);
  const laws = said.flatMap((v) => v.law ?? []);
  if (said.length === 0 || !isHere(item, input) || some(right, (n) => n.op === "statistic")) return false;
  const weights = said.flatMap((v) => (v.law ? [] : (v.points ?? []).flat()));
  const parameters = laws.flatMap(({ family, args }) => [...args, ...(typeof family.density === "string" || args.length > 0 ? [] : [family.density])]);
  const open = new Set([...parameters, ...weights].flatMap((a) => [...freeSymbols(a)]).filter((n) => n !== "x"));
  const spoken = freeSymbols(right);
  return names.every((n) => hasLaw(variables.get(n)) || open.has(n)) && [...open].every((n) => spoken.has(n)) && [...spoken].every((n) => open.has(n));
}

/** X and Y for the Z of Z = X + Y. */
function madeOf(names: readonly string[], item: Item, input: JudgeInput, depth = 0): string[] {
  const { variables } = input.environment.random(item);
  const facts = input.environment.facts(item);
  return names.flatMap((n) => {
    const made = facts.filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === n && f.fact.params.length === 0).pop();
    const isOwn = hasLaw(variables.get(n)) || !made || depth > 2;
    return isOwn ? [n] : madeOf([...freeSymbols((made.fact as Definition).body)], item, input, depth + 1);
  });
}

/** Var(θ | s) = … of a name that has a law given others: it is worked out. */
function isPosteriorMoment({ left, relation, ...item }: Item, input: JudgeInput): boolean {
  const split = Number(left.data?.split ?? left.args.length);
  if (
    relation !== "=" ||
    left.op !== "statistic" ||
    !/^(expectation|variance)$/.test(left.name ?? "") ||
    left.data?.under ||
    split !== 1 ||
    left.args.length < 2
  )
    return false;
  const said = input.environment.random({ left, relation, ...item }).variables.get(baseOf(left.args[0]));
  return said !== undefined && (said.law !== undefined || (said.posteriors?.length ?? 0) > 0);
}
