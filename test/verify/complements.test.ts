/** Complements of events behind a bar, by a bar, a prime or a c. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const rows: readonly (readonly [text: string, last: string])[] = [
  [R`Then $P(A) = P(A\mid B)P(B) + P(A\mid \bar B)P(\bar B)$.`, "holds"],
  [R`Then $P(A) = P(A\mid B)P(B) + P(A\mid B')P(B')$.`, "holds"],
  [R`Then $P(A) = P(A\mid B)P(B) + P(A\mid B^c)P(B^c)$.`, "holds"],
  [R`Then $P(A) = P(A\mid \bar B)P(B) + P(A\mid \bar B)P(\bar B)$.`, "fails"],
  [R`Then $P(A) = P(A\mid B)P(B) - P(A\mid \bar B)P(\bar B)$.`, "fails"],
  [R`Then $P(A) = P(A\mid B)P(B) + P(A\mid B^c)P(B)$.`, "fails"],
];

describe("complements", () => {
  it.each(rows)("%s", (text, last) => {
    expect(verdicts(text).at(-1)).toBe(last);
  });
  it.each([
    [R`Then $P(A) = P(A\mid \bar B)P(B) + P(A\mid \bar B)P(\bar B)$.`, R`Replace $\bar B$ by $B$`],
    [R`Then $P(A) = P(A\mid B)P(B) + P(A\mid B^c)P(B)$.`, R`Replace $B$ by $B^c$`],
  ])("%s: the mark that is wrong", (text, title) => {
    expect(stepsOf(check(text)).at(-1)?.fixes?.[0].title).toBe(title);
  });
});
