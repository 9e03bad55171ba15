/** Approximations written with a plain sign, "for small x, 1/(1 − x) = 1 + x": near each other where a name that they speak of is very small, or very large. */
import { freeNames } from "../../checks/solutions";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite } from "../../expression/tree";
import { sentenceStart } from "../trying/case-start";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

const SAID =
  /\\(?:ll|gg)\b|\b(?:for|when|if|is|are|as|very|sufficiently|with)\s+(?:an?\s+|the\s+)?(?:small|large|tiny|huge)\b|\b(?:first|leading|lowest|linear)[- ]order\b|\bhigher[- ]order\b|\bsmall[- ]angles?\b|\b(?:neglect|ignor|dropp?)\w*\b[^.]{0,30}\b(?:terms?|orders?|powers?)\b/i;
/** Characters behind a formula in which its row may say so. */
const BEHIND = 60;
/** How small a name is made, and what is left of a difference: of higher than first order, or of any where a side does not speak of it. */
const SCALE = 1_000_000;
const [SECOND, FIRST] = [1_000_000_000, 10_000];

export const smallQuantities: Excuse = (item, input) => {
  const { left, right, relation, link } = item;
  if (relation !== "=") return undefined;
  const row = input.text.slice(link.right.to, Math.min(link.right.to + BEHIND, link.statement.block.span.to));
  if (!SAID.test(`${input.text.slice(sentenceStart(item, input.text), link.left.from)} ${row}`)) return undefined;
  const scaled = (e: Expr, name: string, isLarge: boolean): Expr =>
    rewrite(e, (n) => {
      if ((n.op !== "symbol" && n.op !== "indexed") || symbolName(n) !== name) return n;
      return node(isLarge ? "mul" : "div", isLarge ? [number(SCALE, n.span), n] : [n, number(SCALE, n.span)], n.span);
    });
  const isNear = (name: string, isLarge: boolean): boolean => {
    const [a, b] = [left, right].map((e) => scaled(e, name, isLarge));
    const gap = node("absolute", [node("add", [a, node("neg", [b], b.span)], a.span)], a.span);
    const speaks = [left, right].every((e) => freeNames([e]).has(name));
    const bound = node("div", [node("add", [number(1, a.span), node("absolute", [a], a.span)], a.span), number(speaks ? SECOND : FIRST, a.span)], a.span);
    const { outcome } = tryPlan({ ...item, left: gap, right: bound, relation: "<" }, { definitions: new Map(), conditions: [], unused: [] }, input);
    // a search finds values so large that nothing is small
    return outcome.kind === "agrees" || (outcome.kind === "differs" && outcome.holdsIn.length > 0 && outcome.failsIn.length === 0);
  };
  return [...freeNames([left, right])].some((name) => isNear(name, false) || isNear(name, true))
    ? unjudged("approximation/small", "Not judged: as the text says, it is meant to be near the truth where a quantity is small or large.")
    : undefined;
};
