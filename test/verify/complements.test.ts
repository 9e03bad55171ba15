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

/** What words suppose of the events of a formula, as long as it is supposed. */
const SUPPOSED: readonly (readonly [text: string, last: string])[] = [
  [R`For disjoint events, $P(A \cup B) = P(A) + P(B)$.`, "holds"],
  [R`For disjoint events, $P(A \cup B) = P(A) + P(B)$. In general, $P(A \cup B) = P(A) + P(B)$.`, "unchecked"],
  [R`For independent events, $P(A \cup B) = P(A) + P(B) - P(A)P(B)$.`, "holds"],
  [R`For independent events, $P(A \cup B) = P(A) + P(B)$.`, "fails"],
  [R`For mutually exclusive events $P(A \cap B) = 0$.`, "holds"],
  [R`For independent random variables, $\operatorname{Var}(X - Y) = \operatorname{Var}(X) - \operatorname{Var}(Y)$.`, "fails"],
  [R`$D_{KL}(p\|q) = D_{KL}(q\|p)$.`, "fails"],
  [R`It is false that $D_{KL}(p\|q) = D_{KL}(q\|p)$.`, "unchecked"],
  [R`If $p = q$, then $D_{KL}(p\|q) = 0$.`, "given"],
  // what the events of an example are like is no matter of what was supposed of others
  [
    R`The probability of event $A$ given event $B$ is $P(A|B)$. If the events are independent, it is $P(A \cap B) = P(A) \times P(B)$. There are 33 numbers, so: $$P(A) = \frac{33}{100}$$ Thus: $$P(A \cap B) = \frac{4}{100}$$`,
    "unchecked",
  ],
];
it.each(SUPPOSED)("supposed: %s", (text, last) => {
  expect(verdicts(text).at(-1)).toBe(last);
});
