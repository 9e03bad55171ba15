/** Regions that limits of integration describe, areas and volumes by name, and fields of which only the divergence is known. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`We find $$\iint_D x y^2 \,dA = \int_0^2 \int_0^{x} x y^2 \,dy\,dx$$`, "holds-if"],
  [String.raw`We find $$\iint_D x y^2 \,dA = \int_0^2 \int_0^{x} x y \,dy\,dx$$`, "unchecked"],
  [String.raw`We find $$\iint_D x y^2 \,dA = \int_0^2 \int_0^{x} x y^2 \,dy\,dx$$ and so $$\iint_D y\,dA = \frac43$$`, "holds"],
  [String.raw`We find $$\iint_D x y^2 \,dA = \int_0^2 \int_0^{x} x y^2 \,dy\,dx$$ and so $$\iint_D y\,dA = \frac53$$`, "fails"],
  [String.raw`Let $D = \{(x,y) : 0 \le x \le 2,\ 0 \le y \le x\}$. Then $$\iint_D 3\,dA = 3\,\text{Area}(D) = 6$$`, "holds"],
  [String.raw`Let $D = \{(x,y) : 0 \le x \le 2,\ 0 \le y \le x\}$. Then $$\iint_D 3\,dA = 3\,\text{Area}(D) = 7$$`, "unchecked"],
  [String.raw`$$\iiint_E 5\,dV = 5\,\text{Volume}(E)$$`, "holds"],
  [String.raw`The divergence is $$\nabla\cdot\mathbf{G} = 3z - 1.$$ So $$\iiint_E \nabla\cdot\mathbf{G}\,dV = \iiint_E (3z - 1)\,dV$$`, "holds"],
  [String.raw`By the theorem $$\iint_S \mathbf{G}\cdot\hat{\mathbf{n}}\,dS = \iiint_E \nabla\cdot\mathbf{G}\,dV$$`, "holds-if"],
  [String.raw`By the theorem $$\iint_S \mathbf{G}\cdot\hat{\mathbf{n}}\,dS = \iiint_E 2\nabla\cdot\mathbf{G}\,dV$$`, "unchecked"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
