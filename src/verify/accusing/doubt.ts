/** What a differing step rests on that the document does not determine: then a difference alone accuses nobody, only one that a small edit mends. */

import type { Span } from "../../base/span";
import { isOtherDensity } from "../../derivation/density-forms";
import type { Definition } from "../../derivation/facts";
import type { Item } from "../../derivation/items";
import { hasOperator } from "../../derivation/items";
import { proportionalIn } from "../../derivation/posterior";
import { formulaIn } from "../../derivation/primed-names";
import type { Points } from "../../derivation/random/random";
import { familyNamed } from "../../distributions/index";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, rewrite, some, symbol, walk } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { withBarVariables } from "../../notation/evaluations";
import { print } from "../../notation/print";
import { OVER_OUTCOMES } from "../../worlds/random/random-names";
import type { RandomParts } from "../../worlds/random/random-parts";
import { independence } from "../../worlds/random/random-space";
import { isIdentityName } from "../../worlds/shapes/shape-names";
import type { JudgeInput, Tried } from "../trying/trial";
import { areAnalytic, isPowerSeries } from "./power-series";
import { constantSide, constantsOf, type Loose } from "./refutable";

/** The first reason to doubt that a difference is a mistake; undefined where the numbers, functions and definitions of the step leave nothing open. */
export function doubtOf(item: Item, tried: Tried, input: JudgeInput): Loose | undefined {
  if (item.relation === "∝" && (proportionalIn(item, input.groups).length !== 1 || [item.left, item.right].some((e) => some(e, isUnnamed))))
    return { code: "proportional/not-shown", message: "Not checked: in which variable the sides are proportional was not found." };
  const step = tried.derived ?? tried.item ?? item;
  const parts = withBodies([step.left, step.right], tried);
  for (const reason of REASONS) {
    // a sample is any sample
    if (item.posteriorOf && reason === sequences) continue;
    const found = reason(parts, tried, item, input);
    if (found) return { code: found.code, message: `Not checked: the sides differ as they were read, but ${found.message}.` };
  }
  return undefined;
}

/** A function, or a distribution that is no named density. */
const isUnnamed = (n: Expr): boolean => n.op === "apply" && !familyNamed(n.name ?? "");

type Reason = (parts: readonly Expr[], tried: Tried, item: Item, input: JudgeInput) => Loose | undefined;

/** The sides and the bodies of the definitions that they lead to; a name that is as free as one without a formula leads nowhere. */
function withBodies(sides: readonly Expr[], tried: Tried): Expr[] {
  const { definitions } = tried.plan;
  const parts = [...sides];
  const seen = new Set<Definition>();
  for (const part of parts) {
    const free = namesOf(part).symbols;
    walk(part, (e) => {
      // the variable of an integral is no name of the document
      if (e.op === "symbol" ? !free.has(e.name ?? "") : /^(integral|antiderivative|limit|sum|prod)/.test(e.op)) return;
      const d = definitions.get(e.name ?? "") ?? (e.op === "indexed" ? definitions.get(symbolName(e)) : undefined);
      if (!d || seen.has(d) || isAsFree(d, sides, definitions)) return;
      seen.add(d);
      parts.push(withOwnParameters(d, definitions));
    });
  }
  return parts;
}

/** The body of a function, its parameters told from names of the document that have a value. */
function withOwnParameters({ body, params }: Definition, definitions: Tried["plan"]["definitions"]): Expr {
  const clashing = new Set(params.filter((p) => definitions.has(p)));
  return clashing.size === 0 ? body : rewrite(body, (n) => (n.op === "symbol" && clashing.has(n.name ?? "") ? symbol(`${n.name}^{\\circ}`, n.span) : n));
}

/** A = a + S, of an a that nothing else in reach speaks of: whatever S is, A may be any number. */
function isAsFree(d: Definition, sides: readonly Expr[], definitions: Tried["plan"]["definitions"]): boolean {
  if (d.params.length > 0 || d.indexed || d.derived || d.body.op !== "add") return false;
  const others = [...sides, ...[...definitions.values()].filter((o) => o !== d).map((o) => o.body)];
  return d.body.args.some(
    (a, i) =>
      a.op === "symbol" &&
      /^(\\[a-z]+|[a-z])$/.test(a.name ?? "") &&
      !/^(\\pi|e|i)$/.test(a.name ?? "") &&
      !definitions.has(a.name ?? "") &&
      ![...others, ...d.body.args.filter((_, k) => k !== i)].some((e) => some(e, (n) => n.name === a.name)),
  );
}

