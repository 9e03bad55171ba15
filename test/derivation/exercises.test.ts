/** What exercises and examples define for themselves alone: one document a case, and the verdicts of its last part. */
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../notation/verdicts";

const R = String.raw;
const task = (name: string, text: string): string => `\\begin{${name}}\n${text}\n\\end{${name}}\n`;

const DOCUMENTS: [string, string, string[]][] = [
  ["a function of the exercise before", task("Mquestion", R`Let $f(x) = x^3$.`) + task("Mquestion", R`We know that $f(2) = 7$.`), ["defines", "given"]],
  [
    "a formula that the exercise gives anew",
    task("exercise", R`Let $f(x) = x^3$.`) + task("exercise", R`A function has $f'(x) = 4x$. So $f(x) = 2x^2$ and $f(1) = 2$.`),
    ["defines", "given", "defines", "holds"],
  ],
  [
    "an equation for the function that the exercise brings in",
    task("exercise", R`The general solution is $y = C_1 \cos x + C_2 \sin x$.`) + task("exercise", R`Take $y'' + 7y = 7x$. Find a solution.`),
    ["defines", "given"],
  ],
  [
    "a solution behind its exercise",
    task("question", R`Let $f(x) = x^3$.`) + task("question", R`Let $f(x) = x^2$.`) + task("solution", R`We see that $f(2) = 8$.`),
    ["defines", "defines", "fails"],
  ],
  [
    "an answer behind the box of its exercise",
    task("problembox", R`Let $X \sim \mathrm{Exp}(\lambda)$, with $E[X] = 1/\lambda$.`) +
      task("problembox", R`Let $g(x) = 3 x^{-4}$ for $x > 1$.`) +
      R`\noindent\textbf{Solution:} The mean of the density is $E[X] = \frac32$.`,
    ["given", "holds", "defines", "given", "given"],
  ],
  [
    "a solution in a command behind its exercise",
    `${task("exercise", R`Find $x$.`)}\\sol{%\n$x(t) = e^{-2t}$\n}\n${task("exercise", R`Now let $x(0) = 0$.`)}`,
    ["defines", "given"],
  ],
  [
    "conditions of what is to be solved",
    R`We know $x(t) = t e^{-t}$. Find the solution to $Lx = t^2$, $x(0) = 3$, $x'(0) = 0$.`,
    ["defines", "given", "given", "given"],
  ],
  ["the text of an exercise in a command", R`\exercise{Let $f(x) = x^2$.}{$f'(x) = 3x$}`, ["defines", "fails"]],
  [
    "the exercise in the next command",
    R`\exercise{Let $f(x) = x^2$.}{$2x$}\exercise{Suppose $f'(x) = 4x$ and $f(1) = 3$.}{$2x^2+1$}`,
    ["defines", "given", "given"],
  ],
  [
    "functions that an example has anew",
    R`Let $f(x) = x^2$ and $g(x) = x^3$. ${task("example", R`Suppose we have two functions, $f$, and $g$, and we know that $f(4) = 3$ and $g(4) = -2$.`)}`,
    ["defines", "defines", "given", "given"],
  ],
  [
    "values of a function without a formula",
    R`\exercise{$f'(0) = f'(2) = f'(4) = 0$ and $f'(x) > 0$ if $x < 0$.}{many}`,
    ["given", "given", "given", "given", "given"],
  ],
  ["a number that stands before the sign", R`With $\theta = 8$ the speed must be 53mph$\approx 79$ft/s.`, ["given", "unchecked"]],
  ["a value of what was found", R`The solution is $x(t) = t e^{-t}$, $x(0) = 3$.`, ["defines", "fails"]],
  [
    "an exercise that speaks of another",
    task("example", R`Let $f(x) = x^3$.`) + task("example", R`As in the previous example, $f(2) = 7$.`),
    ["defines", "fails"],
  ],
  ["text behind an example", `${task("example", R`Let $f(x) = x^3$.`)}Now $f(2) = 7$.`, ["defines", "fails"]],
  ["text before an example", `Let $f(x) = x^3$.\n${task("example", R`Now $f(2) = 7$.`)}`, ["defines", "fails"]],
  [
    "a law of the example before",
    task("eg", R`Suppose $X_1$ and $X_2$ are iid $N(0, s^2)$.`) + task("eg", R`Suppose $X_1, X_2$ are like twins. Then $\mathbb{E}[X_1^2 + X_2^2] = 3 s^2$.`),
    ["unchecked"],
  ],
  [
    "a law of the example that this one goes on with",
    task("eg", R`Suppose $X_1$ and $X_2$ are independent $N(0, s^2)$.`) + task("eg", R`As in the previous example, $\mathbb{E}[X_1^2 + X_2^2] = 3 s^2$.`),
    ["fails"],
  ],
  ["what is no exercise", task("definition", R`Let $f(x) = x^3$.`) + task("example", R`Now $f(2) = 7$.`), ["defines", "fails"]],
];

const MARKDOWN: [string, string, string[]][] = [
  [
    "exercises by headings that are numbers",
    "### 5.1\nWe take $q(k) = k - 2$.\n### 5.2\nIt is $q(k) = n$.\n### 5.3\nWe see $q(3) = 4$.\n### 5.4\nTake $q(k) = k$. Then $q(3) = 4$.\n",
    ["defines", "defines", "given", "defines", "fails"],
  ],
  [
    "exercises by numbers that are links",
    R`# Solutions

[1.](1) Put $f(x) = 2x + 1$.

[2.](2) We have $f(0) = 2f(0)$, hence $f(0) = 0$.

[3.](3) Then $f'(x) = 4$.

[4.](4) Let $f(x) = x^2$. Then $f(3) = 8$.
`,
    ["defines", "given", "holds", "given", "defines", "fails"],
  ],
  [
    "exercises by a list of tasks",
    R`# Exercises

 1. *Let $f(x) = 2x + 1$. Find $f'$.*

    It is $f'(x) = 3$.

 2. *A function has $f(0) = 0$.*

 3. *Another has $f(0) = 2$.*

 4. *The last has $f(0) = 3$.*
`,
    ["defines", "fails", "given", "given", "given"],
  ],
];

describe("exercises", () => {
  it.each(DOCUMENTS)("%s", (_, text, verdicts) => expect(verdictsOf(text, "case.tex")).toEqual(verdicts));
  it.each(MARKDOWN)("%s", (_, text, verdicts) => expect(verdictsOf(text, "case.md")).toEqual(verdicts));
});
