/** Signs that students leave out: the limit in a later row, the differential of an integral. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;

describe("a limit whose sign is left out", () => {
  it.each<[string, string[]]>([
    [R`\lim_{h\to 0} \frac{(2+h)^2 - 4}{h} = \frac{4h + h^2}{h} = 4 + h = 4`, ["holds-if", "holds", "holds-if"]],
    [R`\lim_{h\to 0} \frac{(2+h)^2 - 4}{h} = \frac{4h + h^2}{h} = 4 + h = 5`, ["holds-if", "holds", "fails"]],
    [R`\lim_{h\to 0} \frac{(2+h)^2 - 4}{h} = \frac{4h + 3h^2}{h} = 4`, ["unchecked", "holds-if"]],
    [R`\lim_{h\to 0} \frac{(2+h)^2 - 4}{h} = \frac{5h + h^2}{h} = 4`, ["fails", "fails"]],
    [R`\lim_{n\to\infty} n^2 = n = \infty`, ["unchecked", "given"]],
    [R`\lim_{n\to\infty} \frac{n+3}{2n} = \frac{1 + 3/n}{2} = \frac12`, ["holds-if", "holds-if"]],
    [R`\lim_{h\to 0} \frac{(2+h)^2 - 4}{h} = \lim_{h\to 0} (4 + h) = 4`, ["holds", "holds"]],
    [R`\lim_{x\to 0} \frac{\sin x}{x} = \frac{\cos x}{1} = 1`, ["unchecked", "holds-if"]],
  ])("%s", (chain, expected) => expect(verdicts(`$$${chain}$$`)).toEqual(expected));

  it("names the limit", () => {
    const [step] = stepsOf(check(R`$$\lim_{x\to 3} \frac{x^2-9}{x-3} = x + 3$$`));
    expect(step.holdsIf).toBe(R`x \to 3`);
    expect(step.message).toContain("left out on the right side");
  });
});

describe("an integral whose differential is left out", () => {
  it.each<[string, string[]]>([
    [R`\int_0^1 t e^t \, dt = \left[t e^t\right]_0^1 - \int_0^1 e^t = 1`, ["holds", "holds"]],
    [R`\int_0^1 x^3 = \frac14`, ["holds"]],
    [R`\int_0^1 x^3 = \frac13`, ["fails"]],
    [R`\int_0^2 (4 - x^2) = 8 - \frac83`, ["holds"]],
    [R`\int_0^1 c = c`, ["unchecked"]],
    [R`\int_0^t e^{-\lambda s} = \frac{1 - e^{-\lambda t}}{\lambda}`, ["unchecked"]],
    [R`\int_a^b f = \int_a^c f + \int_c^b f`, ["holds"]],
  ])("%s", (chain, expected) => expect(verdicts(`$$${chain}$$`)).toEqual(expected));

  it("says by what it is taken", () => {
    expect(stepsOf(check(R`$$\int_0^1 x^3 = \frac14$$`))[0].reading).toEqual(["the integral that has no differential is taken by x"]);
  });
});
