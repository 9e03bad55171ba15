/** Terms of sequences that a recurrence and its first values determine, and formulas for them. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) =>
  stepsOf(check(text))
    .filter((s) => /[=≈]/.test(s.relation) && !/[<>]/.test(s.relation))
    .at(-1);
const linear = R`Let $b_1 = 3$ and $b_{n+1} = 2b_n - 1$. `;
const fibonacci = R`Let $F_1 = 1$, $F_2 = 1$ and $F_{n+2} = F_{n+1} + F_n$. `;
const halves = R`The costs are $T(1) = 1$ and $T(n) = 2T(n/2) + n$. `;
const later = R`Let $c_n = c_{n-1} + 3$ for $n \ge 3$, with $c_1 = 7$. `;
const cosines = R`We iterate $x_{n+1} = \cos(x_n)$ from $x_0 = 1$: $x_1 = 0.54$, $x_2 = 0.86$, `;
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
    // a recurrence that begins later
    [later, "Then $c_2 = 2$.", "defines"],
    [`${later}Here $c_2 = 2$. `, "Then $c_3 = 5$.", "holds"],
    [`${later}Here $c_2 = 2$. `, "Then $c_3 = 13$.", "fails"],
    // other first values
    ["Let $b_{n+1} = 2b_n - 1$. If $b_1 = 3$, then $b_2 = 5$. If $b_1 = 2$, ", "then $b_2 = 3$.", "holds"],
    ["Let $b_{n+1} = 2b_n - 1$. If $b_1 = 3$, then $b_2 = 5$. If $b_1 = 2$, ", "then $b_2 = 4$.", "fails"],
    [linear, "Take $b_1 = 2$ instead. Then $b_3 = 5$.", "holds"],
    [linear, "In the other town $b_2 = 6$.", "defines"],
    [linear, "Modulo 4, $b_3 = 1$.", "defines"],
    ["A loan: $B_{n+1} = 1.01 B_n - 100$, $B_0 = 1000$. ", "Then $B_1 = 910$, $B_2 = 819.1$.", "holds"],
    ["A loan: $B_{n+1} = 1.01 B_n - 100$, $B_0 = 1000$. ", "Then $B_1 = 911$.", "defines"],
    // rounded at each step
    [cosines, "$x_3 = 0.65$, $x_4 = 0.80$.", "holds"],
    [cosines, "$x_3 = 0.65$, $x_4 = 0.82$.", "fails"],
  ])("%s%s", (given, text, verdict) => expect(last(given + text)?.verdict).toBe(verdict));
});

describe("a formula for the general term", () => {
  it.each([
    [linear, "Hence $b_n = 2^n + 1$.", "holds"],
    [linear, "Hence $b_n = 2^n - 1$.", "fails"],
    [linear, R`Hence $b_n = 2^n - 1$ for $n \le 4$.`, "given"],
    [`${later}Here $c_2 = 2$. `, R`So $c_n = 3n - 4$ for $n \ge 2$.`, "holds"],
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
      fixes: [{ title: 'Change the sign "-" to "+": $+ 1$' }],
    });
  });
});
