/** One letter for a function of numbers and for one of random variables: each formula is about its own. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const ENTROPY = String.raw`Let $h(p) = -p\log_2 p - (1-p)\log_2(1-p)$ be the binary entropy and $h(Y \mid X)$ a differential one. `;
/** A formula for one of them further below does not part those before it. */
const FAMILY = String.raw`Let $p(x, z) = p(x \mid z) p(z)$ and let $q(z)$ be any density. `;
const LATER = "\n\nThat is all.\n\nFor $p(z) = N(0, 1)$ this is plain.";

const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${ENTROPY}We get $h(0.25) \approx 0.8113$.`, "holds"],
  [String.raw`${ENTROPY}We get $h(0.25) \approx 0.7113$.`, "fails"],
  [String.raw`${ENTROPY}For $0 < t < 1$ we have $h(t) = h(1 - t)$.`, "holds"],
  [String.raw`${ENTROPY}Now $h(X) = h(Y)$.`, "given"],
  [String.raw`${FAMILY}$$E_q[\log p(z \mid x)] + \log p(x) - E_q[\log q(z)] = \log p(x) - KL(q(z) \| p(z \mid x)).$$ ${LATER}`, "holds"],
  [String.raw`${FAMILY}$$E_q[\log p(z \mid x)] + \log p(x) - E_q[\log q(z)] = \log p(x) + KL(q(z) \| p(z \mid x)).$$ ${LATER}`, "fails"],
  // a count by the letter of a function
  [String.raw`Let $K(a, b) = a^2 - b$. For $K$ weights $$\frac{1}{K^2}\sum_{k=1}^K s = \frac{s}{K}.$$`, "holds"],
  [String.raw`Let $K(a, b) = a^2 - b$. For $K$ weights $$\frac{1}{K^2}\sum_{k=1}^K s = \frac{s}{K^2}.$$`, "fails"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(document.endsWith(LATER) ? -2 : -1)).toBe(verdict));
