/** Functions at vectors and matrices, the angle between two vectors, counts before squares, means of n terms. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const FIELD = String.raw`Let $\vec F(x,y) = \langle -y, x \rangle$ and $\vec r(t) = \langle \cos t, \sin t \rangle$. Then`;
const POLY = String.raw`Let $p(x) = x^2 - 5x + 6$ and let $A$ be a $3 \times 3$ matrix. Then`;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${FIELD} $$ \int_0^{2\pi} \vec F(\vec r(t)) \cdot \vec r\,'(t) \, dt = \int_0^{2\pi} 1 \, dt $$`, "holds"],
  [String.raw`${FIELD} $$ \int_0^{2\pi} \vec F(\vec r(t)) \cdot \vec r\,'(t) \, dt = \int_0^{2\pi} 2 \, dt $$`, "fails"],
  [String.raw`Let $f(x,y) = x^2 y$ and $\vec r(t) = \langle t, t^2 \rangle$. Then $$ \frac{d}{dt} f(\vec r(t)) = 4t^3 $$`, "holds"],
  [String.raw`Let $f(x,y) = x^2 y$ and $\vec r(t) = \langle t, t^2 \rangle$. Then $$ \frac{d}{dt} f(\vec r(t)) = 3t^3 $$`, "fails"],
  [String.raw`Let $f(x,y) = x^2 y$. Then $$ v = \nabla f(1,2) = \langle 4, 1 \rangle $$`, "holds"],
  [String.raw`Let $g$ be a function. Then $$ v = \nabla g(1,2) \cdot \mathbf{u} = 0 $$`, "given"],
  [String.raw`${POLY} $$ B = p(A) = A^2 - 5A + 6I $$`, "holds"],
  [String.raw`${POLY} $$ B = p(A) = A^2 - 5A + 7I $$`, "fails"],
  [String.raw`${POLY} $$ p(A) A = (A - 2I)(A - 3I) A $$`, "holds"],
  [String.raw`$$ |\vec v - \vec w|^2 = |\vec v|^2 + |\vec w|^2 - 2 |\vec v| |\vec w| \cos\theta $$`, "holds"],
  [String.raw`$$ |\vec v - \vec w|^2 = |\vec v|^2 + |\vec w|^2 - |\vec v| |\vec w| \cos\theta $$`, "given"],
  [String.raw`$$ \vec v \cdot \vec w = |\vec v| |\vec w| \cos\theta $$`, "holds"],
  [String.raw`$$ \vec v \cdot \vec w = |\vec v| |\vec w| \sin\theta $$`, "given"],
  [String.raw`Thus $$ n (\bar{y})^2 + n(\bar{y} - \mu)^2 = 2 n \bar{y}^2 - 2 n \mu \bar y + n \mu^2 $$`, "holds"],
  [String.raw`The estimate is $$ T = 2 \bar{X_n} = \frac{2}{n} \sum_{i=1}^n X_i $$`, "holds"],
  [String.raw`The estimate is $$ T = 2 \bar{X_n} = \frac{1}{n} \sum_{i=1}^n X_i $$`, "fails"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