/** The first node of some expressions that a test finds. */
function first(parts: readonly Expr[], test: (e: Expr) => boolean): Expr | undefined {
  let found: Expr | undefined;
  for (const part of parts) {
    some(part, (e) => {
      if (!found && test(e)) found = e;
      return found !== undefined;
    });
    if (found) return found;
  }
  return undefined;
}

const name = (e: Expr): string => `$${symbolName(e).replace(/\\?"/g, "")}$`;

/** f(x), p(x): a function or a distribution that nothing defines. */
const unknownFunction: Reason = (parts, tried) => {
  const isOther = (e: Expr): boolean => {
    const d = tried.plan.definitions.get(e.name ?? "");
    return d !== undefined && isOtherDensity(d, e);
  };
  const found =
    first(parts, (e) => e.op === "apply" && isOther(e)) ??
    first(parts, (e) => e.op === "apply" && !tried.plan.definitions.has(e.name ?? "") && !familyNamed(e.name ?? ""));
  return found && { code: "context/unknown-function", message: `what ${name(found)} is, is not said` };
};

/** f(x + f(y)) = …: an equation for all values of a function that is looked for. What follows from it for special values is not tried, and no slip of the pen is told from that. */
export function soughtFunction(item: Item, tried: Tried, input: JudgeInput): Loose | undefined {
  const parts = [item.left, item.right];
  const open = first(parts, (e) => e.op === "apply" && !tried.plan.definitions.has(e.name ?? "") && !familyNamed(e.name ?? ""));
  const isPlain = (e: Expr): boolean => /^(symbol|indexed|number)$/.test(e.op);
  const says = (e: Expr): boolean => some(e, (n) => n.op === "apply" && n.name === open?.name && n.data?.bound !== "|" && !n.args.every(isPlain));
  const found =
    open &&
    input.environment
      .facts(item)
      .some(
        (f) =>
          f.fact?.kind === "equation" && f.order < item.order && f.relation === "=" && [f.left, f.right].some(says) && ![f.left, f.right].some(hasOperator),
      );
  return found ? { code: "context/functional-equation", message: `Not checked: what follows from the equations for ${name(open)} is not known.` } : undefined;
}

/** E, Var, Pr: statements about random variables of which nothing is given. */
const statistics: Reason = (parts, tried, item) => {
  const { plan, setting } = tried;
  const random = setting?.bench.model.parts.random;
  // given probabilities determine it: it has one value in all worlds that meet them
  if (plan.random?.probabilities?.length && item.left.name === "probability" && namesOf(item.right).symbols.size === 0 && constantSide(item.left, tried))
    return undefined;
  // where each random name has its law, and they are independent, nothing is open
  if (random && random.names.size > 0 && areSettled(random, tried)) return undefined;
  const given = (e: Expr): boolean => (Boolean(e.data?.under) || !OVER_OUTCOMES.test(e.name ?? "")) && e.args.some((a) => plan.definitions.has(a.name ?? ""));
  const known = (plan.moments?.size ?? 0) > 0 && (random?.names.size ?? 0) < 2 && [...(random?.names.keys() ?? [])].every((n) => plan.moments?.has(n) === true);
  const found = !known ? first(parts, (e) => e.op === "statistic" && !given(e)) : undefined;
  return found && { code: "context/random", message: "what else is known of these random variables is not said" };
};

/** Whether each random name has its law in the part of the step, and none depends on another but by the parameters of its law. */
function areSettled({ names, space, setting }: RandomParts, tried: Tried): boolean {
  const all = [...names.values()];
  if (!all.every((v) => (v.law && v.here) || (v.points && areAll(v.points, tried)))) return false;
  if (space)
    return space.sources.every((s) => (/^(law|points)$/.test(s.values) || names.size === 1) && space.sources.filter((o) => o.block === s.block).length === 1);
  const apart = independence(names, setting);
  return all.every((v, i) => !v.sequence && v.labels.size <= 1 && all.slice(i + 1).every((w) => apart(v, w)));
}

/** Whether the probabilities of some values add up to one. */
function areAll(points: Points, tried: Tried): boolean {
  const total = node(
    "add",
    points.map(([, p]) => p),
    points[0][1].span,
  );
  const [sum] = constantsOf(total, tried) ?? [];
  return sum !== undefined && Math.abs(sum - 1) < 1e-12;
}

