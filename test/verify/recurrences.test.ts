/** Terms of sequences that a recurrence and its first values determine, and formulas for them. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) => stepsOf(check(text)).at(-1);
const linear = R`Let $b_1 = 3$ and $b_{n+1} = 2b_n - 1$. `;
const fibonacci = R`Let $F_1 = 1$, $F_2 = 1$ and $F_{n+2} = F_{n+1} + F_n$. `;
const halves = R`The costs are $T(1) = 1$ and $T(n) = 2T(n/2) + n$. `;
const newton = R`We take $x_0 = 1$ and $x_{n+1} = x_n - \frac{x_n^2 - 3}{2x_n}$. `;

const decay = R`Let $v_t = \beta v_{t-1} + g$ with $v_0 = 0$ and constant $g$. `;

describe("a term", () => {
  it.each([
    [linear, "Then $b_3 = 9$.", "holds"],
    [linear, "Then $b_3 = 8$.", "fails"],
    [fibonacci, "So $F_9 = 34$.", "holds"],
    [fibonacci, "So $F_9 = 35$.", "fails"],
    [halves, "Then $T(8) = 32$.", "holds"],
    [halves, "Then $T(8) = 24$.", "fails"],
    [newton, "We find $x_1 = 2$ and $x_2 = 1.75$.", "holds"],
    [newton, R`We find $x_1 = 2$ and $x_2 \approx 1.65$.`, "fails"],
    [decay, R`Then $v_2 = (1+\beta)g$.`, "holds"],
    [decay, R`Then $v_2 = (1-\beta)g$.`, "fails"],
    ["Let $b_{n+1} = 2b_n - 1$. ", "Then $b_3 = 8$.", "defines"],
    [linear, "Now let $c_3 = 8$.", "defines"],
  ])("%s%s", (given, text, verdict) => expect(last(given + text)?.verdict).toBe(verdict));
});

describe("a formula for the general term", () => {
  it.each([
    [linear, "Hence $b_n = 2^n + 1$.", "holds"],
    [linear, "Hence $b_n = 2^n - 1$.", "fails"],
    [linear, "We guess that $b_n = 2^n - 1$.", "given"],
    [linear, "The general solution is $b_n = c 2^n + 1$.", "given"],
    [halves, R`Hence $T(n) = n \log_2 n + n$.`, "holds"],
    [halves, R`Hence $T(n) = n \log_2 n + 1$.`, "fails"],
    [decay, R`Hence $$v_t = g\sum_{k=0}^{t-1}\beta^k.$$`, "holds"],
    [decay, R`Hence $$v_t = \frac{1-\beta^t}{1-\beta}g.$$`, "holds"],
    [decay, R`Hence $$v_t = \frac{1+\beta^t}{1-\beta}g.$$`, "fails"],
  ])("%s%s", (given, text, verdict) => expect(last(given + text)?.verdict).toBe(verdict));

  it("names the place and both values, and mends it", () => {
    expect(last(`${linear}Hence $b_n = 2^n - 1$.`)).toMatchObject({
      witness: { values: { n: 1 }, left: 3, right: 1 },
      fixes: [{ title: 'Change the sign "-" to "+": $+1$' }],
    });
  });
});
