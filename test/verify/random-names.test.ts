/** Random variables: expectations, events, laws, entropies; true statements hold, wrong ones fail with a fix, what needs independence says so. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};
const X = "Let $X$ and $Y$ be random variables.\n\n";
const NOISY = "Let $z \\sim \\mathcal N(0, 1)$ and $x = w z + \\epsilon$ with noise $\\epsilon \\sim \\mathcal N(0, \\psi)$ independent of $z$.\n\n";
const FACTOR =
  "Let $z \\sim \\mathcal N(0, I)$ and $\\epsilon \\sim \\mathcal N(0, s^2 I)$ be independent and $A \\in \\mathbb{R}^{p \\times k}$. The model is $x = A z + \\epsilon$.\n\n";
const ONE_FACTOR =
  "The model is $x = w z + \\epsilon$ where $z \\sim \\mathcal N(0, 1)$ and $\\epsilon \\sim \\mathcal N(0, s^2 I)$ are independent and $w \\in \\mathbb{R}^p$.\n\n";
const EVENTS = "For events $A$ and $B$,\n\n";
const SAMPLE = "Let $X_1, \\dots, X_n$ be i.i.d. with mean $\\mu$ and variance $\\sigma^2$, and $\\bar X = \\frac1n \\sum_{i=1}^n X_i$.\n\n";

describe("identities of expectations", () => {
  it.each([
    [X, "E[aX + b] = aE[X] + b"],
    [NOISY, "\\operatorname{Cov}(x, z) = w"],
    [NOISY, "E[z \\mid x] = \\frac{w x}{\\psi + w^2}"],
    [FACTOR, "\\operatorname{Cov}(x) = A A^T + s^2 I"],
    [ONE_FACTOR, "\\operatorname{Cov}(x) = w w^T + s^2 I"],
    [X, "\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y) + 2 \\operatorname{Cov}(X, Y)"],
    [X, "E[E[X \\mid Y]] = E[X]"],
    ["Let $X \\sim \\mathrm{Poisson}(\\mu)$.\n\n", "\\mathbb{E}X(X - 1) = \\mu^2"],
    ["Let $Y \\sim \\mathrm{Exp}(1)$. Its mean is $E(Y) = 1$ and its variance\n\n", "Var(Y) = E(Y^2) - (EY)^2 = \\int_0^\\infty y^2 e^{-y} dy - 1"],
    ["We write $X \\sim \\mathrm{Exp}(\\lambda)$. Here $\\lambda$ is interpreted as the number of events in a unit of time.\n\n", "E[X] = 1/\\lambda"],
    [X, "\\operatorname{Var}(X) = E[\\operatorname{Var}(X \\mid Y)] + \\operatorname{Var}(E[X \\mid Y])"],
    [X, "E[XY]^2 \\le E[X^2] E[Y^2]"],
    [SAMPLE, "\\operatorname{Var}(\\bar X) = \\frac{\\sigma^2}{n}"],
    [SAMPLE, "E\\left[\\sum_{i=1}^n (X_i - \\bar X)^2\\right] = (n-1) \\sigma^2"],
    [
      "Let $\\hat\\theta$ be an estimator of $\\theta$.\n\n",
      "\\operatorname{MSE}(\\hat\\theta) = \\operatorname{Var}(\\hat\\theta) + (E[\\hat\\theta] - \\theta)^2",
    ],
    [
      "Suppose $E[X] = 1$, $E[Y] = 2$, $\\operatorname{Var}(X) = 4$, $\\operatorname{Var}(Y) = 9$ and $\\operatorname{Cov}(X, Y) = 3$.\n\n",
      "\\operatorname{Var}(X + Y) = 19",
    ],
  ])("%s%s holds", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe("holds"));

  it.each([
    [X, "\\operatorname{Var}(aX + b) = a \\operatorname{Var}(X)"],
    [NOISY, "E[z \\mid x] = \\frac{x}{\\psi + w^2}"],
    [FACTOR, "\\operatorname{Cov}(x) = A A^T + s I"],
    [ONE_FACTOR, "\\operatorname{Cov}(x) = w w^T - s^2 I"],
    [X, "\\operatorname{Var}(X - Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y) + 2 \\operatorname{Cov}(X, Y)"],
    ["Let $X$ and $Y$ be independent random variables.\n\n", "\\operatorname{Var}(X - Y) = \\operatorname{Var}(X) - \\operatorname{Var}(Y)"],
  ])("%s%s fails with a fix", (before, step) => {
    const { verdict, fixes } = last(`${before}$$ ${step} $$\n`);
    expect(verdict).toBe("fails");
    expect(fixes?.length).toBeGreaterThan(0);
  });

  it("names the independence that is missing", () => {
    const { verdict, holdsIf } = last(`${X}$$ E[XY] = E[X] E[Y] $$\n`);
    expect(verdict).toBe("holds-if");
    expect(holdsIf).toMatch(/independent/);
  });
  it("a covariance that has a name is not supposed to vanish", () =>
    expect(last("Let $\\operatorname{Cov}(X, Y) = k$.\n\n$$ (1+k)^2 = 1 + k^2 $$\n").verdict).toBe("unchecked"));
  it.each(["(X - E[X])^2 = X^2 - E[X]^2", "E[X^2] = E[X]^2", "E[1/X] = 1/E[X]"])("does not agree to %s", (step) =>
    expect(last(`${X}$$ ${step} $$\n`).verdict).not.toBe("holds"),
  );
});

describe("events", () => {
  it.each([
    [EVENTS, "P(A \\cup B) = P(A) + P(B) - P(A \\cap B)"],
    [EVENTS, "P(A \\mid B) = \\frac{P(B \\mid A) P(A)}{P(B \\mid A) P(A) + P(B \\mid A^c) P(A^c)}"],
    [EVENTS, "P(A \\cap B) \\ge P(A) + P(B) - 1"],
    ["Let $A$ and $B$ be events with $P(A) = 0.5$, $P(B) = 0.4$, $P(A \\cap B) = 0.2$.\n\n", "1 - P(A \\cup B) = 0.3"],
    ["Let $B_1, \\dots, B_n$ be a partition of the sample space. For every event $A$\n\n", "P(A) = \\sum_{i=1}^n P(A \\mid B_i) P(B_i)"],
  ])("%s%s holds", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe("holds"));
  it("a sentence that partitions something makes no events", () =>
    expect(
      last("Let $X \\sim \\mathrm{Exp}(\\lambda)$. To find the spread of $X$, we partition it into moments.\n\n$$ E[X] = \\frac{1}{\\lambda} $$\n").verdict,
    ).toBe("holds"));
  it("P of a polynomial is none", () => expect(stepsOf(check("Let $P(x) = x^2 - 1$. Then $P(2) = 3$.\n")).map((s) => s.verdict)).toEqual(["defines", "holds"]));
});

const WAITS = "Let $x_1, \\dots, x_n$ be independent with $x_i \\sim \\mathrm{Exp}(\\lambda)$.\n\n";

describe("laws", () => {
  it.each([
    ["Let $X \\sim \\mathrm{Exp}(\\lambda)$.\n\n", "\\mathrm{Var}(X) = E[X^2] - \\mu_X^2"],
    ["Let $X$ take the values $0$ and $3$ with probabilities $p$ and $1 - p$.\n\n", "\\mathrm{Var}(X) = E[(X - \\mu_X)^2]"],
    ["Let $Z \\sim \\mathcal{N}(0, 1)$.\n\n", "E[Z^4] = 3"],
    ["Let $X \\sim \\mathcal{N}(\\mu, \\sigma^2)$.\n\n", "E[e^{tX}] = e^{\\mu t + \\sigma^2 t^2 / 2}"],
    ["Let $N$ be Poisson with mean $\\lambda$.\n\n", "\\operatorname{Var}(N) = \\lambda"],
    ["Let $X$ be Bernoulli with $P(X = 1) = r$ and let $Y$ be seen with error probability $e$.\n\n", "E[X] = r"],
    ["Let $X$ be a Bernoulli random variable with $P(X = 1) = r$.\n\n", "H(X) = -r \\log r - (1-r) \\log(1-r)"],
    ["Let $U$ be uniform on $[0, \\theta]$.\n\n", "\\operatorname{Var}(U) = \\frac{\\theta^2}{12}"],
    ["Let $X \\sim \\mathrm{Bin}(n, p)$.\n\n", "E[X(X-1)] = n(n-1)p^2"],
    ["Let $x_1, \\dots, x_n$ have the density $f(x) = c e^{-cx}$.\n\nLet $X \\sim \\mathrm{Bin}(n, p)$.\n\n", "E[X] = np"],
    ["Let $T$ be exponentially distributed with rate $\\lambda$.\n\n", "E[T^2] = \\frac{2}{\\lambda^2}"],
    ["Let $X$ take the values $1, 2, 3$ with probabilities $\\frac12, \\frac13, \\frac16$.\n\n", "E[X] = \\frac53"],
    ["Let $\\theta \\sim \\mathrm{Beta}(a, b)$ and $X \\mid \\theta \\sim \\mathrm{Bin}(n, \\theta)$.\n\n", "E[X] = \\frac{na}{a+b}"],
    // of a function of a sample, of its derivative, of parameters alone
    [`${WAITS}Let $\\ell(\\lambda) = n \\log\\lambda - \\lambda \\sum_{i=1}^n x_i$.\n\n`, "E[\\ell(\\lambda)] = n \\log\\lambda - n"],
    [`${WAITS}Let $\\ell(\\lambda) = n \\log\\lambda - \\lambda \\sum_{i=1}^n x_i$.\n\n`, "-E[\\ell''(\\lambda)] = \\frac{n}{\\lambda^2}"],
    [WAITS, "E\\left[\\frac{n}{\\lambda^2}\\right] = \\frac{n}{\\lambda^2}"],
    [
      "Let $\\theta \\sim \\mathrm{Beta}(a, b)$ with density $p(\\theta) = \\frac{\\Gamma(a+b)}{\\Gamma(a)\\Gamma(b)} \\theta^{a-1} (1-\\theta)^{b-1}$.\n\n",
      "E[\\theta] = \\int_0^1 \\theta\\, p(\\theta)\\, d\\theta",
    ],
    ["", "\\mathrm{KL}(\\mathrm{Exp}(a) \\| \\mathrm{Exp}(b)) = \\log\\frac{a}{b} + \\frac{b}{a} - 1"],
  ])("%s%s holds", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe("holds"));
  it.each([
    ["Let $Z \\sim \\mathcal{N}(0, 1)$.\n\n", "E[Z^4] = 2"],
    ["Let $N$ be Poisson with mean $\\lambda$.\n\n", "E[N^2] = \\lambda^2 - \\lambda"],
    ["Let $X$ be a Bernoulli random variable with $P(X = 1) = r$.\n\n", "H(X) = -r \\log r + (1-r) \\log(1-r)"],
    [`${WAITS}Let $\\ell(\\lambda) = n \\log\\lambda - \\lambda \\sum_{i=1}^n x_i$.\n\n`, "-E[\\ell''(\\lambda)] = \\frac{n}{\\lambda}"],
    [WAITS, "E\\left[\\frac{n}{\\lambda^2}\\right] = \\frac{n}{\\lambda}"],
    // λ was random in another part
    [`# One\n\nLet $\\lambda \\sim \\mathrm{Gamma}(a, b)$.\n\n# Two\n\n${WAITS.replace("x_i \\sim", "x_i \\mid \\lambda \\sim")}`, "E[x_1] = \\lambda"],
  ])("%s%s fails", (before, step) => expect(last(`${before}$$ ${step} $$\n`).verdict).toBe("fails"));
  it("a geometric law may count failures", () => {
    const { verdict, reading } = last("Let $X \\sim \\mathrm{Geom}(p)$.\n\n$$ E[X] = \\frac{1-p}{p} $$\n");
    expect(verdict).toBe("holds");
    expect(reading?.join()).toMatch(/failures/);
  });
});

describe("information", () => {
  it.each(["H(X, Y) = H(X) + H(Y \\mid X)", "I(X; Y) = H(X) - H(X \\mid Y)", "H(X \\mid Y) \\le H(X)", "I(X; Y \\mid Z) = H(X \\mid Z) - H(X \\mid Y, Z)"])(
    "%s holds",
    (step) => expect(last(`For the entropy of random variables,\n\n$$ ${step} $$\n`).verdict).toBe("holds"),
  );
  it("a law of another part says nothing of it", () =>
    expect(
      last(
        "# One\n\nLet $X$ be uniform on $[0, a]$.\n\n# Two\n\nFor the entropy of random variables,\n\n$$ \\sum_{x,y} p(x, y) \\log \\frac{p(x \\mid y)}{p(x)} = H(X) - H(X \\mid Y) = H(Y) - H(Y \\mid X) $$\n",
      ).verdict,
    ).toBe("holds"));
  it("the chain rule conditions on what stands in front", () =>
    expect(last("For the entropy of random variables,\n\n$$ H(X, Y) = H(X) + H(X \\mid Y) $$\n").verdict).toBe("fails"));
});

it("what an estimator is taken of is asked for", () =>
  expect(
    last(
      "Let $X_1, \\dots, X_n$ be iid $N(\\mu, 1)$. We use $T(\\mathbf{x}) = \\frac1n \\sum x_i$, or a poor one, $T(\\mathbf{X}) = X_1$. Both are unbiased: $E_\\mu(T) = \\mu$.\n",
    ).verdict,
  ).not.toBe("fails"));

describe("what words leave open", () => {
  it.each([
    ["We ask for $P(A \\cup B)$ whether or not $A$ and $B$ are disjoint events. Now $P(A \\cup B) = P(A) + P(B)$.", "unchecked"],
    ["The events $A$ and $B$ are disjoint. Now $P(A \\cup B) = P(A) + P(B)$.", "holds"],
    ["If events $A$ and $B$ are disjoint, $P(A \\cup B) = P(A) + P(B)$.\n\n# Others\n\nNow $P(A \\cup B) = P(A) + P(B)$.", "unchecked"],
    ["We see $X \\le \\frac14$ when $X$ falls into the first quarter. Thus $P(X \\le \\frac14) = \\frac14$.", "unchecked"],
    ["The event $X \\ge 3$ is rare. Let $Y = X + X$. So $E(Y) = 3 + 3$.", "given"],
    ["The time $T$ is exponentially distributed and $E(T) = \\frac{1}{\\kappa} = 6$ since ten come in an hour.", "given"],
    ["Note that $E[\\frac{w - m}{s}] = \\frac{m - m}{s}$.", "unchecked"],
    ["Every $X_i$ has the same expected value. Let $Y = X_1 + X_2$. Thus $E(Y) = 3.5 + 3.5$.", "unchecked"],
  ])("%s : %s", (text, verdict) => expect(last(`${text}\n`).verdict).toBe(verdict));
});
