/** No step passes because a name that depends on a variable was left open while it was differentiated, integrated or summed by. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const lastVerdict = (text: string) => stepsOf(check(text)).at(-1)?.verdict;

it.each([
  ["a function with a parameter", R`Let $h(t) = a t^2$. Then $$\frac{\partial}{\partial a} \left(a h(t)\right) = h(t)$$`, "fails"],
  [
    "by an argument that has a formula",
    R`Let $u(a, b) = (a+b)^3$, $a(w, x) = wx$ and $b(w, x) = w - x$. Then $\frac{\partial u}{\partial a} = 3(a+b)^2$`,
    "holds",
  ],
  ["the same with a wrong factor", R`Let $u(a, b) = (a+b)^3$, $a(w, x) = wx$ and $b(w, x) = w - x$. Then $\frac{\partial u}{\partial a} = 2(a+b)^2$`, "fails"],
  ["the same, rightly", R`Let $h(t) = a t^2$. Then $$\frac{\partial}{\partial a} \left(a h(t)\right) = 2 h(t)$$`, "holds"],
  ["its argument", R`Let $h(t) = a t^2$. Then $$\frac{\partial}{\partial t} \left(t h(t)\right) = h(t) + t h'(t)$$`, "holds"],
  [
    "a chain rule that forgets a name which moves as well",
    R`Let $z = x^2y$ with $x = \cos t$ and $y = \sin t$. Then $$\frac{dz}{dt} = \frac{\partial z}{\partial x}\frac{dx}{dt}.$$`,
    "unchecked",
  ],
  [
    "data with noise, under the name of what is differentiated",
    R`Let $y_i = b x_i + \varepsilon_i$ and $S(b) = \sum_{i=1}^n (y_i - b x_i)^2$. Then $$S'(b) = -2\sum_{i=1}^n x_i(y_i - b x_i)$$`,
    "holds",
  ],
  [
    "the same with the wrong sign",
    R`Let $y_i = b x_i + \varepsilon_i$ and $S(b) = \sum_{i=1}^n (y_i - b x_i)^2$. Then $$S'(b) = 2\sum_{i=1}^n x_i(y_i - b x_i)$$`,
    "fails",
  ],
  ["a name", R`Let $u = a x^2$. Then $$\frac{d}{dx} (x u) = u$$`, "fails"],
  ["an argument that another name of the formula depends on", R`We have $s = 2x + 1$ and $F(s) = x^2$. Then $F'(s) = \frac{s - 1}{2}$.`, "holds"],
  ["the same, wrongly", R`We have $s = 2x + 1$ and $F(s) = x^2$. Then $F'(s) = s - 1$.`, "fails"],
  ["an argument that cannot be undone", R`We have $s = x + \sin x$ and $F(s) = x^2$. Then $F'(s) = 2 x$.`, "unchecked"],
  [
    "a total that an earlier section named behind its formula",
    [
      "# One",
      R`It is $e^{1+r} = \sum_{j=1}^n e^{-a t_j} = Z$.`,
      "# Two",
      R`Let $U = \frac{b}{Z}$. Then $$\frac{\partial U}{\partial a} = \frac{b}{Z^2}\sum_{j=1}^n t_j e^{-a t_j}$$`,
    ].join("\n\n"),
    "holds",
  ],
  ["under an integral", R`Let $h(t) = a t^2$. Then $$\int_0^1 h(t)\, da = h(t)$$`, "fails"],
  [
    "a derivative by what is given a formula later",
    R`Let $Z = 1 + e^{-bu}$ and $E = -\frac{\partial \log Z}{\partial b}$. With $b = 1/T$, $$\frac{\partial E}{\partial T} = \frac{u^2 e^{u/T}}{T^2(1+e^{u/T})^2}$$`,
    "holds",
  ],
  [
    "the same, with a power too low",
    R`Let $Z = 1 + e^{-bu}$ and $E = -\frac{\partial \log Z}{\partial b}$. With $b = 1/T$, $$\frac{\partial E}{\partial T} = \frac{u^2 e^{u/T}}{T(1+e^{u/T})^2}$$`,
    "fails",
  ],
  [
    "an entropy of which nothing is said",
    R`Let $H(q) = -\sum_z q(z) \log q(z)$. For $G(m) = bm + H(m)$ $$\frac{dG}{dm} = b - \frac12\log\frac{1+m}{1-m}$$`,
    "unchecked",
  ],
])("%s", (_, text, verdict) => expect(lastVerdict(text)).toBe(verdict));

it.each([
  ["a function", R`Let $h(t) = a t^2$. Then $$\frac{\partial}{\partial a} h(t) = 0$$`],
  ["a name", R`Let $u = a x^2$. Then $$\frac{d}{dx} (u + 3) = 0$$`],
  ["an integral", R`Let $h(t) = a t^2$. Then $$\frac{\partial}{\partial a} \int_0^1 h(t) dt = 0$$`],
  ["a name of a name", R`Let $v = x + 1$ and $u = a v^2$. Then $$\frac{d}{dx} (x u) = u$$`],
  ["under a sum", R`Let $u = k + b$. Then $$\sum_{k=1}^{3} u = 3 u$$`],
])("%s: what the name hides counts", (_, text) => expect(lastVerdict(text)).not.toBe("holds"));

it("what changes is no number of one moment", () => {
  expect(lastVerdict(R`At noon $V = 20$. $$\frac{dV}{dt} = 5$$`)).not.toBe("fails");
  expect(lastVerdict(R`Let $V = 3t^2$. $$\frac{dV}{dt} = 5t$$`)).toBe("fails");
});

it.each([
  ["beside its parameter", R`$\frac{\partial}{\partial \mu} \sum_{i=1}^n (y_i - \mu)^2 = -2 \sum_{i=1}^n (y_i - \mu)$`, "holds"],
  ["of a function of them", R`$S(\mu) = \sum_{i=1}^n (y_i - \mu)^2$ and $\nabla_\mu S(\mu) = -2 \sum_{i=1}^n (y_i - \mu)$`, "holds"],
  ["with a wrong sign", R`$\frac{\partial}{\partial \mu} \sum_{i=1}^n (y_i - \mu)^2 = 2 \sum_{i=1}^n (y_i - \mu)$`, "fails"],
])("what is observed with noise stays as it is %s", (_, formula, verdict) =>
  expect(lastVerdict(R`Let $y_i = \mu + \varepsilon_i$ with $\varepsilon_i \sim \mathcal{N}(0, \sigma^2)$. We have ${formula}`)).toBe(verdict),
);

it.each([
  ["a total by a term, which no formula tells", R`$$\frac{\partial}{\partial b_j} \log b_0 = \frac{\partial}{\partial b_0} \log b_0$$`, "unchecked"],
  ["a term, beside a total", R`$$\frac{\partial}{\partial b_j} b_j^2 = 3 b_j$$`, "fails"],
  ["by a numbered name that has a formula", R`Let $u_0 = p + q$. $$\frac{\partial}{\partial p} u_0^2 = \frac{\partial}{\partial u_0} u_0^2$$`, "unchecked"],
  ["by a term of a sequence that has one", R`Let $s_k = r_k c$. $$\frac{\partial}{\partial s_j} \sum_i e^{s_i} = e^{s_j}$$`, "holds"],
  ["by such a term, wrongly", R`Let $s_k = r_k c$. $$\frac{\partial}{\partial s_j} \sum_i e^{s_i} = 2 e^{s_j}$$`, "fails"],
])("a derivative of %s", (_, text, verdict) => expect(lastVerdict(text)).toBe(verdict));

it("definitions that lead to each other in many ways are followed once", () => {
  const names = "abcdfghklmnpqrsuvw".split("");
  const lines = names.slice(1).map((n, i) => `Let $${n} = ${names.slice(0, i + 1).join(" + ")}$.`);
  expect(lastVerdict(`${lines.join("\n")} Then $$\\frac{d}{dx} (x w) = w$$`)).toBe("holds");
});

it.each([
  ["quotient", R`$$\frac{dy}{dx} = \frac{2t}{3t^2}$$`, "holds"],
  ["quotient, wrongly", R`$$\frac{dy}{dx} = \frac{2t}{2t^2}$$`, "fails"],
  ["second derivative", R`$$\frac{d^2y}{dx^2} = -\frac{2}{9t^4}$$`, "holds"],
  ["second derivative, wrongly", R`$$\frac{d^2y}{dx^2} = \frac{2}{9t^4}$$`, "fails"],
])("a curve that is run through by a parameter: the %s", (_, formula, verdict) => {
  expect(lastVerdict(R`Let $x = t^3 + 1$ and $y = t^2 - 5$. Then ${formula}`)).toBe(verdict);
  expect(lastVerdict(R`Let $x(t) = t^3 + 1$ and $y(t) = t^2 - 5$. Then ${formula}`)).toBe(verdict);
});

it("which letter a curve is run through by is not guessed", () =>
  expect(lastVerdict(R`Let $x = a b$ and $y = a - b$. Then $$\frac{dy}{dx} = \frac{1}{b}$$`)).not.toMatch(/holds|fails/));

const PAIR = R`Let $X$ and $Y$ be independent and uniform on $[0, 1]$. `;

it.each([
  ["a sum beside its term", R`${PAIR}Let $S = X + Y$. Then $E[S X] = E[S] E[X]$.`, "fails"],
  ["the same, rightly", R`${PAIR}Let $S = X + Y$. Then $E[S X] = E[S] E[X] + \frac{1}{12}$.`, "holds"],
  ["a sum in a variance", R`${PAIR}Let $S = X + Y$. Then $\mathrm{Var}(S) = \mathrm{Var}(X)$.`, "fails"],
  ["a sum alone", R`${PAIR}Let $S = X + Y$. Then $E[2 S + 1] = 2 E[S] + 1$.`, "holds"],
])("%s", (_, text, verdict) => expect(lastVerdict(text)).toBe(verdict));

it.each([
  [
    "a name that another problem has made of others",
    R`**Exercise 1.** Let $Y = X^2$.${"\n\n"}**Exercise 2.** Let $X$ and $Y$ be independent standard normal. Then $\mathrm{Var}(X) + \mathrm{Var}(Y) = 2$.`,
    "holds",
  ],
  [
    "the same, wrongly",
    R`**Exercise 1.** Let $Y = X^2$.${"\n\n"}**Exercise 2.** Let $X$ and $Y$ be independent standard normal. Then $\mathrm{Var}(X) + \mathrm{Var}(Y) = 3$.`,
    "fails",
  ],
])("%s", (_, text, verdict) => expect(lastVerdict(text)).toBe(verdict));

it.each([
  [
    "weights that are differentiated, whatever they depend on",
    R`$$\nabla_\phi \log \sum_{k=1}^K w_k = \frac{\sum_{k=1}^K \nabla_\phi w_k}{\sum_{k=1}^K w_k}$$`,
    "holds",
  ],
  ["the same, with a factor lost", R`$$\nabla_\phi \log \sum_{k=1}^K w_k^2 = \frac{\sum_{k=1}^K w_k \nabla_\phi w_k}{\sum_{k=1}^K w_k^2}$$`, "not holds"],
  [
    "zero on both sides",
    R`Let $v_k = w_k / \sum_j w_j$. $$\frac{\sum_{k=1}^K \nabla_\phi w_k}{\sum_{k=1}^K w_k} = \sum_{k=1}^K v_k^2 \nabla_\phi w_k$$`,
    "not holds",
  ],
])("%s", (_, text, verdict) => (verdict === "not holds" ? expect(lastVerdict(text)).not.toBe("holds") : expect(lastVerdict(text)).toBe(verdict)));

it.each([
  ["a function with a parameter in its subscript", R`$$\nabla_\theta f_\theta(x)^2 = 2 f_\theta(x)\nabla_\theta f_\theta(x)$$`, "holds"],
  ["the same with a wrong factor", R`$$\nabla_\theta f_\theta(x)^2 = 3 f_\theta(x)\nabla_\theta f_\theta(x)$$`, "fails"],
  ["a policy with a parameter, wrongly", R`$$\nabla_\theta\pi_\theta(a) = 2\pi_\theta(a)\,\nabla_\theta\log\pi_\theta(a)$$`, "fails"],
  ["an inner derivative without its sign", R`$$\frac{\partial}{\partial w}(y-f_w(x))^2 = 2 (y-f_w(x))\frac{\partial}{\partial w}f_w(x)$$`, "fails"],
  [
    "a plain name with a parameter in its subscript",
    R`$$\frac{\partial}{\partial\theta} \log Z_\theta = \frac{1}{Z_\theta} \frac{\partial Z_\theta}{\partial \theta}$$`,
    "holds",
  ],
  ["the same with a wrong factor", R`$$\frac{d}{d\theta} Z_\theta^2 = 3 Z_\theta \frac{dZ_\theta}{d\theta}$$`, "unchecked"],
  ["nothing said of the function", R`Let $J(w) = \tfrac12 f_w(3)^2 - w$. We have $$J'(w) = w - 1$$`, "unchecked"],
  [
    "a function of values, at a random name that is drawn behind it",
    R`Let $s_\theta(x) = -\theta x$ be the model. Let $X\sim\mathcal N(\mu,\sigma^2)$ and $$J(\theta) = \mathbb E\left[s_\theta(X)^2 - \theta\right].$$ Then $J'(\theta) = 2\theta(\mu^2+\sigma^2) - 1$.`,
    "holds",
  ],
])("%s", (_, text, verdict) => expect(lastVerdict(text)).toBe(verdict));

it.each([
  ["a value before an update beside one that is found elsewhere", R`So $m_1 = \rho m_2$. The update is $m_1^{new} = \rho m_2 = \rho^2 m_1$.`, "unchecked"],
  ["a count of updates", R`The fixed point is $x = a y + b$. Hence $x^{(t+1)} = a y + b = a^2 x + b$.`, "unchecked"],
  ["a name that nothing renews", R`So $m_1 = \rho m_2$. We find $t = \rho m_2 = \rho^2 m_1$.`, "fails"],
  ["an update whose sides differ by themselves", R`So $m = \rho k$. The update is $m^{new} = \rho (k + 1) = \rho k + 1$.`, "fails"],
])("%s", (_, text, verdict) => expect(lastVerdict(text)).toBe(verdict));

it("a derivative that stands beside what an arrow concludes does not follow with it", () => {
  expect(lastVerdict(R`Let $f(x, b) = x^2 + 3b$. $$2x = 4 \;\Rightarrow\; x = 2,\qquad \frac{\partial f}{\partial b} = 2$$`)).not.toBe("holds");
});
