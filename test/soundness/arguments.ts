/** Cases with an argument: equations that are solved, definitions and hypotheses that are used later, rounded decimals, dots, recurrences. */
import type { Case } from "./case";
import type { Dice } from "./dice";
import { laidOut } from "./layout";

type Drawn = Omit<Case, "seed">;
/** Writes a document of its kind; a false one where `wrong`. */
type Writer = (wrong: boolean, d: Dice) => Omit<Drawn, "construct">;

const other = (value: number, d: Dice): number => value + d.pick([-3, -2, -1, 1, 2, 3]);
const signed = (n: number): string => (n < 0 ? `- ${-n}` : `+ ${n}`);
const times = (n: number, x: string): string => (n === 1 ? x : n === -1 ? `-${x}` : `${n}${x}`);
const plusTimes = (n: number, x: string): string => (n === 0 ? "" : n < 0 ? ` - ${times(-n, x)}` : ` + ${times(n, x)}`);
const letter = (d: Dice): string => d.pick(["x", "y", "t", "z", "u", "s"]);
const imply = (d: Dice): string => d.pick(["\\implies", "\\Rightarrow", "\\Longrightarrow"]);
const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
const fraction = (a: number, b: number): string => {
  const g = gcd(a, b) * Math.sign(b);
  return b / g === 1 ? String(a / g) : `${a / g < 0 ? "-" : ""}\\frac{${Math.abs(a / g)}}{${b / g}}`;
};

function formula(before: string, body: string, truths: Case["truths"], d: Dice, about = body): Omit<Drawn, "construct"> {
  return { about, ...laidOut(before, [body], [], d), truths };
}

const linear: Writer = (wrong, d) => {
  const [x, a, root] = [letter(d), d.pick([2, 3, 4, 5, -2, -3]), d.int(-6, 9)];
  const b = d.int(1, 9) * d.pick([1, -1]);
  const answer = wrong ? other(root, d) : root;
  return formula("", `${times(a, x)} ${signed(b)} = ${a * root + b} ${imply(d)} ${x} = ${answer}`, [null, !wrong, null], d);
};

const quadratic: Writer = (wrong, d) => {
  const [x, r] = [letter(d), d.int(-6, 6)];
  const s = d.pick([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6].filter((n) => n !== r && n !== -r));
  const shown = wrong ? d.pick([-s, s + 1 === r ? s + 2 : s + 1]) : s;
  const left = `${x}^2${plusTimes(-(r + s), x)}${r * s === 0 ? "" : ` ${signed(r * s)}`} = 0`;
  return formula("", `${left} ${d.pick(["\\iff", "\\Leftrightarrow", "\\implies"])} ${x} = ${r} \\text{ or } ${x} = ${shown}`, [null, !wrong, null, null], d);
};

const order: Writer = (wrong, d) => {
  const [x, a, bound] = [letter(d), d.pick([2, 3, 5, -2, -3, -4]), d.int(-5, 6)];
  const b = d.int(1, 8);
  const sign = d.pick(["<", ">"]);
  const flipped = (sign === "<") !== a < 0 ? "<" : ">";
  const result = wrong ? (flipped === "<" ? ">" : "<") : flipped;
  return formula("", `${times(a, x)} + ${b} ${sign} ${a * bound + b} ${imply(d)} ${x} ${result} ${bound}`, [null, !wrong, null], d);
};

const rows: Writer = (wrong, d) => {
  const [x, a, root, b] = [letter(d), d.pick([2, 3, 4, 5]), d.int(-5, 8), d.int(1, 9)];
  const c = d.pick([1, 2].filter((n) => n !== a));
  const middle = wrong ? other((a - c) * root, d) : (a - c) * root;
  const lines = [`${times(a, x)} + ${b} &= ${times(c, x)} ${signed(c * root + (a * root + b) - c * root - c * root)}`, `${times(a - c, x)} &= ${middle}`];
  const text = `Solve for $${x}$.\n\n$$\\begin{aligned}\n${lines.join(" \\\\\n")}\n\\end{aligned}$$\n`;
  const from = text.indexOf("$$") + 2;
  return { about: lines.join(" ; "), path: "case.md", text, from, to: text.lastIndexOf("$$"), truths: [null, !wrong] };
};

