/** "The zero matrix O satisfies O = -O", "because $\\delta(x - z)$ is always zero": what words call zero, where the step holds if it is. */
import type { Item } from "../../derivation/facts/items";
import type { Plan } from "../../derivation/plans/plan";
import { namesOf } from "../../expression/names";
import { type Expr, number, rewrite } from "../../expression/tree";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const saysZero = (name: string, text: string): boolean =>
  new RegExp(
    String.raw`\b(zero|null|trivial) (matrix|vector|element|map|function|polynomial)[\s,]*(?:is |denoted (?:by )?|called )?[$\\({\s]*${escaped(name)}(?![a-zA-Z])`,
    "i",
  ).test(text);

/** Characters behind a formula in which the reason for it stands. */
const NEAR = 200;
/** "because T is always zero", "since T vanishes". */
const REASON =
  /^[^.;]{0,80}\b(?:because|since|as|for|where)\s+(?:the term\s+)?(?:\$|\\\()([^$]{1,60}?)(?:\$|\\\))\s+(?:(?:is|are|becomes?|will be)\s+(?:always |identically |again |also |simply )*(?:zero\b|0\b|\$0\$)|vanish(?:es)?\b)/i;

/** The step with zero for the terms that the sentence behind it calls so; undefined where it calls none so. */
function withoutTerm(item: Item, text: string): Item | undefined {
  const bare = (t: string): string => t.replace(/\s+/g, "");
  const { to } = item.link.statement.block.span;
  const term = REASON.exec(text.slice(to, to + NEAR))?.[1];
  if (term === undefined) return undefined;
  const isTerm = (e: Expr): boolean => bare(text.slice(e.span.from, e.span.to)) === bare(term);
  const [left, right] = [item.left, item.right].map((e) => rewrite(e, (n) => (isTerm(n) ? number("0", n.span) : n)));
  return left === item.left && right === item.right ? undefined : { ...item, left, right };
}

const PLAIN: Plan = { definitions: new Map(), conditions: [], unused: [] };

export const zeroObjects: Excuse = (item, input) => {
  if (item.relation !== "=") return undefined;
  const without = withoutTerm(item, input.text);
  if (without && tryPlan(without, PLAIN, input).outcome.kind === "agrees")
    return unjudged("context/zero", "Not judged: the words behind it call a term of it zero, and it holds without that.");
  const zeros = new Set([...namesOf(item.left, item.right).symbols].filter((name) => saysZero(name, input.text)));
  if (zeros.size === 0) return undefined;
  const [left, right] = [item.left, item.right].map((e) => rewrite(e, (n) => (n.op === "symbol" && zeros.has(n.name ?? "") ? number("0", n.span) : n)));
  const { outcome } = tryPlan({ ...item, left, right }, PLAIN, input);
  return outcome.kind === "agrees" ? unjudged("context/zero", `Not judged: $${[...zeros][0]}$ is called zero here.`) : undefined;
};
