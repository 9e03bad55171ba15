/** Judges implications and equivalences: what stands behind an arrow on the solutions of what stands before it. */

import { OutOfFuel } from "../../base/fuel";
import { type Followed, follow, separating } from "../../checks/implication";
import { freeNames, type Scope } from "../../checks/solutions";
import type { Definition } from "../../derivation/facts/facts";
import { conditionsFor, definitionsFor } from "../../derivation/facts/facts-in-force";
import { hasError, type Item, type ItemGroup } from "../../derivation/facts/items";
import { inlined } from "../../derivation/laws/entries";
import { allNames } from "../../derivation/names/all-names";
import { type ArrowRun, assertionOfLines } from "../../derivation/reading/arrows";
import { type Assertion, all, assertionOf, expressionsIn, mapAssertion, type Relation, relation } from "../../expression/assertion";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, rewrite, some, symbol, walk } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import { print } from "../../notation/print";
import { Unsupported } from "../../numeric/arithmetic";
import { Bench } from "../../worlds/bench";
import { figure, numberLatex } from "../figure";
import { type BareStep, printed } from "../guarded";
import type { Step } from "../report";
import { settingFor } from "../trying/setting";
import type { JudgeInput } from "../trying/trial";
import { meansWritten } from "../trying/written-means";
import { withPlainNames } from "./estimates";
import { isJoined } from "./joined-implications";
import { holdsForMatrices } from "./matrix-implications";
import { withSameDistributions } from "./same-distributions";
import { slippedImplication } from "./slipped-implications";
import { valueFix, valueSaid } from "./value-fixes";
import { workedOut } from "./worked-out-conditions";

/** What solving one statement may cost. */
const FUEL = 800_000;

/** One way of reading the context, tried in turn. */
export interface Attempt {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly extra: readonly Item[];
}

export interface Direction {
  readonly found: Followed;
  readonly used: readonly Item[];
  /** It speaks of functions that nobody defines: nothing is refuted there. */
  readonly opaque: boolean;
}

const itemsIn = (groups: readonly ItemGroup[], at: readonly number[]): Item[] => at.flatMap((i) => [...groups[i].items]);

/** What the groups assert. Of a chain of equations behind an arrow only the first link is concluded; the others are steps of their own. */
function assertion(groups: readonly ItemGroup[], at: readonly number[], concluded: boolean): Assertion | undefined {
  return assertionOfLines(
    at.map((i, k) => {
      const { items, line } = groups[i];
      const chain = items.length > 1 && items.every((item) => item.relation === "=" || item.relation === "≈");
      return { lead: k === 0 ? "" : line.lead, signs: concluded && chain ? items.slice(0, 1) : items };
    }),
  );
}

/** Where the arrow that leads to `groups[at]` stands, and what stands on its sides. */
export function arrowBase(groups: readonly ItemGroup[], at: number, run: ArrowRun, input: JudgeInput): BareStep {
  const arrow = groups[at].line.arrow as { from: number; to: number; relation: string };
  const last = groups[run.conclusion[run.conclusion.length - 1]].line;
  return {
    range: input.range({ from: groups[at].line.span.from, to: Math.max(last.span.to, groups[at].line.span.to) }),
    relationRange: input.range(arrow),
    relation: arrow.relation === "⇔" ? ("⇔" as const) : ("⇒" as const),
    left: show(groups, run.premise),
    right: show(groups, run.conclusion),
  };
}

/** The step of the arrow that leads to `groups[at]`; of what it leaves open, with means written out. */
export function arrowStep(given: readonly ItemGroup[], at: number, run: ArrowRun, input: JudgeInput): Step {
  const step = arrowAsWritten(given, at, run, input);
  if (step.code !== "implication/undecided") return step;
  const means = meansWritten([...itemsIn(given, run.premise), ...itemsIn(given, run.conclusion)], input);
  if (!means) return step;
  const there = arrowAsWritten(
    given.map((g) => ({ ...g, items: g.items.map(means.write) })),
    at,
    run,
    means.input,
  );
  return there.verdict === "holds" || there.verdict === "fails"
    ? { ...there, left: step.left, right: step.right, reading: [...(there.reading ?? []), means.says] }
    : step;
}

