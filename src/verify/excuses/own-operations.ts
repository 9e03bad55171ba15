/** Signs of operations that the document gives a meaning of its own, "a * b = a + b - ab", or that have none between numbers: 3 ⊗ 5. */
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

/** Signs of operations that are no plus, minus or bar. */
const isSign = (t: Token): boolean =>
  (t.kind === "symbol" && /^[*@#!&~∗⋆∘⊕⊗⊙×·]$/.test(t.text)) ||
  (t.kind === "command" &&
    /^(ast|star|circ|bullet|cdot|times|diamond|Diamond|lozenge|triangle|bigtriangleup|square|Box|oplus|otimes|odot|ominus|oslash|boxplus|boxtimes|heartsuit|spadesuit|clubsuit|diamondsuit|#|&)$/.test(
      t.text,
    ));
/** They mean one thing or another, and never plain addition or multiplication. */
const CIRCLED = /^(oplus|otimes|odot|ominus|oslash|boxplus|boxtimes|⊕|⊗|⊙)$/;

/** The group of a curve. */
const POINTS = /\belliptic curves?\b|\bgroup law\b|\bpoint (addition|doubling)\b/i;

/** (0, 2) + (1, 0), 2(-4, -6). */
const movesPoints = (n: Expr): boolean => (n.op === "add" || n.op === "mul") && n.args.some((a) => a.op === "tuple" && a.args.length === 2);

export const ownOperation: Excuse = (item, input) => {
  const tokens = [...item.link.left.tokens, ...item.link.right.tokens];
  const signs = new Set(tokens.filter(isSign).map((t) => t.text));
  const names = namesOf(item.left, item.right);
  const arrays = [item.left, item.right].some((e) => some(e, (n) => /^(matrix|tuple|list|identity)/.test(n.op)));
  const closed = !arrays && names.symbols.size + names.indexed.size + names.applied.size === 0;
  if (item.relation === "=" && POINTS.test(input.text) && [item.left, item.right].some((e) => some(e, movesPoints)))
    return unjudged("context/operation", "Not judged: the points of a curve have an addition of their own.");
  const circled = closed ? [...signs].find((s) => CIRCLED.test(s)) : undefined;
  const sign = circled ?? [...signs].find((s) => isDefined(s, item, input));
  return sign === undefined ? undefined : unjudged("context/operation", `Not judged: what the sign "${shown(sign)}" does here is not the usual.`);
};

/** A product by its usual signs is what it is, even where a text defines that of vectors. */
const USUAL = /^(cdot|times|[×·])$/;

/** What holds of products may be false of what the document calls so: "x * y = x + 2y; then x * y = y * x". */
export function heldByChance(item: Item, step: Step, input: JudgeInput): Step {
  if (step.verdict !== "holds" || item.relation !== "=") return step;
  const signs = new Set([...item.link.left.tokens, ...item.link.right.tokens].filter((t) => isSign(t) && !USUAL.test(t.text)).map((t) => t.text));
  const sign = [...signs].find((s) => isDefined(s, item, input));
  if (sign === undefined) return step;
  const { basis: _, evidence: __, ...rest } = step;
  return { ...rest, ...unjudged("context/operation", `Not judged: what the sign "${shown(sign)}" does here is not the usual.`) };
}

const shown = (sign: string): string => (/^[a-zA-Z]+$/.test(sign) ? `\\${sign}` : sign);

/** x ∘ y = … of two letters that stand again on the right, and that is not what the sign usually does. */
function isDefined(sign: string, item: Item, input: JudgeInput): boolean {
  return input.groups.some(({ items }) =>
    items.some((i) => {
      const { tokens } = i.link.left;
      if (i === item || i.relation !== "=" || i.link.continued || tokens.length !== 3 || tokens[1].text !== sign) return false;
      const letters = [tokens[0], tokens[2]];
      const own = new Set(i.link.right.tokens.map((t) => t.text));
      if (!letters.every((t) => t.kind === "letter" && own.has(t.text)) || letters[0].text === letters[1].text) return false;
      return tryPlan(i, { definitions: new Map(), conditions: [], unused: [] }, { ...input, hasty: true, rough: true }).outcome.kind !== "agrees";
    }),
  );
}
