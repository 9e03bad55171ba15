/** A name that words derive a second formula for, which differs from the first: m = …, hence m = …; σ² = 1/4, so σ = 1/4. */
import { freeNames } from "../../checks/solutions";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { freeSymbols } from "../../derivation/reading/targets";
import { lastFragment } from "../../document/cues";
import { all, assertionOf, relation } from "../../expression/assertion";
import { isConstantName } from "../../expression/constants";
import { symbolName } from "../../expression/names";
import { mentions } from "../../expression/occurrences";
import { type Expr, node, number, rewrite, same, some, walk } from "../../expression/tree";
import { familyIndices } from "../../notation/names/function-families";
import { attemptDirection } from "../answers/arrows";
import { pointInWords } from "../figure";
import { printed } from "../guarded";
import type { Step } from "../report";
import { MOST, premises, restsOnFailure } from "../trying/consequences";
import type { JudgeInput } from "../trying/trial";

/** Paragraphs between the two formulas at most. */
const NEAR = 2;
/** Words that derive. */
const DERIVES =
  /\b(so|hence|thus|therefore|then|gives?|giving|(we|one) (gets?|obtains?|finds?)|yields?|becomes|simplif\w+|that is(?=[\s,:$]*$)|i\.e|equivalently|means|implies|follows|in other words|standard (deviation|error))\b/i;
/** "C = 4/5 and": behind the values of its constants a formula is said again. */
const ADDS = /^[\s,]*(and( finally)?|the solution is)?[\s,:]*$/i;
/** Characters in which a sentence is looked for. */
const SENTENCE = 300;
/** Words that put something into a formula that stands before. */
const PUTS_IN = /\b(substitut\w+|plug\w*|insert\w*)\b/i;
/** Words that begin something else. */
const ELSE =
  /\b(either|cases?|if|when|suppose|assume|let|other|another|examples?|similarly|also|instead|consider|contradict\w*|impossible|cannot|not|unless|approx\w*|new|next|now|updat\w*|iterat\w*|step|initial\w*|start\w*|second|first|choos\w*|take|set|put|define[ds]?|denote\w*|or(?!,? equivalently)|respectively|at|for)\b/i;

/** The failure of an equation that gives a name another formula than the nearest before it, where words derive it; `judge` judges a changed step. */
export function restatedOtherwise(item: Item, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  const { left, right, link } = item;
  const { statement } = link;
  if (
    item.relation !== "=" ||
    item.role !== "soft" ||
    link.index > 0 ||
    link.continued ||
    statement.system ||
    item.premise ||
    !(isName(left) || isApplied(left))
  )
    return undefined;
  if (some(right, (n) => same(n, left))) return undefined;
  const words = `${lastFragment(statement.prose)} ${statement.lead}`;
  if (ELSE.test(words)) return undefined;
  const before = nearestFormula(item, input);
  if (!before || restsOnFailure(before.of, input) || !(DERIVES.test(words) || (before.constants && ADDS.test(words)))) return undefined;
  // the right side of the second formula goes on with that of the first
  const chained: Item = { ...item, left: before.is, role: "claim", fact: undefined, link: { ...link, continued: true } };
  const again = judge(before.power ? { ...chained, right: raised(right, before.power) } : chained);
  if (again.verdict === "unchecked" && again.code === "context/solved" && !before.power) return brokenBeside(item, before, again, input);
  if (again.verdict !== "fails") return undefined;
  const { fixes, ...failed } = again;
  const shown = `${printed(before.power ? raised(left, before.power) : left)} = ${printed(before.constants?.of ?? before.is)}`;
  if (before.power)
    return { ...failed, code: "equation/contradicts", message: `Does not follow: $${shown}$ stands before it, and of this value that is false.` };
  const own = fixes?.filter((f) => f.edits.every((e) => e.range.start.offset >= link.right.from && e.range.end.offset <= link.right.to));
  const values = before.constants ? ` with ${before.constants.values.map((v) => `$${v}$`).join(", ")}` : "";
  return {
    ...failed,
    code: "equation/contradicts",
    message: `Does not follow from $${shown}$${values}. ${again.message}`,
    ...(own?.length ? { fixes: own } : {}),
  };
}

