/** Integrals over regions that are written out: rectangles, discs, balls, conditions, circles in the plane of complex numbers. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\iint_{[0,1]\times[0,2]} x y \,dA = 1`, "holds"],
  [R`\iint_{[0,1]\times[0,2]} x y \,dA = 2`, "fails"],
  [R`\iint_{x^2+y^2\le 1} 1\,dA = \pi`, "holds"],
  [R`\iint_{x^2+y^2\le 1} 1\,dA = 2\pi`, "fails"],
  [R`\iint_{x^2+y^2\le 4} (x^2+y^2)\,dx\,dy = 8\pi`, "holds"],
  [R`\iiint_{x^2+y^2+z^2\le 1} dV = \frac{4\pi}{3}`, "holds"],
  [R`\iint_{0\le x\le 1,\ 0\le y\le x} y\,dA = \frac16`, "holds"],
  [R`\iint_{\substack{0\le x\le 1\\ 0\le y\le x}} y\,dA = \frac16`, "holds"],
  [R`\iint_{\substack{0\le x\le 1\\ 0\le y\le x}} y\,dA = \frac12`, "fails"],
  [R`\int_{[0,1]} x^2\,dx = \frac13`, "holds"],
  [R`\int_{\mathbb{R}} e^{-x^2}\,dx = \sqrt\pi`, "holds"],
  [R`\int_{\mathbb{R}^2} e^{-x^2-y^2}\,dx\,dy = \pi`, "holds"],
  [R`\int_0^1\!\!\!\int_0^x y\,dy\,dx = \frac16`, "holds"],
  [R`\int_{0}^{1}\int_{0}^{1-x}\int_0^{1-x-y} dz\,dy\,dx = \frac16`, "holds"],
  [R`\int_{x=0}^{1}\int_{y=0}^{x} y\,dy\,dx = \frac16`, "holds"],
  [R`\int_{x=0}^{x=1}\int_{y=0}^{y=x} y\,dy\,dx = \frac16`, "holds"],
  [R`\int_{x=0}^{x=1} 2 s\,ds = \int_0^1 4x\,dx`, "unchecked"],
  [R`\int_0^1 dx \int_0^x y\,dy = \frac16`, "holds"],
  [R`\oint_{|z|=1} \frac{dz}{z} = 2\pi i`, "holds"],
  [R`\oint_{|z|=1} \frac{dz}{z} = \pi i`, "fails"],
  [R`\oint_{|z|=2} \frac{e^z}{z-1}\,dz = 2\pi i e`, "holds"],
  [R`\oint_{|z-i|=1} \frac{1}{z^2+1}\,dz = \pi`, "holds"],
  [R`\int_0^{2\pi} e^{i\theta} e^{-i\theta} i\, d\theta = 2\pi i`, "holds"],
  [R`\int_0^{2\pi} \frac{1}{e^{it}} i e^{it}\, dt = 2\pi i`, "holds"],
  [R`\int_0^{2\pi} \frac{e^{2e^{it}}}{2e^{it}-1} 2 i e^{it}\, dt = 2\pi i e`, "holds"],
  [R`\oint_{|z|=3} \frac{e^z}{(z-1)^3}\,dz = \pi i e`, "holds"],
  [R`\oint_{|z|=3} \frac{e^z}{(z-1)^3}\,dz = 2\pi i e`, "fails"],
  [R`\frac{1}{2\pi i}\oint_{|z|=1} \frac{\cos z}{z}\,dz = 1`, "holds"],
  [R`\int_{|z|=1} z^2\,dz = 0`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $R = \{(x,y) \mid 0\le x\le 1,\ x^2 \le y \le x\}$. Then $$\iint_R x\,dA = \int_0^1\int_{x^2}^x x\,dy\,dx = \frac1{12}$$`, "holds"],
  [R`Let $R = \{(x,y) \mid 0\le x\le 1,\ x^2 \le y \le x\}$. Then $$\iint_R x\,dA = \int_0^1\int_{x^2}^x x\,dy\,dx = \frac1{10}$$`, "fails"],
  [R`where $R=[0,1]\times[0,1]$: $$\iint_R e^{x+y}\,dA = \left(\int_0^1 e^x dx\right)\left(\int_0^1 e^y dy\right) = (e-1)^2$$`, "holds"],
  [R`Let $D = \{(r,\theta): 0\le r\le 2, 0\le\theta\le\pi\}$. Then $$\iint_D r \,dr\,d\theta = 2\pi$$`, "holds"],
];

describe("integrals over regions", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
