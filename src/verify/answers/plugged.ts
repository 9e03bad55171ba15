/** A step that puts values in place of names of which no formula of the document says anything: it holds if they have these values. */

import type { Definition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { type Plugged, pluggedIn, replaced } from "../../derivation/plans/plugging";
import { familyNamed } from "../../distributions/index";
import { isConstantName } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, number } from "../../expression/tree";
import { print } from "../../notation/print";
import { informationOf } from "../../worlds/random/information";
import { isIdentityName } from "../../worlds/shapes/shape-names";
import type { Step } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreeing } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";

/** Names that may be units or words behind a result. */
const UNIT = /^(\\,)?\\(mathrm|text|rm|mathit|textrm)\b/;
/** So many values at once are told. */
const MOST = 8;

/** The verdict of such a step; undefined where values put in place of open names do not make it hold. */
export function pluggedVerdict(item: Item, last: Tried, input: JudgeInput): Pick<Step, "verdict" | "code" | "holdsIf" | "message"> | undefined {
  if (item.relation !== "=" && item.relation !== "≈") return undefined;
  const definitions = definitionsFor(item, allNames([item.left, item.right]), input.environment.facts(item));
  const found = pluggedIn(item.left, item.right, isOpen(item.right, definitions), isOpen(item.left, definitions, true));
  if (!found || found.plugged.length > MOST || found.plugged.some((p) => isVain(p)) || !meetsConditions(item, found.plugged, last, input)) return undefined;
  const changed: Item = { ...item, left: found.left, right: found.right, role: "claim" };
  const plan: Plan = { ...last.plan, definitions: new Map([...definitions, ...asDefinitions(found.plugged)]), unused: [] };
  const { outcome, assumes } = tryPlan(changed, plan, { ...input, hasty: true });
  if ((outcome.kind !== "agrees" || assumes !== undefined) && !agreeing(changed, input)) return undefined;
  const latex = found.plugged.map(({ term, value }) => `${print(term)} = ${print(value)}`).join(", ");
  return { verdict: "holds-if", code: "step/holds-if", holdsIf: latex, message: `Holds if $${latex}$, which no formula of the document says.` };
}

/** Names and functions with their values, for definitions in which they stand. */
const asDefinitions = (plugged: readonly Plugged[]): [string, Definition][] =>
  plugged.flatMap(({ term, value }): [string, Definition][] => {
    if (!/^(symbol|indexed|apply)$/.test(term.op) || (term.op === "apply" && !term.args.every((a) => a.op === "symbol"))) return [];
    const name = term.op === "apply" ? (term.name ?? "") : symbolName(term);
    const params = term.op === "apply" ? term.args.map(symbolName) : [];
    return [[name, { kind: "definition", name, params, split: params.length, indexed: false, body: value, span: value.span, text: "" }]];
  });

const isName = (e: Expr): boolean => (e.op === "symbol" || e.op === "indexed") && !isConstantName(e.name);
/** A name for another name, and values in which the name stands again. */
const isVain = ({ term, value }: Plugged): boolean =>
  (isName(term) && isName(value)) || (term.op !== "apply" && headsOf(term).some((n) => allNames([value]).has(n)));

/** x = a y + b e for e = x − a y: an equation that ties the name to those of its value says already what it is. */
function tiesAlready(equation: Expr, { term, value }: Plugged): boolean {
  const [there, names] = [allNames([equation]), allNames([value])];
  return isName(term) && names.size > 0 && headsOf(term).some((n) => there.has(n)) && [...names].every((n) => there.has(n));
}

/** Whether a term names something that the other side does not speak of, and to which no definition gives a value. */
function isOpen(other: Expr, definitions: ReadonlyMap<string, Definition>, behind = false): (term: Expr) => boolean {
  const elsewhere = allNames([other]);
  const isSaid = (n: string): boolean => definitions.has(n) || elsewhere.has(n) || familyNamed(n) !== undefined || isConstantName(n) || isIdentityName(n);
  return (term) => {
    if (term.op === "statistic") return isGivenMoment(term) && namesOf(other).statistics.length === 0;
    const heads = headsOf(term);
    return heads.length > 0 && !heads.some((n) => isSaid(n) || (behind && UNIT.test(n)));
  };
}

/** Probabilities, and moments of a bare name: their values may be told elsewhere. A divergence, an entropy, or a mean of a formula, is worked out. */
const isGivenMoment = (e: Expr): boolean =>
  e.name === "probability" || (informationOf(e) === undefined && e.args.every((a) => a.op === "symbol" || a.op === "indexed"));

function headsOf(term: Expr): string[] {
  if (term.op === "derivative" || term.op === "pow" || term.op === "entry") return headsOf(term.args[0]);
  if (term.op === "indexed") return [symbolName(term)];
  if (term.op === "mul") return term.args.map(symbolName);
  return [term.name ?? ""];
}

/** Whether no condition on the names and no equation about them, once they have their values, is false. */
function meetsConditions(item: Item, plugged: readonly Plugged[], last: Tried, input: JudgeInput): boolean {
  const before = input.environment.facts(item).filter((f) => f.fact?.kind === "equation" && f.order < item.order && f.scope === item.scope);
  const equationOf = (f: Item): Expr => node("relation", [f.left, f.right], f.left.span, "=");
  // the rows of its own chain are what the value is put in for
  const apart = before.filter((f) => f.link.statement.block !== item.link.statement.block).map(equationOf);
  const equations = before.map(equationOf);
  const order = (a: Expr, b: Expr): boolean => allNames([a, b]).size > 0 || agreeing({ ...item, left: a, right: b, relation: "<=", role: "claim" }, input);
  const isPossible = ({ term, value }: Plugged): boolean => term.name !== "probability" || (order(number(0), value) && order(value, number(1)));
  if (!plugged.every(isPossible) || apart.some((e) => plugged.some((p) => tiesAlready(e, p)))) return false;
  return [...last.plan.conditions.map((c) => c.relation), ...equations].every((relation) => {
    if (relation.op !== "relation") return true;
    const [left, right] = relation.args.map((e) => replaced(e, plugged));
    if (allNames([left, right]).size > 0 || (left === relation.args[0] && right === relation.args[1])) return true;
    return !/^(<|>|<=|>=|!=|=)$/.test(relation.name ?? "") || agreeing({ ...item, left, right, relation: relation.name ?? "", role: "claim" }, input);
  });
}
