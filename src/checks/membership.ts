/** The check of a membership, `e^x \in (0, \infty)`: the truth of the statement in many worlds; values that are undefined say nothing. */
import { node } from "../expression/tree";
import { complexOver } from "../numeric/complex";
import { double } from "../numeric/lanes";
import { ENOUGH } from "./equality";
import type { Outcome } from "./outcome";
import type { Trial } from "./trial";

/** Whether the left side lies in the set on the right, or outside of it. */
export function checkMembership(t: Trial, relation: "∈" | "∉"): Outcome {
  const worlds = t.closed ? Int32Array.of(0) : t.bench.worlds(t.samples);
  if (worlds.length === 0) return { kind: "unknown", code: "context/unmet", message: "no world was found that meets the conditions of this step" };
  const statement = node("relation", [t.left, t.right], t.left.span, relation);
  const { truth, size } = t.complex ? complexTruth(t, statement, worlds) : realTruth(t, statement, worlds);
  const at = (xs: ArrayLike<number>, i: number): number => xs[xs.length === 1 ? 0 : i];
  const where = (value: number) => [...worlds.keys()].filter((i) => Number.isFinite(at(size, i)) && at(truth, i) === value).map((i) => worlds[i]);
  const [holdsIn, failsIn] = [where(1), where(0)];
  const evidence = { samples: worlds.length, informative: holdsIn.length + failsIn.length, maxRelativeError: 0, digits: 15 };
  if (failsIn.length > 0) return { kind: "differs", witness: { world: failsIn[0], left: Number.NaN, right: Number.NaN }, holdsIn, failsIn, evidence };
  if (holdsIn.length < (t.closed ? 1 : Math.max(1, Math.min(ENOUGH, worlds.length))))
    return { kind: "unknown", code: "sample/uninformative", message: "at too few random points could it be told whether the value lies in the set", evidence };
  return { kind: "agrees", exact: false, evidence };
}

/** The truth of the statement, and the size of what is said to be a member, in every world. */
interface Truth {
  readonly truth: ArrayLike<number>;
  readonly size: ArrayLike<number>;
}

function realTruth(t: Trial, statement: Trial["left"], worlds: Int32Array): Truth {
  const ev = t.bench.evaluator(double, worlds);
  return { size: double.toNumbers(ev.scalar(t.left)), truth: double.toNumbers(ev.scalar(statement)) };
}

function complexTruth(t: Trial, statement: Trial["left"], worlds: Int32Array): Truth {
  const A = complexOver(double);
  const ev = t.bench.evaluator(A, worlds);
  const value = ev.scalar(t.left);
  return { size: double.toNumbers(A.call1("abs", value).re), truth: double.toNumbers(ev.scalar(statement).re) };
}
