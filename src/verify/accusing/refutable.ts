/** Whether a step that differs at random points may be called wrong: not where a side speaks of things that the other side and the document leave open. */
import { allNames } from "../../derivation/all-names";
import { isChain } from "../../derivation/chains";
import { withoutFunctionals } from "../../derivation/functionals";
import type { Item } from "../../derivation/items";
import { cueOf } from "../../derivation/roles/words-before";
import { familyNamed } from "../../distributions/index";
import { isConstantName } from "../../expression/constants";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import { withBarVariables } from "../../notation/evaluations";
import { double, type Lane } from "../../numeric/lanes";
import { OVER_OUTCOMES } from "../../worlds/random/random-names";
import { isIdentityName } from "../../worlds/shapes/shape-names";
import { sentenceBefore } from "../trying/case-start";
import type { Tried } from "../trying/trial";

/** Free names of a side, through the definitions of the plan. Names bound in the side, subscript letters and named distributions do not count. */
function open(side: Expr, tried: Tried, seen: ReadonlySet<string> = new Set()): Set<string> {
  const { definitions } = tried.plan;
  const e = withBarVariables(withoutFunctionals(side, definitions));
  const names = namesOf(e);
  const subscripts = new Set([...names.indexed.values()].flat().flatMap((n) => n.args.map((a) => a.name ?? "")));
  const found = new Set<string>();
  // a letter whose terms in the step all have values is no name by itself
  const told = new Set([...names.indexed].filter(([, nodes]) => nodes.every((n) => definitions.has(symbolName(n)))).map(([base]) => base));
  const idle = idleArguments(e, definitions);
  for (const n of allNames([e])) {
    if (idle.has(n)) continue;
    if (
      (told.has(n) && !names.symbols.has(n)) ||
      isConstantName(n) ||
      (familyNamed(n) && !definitions.has(n)) ||
      names.bound.has(n) ||
      subscripts.has(n) ||
      seen.has(n)
    )
      continue;
    const terms = definitions.get(n.replace(/_\{[^}]*\}$/, ""));
    const d = definitions.get(n) ?? (terms?.indexed ? terms : undefined);
    if (!d) found.add(n);
    // a function without its arguments, L in ∂L/∂x, is taken at its own parameters
    else for (const inner of open(d.body, tried, new Set([...seen, n]))) if (names.symbols.has(n) || !d.params.includes(inner)) found.add(inner);
  }
  return found;
}

