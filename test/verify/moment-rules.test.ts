/** What moments make of each other, in running text: it holds for all random names, is a slip, or is supposed. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`$\operatorname{Var}(X) = E[X^2] - E[X]^2$`, "holds"],
  [R`$\operatorname{Var}(X) = E[X^2] + E[X]^2$`, "fails"],
  [R`$\operatorname{Cov}(X,Y) = E[XY] - E[X]E[Y]$`, "holds"],
  [R`$\operatorname{Cov}(X,Y) = E[XY] + E[X]E[Y]$`, "fails"],
  [R`$\operatorname{Var}(X) = E[\operatorname{Var}(X|Y)] + \operatorname{Var}(E[X|Y])$`, "holds"],
  [R`$\operatorname{Var}(X) = E[\operatorname{Var}(X|Y)] - \operatorname{Var}(E[X|Y])$`, "fails"],
  [R`We assume $E[XY] = E[X]E[Y]$.`, "given"],
  [R`We assume $\operatorname{Var}(X) = \operatorname{Var}(Y)$.`, "given"],
  [R`Suppose $E[X^2] = E[Y]E[X]$.`, "given"],
  [R`Let $X$ and $Y$ be such that $E[X|Y] = E[X]$.`, "given"],
])("%s", (text, verdict) => expect(verdicts(`${text}\n`).at(-1)).toBe(verdict));