function arrowAsWritten(given: readonly ItemGroup[], at: number, run: ArrowRun, input: JudgeInput): Step {
  const groups = withPlainNames(given, run, input);
  const arrow = groups[at].line.arrow as { from: number; to: number; relation: string };
  const premise = assertion(groups, run.premise, false);
  const conclusion = assertion(groups, run.conclusion, true);
  const both = [...itemsIn(groups, run.premise), ...itemsIn(groups, run.conclusion)];
  const shared = arrowBase(groups, at, run, input);
  const unchecked = (code: string, message: string): Step => ({ ...shared, verdict: "unchecked", code, message });
  if (both.some((i) => hasError(i.left) ?? hasError(i.right)))
    return unchecked("expression/not-read", "Not checked: a statement beside this arrow was not read.");
  if (!premise || !conclusion) return unchecked("implication/not-read", "Not checked: the statements before and behind this arrow were not understood.");
  const facts = input.environment.facts(both[both.length - 1]);
  const asked = (from: Assertion, to: Assertion): Direction => {
    const found = workedOut(from, to, premise, both, facts, input);
    return found ? { found, used: [], opaque: false } : direction(from, to, both, facts, input);
  };
  const forward = arrow.relation === "⇐" ? undefined : asked(premise, conclusion);
  const backward = arrow.relation === "⇒" ? undefined : asked(conclusion, premise);
  const verdict = verdictOf(forward, backward, input);
  if (verdict.verdict === "fails" && isJoined(groups, run))
    return unchecked("implication/joined", "Not checked: which of the statements beside the commas the arrows join is not clear.");
  const slip = forward && slippedImplication(forward, itemsIn(groups, run.premise), itemsIn(groups, run.conclusion), { premise, conclusion, asked }, input);
  if (slip && verdict.code === "implication/holds-if") return { ...shared, ...lostAnyhow(verdict), ...(slip.fixes.length > 0 ? { fixes: slip.fixes } : {}) };
  const said = verdict.code === "implication/loses" ? valueSaid(run.conclusion.map((i) => groups[i])) : undefined;
  const lost = forward?.found.kind === "broken" && forward.found.kept.length === 0 ? forward.found.lost : [];
  const fixes = said && lost.length === 1 && freeNames([said.right]).size === 0 ? valueFix(said, lost[0], input) : (slip?.fixes ?? []);
  return { ...shared, ...verdict, ...(fixes.length > 0 ? { fixes } : {}) };
}

const show = (groups: readonly ItemGroup[], at: readonly number[]): string =>
  itemsIn(groups, at)
    .map((i) => `${printed(i.left)} ${i.relation} ${printed(i.right)}`)
    .join(", ");

/** Whether one statement follows from another, with the definitions of the document and without the values it gives to plain names. */
export function direction(premise: Assertion, conclusion: Assertion, own: readonly Item[], facts: readonly Item[], input: JudgeInput): Direction {
  const item = own[own.length - 1];
  const others = facts.filter((f) => !own.includes(f));
  const definitions = definitionsFor(item, allNames([...expressionsIn(premise), ...expressionsIn(conclusion)]), others);
  const functions = new Map([...definitions].filter(([, d]) => d.params.length > 0));
  const attempts: Attempt[] = [{ definitions: functions, extra: [] }];
  if (functions.size < definitions.size) attempts.push({ definitions, extra: [] });
  let first: Direction | undefined;
  for (const attempt of attempts) {
    const tried = attemptDirection(premise, conclusion, attempt, item, others, input);
    if (tried.found.kind === "follows" && !tried.found.unless) return tried;
    if (!first || first.found.kind === "unknown") first = tried;
  }
  const result = first as Direction;
  const undecided =
    result.found.kind === "unknown" ||
    (result.found.kind === "follows" && result.found.unless !== undefined) ||
    (result.found.kind === "broken" && (result.found.open || !result.found.pinned));
  return (undecided ? withFacts(premise, conclusion, functions, item, others, input) : undefined) ?? result;
}

