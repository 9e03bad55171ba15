/** Finds the random names of a scope: what expectations, variances and probabilities are of, told from the constants beside them. */
import type { Definition } from "../../derivation/facts/facts";
import { isMatrixName } from "../../derivation/laws/posterior-laws";
import { baseOf, hasBase, type RandomSetting, type RandomVariable } from "../../derivation/random/random";
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";

/** Statistics that are computed over outcomes. */
export const OVER_OUTCOMES = /^(expectation|variance|covariance|correlation|deviation|probability|mse|bias)$/;

/** A random name with how its indices stand: a sequence runs over an index, other subscripts are labels. */
export interface RandomName extends RandomVariable {
  /** Full names, X_{1}, where it is no sequence and has subscripts. */
  readonly labels: ReadonlySet<string>;
  /** The variable that it is an observed value of: X of x_i. */
  readonly observed?: string;
}

export interface RandomScope {
  readonly expressions: readonly Expr[];
  readonly sides: readonly Expr[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly setting: RandomSetting;
  /** How probabilities are written that are no tables: P, \mathbb{P}. */
  readonly probabilities: ReadonlySet<string>;
}

const CAPITAL = /^(\\(?:mathbf|boldsymbol|vec|mathrm|bar|hat|tilde|widehat)\{)*[R-Z]\}*$/;
const HAT = /^\\(?:hat|widehat|tilde|widetilde)\{/;
const NOISE = /^(\\(?:mathbf|boldsymbol|vec)\{)*\\(?:epsilon|varepsilon|xi)\}*$/;
const SMALL = /^(\\(?:mathbf|boldsymbol|vec)\{)*[r-z]\}*$/;
const CONSTANT = /^(\\pi|e|i|\\infty|\\mathrm\{e\}|\d.*)$/;

/** The statistics over outcomes in some expressions, and the arguments of probabilities. */
export function statisticsIn(scope: RandomScope): Expr[] {
  const found: Expr[] = [];
  for (const root of scope.expressions)
    walk(root, (n) => {
      if ((n.op === "statistic" && OVER_OUTCOMES.test(n.name ?? "")) || (n.op === "apply" && scope.probabilities.has(n.name ?? ""))) found.push(n);
    });
  return found;
}

/** The random names of a scope by base. */
export function randomNamesOf(scope: RandomScope): Map<string, RandomName> {
  const statistics = statisticsIn(scope);
  const found = new Map<string, RandomName>();
  const outside = namesOutside(scope.sides);
  for (const s of statistics) {
    if (isUnderTable(s, scope)) continue;
    const events = s.op === "apply" || s.name === "probability" ? eventNames(s.args) : [];
    for (const e of events) enter(found, e, scope, true);
    const under = s.data?.under ? s.args[s.args.length - 1] : undefined;
    if (under?.op === "relation" && under.name === "∼" && (under.args[0].op === "symbol" || under.args[0].op === "indexed"))
      enter(found, under.args[0], scope, false);
    const reached = reachable(s.args, scope);
    const isSure = (e: Expr): boolean =>
      (scope.setting.variables.has(baseOf(e)) && !isMean(e, scope) && !isParameterHere(baseOf(e), scope)) || isSample(e, reached, scope);
    const usual = reached.filter(
      (e) =>
        isSure(e) ||
        CAPITAL.test(baseOf(e)) ||
        HAT.test(baseOf(e)) ||
        (NOISE.test(baseOf(e)) && s.name !== "probability" && !outside.has(baseOf(e))) ||
        (isWhole(e, s) && /^[A-Z]$/.test(baseOf(e)) && !outside.has(baseOf(e))),
    );
    const chosen = usual.length > 0 || events.length > 0 ? usual : reached.filter((e) => (isWhole(e, s) || SMALL.test(baseOf(e))) && !outside.has(baseOf(e)));
    for (const e of chosen) if (!events.some((n) => [e, uncomplemented(e)].some((own) => baseOf(n) === baseOf(own)))) enter(found, e, scope, false);
  }
  withParameters(found, scope);
  return found;
}

/** The variable of a sample X_1, …, X_n that x_i stands for: an estimator is averaged though it is written in what was observed. */
const sampled = (name: string, { setting }: RandomScope): (RandomVariable & Pick<RandomName, "observed">) | undefined => {
  const capital = /^[a-z]$/.test(name) && !setting.variables.has(name) ? setting.variables.get(name.toUpperCase()) : undefined;
  return capital?.sequence && (capital.law ?? capital.mean ?? capital.points) ? { ...capital, name, observed: capital.name } : undefined;
};
const isSample = (e: Expr, beside: readonly Expr[], scope: RandomScope): boolean =>
  e.op === "indexed" && sampled(baseOf(e), scope) !== undefined && !beside.some((n) => baseOf(n) === baseOf(e).toUpperCase());

/** E_{q(z | x)}: what it is taken under is a distribution of plain variables, which are no random names. */
function isUnderTable(s: Expr, scope: RandomScope): boolean {
  const under = s.data?.under ? s.args[s.args.length - 1] : undefined;
  const of = under?.op === "relation" ? under.args[1] : under;
  if (of?.op === "symbol" && isDensity(of.name ?? "", scope) && (of === under || isVectorDensity(scope.definitions.get(of.name ?? "")))) return true;
  return of?.op === "apply" && of.args.length > 0 && of.args.every((a) => (a.op === "symbol" || a.op === "indexed") && !scope.setting.variables.has(baseOf(a)));
}

/** q with q(z) = N(z; m, S): a formula at a plain variable, of which nothing else is said. */
function isDensity(name: string, { definitions, setting }: RandomScope): boolean {
  const d = definitions.get(name);
  return d !== undefined && !d.indexed && !d.patterns && d.params.length > 0 && !d.params.some((p) => setting.variables.has(p));
}

/** q(z) = N(z; m, S) with a capital among its parameters: of vectors, which no space of outcomes has. */
export const isVectorDensity = (d: Definition | undefined): boolean =>
  d !== undefined &&
  d.params.length === 1 &&
  d.body.op === "apply" &&
  d.body.args[0]?.name === d.params[0] &&
  d.body.args.slice(1).some((a) => some(a, isMatrixName));

/** Whether a law of this part has a name as parameter of which only another part says that it is random. */
function isParameterHere(name: string, { setting }: RandomScope): boolean {
  const said = setting.variables.get(name);
  if (!said?.law || said.here) return false;
  const speaks = (e: Expr): boolean => hasBase(e, (base) => base === name);
  return [...setting.variables.values()].some((v) => v.here === true && v.law?.args.some(speaks));
}

/** The random parameters of laws are random names, too: θ of X | θ ~ Bin(n, θ). */
function withParameters(found: Map<string, RandomName>, scope: RandomScope): void {
  for (const v of found.values())
    for (const arg of [...(v.law?.args ?? []), v.mean, v.covariance])
      if (arg)
        walk(
          arg,
          (n) =>
            void (
              (n.op === "symbol" || n.op === "indexed") &&
              !found.has(baseOf(n)) &&
              hasValues(scope.setting.variables.get(baseOf(n))) &&
              !isParameterHere(baseOf(n), scope) &&
              enter(found, n, scope, false)
            ),
        );
}

const hasValues = (v: RandomVariable | undefined): boolean => (v?.law ?? v?.points) !== undefined;

/** μ of "with mean μ": a parameter that a sentence about random names lists is none. */
const isMean = (e: Expr, { setting }: RandomScope): boolean => {
  const v = setting.variables.get(baseOf(e));
  return !v?.law && !v?.mean && !v?.event && /^\\(mu|sigma|lambda|theta|alpha|beta|gamma|nu)$/.test(baseOf(e));
};

const isWhole = (e: Expr, s: Expr): boolean => s.args.some((a) => (a.op === "symbol" || a.op === "indexed") && baseOf(a) === baseOf(e));

/** Symbols and indexed symbols that some expressions speak of, definitions followed. */
function reachable(args: readonly Expr[], scope: RandomScope): Expr[] {
  const found: Expr[] = [];
  const seen = new Set<string>();
  const visit = (e: Expr): void => {
    const names = namesOf(e);
    walk(e, (n) => {
      if (n.op !== "symbol" && n.op !== "indexed") return;
      const name = symbolName(n);
      if (n.op === "symbol" && (!names.symbols.has(name) || CONSTANT.test(name))) return;
      const d = definitionOf(n, scope.definitions);
      if (!d) found.push(n);
      else if (!seen.has(d.name)) {
        seen.add(d.name);
        visit(d.body);
      }
      // subscripts are no random names
      return n.op === "indexed" ? false : undefined;
    });
    for (const applied of names.applied.keys()) {
      const d = scope.definitions.get(applied);
      if (d && !seen.has(applied)) {
        seen.add(applied);
        visit(d.body);
      }
    }
  };
  for (const a of args) visit(a);
  return found;
}

/** The definition of a plain or an indexed name; none for a function. */
export function definitionOf(e: Expr, definitions: ReadonlyMap<string, Definition>): Definition | undefined {
  const own = definitions.get(symbolName(e));
  if (own && own.params.length === 0 && !own.indexed) return own;
  const base = e.op === "indexed" ? definitions.get(baseOf(e)) : undefined;
  return base?.indexed && base.params.length === e.args.length ? base : undefined;
}

/** Names that stand outside of every statistic. */
function namesOutside(sides: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      if (n.op === "statistic") return false;
      if (n.op === "symbol" || n.op === "indexed") found.add(baseOf(n));
    });
  return found;
}

