/** Integrals around circles and along the real line against residues. */
import { describe, expect, it } from "vitest";
import { verdictOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\int_{-\infty}^{\infty} \frac{dx}{x^2+1} = \frac{\pi i}{i}`, "holds"],
  [R`\int_{-\infty}^{\infty} \frac{dx}{x^2+1} = 2\pi i \cdot \frac{1}{2i}`, "holds"],
  [R`\int_{0}^{1} x\,dx = \frac{i}{2i}`, "holds"],
  [R`\oint_{|z|=1} \frac{\cos z}{z^2}\,dz = 2\pi i`, "fails"],
  [R`\oint_{|z|=1} \frac{\cos z}{z^2}\,dz = 0`, "holds"],
  [R`\int_{-\infty}^{\infty} \frac{dx}{x^2+1} = 2\pi i \operatorname{Res}_{z=i} \frac{1}{z^2+1}`, "holds"],
  [R`\int_{-\infty}^{\infty} \frac{dx}{x^4+1} = \frac{\pi}{\sqrt2}`, "holds"],
  [R`\int_{-\infty}^{\infty} \frac{dx}{x^2+1} = 2\pi i \operatorname{Res}_{z=i} \frac{1}{(z-i)(z+i)} = 2\pi i \frac{1}{i+i} = \pi`, "holds"],
];

describe("contours", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
});
