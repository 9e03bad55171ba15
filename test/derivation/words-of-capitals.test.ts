/** Runs of capitals that are one name. */
import { expect, it } from "vitest";
import { verdicts } from "../verify/run";

const R = String.raw;

it.each([
  ["a sum of squares", R`We know $SST = SSR + SSE$, $SSR = 12$ and $SSE = 5$. Then $$SST = 12 + 5 = 18$$`, "fails"],
  ["a value", R`The cost is $C(Q) = 3Q$. $$NPV = \sum_{k=1}^2 \frac{100}{1.1^k} \approx 173.55$$`, "holds"],
  ["matrices that do not commute", R`For all matrices $A, B \in \mathbb{R}^{n \times n}$ we have $$AB = BA$$`, "fails"],
  ["letters that stand alone", R`Let $A = 2$ and $B = 3$. Then $$AB = 6$$`, "holds"],
  ["letters that stand alone, wrongly", R`Let $A = 2$ and $B = 3$. So $$AB = 5$$`, "fails"],
])("%s", (_, text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
