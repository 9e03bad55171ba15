/** Whether a relation between two terms is true, by the generator's own numbers: at random points, with room for its own errors. */
import type { Dice } from "./dice";
import { evaluate, gap } from "./evaluate";
import { pointFor, sortOf } from "./sorts";
import { names, some, type Term, term } from "./term";

const ROUGH = /^(D|DD|P|Int|Grad)$/;

/** True, false at nearly every point, or undefined: neither is certain. */
export function truthOf(left: Term, relation: string, right: Term, construct: string, d: Dice): boolean | undefined {
  const free = new Set([...names(left), ...names(right)].filter((n) => sortOf(n, construct)));
  const endless = [left, right].some((t) => some(t, (n) => n.op === "Lim" || (n.op === "sym" && n.name === "oo")));
  const rough = endless || [left, right].some((t) => some(t, (n) => ROUGH.test(n.op)));
  const [same, apart] = endless ? [2e-3, 5e-2] : rough ? [1e-5, 1e-3] : [1e-8, 1e-4];
  const count = rough ? 6 : relation === "==" ? 10 : 120;
  const found: boolean[] = [];
  let unsure = 0;
  for (let i = 0; i < count; i++) {
    const p = pointFor(free, construct, d);
    try {
      const [a, b] = [evaluate(left, p), evaluate(right, p)];
      if (relation === "==") {
        const distance = gap(a, b);
        if (Number.isNaN(distance)) continue;
        if (distance < same) found.push(true);
        else if (distance > apart) found.push(false);
        else unsure++;
      } else if (typeof a === "number" && typeof b === "number" && Number.isFinite(a - b)) {
        const slack = (relation === "<=" ? b - a : a - b) / Math.max(1, Math.abs(a), Math.abs(b));
        if (slack > -1e-9) found.push(true);
        else if (slack < -1e-4) found.push(false);
        else unsure++;
      }
    } catch {
      // undefined here
    }
  }
  if (found.length < Math.min(4, count / 2)) return undefined;
  const wrong = found.filter((x) => !x).length;
  if (wrong === 0 && unsure === 0) return true;
  return wrong >= (relation === "==" ? 0.9 : 0.2) * (found.length + unsure) ? false : undefined;
}

/** Whether `right` is an antiderivative of `left` in x. */
export const isAntiderivative = (left: Term, right: Term, d: Dice): boolean | undefined =>
  truthOf(term("D", { op: "sym", args: [], name: "x" }, right), "==", left, "antiderivatives", d);
