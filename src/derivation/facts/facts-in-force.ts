/** The facts in force at a step: of each name the nearest definition, and the conditions that speak of its names. */
import type { Expr } from "../../expression/tree";
import { same, some } from "../../expression/tree";
import { allNames, isNumber } from "../names/all-names";
import { inForce } from "../scopes/alternatives";
import { isOverHere } from "../scopes/over-definitions";
import { circular } from "./circular-definitions";
import type { Condition, Definition } from "./facts";
import { isNextOfList } from "./initial-values";
import type { Item } from "./items";

/** "in which" between two displays, as a paragraph of its own. */
const ALONE = /(?:^|[\s$.])(?:where|in which|with|here)[\s,:]*$/i;

const reachable = (fact: Item, item: Item): boolean => fact.order < item.order || isSaidBehind(fact, item);

/** "where α = …", right behind the step. */
const isSaidBehind = (fact: Item, item: Item): boolean =>
  fact.order > item.order &&
  fact.link.statement.block.paragraph - item.link.statement.block.paragraph <= (ALONE.test(fact.link.statement.prose) ? 2 : 1) &&
  isBehind(fact, item) &&
  (/\b(where|in which|with|here|denote)\b/i.test(fact.link.statement.prose + fact.link.statement.lead) ||
    (fact.role === "defines" && isNextOfList(fact.link.statement)));

/** The formulas that the words right behind a step give to names that had others before it; a value is one of many. */
export const saidAnewBehind = (item: Item, definitions: ReadonlyMap<string, Definition>, facts: readonly Item[]): Map<string, Definition> =>
  new Map(
    facts.flatMap((f): [string, Definition][] => {
      const said = f.fact?.kind === "definition" ? f.fact : undefined;
      const before = said && definitions.get(said.name);
      return said && before && !isNumber(said.body) && before.span.from < item.link.left.from && isSaidBehind(f, item) ? [[said.name, said]] : [];
    }),
  );

/** "where $x \\sim …$", "with $z = x + y$, $x \\sim …$": a law that the sentence of a step gives behind it. */
export const isLawBehind = (fact: Item, item: Item): boolean =>
  fact.relation === "∼" &&
  fact.order > item.order &&
  fact.link.statement.block.paragraph - item.link.statement.block.paragraph <= 1 &&
  isBehind(fact, item) &&
  (/^[\s,]*(?:where|with|in which|for|as|since|because)\b[^.]*$/.test(fact.link.statement.prose) || isNextOfList(fact.link.statement));

/** In a formula behind that of the step, or in the words of the same, or behind "where" in it. */
export const isBehind = ({ link: { statement } }: Item, item: Item): boolean =>
  statement.at > item.link.statement.at ||
  (statement.block === item.link.statement.block && (statement.hidden === true || (statement.id > item.link.statement.id && WHERE.test(statement.lead))));

const WHERE = /^[\s,;]*(?:where|with)\s*$/i;

