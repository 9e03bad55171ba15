/** Well-known traps of numerical checking, one line a case: cancellation, coincidence, branches, removable points, narrow peaks, the edge of convergence. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const TRAPS: Record<string, [text: string, verdict: string | RegExp][]> = {
  "cancellation near zero": [
    ["$$\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = \\frac12$$", "holds"],
    ["$$\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = 0$$", "fails"],
    ["$$\\frac{1 - \\cos x}{x^2} = \\frac{2 \\sin^2(x/2)}{x^2}$$", "holds"],
    ["Let $0 < x < 10^{-8}$. Then\n$$\\frac{1 - \\cos x}{x^2} = \\frac{2 \\sin^2(x/2)}{x^2}$$", /^(holds|unchecked)$/],
    ["Let $0 < x < 10^{-8}$. Then\n$$1 - \\cos x = 0$$", /^(fails|unchecked|given|holds-if)$/],
  ],
  "cancellation at infinity": [
    ["$$\\lim_{x \\to \\infty} (\\sqrt{x^2+1} - x) = 0$$", /^(holds|unchecked)$/],
    ["$$\\lim_{x \\to \\infty} (\\sqrt{x^2+1} - x) = 1$$", /^(fails|unchecked)$/],
    ["$$\\lim_{x \\to \\infty} x(\\sqrt{x^2+1} - x) = \\frac12$$", "holds"],
    ["$$\\lim_{x \\to \\infty} x(\\sqrt{x^2+1} - x) = 1$$", /^(fails|unchecked)$/],
    ["Let $x > 10^9$. Then\n$$\\sqrt{x^2+1} - x = \\frac{1}{\\sqrt{x^2+1} + x}$$", /^(holds|unchecked)$/],
    ["$$\\sqrt{x^2+1} - x = \\frac{1}{\\sqrt{x^2+1} + x}$$", "holds"],
    ["$$\\sqrt{x^2+1} - x = \\frac{1}{2\\sqrt{x^2+1}}$$", "fails"],
  ],
  coincidences: [
    ["$$e^{\\pi\\sqrt{163}} = 640320^3 + 744$$", "fails"],
    ["$$\\frac{\\ln(640320^3 + 744)}{\\sqrt{163}} = \\pi$$", "fails"],
    ["$$\\int_0^\\infty \\cos(2x) \\prod_{n=1}^{\\infty} \\cos\\frac{x}{n} \\,dx = \\frac{\\pi}{8}$$", "unchecked"],
    ["$$10^{-30} = 0$$", "fails"],
    ["$$1 + 10^{-30} = 1$$", "fails"],
    ["$$\\frac{a}{a + 10^{-9}} = 1 - \\frac{10^{-9}}{a + 10^{-9}}$$", "holds"],
    ["$$a + 10^{-9} = a$$", /^(fails|given)$/],
    ["$$\\frac{a + b}{a + b + 10^{-9}} = \\frac{a + b}{a + b}$$", "fails"],
  ],
  branches: [
    ["$$\\arctan a + \\arctan\\frac1a = \\frac{\\pi}{2}$$", /^(fails|given|holds-if)$/],
    ["Let $a > 0$. Then\n$$\\arctan a + \\arctan\\frac1a = \\frac{\\pi}{2}$$", "holds"],
    ["Let $a < 0$. Then\n$$\\arctan a + \\arctan\\frac1a = \\frac{\\pi}{2}$$", /^(fails|given|unchecked)$/],
    ["$$\\arctan x + \\arctan y = \\arctan\\frac{x+y}{1-xy}$$", /^(fails|holds-if)$/],
    ["$$\\arcsin(\\sin x) = x$$", /^(fails|holds-if)$/],
    ["Let $a < 0$ and $b < 0$. Then\n$$\\log(ab) = \\log a + \\log b$$", /^(fails|unchecked)$/],
    ["Let $a < 0$ and $b < 0$. Then\n$$\\log(ab) = \\log(-a) + \\log(-b)$$", "holds"],
    ["$$\\sqrt{ab} = \\sqrt{a}\\sqrt{b}$$", "holds"],
    ["$$\\sqrt{3}\\left(\\cos\\frac{\\pi}{4} + i\\sin\\frac{\\pi}{4}\\right) = 1 + i$$", "fails"],
    ["$$\\sqrt{2}\\left(\\cos\\frac{\\pi}{4} + i\\sin\\frac{\\pi}{4}\\right) = 1 + i$$", "holds"],
    ["Let $a, b < 0$. Then\n$$\\sqrt{ab} = \\sqrt{-a}\\sqrt{-b}$$", "holds"],
    ["$$\\sqrt{x^2} = x$$", "holds-if"],
    ["$$(x^2)^{1/2} = x$$", /^(fails|holds-if)$/],
  ],
  "narrow densities": [
    ["$$\\int_{-\\infty}^{\\infty} \\frac{1}{\\sqrt{2\\pi}\\,10^{-4}} e^{-\\frac{(x-3)^2}{2 \\cdot 10^{-8}}} dx = 1$$", /^(holds|unchecked)$/],
    ["$$\\int_{-\\infty}^{\\infty} \\frac{1}{\\sqrt{2\\pi}\\,10^{-4}} e^{-\\frac{(x-3)^2}{2 \\cdot 10^{-8}}} dx = 0$$", /^(fails|unchecked)$/],
    ["$$\\int_0^1 \\frac{10^{-6}}{(x - \\frac13)^2 + 10^{-12}} \\,dx = 0$$", /^(fails|unchecked)$/],
    ["$$\\int_{0}^{1000} e^{-(x-777)^2} dx = 0$$", /^(fails|unchecked)$/],
  ],
  "the edge of convergence": [
    ["$$\\sum_{n=0}^{\\infty} (-1)^n x^n = \\frac{1}{1+x}$$", /^(holds|holds-if)$/],
    ["Let $x > 1$. Then\n$$\\sum_{n=0}^{\\infty} (-1)^n x^n = \\frac{1}{1+x}$$", "unchecked"],
    ["$$\\sum_{n=0}^{\\infty} (-1)^n (1.01)^n = \\frac{1}{2.01}$$", "unchecked"],
    ["$$\\sum_{n=1}^{\\infty} \\frac{(-1)^{n+1}}{n} = \\ln 2$$", "holds"],
    ["$$\\sum_{n=1}^{\\infty} \\frac{1}{n} = 20$$", "unchecked"],
    ["$$\\sum_{n=0}^{\\infty} (-1)^n = \\frac12$$", "unchecked"],
    ["$$\\sum_{n=1}^{\\infty} \\frac{1}{n^{1.1}} = 5$$", /^(fails|unchecked)$/],
  ],
  "points where nothing is defined": [
    ["$$0^0 = 1$$", /^(holds|unchecked)$/],
    ["$$0^0 = 0$$", /^(fails|unchecked)$/],
    ["$$\\frac{x^2 - 1}{x - 1} = x + 1$$", "holds"],
    ["$$\\frac{\\sin x}{x} = \\frac{\\sin x}{x}$$", "holds"],
    ["$$\\frac{1}{0} = \\infty$$", /^(unchecked|holds)$/],
    ["$$\\frac{0}{0} = 1$$", "unchecked"],
    ["$$\\frac{x}{x} = 1$$", "holds"],
    ["$$\\int_{-1}^{1} \\frac{1}{x^2} dx = -2$$", "unchecked"],
    ["$$\\int_{-1}^{1} \\frac{1}{x} dx = 0$$", "unchecked"],
  ],
  overflow: [
    ["$$\\frac{100!}{98!} = 9900$$", "holds"],
    ["$$\\frac{1000!}{998!} = 999000$$", /^(holds|unchecked)$/],
    ["$$e^{1000} e^{-1000} = 1$$", /^(holds|unchecked)$/],
    ["$$e^{1000} - e^{1000} = 1$$", /^(fails|unchecked)$/],
    ["$$10^{400} = 10^{401}$$", /^(fails|unchecked)$/],
    ["$$\\ln(e^{800}) = 800$$", /^(holds|unchecked)$/],
  ],
};

for (const [name, table] of Object.entries(TRAPS))
  describe(name, () =>
    it.each(table)("%s is %s", (text, verdict) =>
      expect(verdictsOf(`${text}\n`).at(-1)).toMatch(typeof verdict === "string" ? new RegExp(`^${verdict}$`) : verdict),
    ),
  );