const decimals: Writer = (wrong, d) => {
  const [n, k] = [d.int(2, 60), d.int(2, 9)];
  const [tex, value] = d.pick<[string, number]>([
    [`\\sqrt{${n}}`, Math.sqrt(n)],
    [`\\frac{${n}}{${k}}`, n / k],
    ["\\pi^2", Math.PI ** 2],
    [`e^{${k}/2}`, Math.exp(k / 2)],
    [`\\ln ${n}`, Math.log(n)],
    [`\\frac{\\pi}{${k}}`, Math.PI / k],
    [`\\sin ${k}`, Math.sin(k)],
    [`${k}\\sqrt{2} + ${n}`, k * Math.SQRT2 + n],
    ["2^{1/3}", 2 ** (1 / 3)],
  ]);
  const places = d.int(2, 5);
  const shown = wrong ? Number(value.toFixed(places)) + d.pick([-1, 1]) * d.int(2, 40) * 10 ** -places : value;
  return formula("", `${tex} \\approx ${shown.toFixed(places)}`, [!wrong], d);
};

const functionValue: Writer = (wrong, d) => {
  const [f, x] = [d.pick(["f", "g", "h"]), letter(d)];
  const [a, b, c, at] = [d.int(1, 4), d.int(-5, 5), d.int(-6, 9), d.int(-3, 5)];
  const body = `${times(a, `${x}^2`)}${plusTimes(b, x)} ${signed(c)}`;
  const value = a * at * at + b * at + c;
  return formula(
    d.pick([`Let $${f}(${x}) = ${body}$.`, `Consider the function $${f}(${x}) = ${body}$.`, `Define $$${f}(${x}) := ${body}.$$`]),
    `${f}(${at}) = ${wrong ? other(value, d) : value}`,
    [!wrong],
    d,
  );
};

const functionSlope: Writer = (wrong, d) => {
  const [f, x] = [d.pick(["f", "g", "h"]), letter(d)];
  const [a, b, k] = [d.int(1, 4), d.int(2, 6), d.int(3, 5)];
  const slope = (c: number) => `${times(a * k, `${x}^{${k - 1}}`)} + ${times(c, x)}`;
  const sign = d.pick([`${f}'(${x})`, `\\frac{d${f}}{d${x}}`, `\\frac{d}{d${x}} ${f}(${x})`]);
  return formula(
    `Let $${f}(${x}) = ${times(a, `${x}^${k}`)} + ${times(b, `${x}^2`)}$.`,
    `${sign} = ${slope(wrong ? d.pick([b, 2 * b + 1, 3 * b]) : 2 * b)}`,
    [!wrong],
    d,
  );
};

const shifted: Writer = (wrong, d) => {
  const [f, x, c] = [d.pick(["f", "g"]), letter(d), d.int(1, 5)];
  return formula(
    `Let $${f}(${x}) = ${x}^2 + ${c}$ for all real $${x}$.`,
    `${f}(${x} + 1) - ${f}(${x}) = 2${x} ${wrong ? d.pick(["- 1", "+ 2"]) : "+ 1"}`,
    [!wrong],
    d,
  );
};

const hypotheses: Writer = (wrong, d) => {
  const [a, b, k] = [d.int(2, 7), d.int(2, 7), d.int(2, 4)];
  const value = a ** 2 + k * b;
  return formula(
    d.pick([`Let $x = ${a}$ and $y = ${b}$.`, `Suppose $x = ${a}$, $y = ${b}$.`, `Given $x = ${a}$ and $y = ${b}$, we compute.`]),
    `x^2 + ${k}y = ${wrong ? other(value, d) : value}`,
    [!wrong],
    d,
  );
};

const abbreviations: Writer = (wrong, d) => {
  const [left, right, bad] = d.pick([
    ["a^2 + b^2", "s^2 - 2p", "s^2 - p"],
    ["(a-b)^2", "s^2 - 4p", "s^2 - 2p"],
    ["a^3 + b^3", "s^3 - 3sp", "s^3 - 3p"],
    ["\\frac1a + \\frac1b", "\\frac{s}{p}", "\\frac{p}{s}"],
  ]);
  return formula(d.pick(["Let $s = a + b$ and $p = ab$.", "Put $s := a+b$ and $p := a b$."]), `${left} = ${wrong ? bad : right}`, [!wrong], d);
};

