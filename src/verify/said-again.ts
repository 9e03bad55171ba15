/** Equations said again, in a summary or a final answer: what held where it was said first is not called wrong where what it rests on is out of reach. */
import type { Step } from "./report";

/** A formula on the left, no lone name whose value another part may change. */
const COMPOUND = /[-+^\s({]/;

const keyOf = (step: Step): string | undefined =>
  step.relation === "=" && COMPOUND.test(step.left) && !/^-?[\d.]+$/.test(step.right) ? `${step.left} = ${step.right}` : undefined;

/** dI/dt = … of a lone name: an equation to be solved, which may be gone back to when a solution of another has been found. */
const OF_MOTION = /^\\frac\{d[^{}]*\}\{d[^{}]*\} \\?[A-Za-z]+$/;

/** The steps in reading order, accusations taken back where the same equation held before, or was to be solved. */
export function withoutSaidAgain(steps: readonly Step[]): Step[] {
  const held = new Set<string>();
  return steps.map((step) => {
    const key = keyOf(step);
    if (key === undefined) return step;
    if (step.verdict === "holds" || (step.verdict === "given" && OF_MOTION.test(step.left))) held.add(key);
    if (step.verdict !== "fails" || !held.has(key)) return step;
    const { witness: _, fixes: __, notes: ___, ...rest } = step;
    const message = "Not judged: it holds where it was said before, with what was known there.";
    return { ...rest, verdict: "unchecked" as const, code: "context/said-again", message };
  });
}