/** The premise strengthened by equations of the document, nearest first. */
function withFacts(
  premise: Assertion,
  conclusion: Assertion,
  definitions: ReadonlyMap<string, Definition>,
  item: Item,
  facts: readonly Item[],
  input: JudgeInput,
): Direction | undefined {
  const names = new Set([...freeNames(expressionsIn(premise)), ...freeNames(expressionsIn(conclusion))]);
  const extra: Item[] = [];
  for (const f of [...facts].reverse()) {
    if (
      f.order >= item.order ||
      f.scope !== item.scope ||
      extra.length >= 4 ||
      (f.fact?.kind !== "equation" && f.fact?.kind !== "definition") ||
      f.relation !== "="
    )
      continue;
    if (![...freeNames([f.left, f.right])].some((n) => names.has(n))) continue;
    extra.push(f);
    for (const n of freeNames([f.left, f.right])) names.add(n);
    const tried = attemptDirection(premise, conclusion, { definitions, extra }, item, facts, input);
    if (tried.found.kind === "follows" && !tried.found.unless) return tried;
  }
  return undefined;
}

/** A premise and a conclusion in plain names, and the worlds that they are asked in. */
export interface Prepared {
  readonly scope: Scope;
  readonly from: Assertion;
  readonly to: Assertion;
  /** Takes another expression about the same names to these plain names. */
  readonly plain: (e: Expr) => Expr;
  /** What was found for numbers holds for what the names are. */
  readonly meant: (found: Followed) => boolean;
  /** It speaks of functions that nobody defines. */
  readonly opaque: boolean;
}

interface Unprepared {
  readonly code: string;
  readonly message: string;
}

/** Makes the worlds of an implication; says why where it cannot. */
export function prepare(
  before: Assertion,
  after: Assertion,
  { definitions, extra }: Attempt,
  item: Item,
  facts: readonly Item[],
  input: JudgeInput,
): Prepared | Unprepared {
  const one = withSameDistributions(before, after);
  if (one === "unclear") return { code: "implication/distributions", message: "an implication between statements about distributions" };
  const { premise, conclusion } = one ?? { premise: before, conclusion: after };
  const more = extra.map((f) => assertionOf(f.left, "=", f.right)).filter((a) => a !== undefined);
  const open = [...definitions.values()].filter((d) => d.params.length > 0 && freeNames([d.body]).size > d.params.length);
  const [whole, behind] = [more.length ? all([premise, ...more]) : premise, conclusion].map((a) => mapAssertion(a, (e) => inlined(e, open)));
  const atoms = new Atoms(definitions, [...expressionsIn(whole), ...expressionsIn(behind)]);
  const [from, to] = [whole, behind].map((a) => mapAssertion(a, (e) => atoms.plain(e)));
  return withReason(() => {
    const conditions = conditionsFor(
      item,
      allNames([...expressionsIn(from), ...expressionsIn(to)]),
      facts.filter((f) => !extra.includes(f)),
    );
    const setting = settingFor(
      node("list", expressionsIn(from), item.left.span),
      node("list", expressionsIn(to), item.left.span),
      { definitions, conditions, unused: [] },
      input.seed,
    );
    if (setting.complex) return { code: "implication/complex", message: "an implication between statements about complex numbers" };
    const domain = conditions
      .flatMap((c) => relationsOf(c.relation))
      .filter((r) => [...freeNames([r.left, r.right])].some((n) => !definitions.has(n)) && /^(<|>|<=|>=|!=)$/.test(r.relation));
    const scope: Scope = {
      bench: new Bench(setting.bench.model, FUEL),
      defined: new Set([...definitions.values()].filter((d) => d.params.length === 0).map((d) => d.name)),
      domain,
    };
    const meant = (found: Followed): boolean =>
      found.kind !== "follows" || holdsForMatrices(whole, found.unless ? undefined : behind, item, { definitions, conditions, unused: [] }, input);
    return { scope, from, to, plain: (e: Expr) => atoms.plain(inlined(e, open)), meant, opaque: atoms.functions };
  });
}

/** What `work` gives, or the reason why it could not. */
export function withReason<T>(work: () => T): T | Unprepared {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotUnderstood) return { code: error.code, message: error.message };
    if (error instanceof Unsupported) return { code: "arithmetic/unsupported", message: error.message };
    if (error instanceof OutOfFuel) return { code: "work/too-much", message: error.message };
    if (error instanceof RangeError) return { code: "work/too-deep", message: "the expression is nested too deeply" };
    throw error;
  }
}

