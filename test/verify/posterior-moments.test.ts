/** Means and variances of posteriors that a text has up to a factor. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const POSTERIOR = R`Let $r\sim\mathrm{Gamma}(a,b)$ and $k\mid r\sim\mathrm{Poisson}(r)$. Then $$p(r\mid k)\propto r^{k}e^{-r}\,r^{a-1}e^{-br} = r^{a+k-1}e^{-(b+1)r}$$ so `;
const COUNTS = R`Let $r\sim\mathrm{Beta}(a,b)$. Then $$p(r\mid k)\propto r^k (1-r)^{n-k} r^{a-1}(1-r)^{b-1}$$ so `;

it.each([
  ["a mean", R`${POSTERIOR}$E[r\mid k] = \frac{a+k}{b+1}$.`, "holds"],
  ["a mean with a wrong sign", R`${POSTERIOR}$E[r\mid k] = \frac{a-k}{b+1}$.`, "fails"],
  ["a variance", R`${POSTERIOR}$\mathrm{Var}[r\mid k] = \frac{a+k}{(b+1)^2}$.`, "holds"],
  ["a variance without its square", R`${POSTERIOR}$\mathrm{Var}[r\mid k] = \frac{a+k}{b+1}$.`, "fails"],
  ["on the unit interval", R`${COUNTS}$E[r\mid k] = \frac{a+k}{a+b+n}$.`, "holds"],
  [
    "without the exposures of the data",
    R`Let $r\sim\mathrm{Gamma}(a,b)$. Then $$p(r\mid y)\propto r^{a+\sum_{i=1}^n y_i-1}e^{-(b+\sum_{i=1}^n t_i)r}$$ so $E[r\mid y] = \frac{a+\sum_{i=1}^n y_i}{b+n}$.`,
    "fails",
  ],
  [
    "with them",
    R`Let $r\sim\mathrm{Gamma}(a,b)$. Then $$p(r\mid y)\propto r^{a+\sum_{i=1}^n y_i-1}e^{-(b+\sum_{i=1}^n t_i)r}$$ so $E[r\mid y] = \frac{a+\sum_{i=1}^n y_i}{b+\sum_{i=1}^n t_i}$.`,
    "holds",
  ],
  ["the mode for the mean", R`${COUNTS}$E[r\mid k] = \frac{a+k-1}{a+b+n-2}$.`, "fails"],
])("%s", (_, text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
