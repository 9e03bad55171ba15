/** Approximations written with a plain sign, "for small x, 1/(1 − x) = 1 + x": near each other where a name that they speak of is very small, or very large. */
import { freeNames } from "../../checks/solutions";
import type { Condition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { symbolName } from "../../expression/names";
import { type Expr, node, number, rewrite, symbol } from "../../expression/tree";
import { sentenceStart } from "../trying/case-start";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

const SAID =
  /\\(?:ll|gg)\b|\b(?:for|when|if|is|are|as|very|sufficiently|with)\s+(?:an?\s+|the\s+)?(?:small|large|tiny|huge)\b|\b(?:first|leading|lowest|linear)[- ]order\b|\bhigher[- ]order\b|\bsmall[- ]angles?\b|充分大|足够大|充分小|足够小|十分大|十分小|suffisamment (?:grand|petit)|(?:hinreichend|genügend) (?:gro(?:ß|ss)|klein)|suficientemente (?:grande|pequeñ[oa])|(?:sufficientemente|abbastanza) (?:grande|piccol[oa])|\b(?:neglect|ignor|dropp?)\w*\b[^.]{0,30}\b(?:terms?|orders?|powers?)\b/i;
const LARGE =
  /\b(?:sufficiently|large enough|big enough|eventually)\b|充分大|足够大|十分大|suffisamment grand|assez grand|(?:hinreichend|genügend) gro(?:ß|ss)|suficientemente grande|(?:sufficientemente|abbastanza) grande/i;
/** Characters behind a formula in which its row may say so. */
const BEHIND = 60;
/** What a name is made smaller or larger by, and what makes it as good as zero or infinite. */
const [SCALE, LIMIT] = [1_000, 1_000_000_000];
/** What is left of a difference: of what the right side is off its limit, of a large side, and of a side where the other does not speak of the name. */
const [SECOND, LARGER, FIRST] = [20, 100_000, 100];

/** The x of a limit for x → 0 that stands by itself right before, and that the rows work out without writing it anew. */
function limitAsked({ link: { statement } }: Item, text: string): string | undefined {
  const { block } = statement;
  if (!block.display || /\\lim(?![a-z])/.test(block.text)) return undefined;
  const before = text.slice(Math.max(0, block.span.from - ASKED), block.span.from);
  return /\\lim(?:\s*\\limits)?\s*_\s*\{\s*([a-z])\s*\\(?:to|rightarrow)\s*0\s*\}[^=]*$/.exec(before)?.[1];
}
/** Characters before a formula in which a limit is asked for. */
const ASKED = 300;

export const smallQuantities: Excuse = (item, input) => {
  const { left, right, relation, link } = item;
  if (/^[<>]=?$/.test(relation) && LARGE.test(input.text.slice(sentenceStart(item, input.text), link.left.from)))
    return unjudged("approximation/large", "Not judged: as the text says, it is meant for large values only.");
  if (relation !== "=") return undefined;
  const row = input.text.slice(link.right.to, Math.min(link.right.to + BEHIND, link.statement.block.span.to));
  const toZero = limitAsked(item, input.text);
  if (!toZero && !SAID.test(`${input.text.slice(sentenceStart(item, input.text), link.left.from)} ${row}`)) return undefined;
  const isNear = (name: string, isLarge: boolean): boolean => {
    const { span } = left;
    const times = (e: Expr, by: number): Expr =>
      rewrite(e, (n) => {
        if ((n.op !== "symbol" && n.op !== "indexed") || symbolName(n) !== name) return n;
        return node(isLarge ? "mul" : "div", isLarge ? [number(by, n.span), n] : [n, number(by, n.span)], n.span);
      });
    const apart = (x: Expr, y: Expr): Expr => node("absolute", [node("add", [x, node("neg", [y], span)], span)], span);
    const [a, b] = [left, right].map((e) => times(e, SCALE));
    const speaks = [left, right].every((e) => freeNames([e]).has(name));
    const size = node("add", [number(1, span), node("absolute", [a], span)], span);
    const least = (whole: Expr, part: number): Expr => node("div", [whole, number(part, span)], span);
    const offLimit = least(apart(b, times(right, LIMIT)), SECOND);
    const bounds = !speaks || toZero ? [least(size, FIRST)] : isLarge ? [offLimit, least(size, LARGER)] : [offLimit];
    // what is large is positive
    const positive = { kind: "condition" as const, relation: node("relation", [symbol(name), number(0)], span, ">"), span, text: "" };
    return bounds.every((bound) => isBelow(apart(a, b), bound, isLarge ? [positive] : []));
  };
  const isBelow = (gap: Expr, bound: Expr, conditions: readonly Condition[]): boolean => {
    const { outcome } = tryPlan({ ...item, left: gap, right: bound, relation: "<" }, { definitions: new Map(), conditions, unused: [] }, input);
    // a search finds values so large that nothing is small
    return outcome.kind === "agrees" || (outcome.kind === "differs" && outcome.holdsIn.length > 0 && outcome.failsIn.length === 0);
  };
  return [...freeNames([left, right])].some((name) => (toZero ? name === toZero && isNear(name, false) : isNear(name, false) || isNear(name, true)))
    ? unjudged("approximation/small", "Not judged: as the text says, it is meant to be near the truth where a quantity is small or large.")
    : undefined;
};