export function attemptDirection(
  premise: Assertion,
  conclusion: Assertion,
  attempt: Attempt,
  item: Item,
  facts: readonly Item[],
  input: JudgeInput,
): Direction {
  const made = prepare(premise, conclusion, attempt, item, facts, input);
  const found = "scope" in made ? withReason(() => asMeant(follow(made.scope, made.from, made.to), made)) : made;
  if ("kind" in found) return { found, used: attempt.extra, opaque: "scope" in made && made.opaque };
  return { found: { kind: "unknown", ...found }, used: [], opaque: true };
}

function asMeant(found: Followed, made: Prepared): Followed | Unprepared {
  return made.meant(found) ? found : { code: "implication/matrices", message: "it follows for numbers, but these are vectors or matrices" };
}

function relationsOf(e: Expr): Relation[] {
  if (e.op === "and" || e.op === "list") return e.args.flatMap(relationsOf);
  // "r, p, b > 0"
  if (e.op === "relation" && e.args[0].op === "list") return e.args[0].args.flatMap((a) => relationsOf({ ...e, args: [a, e.args[1]] }));
  return e.op === "relation" ? [relation(e.args[0], e.name ?? "", e.args[1])] : [];
}

/**
 * Turns what is solved for as a whole into plain names: indexed symbols, values of unknown functions, derivatives of plain names.
 * What stands under a sum by its index stays a sequence or a table, its single terms too.
 */
class Atoms {
  functions = false;
  private readonly whole = new Set<string>();
  constructor(
    private readonly definitions: ReadonlyMap<string, Definition>,
    expressions: readonly Expr[],
  ) {
    for (const e of expressions) {
      const { bound } = namesOf(e);
      if (bound.size > 0)
        walk(
          e,
          (n) =>
            void (
              (n.op === "indexed" || n.op === "apply") &&
              n.args.some((a) => some(a, (s) => s.op === "symbol" && bound.has(s.name ?? ""))) &&
              this.whole.add(key(n))
            ),
        );
    }
  }

  plain(e: Expr): Expr {
    return rewrite(e, (n) => {
      if (n.op === "indexed" && !this.definitions.get(n.name ?? "")?.indexed) return this.whole.has(key(n)) ? n : symbol(symbolName(n), n.span);
      if (n.op === "apply" && !this.definitions.has(n.name ?? "")) {
        this.functions = true;
        return this.whole.has(key(n)) ? n : symbol(print(n), n.span);
      }
      return n.op === "derivative" && n.args[0].op === "symbol" ? symbol(print(n), n.span) : n;
    });
  }
}

const key = (n: Expr): string => (n.op === "apply" ? `${n.name}()` : (n.name ?? ""));

type Verdict = Pick<Step, "verdict" | "code" | "message"> & Partial<Pick<Step, "holdsIf" | "witness" | "uses" | "basis">>;

function verdictOf(forward: Direction | undefined, backward: Direction | undefined, input: JudgeInput): Verdict {
  const both = forward !== undefined && backward !== undefined;
  const parts = [forward && refuted(forward, both, false), backward && refuted(backward, both, true)].filter((v) => v !== undefined);
  const worst = parts.find((v) => v.verdict === "fails") ?? parts.find((v) => v.verdict === "holds-if") ?? parts[0];
  if (worst) return worst;
  const all = [forward, backward].filter((d) => d !== undefined);
  const open = all.find((d) => d.found.kind !== "follows");
  if (open?.found.kind === "unknown") return { verdict: "unchecked", code: open.found.code, message: `Not checked: ${open.found.message}.` };
  const uses = all
    .flatMap((d) => d.used)
    .map((f) => ({ range: input.range({ from: f.link.left.from, to: f.link.right.to }), text: input.text.slice(f.link.left.from, f.link.right.to) }));
  const unless = all.flatMap((d) => (d.found.kind === "follows" && d.found.unless ? [d.found.unless] : []))[0];
  if (unless) return { verdict: "holds-if", code: "implication/holds-if", ...exceptAt(unless), ...(uses.length ? { uses } : {}) };
  const found = all[0].found as Extract<Followed, { kind: "follows" }>;
  const solutions = found.pinned && found.name && found.values.length > 0 && found.values.length <= 6 ? ` (${list(found.name, found.values)})` : "";
  return {
    verdict: "holds",
    basis: "sampled",
    code: both ? "implication/equivalent" : "implication/follows",
    message: `${both ? "Both statements have the same solutions" : "It holds at every solution of the statement before it"}${solutions}.`,
    ...(uses.length ? { uses } : {}),
  };
}

