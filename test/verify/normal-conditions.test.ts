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

describe("moments of one of two jointly normal names given the other, in the letters of their blocks", () => {
  const R = String.raw;
  const BLOCKS = R`Let $(x,y)$ be jointly Gaussian with means $\mu_x,\mu_y$ and covariance blocks $\Sigma_{xx},\Sigma_{xy},\Sigma_{yx},\Sigma_{yy}$. Then `;
  const STACKED = R`Let $$\begin{pmatrix}x\\y\end{pmatrix}\sim\mathcal N\left(\begin{pmatrix}\mu_x\\\mu_y\end{pmatrix},\begin{pmatrix}\Sigma_{xx}&\Sigma_{xy}\\\Sigma_{yx}&\Sigma_{yy}\end{pmatrix}\right).$$ Then `;
  const NUMBERS = R`For bivariate normal $X$ and $Y$ with correlation $\rho$ `;
  it.each([
    [BLOCKS, R`\mathbb E[x|y] = \mu_x + \Sigma_{xy}\Sigma_{yy}^{-1}(y-\mu_y)`, "holds"],
    [BLOCKS, R`\mathrm{Cov}[x|y] = \Sigma_{xx} - \Sigma_{xy}\Sigma_{yy}^{-1}\Sigma_{yx}`, "holds"],
    [BLOCKS, R`\mathrm{Cov}[x|y] = \Sigma_{xx} - \Sigma_{xy}\Sigma_{yy}^{-1}\Sigma_{xy}^T`, "holds"],
    [STACKED, R`\mathbb E[x|y] = \mu_x + \Sigma_{xy}\Sigma_{yy}^{-1}(y-\mu_y)`, "holds"],
    [NUMBERS, R`E[Y\mid X=x] = \mu_Y + \rho\frac{\sigma_Y}{\sigma_X}(x-\mu_X)`, "holds"],
    [NUMBERS, R`\mathrm{Var}(Y\mid X=x) = \sigma_Y^2(1-\rho^2)`, "holds"],
    [BLOCKS, R`\mathrm{Cov}[x|y] = \Sigma_{xx} + \Sigma_{xy}\Sigma_{yy}^{-1}\Sigma_{yx}`, "fails"],
    [BLOCKS, R`\mathrm{Cov}[x|y] = \Sigma_{xx} - \Sigma_{xy}\Sigma_{yy}\Sigma_{yx}`, "fails"],
    [BLOCKS, R`\mathbb E[x|y] = \mu_x + \Sigma_{xy}\Sigma_{yy}^{-1}(y-\mu_x)`, "fails"],
    [NUMBERS, R`E[Y\mid X=x] = \mu_Y + \rho\frac{\sigma_X}{\sigma_Y}(x-\mu_X)`, "fails"],
    [NUMBERS, R`\mathrm{Var}(Y\mid X=x) = \sigma_Y^2(1-\rho)`, "fails"],
    // factors in another order, of blocks that are matrices
    [BLOCKS, R`\mathbb E[x|y] = \mu_x + \Sigma_{yy}^{-1}\Sigma_{xy}(y-\mu_y)`, "unchecked"],
    // nothing says that they are normal together
    ["", R`\mathrm{Cov}[x|y] = \Sigma_{xx} + \Sigma_{xy}\Sigma_{yy}^{-1}\Sigma_{yx}`, "unchecked"],
  ])("%s%s %s", (before, step, verdict) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe(verdict));
});
