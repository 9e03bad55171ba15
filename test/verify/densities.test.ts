/** Densities that formulas define: supports that conditions give, positive scales, expectations of the names that have them. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const lastVerdict = (text: string) => stepsOf(check(text)).at(-1)?.verdict;

describe.each([
  ["a normal density with any letters", R`Let $q(z|x) = \frac{1}{\sqrt{2\pi}\, s} e^{-(z - m)^2/(2 s^2)}$. Then`],
  ["the same without a condition", R`Let $q(z) = \frac{1}{\sqrt{2\pi}\, s} e^{-(z - m)^2/(2 s^2)}$. Then`],
])("%s", (_, said) => {
  it.each([
    [R`\mathbb{E}[z] = m`, "holds"],
    [R`\mathbb{E}[z^2] = m^2 + s^2`, "holds"],
    [R`\mathbb{E}[z^2] = m^2 + s`, "fails"],
    [R`\mathbb{E}[e^{tz}] = e^{m t + s^2 t^2/2}`, "holds"],
    [R`\mathbb{E}[e^{tz}] = e^{m t + s^2 t^2}`, "fails"],
    [R`\mathrm{Var}(z) = s`, "fails"],
  ])("%s : %s", (formula, verdict) => expect(lastVerdict(`${said} $$${formula}$$`)).toBe(verdict));
});

describe("a support", () => {
  const exponential = R`Let $p(x) = a e^{-a x}$, $x \ge 0$. Then`;
  const bernoulli = R`Let $p(k) = h^k (1 - h)^{1 - k}$ for $k \in \{0, 1\}$. Then`;
  const lifetime = R`Let $f(t) = a e^{-a t}$ for $t > 0$ be the density of the lifetime $T$. Then`;
  const uniform = R`Let $g(x) = \begin{cases} \frac{1}{c} & 0 < x < c \\ 0 & \text{otherwise} \end{cases}$ with $c > 0$ be the density of $X$. Then`;
  it.each([
    [exponential, R`E[x] = \frac{1}{a}`, "holds"],
    [exponential, R`\mathbb{E}_p[x^2] = \frac{1}{a^2}`, "fails"],
    [exponential, R`-\int_0^\infty p(x) \log p(x) dx = 1 - \log a`, "holds"],
    [bernoulli, R`E[k] = \sum_{k=0}^1 k\, p(k) = h`, "holds"],
    [bernoulli, R`-\sum_k p(k) \log p(k) = -h \log h - (1 - h) \log (1 - h)`, "holds"],
    [bernoulli, R`-\sum_k p(k) \log p(k) = -h \log h + (1 - h) \log (1 - h)`, "fails"],
    [R`Let $p(w) = 6 w (1 - w)$ for $0 < w < 1$. Then`, R`E[w^2] = \frac{3}{10}`, "holds"],
    [R`Let $a, b > 0$. Then`, R`\int_0^1 t^{a-1} (1-t)^{b-1} dt = \frac{\Gamma(a) \Gamma(b)}{\Gamma(a + b)}`, "holds"],
    [R`Let $a, b > 0$. Then`, R`\int_0^1 t^{a-1} (1-t)^{b-1} dt = \frac{\Gamma(a) \Gamma(b)}{\Gamma(a - b)}`, "fails"],
    [lifetime, R`E[T] = \int_0^\infty t f(t) dt = \frac{1}{a}`, "holds"],
    [lifetime, R`\mathrm{Var}(T) = \frac{2}{a^2}`, "fails"],
    [uniform, R`\int_{-\infty}^\infty g(x) dx = 1`, "holds"],
    [uniform, R`E[X] = \frac{c}{2}`, "holds"],
    [uniform, R`\mathrm{Var}(X) = \frac{c^2}{6}`, "fails"],
    [uniform, R`\frac{d}{dc} \int_{-\infty}^\infty g(x) x dx = \frac13`, "unchecked"],
  ])("%s %s : %s", (said, formula, verdict) => expect(lastVerdict(`${said} $$${formula}$$`)).toBe(verdict));
});

describe("a normal density without its minus", () => {
  const noted = (text: string) => stepsOf(check(text)).at(-1);
  it.each([R`Let $p(x) = \frac{1}{\sqrt{2\pi}\, s} e^{(x - m)^2/(2 s^2)}$.`, R`Let $q(z) = \frac{1}{\sqrt{2\pi}} \exp\left(\frac{z^2}{2}\right)$.`])(
    "%s",
    (text) => {
      const step = noted(text);
      expect(step?.code).toBe("density/not-normalised");
      expect(step?.message).toMatch(/diverges\. Put a minus/);
      const [{ range, newText }] = step?.fixes?.[0].edits ?? [];
      const mended = text.slice(0, range.start.offset) + newText + text.slice(range.end.offset);
      expect(noted(mended)?.code).toBe("step/defines");
    },
  );
  it("a growing exponential that is no density is none", () => expect(noted(R`Let $p(x) = e^{x^2/2}$.`)?.code).toBe("step/defines"));
});

it("a normal density of a letter that had another formula before is looked at, too", () => {
  const step = stepsOf(
    check(R`(a) So $p(x) = \mu e^{-\mu x}$.

(b) Therefore $\lambda = \frac{1}{2 s^2}$ and $$p(x) = \frac{1}{\sqrt{2\pi}\, s^2} e^{-x^2/(2 s^2)}$$`),
  ).at(-1);
  expect([step?.verdict, step?.code]).toEqual(["given", "density/not-normalised"]);
});

it("averages under a density, not under the distribution function behind it", () => {
  const text = R`Let $X$ have density $f(x) = b e^{-b x}$ for $x > 0$. Then $$F(x) = \int_0^x b e^{-b t}\,dt = 1 - e^{-b x},$$ $$E[X^2] = \int_0^\infty x^2 b e^{-b x}\,dx.$$`;
  expect(lastVerdict(text)).toBe("holds");
  expect(lastVerdict(text.replace("x^2 b e", "x b e"))).toBe("fails");
});
