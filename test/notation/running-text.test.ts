/** Words as left sides in running text, quantities in two units side by side. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`5\text{ ft } 6\text{ in} = 66\text{ in}`, "holds"],
  [R`5\text{ ft } 6\text{ in} = 65\text{ in}`, "fails"],
  [R`2\text{ h } 30\text{ min} = 150\text{ min}`, "holds"],
  [R`1\,\mathrm{m}\,20\,\mathrm{cm} = 120\,\mathrm{cm}`, "holds"],
  [R`1\text{ h }20\text{ min }30\text{ s} = 4830\text{ s}`, "holds"],
  [R`2\text{ m} \times 3\text{ m} = 6\text{ m}^2`, "holds"],
  [R`2 \cdot 5\text{ kg} + 3\text{ kg} = 13\text{ kg}`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`With $600\text{ g}$ of flour, sugar $= \frac{2}{3} \times 600\text{ g} = 400\text{ g}$.`, "holds"],
  [R`With $600\text{ g}$ of flour, sugar $= \frac{2}{3} \times 600\text{ g} = 300\text{ g}$.`, "fails"],
  [R`Perimeter $= 2(8 + 5) = 26$ and area $= 8 \cdot 5 = 40$.`, "holds"],
  [R`Perimeter $= 2(8 + 5) = 26$ and area $= 8 \cdot 5 = 45$.`, "fails"],
  [R`We have $2 + 3$ which is $= 5$.`, "holds"],
  [R`We have $2 + 3$ which is $= 6$.`, "fails"],
  [R`Clearly $(a+b)^2$ $= a^2 + 2ab + b^2$.`, "holds"],
  [R`Clearly $(a+b)^2$ $= a^2 + 2ab + 3b^2$.`, "fails"],
  [R`$2$ & $>0$ & $<0$ \\\\`, "unchecked"],
  [R`The hall is $30$ wide. It has a height of $\approx 4.2$.`, "unchecked"],
  [R`With $2^{10}$ points each step moves it by $< 0.01$ at most.`, "unchecked"],
  [R`A first value at $t = 0.2$ ($\ge 0.8$).`, "unchecked"],
  [R`The yield is $0.6$ at $t = 0.2$, $\approx 0.7$ later.`, "unchecked"],
  [R`A quarter, $\frac14$, of them; there are $\le 0.1$ of the others.`, "unchecked"],
  [R`With $\frac12$ an hour for $\le 3$ of them, the expected waiting time is: $$= \frac{2 + 4}{2} + 1$$`, "defines"],
  [R`So $1 + 4$ clearly $= 6$.`, "fails"],
  [R`Base case: $3^2 > 3 + 2 \equiv 9 > 5$.`, "holds"],
  [R`Base case: $3^2 > 3 + 2 \equiv 9 > 15$.`, "fails"],
  [R`For the equivalence $x > 1 \equiv 2x > 2$ we get $2^4 = 16 \equiv 1 = 3 - 2 \pmod 5$.`, "holds"],
  [R`We know $2 \cdot 4$. This is $= 9$.`, "fails"],
  [R`The area $= 4$. For the other, area $= 7$.`, "defines"],
];

describe("running text", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
