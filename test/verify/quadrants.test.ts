/** Angles that words put into a quadrant: the sign of what follows from a sine or a cosine. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const second = R`If $\sin\beta = \frac{5}{13}$ with $\beta$ in the second quadrant, then`;

it.each([
  [R`${second} $\cos\beta = -\frac{12}{13}$ and $\tan\beta = -\frac{5}{12}$.`, ["given", "holds", "holds"]],
  [R`${second} $\cos\beta = \frac{12}{13}$.`, ["given", "fails"]],
  [R`${second} $\cos\beta = -\frac{12}{13}$ and $\tan\beta = -\frac{5}{13}$.`, ["given", "holds", "fails"]],
  [R`Let $\beta$ be acute with $\cos\beta = \frac45$. Then $\sin\beta = \frac35$.`, ["given", "holds"]],
  // another quadrant is another case
  [
    R`First suppose that $\beta$ is in the first quadrant. Then $|\cos\beta| = \cos\beta$. Now let $\beta$ be in the third quadrant. Then $|\cos\beta| = -\cos\beta$.`,
    ["holds", "unchecked"],
  ],
])("%s", (text, verdicts) => expect(stepsOf(check(text)).map((s) => s.verdict)).toEqual(verdicts));
