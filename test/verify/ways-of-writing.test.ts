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
