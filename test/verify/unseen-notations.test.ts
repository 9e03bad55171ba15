/** Notations of documents that were not read before: what they mean is not accused, what does not follow does not pass, and the same slips without them are found. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string, path?: string): string | undefined => verdicts(text, path).pop();

describe("what notations and words of a document say is not accused", () => {
  it.each([
    ["a greatest common divisor", String.raw`Let $(m, n) = 1$. Then $(k m + n, n) = (k m, n) = (k, n)$.`, "unchecked"],
    ["pairs where nothing else is said", String.raw`Let $m = 3$. Then $(2 m, n) = (6, n) = (3, n)$.`, "fails"],
    [
      "an inner product",
      String.raw`Write the inner product as a pair and let $g(u) = \frac12(u, Su)$. $$\begin{aligned} g(u + v) &= \tfrac12 (u + v, S(u + v)) \\ &= \tfrac12 (u, S(u + v)) + \tfrac12 (v, S(u + v)) \end{aligned}$$`,
      "unchecked",
    ],
    ["a derivative over residues", String.raw`Let $g(x) = x^8 + x^4 + 1$. In $\Z_3[x]$ we have $g'(x) = 2x^7 + x^3$.`, "unchecked"],
    ["a derivative over the reals", String.raw`Let $g(x) = x^8 + x^4 + 1$. We have $g'(x) = 2x^7 + x^3$.`, "fails"],
    ["an element of a quotient", String.raw`In $\Z_2[x]/(x^3 + x + 1)$ we get $$b(b + 1) + b^2 = b^2 + b + b^2 = b.$$`, "unchecked"],
    ["a product with a fraction", String.raw`The mean is $3\frac{1}{4} - 1\frac{3}{4} = 0$.`, "holds"],
    ["mixed numbers", String.raw`Together that is $3\frac14 + 1\frac34 = 5$.`, "holds"],
    ["neither of both", String.raw`Together that is $3\frac14 + 1\frac34 = 6$.`, "fails"],
    ["a solution by a name of its own", String.raw`Consider $y'' - 4y = 0$. Put the general solution $y = g(x, C)$ into it.`, "defines"],
    ["a solution that is none", String.raw`Consider $y'' - 4y = 0$. Its solution is $y = \sin 2x$.`, "fails"],
    [
      "a derivative of a logarithm beside a factor",
      String.raw`Let $J(\theta) = \sum_s p_\theta(s) c(s)$. Then $$\nabla_\theta J(\theta) = \sum_s p_\theta(s) \nabla_\theta \log p_\theta(s) c(s) = \sum_s c(s) p_\theta(s) \nabla_\theta \log p_\theta(s).$$`,
      "holds",
    ],
    ["two equations that are equivalent", String.raw`It reads $y' + 2 x y = y^3 \equiv y^{-3} y' + 2 x y^{-2} = 1$.`, "holds"],
    ["a critical density", String.raw`We find $\rho = \frac{3 H^2}{8 \pi G} = 1.88 h^2 \times 10^{-29}\,\mathrm{g}$.`, "unchecked"],
    ["matrices that do not commute", String.raw`Matrices need not commute: $(A + B)(A - B) = A^2 - AB + BA - B^2 \neq A^2 - B^2$.`, "unchecked"],
    ["a picture of another function", String.raw`On the left is the graph of $g(x) = |x|$. On the right is the graph of $g'(x) = \sqrt[3]{x^4}$.`, "given"],
    [
      "an identity between matrices",
      String.raw`Take $\mathbf{u} \sim \mathcal{N}(\mathbf{0}, \mathbf{I})$. Let $\mathbf{B}$ be an invertible matrix. $$\text{Cov}(\mathbf{v}) = \mathbf{B} E[\mathbf{u}\mathbf{u}^T] \mathbf{B}^T = \mathbf{B}\mathbf{I}\mathbf{B}^T = \mathbf{B}\mathbf{B}^T$$`,
      "holds",
    ],
  ])("%s", (_, text, verdict) => expect(last(text)).toBe(verdict));

  it("a square of the integers", () => {
    expect(verdicts(String.raw`Let $q$ be a prime. $$q = 2\square \iff q \equiv 1 \pmod 4.$$ Hence $q \equiv 1 \pmod 4 \implies q = 2\square$.`)).not.toContain(
      "fails",
    );
    expect(verdicts(String.raw`Thus $2 + 3 = 6 \square$`)).toContain("fails");
  });

  it.each([
    ["no solutions", String.raw`\begin{align*} 3 &= 8 \\ \mathbb{L} &= \emptyset \end{align*}`],
    ["German", String.raw`Es folgt $3 = 8$. Das ist ein Widerspruch.`],
    ["French", String.raw`On aurait $3 = 8$, ce qui est absurde.`],
    ["Spanish", String.raw`Entonces $3 = 8$, una contradicción.`],
    ["Chinese", String.raw`于是 $3 = 8$，矛盾。`],
  ])("a contradiction: %s", (_, text) => expect(verdicts(text, text.startsWith("\\") ? "a.tex" : "a.md")).not.toContain("fails"));

  it("no contradiction", () => expect(verdicts("Es folgt $3 = 8$. Das ist die Summe.")).toContain("fails"));
});

describe("what does not follow does not pass", () => {
  it.each([
    ["a strict order of two that are not", String.raw`Suppose $u \le v$ and $v \le w$. Then $u < w$.`, "holds-if"],
    ["one that is", String.raw`Suppose $u \le v$ and $v < w$. Then $u < w$.`, "holds"],
    ["an operation that is called a product", String.raw`Let $u * v = u + 3v$. Then $u * v = v * u$.`, "unchecked"],
    ["the product", String.raw`Let $w = 3$. Then $u * v = v * u$.`, "holds"],
    ["what a random variable is", String.raw`We choose $$\max_{\phi} I(X; Z), \quad Z = \phi(X).$$`, "given"],
  ])("%s", (_, text, verdict) => expect(last(text)).toBe(verdict));

  it.each([
    ["squares", String.raw`We have $u \neq v \implies u^2 \neq v^2$.`, "unchecked"],
    ["remainders", String.raw`We have $u \neq v \implies u \not\equiv v \pmod m$.`, "unchecked"],
    ["doubles", String.raw`We have $u \neq v \implies 2u \neq 2v$.`, "holds"],
    ["a square above one", String.raw`We have $u > 1 \implies u^2 \neq 1$.`, "holds"],
  ])("that two sides differ: %s", (_, text, verdict) => expect(verdicts(text)[1]).toBe(verdict));
});

describe("laws of single terms are their own", () => {
  const poisson = String.raw`Let $X_1 \sim \mathrm{Poisson}(\lambda_1)$ and $X_2 \sim \mathrm{Poisson}(\lambda_2)$ be independent. Then `;
  it.each([
    ["the mean of the first", `${poisson}$E[X_1] = \\lambda_1$.`, "holds"],
    ["the mean of a sum", `${poisson}$E[X_1 + X_2] = \\lambda_1 + \\lambda_2$.`, "holds"],
    ["another mean of a sum", `${poisson}$E[X_1 + X_2] = 2 \\lambda_2$.`, "fails"],
    ["the law of a sum", `${poisson}$X_1 + X_2 \\sim \\mathrm{Poisson}(\\lambda_1 + \\lambda_2)$.`, "given"],
    ["another law of a sum", `${poisson}$X_1 + X_2 \\sim \\mathrm{Poisson}(\\lambda_1 \\lambda_2)$.`, "fails"],
    ["laws that have nothing in common", "Let $X_1 \\sim N(0, 1)$ and $X_2 \\sim N(5, 4)$. Then $E[X_1] = 0$.", "given"],
    ["one law for both", "Let $X_1 \\sim N(3, 1)$ and $X_2 \\sim N(3, 1)$. Then $E[X_1 + 1] = 5$.", "fails"],
  ])("%s", (_, text, verdict) => expect(last(text)).toBe(verdict));
});

describe("letters below a name that count nothing are labels", () => {
  it.each([[String.raw`Put $T_g = (D - L)^{-1} U$. Then $\rho(T_g) = [\rho(T_j)]^2 < 1$.`], [String.raw`Put $v_f = 3 u + 2$. Then $w = v_f + v_a = 4$.`]])(
    "%s",
    (text) => expect(verdicts(text)).not.toContain("fails"),
  );
  it("no label of a partial derivative", () =>
    expect(
      verdicts(
        String.raw`Let $f = u + iv$ with $u = Cv$. Taking partial derivatives yields $$\begin{aligned} u_x &= C v_x \\ u_y &= C v_y. \end{aligned}$$ Cauchy and Riemann give $$\begin{aligned} v_y = Cv_x &\implies -Cv_x + v_y = 0 \\ -v_x = Cv_y &\implies v_x + Cv_y = 0 \end{aligned}$$`,
      ),
    ).not.toContain("fails"));
  it("an index", () => expect(last(String.raw`Put $v_n = 3$. Then $v_2 + 1 = 5$.`)).toBe("fails"));
});

describe("objects that are no numbers, in the words of the document", () => {
  it.each([
    [
      "a vector product of a name with itself",
      String.raw`With the binormal vector $B = U \times V$ we get $$U(s) \times k(s) U(s) + V(s) = k(s) U(s) \times U(s) + V(s) = V(s).$$`,
    ],
    ["cosets in Chinese", "两陪集的加法为 $$(u + W) + (v + W) = (u + v) + W.$$"],
    ["a zero matrix", String.raw`The zero matrix $Z$ is skew, since $Z^T = Z = -Z$.`],
    ["systems of sets", String.raw`Hence $\sigma(\mathscr{C}) = \sigma(h^{-1}\mathscr{D}) = h^{-1}\sigma(\mathscr{D})$.`],
  ])("%s", (_, text) => expect(verdicts(text)).not.toContain("fails"));

  it.each([["a matrix", String.raw`The matrix $Z$ is skew, since $Z^T = Z = -Z$.`]])("not said: %s", (_, text) => expect(verdicts(text)).toContain("fails"));

  it("examples in German are apart", () => {
    const text = String.raw`\begin{beispiel} Sei $g(x) = x^2$. \end{beispiel} \begin{beispiel} Betrachte $g(x) = x^3$. \end{beispiel} \begin{aufgabe} Es gilt $g'(x) = 5$. \end{aufgabe}`;
    expect(verdicts(text, "a.tex")).toEqual(["defines", "defines", "given"]);
  });
});

describe("laws by other spellings", () => {
  it.each([
    [String.raw`Let $X \sim \Gamma(3, 2)$. Then $E[X + 1] = 5/2$.`, "holds"],
    [String.raw`Let $X \sim \Gamma(3, 2)$. Then $E[X + 1] = 7/2$.`, "fails"],
    [String.raw`Let $X \sim \text{gamma}(3, 2)$. Then $E[X + 1] = 5/2$.`, "holds"],
    [String.raw`Let $X \sim \text{normal}(1, 4)$. Then $E[X + 1] = 2$.`, "holds"],
    [String.raw`Let $X \sim \mathrm{poisson}(3)$. Then $E[X + 1] = 5$.`, "fails"],
  ])("%s", (text, verdict) => expect(last(text)).toBe(verdict));

  it("the incomplete gamma function", () => expect(verdicts(String.raw`We have $\Gamma(1, u) = \int_u^\infty e^{-t} dt = e^{-u}$.`)).not.toContain("fails"));
});

describe("a formula in one of several regions", () => {
  const text = (where: string) =>
    `### Case 1\n\nThe density is\n\n$$g(y) = \\frac{1}{3\\sqrt{y}}$$\n\n### Case 2\n\nDifferentiating gives the density${where}:\n\n$$g(y) = \\frac{d}{dy}\\left(\\frac{\\sqrt{y}+1}{3}\\right) = \\frac{1}{6\\sqrt{y}}$$`;
  it("in words", () => expect(verdicts(text(" in this region"))).not.toContain("fails"));
  it("without", () => expect(verdicts(text(""))).toContain("fails"));
});
