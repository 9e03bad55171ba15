/** What words keep constant no derivative takes along; of rates in a formula nothing is known at other places. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const SPIN = R`$h = m \rho^2 \dot\psi$`;
const W = R`$W(\rho) = \frac{h^2}{2 m \rho^2} + c \rho$`;

it.each([
  ["a conserved quantity", R`The spin ${SPIN} is conserved. With ${W} we have $$W'(\rho) = -\frac{h^2}{m \rho^3} + c.$$`, "holds"],
  ["the same with a power too low", R`The spin ${SPIN} is conserved. With ${W} we have $$W'(\rho) = -\frac{h^2}{m \rho^2} + c.$$`, "fails"],
  ["said before", R`The conserved spin is ${SPIN}. With ${W} we have $$\frac{dW}{d\rho} = -\frac{h^2}{m \rho^3} + c.$$`, "holds"],
  ["said before, of it", R`There is a constant of motion ${SPIN}. With ${W} we have $$\frac{dW}{d\rho} = -\frac{h^2}{m \rho^3} + c.$$`, "holds"],
  ["said later", R`Let $h = m \rho^2 w$. Here $h$ remains constant. With ${W} we have $$\frac{dW}{d\rho} = -\frac{h^2}{m \rho^3} + c.$$`, "holds"],
  ["said not to be", R`Let $h = m \rho^2 w$. Here $h$ is not constant. With ${W} we have $$\frac{dW}{d\rho} = -\frac{h^2}{m \rho^3} + c.$$`, "fails"],
  ["its own derivative", R`Here $h = m \rho^2$ is constant. $$\frac{dh}{d\rho} = 3 m \rho$$`, "fails"],
  ["nothing said, with a rate in it", R`Let ${SPIN} and ${W}. Then $$W'(\rho) = -\frac{h^2}{m \rho^3} + c.$$`, "unchecked"],
  ["nothing said, without a rate", R`Let $h = m \rho^2$ and ${W}. Then $$W'(\rho) = -\frac{h^2}{m \rho^3} + c.$$`, "fails"],
])("%s", (_, text, last) => {
  expect(verdicts(text).pop()).toBe(last);
});
