/** What the generator and its readers found, one line a case. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const TABLES: Record<string, [string, string][]> = {
  "derivatives of complex functions": [
    ["$$\\frac{d}{dx} e^{ix} = i e^{ix}$$", "holds"],
    ["$$\\frac{d}{dx} e^{ix} = -i e^{ix}$$", "fails"],
    ["$$\\frac{d^2}{dx^2} e^{ikx} = -k^2 e^{ikx}$$", "holds"],
    ["Let $z \\in \\mathbb{C}$.\n$$\\frac{d}{dz} z^3 = 3z^2$$", "holds"],
    ["$$\\frac{d}{dx} \\frac{1}{x+i} = -\\frac{1}{(x+i)^2}$$", "holds"],
  ],
  "complex numbers that words declare": [
    ["Let $z_2 \\in \\mathbb{C}$.\n$$\\frac{z_2}{|z_2|^2} = \\frac{1}{z_2}$$", "fails"],
    ["Let $z$ be a complex number.\n$$|z|^2 = z^2$$", "fails"],
    ["For complex $z$ we have\n$$|z|^2 = z^2$$", "fails"],
    ["Let $z$ and $w$ be complex numbers.\n$$|zw|^2 = z^2 |w|^2$$", "fails"],
    ["Let $z$ and $w$ be complex numbers.\n$$|zw| = |z||w|$$", "holds"],
    ["Let $x$ be a real number.\n$$|x|^2 = x^2$$", "holds"],
  ],
  "names with indices": [
    ["$$\\int x_1 \\,dx_1 = \\frac{x_1^2}{2} + C$$", "holds"],
    ["$$\\int x_1 \\,dx_1 = \\frac{x_1^2}{3} + C$$", "fails"],
    ["Suppose $t, x_2, z > 0$. Show that\n$$\\frac{t + x_2 + z}{3} \\ge \\sqrt[3]{t x_2 z}$$", "holds"],
  ],
  "lists of names": [
    ["Let $a$ and $b$ be positive numbers. Then\n$$\\sqrt{a^2} + \\sqrt{b^2} = a + b$$", "holds"],
    ["Assume that $a$, $b$, and $c$ are positive. Then\n$$\\sqrt{a^2} + \\sqrt{b^2} = a + b$$", "holds"],
    ["Assume that $a$ is real and $b$ is positive. Then\n$$\\sqrt{a^2} + \\sqrt{b^2} = a + b$$", "holds-if"],
  ],
  "reasoning in a circle": [
    ["$$\\frac{a+b}{c} = \\frac{a}{c} + 1 = \\frac{b}{c} + \\frac{a}{c}$$", "unchecked"],
    ["$$s(x + b) = sx + ss = sx + bs$$", "unchecked"],
  ],
  "branches that a division loses": [
    ["$$ab = ac \\implies b = c$$", "given"],
    ["$$(x-1)(y-2) = 0 \\implies x = 1 \\text{ or } y = 2$$", "holds"],
    ["Let $a \\ne 0$. Then\n$$ab = ac \\implies b = c$$", "holds"],
    ["$$PV = nRT \\implies V = \\frac{nRT}{P}$$", "holds"],
  ],
  "coincidences and contradictions": [
    ["$$e^{\\pi\\sqrt{163}} = 640320^3 + 744$$", "fails"],
    ["$$\\sqrt{5 + 2\\sqrt6} = \\sqrt2 + \\sqrt3$$", "holds"],
    ["Assume $x > 0$ and $x < 0$. Then\n$$\\sqrt{x^2} = 2x$$", "unchecked"],
  ],
  "evaluations between bounds": [
    ["$$\\int_0^\\pi \\sin x\\,dx = [\\cos x]_0^\\pi$$", "fails"],
    ["$$\\int_0^\\pi \\sin x\\,dx = \\cos x \\Big|_0^\\pi$$", "fails"],
    ["$$\\int_0^\\pi \\sin x\\,dx = -\\cos x \\Big|_0^\\pi$$", "holds"],
    ["$$\\int_1^t \\frac{1}{x^2} dx = -\\frac1x\\Big|_1^t = 1 - \\frac1t$$", "holds"],
  ],
  "units by units": [
    ["$$v = 72\\,\\text{km/h} = 20\\,\\text{m/s}$$", "holds"],
    ["$$v = 72\\,\\text{km/h} = 21\\,\\text{m/s}$$", "fails"],
    ["$$36\\text{ km/h} + 36\\text{ km/h} = 73\\text{ km/h}$$", "fails"],
  ],
  "compositions of functions with formulas": [
    ["Let $f(x) = 2x + 1$. Then\n$$f(f(x)) = 4x + 3$$", "holds"],
    ["Let $f(x) = 2x + 1$. Then\n$$f(f(x)) = 4x + 2$$", "fails"],
  ],
  "limits in indexed names": [
    ["$$\\lim_{x_1 \\to 0} \\frac{e^{x_1}-1}{x_1} = 1$$", "holds"],
    ["$$\\lim_{x_1 \\to 1} \\frac{e^{x_1}-1}{x_1} = \\lim_{x_1 \\to 0} \\frac{e^{x_1}-1}{x_1}$$", "fails"],
  ],
  "named densities with plain letters": [
    ["$$\\ln \\mathcal{N}(v \\mid a, b) = -\\frac12 \\ln (2\\pi b) - \\frac{(v-a)^2}{2b}$$", "holds"],
    ["$$\\frac{\\partial}{\\partial v} \\ln \\mathcal{N}(v \\mid x, b) = -\\frac{v-x}{b}$$", "holds"],
    ["$$\\frac{\\partial}{\\partial v} \\ln \\mathcal{N}(v \\mid x, b) = \\frac{v-x}{b}$$", "fails"],
  ],
};

const ARROWS: [string, string][] = [
  ["ab = ac \\implies b = c", "holds-if"],
  ["ab = 0 \\implies a = 0", "holds-if"],
  ["\\sin x = 0 \\implies x = 0", "holds-if"],
  ["x y z = 0 \\implies x = 0", "holds-if"],
  ["\\sin x = 0 \\implies x = 1", "fails"],
  ["2x = 6 \\implies x = 3", "holds"],
];
describe("arrows", () => it.each(ARROWS)("%s: %s", (latex, verdict) => expect(verdictsOf(`$$${latex}$$\n`)[1]).toBe(verdict)));

for (const [name, table] of Object.entries(TABLES))
  describe(name, () => it.each(table)("%s is %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict)));
