/** Polynomials multiplied out or factored wrongly: most monomials of both sides are the same, and no one solves for the rest. */
import type { Item } from "../../derivation/facts/items";
import { type Monomials, monomialsOf } from "../../derivation/plans/monomials";
import { type Expr, some } from "../../expression/tree";
import type { Judgement } from "../report";
import { sentenceBefore } from "../trying/case-start";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { failing } from "./failing";
import { SLIP } from "./slips";

/** Words of multiplying out and factoring. */
const FORM =
  /\b(re-?writ\w+|simplif\w+|expand\w*|expansion|factor(s|ed|ing|i[sz]ation|i[sz]e|i[sz]ing)?|distribut\w+|multiply\w* out|divid\w+|division|FOIL|complet\w+ the square|squar(e|ing)|cub(e|ing)|identity)\b/i;
/** Words of equations that are meant to hold somewhere. */
const SOLVE =
  /\b(solv\w+|solutions?|roots?|if|when|suppose|assum\w+|let|such that|satisf\w+|condition|want|need|require\w*|must|set|given|case|find|mod(ulo)?)\b/i;
/** Monomials with the same coefficient on both sides, at least. */
const SHARED = 2;
const MONOMIALS = 3;

/** The judgement of an equation between polynomials, one of them with brackets, that is wrong in a few coefficients; undefined for others. */
export function expansionSlip(item: Item, finals: readonly Tried[], input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.premise || item.link.statement.system || finals.length === 0) return undefined;
  if (!finals.every((t) => t.outcome.kind === "differs" && t.outcome.holdsIn.length === 0)) return undefined;
  if (![item.left, item.right].some(hasBrackets) || !isNear(item, input.text)) return undefined;
  const tried: Tried = { ...finals[0], ...tryPlan(item, { definitions: new Map(), conditions: [], unused: [] }, input), item };
  if (tried.outcome.kind !== "differs" || tried.outcome.holdsIn.length > 0) return undefined;
  const found = failing(item, [tried], input, (changed) => agreesUnder(changed, tried, input), undefined, SLIP, true);
  return found.verdict === "fails" ? found : undefined;
}

/** A product or a power of sums. */
const hasBrackets = (e: Expr): boolean => some(e, (n) => (n.op === "mul" || n.op === "pow") && n.args.some((a) => a.op === "add"));

function isNear(item: Item, text: string): boolean {
  const [left, right] = [monomialsOf(item.left), monomialsOf(item.right)];
  if (!left || !right || Math.min(left.size, right.size) < MONOMIALS) return false;
  const { shared, differing, lost } = compared(left, right);
  if (shared < SHARED || differing + lost === 0 || differing + lost > shared) return false;
  const words = sentenceBefore(item, text);
  if (FORM.test(words) && !/\bif\b/i.test(words)) return true;
  return lost === 0 && left.size > 0 && names(item) > 1 && !SOLVE.test(words);
}

/** How many monomials have the same coefficient on both sides, another one, or stand on one side only. */
function compared(left: Monomials, right: Monomials): { shared: number; differing: number; lost: number } {
  let [shared, differing, lost] = [0, 0, 0];
  for (const m of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(m), right.get(m)];
    if (a === undefined || b === undefined) lost++;
    else if (Math.abs(a - b) < 1e-9 * Math.max(Math.abs(a), Math.abs(b))) shared++;
    else differing++;
  }
  return { shared, differing, lost };
}

function names({ left, right }: Item): number {
  const found = new Set<string>();
  for (const side of [left, right]) some(side, (n) => (n.op === "symbol" && found.add(n.name ?? "")) === undefined);
  return found.size;
}
