/** Equations between functions that mathematics has letters for, J_ν or ζ, and that one stroke of the pen makes true of these: no other functions come so close to them. */
import { freeNames } from "../../checks/solutions";
import type { Item } from "../../derivation/facts/items";
import { type Expr, some, walk } from "../../expression/tree";
import { type Complex, complexOver } from "../../numeric/complex";
import { double, type Lane } from "../../numeric/lanes";
import { isToSolve } from "../answers/to-solve";
import type { Judgement } from "../report";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { failing } from "./failing";
import { generalNames, isTelling } from "./unclaimed-slips";

/** Edits that replace a sign, a digit or a name by its neighbour. */
const STROKE = 1.45;
/** Names, numbers and functions of both sides together: shorter equations are met by other functions, too. */
const LEAST = 6;

/** The judgement of an equation that differs however its letters are read as functions; `lettered` are the trials of these readings. */
export function slipUnderLetters(item: Item, lettered: readonly Tried[], input: JudgeInput): Judgement | undefined {
  if (item.relation !== "=" || item.premise || lettered.length === 0 || isToSolve(item, input)) return undefined;
  const differing = lettered.filter(({ outcome }) => outcome.kind === "differs");
  if (differing.some((t) => t.outcome.kind === "differs" && t.outcome.holdsIn.length > 0 && !isApartByIndex(t))) return undefined;
  const general = generalNames(item, input);
  for (const tried of differing) {
    const read = tried.item;
    if (!read || !isUnmistakable(read) || isScaled(read, tried)) continue;
    const holds = (changed: Item): boolean => {
      const there: Item = { ...read, right: changed.right };
      return isTelling(there, read, tried.plan.definitions, general) && agreesUnder(there, tried, input);
    };
    const found = failing(read, [tried], input, holds, { code: "step/given", message: "" }, STROKE);
    if (found.verdict === "fails" && found.fixes) return { ...found, ...(tried.reading ? { reading: [tried.reading] } : {}) };
  }
  return undefined;
}

/** With functions that nothing else is called so, in more than a rule of symmetry, f(-x) = -f(x). */
function isUnmistakable({ left, right }: Item): boolean {
  let size = 0;
  let certain = false;
  for (const side of [left, right])
    walk(side, (n) => {
      if (n.args.length === 0 || n.op === "call") size++;
      certain ||= n.op === "special" && (isCertain(keyOf(n)) || isDelta(n));
      certain ||= n.op === "call" && /^(gamma|lgamma|digamma|zeta)$/.test(n.name ?? "");
    });
  const isOne = (e: Expr): boolean => (e.op === "neg" ? e.args[0] : e).op === "special";
  const isSequence = (e: Expr): boolean =>
    some(e, (n) => n.op === "special" && n.data?.says !== undefined && n.args.length === 1 && /\/1\/0\/0$/.test(keyOf(n)));
  return certain && size >= LEAST && !(isOne(left) && isOne(right)) && ![left, right].some(isSequence);
}

const keyOf = (n: Expr): string => String(n.data?.key ?? "");
/** J_ν(z), ζ(s), R_F(x, y, z); a Latin letter with one argument or two is anything, and s(n, k) has two signs. */
function isCertain(key: string): boolean {
  const [letter, subscripts, uppers, count] = key.split("/");
  return Number(count) > 0 && (!/^[a-zA-Z]$/.test(letter) || Number(subscripts) + Number(uppers) > 0 || Number(count) > 2);
}

const isDelta = (n: Expr): boolean => n.op === "special" && keyOf(n).startsWith("\\delta/2/");

/** With δ_ij it may hold where the indices are equal, or where they are not. */
const isApartByIndex = ({ item, outcome }: Tried): boolean =>
  item !== undefined && outcome.kind === "differs" && outcome.failsIn.length > 0 && [item.left, item.right].some((e) => some(e, isDelta));

/** The same multiple of each other everywhere: functions are normalised in several ways. */
function isScaled({ left, right }: Item, { setting }: Tried): boolean {
  if (!setting || freeNames([left, right]).size === 0) return false;
  try {
    const ev = setting.bench.evaluator<Complex<Lane>>(complexOver(double), setting.bench.worlds(8));
    const [a, b] = [left, right].map((e) => ev.number(ev.evaluate(e), e));
    const at = ({ v }: Lane, i: number): number => v[v.length === 1 ? 0 : i];
    const ratios = Array.from({ length: 8 }, (_, i) => ratio(at(a.re, i), at(a.im, i), at(b.re, i), at(b.im, i))).filter(([re, im]) =>
      Number.isFinite(re + im),
    );
    const [first] = ratios;
    return ratios.length >= 2 && ratios.every(([re, im]) => Math.hypot(re - first[0], im - first[1]) <= 1e-9 * Math.hypot(...first));
  } catch {
    return false;
  }
}

/** (a + bi) / (c + di). */
const ratio = (a: number, b: number, c: number, d: number): [number, number] => {
  const size = c * c + d * d;
  return [(a * c + b * d) / size, (b * c - a * d) / size];
};