const system: Writer = (wrong, d) => {
  const [x, y] = [d.int(-5, 8), d.int(-5, 8)];
  const text = `Consider the system\n$$\\begin{aligned} x + y &= ${x + y} \\\\ 2x - y &= ${2 * x - y} \\end{aligned}$$\nAdding both equations gives\n$$3x = ${wrong ? other(3 * x, d) : 3 * x}.$$\n`;
  return { about: "system", path: "case.md", text, from: text.lastIndexOf("$$3x"), to: text.length, truths: [!wrong] };
};

const recurrence: Writer = (wrong, d) => {
  const [first, a, b] = [d.int(1, 4), d.int(2, 3), d.int(1, 4)];
  const value = a * (a * first + b) + b;
  return formula(`Let $a_1 = ${first}$ and $a_{n+1} = ${a}a_n + ${b}$ for all $n \\ge 1$.`, `a_3 = ${wrong ? other(value, d) : value}`, [!wrong], d);
};

const DOTS: readonly (readonly [string, string, string])[] = [
  ["1 + 2 + 3 + \\cdots + n", "\\frac{n(n+1)}{2}", "\\frac{n(n-1)}{2}"],
  ["1^2 + 2^2 + \\dots + n^2", "\\frac{n(n+1)(2n+1)}{6}", "\\frac{n(n+1)(n+2)}{6}"],
  ["1 + x + x^2 + \\cdots + x^n", "\\frac{x^{n+1}-1}{x-1}", "\\frac{x^n-1}{x-1}"],
  ["2 + 4 + 6 + \\cdots + 2n", "n(n+1)", "n^2 + 1"],
  ["1 + 3 + \\ldots + (2n-1)", "n^2", "n^2 + n"],
  ["1 \\cdot 2 \\cdot 3 \\cdots n", "n!", "(n+1)!"],
  ["\\frac{1}{1 \\cdot 2} + \\frac{1}{2 \\cdot 3} + \\cdots + \\frac{1}{n(n+1)}", "1 - \\frac{1}{n+1}", "1 - \\frac1n"],
  ["1 + \\frac12 + \\frac14 + \\cdots + \\frac{1}{2^n}", "2 - \\frac{1}{2^n}", "2 - \\frac{1}{2^{n+1}}"],
  ["x_1 + x_2 + \\cdots + x_n", "\\sum_{i=1}^n x_i", "\\sum_{i=2}^n x_i"],
  ["1 - x + x^2 - x^3 + \\cdots", "\\frac{1}{1+x}", "\\frac{1}{1-x}"],
  ["1 + 2 + 4 + \\cdots + 2^{n-1}", "2^n - 1", "2^{n+1} - 1"],
  ["n + (n-1) + \\cdots + 1", "\\frac{n^2+n}{2}", "\\frac{n^2-n}{2}"],
  ["1 + \\frac{1}{1!} + \\frac{1}{2!} + \\frac{1}{3!} + \\cdots", "e", "2e"],
  ["1^3 + 2^3 + \\cdots + n^3", "(1 + 2 + \\cdots + n)^2", "(1 + 2 + \\cdots + n)^3"],
];
const dots: Writer = (wrong, d) => {
  const [left, right, bad] = d.pick(DOTS);
  return formula(/x_1/.test(left) || !/x/.test(left) ? "" : "Let $|x| < 1$.", `${left} = ${wrong ? bad : right}`, [!wrong], d);
};

const roots: Writer = (wrong, d) => {
  const formulaOf = (four: number, two: string) => `\\frac{-b \\pm \\sqrt{b^2 - ${four}ac}}{${two}}`;
  const bad = d.pick([formulaOf(2, "2a"), formulaOf(4, "a"), formulaOf(4, "2a").replace("-b", "b")]);
  return formula("Let $a \\ne 0$ and $b^2 > 4ac$.", `ax^2 + bx + c = 0 ${imply(d)} x = ${wrong ? bad : formulaOf(4, "2a")}`, [null, !wrong, null], d);
};

