/** Laws that a formula gives: "Let X have P(X = k) = 2^{-k}, k = 1, 2, …". */
import type { NamedFamily } from "../../distributions/family";
import { type Expr, node, number, rewrite, same, some, symbol } from "../../expression/tree";
import type { ItemGroup } from "../facts/items";
import type { Law } from "./random";

/** Words that bring a law in; without them a formula may claim something of a law that is known. */
const BRINGS = /\b(let|be|suppose|assume|with|where|has|have|having|pmf|mass function|distribut\w*|laws?|given by|such that|variables?|if)\b/i;
/** Statements behind the formula in which the range of its variable is looked for. */
const NEAR = 3;

/** The name and the law that the statement at `at` gives. */
export function formulaLaw(groups: readonly ItemGroup[], at: number): { name: Expr; law: Law } | undefined {
  const [item] = groups[at].items;
  const { left, right, relation, link } = item ?? {};
  if (relation !== "=" || !link || link.continued || link.index > 0 || left.op !== "statistic" || left.name !== "probability" || left.args.length !== 1)
    return undefined;
  const [event] = left.args;
  const [name, value] = event.op === "relation" && event.name === "=" ? event.args : [];
  if (name?.op !== "symbol" || value?.op !== "symbol" || !speaks(right, value) || some(right, (n) => n.op === "statistic")) return undefined;
  if (!(BRINGS.test(link.statement.prose.slice(-120)) || isNamedBefore(name, groups, at)) || (value.name !== X && speaks(right, symbol(X)))) return undefined;
  const rest = [...groups[at].items.slice(1), ...groups.slice(at + 1, at + 1 + NEAR).flatMap((g) => g.items)];
  const near = rest.filter((i) => i.link.statement.block.paragraph <= link.statement.block.paragraph);
  const [low, high] = [near.flatMap((i) => lowest(i, value))[0], near.flatMap((i) => highest(i, value))[0]];
  const density = rewrite(right, (n) => (same(n, value) ? symbol(X, n.span) : n));
  return low && { name, law: { family: discrete(density, low, high ?? infinity), args: [] } };
}

/** Formulas between the words that name a variable and the law that is given for it, at most. */
const BACK = 6;
/** "Let $N$ be the number of tosses." before P(N = k) = …: nothing is said of N in between. */
function isNamedBefore(name: Expr, groups: readonly ItemGroup[], at: number): boolean {
  const between = groups.slice(Math.max(0, at - BACK), at).reverse();
  const told = between.findIndex(
    ({ line }) => line.alone?.tokens.length === 1 && line.alone.tokens[0].text === name.name && /\b(let|denote|call|write)\b[^.]{0,30}$/i.test(line.prose),
  );
  return told >= 0 && !between.slice(0, told).some((g) => g.items.some((i) => speaks(i.left, name) || speaks(i.right, name)));
}

/** The variable of a family's formulas. */
const X = "x";
const infinity = symbol("\\infty");
const speaks = (e: Expr, name: Expr): boolean => some(e, (n) => same(n, name));

interface Said {
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
}

/** What a statement says of the ends of a variable: k = 0, 1, …, n; k ≥ 1; 0 ≤ k ≤ n. */
function lowest({ left, right, relation }: Said, k: Expr): Expr[] {
  if (same(left, k)) return relation === ">=" ? [right] : relation === "=" || relation === "∈" ? listed(right).slice(0, 1) : [];
  return same(right, k) && relation === "<=" ? [left] : [];
}
function highest({ left, right, relation }: Said, k: Expr): Expr[] {
  if (same(left, k)) return relation === "<=" ? [right] : relation === "=" || relation === "∈" ? listed(right).slice(1) : [];
  return same(right, k) && relation === ">=" ? [left] : [];
}

/** The ends of 1, 2, …, of 0, 1, …, n and of 1, 2, 3, 4. */
function listed(e: Expr): Expr[] {
  const [first, ...others] = e.args;
  const dots = others.findIndex((a) => a.op === "ellipsis");
  const told = dots < 0 ? others : others.slice(0, dots);
  const last = dots < 0 ? others.slice(-1) : others.slice(dots + 1);
  const consecutive = told.every((a, i) => a.op === "number" && Number(a.name) === Number(e.args[i].name) + 1);
  return /^(list|tuple|set)$/.test(e.op) && first && consecutive && last.length < 2 ? [first, ...last] : [];
}

function discrete(density: Expr, low: Expr, high: Expr): NamedFamily {
  const { span } = density;
  const x = symbol(X, span);
  const times = (a: Expr): Expr => node("mul", [a, density], span, undefined, { style: "cdot" });
  const over = (body: Expr): Expr => node("sum", [times(body), low, high], span, X, { bound: X });
  const mean = over(x);
  const power = (e: Expr, n: number): Expr => node("pow", [e, number(n)], span);
  const variance = node("add", [over(power(x, 2)), node("neg", [power(mean, 2)], span)], span);
  const at = (e: Expr): Expr => rewrite(density, (n) => (same(n, x) ? e : n));
  const probabilities = [at(low), at(node("add", [low, number(1)], span))].filter((p) => p.op !== "number");
  return { spellings: [], parameters: [], density, support: "interval", ends: [low, high], discrete: true, mean, variance, probabilities };
}
