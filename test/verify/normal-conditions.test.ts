/** Moments given a name that is jointly normal with the rest, and expectations of names that are made of others. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};
const FACTOR = "Let $z\\sim\\mathcal N(m,1)$ and $x = wz+b+\\varepsilon$ with $\\varepsilon\\sim\\mathcal N(0,\\psi)$ independent of $z$.\n\n";
const CHAIN = "Let $z\\sim\\mathcal N(0,\\tau^2)$ and $x\\mid z\\sim\\mathcal N(z,\\sigma^2)$.\n\n";
const MADE =
  "Let $q(z\\mid x)$ be a density and $w(z) = \\frac{p(x,z)}{q(z\\mid x)}$.\n\nWith $z = \\mu+\\sigma\\epsilon$ and $\\epsilon\\sim\\mathcal N(0,1)$\n\n";

describe("given a name that is jointly normal with the rest", () => {
  it.each([
    [FACTOR, "\\mathbb{E}[z\\mid x] = m + \\frac{w(x-b-wm)}{w^2+\\psi}"],
    [FACTOR, "\\mathrm{Var}(z\\mid x) = \\frac{\\psi}{w^2+\\psi}"],
    [FACTOR, "\\mathbb{E}[zx\\mid x] = x\\,\\mathbb{E}[z\\mid x]"],
    [CHAIN, "\\mathbb{E}[z\\mid x] = \\frac{\\tau^2 x}{\\tau^2+\\sigma^2}"],
    [CHAIN, "\\mathrm{Var}(z\\mid x) = \\frac{\\tau^2\\sigma^2}{\\tau^2+\\sigma^2}"],
    [CHAIN, "\\mathbb{E}[x\\mid z] = z"],
  ])("%s%s holds", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe("holds"));
  it.each([
    [FACTOR, "\\mathbb{E}[z\\mid x] = m - \\frac{w(x-b-wm)}{w^2+\\psi}"],
    [CHAIN, "\\mathbb{E}[z\\mid x] = \\frac{\\sigma^2 x}{\\tau^2+\\sigma^2}"],
  ])("%s%s fails with a fix", (before, step) => {
    const { verdict, fixes } = last(`${before}$$ ${step} $$\n`);
    expect(verdict).toBe("fails");
    expect(fixes?.length).toBeGreaterThan(0);
  });
});

it.each(["\\frac{d}{d\\mu}\\mathbb{E}[z^2] = 2\\mu", "\\frac{d}{d\\sigma}\\mathbb{E}[z^2] = \\mathbb{E}[2(\\mu+\\sigma\\epsilon)\\epsilon]"])(
  "a name that a formula makes of others is averaged over them: %s",
  (step) => expect(last(`${MADE}$$ ${step} $$\n`).verdict).toBe("holds"),
);
