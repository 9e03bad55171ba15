/** The largest and the smallest of a sample: its law by the distribution function, and nothing where it stands beside the sample. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const UNIFORM = R`Let $U_1,\dots,U_n$ be i.i.d. uniform on $[0,c]$ and $T = \max_i U_i$. `;
const WAITING = R`Let $Z_1,\dots,Z_n$ be i.i.d. exponential with rate $r$ and $T = \min(Z_1,\dots,Z_n)$. `;

const CASES: readonly (readonly [document: string, last: string])[] = [
  [R`${UNIFORM}Then $E[T] = \frac{n c}{n+1}$.`, "holds"],
  [R`${UNIFORM}Then $E[T] = \frac{c}{n+1}$.`, "fails"],
  [R`${UNIFORM}Then $\mathrm{Var}(T) = \frac{n c^2}{(n+1)^2(n+2)}$.`, "holds"],
  [R`${UNIFORM}For $0 < t < c$ we get $P(T \le t) = \frac{t^n}{c^n}$.`, "holds"],
  [R`${UNIFORM}For $0 < t < c$ we get $P(T \le t) = \frac{n t}{c}$.`, "fails"],
  [R`${WAITING}Then $E[T] = \frac{1}{n r}$.`, "holds"],
  [R`${WAITING}Then $\mathrm{Var}(T) = \frac{1}{n r^2}$.`, "fails"],
  // beside the sample, and without independence
  [R`${UNIFORM}Then $E[T U_1] = E[T] E[U_1]$.`, "unchecked"],
  [R`Let $U_1,\dots,U_n$ be uniform on $[0,c]$ and $T = \max_i U_i$. Then $E[T] = \frac{c}{n+1}$.`, "unchecked"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
