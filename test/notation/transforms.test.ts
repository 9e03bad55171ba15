/** Laplace transforms and their inverses, residues. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`\mathcal{L}\{e^{at}\}(s) = \frac{1}{s-a}`, "holds"],
  [R`\mathcal{L}\{t^2\} = \frac{2}{s^3}`, "holds"],
  [R`\mathcal{L}\{t^2\} = \frac{2}{s^2}`, "fails"],
  [R`\mathcal{L}\left\{\sin(3t)\right\} = \frac{3}{s^2+9}`, "holds"],
  [R`\mathcal{L}^{-1}\left\{\frac{1}{s^2+1}\right\} = \sin t`, "holds"],
  [R`\mathcal{L}^{-1}\left\{\frac{1}{s(s+1)}\right\} = 1 - e^{-t}`, "holds"],
  [R`\mathcal{L}^{-1}\left\{\frac{1}{s(s+1)}\right\} = 1 + e^{-t}`, "fails"],
  [R`\mathcal{L}\{3f(t)+2g(t)\} = 3\mathcal{L}\{f(t)\}+2\mathcal{L}\{g(t)\}`, "holds"],
  [R`\operatorname{Res}_{z=0} \frac{e^z}{z^2} = 1`, "holds"],
  [R`\operatorname{Res}\left(\frac{1}{z^2+1}, i\right) = \frac{1}{2i}`, "holds"],
  [R`\operatorname{Res}\left(\frac{1}{z^2+1}, i\right) = \frac{1}{2}`, "fails"],
  [R`\underset{z=i}{\operatorname{Res}} \frac{1}{z^2+1} = \frac{1}{2i}`, "holds"],
  [R`\mathcal{L}\{\cos(at)\} = \frac{s}{s^2+a^2}`, "holds"],
  [R`\mathcal{L}\{\cos(at)\} = \frac{a}{s^2+a^2}`, "fails"],
  [R`\mathcal{L}\{3t + 2e^{-t}\} = 3\mathcal{L}\{t\} + 2\mathcal{L}\{e^{-t}\} = \frac{3}{s^2} + \frac{2}{s+1}`, "holds"],
  [R`\mathcal{L}^{-1}\left\{\frac{2}{s^2+4}\right\} = \sin(2t)`, "holds"],
  [R`\mathcal{L}^{-1}\left\{\frac{2}{s^2+4}\right\} = 2\sin(2t)`, "fails"],
  [
    R`\mathcal{L}^{-1}\left\{\frac{3s+5}{s^2+4}\right\} = 3\mathcal{L}^{-1}\left\{\frac{s}{s^2+4}\right\} + \frac52\mathcal{L}^{-1}\left\{\frac{2}{s^2+4}\right\} = 3\cos(2t) + \frac52\sin(2t)`,
    "holds",
  ],
  [R`y(t) = \mathcal{L}^{-1}\left\{\frac{1}{(s+1)^2}\right\} = te^{-t}`, "holds"],
  [R`\mathcal{L}\{1\} = \frac1s`, "holds"],
  [R`\operatorname{Res}_{z=1}\frac{z^2}{(z-1)^2} = 2`, "holds"],
  [R`\operatorname*{Res}_{z=0}\frac{\sin z}{z^4} = -\frac16`, "holds"],
  [R`\mathcal{L}(q) = \mathcal{L}(q)`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $f(z) = \frac{1}{z(z-2)}$. $$\operatorname{Res}(f, 0) = -\frac12$$`, "holds"],
  [R`Let $f(z) = \frac{1}{z(z-2)}$. $$\operatorname{Res}(f, 0) = \frac12$$`, "fails"],
];

describe("transforms and residues", () => {
  it("takes the transform of a constant for no formula", () =>
    expect(verdictsOf(R`$$\mathcal{L}[a] = \frac{a}{p}$$ $$\mathcal{L}[e^{at}] = \frac{1}{p - a}$$`)).toEqual(["defines", "given"]));
  it("takes the name of a transform for that of this function", () =>
    expect(
      verdictsOf(
        R`$$\mathcal{L}[at] = F(p) = \int_0^\infty e^{-pt} at \,dt$$ so $F(p) = a/p^2$. For another $$\mathcal{L}[at^2] = F(p) = \int_0^\infty e^{-pt} at^2 \,dt$$ so $F(p) = 3a/p^3$.`,
      ),
    ).toEqual(["defines", "defines", "holds", "given", "defines", "fails"]));
  it("takes a function that is cut off for given", () =>
    expect(verdictsOf(R`Let $f(t) = \sin t$. $$f(t) = \begin{cases} f(t) & t \ge 0 \\ 0 & t < 0 \end{cases}$$`)).toEqual(["defines", "given"]));
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
