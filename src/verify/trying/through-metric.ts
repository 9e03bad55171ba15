/** Tries a step about a metric d of which nothing else is known once more with sums of distances on lines: every metric on four points is one of these. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, node, rewrite, some } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

const METRIC = /\bmetric\b|\btriangle inequality\b/i;
/** Lines on which the points have their places. */
const LINES = 3;

const isDistance = (n: Expr): boolean => n.op === "apply" && n.name === "d" && n.args.length === 2 && !n.data?.order;

/** Agreement for such distances; undefined where the document speaks of no metric, or the step of too many points. */
export function throughMetric(last: Tried, item: Item, input: JudgeInput): Tried | undefined {
  const sides = [item.left, item.right];
  if (!METRIC.test(input.text) || last.plan.definitions.has("d") || !sides.some((e) => some(e, isDistance))) return undefined;
  const points = new Set<string>();
  for (const e of sides)
    some(e, (n) => {
      if (isDistance(n)) for (const a of n.args) points.add(JSON.stringify(plain(a)));
      return false;
    });
  if (points.size > 4) return undefined;
  const [left, right] = sides.map((e) => rewrite(e, (n) => (isDistance(n) ? onLines(n) : n)));
  const tried = tryPlan({ ...item, left, right }, { ...last.plan, unused: [] }, { ...input, hasty: true });
  return tried.outcome.kind === "agrees" ? { ...tried, item, reading: "d is a metric" } : undefined;
}

const plain = (e: Expr): unknown => [e.op, e.name, ...e.args.map(plain)];

function onLines({ args: [a, b], span }: Expr): Expr {
  const place = (of: Expr, k: number): Expr => node("apply", [of], span, `\u0003d${k}`, { split: 1, indices: 0, order: false, bracket: "(", bound: "" });
  const apart = (k: number): Expr => node("absolute", [node("add", [place(a, k), node("neg", [place(b, k)], span)], span)], span);
  return node(
    "add",
    Array.from({ length: LINES }, (_, k) => apart(k)),
    span,
  );
}
