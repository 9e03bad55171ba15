/** Rules of differentiation for functions that nothing defines: all of their letters are functions, and what breaks a rule is no equation to be solved. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`$$(fg)' = f'g + fg'$$`, "holds"],
  [R`$$(fg)' = f'g - fg'$$`, "fails"],
  // the other letter is a function, too
  [R`$$(fg)' = f'g$$`, "given"],
  [R`$$\frac{d}{dx}(uv) = u'v$$`, "given"],
  [R`$$(cf)' = cf'$$`, "holds"],
  [R`$$\left(\frac uv\right)' = \frac{u'v - uv'}{v}$$`, "fails"],
  [R`$$\left(\frac 1f\right)' = \frac{f'}{f^2}$$`, "fails"],
  [R`The product rule says $(uv)' = u'v'$.`, "fails"],
  [R`By the chain rule, $\frac{d}{dx} f(g(x)) = f'(g(x))$.`, "fails"],
  [R`By the chain rule, $\frac{d}{dx} f(g(x)) = f'(g(x))\,g'(x)$.`, "holds"],
  [R`The chain rule: $$(f\circ g)'(x) = f'(x)g'(x)$$`, "fails"],
  [R`By the power rule $f'(x) = nx^{n-1}$.`, "given"],
  [R`A common mistake is to write the product rule as $(uv)' = u'v'$.`, "unchecked"],
])("%s", (text, verdict) => expect(verdicts(`${text}\n`).at(-1)).toBe(verdict));
