/** Statements that are false of plain numbers and are no mistakes: what their words deny, what is counted or written otherwise. And that the same slips are found without these words. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

describe("what the words around it deny is not accused", () => {
  it.each([
    ["a case that words tell", "The score is $s = 1$ if all answers are right. It will be $s = 0$ if none of them is."],
    ["the other case", "If the coin lands on heads, $s = 4$.\n\n- Otherwise, $s = 2$."],
    ["a contradiction", "Doubling the first gives $2 = 3$, a contradiction."],
    ["an inconsistent system", "Subtracting the rows we obtain $0 = 1$, so the system is inconsistent."],
    ["a contradiction in the next sentence", "Then $2 = 1$. This is absurd."],
    ["a contradiction behind a display", "We would get $$0 = 1,$$ which is impossible."],
    ["a display, and the next sentence", "Then $$0 = 1.$$ This contradicts the choice of $n$."],
    ["something impossible", "If $n$ were even we would have $0 = 5$, which is impossible."],
    ["a trial that fails", "Try $x = 2$: then $4 + 2 = 7$, which is false."],
    ["another algebra", "In this algebra $uv = -vu$ for all $u$ and $v$."],
    ["another characteristic", "It is well known that $(u + v)^p = u^p + v^p$ in characteristic $p$."],
    ["no solution of another", "Then $x = 0$, as there are no solutions to $2 = 3$."],
    ["a condition in other words", String.raw`Let $p = 4$, $q = 6$. In general it works if both are coprime (i.e. $\gcd(p, q) = 1$).`],
    ["no solution", "For $x = 3$ the equation reads $9 - 3 = 5$, so $3$ is not a solution."],
    ["what an arrow leads to", String.raw`For $n \ge 2$ we check: $$x = n \implies x^2 = 2 n^2 + 1,$$ which is not true.`],
    ["a denial", "We cannot have $2 + 2 = 5$."],
    ["what a power of a matrix is", String.raw`Let $R = I + K \sin t + (1 - \cos t) K^2$. Since $$K^{n+2} = -K^n, \quad n > 0$$ it is a rotation.`],
    [
      "values that come behind",
      String.raw`For the first we found $A = -\frac12$ and $B = 2$. $$s = 1$$ Now we expand: $$\frac{H(z)}{z} = \frac{z}{(z - \frac12)(z - 1)} = \frac{A}{z - \frac12} + \frac{B}{z - 1}.$$ We obtain $A = -1$ and $B = 2$.`,
    ],
    ["an induction", "Inductive step: Suppose it is true for $n = k$. Then, for $n = k + 1$, we have $2^{k+1} > k + 1$."],
    ["a system behind words that lead to it", String.raw`and this gives $$\begin{aligned} 1 &= A + B \\ 0 &= B w + C \\ 0 &= A w^2 + C w \end{aligned}$$`],
    ["what is counted in words", String.raw`Thus $\theta = 250 \text{ rad} \approx 40$ revolutions.`],
    ["a unit that is not read", String.raw`It spins up to about $10 \text{ rad/s} \approx 95 \text{ RPM}$.`],
    ["a function of a set", String.raw`Let $D(x) = e^{-x^2}$ for $x \in \mathbb{R}$, and for countable sets $D(L) = \sum_{x \in L} D(x)$.`],
    ["an absurdity that is concluded", String.raw`So $f$ is a bijection $\implies 1 = 2$.`],
    ["a rough figure", String.raw`It shrank by a factor of roughly $(7 \times 10^8/10^4)^2 = 5 \times 10^9$.`],
    ["a contradiction in Chinese", "而根据定义有$p(x,y,z)=p(x,y)p(y,z)$。故$p(y,z)=p(z|y)$，这显然将不符合事实。"],
    [
      "a unit vector by the name of the time",
      String.raw`The tangent $\mathbf{t}(s)$ has length one: differentiating $\mathbf{t} \cdot \mathbf{t} = 1$ gives $\mathbf{t} \cdot \mathbf{t}' = 0$.`,
    ],
    [
      "a term that the words behind call zero",
      String.raw`We get $\nabla^2 G = \delta(x - y) + \delta(x - z) = \delta(x - y)$ inside, because $\delta(x - z)$ is always zero there.`,
    ],
    [
      "two cases",
      String.raw`For $c = s$: $$\begin{aligned} a &= b \\ b &= a \end{aligned}$$ And for $c = -s$: $$\begin{aligned} a &= -b \\ b &= -a \end{aligned}$$ Assuming that it has length one, then $$a^2 + a^2 = 1.$$`,
    ],
    [
      "a property in other letters",
      "A quadruple $(a, b, c, d)$ is additive if it is such that $a + b = c + d$.\n\n(Equivalently, it's a quadruple such that $a - b = c - d$.)",
    ],
    ["cycles with names", String.raw`It has a $3$-cycle $\pi$. Use $\pi^{-1}(521)\pi(125) = (12345)$.`],
    ["a prime", "Let $p = xy$ for a prime $p$. Then $p^2 = N(x) N(y)$, but then $p = N(x)$."],
    ["a derivative by an index", String.raw`We have $$\partial_\nu x_\mu x^\mu = x_\mu \partial_\nu x^\mu + x^\mu \partial_\nu x_\mu.$$`],
    ["a question", "Is $3^2 + 4^2 = 6^2$? No."],
    ["a question of one part", "Checking $x = 1$: $1^2 + 1 = 3$? It is not."],
    ["a common mistake", String.raw`A common mistake is $\sqrt{9 + 16} = 3 + 4 = 7$.`],
    ["a supposition", "Suppose $1 = 0$. Then $2 = 1$. This is absurd."],
    ["what would be, if it were true", String.raw`If it were true that $\frac12 + \frac13 = \frac25$, then also $\frac12 < \frac25$.`],
    ["a wrong answer", String.raw`The wrong answer $2 + 3 \cdot 4 = 20$ comes from ignoring precedence.`],
    ["what one would get", String.raw`Without the parentheses one would get $2 \cdot 3 + 4 = 14$, but the correct value is $10$.`],
    ["an error that is told", String.raw`To within $0.01$ we have $\ln 2 \approx 0.69315 + 0.005 = 0.698$, so $\ln 2 \approx 0.698$.`],
    ["square brackets around a letter", String.raw`The left limit is $\lim_{x \to n^-}[x] = n - 1$.`],
    ["one of two cases", String.raw`Let $f(x) = x^2$. The product is odd (either $f(-x) = -f(x)$ and $g(-x) = g(x)$, or the other way).`],
    ["another letter for it", String.raw`As $e^{s + D} = e^D e^s$, we just let $D = e^D$. Then $r(s) = De^s - 1$ and $r(0) = D - 1 = 4$, so $D = 5$.`],
    ["what is denied says nothing later", String.raw`The product rule is not $(uv)' = u'v'$. Let $u(x) = x$ and $v(x) = x$. Then $(uv)' = 2x$.`],
    ["what is not meant", String.raw`Curves are given by equations here (rather than as $y = f(x)$). Let $f(x) = x^3$. Then $\frac{dy}{dx} = -\frac{x}{y}$.`],
    ["a symmetric law", String.raw`As both have one law, $E[e^{isV}] = E[e^{is(-V)}]$.`],
    [
      "a law for a name beside the word event",
      "But since $X$ must take some value (the definition of event) we go on:\n\nFor normal variates ($X\\sim \\mathrm{N}(\\mu,\\sigma)$) we obtain that $E[X]=\\mu$.",
    ],
    ["a formula that goes on", String.raw`The factors are $15=3.$$\stackrel{5}{x}$ in all.`],
    ["the inverse of a function", String.raw`Let $g(x) = 1/x$. Then $g^{-1} = g$ is continuous.`],
    [
      "a value beside its name",
      "A random variable $x$ and a variate $X$ have\n$$F(x) = P(X\\leq x)$$\n\n$$P(X \\leq x) = F(x) = \\int^{x}_{-\\infty} p(s)\\,ds$$",
    ],
    ["one of several values", String.raw`A peak is at $x = c$. We have our critical values to be $x = 3$ and $x = 5$ and our turning point to be $x = 4$.`],
    [
      "functions of rows of their own",
      String.raw`$$\begin{aligned} g(t) = t^3 &\implies g'(t) = 3t^2 \\ g'(t) = 5 &\implies g(t) = 5t + C \\ g'(t) = \sin t &\implies g(t) = -\cos t + C \end{aligned}$$`,
    ],
    [
      "a place where a function has a value",
      "Given the function\n$$k(x) = x^3 - 5x + 6$$\n\nfor some $x$ where $k(x) = 2$,\n$$\\begin{aligned} k'(x) &= 3x^2 - 5 \\\\ \\implies k'(1) &= -2 \\end{aligned}$$",
    ],
    [
      "a function by the letter of another",
      "Let $$y = \\sqrt{x}.$$\n\nGiven the function\n\n$$y = \\sqrt{x} - 3x$$\n\nthe slope is\n\n$$y' = \\frac{1}{2\\sqrt{x}} - 3$$",
    ],
    ["a projector", String.raw`The matrices $A$ and $B$ are projectors: $$\begin{aligned} A A^T &= I \\ B B &= B \end{aligned}$$`],
    ["outcomes by their letters", String.raw`Two coins. $\Pr(KZ) = \Pr(KK) = \Pr(ZK) = \Pr(ZZ) = \frac14$.`],
    ["zeros at the end", String.raw`It is $1234^{3/2} = 43,000$.`],
    ["a Greek function", "There is a relation for the numbers $\\eta(2m)$:\n$$(m + 2)\\,\\eta(2m) = \\sum_{j=1}^{m-1} \\eta(2j)\\,\\eta(2m - 2j)$$"],
    ["labels of a list", "- The point is $c = \\frac{2+4}{2} = 3$.\n  - $<3$: $+: 1$, so one is left.\n  - $>3$: $+: 2$."],
    ["a recurrence of another algorithm", "So $T(n) = \\Theta(n^{\\log_2 3})$.\n\nThen $$T(n) = 2T(n/2) + O(n).$$"],
    ["options", "Which of these is true? (A) $2^3 = 6$ (B) $2^3 = 8$ (C) $2^3 = 9$"],
    ["what one might expect", String.raw`One might expect $\sqrt{2} + \sqrt{3} = \sqrt{5}$, but squaring shows that it is not so.`],
    ["what is forgotten", "If we forget the minus sign, we obtain $5 + 3 = 2$, which cannot be right."],
    ["a fake proof", 'The "proof": $a + b = b$, $2b = b$, $2 = 1$. The error is the division by zero.'],
    ["statements to decide", String.raw`True or false? $0.\overline{9} = 1$, $\sqrt{16} = \pm 4$, $\frac{0}{5} = 0$.`],
    ["options by commands", String.raw`\choice{$\frac{1}{2} + \frac{1}{3} = \frac{2}{5}$} \choice[correct]{$\frac12 + \frac13 = \frac56$}`],
    ["options of an exam", String.raw`\wrongchoice{We get $2^3 = 6$.} \correctchoice{We get $2^3 = 8$.}`],
    ["a statement below its question", "True or false:\n\n$(-2)^2 + 1 = -3$, so the sum is negative."],
    ["a rounded constant", String.raw`With $e \approx 2.7$ we get $e^2 = 7.29$.`],
    ["an estimate", String.raw`Using 5 terms of the series gives $\pi \approx 3.142013$.`],
    ["a guess", "Guess: $1 + 3 + 5 = 10$. Check: the sum is $9$."],
    ["a first attempt", String.raw`My first attempt gave $12 \cdot 13 = 166$; the correct product is $156$.`],
    ["what was corrected", String.raw`The estimate was $3 \cdot 17 = 41$, later corrected to $51$.`],
    ["integer arithmetic", "The machine prints $1/3 = 0$ in integer arithmetic."],
    ["what would have been", "Had we chosen $x = 3$, we would have $3 + 4 = 8$."],
    ["someone else", String.raw`He claims that $9 \cdot 9 = 82$. She objects.`],
    ["someone else, in a paragraph of its own", "A student claims that:\n\n$$9 \\cdot 9 = 82$$"],
    ["the solution of a student", String.raw`A student adds them and provides the following solution: $$\frac12 + \frac13 = \frac25.$$`],
    ["what is supposed in more words", "Suppose we had $4 = 9$."],
    ["what is avoided", "We want to avoid $1 = 2$."],
  ])("%s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });

  it.each([
    ["an answer that is called correct", String.raw`So $3 \cdot 4 = 13$, and the correct answer is $13$.`],
    ["a plain claim", "So $4 + 2 = 7$."],
    ["the right option", String.raw`\choice{$2 + 2 = 5$} \choice[correct]{$2 + 3 = 6$}`],
    ["behind the options", String.raw`\choice{$2 + 2 = 5$} \choice{$2 + 2 = 4$} So $2 + 3 = 6$.`],
    ["a constant", String.raw`We get $e^2 = 7.29$.`],
    ["the digits of a constant", String.raw`Rounded, $\pi \approx 3.1514$.`],
    ["words of something else", String.raw`So $3 \cdot 12 = 38$, which is not a prime number.`],
    ["a rough figure of another digit", String.raw`It shrank by a factor of roughly $(7 \times 10^8/10^4)^2 = 6 \times 10^9$.`],
    ["a unit left out", String.raw`It is $3 \text{ m} = 300$ and we go on.`],
    ["another term", String.raw`We get $\nabla^2 G = \delta(x - y) + \delta(x - z) = 2\delta(x - y)$ inside, because $\delta(x - z)$ is always zero there.`],
    ["a check", String.raw`We check: $2 \cdot 3 + 5 = 12$, as it should be.`],
    ["a question behind", "The total is $12 + 9 = 22$. What is the mean?"],
    ["another sentence that denies", "This is not what we want. The sum is $12 + 9 = 22$."],
  ])("accused: %s", (_, text) => {
    expect(verdicts(text)).toContain("fails");
  });
});

describe("what a row says under a condition in words is not accused", () => {
  const row = (words: string) => String.raw`$$\begin{align*} (x + 1)^2 - x^2 &= 2x + 3 & & \text{${words}} \end{align*}$$`;
  it("with a condition", () => expect(verdicts(row("when $x$ is positive"))).toEqual(["unchecked"]));
  it("of numbers", () => expect(verdicts(row("when $x$ is positive").replaceAll("(x + 1)^2 - x^2", "2").replace("2x", "2"))).toContain("fails"));
  it("without", () => expect(verdicts(row("by the above"))).toContain("fails"));
});

describe("what is counted otherwise is not accused", () => {
  it.each([
    ["a field of two elements", String.raw`Over the field $\mathbb F_2$ squaring gives $$(a+b+c)^2 = a^2 + b^2 + c^2.$$`],
    ["a characteristic", "In characteristic 3 we expand $$(x + y)^3 = x^3 + y^3.$$"],
    ["a finite field", String.raw`In $\mathbb{F}_5$ we have $3 + 4 = 2$ and $3 \cdot 4 = 2$, so $2^{-1} = 3$.`],
    ["a field of eight elements", String.raw`In $\mathbb{F}_8$ we have $1 + 1 = 0$.`],
    ["residues", String.raw`In $\mathbb{Z}/12\mathbb{Z}$, $7 + 8 = 3$.`],
    [
      "residues in columns",
      String.raw`Scalars are from $\Z_5$. $$2\begin{bmatrix} 3 \\ 1 \end{bmatrix} + \begin{bmatrix} 1 \\ 4 \end{bmatrix} = \begin{bmatrix} 2 \\ 1 \end{bmatrix}$$`,
    ],
    ["a field of a prime power", String.raw`In the field of size $8$ where $t^3 = t + 1$ we have $t^2 \cdot t = t + 1$ and $1 + t^4 = 1 + t^2 + t$.`],
    ["residues with an index", String.raw`In $\mathbb{Z}_{10}$ we have $7 \cdot 3 = 1$.`],
    ["words", "Working modulo 7 we get $3^2 = 2$, hence $3^6 = 1$."],
    ["a clock", "On a 12-hour clock $9 + 5 = 2$."],
    ["Boolean values", "In Boolean algebra, $1 + 1 = 1$."],
    ["binary numbers", "In binary, $1 + 1 = 10$ and $101 + 11 = 1000$."],
    ["another base", "Written in base 8, $7 + 1 = 10$."],
    ["hexadecimal numbers", "In hexadecimal, $9 + 9 = 12$."],
    ["nimbers", "As nimbers $3 + 5 = 6$."],
    ["a remainder of what is negative", String.raw`$-1 \bmod 5 = 4$`],
    ["logarithms that count bits", String.raw`The entropy is $-\frac12\log\frac12 - \frac12\log\frac12 = 1$ bit.`],
    [
      "moduli of which there are many",
      `${Array.from({ length: 14 }, (_, i) => `Count modulo $${i + 13}$.`).join(" ")}\n\nWorking modulo~$7$ we get $2^3 = 1$.`,
    ],
    ["a command for residues", String.raw`Then $$D(5) = 5^{4} = 4 \in \Zmod{69}.$$`],
    ["whole quotients", String.raw`A shift is an integer division by two. So $\frac{7}{2} = 3$.`],
    ["the other lg", String.raw`Since $\lg 8 = 3$ and $\lg 100 = 2$ are both written.`],
  ])("%s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });

  it.each([
    [
      "another residue in a column",
      String.raw`Scalars are from $\Z_5$. $$2\begin{bmatrix} 3 \\ 1 \end{bmatrix} + \begin{bmatrix} 1 \\ 4 \end{bmatrix} = \begin{bmatrix} 2 \\ 2 \end{bmatrix}$$`,
    ],
    ["another residue", String.raw`In $\mathbb{Z}/12\mathbb{Z}$, $7 + 8 = 4$.`],
    ["another binary number", "In binary, $101 + 11 = 1010$."],
    ["a remainder", String.raw`$-1 \bmod 5 = 3$`],
    ["another whole quotient", String.raw`A shift is an integer division by two. So $\frac{7}{2} = 4$.`],
    ["another congruence behind a remainder sign", String.raw`We have $4 \cdot 4 \equiv 2 \bmod 15$.`],
    ["another entropy", String.raw`The entropy is $-\frac12\log\frac12 - \frac12\log\frac12 = 2$ bits.`],
    ["a small modulus far away", `In $\\mathbb{F}_2$ we add. ${"Words go on and on. ".repeat(40)}So $12 + 9 = 23$.`],
  ])("accused: %s", (_, text) => {
    expect(verdicts(text)).toContain("fails");
  });
});

describe("what is written otherwise is not accused", () => {
  it.each([
    ["a list of values that is as good as another", String.raw`$$p = 1,\ n = 100 \quad\equiv\quad p = 10,\ n = 1000$$`],
    ["labels of formulas", "Hence the condition is that $(1) = (2)$."],
    ["cycles", "A transposition $(12)$ and a cycle: $(1234)(12)(1234)^{-1} = (23)$."],
    ["parity in words", String.raw`Suppose $a$ is odd and $b$ is even. Then $\gcd(a, b) = \gcd(a + b, a - b)$.`],
    ["sums with an ideal", "The coset $J + 1$ is a unity since we have $(J + 1)(J + a) = J + a$, hence $(J + 2)(J + 3) = J + 6$, for an ideal $J$."],
    ["a flaw that the next sentence names", "Cancelling the factor $0$ gives $a = a + 3$, hence $0 = 3$. The division by zero is the flaw."],
    ["zero as far as decimals tell", "$$0.167 - 0.666 + 0.501 = 0$$"],
    [
      "what is supposed with something else",
      String.raw`Let $f(z) = \sin(1/z)$. Show that if $f$ is entire and $\lim_{z\to\infty}f(z) = \infty$, then $f$ is a polynomial.`,
    ],
    ["a fallacy", String.raw`In the derivation $a + b = b \Rightarrow 2 = 1$, identify the illegal step.`],
    [
      "a solution whose numbers are told later",
      String.raw`The equation $$m u'' + k u = 0$$ gives solutions $$u = A\cos \omega_0 t + B\sin \omega_0 t$$ where $\omega_0^2 = \frac{k}{m}$.`,
    ],
    ["a sum over what speaks of its index", String.raw`$$\sum_{i=0}^d \binom{m}{i} = \sum_{i=0}^{d} \binom{m-1}{i} + \binom{m-1}{i-1}$$`],
    ["a rule of symmetry", String.raw`By the property of kernels $K(x, y) = \overline{K(y, x)}$ the matrix is Hermitian.`],
    ["cosets", "A normal subgroup $N$ of a group has cosets with $gN(hN) = (gh)N$ and $e g N = gN$."],
    ["how many terms a sum has", String.raw`With $c_i = 1/n$ we get $\sum c_i^2 = 1/n$.`],
    ["a case told from another", String.raw`Let $f(\infty) = 5$. Let now $f$ be such that $f(\infty) \neq 5$.`],
    ["an indicator of one of several", String.raw`$$3 = 3 \sum_{a \in \mathcal{S}} \mathbb{1}(A_t = a)$$`],
    ["words of another script", String.raw`Here $1 \geq 0$과 $< 0$ cannot both be.`],
    ["a law of two states", String.raw`The energy equation gives: $$h_1 + \frac{u_1^2}{2} = h_2 + \frac{u_2^2}{2}$$`],
    ["a product with zero", String.raw`At constant volume we have $$\Delta U = Q - P \Delta V = Q - 0P = Q$$`],
    ["a name whose formula is elsewhere", String.raw`For the temperature, $$\frac14 \frac{d}{d\tau} \ln T^4 = \frac{1}{4(\tau + 2/3)}$$`],
    ["the same in another unit", String.raw`$$w = 0.5 \cdot 0.4 = 0.2~\text{m}^{3}\ (200~\text{dm}^{3}).$$`],
    ["two quantities in a row", String.raw`The second is at $p = 25~\mathrm{bar} \ v = 0.5~\text{m}^{3}/\text{kg}$.`],
    ["powers of the last unit", String.raw`$$c = \frac{30}{0.025} = 1.2 \ \text{kJ kg}^{-1}\text{K}^{-1}, \quad m = \frac{1}{5} \text{ kg} = 200 \text{ gr}$$`],
    ["a vector backwards", String.raw`In the triangle $PQR$ we have $\vec{PQ} + \vec{QP} = 0$ and $-\vec{PQ} = \vec{QP}$.`],
    ["the inverse of any function", String.raw`We have $$s(t) = 3t.$$ The inverse of $s$ is $$p(t) = s^{-1}(t) = \frac{t}{3}$$ If $s > 1$, then $s + 1 > 2$.`],
    ["values at elements of a group", String.raw`Let $f: G \to H$ be a homomorphism. Then $f(e_G) = e_H$ and $f(x_G) = x_H$, hence $f(a^{-1}) = f(a)^{-1}$.`],
    ["a conjugate", String.raw`We have $$|z\bar{w} - \bar{z}w|^2 = (z\bar{w} - \bar{z}w)(\bar{z}w - z\bar{w}), \quad |z|^2 = z\bar{z}$$`],
    [
      "a limit of a function of two arguments",
      String.raw`We get $$V(s; \gamma) = \frac{1}{3 + \gamma}.$$ Finally, $V(s) = \lim_{\gamma \to 1} V(s; \gamma) = \frac14$.`,
    ],
    ["a small number", String.raw`For $\alpha \le 10^{-4}$ we have $u = \alpha(1 - \alpha)^2 \ge 0.999 \alpha > 0$.`],
    [
      "a name without a value beside names with values",
      String.raw`Let $A = \begin{pmatrix} 2 & 0 \\ 0 & 1 \end{pmatrix}$, $B = \begin{pmatrix} 1 \\ 1 \end{pmatrix}$, $C = \begin{pmatrix} 1 & 3 \end{pmatrix}$. Then $G = CAB + D = \begin{pmatrix} 1 & 3 \end{pmatrix} \begin{pmatrix} 2 \\ 1 \end{pmatrix} = 5$.`,
    ],
    [
      "the entropy of a function",
      String.raw`Let $Y = g(X_1, X_2)$ be a function of two random variables. Then $H(X_1, X_2) + H(Y \mid X_1, X_2) = H(X_1, X_2) + 0$.`,
    ],
    [
      "a result said again elsewhere",
      String.raw`# First

Let $c = a - b$. Then $a^2 + b^2 + c^2 = 2a^2 + 2b^2 - 2ab$.

# Then

Let $c = 5$ and $d = 4$. So $c + d = 9$.

# Summary

Therefore the identity $a^2 + b^2 + c^2 = 2a^2 + 2b^2 - 2ab$ is symmetric.`,
    ],
    ["an operation of its own", "Define $a * b = a + b - ab$. Then $2 * 3 = -1$ and $0 * 5 = 5$."],
    ["a dot of its own", String.raw`Let $a \cdot b = a + b + 1$. Then $2 \cdot 3 = 6$.`],
    ["a circled sign", String.raw`In tropical arithmetic, $3 \otimes 5 = 8$.`],
    ["degrees", String.raw`In degrees, $\sin 30 = \frac12$ and $\tan 45 = 1$.`],
    ["integer parts", "$[3.7] = 3$ where $[x]$ is the integer part."],
    ["points of a curve", "On an elliptic curve through these points $(1, 1) + (2, 3) = (4, 7)$ and $2(1, 1) = (0, 5)$."],
    ["an operator with a hat", String.raw`The swap operator $\hat S$ is its own inverse: $$\hat S = \hat S^{-1}$$`],
    ["a Pauli matrix", String.raw`For a Pauli matrix $$\sigma_y^2 + \sigma_y = 1 + \sigma_y$$`],
    ["superscripts that count", String.raw`The endowment of $k$ is $y^k(s)$. Then $$\sum_{k=1}^3 w y^k = w y$$`],
    ["the other case of a function in words", "Let $g(x) = 1$ if $0 < x \\le 1$, and $g(0) = 0$."],
    ["superscripts of which one is 1", String.raw`There are two tables with $$\sum_{j=0}^{2} Q_{ij}^{1} = \sum_{j=0}^{2} Q_{ij}^{2}$$`],
    ["a mean value", String.raw`Let $f(t) = \sin t$. $$\frac1h \int_x^{x+h} f(t)\,dt = f(\eta)$$`],
    [
      "a T of names that are numbers, too",
      "$$f(x) = \\frac12 x^T A x - b^T x, \\qquad x_k + 1 = x_k - \\nabla f(x_k).$$ The gradient is $$\\nabla f(x) = A x - b$$",
    ],
    ["norms of complex vectors", String.raw`For all $u, v \in \mathbb{C}^n$ take $W(u) = \frac12\|u - v\|^2$ with $$\nabla W(u) = u - v$$`],
    ["a ball and its polar", String.raw`If $B(0, r)$ is a ball then $$(B(0, r))^* = B(0, 1/r)$$`],
    ["a function of two words", String.raw`Find it for $f(x) = \text{Hard Swish}(x) = \max(x, 0)$`],
    ["a composition with open numbers", String.raw`Let $f(z) = \frac{z+a}{z+b}$ and $g(z) = f(f(z))$. We know that $g(g(z)) = z$.`],
    ["a formula for other arguments", String.raw`If $p$ is a prime number, then $$\theta(p) = p - 1.$$ For powers $$\theta(p^k) = p^k - p^{k-1}.$$`],
    [
      "one option and another",
      String.raw`Zeros at $1$ and $2$. Possible option: $q(x) = (x-1)(x-2)$.

Zeros at $1$, $2$ and $3$. Possible option: $q(x) = (x-1)(x-2)(x-3)$. Note that others are as good.

Zeros at $0$, $1$ and $3$. Possible option: $q(x) = x(x-1)(x-3)$. Note that others are as good.`,
    ],
    ["vectors that are multiplied", String.raw`In geometric algebra, $x = x^0 g_0 + x^1 g_1$, so $$g_0 x = x^0 - x^1 g_1 g_0$$`],
    ["numbered states", String.raw`$\braket{0}{1} = 0$`],
    ["digits under a bar", String.raw`The number $\overline{ab} = 10a + b$, so $\overline{ab} - \overline{ba} = 9(a-b)$.`],
  ])("%s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });

  it.each([
    ["a product", String.raw`The product is $a \cdot b = 12$. Then $2 \cdot 3 = 7$.`],
    ["a value in the case of the formula", "Let $k(x) = x^2$ if $x > 1$, and $k(2) = 5$."],
    ["powers", String.raw`The number is $y$. Then $$\sum_{k=1}^3 w y^k = w y$$`],
    ["a composition", "Let $k(x) = 2 - 3x$. Then $k(k(x)) = x$."],
    ["radians", String.raw`$\sin 30 = \frac13$`],
  ])("accused: %s", (_, text) => {
    expect(verdicts(text)).toContain("fails");
  });
});

describe("the same, wrong", () => {
  it.each([
    ["numbers in parentheses", "For $(12)(2) = (23)$ see above."],
    ["a sum of decimals", "$$0.167 - 0.666 + 0.601 = 0$$"],
    ["a sum", String.raw`$$\sum_{i=1}^n (i + i^2) = \sum_{i=1}^n i + 2 i^2, \quad \sum_{i=1}^n (i + c) = \sum_{i=1}^n i + c$$`],
    ["a power of a unit", String.raw`$$c = \frac{30}{0.025} = 1.3 \ \text{kJ kg}^{-1}\text{K}^{-1}$$`],
    ["grams", String.raw`$$m = \frac{1}{5} \text{ kg} = 20 \text{ gr}$$`],
    ["a quantity behind another", String.raw`We have $p = 25~\mathrm{bar} \ v = 2 + 3 = 6$.`],
    ["a vector", String.raw`In the triangle $PQR$ we have $$2\vec{PQ} - \vec{QP} = \vec{PQ} + 3\vec{PQ}$$`],
    ["an inverse function", String.raw`We have $$s(t) = 3t.$$ The inverse of $s$ is $$p(t) = s^{-1}(t) = \frac{t}{4}$$`],
    ["a conjugate", String.raw`We have $$|z\bar{w} - \bar{z}w|^2 = (z\bar{w} - \bar{z}w)(\bar{z}w + z\bar{w})$$`],
    ["an order of small numbers", String.raw`For $0 < \alpha \le 10^{-4}$ it follows that $$\alpha(1 - \alpha)^2 \ge 1.1 \alpha$$`],
  ])("%s", (_, text) => expect(verdicts(text)).toContain("fails"));
});

describe("names that get another value are not held to the first", () => {
  it.each([
    [
      "a convention of others",
      String.raw`Let $h(t) = \begin{cases} 0 & t < 0 \\ 1 & t \ge 0 \end{cases}$. It is sometimes also defined with $h(0) = \frac12$.`,
    ],
    ["a second triangle", String.raw`The sides are $a = 3$, $b = 4$ and $\frac12 ab = 6$. For the second triangle $a = 5$, $b = 12$ and $\frac12 ab = 30$.`],
    ["two cases in one sentence", "If $k = 1$ then $y = x$; if $k = 2$ then $y = x^2$."],
    ["an initial value", String.raw`Let $y = e^{2x}$. The solution of the other equation is $y = Ce^{kt}$. With $y(0) = 5$, $C = 5$.`],
    ["a shift", "Consider $y = 2x + 1$. Shifting it up gives $y = 2x + 4$."],
    ["a mirror", "The line $y = 3x - 2$ is reflected in the axis, giving $y = -3x - 2$."],
    ["another scale", String.raw`Scaling $x$ by two, $y = x^2$ becomes $y = \frac{x^2}{4}$.`],
    ["names that are swapped", "Interchanging $x$ and $y$ in $y = 2x + 1$ gives $x = 2y + 1$."],
    ["new coordinates", "We had $x^2 - y^2 = 2$.\n\nIn the coordinates $x = u + v$, $y = u - v$ the equation $x^2 - y^2 = 1$ becomes $4uv = 1$."],
  ])("%s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });
});

describe("names that are brought in again, letters by agreement, operators", () => {
  it.each([
    [
      "another random variable",
      String.raw`1. $X$ is uniform on $[0, 1]$. $E[X] = \frac12$.

2. $X$ is the result of a die. $E[X] = 3.5$.

3. $X$ is Poisson with $\lambda = 2$. $E[X] = 2$.`,
    ],
    ["an estimate of π", String.raw`Take $\pi = 3$. Then the area for $r = 2$ is $\pi r^2 = 12$.`],
    ["the charge e", String.raw`The charge is $e = 1.602\times10^{-19}$ C.`],
    ["twice the charge", String.raw`The charge is $e = 1.602\times10^{-19}$ C, so $2e = 3.204\times10^{-19}$ C.`],
    ["a quotient that some read from the left", String.raw`$6 \div 2(1+2) = 9$`],
    ["powers of ten in letters", String.raw`$1.5\text{e}3 = 1500$`],
    ["decibels", String.raw`$10 \log_{10} 2 = 3$ dB`],
    ["ladder operators", String.raw`Ladder operators satisfy $a a^\dagger = a^\dagger a + 1$ and $N = a^\dagger a$, so $aN = (N+1)a$.`],
    ["machine words", "In 8-bit arithmetic $200 + 100 = 44$, and $-1 = 255$."],
  ])("%s", (_, text) => {
    expect(verdicts(text)).not.toContain("fails");
  });

  it.each([
    ["the law that was said", String.raw`$X$ is uniform on $[0, 1]$. $E[X] = \frac13$.`],
    ["a power of ten", String.raw`$10 \log_{10} 2 = 4$`],
  ])("accused: %s", (_, text) => {
    expect(verdicts(text)).toContain("fails");
  });
});

describe("figures that are rounded further than they say are not accused", () => {
  it.each([
    ["what is counted", String.raw`We expect $0.2137 \cdot 845 = 181$ of them.`],
    ["a third with three digits", String.raw`$w = 12 - 9 \cdot 0.667 = 12 - 6 = 6$`],
    ["what rounded figures give", String.raw`$F = \frac{0.00912}{0.00143} = 6.378 \approx 6.371$`],
    ["a question over the sign", String.raw`We ask $2 + 3 \stackrel{?}{=} 6$.`],
    ["questions side by side", String.raw`\begin{align*} 2 + 3 &\stackrel{?}{=} 6 & 2 + 2 &\stackrel{?}{=} 5 \end{align*}`],
    ["a statement to decide", String.raw`T/F: We have $\frac{d}{dx} (x \sin x) = \cos x$.`],
    ["what is corrected", "Line 3: ``$12 + 9 = 22$'' should be ``$12 + 9 = 21$''."],
    ["the same figure of something else", String.raw`We have $R_a^2 = 0.31$. Adding a variable leads to $R_a^2 = 0.35$.`],
  ])("%s", (_, text) => expect(verdicts(text)).not.toContain("fails"));

  it.each([
    ["what is counted wrongly", String.raw`We expect $0.2137 \cdot 845 = 182$ of them.`],
    ["whole numbers", String.raw`$\frac{303}{2} = 151$`],
    ["a decimal that is no third", String.raw`$w = 12 - 9 \cdot 0.657 = 12 - 6 = 6$`],
    ["what is too far off", String.raw`$F = \frac{0.00912}{0.00143} = 6.378 \approx 6.471$`],
  ])("accused: %s", (_, text) => expect(verdicts(text)).toContain("fails"));
});

describe("what is meant for small and large quantities is not accused, and slips in it are", () => {
  it.each([
    [String.raw`For small $u$ we get $\frac{1}{1+u} = 1 - u$.`, "unchecked"],
    [String.raw`For small $u$ we get $\frac{1}{1+u} = 1 + u$.`, "fails"],
    [String.raw`$$w = \frac{u + v}{1 + u} = v \quad (u \ll 1)$$`, "unchecked"],
    [String.raw`$$w = \frac{u + v}{1 + u} = 2v \quad (u \ll 1)$$`, "fails"],
    [String.raw`For large $n$ we thus have $\sqrt{n^2 + n} = n + \frac12$.`, "unchecked"],
    [String.raw`For large $n$ we thus have $\sqrt{n^2 + n} = n + 1$.`, "fails"],
    [String.raw`$$\frac{1}{\sqrt{1 - v^2/c^2}} = 1 + \frac{v^2}{2c^2} \quad (v \ll c)$$`, "unchecked"],
    [String.raw`$$\frac{1}{\sqrt{1 - v^2/c^2}} = 1 + \frac{v^2}{c^2} \quad (v \ll c)$$`, "fails"],
    [String.raw`Neglecting terms of higher order, so $(1+u)^4 = 1 + 4u$.`, "unchecked"],
    [String.raw`So $(1+u)^4 = 1 + 4u$.`, "fails"],
    [String.raw`Modulo 9, $4\cdot 7 = 1$.`, "unchecked"],
    [String.raw`Modulo 9, $4\cdot 7 = 2$.`, "fails"],
  ])("%s", (text, verdict) => expect(verdicts(text).pop()).toBe(verdict));
});

describe("conditions on the constants of formulas are not accused, and wrong values of formulas are", () => {
  it.each([
    ["Let $f(x) = px^2 + qx$. We need $f(1) = f(2)$.", "given"],
    ["Let $f(x) = px^2 + qx$. By design, $$f'(0) = f(1).$$", "given"],
    ["Let $f(x) = px^2 + qx$. Hence $f(1) = f(2)$.", "fails"],
    ["Let $f(x) = x^2$. We see $f(1) = f(2)$.", "fails"],
    ["Let $f(x) = px^2$ and $p = 2$. We see $f(1) = f(2)$.", "fails"],
  ])("%s", (text, verdict) => expect(verdicts(text).pop()).toBe(verdict));

  it("an ideal gas is no ideal", () =>
    expect(
      verdicts(
        String.raw`For an ideal gas $p V = R T$. A real gas has $p(V) = \frac{RT}{V-b} - \frac{a}{V^2}$. $$\frac{\partial p}{\partial V} = -\frac{RT}{(V-b)^2} + \frac{a}{V^3}$$`,
      ),
    ).toContain("fails"));
});