/** Area(R_1) = 3: the name in the brackets only says of what it is, where the formula does not speak of it; what stands nowhere else is not open. */
function idleArguments(e: Expr, definitions: Tried["plan"]["definitions"]): Set<string> {
  const idle = new Set<string>();
  const others = new Set<string>();
  walk(e, (n) => {
    const d = n.op === "apply" ? definitions.get(n.name ?? "") : undefined;
    if (d && d.params.length === n.args.length && d.derived !== true && n.args.every((a, i) => isLabel(a) && symbolName(a) === d.params[i])) {
      const spoken = allNames([d.body]);
      for (const p of d.params) (spoken.has(p) ? others : idle).add(p);
      return false;
    }
    if (n.op === "symbol" || n.op === "indexed") others.add(symbolName(n)).add(n.name ?? "");
  });
  return new Set([...idle].flatMap((n) => (others.has(n) ? [] : [n, n.replace(/_\{[^}]*\}$/, "")])));
}
const isLabel = (e: Expr): boolean => e.op === "indexed" || (e.op === "symbol" && /^\\(mathcal|mathbb|mathscr|mathrm)\{/.test(e.name ?? ""));

/** The names that nothing gives a value to, through the definitions of a trial. */
export const openNames = (side: Expr, tried: Tried): Set<string> => bases(open(side, tried), tried);

/** Also what the definitions of functions leave open: a and b in `f(15)` with `f(x) = a x^2 + b`. */
function openWithBodies(e: Expr, tried: Tried): Set<string> {
  const found = open(e, tried);
  for (const n of namesOf(e).applied.keys()) {
    const d = tried.plan.definitions.get(n);
    if (d && !d.derived) for (const inner of open(d.body, tried)) if (!d.params.includes(inner)) found.add(inner);
  }
  return found;
}

/** What the densities leave open under which expectations are taken: m and s of E[z] where z has a density with m and s. */
function openInMeasures(e: Expr, tried: Tried): Set<string> {
  const found = new Set<string>();
  for (const statistic of namesOf(e).statistics)
    for (const arg of statistic.args) {
      const d = arg.op === "apply" ? tried.plan.definitions.get(arg.name ?? "") : undefined;
      if (d) for (const inner of open(d.body, tried)) if (!d.params.includes(inner)) found.add(inner);
    }
  return found;
}

/** A word as a subscript, y_{top}: a name of its own. */
const LABELLED = /_\{[a-zA-Z]{3,}\}$/;

/** Indexed names count by their base: x_i and x_j are terms of one sequence. */
const bases = (names: ReadonlySet<string>, tried: Tried): Set<string> =>
  new Set([...names].map((n) => (LABELLED.test(n) ? n : n.replace(/_\{[^}]*\}/, "")).replace(/'+$/, "")).map((n) => tried.setting?.shapes.owners.get(n) || n));

export interface Loose {
  readonly code: string;
  readonly message: string;
}

/** The reason why a differing step is not refuted; undefined where it is. */
export function unrefutable(item: Item, tried: Tried): Loose | undefined {
  const clash = outsideOf(tried);
  if (clash) return { code: "context/unmet", message: `Not checked: the value of ${show(clash)} that is known does not meet the conditions that are known.` };
  const read = tried.item ?? item;
  const left = bases(new Set([...openWithBodies(item.left, tried), ...openInMeasures(read.left, tried)]), tried);
  const right = bases(new Set([...openWithBodies(item.right, tried), ...openInMeasures(read.right, tried)]), tried);
  const by = tried.derived && tried.item ? integrated(tried.item.left) : undefined;
  // an order between functionals of distributions is said of all of them
  const tables = item.relation === "=" ? undefined : tried.setting?.bench.model.parts.families.families;
  // the step of a difference quotient goes to zero
  const small = tried.outcome.kind === "differs" ? (tried.outcome.growth?.at ?? {}) : {};
  const fresh = [...right].filter((n) => !left.has(n) && !by?.has(n) && !isSettled(n, tried) && !tables?.has(n) && !(n in small));
  if (fresh.length > 0) return { code: "context/new-symbol", message: `Not checked: what ${show(fresh[0])} is on the right side is not said.` };
  const isSaidFor = (n: string): boolean => /^[<>]=?$/.test(item.relation) && item.quantified?.has(n) === true;
  const lost = [...left].filter((n) => !right.has(n) && !isSettled(n, tried) && !isSaidFor(n));
  // rounded steps put numbers in place of symbols
  if (lost.length > 0 && item.relation === "≈" && !constantSide(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(lost[0])} is, which is not said.` };
  // p(X = 1) of a letter p that was read as a factor: a probability
  const event = [item.left, item.right].some((e) =>
    some(e, (n) => n.op === "mul" && n.args.some((x, i) => /^(relation|and)$/.test(x.op) && n.args[i - 1]?.op === "symbol")),
  );
  if (event) return { code: "context/event", message: "Not checked: a letter before a condition in parentheses may be a probability of it." };
  const alone = functionAlone(item.left, tried) ?? functionAlone(item.right, tried);
  if (alone) return { code: "context/random", message: `Not checked: of what the function ${show(alone)} is taken here is not said.` };
  const percents = [item.left, item.right].map((e) => some(e, (n) => n.data?.percent === true));
  if (percents[0] !== percents[1])
    return { code: "percent/reading", message: "Not checked: whether the per cent sign divides by a hundred or names the unit is not clear." };
  const applied = new Set([...namesOf(item.left).applied.keys(), ...namesOf(item.left).indexed.keys()]);
  const gone = lost.find((n) => applied.has(n) || LABELLED.test(n));
  const segment = lost.find((n) => /^[A-Z]{2}$/.test(n));
  if (!gone && segment && !constantSide(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(segment)} is, which is not said.` };
  if (gone) return { code: "context/unrelated", message: `Not checked: it depends on what ${show(gone)} is, which is not said.` };
  if (lost.length > 0 && right.size === 0 && !constantSide(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(lost[0])} is, which is not said.` };
  // x_n on one side only: the term that the text means is not known here
  const term = openTerm(item.left, item.right, tried);
  if (term && right.size > 0 && item.relation === "=" && depends(item.left, tried))
    return { code: "context/unrelated", message: `Not checked: it depends on what ${show(term)} is, which is not said.` };
  if (isMixedOrder(item, tried))
    return { code: "order/undecided", message: "Not checked: it holds for some values and not for others, and what is known of them is not said here." };
  if (item.relation !== "=" && item.relation !== "!=" && [item.left, item.right].some((e) => hasUnknownFunction(e, tried)))
    return { code: "context/unknown-function", message: "Not checked: an order between values of a function of which nothing is known." };
  return undefined;
}

/** A name alone in a statistic, E_θ(T), that a formula gives as a function, T(x): of what it is taken is not written. */
function functionAlone(e: Expr, { plan: { definitions } }: Tried): string | undefined {
  const isFunction = (name: string): boolean => definitions.get(name)?.indexed === false && (definitions.get(name)?.params.length ?? 0) > 0;
  const found: string[] = [];
  // divergences and entropies are of distributions, which are functions
  const averages = (n: Expr): boolean => n.op === "statistic" && !/^(divergence|entropy)$/.test(n.name ?? "");
  walk(e, (n) => void (averages(n) && n.args[0]?.op === "symbol" && isFunction(n.args[0].name ?? "") && found.push(n.args[0].name ?? "")));
  return found[0];
}

/** The variables of indefinite integrals: they are names of the step, though its derivative may lose them. */
function integrated(side: Expr): Set<string> {
  const found = new Set<string>();
  some(side, (n) => n.op === "antiderivative" && found.add(n.name ?? "") === undefined);
  return found;
}

/** A term of a sequence in one expression, of a sequence that the other does not mention and nothing defines. */
function openTerm(e: Expr, other: Expr, tried: Tried): string | undefined {
  const [here, there] = [namesOf(e), namesOf(other)];
  const reached = bases(openWithBodies(other, tried), tried);
  for (const [base, all] of here.indexed) {
    // what a derivative is taken by, of a sequence that formulas of the other side speak of
    const nodes = all.filter((n) => !reached.has(base) || !isVariable(e, n));
    if (nodes.length === 0) continue;
    if (there.indexed.has(base) || tried.plan.definitions.has(base) || nodes.some((n) => tried.plan.definitions.has(symbolName(n)))) continue;
    if (nodes.every((n) => n.args.some((a) => a.op !== "number") && !n.args.some((a) => some(a, (x) => here.bound.has(x.name ?? "")))))
      return symbolName(nodes[0]);
  }
  return undefined;
}

const isVariable = (e: Expr, by: Expr): boolean => some(e, (n) => n.op === "derivative" && n.args[1] === by);

/** The value is not the same in every world. */
const depends = (e: Expr, tried: Tried): boolean => !constantSide(e, tried);

/** Names that a condition bounds by a number, or puts into a set. */
export function boundedNames(e: Expr): string[] {
  if (e.op === "and" || e.op === "list") return e.args.flatMap(boundedNames);
  if (e.op !== "relation") return [];
  const lone = (x: Expr) => x.op === "symbol" || x.op === "indexed";
  const [left, right] = e.args;
  const names = left.op === "list" ? left.args.filter(lone) : lone(left) ? [left] : [];
  if (names.length && (e.name === "∈" || allNames([right]).size === 0)) return names.map(symbolName);
  return lone(right) && allNames([left]).size === 0 ? [symbolName(right)] : [];
}

/** An order between plain numbers that some worlds meet, where the text does not say for which numbers it is meant. */
function isMixedOrder(item: Item, tried: Tried): boolean {
  const { outcome } = tried;
  if (!/^[<>]=?$/.test(item.relation) || outcome.kind !== "differs" || outcome.holdsIn.length === 0 || outcome.unless) return false;
  const names = namesOf(item.left, item.right);
  const plain = [...names.symbols, ...[...names.indexed.values()].flat().map(symbolName)].filter(
    (n) => !isConstantName(n) && !names.bound.has(n) && tried.setting?.bench.model.parts.sorts.of.get(n)?.kind !== "element",
  );
  if (plain.length === 0) return false;
  const said = new Set(tried.plan.conditions.flatMap((c) => boundedNames(c.relation)));
  return (
    !plain.every((n) => said.has(n) || item.quantified?.has(n)) &&
    !/\bfor (all|any|every|each)\b|\barbitrary\b/i.test(item.link.statement.prose + item.link.statement.trail)
  );
}

/** A name whose value breaks a bound that is in force: it is the value of another case. */
function outsideOf({ plan }: Tried): string | undefined {
  for (const { relation } of plan.conditions) {
    const [left, right] = relation.args;
    if (relation.args.length !== 2 || !/^[<>]=?$/.test(relation.name ?? "")) continue;
    const [a, b] = [numberIn(left, plan.definitions), numberIn(right, plan.definitions)];
    const named = [left, right].find((e) => e.op === "symbol");
    if (named && a !== undefined && b !== undefined && !IN_ORDER[relation.name ?? ""]?.(a, b)) return named.name;
  }
  return undefined;
}

const IN_ORDER: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** A plain number, or that which a name is set to. */
function numberIn(e: Expr, definitions: Tried["plan"]["definitions"]): number | undefined {
  if (e.op === "number") return Number(e.name);
  if (e.op === "neg") return negated(numberIn(e.args[0], definitions));
  const d = e.op === "symbol" ? definitions.get(e.name ?? "") : undefined;
  return d && d.params.length === 0 && d.body.op !== "symbol" ? numberIn(d.body, definitions) : undefined;
}
const negated = (x: number | undefined): number | undefined => (x === undefined ? undefined : -x);

const show = (name: string): string => `$${name}$`;

function hasUnknownFunction(e: Expr, tried: Tried): boolean {
  const families = tried.setting?.bench.model.parts.families.families;
  return some(e, (n) => n.op === "apply" && !tried.plan.definitions.has(n.name ?? "") && !families?.has(n.name ?? "") && !familyNamed(n.name ?? ""));
}

/** A side whose value is the same in every world whatever its symbols are: then a number can be wrong for it. */
export const constantSide = (e: Expr, tried: Tried): boolean => constantsOf(e, tried) !== undefined;

/** The entries of what has the same value in every world; undefined where it has not. */
export function constantsOf(e: Expr, tried: Tried): number[] | undefined {
  if (!tried.setting) return undefined;
  try {
    const worlds = tried.setting.bench.worlds(8);
    const ev = tried.setting.bench.evaluator<Lane>(double, worlds);
    const value = ev.evaluate(e);
    const entries = (value.kind === "matrix" ? value.items : [ev.number(value, e)]).map((entry) => {
      const lane = entry as Lane;
      const bound = (i: number): number => lane.e[lane.e.length === 1 ? 0 : i] ?? 0;
      const values = [...ev.lanes(entry)].map((v, i) => ({ v, e: bound(i) })).filter(({ v }) => Number.isFinite(v));
      // a small value is no constant because it is small
      const [first] = values;
      const same = values.length >= 3 && values.every(({ v, e }) => Math.abs(v - first.v) <= 1e-9 * Math.abs(first.v) + 8 * (e + first.e));
      return same ? first.v : undefined;
    });
    return entries.every((v): v is number => v !== undefined) ? entries : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether an equation that could be one to solve is in truth a claim: definitions determine both sides, or its left side works out a derivative of
 * something defined and the right side speaks of nothing else.
 */
export function isWorkedOut(item: Item, tried: Tried, text: string): boolean {
  if (item.relation !== "=" || tried.outcome.kind !== "differs" || tried.outcome.holdsIn.length > 0 || item.premise) return false;
  const [left, right] = [bases(open(item.left, tried), tried), bases(open(item.right, tried), tried)];
  if (left.size === 0 && right.size === 0 && isComputed(item, tried)) return true;
  const { definitions } = tried.plan;
  const defined = (e: Expr): boolean =>
    some(e, (n) => n.op === "apply" && (definitions.get(n.name ?? "")?.params.length ?? 0) > 0 && definitions.get(n.name ?? "")?.derived !== true);
  // f(π) of a function that has a formula: what is said of its variable elsewhere does not matter
  const about = (name: string): boolean => tried.plan.unused.some((f) => allNames([f.left, f.right]).has(name));
  if (left.size === 0 && right.size === 0 && item.left.op === "apply" && defined(item.left)) return !about(item.left.name ?? "");
  if (
    item.left.op === "apply" &&
    defined(item.left) &&
    right.size > 0 &&
    [...right].every((n) => left.has(n)) &&
    tried.plan.unused.every(isValueOfName) &&
    isWrittenAnew(item, text)
  )
    return true;
  if (tried.plan.unused.length > 0) return false;
  const worked = (e: Expr): boolean =>
    some(
      e,
      (n) =>
        (n.op === "apply" && n.data?.order === true && definitions.has(n.name ?? "")) ||
        // log(r_{i1} / r_{i2}) of responsibilities that a formula defines
        (n.op === "indexed" && e.op !== "indexed" && definitions.get(n.name ?? "")?.indexed === true && definitions.get(n.name ?? "")?.derived !== true) ||
        // E_{z ~ q}[w(z)] of a function that a formula defines
        (n.op === "statistic" && (Boolean(n.data?.under) || !OVER_OUTCOMES.test(n.name ?? "")) && n.args.slice(0, -1).some(defined)) ||
        // log p(x) of a density that a formula defines
        (n === e && n.op === "call" && n.args[0]?.op === "apply" && defined(n.args[0])) ||
        (n.op === "derivative" && (defined(n.args[0]) || definitions.has(n.args[0].name ?? ""))) ||
        (n.op === "symbol" && /'$/.test(n.name ?? "") && definitions.has((n.name ?? "").replace(/'+$/, ""))),
    );
  // x(t)² + y(t)² = … = …: no equation to solve is written so
  if (isOpenChain(item, right) && item.left.op !== "apply" && defined(item.left) && [...right].every((n) => left.has(n))) return true;
  return worked(item.left) && !defined(item.right) && right.size > 0 && [...right].every((n) => left.has(n));
}

const isValueOfName = ({ left, right }: { readonly left: Expr; readonly right: Expr }): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([a, b]) => (a.op === "symbol" || a.op === "indexed") && allNames([b]).size === 0);

/** "We can rewrite f as $f(x) = …$", "Substituting, we get $f(x + 1) = …$": a formula in another form, or at another place, and no new one. */
function isWrittenAnew(item: Item, text: string): boolean {
  const { left } = item;
  const words = sentenceBefore(item, text);
  if (/\b(let|defin\w*|suppose|assum\w*|if|when|want|need|solv\w*|find|set|setting|such that|satisf\w*|new|instead|another|try|consider)\b/i.test(words))
    return false;
  const form = /\b(re-?writ\w+|simplif\w+|expand\w*|factor\w*|rearrang\w*)\b/i;
  const plain = left.args.every((a) => a.op === "symbol" || a.op === "indexed");
  return form.test(words) || (!plain && /\b(substitut\w*|plug\w*|get|gives?|yields?|obtain|becomes|so|thus|hence|therefore)\b/i.test(words));
}

/** The first sign of A = B = C with a formula at its end. */
function isOpenChain({ link }: Item, right: ReadonlySet<string>): boolean {
  const { links } = link.statement;
  const last = links[links.length - 1].right.tokens;
  return isChain(link) && right.size > 0 && last.some((t) => t.kind === "letter" || (t.kind === "command" && !/^(pi|frac|sqrt|infty)$/.test(t.text)));
}

/** A compound expression in names that all have values: in matrices or points that are written out, or behind words that claim. */
function isComputed(item: Item, { plan }: Tried): boolean {
  const lone = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed" || e.op === "apply";
  if (plan.through || lone(item.left) || lone(item.right) || [...plan.definitions.values()].some((d) => d.derived)) return false;
  const array = (e: Expr): boolean => e.op === "matrix" || e.op === "tuple";
  return cueOf(item.link) === "claim" || [...plan.definitions.values()].some((d) => array(d.body)) || [item.left, item.right].some(array);
}

/** A dimension of the step's matrices, an identity, or a name that the given moments bring in. */
function isSettled(name: string, tried: Tried): boolean {
  const shapes = tried.setting?.shapes;
  if (shapes?.sizes.has(name) || (shapes?.identities && isIdentityName(name))) return true;
  const moments = [...(tried.plan.moments?.values() ?? [])].flatMap((m) => [m.mean, m.covariance]);
  const told = [...(tried.plan.random?.variables.values() ?? [])]
    .filter((v) => tried.setting?.bench.model.parts.random?.names.has(v.name))
    .flatMap((v) => [...(v.law?.args ?? []), ...(v.law?.family.probabilities ?? []), v.mean, v.covariance, ...(v.points ?? []).flat()]);
  return (
    tried.setting?.bench.model.parts.random?.names.has(name) === true ||
    tried.setting?.bench.model.parts.random?.space?.counts.has(name) === true ||
    [...moments, ...told].some((e) => e !== undefined && allNames([e]).has(name))
  );
}