/** The definitions in force for a set of names, closed under what their bodies mention; the nearest before the step wins. */
export function definitionsFor(item: Item, names: ReadonlySet<string>, facts: readonly Item[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const todo = [...names];
  const spoken = new Set(names);
  /** What sums say of the terms of sequences of which no term is in sight yet, only a plain name. */
  const waiting: { readonly name: string; readonly best: Definition }[] = [];
  const bodies = [item.left, item.right];
  const enter = (name: string, best: Definition): void => {
    if (isPlain(best) && found.size > 0) {
      const all = new Map(found).set(name, best);
      const circle = isInCircle(best, all) ? [...found.values()].filter((d) => isPlain(d) && circular(d, all)) : [];
      if (circle.some((d) => d.span.from > best.span.from)) return;
      for (const d of circle) found.delete(d.name);
    }
    found.set(name, best);
    bodies.push(best.body);
    for (const n of allNames([best.body]))
      if (!best.params.includes(n)) {
        todo.push(n);
        spoken.add(n);
      }
  };
  const hasTerm = (name: string): boolean => [...spoken].some((n) => n.startsWith(`${name}_{`));
  do {
    while (todo.length) {
      const name = todo.pop() as string;
      const near = found.has(name) ? undefined : nearest(name, item, facts);
      const over = near && isOverHere(name, near, bodies, item, facts);
      const best = over ? undefined : near;
      if (best?.indexed && best.derived && !hasTerm(name)) waiting.push({ name, best });
      else if (best) enter(name, best);
    }
    for (const { name, best } of waiting) if (!found.has(name) && hasTerm(name)) enter(name, best);
  } while (todo.length);
  return found;
}

const isPlain = (d: Definition): boolean => d.params.length === 0 && !d.indexed;

/** x = a + b z, and then z = (x - a)/b: one equation, solved for either name; the one that is said last is enough. */
const isInCircle = (d: Definition, all: ReadonlyMap<string, Definition>): boolean => !allNames([d.body]).has(d.name) && circular(d, all);

export function nearest(name: string, item: Item, facts: readonly Item[]): Definition | undefined {
  let best: Item | undefined;
  for (const f of facts) {
    if (f.fact?.kind !== "definition" || f.fact.name !== name || f.order === item.order || !reachable(f, item) || idle(f, f.fact, item)) continue;
    if (!best || (f.order < item.order ? best.order > item.order || f.order > best.order : best.order > item.order && f.order < best.order)) best = f;
  }
  return best && !isDrawnSince(name, best, item, facts) ? (best.fact as Definition) : undefined;
}

const DRAWN = /\b(if|let|suppose|assume|when|for|consider)(\s+(that|now|instead|also))*\s*$/i;

/** "Let z ~ N(0, 1)" of a name that had a formula in an earlier part, or "if z ~ …" in the same: it is another one. */
const isDrawnSince = (name: string, definition: Item, item: Item, facts: readonly Item[]): boolean =>
  facts.some(
    (f) =>
      f.relation === "∼" &&
      f.order > definition.order &&
      f.order < item.order &&
      (f.scope !== definition.scope || DRAWN.test(f.link.statement.prose)) &&
      f.left.op === "symbol" &&
      f.left.name === name,
  );

/** Paragraphs behind the words in which a case may still be meant. */
const NEAR = 2;

/** "The gap is zero when q(z) = p(z | x)": the law for which something is so; further on q is any again. */
const isCaseInPassing = ({ left, right, link: { statement } }: Item): boolean =>
  left.op === "apply" &&
  right.op === "apply" &&
  !statement.block.display &&
  /\b(?:equal\w*|zero|tight|vanish\w*|exact|minimal|minimi[sz]ed|maximal|maximi[sz]ed|attained|achieved|optimal)\b[^.;:]*\b(?:when|whenever|if|iff|only if|for)\s*$/i.test(
    statement.prose,
  );

/** A value that a name has for the moment, x = 1: it ends with its part, and says nothing of a step with the name on both sides, or with its derivative. */
function idle(f: Item, d: Definition, item: Item): boolean {
  if (isCaseInPassing(f) && (f.scope !== item.scope || item.link.statement.block.paragraph - f.link.statement.block.paragraph > NEAR)) return true;
  if ((d.params.length > 0 && !d.indexed) || !isNumber(d.body) || /^(matrix|tuple)$/.test(d.body.op)) return false;
  const sides = [item.left, item.right];
  return (f.scope !== item.scope && !d.indexed) || sides.every((e) => speaksOf(e, d.name)) || sides.some((e) => changes(e, d.name));
}

/** Of what has a rate of change, a number is the value at one moment. */
const changes = (e: Expr, name: string): boolean => some(e, (n) => n.op === "derivative" && n.args[0].op === "symbol" && n.args[0].name === name);

/** The variable of an indefinite integral is a name of its side. */
const speaksOf = (e: Expr, name: string): boolean => allNames([e]).has(name) || some(e, (n) => n.op === "antiderivative" && n.name === name);

/** Conditions within reach that mention a name of the step. */
export function conditionsFor(item: Item, names: ReadonlySet<string>, facts: readonly Item[]): Condition[] {
  const near = facts.filter((f) => f.fact?.kind === "condition" && f.order !== item.order && f.scope === item.scope && reachable2(f, item));
  const spoken = near
    .map((f) => ({
      fact: f.fact as Condition,
      relation: (f.fact as Condition).relation,
      words: f.link.statement.prose + f.link.statement.lead,
      behind: f.order > item.order,
    }))
    .filter(({ relation }) => [...allNames([relation])].some((n) => names.has(n)) && !isAskedFor(relation, item));
  return inForce(spoken).map(({ fact }) => fact);
}

/** "X ≤ a when …, so P(X ≤ 2a) = …": an event of a name whose probabilities a step asks for is no fact there; what bounds the name by a number may be its range. */
function isAskedFor(event: Expr, { left, right }: Item): boolean {
  const [of, bound] = event.args;
  const isRange = bound === undefined || /^(∈|∉)$/.test(event.name ?? "") || allNames([bound]).size === 0;
  const isAsked = (inner: Expr): boolean => inner.op === "relation" && (same(inner, event) || (!isRange && same(inner.args[0], of)));
  return [left, right].some((e) => some(e, (n) => n.op === "statistic" && n.name === "probability" && some(n, isAsked)));
}

/** A condition may also stand behind the step, in its own formula or sentence: "(x > 0)", "for all n". */
const reachable2 = (f: Item, item: Item): boolean =>
  f.order < item.order ||
  f.link.statement.block === item.link.statement.block ||
  (f.link.statement.block.paragraph === item.link.statement.block.paragraph && f.link.statement.at === item.link.statement.at + 2);
