/** When an edit shows that a step in doubt is a slip of the pen: it must mend the step, and not by taking away what is in doubt. */
import type { Item } from "../../derivation/facts/items";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, rewrite, same, some, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** Edits up to this cost are slips of the pen: a sign, a digit, a sibling's name, a term or factor lost or doubled. */
export const SLIP = 2.15;

/** Whether the changed step, which holds, is what was meant; `tried` is the trial of the step as it stands. */
export function isMeant(changed: Item, item: Item, tried: Tried, input: JudgeInput): boolean {
  if (item.relation === "=" && (same(changed.left, changed.right) || saysSymmetry(item))) return false;
  return (
    !addsOther(changed, item) &&
    !renamesSlots(changed, item) &&
    zeros(changed) <= zeros(item) &&
    idleMeans(changed) <= idleMeans(item) &&
    !shortensSums(changed, item) &&
    !hides(changed, item, tried) &&
    holdsInEveryCase(changed, item, tried, input)
  );
}

/** h_x(…) and h_y(…) changed places: in which order h has its variables, the document does not say. */
function renamesSlots({ right: after }: Item, { right: before }: Item): boolean {
  const slots = new Set<string>();
  walk(before, (n) => void (n.op === "apply" && /^\w+_/.test(n.name ?? "") && slots.add(n.name ?? "")));
  const [x, y] = slots;
  if (slots.size !== 2 || x.split("_")[0] !== y.split("_")[0]) return false;
  const turned = new Map([
    [x, y],
    [y, x],
  ]);
  return same(
    after,
    rewrite(before, (n) => (n.op === "apply" && turned.has(n.name ?? "") ? { ...n, name: turned.get(n.name ?? "") } : n)),
  );
}

/** E[g(X)] = E[g(−X)]: that the law of X is symmetric, which no sign in it mends. */
const saysSymmetry = ({ left, right }: Item): boolean =>
  left.op === "statistic" && right.op === "statistic" && !same(left, right) && same(withoutSigns(left), withoutSigns(right));

/** Without the signs of names that are no terms of a sum, nor all that a mean is of. */
const withoutSigns = (e: Expr): Expr => ({
  ...e,
  args: e.args.map((a) => (a.op === "neg" && a.args[0].op === "symbol" && !/^(add|statistic)$/.test(e.op) ? a.args[0] : withoutSigns(a))),
});

/** E[x] = 0 is no slip for E[x] = 0 + E[x]. */
const addsOther = (changed: Item, { left, right }: Item): boolean =>
  changed.right.op === "add" && left.op !== "number" && right.op !== "add" && changed.right.args.some((a) => same(a, left));

/** A factor or numerator that becomes zero takes all beside it away. */
function zeros({ left, right }: Item): number {
  let count = 0;
  for (const side of [left, right]) walk(side, (n) => void (n.op === "number" && Number(n.name) === 0 && count++));
  return count;
}

/** \\sum_{i=4}^a for \\sum_{i=1}^a: where a is small nothing is left to disagree. */
export const shortensSums = (changed: Item, item: Item): boolean => firstTerm(changed) > firstTerm(item) + 1;

/** The largest number at which a sum or a product begins. */
function firstTerm({ left, right }: Item): number {
  let most = 0;
  for (const side of [left, right])
    walk(side, (n) => {
      if (/^(sum|prod)$/.test(n.op) && n.args.length === 3 && n.args[1].op === "number") most = Math.max(most, Number(n.args[1].name));
    });
  return most;
}

/** Means of what does not speak of what they are taken over: nobody meant to write E_{y∼p(y|x)}[f(x)] for f(x). */
function idleMeans({ left, right }: Item): number {
  let count = 0;
  for (const side of [left, right]) walk(side, (n) => void (n.op === "statistic" && n.name === "expectation" && n.data?.under && isIdle(n) && count++));
  return count;
}

function isIdle({ args }: Expr): boolean {
  const over = averaged(args[args.length - 1]);
  return over.size > 0 && !args.slice(0, -1).some((body) => some(body, (n) => over.has(symbolName(n))));
}

/** What a mean is taken over: the names in front of the bar of its law, or those that stand there alone. */
function averaged(under: Expr): Set<string> {
  const laws: Expr[] = [];
  walk(under, (n) => void (n.op === "apply" && laws.push(n)));
  const parts = laws.length > 0 ? laws.flatMap((l) => l.args.slice(0, Number(l.data?.split ?? l.args.length))) : [under];
  const found = new Set<string>();
  for (const part of parts)
    walk(part, (n) => {
      if (n.op === "symbol" || n.op === "indexed") found.add(symbolName(n));
      return n.op !== "indexed";
    });
  return found;
}

/** Whether the edit gives the whole right side the other sign. */
export function isOpposite({ right: after }: Item, { right: before }: Item): boolean {
  const bare = (e: Expr): Expr => (e.op === "neg" ? e.args[0] : e);
  if ((after.op === "neg") !== (before.op === "neg")) return same(bare(after), bare(before));
  if (after.op !== "add" || before.op !== "add" || after.args.length !== before.args.length) return false;
  return before.args.every((a) => after.args.some((b) => (a.op === "neg") !== (b.op === "neg") && same(bare(a), bare(b))));
}

/** A name that only the right side has is gone: it may be another name for what stands on the left. Not π_i where π_k stays, of a π of which a formula gives every term. */
function hides(changed: Item, item: Item, { plan: { definitions } }: Tried): boolean {
  const [left, before, after] = [item.left, item.right, changed.right].map(fullNames);
  const isTerm = (n: string): boolean => {
    const base = n.replace(/_\{[a-z]\}$/, "");
    const d = definitions.get(base);
    return base !== n && d?.indexed === true && d.params.length > 0 && !d.derived && [...after].some((a) => a.startsWith(`${base}_{`));
  };
  return [...before].some((n) => !left.has(n) && !after.has(n) && !isTerm(n));
}

function fullNames(e: Expr): Set<string> {
  const names = namesOf(e);
  return new Set([...names.symbols, ...[...names.applied.values()].flat().map(calledName), ...[...names.indexed.values()].flat().map(symbolName)]);
}

/** f_i of f_i(x) is another function than f. */
const calledName = (e: Expr): string => [e.name ?? "", ...(e.data?.indices ? e.args.slice(-Number(e.data.indices)).map(symbolName) : [])].join("#");

/** Not only by a value that was supposed for one case: "If x = 1, then …". */
function holdsInEveryCase(changed: Item, item: Item, tried: Tried, input: JudgeInput): boolean {
  const supposed = new Set(
    input.environment
      .facts(item)
      .flatMap((f) => (/\b(if|when|suppose|case)\s*$/i.test(f.link.statement.prose) && !isAsked(f, input) && f.fact ? [f.fact.span.from] : [])),
  );
  const definitions = new Map([...tried.plan.definitions].filter(([, d]) => !supposed.has(d.span.from)));
  if (definitions.size === tried.plan.definitions.size) return true;
  return tryPlan(changed, { ...tried.plan, definitions }, input).outcome.kind === "agrees";
}

/** "If x = 1 and y = 2, find …": what a question supposes is no case. */
const isAsked = (f: Item, { text }: JudgeInput): boolean =>
  /^[^.?!]*\b(find|what|compute|determine|evaluate|calculate|how (many|much|long|far))\b/i.test(text.slice(f.link.right.to, f.link.right.to + 160));
