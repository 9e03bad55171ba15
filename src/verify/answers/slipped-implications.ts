/** A statement behind an arrow that loses a solution of the one before it and has another one instead: no choice of a branch, but a slip. */
import type { Followed } from "../../checks/implication";
import { hasError, type Item } from "../../derivation/facts/items";
import { parseOnce } from "../../derivation/reading/chains";
import { readAsIn } from "../../derivation/reading/wide-sums";
import { type Assertion, assertionOf } from "../../expression/assertion";
import { plainValue } from "../../expression/plain-value";
import { same } from "../../expression/tree";
import type { Candidate } from "../../fixes/site";
import { strokes } from "../../fixes/strokes";
import { fixesOf } from "../accusing/repairs";
import type { Fix } from "../report";
import type { JudgeInput } from "../trying/trial";
import { valueFix } from "./value-fixes";

/** Edits that replace a sign, a digit or a name by its neighbour. */
const STROKE = 1.45;
/** Strokes of each side that are looked at. */
const LOOKED = 40;

/** Whether one statement follows from another, and whether it speaks of functions that nobody defines. */
interface Direction {
  readonly found: Followed;
  readonly opaque: boolean;
}
/** The two statements, and whether one follows from another. */
interface Asking {
  readonly premise: Assertion;
  readonly conclusion: Assertion;
  readonly asked: (from: Assertion, to: Assertion) => Direction;
}

/** The fixes of an implication that is broken: of an equation that a stroke of the pen makes say the same, or of a list of roots of which one is none. */
export function slippedImplication(
  forward: Direction,
  before: readonly Item[],
  behind: readonly Item[],
  asking: Asking,
  input: JudgeInput,
): { fixes: Fix[] } | undefined {
  const { found } = forward;
  if (found.kind !== "broken" || !found.pinned || forward.opaque || ![...before, ...behind].every((i) => i.relation === "=")) return undefined;
  const { found: gained, opaque } = asking.asked(asking.conclusion, asking.premise);
  if (opaque || gained.kind !== "broken" || !gained.pinned || gained.open || gained.rough || gained.lost.length === 0) return undefined;
  if (behind.length > 1 && behind.every(isRoot)) return { fixes: wrongRoot(found.lost, gained.lost, behind, input) };
  const fixes = before.length === 1 && behind.length === 1 ? equivalentBy(behind[0], before[0], asking, input) : [];
  return fixes.length > 0 ? { fixes } : undefined;
}

const NONE: ReadonlyMap<string, number> = new Map();
const isRoot = ({ left, right }: Item): boolean => /^(symbol|indexed)$/.test(left.op) && Number.isFinite(plainValue(right, NONE));

/** The only root that is lost in place of the only one that is none. */
function wrongRoot(lost: readonly number[], gained: readonly number[], roots: readonly Item[], input: JudgeInput): Fix[] {
  const wrong = gained.length === 1 ? roots.find((r) => Math.abs(plainValue(r.right, NONE) - gained[0]) < 1e-9) : undefined;
  return wrong && lost.length === 1 ? valueFix(wrong, lost[0], input) : [];
}

/** The strokes after which the equation `item` says what the equation `before` does. */
function equivalentBy(item: Item, before: Item, { premise, asked }: Asking, input: JudgeInput): Fix[] {
  const follows = (from: Assertion, to: Assertion): boolean => {
    const { found } = asked(from, to);
    return found.kind === "follows" && found.unless === undefined;
  };
  for (const side of ["left", "right"] as const) {
    const operand = item.link[side];
    const reading = { ...input.reading, ...readAsIn(item[side]) };
    const mends = (edit: Candidate): boolean => {
      const changed = { ...item, [side]: parseOnce({ ...operand, tokens: edit.tokens }, reading) };
      const said = assertionOf(changed.left, "=", changed.right);
      const isSame = same(changed.left, before.left) && same(changed.right, before.right);
      return !hasError(changed[side]) && !isSame && said !== undefined && follows(premise, said) && follows(said, premise);
    };
    const mended = strokes(operand.tokens, input.text, [before.link.left.tokens, before.link.right.tokens], STROKE).slice(0, LOOKED).find(mends);
    if (mended) return fixesOf({ candidates: [mended] }, input.range);
  }
  return [];
}
