/** Mistakes in plain numbers and in answers: division by zero, intervals, roots that are listed, rates in exponents, conditions of several cases. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("plain numbers", () => {
  it.each([
    ["a slope without a run", String.raw`The slope is $\frac{0 - 1994}{0 - 0} = -1$.`, "fails"],
    ["a quotient by zero", String.raw`So $\frac{6}{3 - 3} = 2$.`, "fails"],
    ["said to be undefined", String.raw`The quotient $\frac{6}{3 - 3} = 2$ is undefined.`, "unchecked"],
    ["an infinite value", String.raw`Formally $\frac{1}{0} = \infty$.`, "unchecked"],
    ["an interval", String.raw`The interval is $52.3 \pm 1.37 = (50.93, 53.67)$.`, "holds"],
    ["with digits that changed places", String.raw`The interval is $52.3 \pm 1.37 = (50.93, 53.76)$.`, "fails"],
    ["in brackets", String.raw`$10 \pm 2 = [8, 12]$`, "holds"],
    ["two values, the larger first", String.raw`$3 \pm \sqrt4 = (5, 1)$`, "holds"],
    ["a wrong end", String.raw`$10 \pm 2 = [8, 13]$`, "fails"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("answers", () => {
  it.each([
    ["roots that are listed", "The roots of $x^2 - 5x + 6 = 0$ are $x = 2$ and $x = 3$.", "holds"],
    ["a wrong one", "The roots of $x^2 - 5x + 6 = 0$ are $x = 2$ and $x = 4$.", "fails"],
    ["a rate", String.raw`Half remains, so $e^{-10k} = \frac12$, so $k = \frac{\ln 2}{10}$.`, "holds"],
    ["a wrong rate", String.raw`Half remains, so $e^{-10k} = \frac12$, so $k = \frac{\ln 2}{5}$.`, "fails"],
    ["another unknown", "The roots of $x^2 - 5x + 6 = 0$ are distinct. The constant is $x = 4$.", "given"],
    ["where a function is largest", String.raw`We have $q^3 (1 - q)^2 = \frac{1}{3}$, so maximising this gives $q = \frac35$.`, "given"],
    ["what the roots are for", "The roots of $x^2 = 4$ are used when $x = 3$.", "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("conditions of several cases", () => {
  const cases = String.raw`If $h > 0$ then $\frac{|h|}{h} = 1$. If $h < 0$ then $\frac{|h|}{h} = -1$. `;
  it.each([
    ["what holds in each", String.raw`${cases}So $\frac{2h + h}{h} = \frac{3h}{h} = 3$.`, "holds"],
    ["what holds in none", String.raw`${cases}So $\frac{2h + h}{h} = \frac{3h}{h} = 4$.`, "fails"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});
