/** f²(x) as the square of a value, or as f(f(x)) where only that holds; partial derivatives of partial derivatives. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const LINE = "Let $f(x) = 2x+1$.\n\n";
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${LINE}$$ f^2(3) + 1 = 50 $$`, "holds"],
  [String.raw`${LINE}$$ f^2(5) = 24 $$`, "fails"],
  [String.raw`${LINE}$$ f^2(x) = f(f(x)) = 4x + 3 $$`, "holds"],
  [String.raw`${LINE}$$ f^2(x) = f(f(x)) = 4x + 2 $$`, "fails"],
  [String.raw`Let $g$ and $h$ be functions. $$ g^2(x) - h^2(x) = (g(x) - h(x))(g(x) + h(x)) $$`, "holds"],
  [String.raw`Let $g$ and $h$ be functions. $$ g^2(x) - h^2(x) = (g(x) - h(x))(g(x) + 2h(x)) $$`, "fails"],
  [String.raw`$$ (x+h)^3 - x^3 = h(3x^2+3xh+h^2) = 3x^2h + h^2(3x+h) $$`, "holds"],
  [String.raw`Let $y(x)$ solve $y' = y^2(1+x)$. So $$ \frac{y'}{y^2} = 1 + x $$`, "holds"],
  [String.raw`The partial derivatives are $f_x(x,y) = 2xy^3$. Then $$ f_{xy}(x,y) = (f_x)_y(x,y) = 6xy^2 $$`, "holds"],
  [String.raw`The partial derivatives are $f_x(x,y) = 2xy^3$. Then $$ f_{xy}(x,y) = (f_x)_y(x,y) = 6xy $$`, "fails"],
  [String.raw`Let $f(x,y) = x^2y^3$. Then $$ f_{xy}(x,y) = (f_x)_y(x,y) = 6xy^2 $$`, "holds"],
  [String.raw`Let $f(x,y) = x^2y^3$. Then $$ f_{xy}(x,y) = \frac{\partial}{\partial y} f_x(x,y) = \frac{\partial f_x}{\partial y} $$`, "holds"],
  [String.raw`Let $f(x,y) = x^2y^3$. Then $$ f_{xy}(x,y) = \frac{\partial f_x}{\partial y} = 6xy $$`, "fails"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