/** What rests on names that equations are solved for is refuted where it is false wherever all these equations hold. */
function brokenBeside(item: Item, before: Formula, again: Step, input: JudgeInput): Step | undefined {
  const facts = input.environment.facts(item);
  const near = premises(item, facts, input.groups);
  if (near.length >= MOST || !near.includes(before.of) || near.some((f) => restsOnFailure(f, input))) return undefined;
  const used = [before.of];
  const own = namesIn(item.left, item.right);
  // what the second formula no longer speaks of is what the nearest equation says
  for (const name of namesIn(before.is)) {
    const about = own.has(name) ? undefined : near.find((f) => f !== before.of && namesIn(f.left, f.right).has(name));
    if (!own.has(name) && !about) return undefined;
    if (about && !used.includes(about)) used.push(about);
  }
  const functions = new Map(
    [...definitionsFor(item, allNames([...near, item].flatMap((i) => [i.left, i.right])), facts)].filter(([, d]) => d.params.length > 0),
  );
  const conditions = facts.filter((f) => f.fact?.kind === "condition");
  const parts = used.flatMap((f) => assertionOf(f.left, "=", f.right) ?? []);
  const from = (to: Item) =>
    attemptDirection(all(parts), relation(to.left, "=", to.right), { definitions: functions, extra: [] }, item, conditions, input).found;
  if (parts.length < used.length || near.some((f) => !used.includes(f) && from(f).kind !== "follows")) return undefined;
  const found = from(item);
  if (found.kind !== "broken" || !found.always || found.open || found.rough || found.region) return undefined;
  const at = pointInWords(found.witness);
  const { fixes: _, ...step } = again;
  return {
    ...step,
    verdict: "fails",
    code: "equation/contradicts",
    message: `Does not follow: at ${at} it is false, where $${printed(item.left)} = ${printed(before.is)}$ and what else stands before it are true.`,
    witness: { values: { ...found.witness }, left: 1, right: 0 },
  };
}

interface Formula {
  readonly of: Item;
  readonly is: Expr;
  /** The formula is of this power of the name. */
  readonly power?: Expr;
  /** The formula before names in it were replaced by the numbers that they got since, and what these are. */
  readonly constants?: { readonly of: Expr; readonly values: readonly string[] };
}

/** The nearest formula before an item of its name, or of a power of it, with as much in it as in that of the item. */
function nearestFormula(item: Item, input: JudgeInput): Formula | undefined {
  const { paragraph } = item.link.statement.block;
  const facts = input.environment
    .facts(item)
    .filter((f) => f.order < item.order && (f.scope === item.scope || goesOn(item, f, input)) && f.relation === "=" && f.role !== "unread")
    .sort((a, b) => b.order - a.order);
  for (const f of facts) {
    if (paragraph - f.link.statement.block.paragraph > NEAR) return undefined;
    const left = f.fact?.kind === "equation" ? f.fact.left : f.left;
    const right = f.fact?.kind === "equation" ? f.fact.right : f.right;
    const power = left.op === "pow" && left.args[1].op === "number" && same(left.args[0], item.left) ? left.args[1] : undefined;
    if (!power && !same(left, item.left)) continue;
    if (isBroken(f, item, input)) return undefined;
    const put = power ? undefined : withConstants(right, f, item, facts);
    if (put) return { of: f, ...put };
    if (!isName(item.left)) return isFunctionAgain(f, item, input) ? { of: f, is: right } : undefined;
    // two plain values of a name are values in two cases
    const sizes = [namesIn(right).size, namesIn(item.right).size];
    const isTold = power ? (sizes[0] === 0) === (sizes[1] === 0) : Math.min(...sizes) >= (isGeneralTerm(item.left, right, item.right) ? 1 : 2);
    return isTold ? { of: f, is: right, ...(power ? { power } : {}) } : undefined;
  }
  return undefined;
}

/** All that stands between two formulas for a function of which the second is derived from the first. */
const ONLY_DERIVES =
  /^[\s$.,;:]*(?:and )?(?:then|so|hence|thus|therefore|that is|i\.e\.|which is|which gives|this gives|(?:this|it|which) (?:simplifies to|becomes|can be (?:written|simplified|rewritten) as)|in other words|simplifying|expanding|factoring|multiplying out|completing the square)[\s,:]*(?:(?:we|one) (?:have|has|gets?|obtains?|finds?|writes?)|this gives|gives|also)?[\s$,:]*$/i;
/** Behind a formula: it is said for some arguments only, or of something near it. */
const FOR_SOME = /^[\s$]*,?\s*(for|on|if|when|where|with|near|in|at|as|modulo|mod|up to|approx\w*|instead)\b/i;