/** What is right under a condition is wrong where nothing has chosen it. */
const lostAnyhow = ({ message, witness }: Verdict): Verdict => ({
  verdict: "fails",
  code: "implication/loses",
  message: message.replace(/^Holds only if .*: otherwise it /, "Does not hold: it "),
  ...(witness ? { witness } : {}),
});

/** What follows but for one value of a name: "a ≠ 0" where an equation was divided by a. */
export function exceptAt({ name, value }: { readonly name: string; readonly value: number }): { holdsIf: string; message: string } {
  const condition = `${name} \\ne ${numberLatex(value)}`;
  return { holdsIf: condition, message: `Holds only if $${condition}$: otherwise the statement before says nothing of this one.` };
}

export const list = (name: string, values: readonly number[]): string =>
  [...values]
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .slice(0, 6)
    .sort((a, b) => a - b)
    .map((v) => `${name} = ${figure(v)}`)
    .join(", ");

/** The verdict of a direction that does not follow; undefined where it does, or where nothing was found out. */
function refuted(d: Direction, both: boolean, backward: boolean): Verdict | undefined {
  const { found } = d;
  if (found.kind !== "broken") return undefined;
  const undecided = (message: string): Verdict => ({ verdict: "unchecked", code: "implication/undecided", message: `Not checked: ${message}.` });
  if (d.opaque) return undecided("it does not follow for every function, and what these functions are is not said");
  if (found.open) return undecided("the statement that is concluded speaks of names that the other leaves open");
  if (found.rough) return undecided("it holds but for the rounding of the decimals that are written");
  if (!found.pinned && !(found.always && !both && found.solvedForm))
    return undecided("it holds at some solutions and not at others, and what else is known of these names is not said here");
  const name = found.name ?? "";
  // of an equation in several names, values of one of them are no solutions
  const inMany = found.region || (!found.pinned && Object.keys(found.witness).length > 1);
  const what = inMany
    ? regionMessage(found, backward)
    : backward
      ? `gains ${list(name, found.lost)}, which ${found.lost.length > 1 ? "do" : "does"} not satisfy the statement before it`
      : found.kept.length === 0 && found.lost.length > 0
        ? `excludes every solution of the statement before it, ${list(name, found.lost)}`
        : `loses the solution${found.lost.length > 1 ? "s" : ""} ${list(name, found.lost)}`;
  const condition = found.pinned && name ? separating(name, found.kept, found.lost) : undefined;
  const witness = { values: { ...found.witness }, left: backward ? 0 : 1, right: backward ? 1 : 0 };
  if (condition && !both)
    return { verdict: "holds-if", code: "implication/holds-if", holdsIf: condition, message: `Holds only if $${condition}$: otherwise it ${what}.`, witness };
  return {
    verdict: "fails",
    code: backward ? "implication/extraneous" : found.region ? "implication/fails" : "implication/loses",
    message: `Does not hold: it ${what}.${condition ? ` It is right for $${condition}$.` : ""}`,
    witness,
  };
}

function regionMessage(found: Extract<Followed, { kind: "broken" }>, backward: boolean): string {
  const at = Object.entries(found.witness)
    // what a derivative comes to there is no choice
    .filter(([n]) => !/\\(frac|partial|nabla)\b/.test(n))
    .slice(0, 4)
    .map(([n, v]) => `$${n} = ${figure(v)}$`)
    .join(", ");
  return `fails at ${at}, where the statement ${backward ? "behind" : "before"} the arrow is true and the one ${backward ? "before" : "behind"} it is false`;
}
