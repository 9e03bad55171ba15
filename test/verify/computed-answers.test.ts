/** What is said to be a number, of names that have values, is a claim: "the interval is m ± 2s = …". */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;

it.each([
  [R`Let $s = 3$ and $m = 10$. The interval is $$m \pm 2s = 10 \pm 6.$$`, "holds"],
  [R`Let $s = 3$ and $m = 10$. The interval is $$m \pm 2s = 10 \pm 7.$$`, "fails"],
  [R`Let $s = 3$ and $m = 10$. The condition is $$m - 2s = 5.$$`, "given"],
  [R`Let $s = 3$ and $m = 10$. The equation to solve is $$m - 2s = 5.$$`, "given"],
])("%s", (text, verdict) => expect(stepsOf(check(text)).at(-1)?.verdict).toBe(verdict));
