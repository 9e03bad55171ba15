/** Words that deny a statement excuse it; the same words about something else do not. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  [R`We could have checked whether or not $\pm 2$ are roots: $(-2)^3 + 8 = 1$.`, true],
  [R`If we do not have a calculator handy, we can write $$\sqrt{8} = 3\sqrt 2$$`, true],
  [R`So we may write $$(a+b)^2 = a^2 + b^2$$`, true],
  [R`Students may write $(a+b)^2 = a^2+b^2$.`, false],
  [R`Decide whether $(a+b)^2 = a^2+b^2$.`, false],
  [R`We do not have $(a+b)^2 = a^2+b^2$ in general.`, false],
  [R`Determine whether the following is true: $(a+b)^2 = a^2+b^2$.`, false],
  [R`You might think $(a+b)^2 = a^2+b^2$.`, false],
])("%s", (text, fails) => expect(verdicts(`${text}\n`).at(-1) === "fails").toBe(fails));
