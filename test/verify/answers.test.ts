/** Answers to equations: values and formulas are put into the equation that asked for them. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("values", () => {
  it.each([
    ["a root", String.raw`Solve $x^2 - 5x + 6 = 0$. We factor $(x-2)(x-3) = 0$, so $x = 2$ or $x = 3$.`, "holds"],
    ["no root", String.raw`Solve $x^2 - 5x + 6 = 0$. We factor $(x-2)(x-3) = 0$, so $x = 2$ or $x = 4$.`, "fails"],
    ["one of two alternatives", String.raw`Solve $|x - 4| = 3$. Either $x - 4 = 3$ or $x - 4 = -3$, so $x = 7$ or $x = 1$.`, "holds"],
    ["one of two displays", "Solve $|x - 4| = 3$.\n\n$$x - 4 = 3$$\n\n$$x - 4 = -3$$\n\ngiving $x = 7$.", "holds"],
    ["none of two displays", "Solve $|x - 4| = 3$.\n\n$$x - 4 = 3$$\n\n$$x - 4 = -3$$\n\ngiving $x = -1$.", "fails"],
    ["none of two alternatives", String.raw`Solve $|x - 4| = 3$. Either $x - 4 = 3$ or $x - 4 = -3$, so $x = 7$ or $x = -1$.`, "fails"],
    ["a value that is tried", String.raw`Consider $x^2 - 5x + 6 = 0$. We try $x = 4$.`, "given"],
    ["a value at which something else is looked at", String.raw`The equation is $x^2 - 5x + 6 = 0$. At the point with $x = 4$`, "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it("the first of alternatives is not put into the last of the equations", () => {
    expect(verdicts(String.raw`Either $x - 4 = 3$ or $x - 4 = -3$, so $x = 7$ or $x = 1$.`)).not.toContain("fails");
  });
});

describe("items of a list answer no question of another item", () => {
  const list = (...items: string[]) => String.raw`\begin{enumerate}${items.map((i) => `\n\\item ${i}`).join("")}\n\\end{enumerate}`;
  it.each([
    ["values", `${list("$2^x = 8$", "$3^{x^2} = 81$")} ${list("So $x = 3$.", "So $x = 2$.")}`],
    ["formulas", list(String.raw`$b = 3$, so $y = \log_3 x$`, String.raw`$b = 5$, so $y = \log_5 (x - 2)$`)],
  ])("%s", (_, text) => {
    expect(verdicts(text, "a.tex")).not.toContain("fails");
  });
  it("of their own", () => {
    expect(verdicts(list("$3^{x^2} = 81$, so $x = 3$."), "a.tex")).toContain("fails");
  });
});

it("powers behind the arguments of logarithms, between arrows", () => {
  const rows = (end: string) => String.raw`$$\frac52 = (1.1)^t \Rightarrow \ln\frac52 = \ln(1.1)^t \Rightarrow \ln\frac52 = ${end}$$`;
  expect(verdicts(rows(String.raw`t\ln(1.1)`))).not.toContain("fails");
  expect(verdicts(rows(String.raw`t\ln(1.2)`))).toContain("fails");
});

describe("formulas", () => {
  it.each([
    ["a solution", String.raw`Solve $y'' + 4y = \cos x$. Then $y = C_1\cos 2x + C_2\sin 2x + \frac13\cos x$.`, "holds"],
    ["a coefficient", String.raw`Solve $y'' + 4y = \cos x$. Then $y = C_1\cos 2x + C_2\sin 2x + \frac14\cos x$.`, "fails"],
    ["an initial value", String.raw`Solve $y' = 2xy$, $y(0) = 3$. So $y = 2e^{x^2}$.`, "fails"],
    ["its right one", String.raw`Solve $y' = 2xy$, $y(0) = 3$. So $y = 3e^{x^2}$.`, "holds"],
    ["a rate", String.raw`Solve $\frac{dP}{dt} = k P$ with $P(0) = P_0$. The solution is $P(t) = P_0 e^{-kt}$.`, "fails"],
    ["a guess on the way", String.raw`Solve $y'' + 4y = \cos x$. We try $y = A \cos x$.`, "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("logarithms", () => {
  it.each([
    [String.raw`$\log_3 81 = 4$ and $\log 1000 = 3$`, "holds"],
    [String.raw`$\log_3 81 = 4$ and $\ln 1000 = 3$`, "fails"],
    [String.raw`$$\log (100 x) = 2 + \log x$$`, "holds"],
    [String.raw`$$\log (100 x) = 3 + \log x$$`, "fails"],
  ])("%s", (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

it("digits that are arguments by themselves are changed by themselves", () => {
  const step = stepsOf(check(String.raw`Hence $$\int_0^1 x^2 dx = \frac14$$`)).pop();
  expect(step?.fixes?.[0].edits).toMatchObject([{ newText: "3" }]);
});

describe("terms of sequences", () => {
  const sequence = "Let $a_1 = 1$ and $a_{n+1} = 2 a_n + 1$. Then ";
  it.each([
    ["the recurrence", `${sequence}$$a_2 = 2 a_1 + 1$$`, "holds"],
    ["a slip in it", `${sequence}$$a_2 = 2 a_1 + 2$$`, "fails"],
    ["a value of a term", `${sequence}$$a_2 = 2 a_1 + 1 = 3$$ $$a_3 = 2 a_2 + 1 = 8$$`, "fails"],
    ["the value", `${sequence}$$a_2 = 2 a_1 + 1 = 3$$ $$a_3 = 2 a_2 + 1 = 7$$`, "holds"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

it("what is said to be zero is written in two ways", () => {
  expect(verdicts("The characteristic equation is $$r^2 - 3r + 2 = (r-1)(r+2) = 0$$")[0]).toBe("fails");
  expect(verdicts("The characteristic equation is $$r^2 - 3r + 2 = (r-1)(r-2) = 0$$")[0]).toBe("holds");
});

it("thousands are cut at no comma", () => {
  expect(verdicts(String.raw`$$2 \cdot 4{,}500 = 9,000 = 3 \cdot 3,000$$`)).toEqual(["holds", "holds"]);
});

describe("systems", () => {
  const matrices = String.raw`The normal equations are \[ \begin{pmatrix}3&3\\3&5\end{pmatrix}\begin{pmatrix}a\\b\end{pmatrix} = \begin{pmatrix}7\\10\end{pmatrix}, \] so `;
  it.each([
    ["in matrices", `${matrices} $b = \\frac32$.`, "holds"],
    ["in matrices, a wrong value", `${matrices} $b = \\frac23$.`, "fails"],
    ["in rows, a wrong value", "Solve the system $2x + y = 7$ and $x - y = 2$. We get $x = 3$ and $y = 2$.", "fails"],
    [
      "cases of a list",
      "We find\n\\begin{align*}\n3x(2 + k) &= 0\\\\\ny - k &= 0\\\\\ny - x^2 + 4 &= 0\n\\end{align*}\n\\begin{itemize}\n\\item $x = 0$. Then the third gives $y = -4$. So $R = \\sqrt{x^2 + y^2} = 4$.\n\\item $k = -2$\n",
      "given",
    ],
    ["several solutions", "Solve $x + y = 5$ and $xy = 6$. So $x = 2$ and $y = 3$, or $x = 3$ and $y = 2$.", "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("what is written out", () => {
  const a = String.raw`Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$. `;
  it.each([
    [String.raw`${a} $A^2 = \begin{pmatrix}5 & 4\\4 & 5\end{pmatrix}$`, "holds"],
    [String.raw`${a} $A^2 = \begin{pmatrix}5 & 4\\4 & 6\end{pmatrix}$`, "fails"],
    [String.raw`${a} $A^{-1} = \frac13\begin{pmatrix}2 & 1\\-1 & 2\end{pmatrix}$`, "fails"],
    [String.raw`$(1,0,1) - \frac12(1,1,0) = (\frac12, -\frac12, 1)$`, "holds"],
    [String.raw`$(1,0,1) - \frac12(1,1,0) = (\frac12, \frac12, 1)$`, "fails"],
    [String.raw`$|(3,4)| = 5$`, "holds"],
  ])("%s", (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("solved forms", () => {
  it.each([
    [String.raw`From $PV = nRT$ we get $V = \frac{nRT}{P}$.`, "holds"],
    [String.raw`From $PV = nRT$ we get $V = \frac{P}{nRT}$.`, "fails"],
    [String.raw`$\frac1R = \frac1{R_1} + \frac1{R_2}$, so $R = \frac{R_1+R_2}{R_1R_2}$.`, "fails"],
    [String.raw`$$x = y + z$$ $$y = x + z$$`, "given"],
  ])("%s", (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("complex numbers and residues", () => {
  it.each([
    [String.raw`Let $z = x+iy$. Then $$z\bar z = x^2 + y^2$$`, "holds"],
    [String.raw`Let $z = x+iy$. Then $$\operatorname{Re}(z^2) = x^2 + y^2$$`, "fails"],
    [String.raw`$$\int_{-\infty}^\infty\frac{dx}{x^2+1} = 2\pi i\cdot\frac1{2i}$$`, "holds"],
    [String.raw`$$\int_{-\infty}^\infty\frac{dx}{x^2+1} = 2\pi i\cdot\frac1{i}$$`, "fails"],
    [String.raw`$i^i = e^{i \operatorname{Log} i} = e^{-\pi/2}$`, "holds"],
    [String.raw`$7^{100} = (7^4)^{25} \equiv 1 \pmod{10}$`, "holds"],
    [String.raw`$7^{101} \equiv 3 \pmod{10}$`, "fails"],
    [String.raw`$P(D\mid +) = \frac{0.0099}{0.0594} = \frac16$`, "holds"],
  ])("%s", (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

it("a substitution that is chosen answers nothing", () => {
  const text = String.raw`Set $u(x) = 2x + 1$ and replace $\mathrm{d}x$ by $\frac{1}{u'(x)}\mathrm{d}u = \frac12 \mathrm{d}u$. Now set $u(x) = 3x - 2$.`;
  expect(stepsOf(check(text)).map((s) => s.verdict)).not.toContain("fails");
});

it("displays between blank lines do not part an answer from its equation", () => {
  const text = String.raw`Solve $2x^2 - 5x - 3 = 0$. By the formula,

$$x = \frac{5\pm\sqrt{49}}{4} = \frac{5\pm7}{4},$$

so $x = 3$ or $x = \frac12$.`;
  expect(verdicts(text).slice(-2)).toEqual(["holds", "fails"]);
});

it("an arrow in the second column of braced rows goes on with its row", () => {
  const rows = "x+a = -b & \\Longleftrightarrow x = -b-a, \\text{ and } \\\\ xa = b & \\Longleftrightarrow x = \\frac{b}{a}";
  const steps = stepsOf(check(`Let $a \\neq 0$.\n\n$$ \\left\\{\\begin{aligned} ${rows} \\end{aligned}\\right. $$\n`));
  expect(steps.filter((s) => s.relation === "⇔").map((s) => s.verdict)).toEqual(["holds", "holds"]);
});

describe("a wrong value", () => {
  const wrong = (text: string) => stepsOf(check(text)).filter((s) => s.verdict === "fails");
  it.each([
    [
      "with the solutions of its equation",
      String.raw`The equation $(s - 2)(s - 5) = 0$ gives $s = 2$ or $s = -5$.`,
      "Its solutions are s = 2, s = 5.",
      "Replace $-5$ by $5$",
    ],
    ["with the only solution", String.raw`We have $3s = 8$, so $s = 3$.`, "Its solution is s = 2.667.", String.raw`Replace $3$ by $\frac{8}{3}$`],
    [
      "of a system",
      String.raw`The conditions are $a + b = 1$ and $2a + 3b = 0$. Hence $a = 3$ and $b = 2$.`,
      "Is no solution of a + b = 1 and 2a + 3b = 0.",
      "Replace $2$ by $-2$",
    ],
    [
      "of a system that was made from a formula",
      "Let $$y = c_1 e^{2x} + c_2 e^{3x}$$\n\nThe conditions give $c_1 + c_2 = 1$ and $2c_1 + 3c_2 = 0$. Hence $c_1 = 3$ and $c_2 = 2$.",
      "Is no solution of c_1 + c_2 = 1 and 2c_1 + 3c_2 = 0.",
      "Replace $2$ by $-2$",
    ],
    [
      "behind an arrow",
      String.raw`$$\frac{s}{2} + \frac{s}{4} = 3 \quad\Rightarrow\quad s = \frac94$$`,
      "it excludes every solution of the statement before it, s = 4.",
      String.raw`Replace $\frac94$ by $4$`,
    ],
    [
      "of a formula that was solved for",
      String.raw`Setting $\frac{a}{s} - b = 0$ we get $$s = \frac{b}{a}$$`,
      "It follows with a/b in place of b/a.",
      String.raw`Swap numerator and denominator: $\frac{a}{b}$`,
    ],
  ])("is told %s, and mended", (_, text, says, title) => {
    const [step] = wrong(text);
    expect(step?.message).toContain(says);
    expect(step?.fixes?.[0]?.title).toBe(title);
  });
  it.each([
    ["of which two are left", "The equation $s^2 = 9$ gives $s = 4$."],
    ["that nobody would write", "The equation $s^3 = 7$ gives $s = 2$."],
  ])("is offered no solution %s", (_, text) => expect(wrong(text).flatMap((s) => s.fixes ?? [])).toEqual([]));
});
