/** Conditions of stationarity: derivatives that the document sets to zero, and the lone names behind them that solve them. */
import type { Item, ItemGroup } from "../../derivation/facts/items";
import { type Expr, node, same, some } from "../../expression/tree";
import type { JudgeInput } from "../trying/trial";
import { type Objective, objectiveBefore } from "./objectives";

/** A derivative that is set to zero: by what it is taken, of what, and the expressions that were worked out for it. */
export interface Condition {
  readonly by: Expr;
  /** The name of the function that is differentiated, once; undefined for an expression. */
  readonly of?: string;
  readonly worked: readonly Expr[];
  readonly at: Item;
  /** "= 0" is written, or the words say that it is set to zero. */
  readonly said: boolean;
  /** It is no derivative of which the words say that it vanishes. */
  readonly plain?: boolean;
  /** It is an equation of two sides. */
  readonly equation?: boolean;
  /** What words say is made as large or as small as possible, where no derivative is written. */
  readonly objective?: Objective;
}

/** So many statements are looked back. */
const BACK = 14;
const ZERO =
  /\b(set|sett?ing|sets|equat\w+|put|putting)\b[^.]{0,90}(\bzero\b|\\?\b0\b)|\b(first[- ]order condition|stationar\w+|critical points?|vanish\w*|MLE|maximum[- ]likelihood estimat\w+|MAP estimat\w+|maximi[sz]ers?|minimi[sz]ers?|modes?)\b|\bsolv(e|ing|ed)\b[^.]{0,40}\bfor\b/i;

/** The nearest condition before an item that its lone left side solves; undefined where there is none, or where another condition stands between. */
export function conditionBefore(item: Item, input: JudgeInput): Condition | undefined {
  const groups = input.groups;
  const here = groups.findIndex((g) => g.items.some((i) => i.order === item.order));
  const said = saidToVanish(item, groups[here - 1]);
  if (said) return said;
  const others: Item[] = [];
  for (let k = here; k >= 0 && k > here - BACK; k--) {
    const before = groups[k].items.filter((i) => i.order < item.order && i.scope === item.scope);
    const start = before.findIndex((i) => i.relation === "=" && derivativeOf(i.left) !== undefined);
    if (start < 0 && before.some((i) => isHigher(i.left))) return undefined;
    if (start < 0) others.push(...before.filter((i) => isZero(i.right) && !i.link.continued));
    const found = start < 0 ? undefined : conditionOf(before.slice(start), groups.slice(k, here + 1), item);
    if (found && solves(item.left, found.by))
      return others.every((o) => found.worked.some((w) => same(w, o.left)))
        ? withWorked({ ...found, said: found.said || others.length > 0 }, item, groups.slice(Math.max(0, k - BACK), k))
        : undefined;
    const spoken = start < 0 ? before.find((i) => spokenCondition(i, item)) : undefined;
    if (spoken) return others.length > 0 ? undefined : spokenCondition(spoken, item);
  }
  const near = groups.slice(Math.max(0, here - NEAR), here + 1);
  return equationBefore(item, near) ?? vectorEquationBefore(item, near) ?? ofObjective(item, input);
}

/** "Maximising f gives x = …": that the derivative of f by x vanishes. */
function ofObjective(item: Item, input: JudgeInput): Condition | undefined {
  const objective = isName(item.left) ? objectiveBefore(item, input) : undefined;
  let by: Expr | undefined;
  some(objective?.formula ?? item.right, (n) => {
    if (objective && !by && isName(n) && solves(item.left, n)) by = n;
    return by !== undefined;
  });
  return objective && by ? { by, worked: [], at: item, said: true, objective } : undefined;
}

/** "∇J(w) = 0" of a ∇J(w) that was worked out before: with what it is. */
function withWorked(condition: Condition, item: Item, before: readonly ItemGroup[]): Condition {
  if (condition.worked.length > 0) return condition;
  const last = before
    .flatMap((g) => g.items)
    .filter((i) => i.scope === item.scope && i.relation === "=" && same(i.left, condition.at.left) && !isZero(i.right))
    .pop();
  return last ? { ...condition, worked: [last.right] } : condition;
}

/** Statements between an equation and the estimate that solves it, at most. */
const NEAR = 3;

/** "(XᵀX + λI) w = Xᵀy ⇒ w = …": the equation between vectors that the form was solved from. */
function vectorEquationBefore(item: Item, near: readonly ItemGroup[]): Condition | undefined {
  const before = near.flatMap((g) => g.items).filter((i) => i.order < item.order && i.scope === item.scope && i.relation === "=");
  const last = before[before.length - 1];
  if (!last || last.link.continued || (last.role !== "given" && last.role !== "soft") || item.left.op === "pow") return undefined;
  const sides = [last.left, last.right];
  const solved = (n: Expr): boolean => solves(item.left, n);
  const by = sides.flatMap(lastFactorsIn).find(solved) ?? sides.flatMap(factorsIn).find(solved);
  const isSolved = sides.some((e) => isName(e) && solves(item.left, e));
  if (!by || isSolved || !sides.some((e) => some(e, (n) => n.op === "mul" && n.args.some(isMatrix)))) return undefined;
  const difference = isZero(last.right) ? last.left : node("add", [last.left, node("neg", [last.right], last.right.span)], last.left.span);
  return { by, worked: [difference], at: last, said: true, plain: true, equation: true };
}

