/** Cases from the table of identities: an instance of a rule, rewritten further, with one token changed in half of the cases. */
import type { Case } from "./case";
import type { Dice } from "./dice";
import { laidOut } from "./layout";
import { mutated } from "./mutate";
import { manner, render } from "./render";
import { filler, rewritten } from "./rewrite";
import { CONSTRUCTS, RULES, type Rule } from "./rules";
import { declared, isSlot, lettersFor, sortOf } from "./sorts";
import { names, num, put, read, show, sym, type Term, term } from "./term";
import { isAntiderivative, truthOf } from "./truth";

const SIGNS: Readonly<Record<string, readonly string[]>> = { "==": ["="], "<=": ["\\le", "\\leq", "\\leqslant"], ">=": ["\\ge", "\\geq"] };
type Drawn = Omit<Case, "seed">;

export const identityConstructs: readonly string[] = CONSTRUCTS;

/** A case of the construct; undefined where the draw is no good: its truth uncertain or its change without effect. */
export function identityCase(construct: string, wrong: boolean, d: Dice): Drawn | undefined {
  const rule = instance(d.pick(RULES.filter((r) => r.construct === construct)), d);
  const [left, right] = rule.relation === "==" && d.chance(0.25) ? [rule.right, rule.left] : [rule.left, rule.right];
  const chain = [left, right];
  const more = d.pick([0, 0, 0, 1, 2]);
  for (let i = 0; i < more; i++) {
    const next = rewritten(chain[chain.length - 1], d);
    if (next && show(next).length < 400) chain.push(next);
  }
  let about = chain.map(show).join(` ${rule.relation} `);
  if (wrong) {
    const at = d.int(chain.length === 2 ? 0 : 1, chain.length - 1);
    const changed = mutated(chain[at], groups(chain, construct), d);
    if (!changed) return undefined;
    about = `${show(chain[at])} became ${show(changed)}`;
    chain[at] = changed;
  }
  const signs = chain.slice(1).map((_, i) => (i === 0 ? rule.relation : ("==" as const)));
  const truths = signs.map((s, i) => truthOf(chain[i], s, chain[i + 1], construct, d));
  if (truths.some((t) => t === undefined) || truths.includes(false) !== wrong) return undefined;
  return {
    construct,
    about,
    ...written(
      chain,
      signs.map((s) => d.pick(SIGNS[s])),
      construct,
      d,
    ),
    truths: truths as boolean[],
  };
}

/** Names of one sort, which a slip may swap. */
function groups(chain: readonly Term[], construct: string): string[][] {
  const all = [...new Set(chain.flatMap((t) => [...names(t)]))];
  const sorts = new Map<string, string[]>();
  for (const n of all) {
    const sort = sortOf(n, construct);
    const kind = sort === "positive" || sort === "unit" ? "real" : sort;
    if (kind) sorts.set(kind, [...(sorts.get(kind) ?? []), n]);
  }
  return [...sorts.values()];
}

/** The rule with terms in its slots. */
function instance(rule: Rule, d: Dice): Rule {
  const all = [...new Set([...names(rule.left), ...names(rule.right)])];
  const slots = all.filter((n) => isSlot(n, rule.construct));
  const plain = d.chance(0.4);
  const values = new Map(slots.map((n) => [n, plain || !d.chance(0.5) ? sym(n) : filler(/^[pqr]$/.test(n), slots, d)]));
  return { ...rule, left: put(rule.left, values), right: put(rule.right, values) };
}

function written(chain: readonly Term[], signs: readonly string[], construct: string, d: Dice, end = "") {
  const letters = lettersFor(new Set(chain.flatMap((t) => [...names(t)])), construct, d);
  const m = manner(d, letters);
  const operands = chain.map((t, i) => render(t, m, d) + (i > 0 ? end : ""));
  const free = new Map([...letters].filter(([n]) => !/^(index)$/.test(sortOf(n, construct) ?? "")));
  return laidOut(declared(free, construct, d), operands, signs, d);
}

const ANTIDERIVATIVES: readonly (readonly [Term, Term])[] = [
  ["x^3", "x^4/4"],
  ["cos(x)", "sin(x)"],
  ["sin(2*x)", "-cos(2*x)/2"],
  ["x*exp(x)", "(x-1)*exp(x)"],
  ["1/(1+x^2)", "atan(x)"],
  ["2*x*exp(x^2)", "exp(x^2)"],
  ["3*x^2+2*x-1", "x^3+x^2-x"],
  ["sin(x)*cos(x)", "sin(x)^2/2"],
  ["x*sin(x)", "sin(x)-x*cos(x)"],
  ["exp(3*x)", "exp(3*x)/3"],
  ["x/(x^2+1)", "(1/2)*log(x^2+1)"],
  ["cos(x)^2", "x/2+sin(2*x)/4"],
  ["exp(x)*cos(x)", "exp(x)*(sin(x)+cos(x))/2"],
  ["(2*x+1)^3", "(2*x+1)^4/8"],
  ["1/(x^2+4)", "(1/2)*atan(x/2)"],
  ["1/sqrt(x^2+1)", "asinh(x)"],
  ["sinh(x)", "cosh(x)"],
  ["x^2*exp(x)", "(x^2-2*x+2)*exp(x)"],
  ["1/(1+exp(-x))", "log(1+exp(x))"],
].map(([f, F]) => [read(f), read(F)] as const);

/** Indefinite integrals, with and without the constant. */
export function antiderivativeCase(wrong: boolean, d: Dice): Drawn | undefined {
  const [f, F] = d.pick(ANTIDERIVATIVES);
  const changed = wrong ? mutated(F, [["x"]], d) : d.chance(0.3) ? (rewritten(F, d) ?? F) : F;
  if (!changed) return undefined;
  const truth = isAntiderivative(f, changed, d);
  if (truth !== !wrong) return undefined;
  const integral = term("Anti", sym("x"), d.chance(0.2) ? term("mul", f, num(1)) : f);
  return {
    construct: "antiderivatives",
    about: `${show(f)} ~ ${show(changed)}`,
    ...written([term("Anti", sym("x"), f), changed], ["="], integral.op === "Anti" ? "integrals" : "", d, d.pick([" + C", " + C", "", " + K"])),
    truths: [!wrong],
  };
}
