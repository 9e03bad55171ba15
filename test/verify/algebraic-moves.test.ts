/** Equations that words call another form of the one before them: accused where they exclude its solutions, and only there. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();

describe("another form of an equation", () => {
  it.each([
    ["rewritten", String.raw`We have $p^2 q + q^2 r = r^2 p$, which can be rewritten as $p^2 q + q^2 r - r^2 p = 0$.`, "holds"],
    ["rewritten wrongly", String.raw`We have $p^2 q + q^2 r = r^2 p$, which can be rewritten as $(p^2 - 1) q + (q^2 + 1) r = r^2 p$.`, "fails"],
    ["simplified", String.raw`$(8 - 4u + 2v + w) - (1 - u + v + w) = 9$. Simplifying this gives $7 - 3u + v = 9$.`, "holds"],
    ["simplified wrongly, a name cancels", String.raw`$(8 - 4u + 2v + w) - (1 - u + v + w) = 9$. Simplifying this gives $7 - 3u + 3v = 9$.`, "fails"],
    ["expanded", String.raw`Put in, this is $t (t + 6) = (t + 2) \cdot 40$. Expanding both sides of the equation: $t^2 + 6t = 40t + 80$.`, "holds"],
    [
      "expanded wrongly",
      String.raw`Put in, this is $t \cdot (9 + 6) = (t + 2) \cdot 40$. Expanding both sides of the equation: $t^2 + 6t = 40t + 80$.`,
      "fails",
    ],
    ["a false row below a right one", String.raw`$3(s - 2) = s + t$. Let's simplify this: $3s - 6 = s + t$. $2s - t = 8$.`, "fails"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it.each([
    ["another solution", String.raw`$u (u - 4) = 0$, that is, $u = 0$ or $u = 4$.`],
    ["a value is used", String.raw`Let $k = 3$. We have $k x + k = 12 + y$. Since $k = 3$, simplifying gives $3x = 9 + y$.`],
    ["another equation of a system", String.raw`$u + v = 4$ and $u - v = 2$. Adding the two equations, we get $2u = 6$.`],
    ["one equation less another", String.raw`$3u + w = 7$ and $5v + w = 2$. If $w = 0$ then $u = 4$. So $w > 0$ and $u + v = 4$. Subtracting, $u - v = 3$.`],
    ["substituted", String.raw`$u + v = 4$. Substituting $u = 2v$, this simplifies to $3v = 4$.`],
    ["a case", String.raw`$\cos y = \frac12 z$. For $y = 0$, rewriting gives $1 = \frac12 z$.`],
    ["two names set equal", "The cars are at $s_A = 3t$ and $s_B = 2t + 4$. Setting $s_A = s_B$ gives $t = 4$."],
    ["a new value", "The mean is $m = 2.5$. Adding a fourth figure, $m = 3$."],
    ["parallel rows", String.raw`The equations $u + 2v = 3$ and $3u - v = 4$ simplify to \[u = 3 - 2v\] \[v = 3u - 4\]`],
  ])("is accused of nothing: %s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });
});

describe("polynomials multiplied out", () => {
  it.each([
    ["a wrong coefficient", String.raw`$(u + v\sqrt{3})^2 = u^2 + 6 u v \sqrt{3} + 3 v^2$`, "fails"],
    ["a wrong factor", String.raw`By long division we factor \[ t^3 - 2t^2 - 9t + 10 = (t - 1)(t^2 - t - 8). \]`, "fails"],
    ["a right one", String.raw`By long division we factor \[ t^3 - 2t^2 - 9t + 10 = (t - 1)(t^2 - t - 10). \]`, "holds"],
    ["an equation to solve", String.raw`Solve $(t + 2)(t + 3) = t^2 + 4t + 6$ for $t$.`, "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("values said in a row", () => {
  it.each([
    ["worked out wrongly", String.raw`Hence \[ S = 165 \times \frac{6}{11} \] \[ S = 9 \times 6 \]`, "fails"],
    ["worked out", String.raw`Hence \[ S = 165 \times \frac{6}{11} \] \[ S = 15 \times 6 \]`, "holds"],
    ["two solutions", String.raw`The solutions are \[ x = \frac{5 + 1}{2} \] \[ x = \frac{5 - 1}{2} \]`, "given"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("functions that have a formula", () => {
  it.each([
    ["at a number, whatever is said of the variable", String.raw`Let $f(x) = x^2 + 1$. We evaluate it at $x = \pi$: $$f(\pi) = \pi^2 - 1$$`, "fails"],
    ["in another form", String.raw`Let $g(x, y) = x^2 + y^2 + 3xy$. We can rewrite $g$ as $$g(x, y) = (x + y)^2 + 2xy$$`, "fails"],
    ["in its right form", String.raw`Let $g(x, y) = x^2 + y^2 + 3xy$. We can rewrite $g$ as $$g(x, y) = (x + y)^2 + xy$$`, "holds"],
    ["a function that is sought", String.raw`Find $f$ with $f(x + f(y)) = f(x) f(y)$. With $x = 0$ we have $$f(f(y)) = f(0) f(y) = f(y)^2$$`, "unchecked"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe("where an equation goes on", () => {
  it.each([
    ["steps of one solution share their facts", "### Step 1\nThe equation $3m = 6$ gives $m = 2$.\n\n### Step 2\n$$m^2 + 1 = 5$$", "holds"],
    ["an expression before an aside", String.raw`The sum is $S = u^2 + u^3$. Recall that $u = 2w$. Put into the expression this is $= 4w^2 + 8w^3$.`, "holds"],
    ["halves were not rounded", String.raw`$(-0.5)(-2.5)(-6.5) = -8.625$`, "fails"],
    ["a closed sign behind an order", String.raw`$n > \frac{-2.3026}{0.6931} \approx 3.322$`, "fails"],
  ])("%s", (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it("no rounding behind an arrow", () => {
    expect(verdicts(String.raw`$33(100 + 2b) = 2013 \implies 100 + 2b = 60.45$`)).toContain("fails");
  });
});

it("a chain that works out a tried formula rests on the formula alone", () => {
  const text = String.raw`Let $h$ satisfy $h(x + h(y)) = h(x) + h(y) + h(-y)$. Try $h(x) = x + c$. Then $$h(2x + y) + h(xy) = h(2x + y) + xy + c = 2x + y + c + xy$$`;
  expect(verdicts(text).slice(-2)).toEqual(["holds", "fails"]);
});