const isMatrix = (e: Expr): boolean =>
  /^(transpose|matrix)$/.test(e.op) || (e.op === "symbol" && /^([A-Z]|\\(mathbf|boldsymbol|bm)\{[A-Z]\})$/.test(e.name ?? ""));

/** Names that stand last in a product: what matrices are applied to. */
const lastFactorsIn = (e: Expr): Expr[] => namesAmong(e, (args) => args.slice(-1));

/** Names that stand in a product: multipliers, too. */
const factorsIn = (e: Expr): Expr[] => namesAmong(e, (args) => args);

function namesAmong(e: Expr, chosen: (factors: readonly Expr[]) => readonly Expr[]): Expr[] {
  const found: Expr[] = [];
  some(e, (n) => {
    if (n.op === "mul") found.push(...chosen(n.args).filter((a) => a.op === "symbol" || a.op === "indexed"));
    return false;
  });
  return found;
}

/** "Setting $E(θ) = 0$ we get". */
const SETTING = /\b(?:sett?ing|set|equating|putting|solving|we solve|we need|we require)\s*$/i;

/** "E(θ) = 0, \\hat θ = …": what the estimate makes vanish, where no derivative is written. */
function equationBefore(item: Item, near: readonly ItemGroup[]): Condition | undefined {
  if (item.left.op === "pow" || !isName(item.left)) return undefined;
  const zero = near
    .flatMap((g) => g.items)
    .filter((i) => i.order < item.order && i.scope === item.scope && i.relation === "=" && isZero(i.right) && (i.role === "given" || i.role === "soft"))
    .pop();
  if (!/^\\(hat|widehat)\{/.test(item.left.name ?? "") && !(zero && SETTING.test(zero.link.statement.prose) && isConcluded(item))) return undefined;
  let by: Expr | undefined;
  some(zero?.left ?? item.right, (n) => {
    if (zero && !by && (n.op === "symbol" || n.op === "indexed") && solves(item.left, n)) by = n;
    return by !== undefined;
  });
  if (zero && some(zero.left, (n) => /^(derivative|gradient|hessian|integral|antiderivative|statistic)/.test(n.op) || Boolean(n.data?.order))) return undefined;
  return zero && by ? { by, worked: [zero.left], at: zero, said: true, plain: true } : undefined;
}

const SPOKEN =
  /\b(set\w*|equat\w+|put\w*)\b[^.]{0,30}\bderivatives?\b[^.]{0,30}\b(zero|0)\b[^.]{0,40}$|\bderivatives?\b[^.]{0,20}\b(vanish\w*|is zero)\b[^.]{0,40}$/i;

/** "Setting the derivative to zero gives \\hat λ = …" of the function ℓ(λ) that was defined before: the condition that the words mean. */
function spokenCondition(of: Item, item: Item): Condition | undefined {
  const { left, fact } = of;
  if (left.op !== "apply" || left.args.length !== 1 || fact === undefined || !SPOKEN.test(saidBefore(item))) return undefined;
  return solves(item.left, left.args[0]) ? { by: left.args[0], of: left.name, worked: [], at: of, said: true } : undefined;
}

const VANISHES =
  /\b(?:which|that|this|it|and)\s+(?:only\s+)?(?:vanish(?:es)?|(?:is|equals|becomes)\s+(?:zero|0))\s+(?:(?:only|exactly|precisely)\s+)?(?:for|at|when)\s*$/i;

/** "d/dk (…) = kσ² - 1, which vanishes for k = …": what stands last before the words. */
function saidToVanish(item: Item, before: ItemGroup | undefined): Condition | undefined {
  if (!VANISHES.test(saidBefore(item)) || !isName(item.left) || item.left.op === "pow") return undefined;
  const last = before?.items[before.items.length - 1];
  if (last?.relation !== "=" || last.scope !== item.scope || isZero(last.right)) return undefined;
  return some(last.right, (n) => same(n, item.left))
    ? { by: item.left, worked: [last.right], at: last, said: true, plain: !derivativeOf(last.left) }
    : undefined;
}

/** A derivative of a derivative. */
const isHigher = (e: Expr): boolean =>
  (e.op === "derivative" && e.args[0].op === "derivative") || (e.op === "apply" && Boolean(e.data?.order) && Number(e.args[e.args.length - 1].name) > 1);

/** Words before a formula that give its name a value for another reason. */
const CHOSEN =
  /\b(at|for|when|if|let|take|put|where|endpoints?|boundary|try|suppose|assum\w+|with|evaluat\w+|consider|example|say|check|test|near|around|case|unbiased|corrected|instead|initial\w*|start\w*|critical values?|interval|points?)\b[^.,:]{0,30}$/i;
const FOUND =
  /\b(so|hence|thus|therefore|gives?|giving|get|obtain|find|yields?|have|solutions?|solv\w+|zero|impl\w+|maximi\w+|minimi\w+|optim\w+|estimat\w+|then|means|conclude|follows|root|modes?|MLE|MAP)\b[^.]{0,60}$|^[\s,]*is\s*$/i;

const saidBefore = ({ link: { statement } }: Item): string => `${statement.order === 0 ? statement.prose.slice(-120) : ""} ${statement.lead}`;

/** Whether the words before an item give its name a value for a reason of their own. */
export const isChosen = (item: Item): boolean => CHOSEN.test(saidBefore(item)) && !VANISHES.test(saidBefore(item));

/** Whether the words before an item say that it is what a condition comes to. */
export function isConcluded(item: Item): boolean {
  const { statement } = item.link;
  const said = saidBefore(item);
  return statement.arrow !== undefined || VANISHES.test(said) || FOUND.test(said) || (!/[a-z]/i.test(said) && statement.block.display);
}

function conditionOf(chain: readonly Item[], between: readonly ItemGroup[], item: Item): Condition | undefined {
  const [first] = chain;
  const derivative = derivativeOf(first.left);
  if (!derivative) return undefined;
  const own = chain.filter((i) => i.link.statement === first.link.statement);
  const later = between.slice(1).flatMap((g) => g.items.filter((i) => i.order < item.order && i.link.continued && i.link.index === 0 && i.relation === "="));
  const worked = [...own, ...later.slice(0, 4)].filter((i) => !isZero(i.right)).map((i) => i.right);
  const said = [...own, ...later].some((i) => isZero(i.right)) || ZERO.test(words(between, first, item));
  return { by: derivative.by, ...(derivative.of ? { of: derivative.of } : {}), worked, at: first, said };
}

/** The words from a formula to an item. */
const words = (between: readonly ItemGroup[], first: Item, item: Item): string =>
  `${first.link.statement.prose.slice(-120)} ${between
    .slice(1)
    .map((g) => g.line.prose + g.line.lead)
    .join(" ")} ${item.link.statement.prose} ${item.link.statement.lead}`;

const isZero = (e: Expr): boolean => e.op === "number" && Number(e.name) === 0;

/** Of a first derivative or a gradient: what it is taken by. */
function derivativeOf(e: Expr): { by: Expr; of?: string } | undefined {
  if (e.op === "gradient") {
    const [of, written] = e.args;
    const by = written ?? (of.op === "apply" && of.args.length === 1 ? of.args[0] : undefined);
    return by && isName(by) ? { by, ...(of.op === "symbol" || of.op === "apply" ? { of: of.name } : {}) } : undefined;
  }
  if (e.op === "derivative" && e.args[0].op !== "derivative" && isName(e.args[1]))
    return { by: e.args[1], ...(e.args[0].op === "symbol" || e.args[0].op === "apply" ? { of: e.args[0].name } : {}) };
  if (e.op === "apply" && e.data?.order && e.args.length === 2 && isName(e.args[0]) && e.args[1].op === "number" && Number(e.args[1].name) === 1)
    return { by: e.args[0], of: e.name };
  return undefined;
}
const isName = (e: Expr): boolean =>
  e.op === "symbol" || e.op === "indexed" || (e.op === "pow" && e.args[1].op === "number" && (e.args[0].op === "symbol" || e.args[0].op === "indexed"));

/** The name in what a derivative is taken by: σ of σ². */
export const variableOf = (by: Expr): Expr => (by.op === "pow" ? by.args[0] : by);

/** x, \hat{x}, x^*, \hat{x}_k, x_{\text{new}} for x. */
function solves(left: Expr, by: Expr): boolean {
  if (!isName(left) || (left.op === "pow") !== (by.op === "pow")) return false;
  if (left.op === "pow") return same(left.args[1], by.args[1]) && solves(left.args[0], by.args[0]);
  const [a, b] = [plainName(left), plainName(by)];
  return a === b && left.args.map((x) => x.name).join() === by.args.map((x) => x.name).join();
}
const plainName = (e: Expr): string =>
  (e.name ?? "")
    .replace(/^\\(?:hat|widehat|tilde|widetilde|bar)\{(.*)\}/, "$1")
    .replace(/\^\{?\\?(\*|star|ast|opt|new)\}?$/, "")
    .replace(/_\{?\\?(?:text|mathrm|textrm)?\{?(ML|MLE|MAP|opt|new|max|min|OLS|ridge|\*)\}?\}?$/, "");
