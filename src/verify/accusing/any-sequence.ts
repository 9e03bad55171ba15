/** Equations between sums that are said of any sequence: nothing is known of its terms but that they are added up. */
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { namesOf } from "../../expression/names";
import { mentions } from "../../expression/occurrences";
import { type Expr, some, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { isPlainlyStated } from "./plainly-stated";

/** Words behind which something of the terms is said. */
const BECAUSE =
  /\b(since|because|where|if|when|cycl\w*|wrap\w*|circular\w*|around|boundary|conventions?|one-hot|indicators?|recurr\w*|satisf\w*|periodic\w*|symmetr\w*|telescop\w*|constant|substitut\w*|plug\w*|insert\w*|differential|equations?|solv\w*|solutions?|compar\w*|equat\w*|match\w*|vanish\w*|zero|even|odd|parity|invariant|preserv\w*|conserv\w*|laws?|permut\w*|same|identical|stochastic|normali\w*|roots?|modulo|mod|balanc\w*|orthogonal\w*|independent\w*|equal)\b/i;
const [BEFORE, BEHIND] = [200, 90];

/** The names of sequences whose terms stand in sums over their index, or by number; undefined where terms stand elsewhere, too. */
function addedUp(...sides: readonly Expr[]): Set<string> | undefined {
  const found = new Set<string>();
  let isApart = false;
  const visit = (e: Expr, bound: ReadonlySet<string>): void => {
    if (e.op === "indexed") {
      found.add(e.name ?? "");
      if (!e.args.every((a) => a.op === "number" || [...allNames([a])].some((n) => bound.has(n)))) isApart = true;
      return;
    }
    const inner = /^sum/.test(e.op) && typeof e.data?.bound === "string" ? new Set([...bound, e.data.bound]) : bound;
    e.args.forEach((a, i) => {
      visit(a, i === 0 ? inner : bound);
    });
  };
  for (const side of sides) visit(side, new Set());
  return isApart || found.size === 0 ? undefined : found;
}

/** How often each sequence stands in the products of a side, as a text; undefined where its terms differ in this, or where more is done with a term than to add and to multiply. */
function degreesOf(e: Expr): string | undefined {
  if (e.op === "indexed") return `${e.name}\u0001`;
  if (!some(e, (n) => n.op === "indexed")) return "";
  if (e.op === "mul") return joined(e.args.map(degreesOf));
  if (e.op === "div") return degreesOf(e.args[1]) === "" ? degreesOf(e.args[0]) : undefined;
  if (e.op === "pow" && e.args[1].op === "number" && /^[1-4]$/.test(e.args[1].name ?? ""))
    return joined(Array.from({ length: Number(e.args[1].name) }, () => degreesOf(e.args[0])));
  if (e.op === "neg" || /^(sum|integral|derivative|bind)/.test(e.op)) return degreesOf(e.args[0]);
  if (e.op !== "add") return undefined;
  const [first, ...others] = e.args.map(degreesOf);
  return first !== undefined && others.every((o) => o === first) ? first : undefined;
}

const joined = (factors: readonly (string | undefined)[]): string | undefined =>
  factors.some((f) => f === undefined)
    ? undefined
    : factors
        .flatMap((f) => f?.split("\u0001").filter((x) => x !== "") ?? [])
        .sort()
        .map((x) => `${x}\u0001`)
        .join("");

/** Names that stand in the bounds of sums, or as the variable of a power series: of another one words may say how it is tied to the terms. */
function hasOwnNamesOnly(sides: readonly Expr[], { definitions }: Plan): boolean {
  const own = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      if (!/^sum/.test(n.op)) return;
      for (const name of n.args.slice(1).flatMap((a) => [...namesOf(a).symbols])) own.add(name);
      const isSeries = n.args.slice(1).some((a) => mentions(a, "\\infty")) || n.op === "sum-where";
      if (isSeries) walk(n.args[0], (x) => void (x.op === "pow" && x.args[0].op === "symbol" && own.add(x.args[0].name ?? "")));
    });
  const { symbols, applied } = namesOf(...sides);
  return [...applied.keys()].every((n) => definitions.has(n)) && [...symbols].every((n) => own.has(n) || definitions.has(n));
}

/** Where the sums of an expression begin, as far as these are numbers. */
function firstIndices(e: Expr): number[] {
  const found: number[] = [];
  walk(e, (n) => void (n.op === "sum" && n.args[1]?.op === "number" && found.push(Number(n.args[1].name))));
  return found;
}

/** A side, and the formulas of the functions in it, y = Σ a_n x^n of y'. */
const withFormulas = (side: Expr, { definitions }: Plan): Expr[] => [
  side,
  ...[...definitions].flatMap(([name, { body }]) => (mentions(side, name) || mentions(side, `${name}'`) || mentions(side, `${name}''`) ? [body] : [])),
];

/** Whether a step is claimed of sums, and no fact and no word before it says anything of its sequences but what they add up to. */
export function isOfAnySequence(item: Item, { plan }: Pick<Tried, "plan">, input: JudgeInput): boolean {
  const [first, second] = [item.left, item.right].map((side) => withFormulas(side, plan));
  if (item.relation !== "=" || !hasOwnNamesOnly([...first, ...second], plan)) return false;
  const [left, right] = [addedUp(...first), addedUp(...second)];
  if (!left || !right || left.size !== right.size || ![...left].every((n) => right.has(n))) return false;
  const degrees = [...first, ...second].map(degreesOf).filter((d) => d !== "");
  if (degrees.some((d) => d === undefined || d !== degrees[0])) return false;
  const { statement, continued, index } = item.link;
  const { from, to } = statement.block.span;
  const near = `${input.text.slice(Math.max(0, from - BEFORE), item.link.left.from)} ${input.text.slice(to, to + BEHIND)}`;
  const isOfFormula = item.role === "claim" && first.length > 1;
  if (BECAUSE.test(near) || !(index > 0 || continued || isOfFormula || isPlainlyStated(item, input.text))) return false;
  const isAdded = ({ name = "" }: Expr): boolean => left.has(name);
  const facts = input.environment.facts(item).filter((f) => f.order < item.order);
  // the functions that are such series
  const functions = facts.flatMap((f) => (f.fact?.kind === "definition" && !f.fact.indexed && some(f.fact.body, isAdded) ? [f.fact.name] : []));
  // of Σ_{n ≥ 1} a_n x^n no other sum begins earlier
  const begins = facts.flatMap((f) => (f.fact?.kind === "definition" && functions.includes(f.fact.name) ? firstIndices(f.fact.body) : []));
  if (begins.length > 0 && Math.min(...firstIndices(item.left), ...firstIndices(item.right)) < Math.min(...begins)) return false;
  const isSeries = (f: Item): boolean => f.fact?.kind === "definition" && functions.includes(f.fact.name);
  return facts
    .filter((f) => !isSeries(f))
    .every((f) => {
      const names = allNames([f.left, f.right]);
      // y' = 2xy of y = Σ a_n x^n
      if (![f.left, f.right].some((e) => some(e, isAdded))) return !functions.some((g) => names.has(g) || names.has(`${g}'`));
      return f.left.op !== "indexed" && addedUp(f.left, f.right) !== undefined;
    });
}