function enter(found: Map<string, RandomName>, e: Expr, scope: RandomScope, event: boolean): void {
  const name = baseOf(e);
  const said = scope.setting.variables.get(name) ?? (e.op === "indexed" ? sampled(name, scope) : undefined);
  const before = found.get(name);
  const runs = said?.sequence === true || scope.expressions.some((root) => hasRunningIndex(root, name));
  const labels = new Set([...(before?.labels ?? []), ...(e.op === "indexed" && !runs ? [symbolName(e)] : e.op === "symbol" && !runs ? [name] : [])]);
  found.set(name, { ...(said ?? { name }), sequence: runs && e.op === "indexed", labels, ...(event || before?.event || said?.event ? { event: true } : {}) });
}

/** Whether an index of a name is bound by a sum or a product. */
function hasRunningIndex(root: Expr, name: string, bound: ReadonlySet<string> = new Set()): boolean {
  if (root.op === "indexed" && root.name === name && root.args.some((a) => some(a, (n) => n.op === "symbol" && bound.has(n.name ?? "")))) return true;
  const own = typeof root.data?.bound === "string" && root.op !== "apply" ? new Set([...bound, root.data.bound]) : bound;
  return root.args.some((a) => hasRunningIndex(a, name, own));
}

/** Names that stand as events: A in P(A), P(A ∩ B), P(A | B). */
export function eventNames(args: readonly Expr[]): Expr[] {
  return args.flatMap((e): Expr[] => {
    if (e.op === "relation") return [];
    if (e.op === "symbol" || e.op === "indexed")
      return CONSTANT.test(e.name ?? "") || /^(\\emptyset|\\varnothing|\\Omega)$/.test(e.name ?? "") ? [] : [uncomplemented(e)];
    if (e.op === "pow") return eventNames([e.args[0]]);
    if (/^prod/.test(e.op)) return eventNames(e.args.slice(0, 1));
    return /^(set|and|or|list|tuple|mul|not|sum|big-set)/.test(e.op) ? eventNames(e.args) : [];
  });
}

/** The event of which a name is the complement: A', \bar A. */
export function uncomplemented(e: Expr): Expr {
  const inside = /^\\(?:bar|overline)\{(.+)\}$/.exec(e.name ?? "")?.[1];
  const name = (inside ?? e.name ?? "").replace(/'$|\^\{(?:c|C|\\complement|\\prime)\}$/, "");
  return name === e.name ? e : { ...e, name };
}
