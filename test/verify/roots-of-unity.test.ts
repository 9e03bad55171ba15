/** Steps about names of which an equation says that they are roots of unity: they hold at all of them, or are not checked. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`Let $\zeta^2 + \zeta + 1 = 0$. Then $$\zeta^{4} + 2\zeta^2 + 1 = \zeta + 2 \zeta^2 + 1 = \zeta^2$$`, "holds"],
  [String.raw`Let $\zeta^2 + \zeta + 1 = 0$. Then $$\zeta^{4} + 2\zeta^2 + 1 = \zeta + 2 \zeta^2 + 1 = \zeta^2 + 1$$`, "unchecked"],
  [String.raw`Suppose that $z^5 = 1$. Then $$z^7 + z^{11} = z^2 + z$$`, "holds"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
