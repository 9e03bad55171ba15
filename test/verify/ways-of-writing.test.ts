/** Ways of writing of lecture notes and homeworks that are no mistakes, each beside a slip of the same kind that is one. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const notebook = (text: string) =>
  JSON.stringify({ cells: [{ cell_type: "markdown", metadata: {}, source: [text] }], metadata: {}, nbformat: 4, nbformat_minor: 5 });
const paper = (text: string) => verdicts(String.raw`\documentclass{article}${"\n"}\begin{document}${"\n"}${text}${"\n"}\end{document}`, "a.tex");
const PROJECTOR = String.raw`Suppose that it is a projector:
\begin{align}
\text{projector: }&(\hat{P}_1 \hat{P}_2)(\hat{P}_1 \hat{P}_2)=(\hat{P}_1 \hat{P}_2)
\end{align}
Multiplying by the transposes gives
\begin{equation}
\hat{P}_1 \hat{P}_2 = \hat{P}_2^T \hat{P}_1^T (\hat{P}_1 \hat{P}_2)(\hat{P}_1 \hat{P}_2) = \hat{P}_2^T \hat{P}_1^T (\hat{P}_1 \hat{P}_2) = I
\end{equation}`;
const OUTLINE = String.raw`\documentclass{article}
\pdfstringdefDisableCommands{%
  \def\infty{infinity}%
}
\begin{document}
The limit becomes $\ln 7 - (-\infty) = +\infty$.
\end{document}`;
const box = (value: string) =>
  String.raw`$$\mathcal{F}\{\text{box}(t)\} = \int_{-\infty}^{\infty} \text{box}(t) \, e^{-a t} \; dt = \int_{0}^{1} e^{-a t} \; dt = ${value}$$`;
const count = (sign: string) => String.raw`Let \[ a(g) = \frac{1}{N(g)} \sum_i v_i \] Then
\begin{align*}
T &= N_t \bar{v}(1) - \bar{v} N_t \\ &= N_t \left( \bar{v}(1) ${sign} \bar{v}\right)
\end{align*}`;

describe("functions, and letters beside brackets", () => {
  it.each([
    ["a function in words under an integral", box(String.raw`\frac{1 - e^{-a}}{a}`)],
    ["a count with a label beside the count as a function", count("-")],
    [
      "automorphisms one after the other",
      String.raw`It is none: \[ c = \frac{\sigma\tau(\pi_m)}{\pi_m} = \frac{\sigma(\pi_m)}{\pi_m} \sigma\left(\frac{\tau(\pi_m)}{\pi_m}\right). \]`,
    ],
    ["a quotient of groups", String.raw`Here $H = \mathbb{Z}/2\mathbb{Z} = \{\pm 1\}$.`],
    ["when two elements are alike", String.raw`We set \[ u \sim v \Leftrightarrow q_i(u) = q_i(v) \text{ for all } i. \]`],
    ["conjugates in words", String.raw`If $K$ is complex, then we take $u = x\bar{x} = |x|^2$.`],
    ["a product that is its own square", PROJECTOR],
  ])("%s", (_, text) => expect(paper(text)).not.toContain("fails"));

  it.each([
    ["the integral of a function in words", box(String.raw`\frac{1 + e^{-a}}{a}`)],
    ["a sign of the count", count("+")],
    ["a product of numbers", String.raw`\[ (a + b)(a - b) = a^2 + b^2 \]`],
  ])("accused: %s", (_, text) => expect(paper(text)).toContain("fails"));

  it("an array of a program is no product of letters", () => {
    const text = "The array nums has a number for each day. You may assume $nums(-1) = nums(n) = 1$.";
    expect(verdicts(text)).not.toContain("fails");
  });

  it("leaves what the outline of a file has in place of commands alone", () => {
    expect(verdicts(OUTLINE, "a.tex")).not.toContain("fails");
  });

  it("leaves open for which values two conditions are the same", () => {
    expect(verdicts(String.raw`The loss is $L(h, y) = \mathbb{1}\{y \ne h\} = \mathbb{1}\{yh < 0\}$.`)).toEqual(["defines", "unchecked"]);
  });
});

describe("the imaginary unit j", () => {
  const SINC = String.raw`$$\int_{-1/2}^{1/2} e^{-j \omega t}\,dt = \frac{\sin(\omega/2)}{\omega/2}$$`;

  it("is read in notebooks, which double their backslashes", () => {
    expect(verdicts(notebook(SINC), "a.ipynb")).toEqual(["holds"]);
    expect(verdicts(notebook(SINC.replace("sin", "cos")), "a.ipynb")).toEqual(["fails"]);
  });

  it("is no index where something is evaluated on the imaginary axis", () => {
    expect(verdicts(String.raw`The spectrum is $X(s)|_{s = j\omega}$. ${SINC}`).pop()).toBe("holds");
  });
});

describe("functions without their arguments, and integrals without bounds", () => {
  const mean = (factor: string) =>
    String.raw`Let $\phi_1(x) = \sqrt{2/L} \sin(\pi x/L)$. $$m = \int_0^L x |\phi_1|^2\,dx = \frac{${factor}}{L}\int_0^L x \sin^2(\pi x/L)\,dx$$`;

  it.each([
    ["a numbered function", mean("2"), "holds"],
    ["a numbered function, wrongly", mean("1"), "fails"],
    ["over all there is", String.raw`It demands $\int |\phi|^2\,dx = 1$.`, "unchecked"],
    ["an antiderivative", String.raw`$$\int 2x\,dx = x^3 + C$$`, "fails"],
  ])("%s", (_, text, verdict) => expect(verdicts(text).pop()).toBe(verdict));
});

describe("what stands around a step", () => {
  it.each([
    [
      "both have a value",
      String.raw`We must have $\alpha(m_1) + \beta(m_2) = 0$ for all $m_1, m_2 \not= 0$. Using the fact that both are odd, this implies that $\alpha(m_1) = \beta(m_2) = 0$ for all of them.`,
    ],
    [
      "a law that is named for some values",
      String.raw`When $\mu$ is 0 and $\sigma$ is 1, the distribution is called the standard normal distribution.

$$E[X] - E[\mu] = E[X] - \mu$$`,
    ],
    [
      "a mask of several laws",
      String.raw`Let $m \sim \text{Bernoulli}(1-p)^d$ be the mask and $$g = \frac{1}{1-p} \cdot m \odot h.$$ Then $$E[g] = \frac{1}{1-p} (1-p) h = h.$$`,
    ],
    [
      "an error that was measured",
      String.raw`Suppose $E[Y \mid Z] = Z^\top b$, and that $W = Z + u$ is observed, where $E(u) = 0$ and $u$ is independent of $e$ and $Z$. We have $$Y = Z^\top b + e = W^\top b + v$$ where $v = e - u^\top b$. With one regressor $$c = b + \frac{E[W v]}{E[W^2]} = b \left(1 - \frac{E[u^2]}{E[W^2]}\right).$$`,
    ],
  ])("%s", (_, text) => expect(verdicts(text)).not.toContain("fails"));

  it("accuses the answer to an equation, and not the equation", () => {
    const before = String.raw`### 1. $P'(t) = 3 P(t)$${"\n\n"}- $P(t) = Ae^{3t}$${"\n\n"}`;
    expect(verdicts(String.raw`${before}### 2. $C'(t) = -2 C(t)$${"\n\n"}- $C(t) = Ae^{2t}$`)).toEqual(["holds", "holds", "given", "fails"]);
  });
});

describe("signs of markup", () => {
  it.each([
    ["bold letters in words", String.raw`Let $\textbf{x} = (3, 4)$. Then $|\textbf{x}| = 5$.`, "holds"],
    ["bold letters in words, wrongly", String.raw`Let $\textbf{x} = (3, 4)$. Then $|\textbf{x}| = 7$.`, "fails"],
    ["slanted capitals", String.raw`Let $\varPi = 3$. Then $2\varPi = 6$.`, "holds"],
    ["a derivative in bars at a place", String.raw`$$\left| \frac{d}{dx} x^3 \right|_{x=2} = 12$$`, "holds"],
    ["another one at a place", String.raw`$$\left| \frac{d}{dx} x^3 \right|_{x=2} = 11$$`, "fails"],
    ["a quantifier before", String.raw`$$\forall n \geq 2: \frac{1}{n^2} \leq \frac{1}{n(n-1)}$$`, "holds"],
    ["a quantifier before what is false", String.raw`$$\forall n \geq 2: \frac{1}{n^2} \geq \frac{1}{n(n-1)}$$`, "fails"],
    ["a root of a whole number", "We have $√289 = 17$.", "holds"],
    ["a root of another whole number", "We have $√289 = 18$.", "fails"],
    ["a per cent sign without its backslash", "We have $0.37 = 37%$.", "holds"],
    [
      "a geometric progression with two terms before the dots",
      String.raw`Let $T_N = \frac{1}{2} + \frac{1}{4} + \dots + \frac{1}{2^N}$. Then $T_N = 1 - 2^{-N}$.`,
      "holds",
    ],
    ["a wrong sum of it", String.raw`Let $T_N = \frac{1}{2} + \frac{1}{4} + \dots + \frac{1}{2^N}$. Then $T_N = 1 + 2^{-N}$.`, "fails"],
  ])("%s", (_, text, verdict) => expect(verdicts(text).pop()).toBe(verdict));

  it("reads a quantifier behind a row", () => {
    expect(verdicts(String.raw`$$x^2 + 1 \ge 1 \;\; \forall x \in \mathbb{R}$$`)).toEqual(["holds", "given"]);
  });

  it("joins rows with remarks in brackets beside them", () => {
    const sum = (last: string) =>
      String.raw`\begin{align*} T &= \sum_{n=1}^N \left( \frac{1}{n} - \frac{1}{n+1} \right) \\ &= \left( \frac{1}{1} - \frac{1}{2} \right) && (n=1 \text{ term}) \\ &+ \left( \frac{1}{2} - \frac{1}{3} \right) && (n=2 \text{ term}) \\ &+ \dots \\ &+ \left( \frac{1}{N} - \frac{1}{${last}} \right) && (n=N \text{ term}) \end{align*}`;
    expect(paper(sum("N+1"))[1]).toBe("holds");
    expect(paper(sum("N+1"))).not.toContain("fails");
  });
});

describe("where a step belongs", () => {
  it.each([
    ["another item of a list", String.raw`- The period is $\approx T = 5.4\times 10^{-4}$ s.${"\n"}- $\approx 10^{5}$ cells.`],
    [
      "an equation that an arrow solves",
      String.raw`The mean is \begin{gather} \begin{align} m=&\sqrt{\frac{h}{2w}}(\frac{1}{2}e^{i\theta}+\frac{1}{2}e^{-i\theta})\\ =&\sqrt{\frac{h}{2w}}\cos\theta=\frac{1}{2}\sqrt{\frac{h}{w}} \end{align}\\ \Longrightarrow\cos\theta=\frac{\sqrt{2}}{2} \end{gather}`,
    ],
    ["sums of spaces", String.raw`Hence $\mathbb{R}^{2} = U_{1} + U_{2} = U_{1} + U_{3}$.`],
    [
      "values at several vectors",
      String.raw`The basis is $$\begin{aligned} \vec{e}_{1} &= \begin{pmatrix}1\\0\end{pmatrix} = \begin{pmatrix}1\\1\end{pmatrix} + \begin{pmatrix}0\\-1\end{pmatrix} \\ \vec{e}_{2} &= \begin{pmatrix}0\\1\end{pmatrix} = \begin{pmatrix}0\\0\end{pmatrix} + \begin{pmatrix}0\\1\end{pmatrix}\end{aligned}$$ Hence $$\begin{aligned} Q(\vec{e}_{1}) &= \begin{pmatrix}0\\-1\end{pmatrix} = -\vec{e}_{2} \\ Q(\vec{e}_{2}) &= \begin{pmatrix}0\\1\end{pmatrix} = \vec{e}_{2}\end{aligned}$$`,
    ],
    [
      "a potential with a formula in each region",
      String.raw`$r \ge 2R$${"\n\n"}$V(r) = kq\left(\frac{1}{R}+\frac{1}{r}\right)$${"\n\n----\n\n"}$R \le r\le 2R$${"\n\n"}$\displaystyle V(r)=V(2R)-\int_{2R}^r 0\,dr'=V(2R)$${"\n\n"}so${"\n\n"}$V(r)=\frac{3}{2}\frac{kq}{R}$`,
    ],
    [
      "words in a formula",
      String.raw`Equating the coefficients gives $$A + B = 0$$ $$A - B = 1$$ Solving this system, we find $$A = \frac{1}{2}\) and \(B = -\frac{1}{2}$$.`,
    ],
  ])("%s", (_, text) => expect(verdicts(text)).not.toContain("fails"));

  it("mends nothing by what makes both sides zero", () => {
    const text = String.raw`Let $U_n = A_n - B_n$ and $V_n = A_n + B_n$. \begin{align*} p(2n) &= P(A_n = B_n = 0) \\ &= P(U_n = V_n = 0) \\ &= P(U_n = 0) P(V_n = 0) \\ &= \left[\binom{2n}{n}\left(\frac{1}{2}\right)^{2n}\right]^2 \end{align*}`;
    expect(verdicts(text)).not.toContain("fails");
  });
});

describe("events, and what is near for many terms", () => {
  it("the event X = x says nothing of X", () => {
    const text = (law: string) =>
      String.raw`A case is when $A$ is the event $X=x$. Note that $E(Y|A)$ is a number.

Let $X \sim \mathrm{Bern}(\frac{1}{2})$. Then $$E[1 - X] + \mathrm{Var}[X] = ${law}.$$`;
    expect(verdicts(text(String.raw`\frac{3}{4}`)).pop()).toBe("holds");
    expect(verdicts(text(String.raw`\frac{1}{4}`)).pop()).not.toBe("holds");
  });

  it.each([
    ["a sum of as many terms", String.raw`$$1 + \frac{1}{2} + \frac{1}{3} + \dots + \frac{1}{n} \approx \log n + 0.577 \dots$$`, "unchecked"],
    ["a number", String.raw`$$1 + \frac{1}{2} + \frac{1}{3} \approx 1.93$$`, "fails"],
  ])("%s", (_, text, verdict) => expect(verdicts(text).pop()).toBe(verdict));
});

describe("means in a state", () => {
  it("takes no wave function for a density", () => {
    const text = String.raw`The state is $\psi(x) = N x e^{-x^2/(2a^2)}$. Then $$\langle x\rangle = \int_{-\infty}^{\infty} x\,\psi(x)\,dx$$`;
    expect(verdicts(text).pop()).not.toBe("holds");
  });
});

describe("what says in the same row what a name of the formula before it is", () => {
  it.each([
    [String.raw`$$\begin{aligned}(r+s)^2 - (r-s)^2 &= 4c, \quad c = rs \\ &= 4rs\end{aligned}$$`, "holds"],
    [String.raw`$$\begin{aligned}(r+s)^2 - (r-s)^2 &= 4c, \quad c = rs \\ &= 2rs\end{aligned}$$`, "fails"],
    // a value that is worked out in the rows below
    [String.raw`$$\begin{aligned}r &= 4, \quad q = 2r \\ &= 8\end{aligned}$$`, "holds"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});

describe("derivatives by subscripts of which nothing is said", () => {
  it.each([
    ["$$u_{xx} = v_{yx} = -u_{yy}$$", "unchecked"],
    ["$\\sigma_R = 2$ here. For another $R = bS + c$, $$\\sigma_R = \\sigma_{bS + c} = |b| \\sigma_S$$", "unchecked"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});
