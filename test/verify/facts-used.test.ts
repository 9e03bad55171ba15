/** Facts of a document where they stand: equations as rules for terms, values given together, functions named by a chain. */
import { expect, test } from "vitest";
import { check, stepsOf, verdicts } from "./run";

test.each<[string, string, string[]]>([
  [
    "coordinates, whatever x and z were in another part",
    String.raw`Let $x(t) = \cos t$ and $z = re^{is}$, with $\sum_{i=1}^k y_i = 1$.

# Fields

Let $F = (x^2 y, yz, xz)$. Then $$\nabla\cdot F = 2xy + z + x$$`,
    ["defines", "defines", "given", "defines", "holds"],
  ],
  [
    "what was solved for the other name in an earlier part",
    String.raw`Let $u = f(w) = a + b w$ with $b > 0$.

(a) The inverse is $w = \frac{u - a}{b}$ and its derivative is $\frac{dw}{du} = \frac{1}{b}$.

(b) Then $$-\frac{(u-a)^2}{2b^2} - \log b = -\frac{(u-a)^2}{2b^2} - \frac12\log b$$`,
    ["defines", "defines", "given", "defines", "holds", "fails"],
  ],
  [
    "an equation for a name that nothing else speaks of",
    String.raw`$$\begin{aligned} \frac{1}{b} &= \frac{c}{1-c} + \frac{1}{1-d} \\ &= \frac{c(1-d) + 1 - c}{(1-c)(1-d)} \\ &= \frac{1-d}{(1-c)(1-d)} \end{aligned}$$`,
    ["given", "holds", "fails"],
  ],
  [
    "a letter beside a formula for terms of the same letter",
    String.raw`Let $a_t = 1 - b_t$. Writing $a$ for $a_t$ we have $$\frac{a(1-c) + 1 - a}{1-a} = \frac{1-c}{1-a}$$`,
    ["defines", "fails"],
  ],
  [
    "a law for which a gap is zero, said in passing, is not meant in the next part",
    String.raw`(a) The gap is zero when $r(z) = p(z|x)$.

(b) Here $$\sum_z p(z|x)\log\frac{p(z|x)}{r(z)} \ge \sum_z p(z|x)\left(\frac{p(z|x)}{r(z)} - 1\right)$$`,
    ["defines", "fails"],
  ],
  [
    "a function of a name that is made of a random one is no density",
    String.raw`Let $z = \mu + \sigma\epsilon$ with $\epsilon \sim \mathcal N(0,1)$. For $f(z) = z^2$ $$\nabla_\sigma \mathbb{E}[f(z)] = 2\sigma$$ and $$\nabla_\mu \mathbb{E}[f(z)] = 2\sigma$$`,
    ["defines", "given", "defines", "holds", "fails"],
  ],
  [
    "a random name outside of its averages is at no fixed outcome",
    String.raw`Let $e_1 \sim \mathcal N(0,1)$. $$\mathbb{E}[e_1^2] = -e_1$$`,
    ["given", "holds-if"],
  ],
  ["a term of a sequence", String.raw`We know that $|a_{N+1}| = \frac{N!}{2N+3}$. So $$|a_6| = |a_{5+1}| = \frac{5!}{13}$$`, ["given", "holds", "holds"]],
  [
    "with another number it is wrong",
    String.raw`We know that $|a_{N+1}| = \frac{N!}{2N+3}$. So $$|a_6| = |a_{5+1}| = \frac{5!}{11}$$`,
    ["given", "holds", "fails"],
  ],
  [
    "a functional equation",
    String.raw`Suppose that $f(t+g(y)) = f(t)+y$ for all $t$ and $y$. Then $$f(t+g(u)+g(v)) = f(t+g(u)) + v = f(t)+u+v$$`,
    ["given", "holds", "holds"],
  ],
  [
    "a row that holds wherever it has values is no equation with roots",
    String.raw`Let $b(s) = -s \log s - (1-s) \log(1-s)$. $$b'(s) = -\log s + \log(1-s)$$ so $b'(s) = 0$ at $s = \frac12$.`,
    ["defines", "holds", "given", "holds"],
  ],
  [
    "a sum without brackets reaches as far as its index is spoken of",
    String.raw`Let $L(w) = \sum_{i=1}^n w a_i - \log(1 + e^{w a_i})$. Then $$L'(w) = \sum_{i=1}^n \frac{a_i}{1 + e^{w a_i}}$$`,
    ["defines", "holds"],
  ],
  ["the same with a slip in such a sum", String.raw`We get $$\sum_{i=1}^n (w a_i - b_i)^2 = \sum_{i=1}^n w^2 a_i^2 + 2 w a_i b_i + b_i^2$$`, ["fails"]],
  [
    "a formula turned round says nothing new",
    String.raw`Let $c_t = \prod_{s=1}^t a_s$.

## Second part

Let $R(t) = \frac{c_t}{1 - c_t}$, so $c_t = \frac{R(t)}{1 + R(t)}$.`,
    ["defines", "defines", "holds"],
  ],
  [
    "a variance given data of a name whose posterior is stated, also where values of its parameters follow",
    String.raw`Then $t \mid s \sim \mathrm{Beta}(a + s, b + n - s)$. $$\mathrm{Var}(t \mid s) = \frac{(a+s)(b+n-s)}{(a+b+n)^2(a+b+n)}$$ For the uniform prior $a = b = 1$.`,
    ["given", "fails", "given", "given"],
  ],
  [
    "vectors of one entry",
    String.raw`Let $z \in \mathbb{R}^d$. Now let $d = 1$ and $q(z) = \mathcal{N}(z; m, s^2)$. Then $$\mathbb{E}_{q}[(x - w z)^2] = (x - w m)^2 + w^2 s^2$$`,
    ["given", "defines", "defines", "holds"],
  ],
  ["powers of probabilities are no transposes", String.raw`For every $z$ we have $$p(x, z)^{T} = p(x, z)$$`, ["given"]],
  [
    "integrals that have values",
    String.raw`We find $$\int_0^1 v(t)\,dt = 3$$ and $$\int_1^2 v(t)\,dt = -1.$$ Thus $$\int_0^1 v(t)\,dt + \int_1^2 v(t)\,dt = 3 - 1 = 2$$`,
    ["given", "given", "holds", "holds"],
  ],
  [
    "sums of roots",
    String.raw`Here $r+s+t = a$ and $rs+st+tr = b$. Then $$r^2+s^2+t^2 = (r+s+t)^2 - 2(rs+st+tr) = a^2 - 2b$$`,
    ["given", "given", "holds", "holds"],
  ],
  [
    "sums of roots with a slip",
    String.raw`Here $r+s+t = a$ and $rs+st+tr = b$. Then $$r^2+s^2+t^2 = (r+s+t)^2 - 2(rs+st+tr) = a^2 + 2b$$`,
    ["given", "given", "holds", "fails"],
  ],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  [
    "a chain that names a function and then says what it is",
    String.raw`Consider $$\begin{aligned} x &= x(u,v) = u\cos v \\ y &= y(u,v) = u\sin v \end{aligned}$$ Observe that $$x(u,v)^2 + y(u,v)^2 = u^2$$`,
    ["given", "defines", "given", "defines", "holds"],
  ],
  [
    "an equation between names that all have values",
    String.raw`In the equation $W = IZ$ $W$ is a voltage. If $W = 1+2i$ and $Z = 2-i$, find $I$. We have $$I = \frac{W}{Z} = \frac{1+2i}{2-i}$$`,
    ["defines", "given", "given", "holds", "holds"],
  ],
  ["components of a tuple", String.raw`Suppose that $(P, Q) = (3, 4)$. So $$M P + N Q = 3 M + 4 N$$`, ["given", "holds"]],
  ["a function given by a constant", String.raw`The outer radius is given by $R(w) = 4$. So $$\pi (R(w)^2 - w^4) = \pi (16 - w^4)$$`, ["defines", "holds"]],
  [
    "derivatives as subscripts",
    String.raw`Let $f(x,y,z) = 3xy+2xz$ and $g(x,y,z) = xyz-12$. Then $$f_x + \lambda g_{xy} = 3y + 2z + \lambda z$$`,
    ["defines", "defines", "holds"],
  ],
  ["terms of a sequence are no derivatives", String.raw`Let $f(n) = n^2$. Then $$f_n + 1 = 2 n + 1$$`, ["defines", "given"]],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ["a root that is lost", "We have $x^2 = 4$, so $x = 2$.", ["given", "holds-if"]],
  ["a root that the words choose", "We have $x^2 = 4$ with $x > 0$, so $x = 2$.", ["given", "given", "holds"]],
  [
    "a value of another case",
    String.raw`We found $x = 6$ for $x \ge 0$. If $x < 0$, then $-2x = x^2 - 24$, so $$0 = x^2 + 2x - 24.$$`,
    ["defines", "given", "given", "given", "holds"],
  ],
  ["both roots", String.raw`We have $x^2 = 4$, so $x = 2$ or $x = -2$.`, ["given", "holds", "holds"]],
  ["a length", "The length $a$ satisfies $a^2 = 4$, so $a = 2$.", ["given", "holds"]],
  ["an equation with one solution", "We have $x^3 = 8$, so $x = 2$.", ["given", "holds"]],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ["words do not make a closed equation an assumption", "Apply the rules to the given expression to get $$0^5 + (-1)^4 = 0 + 2^4 - 15$$", ["holds"]],
  ["nor a false one", "Given that this is so, we get $$3 \\cdot 4 + 1 = 12$$", ["fails"]],
  ["nothing is set to zero that has a value", String.raw`$$\lim_{x \to 0} 2 e^{-1/x^2} = \lim_{x \to 0} 3 e^{-1/x^2} = 0$$`, ["holds", "holds"]],
  ["a wrong zero", String.raw`$$\int_0^1 2x\,dx = 1 - 1 + 1 = 0$$`, ["holds", "fails"]],
  [
    "the variable of an integral is no name that an equation determines",
    String.raw`The curves meet where $2 \theta = \frac{\pi}{3}$. The area is $$A = 8 \int_0^{\pi/6} \frac12 \, d\theta = \frac{\pi}{2}$$`,
    ["given", "defines", "fails"],
  ],
  ["choices", "There are $C(5,3) = 10$ ways, and $C(5,2) = 11$ others.", ["holds", "fails"]],
  ["both signs stand for both values", String.raw`$$x = \frac{2 \pm \sqrt{4+4n}}{-2} = -1 \pm \sqrt{1+n}$$`, ["defines", "holds"]],
  ["but not with another value", String.raw`$$x = \frac{2 \pm \sqrt{4+4n}}{-2} = -1 \pm \sqrt{2+n}$$`, ["defines", "fails"]],
  ["a root that division loses", "We have $$x^2 = 4x$$ Dividing by $x$ gives $$x = 4$$", ["given", "holds-if"]],
  ["solving wrongly", "Here $6x^2 + 26x = 72$. Solving this equation, we find $x = 4$.", ["given", "fails"]],
  ["a chain rule is no definition", String.raw`Let $u$ be a function. Then $$\frac{\partial}{\partial x} u(x, 2y) + 1 = u_x(x, 2y) + 1$$`, ["holds"]],
  ["two lines meet at a point", String.raw`Let $f(x) = x^2 + 1$. At $x = 2$ we have $y = 4x - 3$ and $y = 7 - x$.`, ["defines", "given", "defines", "given"]],
  ["conditions that no world meets are not needed", String.raw`Since $\sqrt{1+n} > 30$ we look at $$(n+1)^2 - n^2 = 2n + 1$$`, ["given", "holds"]],
])("%s", (_, text, expected) => {
  expect(verdicts(text)).toEqual(expected);
});

test("what contradicts a false row is not accused", () => {
  const text = String.raw`Let $L = a^2 + b^2 + m (a + b - 1)$ with $a + b = 1$. Then $\frac{\partial L}{\partial a} = 2a + m = 0$ and $\frac{\partial L}{\partial b} = 2b - m = 0$. It follows that $a = -m/2$ and $b = -m/2$, so $m = -1$.`;
  const found = stepsOf(check(text)).filter((s) => s.verdict === "fails");
  expect(found.map((s) => s.right)).toEqual(["2 b - m"]);
});
