/** Partial derivatives of functions that nothing defines, by the names of their variables, at values of these. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`$$\frac{\partial}{\partial t}\big[h(st, s - t)\big] = s\,h_x(st, s - t) - h_y(st, s - t)$$`, "holds"],
  [String.raw`$$\frac{\partial}{\partial t}\big[h(st, s - t)\big] = s\,h_y(st, s - t) - h_x(st, s - t)$$`, "given"],
  // the document says in which order
  [String.raw`Let $w = h(y, x)$. $$\frac{\partial}{\partial t}\big[h(st, s - t)\big] = s\,h_y(st, s - t) - h_x(st, s - t)$$`, "holds"],
  [
    String.raw`Let $p(a,b) = ab$ and $q(a,b) = a + b$, and $w(a,b) = h(p(a,b), q(a,b))$ for $h(u, v)$. $$\frac{\partial}{\partial a}\big[h(p(a,b), q(a,b))\big] = b\,\frac{\partial h}{\partial u}(ab, a + b) + \frac{\partial h}{\partial v}(ab, a + b)$$`,
    "holds",
  ],
  [String.raw`$$\frac{\partial}{\partial t}\big[h_x(2t, s)\big] = 2 h_{xx}(2t, s)$$`, "holds"],
  [String.raw`$$\frac{\partial}{\partial t}\big[h_x(2t, s)\big] = 2 h_{xy}(2t, s)$$`, "given"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