const squares: Writer = (wrong, d) => {
  const [x, k] = [letter(d), d.int(2, 9)];
  return wrong
    ? formula("", `${x}^2 = ${k * k} ${imply(d)} ${x} = ${k}`, [null, false, null], d)
    : formula("", `${x} = ${k} ${imply(d)} ${x}^2 = ${k * k}`, [null, true, null], d);
};

const rearranged: Writer = (wrong, d) => {
  const [left, right, bad] = d.pick([
    ["y = 2x + 3", "x = \\frac{y - 3}{2}", "x = \\frac{y + 3}{2}"],
    ["y = e^{2x}", "x = \\frac{1}{2} \\ln y", "x = 2 \\ln y"],
    ["a + b = c", "b = c - a", "b = a - c"],
    ["\\frac{1}{x} = 2y", "x = \\frac{1}{2y}", "x = 2y"],
    ["3x - 2y = 6", "y = \\frac{3x}{2} - 3", "y = 3 - \\frac{3x}{2}"],
    ["2a = 3b", "\\frac{a}{b} = \\frac32", "\\frac{a}{b} = \\frac23"],
  ]);
  return formula(
    /ln/.test(right) ? "Let $y > 0$." : /frac.*[ab2].*[bxy]/.test(left + right) ? "Let $a, b, x, y \\neq 0$." : "",
    `${left} ${imply(d)} ${wrong ? bad : right}`,
    [null, !wrong, null],
    d,
  );
};

const substitution: Writer = (wrong, d) => {
  const k = d.pick([2, 3, 4]);
  const bad = d.pick(["e + 1", "e", "e^2 - 1"]);
  return {
    about: "substitution",
    ...laidOut(`Substitute $u = x^${k}$.`, [`\\int_0^1 ${k}x^{${k - 1}} e^{x^${k}} \\, dx`, "\\int_0^1 e^u \\, du", wrong ? bad : "e - 1"], ["=", "="], d),
    truths: [true, !wrong],
  };
};

const byParts: Writer = (wrong, d) => ({
  about: "parts",
  ...laidOut(
    "Integrate by parts.",
    ["\\int_0^{\\pi} x \\sin x \\, dx", `\\left[-x \\cos x\\right]_0^{\\pi} ${wrong ? "-" : "+"} \\int_0^{\\pi} \\cos x \\, dx`, "\\pi"],
    ["=", "="],
    d,
  ),
  truths: wrong ? [null, null] : [true, true],
});

const stationary: Writer = (wrong, d) => {
  const [x, c, k] = [letter(d), d.int(1, 7), d.int(1, 9)];
  return formula(`Let $f(${x}) = (${x} - ${c})^2 + ${k}$.`, `f'(${x}) = 0 ${imply(d)} ${x} = ${wrong ? other(c, d) : c}`, [null, !wrong, null], d);
};

const ratios: Writer = (wrong, d) => {
  const [a, b, c, e] = [d.int(1, 9), d.int(2, 9), d.int(1, 9), d.int(2, 9)];
  const [n, m] = [a * e + c * b, b * e];
  return formula("", `\\frac{${a}}{${b}} + \\frac{${c}}{${e}} = ${wrong ? fraction(n + d.pick([1, -1, 2]), m) : fraction(n, m)}`, [!wrong], d);
};

const conditional: Writer = (wrong, d) => {
  const [text, right, bad] = d.pick([
    ["Let $x < 0$.", "-x", "x"],
    ["Assume $x > 0$.", "x", "-x"],
  ]);
  return formula(text, `\\sqrt{x^2} = ${wrong ? bad : right}`, [!wrong], d);
};

export const ARGUMENTS: Readonly<Record<string, Writer>> = {
  linear,
  quadratic,
  order,
  rows,
  decimals,
  functionValue,
  functionSlope,
  shifted,
  hypotheses,
  abbreviations,
  system,
  recurrence,
  dots,
  roots,
  squares,
  rearranged,
  substitution,
  byParts,
  stationary,
  ratios,
  conditional,
};