/** Fields, rings and bits: what holds there need not hold of numbers. */
const ELSEWHERE = /\b(fields?|rings?|bits?|boolean|characteristic|modulo|mod|elements)\b/i;

/** "Let f(x) = …, then f(x) = …": in the same paragraph, in the same names, and nothing is said but that it follows. */
function isFunctionAgain(f: Item, { left, right, link }: Item, { text }: JudgeInput): boolean {
  if (ELSEWHERE.test(text.slice(Math.max(0, f.link.left.from - SENTENCE), link.right.to + SENTENCE))) return false;
  if (!ONLY_DERIVES.test(text.slice(f.link.right.to, link.left.from)) || FOR_SOME.test(text.slice(link.right.to, link.right.to + 40))) return false;
  const [before, own] = [freeSymbols(f.right), freeSymbols(right)];
  const isSame = before.size === own.size && [...own].every((n) => before.has(n));
  return (
    f.role === "defines" &&
    f.link.statement.block.paragraph === link.statement.block.paragraph &&
    isSame &&
    left.args.some((a) => mentions(right, symbolName(a)))
  );
}

/** S_n, by two formulas in n. */
const isGeneralTerm = ({ op, args }: Expr, ...formulas: readonly Expr[]): boolean =>
  op === "indexed" && args.length === 1 && args[0].op === "symbol" && formulas.every((e) => namesIn(e).has(args[0].name ?? ""));

/** "(d) Substituting …, we find m = …": the formula of the part before it goes on. */
function goesOn(item: Item, f: Item, { groups, text }: JudgeInput): boolean {
  const [here, there] = [item, f].map((i) => groups.find((g) => g.line.id === i.link.statement.id));
  return here !== undefined && here.task === there?.task && here.exercise === there.exercise && PUTS_IN.test(wordsOf(item, text));
}

/** The sentence before a formula, also where it goes on in a display behind an empty line. */
function wordsOf({ link: { left } }: Item, text: string): string {
  const before = text.slice(Math.max(0, left.from - SENTENCE), left.from).replace(/\n\s*\n(?=\s*(?:\$\$|\\\[)?\s*$)/, " ");
  return before.split(/[.?!]\s|\n\s*\n/).pop() ?? "";
}

/** y = x³ + C x behind which C = 2 was found, for a formula in x alone: with the numbers in it. */
function withConstants(formula: Expr, f: Item, item: Item, facts: readonly Item[]): Pick<Formula, "is" | "constants"> | undefined {
  const [own, other] = [namesIn(item.right), namesIn(formula)];
  const lost = [...other].filter((n) => !own.has(n));
  if (own.size === 0 || lost.length === 0 || ![...own].every((n) => other.has(n))) return undefined;
  const values = new Map(
    lost.flatMap((name) => {
      const told = facts.filter((v) => v.order > f.order && isName(v.left) && symbolName(v.left) === name && freeNames([v.right]).size === 0);
      return told.length === 1 ? [[name, told[0].right] as const] : [];
    }),
  );
  if (values.size < lost.length) return undefined;
  const is = rewrite(formula, (n) => (isName(n) ? (values.get(symbolName(n)) ?? n) : n));
  return { is, constants: { of: formula, values: [...values].map(([name, value]) => `${name} = ${printed(value)}`) } };
}

const CONDITIONS = /\b(initial|boundary|first|second) (conditions?|values?)\b/gi;

/** Words between two formulas that begin something else. */
const isBroken = (f: Item, item: Item, input: JudgeInput): boolean =>
  input.groups.some(
    ({ line }) => line.id > f.link.statement.id && line.id < item.link.statement.id && ELSE.test(`${line.prose} ${line.lead}`.replace(CONDITIONS, " ")),
  );

/** Plain names and terms of sequences as they are written, τ_0 and τ_n. */
function namesIn(...sides: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      if (isName(n) && !isConstantName(n.name)) found.add(symbolName(n));
      return n.op === "indexed" ? false : undefined;
    });
  return found;
}

/** y(t) */
const isApplied = (e: Expr): boolean => e.op === "apply" && !e.data?.order && e.args.length - familyIndices(e) === 1 && e.args.every((a) => a.op === "symbol");
const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";
const raised = (e: Expr, power: Expr): Expr => node("pow", [e, number(Number(power.name), e.span)], e.span);