/** y' and dy/dx where nothing says how y depends on x; derivatives of symbols. */
const dependence: Reason = (parts, tried, item, input) => {
  const told = ({ name: n = "" }: Expr): boolean => {
    const of = tried.plan.definitions.get(n.replace(/'+$/, ""));
    return of !== undefined && !of.derived && formulaIn(of)?.by.length === 1;
  };
  const { dependents } = tried.setting?.bench.model.parts ?? {};
  const moving = first(parts, (e) => isOfAFunction(e, tried, item, input));
  if (moving) return { code: "context/dependence", message: `what $${print(moving.args[0])}$ depends on is told by a differential equation` };
  const found = first(parts, (e) => e.op === "symbol" && ((dependents?.has(e.name ?? "") ?? false) || (/'$/.test(e.name ?? "") && !told(e))));
  return found && { code: "context/dependence", message: `how ${name(found)} depends on other variables is not said` };
};

/** (x y)' where dy/dx stands elsewhere in the part, and y is held fixed here. */
function isOfAFunction(e: Expr, tried: Tried, item: Item, input: JudgeInput): boolean {
  if (e.op !== "derivative" || e.data?.partial || e.args[0].op === "symbol" || e.args[1].op !== "symbol") return false;
  const by = e.args[1].name;
  const { dependents } = tried.setting?.bench.model.parts ?? {};
  const fixed = namesOf(e.args[0]).symbols;
  const isMoving = (n: Expr): boolean =>
    n.op === "derivative" &&
    !n.data?.partial &&
    n.args[0].op === "symbol" &&
    n.args[1].name === by &&
    n.args[0].name !== by &&
    fixed.has(n.args[0].name ?? "") &&
    !tried.plan.definitions.has(n.args[0].name ?? "") &&
    !dependents?.has(n.args[0].name ?? "");
  return input.groups.some((g) => g.items.some((i) => i.scope === item.scope && [i.left, i.right].some((side) => some(side, isMoving))));
}

/** Matrices and vectors that the words do not introduce: their shapes are guessed, and what else is known of them is not read. */
const matrices: Reason = (parts, tried, item, input) => {
  const { of } = tried.setting?.bench.model.parts.sorts ?? {};
  const isMatrix = (e: Expr): boolean =>
    (e.op === "symbol" || e.op === "indexed") && (of?.get(symbolName(e))?.kind === "matrix" || of?.get(`${e.name}_{*}`)?.kind === "matrix");
  if (!first(parts, isMatrix)) return undefined;
  const isVector = (e: Expr): boolean =>
    [symbolName(e), `${e.name}_{*}`].some((n) => {
      const sort = of?.get(n);
      return sort?.kind === "matrix" && sort.cols === 1;
    });
  const { definitions, moments } = tried.plan;
  const declared = new Set(input.shapes.scope(item, tried.plan).declarations.flatMap((d) => d.names));
  const settled = (n: string): boolean =>
    declared.has(n) || definitions.has(n) || (moments?.has(n) ?? false) || isIdentityName(n) || (tried.setting?.shapes.units.has(n) ?? false);
  const isOpen = (e: Expr): boolean => isMatrix(e) && !settled(e.name ?? "") && !settled(symbolName(e));
  // where the matrices are introduced, what stands beside them are plain vectors
  const introduced = first(parts, (e) => isMatrix(e) && (declared.has(e.name ?? "") || declared.has(symbolName(e)))) !== undefined;
  const found = first(parts, (e) => isOpen(e) && !(introduced && isVector(e)));
  return found && { code: "context/matrix", message: `of ${name(found)} nothing but a shape is known here` };
};

/** Terms of a sequence, x_i, F_{n+1}: what relates them may be said in words. Numbered symbols, x_1, and labels, v_x, are plain symbols. */
const sequences: Reason = (parts, tried, item) => {
  const { indices } = tried.setting?.bench.model.parts.sorts ?? {};
  const { definitions } = tried.plan;
  const varied = variedTerms(item);
  const numbered = numberedIndices(item, definitions);
  const found = first(
    parts,
    (e) =>
      e.op === "indexed" &&
      !isIdentityName(e.name ?? "") &&
      !varied.has(e.name ?? "") &&
      !definitions.has(e.name ?? "") &&
      !definitions.has(symbolName(e)) &&
      e.args.some((a) => a.op !== "number" && (a.op !== "symbol" || (indices?.has(a.name ?? "") === true && !numbered.has(a.name ?? "")))),
  );
  if (first(parts, (e) => e.op === "entry" && e.args.slice(1).some((a) => a.op !== "number")))
    return { code: "context/sequence", message: "which entries of this matrix vanish or repeat is not said" };
  return found && { code: "context/sequence", message: `what the terms of $${found.name}$ are is not said` };
};

/** Indices of general terms, t of α_t = 1 - β_t, where the step speaks of numbered terms only. */
function numberedIndices({ left, right }: Item, definitions: Tried["plan"]["definitions"]): Set<string> {
  const { indexed, symbols } = namesOf(left, right);
  const found = new Set<string>();
  for (const [base, nodes] of indexed)
    if (nodes.every((n) => n.args.every((a) => a.op === "number")))
      for (const p of definitions.get(base)?.indexed ? (definitions.get(base)?.params ?? []) : []) if (!symbols.has(p)) found.add(p);
  return found;
}

/** Sequences by whose terms a partial derivative is taken: these vary by themselves. */
function variedTerms({ left, right }: Item): Set<string> {
  const found = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => void (n.op === "derivative" && n.data?.partial && n.args[1].op === "indexed" && found.add(n.args[1].name ?? "")));
  return found;
}

/** KL of KL(p ‖ q): the name of a statistic, in front of its arguments. */
const isHead = ({ from, to }: Span, sides: readonly Expr[]): boolean => {
  const covers = ({ span }: Expr): boolean => span.from <= from && to <= span.to;
  return sides.some((side) => some(side, (n) => n.op === "statistic" && covers(n) && !n.args.some(covers)));
};

/** Two capitals side by side may be one name, a segment or an area; so may four letters. */
const letters: Reason = (parts, tried, item, input) => {
  const figure = first(parts, (e) => (e.op === "symbol" || e.op === "indexed") && /^[∠△]?[A-Z]{2,4}$|^[∠△]/.test(e.name ?? ""));
  if (figure) return { code: "context/figure", message: `what the figure says of ${figure.name} is not known` };
  const tokens = [...item.link.left.tokens, ...item.link.right.tokens];
  const words = longNames(tokens).filter((w) => !/^const/i.test(w.text) && !isHead(w, [item.left, item.right]));
  const alone = new Set(tokens.filter((t) => t.kind === "letter" && !words.some((w) => w.from <= t.from && t.to <= w.to)).map((t) => t.text));
  const said = new Set(input.shapes.scope(item, tried.plan).declarations.flatMap((d) => d.names));
  const isMatrix = (l: string): boolean => tried.setting?.shapes.shapes.has(l) === true;
  const isProduct = (w: string): boolean =>
    [...w].every((l) => alone.has(l) || said.has(l) || tried.plan.definitions.has(l)) || ([...w].every(isMatrix) && [...w].some((l) => alone.has(l)));
  const word = words.find((w) => !isProduct(w.text));
  return word && { code: "context/one-name", message: `"${word.text}" may be one name and not a product` };
};

/** Letters without a gap between them that look like one name. */
function longNames(tokens: readonly Token[]): { text: string; from: number; to: number }[] {
  const runs: { text: string; from: number; to: number }[] = [];
  for (const [i, t] of tokens.entries()) {
    if (t.kind !== "letter" || !/^[a-zA-Z]$/.test(t.text) || t.made) continue;
    // a script of one letter: the T of X^TX
    if (/^(sub|sup)$/.test(tokens[i - 1]?.kind ?? "")) continue;
    const last = runs[runs.length - 1];
    if (last?.to === t.from) runs[runs.length - 1] = { text: last.text + t.text, from: last.from, to: t.to };
    else runs.push({ text: t.text, from: t.from, to: t.to });
  }
  return runs.filter((r) => /^[A-Z]{2,}$/.test(r.text) || /^[a-z]{4,}$/.test(r.text));
}

/** Functions with several branches; over complex numbers powers and roots, too. */
const BRANCHED = /^(arg|a(rc)?(sin|cos|tan|cot|sec|csc)h?|atan2|lambertw)$/;
const branches: Reason = (parts, tried) => {
  const complex = tried.setting?.complex ?? false;
  const found = first(
    parts,
    (e) =>
      (e.op === "call" && (BRANCHED.test(e.name ?? "") || (complex && /^(log|sqrt|root|lgamma)$/.test(e.name ?? "")))) ||
      (complex && /^(sqrt|root)$/.test(e.op)) ||
      (complex && e.op === "pow" && !isWhole(e.args[1]) && !isExponential(e.args[0])),
  );
  return found && { code: "function/branch", message: "which branch of a many-valued function is meant, or where, is not said" };
};
/** Powers of e and of positive numbers have one value. */
const isExponential = (base: Expr): boolean => (base.op === "symbol" && base.name === "e") || (base.op === "number" && Number(base.name) > 0);
const isWhole = (e: Expr): boolean =>
  (e.op === "number" && Number.isInteger(Number(e.name))) || (e.op === "neg" && isWhole(e.args[0])) || (e.op === "symbol" && /^[jklmn]$/.test(e.name ?? ""));

/** Series and limits with parameters: where they converge to what is written. */
const convergence: Reason = (parts) => {
  const infinite = (e: Expr): boolean => some(e, (n) => n.op === "symbol" && n.name === "\\infty");
  const analytic = areAnalytic(parts);
  const found = first(
    parts,
    (e) =>
      /^(sum|prod|limit)/.test(e.op) &&
      e.args.slice(1).some(infinite) &&
      [...namesOf(e).symbols].some((n) => !/^(\\infty|\\pi|e|i)$/.test(n)) &&
      !(analytic && isPowerSeries(e)),
  );
  return found && { code: "series/domain", message: "for which values this limit is meant is not said" };
};

/** An extreme value that was searched for on a whole line or under conditions: a better one may have been missed. */
const searches: Reason = (parts) =>
  first(parts, (e) => e.data?.searched === true) ? { code: "extremum/searched", message: "a larger or smaller value may have been missed" } : undefined;

/** It holds at some points and not at others: true on a region, as of a root or a logarithm. A false equation between formulas holds nowhere but by chance. */
const regions: Reason = (parts, { outcome }, item) =>
  outcome.kind === "differs" && outcome.holdsIn.length > 0 && !isOrderForAll(item) && !isChance(parts, outcome)
    ? { code: "condition/not-found", message: "they agree at other points, and for which it is meant is not said" }
    : undefined;

/** Whole numbers are few: false equations between binomial coefficients, which have their symmetry and their zeros, hold at some of them. */
const isChance = (parts: readonly Expr[], { holdsIn, failsIn, idle = 0 }: Extract<Tried["outcome"], { kind: "differs" }>): boolean =>
  holdsIn.length - idle <= failsIn.length / 2 && parts.some((e) => some(e, (n) => n.op === "call" && n.name === "binomial"));

/** "For all real x, x² ≥ x": one number is enough to refute it. */
function isOrderForAll({ left, right, relation, quantified }: Item): boolean {
  const names = namesOf(left, right);
  return (
    /^[<>]=?$/.test(relation) &&
    quantified !== undefined &&
    names.indexed.size === 0 &&
    [...names.symbols].every((n) => quantified.has(n) || names.bound.has(n) || /^(\\pi|e)$/.test(n))
  );
}

/** A definition that stands behind the step, or that was solved out of an equation. */
const farDefinitions: Reason = (parts, tried, item, input) => {
  const said = new Set(input.environment.facts(item).flatMap((f) => (f.fact?.kind === "definition" ? [f.fact.span.from] : [])));
  const free = namesOf(...parts.map(withBarVariables));
  const found = first(parts, (e) => {
    // the variable of an integral, or of a bar of evaluation, is no name of the document
    if (e.op === "symbol" ? !free.symbols.has(e.name ?? "") : /^(integral|antiderivative|limit|sum|prod)/.test(e.op)) return false;
    const d = tried.plan.definitions.get(e.op === "indexed" && !tried.plan.definitions.has(e.name ?? "") ? symbolName(e) : (e.name ?? ""));
    return d !== undefined && (d.derived === true || d.span.from > item.link.sign.from || !said.has(d.span.from));
  });
  return found && { code: "context/solved", message: `what ${name(found)} is was taken from an equation elsewhere` };
};

const REASONS: readonly Reason[] = [
  letters,
  unknownFunction,
  statistics,
  dependence,
  matrices,
  sequences,
  branches,
  convergence,
  searches,
  farDefinitions,
  regions,
];
