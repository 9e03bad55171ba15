/** Counts in experiments that words describe: each text, and its last verdict. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const HEADS = R`A fair coin is tossed 4 times. Let $H$ be the number of heads. `;
const MANY = R`We flip a fair coin $n$ times and let $H$ be the number of heads. `;
const SIXES = R`A fair die is rolled three times. Let $S$ be the number of sixes. `;
const SUM = R`Two fair dice are rolled. Let $S$ be the sum of the two dice. `;
const WITHOUT = R`An urn contains 5 green and 4 white balls. Two balls are drawn without replacement. Let $G$ be the number of green balls. `;
const WITH = R`A box has 2 red and 6 black marbles. Three marbles are drawn with replacement. Let $T$ be the number of red marbles drawn. `;

const TABLE: [string, string, string][] = [
  [HEADS, R`P(H = 2) = \frac38`, "holds"],
  [HEADS, R`P(H = 2) = \frac14`, "fails"],
  [HEADS, R`\mathrm{Var}(H) = 1`, "holds"],
  [HEADS, R`\mathrm{Var}(H) = 2`, "fails"],
  [MANY, R`E[H] = \frac{n}{2}`, "holds"],
  [MANY, R`\mathrm{Var}(H) = \frac{n}{2}`, "fails"],
  [SIXES, R`P(S \ge 1) = \frac{91}{216}`, "holds"],
  [SIXES, R`P(S \ge 1) = \frac{125}{216}`, "fails"],
  [SUM, R`E[S] = 7`, "holds"],
  [SUM, R`E[S] = 6`, "fails"],
  [SUM, R`P(S \ge 10) = \frac16`, "holds"],
  [SUM, R`P(S \ge 10) = \frac17`, "fails"],
  [WITHOUT, R`P(G = 2) = \frac{5}{18}`, "holds"],
  [WITHOUT, R`P(G = 2) = \frac{25}{81}`, "fails"],
  [WITHOUT, R`E[G] = \frac{10}{9}`, "holds"],
  [WITH, R`\mathrm{Var}(T) = \frac{9}{16}`, "holds"],
  [WITH, R`\mathrm{Var}(T) = \frac{3}{16}`, "fails"],
  // what is counted is not all of them
  [R`A fair coin is tossed 3 times. Let $H$ be the number of heads followed by a tail. `, R`E[H] = \frac12`, "unchecked"],
  [R`An urn contains 3 red and 2 blue balls. Two balls are drawn with replacement. Let $T$ be the number of red balls in the urn. `, "E[T] = 3", "unchecked"],
  [R`A fair coin is tossed 10 times. Let $H$ be the number of heads in the first three tosses. `, R`E[H] = \frac32`, "unchecked"],
  // other experiments
  [R`A fair coin is tossed until heads comes. Let $H$ be the number of tosses. `, "P(H = 2) = 3", "unchecked"],
  [R`A biased coin is tossed 4 times. Let $H$ be the number of heads. `, R`E[H] = \frac{12}{5}`, "unchecked"],
  [R`A fair coin is tossed 4 times, and then a fair die is rolled twice. Let $H$ be the number of heads. `, R`E[H] = 3`, "unchecked"],
];

describe("counts", () => {
  it.each(TABLE)("%s%s", (text, claim, verdict) => expect(verdictsOf(`${text}Then $${claim}$.`).at(-1)).toBe(verdict));
});

describe("values with probabilities", () => {
  it.each([
    [R`Let $P(X = 0) = 0.2$, $P(X = 1) = 0.5$ and $P(X = 3) = 0.3$. Then $E[X^2] = 3.2$.`, "holds"],
    [R`Let $P(X = 0) = 0.2$, $P(X = 1) = 0.5$ and $P(X = 3) = 0.3$. Then $E[X^2] = 4.2$.`, "fails"],
    [R`Let $P(X = 0) = 0.2$, $P(X = 1) = 0.5$ and $P(X = 3) = 0.3$. Then $P(X \ge 1) = 0.9$.`, "fails"],
    [R`Let $X_1, \dots, X_n$ be independent with $P(X_i = 1) = p$ and $P(X_i = -1) = 1 - p$. Then $E[X_i] = 2p - 1$.`, "holds"],
    [R`Let $X_1, \dots, X_n$ be independent with $P(X_i = 1) = p$ and $P(X_i = -1) = 1 - p$. Then $E[X_i] = 3p - 1$.`, "fails"],
  ])("%s", (text, verdict) => expect(verdictsOf(text).at(-1)).toBe(verdict));
});
