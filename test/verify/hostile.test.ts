/** Hostile input: what no author means still gets a report, soon, and the steps beside it their verdicts. */
import { describe, expect, it } from "vitest";
import { dice } from "../soundness/dice";
import { hostileComplaint } from "../soundness/hostile-checks";
import { hostile } from "../soundness/hostile-text";
import { check, stepsOf } from "./run";

const GOOD = "\n\n$$(a+b)^2 = a^2 + 2ab + b^2$$\n\n$$1 + 1 = 3$$\n";
/** A text, then the two formulas above in paragraphs of their own. */
const BESIDE: [string, string][] = [
  ["an emoji", "😀 👩‍👩‍👧 $x$"],
  ["a macro that calls itself", "\\newcommand{\\x}{\\x}$\\x = 1$"],
  ["a macro that doubles itself", "\\newcommand{\\x}{\\x\\x}$\\x = 1$"],
  ["macros that call each other", "\\def\\a{\\b}\\def\\b{\\a\\a}$\\a = \\b$"],
  [
    "a macro that makes very much",
    "\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c\\c\\c\\c\\c}\\def\\f{\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d}$\\f\\f\\f\\f\\f\\f\\f\\f = 1$",
  ],
  ["a macro redefined as itself and more", "\\newcommand{\\sin}{\\sin x}$\\sin = 1$"],
  ["no end of a group", "$\\frac{1}{x = 2$"],
  ["too many ends", "$x}}}}} = 2$"],
  ["a lone surrogate", "$\ud800 = 1$"],
  ["control characters", "$\u0001\u0002 = \u0007$"],
  ["an exponent without end", "$2^{2^{2^{2^{2^{2^{2}}}}}} = 1$"],
  ["factorials of factorials", "$((9!)!)! = 1$"],
  ["a number without end", `$${"9".repeat(5000)} = ${"9".repeat(4999)}8$`],
  ["a sum without end of sums", `$${"\\sum_{k=0}^{\\infty}".repeat(5)} \\frac{1}{k!} = e$`],
  ["integrals in integrals", `$${"\\int_0^1".repeat(10)} x ${"\\,dx".repeat(10)} = 1$`],
  ["brackets that never close", `$${"\\log(p(x".repeat(40)} = 1$`],
  ["bars that never close", `$${"|x".repeat(61)} = 1$`],
  ["braces of functions", `$${"f(x)(".repeat(50)} = 1$`],
  ["subscripts of subscripts", `$${"x_{".repeat(150)}1${"}".repeat(150)} = 1$`],
  ["a matrix of one row", `$\\begin{pmatrix} ${"1 & ".repeat(3000)} 1 \\end{pmatrix} = 1$`],
  ["relations without end", `$${"x = ".repeat(1500)} x$`],
  ["arrows without end", `$${"x = 1 \\implies ".repeat(60)} x = 1$`],
  ["dots upon dots", "$1 + \\cdots + \\cdots + 2 \\cdots \\ldots = 3$"],
  ["primes without end", `$f${"'".repeat(500)}(x) = 1$`],
  ["environments that do not match", "\\begin{align} x &= 1 \\begin{cases} \\end{align} \\end{cases}"],
  ["a definition of itself", "Let $x = x + 1$ and $f(x) = f(x)$ and $g(x) = g(g(x))$. Then $f(2) = g(3)$."],
  ["definitions in a ring", "Let $a := b + 1$, $b := c + 1$ and $c := a + 1$. Then $a + b = c$."],
];

describe("beside hostile text", () => {
  it.each(BESIDE)(
    "%s: the next paragraphs are judged",
    (_, text) => {
      const report = check(text + GOOD, { samples: 8 });
      expect(report.problems.map((p) => p.code)).not.toContain("internal/error");
      const verdicts = stepsOf(report).map((s) => s.verdict);
      expect(stepsOf(report).map((s) => s.code)).not.toContain("internal/error");
      expect(verdicts.slice(-2)).toEqual(["holds", "fails"]);
    },
    60_000,
  );
});

describe("the same text", () => {
  const text = "Let $f(x) = x^2$.\n\n$$\\begin{aligned}\nf(x+1) &= x^2 + 2x + 1 \\\\\n&= (x-1)^2\n\\end{aligned}$$\n";
  it("with other ends of lines has the same verdicts", () => {
    const verdicts = (t: string) => stepsOf(check(t)).map((s) => [s.verdict, s.code, s.message]);
    expect(verdicts(text.replace(/\n/g, "\r\n"))).toEqual(verdicts(text));
    expect(verdicts(`\ufeff${text}`)).toEqual(verdicts(text));
    expect(verdicts(`😀 ${text}`)).toEqual(verdicts(text));
  });
});

describe("broken documents", () => {
  it("are answered: no defect, places that exist, the same with a cache and with blanks behind", () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < 40; seed++) {
      const document = hostile(dice(seed));
      const found = hostileComplaint(document);
      if (found) wrong.push(`seed ${seed}: ${found}\n${document.text}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
