/** Rows that contradict the equations they stand behind: accused where one stroke makes them follow, otherwise another equation. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();
const rows = (...lines: string[]) => String.raw`\begin{align*} ${lines.join(String.raw` \\ `)} \end{align*}`;
const NOISE = String.raw`(a) The next state is $u_t = \frac{k_t y_t + r_t e}{\sqrt{k_t}}$.

(b) Substituting $r_t = \sqrt{k_t(1-k_t)}$ we find `;

describe("an equation behind equations", () => {
  it.each([
    ["a quotient", rows(String.raw`k \hat\lambda &= s`, String.raw`\hat\lambda &= \frac{s}{k}`), "holds"],
    ["a quotient upside down", rows(String.raw`k \hat\lambda &= s`, String.raw`\hat\lambda &= \frac{k}{s}`), "fails"],
    ["numbers of a quotient that changed places", String.raw`Energy is conserved, $$m g h = \frac34 m v^2,$$ so $v = \sqrt{\frac{3gh}{4}}$.`, "fails"],
    ["sine and cosine that changed places", rows(String.raw`m a &= m g\sin\alpha - k m g\cos\alpha`, String.raw`a &= g(\cos\alpha - k\sin\alpha)`), "fails"],
    ["sine and cosine in their places", rows(String.raw`m a &= m g\sin\alpha - k m g\cos\alpha`, String.raw`a &= g(\sin\alpha - k\cos\alpha)`), "holds"],
    ["a system in another name", String.raw`If $4x+2y-6z=8$ and $x-3y+9z=5$, let $w=y-3z$. The equations become ${rows("4x+2w&=8", "x-3w&=5")}`, "holds"],
    ["the same with another number", String.raw`If $4x+2y-6z=8$ and $x-3y+9z=5$, let $w=y-3z$. The equations become ${rows("4x+2w&=8", "x-3w&=6")}`, "fails"],
    ["shares of as many as there are", rows(String.raw`e^{a_j} &= \frac{q_j}{q_m}`, String.raw`q_m \sum_{j=1}^m e^{a_j} &= \sum_{j=1}^m q_j = 1`), "unchecked"],
    ["a recurrence", String.raw`$$(n+1) b_{n+1} - (n - m) b_n = 0, \quad\text{or}\quad b_{n+1} = \frac{n-m}{n+1} b_n$$`, "holds"],
    ["a recurrence with a wrong name", String.raw`$$(n+1) b_{n+1} - (n - m) b_n = 0, \quad\text{or}\quad b_{n+1} = \frac{n-n}{n+1} b_n$$`, "fails"],
    ["a sequence worked out in the next part", NOISE + String.raw`$$u_t = \sqrt{k_t}\,y_t + \sqrt{1-k_t}\,e$$`, "holds"],
    ["a root lost in the next part", NOISE + String.raw`$$u_t = \sqrt{k_t}\,y_t + \frac{1-k_t}{1-k_t}\,e$$`, "fails"],
    ["a root behind an arrow", String.raw`$\sqrt{2x+3} = 5 \Rightarrow 2x+3 = 25$`, "holds"],
    [
      "a derivative that was differentiated",
      String.raw`$$G(w, z)\, w \frac{dw}{dz} + H(w, z) = 0$$${"\n\n"}$$z'' = \frac{(z')^2}{z}$$${"\n\n"}$$z' = w \quad\Rightarrow\quad z'' = w\, \frac{dw}{dz}$$`,
      "given",
    ],
    ["no root behind an arrow", String.raw`$\sqrt{2x+3} = 5 \Rightarrow 2x+3 = 26$`, "fails"],
    [
      "what the chain comes to",
      String.raw`Let $a + b + c = 0$ and $a^2 + b^2 + c^2 = 6$. Then $$(a+b+c)^2 - 2(ab + bc + ca) = -2(ab + bc + ca) = 6$$`,
      "holds",
    ],
    [
      "what the chain does not come to",
      String.raw`Let $a + b + c = 0$ and $a^2 + b^2 + c^2 = 6$. Then $$(a+b+c)^2 - 2(ab + bc + ca) = -2(ab + bc + ca) = 5$$`,
      "fails",
    ],
    ["a function of the row above", `Hence we have ${rows(String.raw`\ln(P(t)) &= 3t + 2`, String.raw`P(t) &= e^{3t + 2}`)}`, "holds"],
    ["another function than that of the row above", `Hence we have ${rows(String.raw`\ln(P(t)) &= 3t + 2`, String.raw`P(t) &= e^{3t + 3}`)}`, "fails"],
    ["a square lost in the next row", rows(String.raw`u - \kappa t^2 &= v`, String.raw`\kappa &= \frac{u - v}{t}`), "fails"],
    ["a row that is solved", rows(String.raw`u - \kappa t^2 &= v`, String.raw`\kappa &= \frac{u - v}{t^2}`), "holds"],
    ["the second of two that follow", String.raw`We have $2u-\kappa = 0$ and $6v - \kappa = 0$, so $u = \frac\kappa2$ and $v = \frac\kappa3$.`, "fails"],
    [
      "the second beside a bound",
      String.raw`Let $u + v \ge 3$. We have $2u-\kappa = 0$ and $6v - \kappa = 0$, so $u = \frac\kappa2$ and $v = \frac\kappa3$.`,
      "fails",
    ],
    ["both of two that follow", String.raw`We have $2u-\kappa = 0$ and $6v - \kappa = 0$, so $u = \frac\kappa2$ and $v = \frac\kappa6$.`, "holds"],
    ["the second value of a system", "We have $3u + v = 7$ and $u - v = 1$. This gives $4u = 8$, so $u = 2$ and $v = 3$.", "fails"],
    ["both values of a system", "We have $3u + v = 7$ and $u - v = 1$. This gives $4u = 8$, so $u = 2$ and $v = 1$.", "holds"],
    [
      "a value with an index",
      String.raw`We need $0.2w_1 = 0.3w_2$ and $w_1 + w_2 = 1$. Therefore $$w_1 = \frac{0.3}{0.5} = \frac35, \qquad w_2 = \frac35.$$`,
      "fails",
    ],
    ["a closed slip behind an arrow", String.raw`$10\cdot 40\cdot\left(-\tfrac15\right) \Rightarrow \frac{400}{-5} = -81$`, "fails"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it.each([
    ["another case", String.raw`If $x = 2$, then $y = 5$. If $x = 3$, then $y = 7$.`],
    ["a system in rows", rows("u + v &= 3", "u &= 3v")],
    ["a line beside a line", rows("2x + 3y &= 6", "2x + 3y &= 7")],
    ["a point on a line", "We found $x = 3$ and $y = 2$.\n\nNow another one.\n\nThe line $y = 2x + b$ passes through $(1, 5)$, so $5 = 2 + b$ and $b = 3$."],
    ["two factors", String.raw`We factor $(\sin t - 1)(\sin t + 1) = 0$. This gives $\sin t - 1 = 0$ or $\sin t + 1 = 0$.`],
    ["two roots", String.raw`$x^2 - 4x = 0$, so $x = 0$ or $x = 4$.`],
    ["another condition", String.raw`Let $f(x) = ax + b$ with $f(1) = 3$ and $f(2) = 4$.`],
    [
      "a moment",
      rows(
        String.raw`\frac1v &= kt + C \intertext{With $t = 0$ we get $C = \frac15$, so} \frac1v &= kt + \frac15 \intertext{At $t = 1$, $v = 3$, so} \frac13 &= k + \frac15`,
      ),
    ],
    ["one of two", String.raw`Is it $y' = k(7-y)$ or $y' = k(y-7)$? Since $y$ grows and $y < 7$, we conclude that $y' = k(7-y)$.`],
    [
      "an initial value",
      String.raw`$$y = -\left(x + \frac12 + C\right)^{-1/2}$$ The initial value $y(0)=-1$ implies that $$-1 = -\left(\frac12 + C\right)^{-1/2}$$`,
    ],
    ["a system in numbered unknowns that has none", rows("2x_1 + 5x_2 &= 4", "x_1 - x_2 &= 3", "x_1 + 6x_2 &= 2")],
    ["a system that has no solution", String.raw`The system is $\left\{\begin{aligned} x + y &= 3 \\ 2x + 2y &= 7 \end{aligned}\right.$`],
  ])("is accused of nothing: %s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });

  it("what is derived from a false row is not accused beside it", () => {
    const text = String.raw`\begin{align*} 3t^2+4 &= 13t \\ \Rightarrow\quad 3t^2-13t+4 &= 1 \\ \Rightarrow\quad (3t-1)(t-4) &= 0 \end{align*}`;
    expect(verdicts(text).filter((v) => v === "fails")).toHaveLength(2);
    expect(last(text)).not.toBe("fails");
  });

  it("the stroke is offered", () => {
    const step = stepsOf(check(rows(String.raw`k \hat\lambda &= s`, String.raw`\hat\lambda &= \frac{k}{s}`))).pop();
    expect(step?.fixes?.[0].edits[0].newText).toBe("{s}{k}");
  });
});
