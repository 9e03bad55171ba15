/** Cases whose truth is exact arithmetic: strict orders that are tight at one point, functions that jump, moments of named distributions, units, divisibility, percentages. */
import type { Case } from "./case";
import type { Dice } from "./dice";
import { laidOut } from "./layout";

type Drawn = Omit<Case, "seed" | "construct">;
/** Writes a document of its kind; a false one where `wrong`. */
export type Writer = (wrong: boolean, d: Dice) => Drawn;

const claim = (before: string, left: string, sign: string, right: string, wrong: boolean, d: Dice): Drawn => ({
  about: `${left} ${sign} ${right}`,
  ...laidOut(before, [left, right], [sign], d),
  truths: [!wrong],
});
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const letter = (d: Dice): string => d.pick(["x", "y", "t", "u"]);
const plus = (n: number): string => (n < 0 ? `- ${-n}` : `+ ${n}`);

/** A square is positive but at one point; a little more is positive everywhere. */
const strict: Writer = (wrong, d) => {
  const [x, k, more] = [letter(d), d.int(1, 9), d.int(1, 5)];
  const shift = wrong ? 0 : more;
  const [left, right] = d.pick([
    [`${x}^2 + ${k * k + shift}`, `${2 * k}${x}`],
    [`(${x} - ${k})^2 + ${shift}`, "0"],
    [`${x}^4 + ${k ** 4 + shift}`, `${2 * k * k}${x}^2`],
    [`e^{${x} - ${k}}`, `${x} ${plus(1 - k - shift)}`],
  ]);
  return claim(`Let $${x} \\in \\mathbb{R}$.`, left, ">", right, wrong, d);
};

/** Violated in a region that is a small part of the line: between the roots of a parabola. */
const narrow: Writer = (wrong, d) => {
  const [x, k, scale] = [letter(d), d.int(2, 60), d.pick([1, 10, 100])];
  const [c, b] = [k * k * scale * scale, 2 * k * scale];
  return claim(`Let $${x} \\in \\mathbb{R}$.`, `${x}^2 + ${c}`, "\\ge", `${wrong ? b + 1 : d.pick([b, b - 1])}${x}`, wrong, d);
};

const jumps: Writer = (wrong, d) => {
  const [x, n] = [letter(d), d.int(1, 6)];
  const [left, right] = d.pick(
    wrong
      ? [
          [`\\lceil ${x} \\rceil`, `\\lfloor ${x} \\rfloor + 1`],
          [`\\lfloor -${x} \\rfloor`, `-\\lfloor ${x} \\rfloor - 1`],
          [`\\operatorname{sgn}(${x} - ${n})^2`, "1"],
          [`\\lfloor ${x} + ${n} \\rfloor`, `\\lceil ${x} \\rceil + ${n - 1}`],
        ]
      : [
          [`\\lceil ${x} \\rceil`, `-\\lfloor -${x} \\rfloor`],
          [`\\lfloor ${x} + ${n} \\rfloor`, `\\lfloor ${x} \\rfloor + ${n}`],
          [`\\operatorname{sgn}(${x} - ${n}) \\, |${x} - ${n}|`, `${x} - ${n}`],
          [`\\lceil ${x} - ${n} \\rceil`, `\\lceil ${x} \\rceil - ${n}`],
        ],
  );
  return claim(`Let $${x} \\in \\mathbb{R}$.`, left, "=", right, wrong, d);
};

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Families with their mean and variance in numbers, and with those of the other convention where there are two: a value by that one is no mistake. */
const FAMILIES: readonly ((d: Dice) => Moments & { readonly latex: string; readonly other?: Moments })[] = [
  (d) => {
    const [m, v] = [d.int(-4, 6), d.int(1, 9)];
    return { latex: `\\mathcal{N}(${m}, ${v})`, mean: m, variance: v, other: { mean: m, variance: v * v } };
  },
  (d) => {
    const l = d.int(2, 8);
    return { latex: `\\mathrm{Poisson}(${l})`, mean: l, variance: l };
  },
  (d) => {
    const n = d.int(4, 12);
    return { latex: `\\mathrm{Binomial}(${n}, \\frac{1}{2})`, mean: n / 2, variance: n / 4 };
  },
  (d) => {
    const [a, half] = [d.int(-3, 4), d.int(1, 4)];
    return { latex: `\\mathrm{Uniform}(${a}, ${a + 6 * half})`, mean: a + 3 * half, variance: 3 * half * half };
  },
  (d) => {
    const k = d.int(2, 5);
    return { latex: `\\mathrm{Geometric}(\\frac{1}{${k}})`, mean: k, variance: k * (k - 1), other: { mean: k - 1, variance: k * (k - 1) } };
  },
];

const laws: Writer = (wrong, d) => {
  const [X, { latex, other, ...moments }] = [d.pick(["X", "Y", "Z"]), d.pick(FAMILIES)(d)];
  const [a, b] = [d.int(2, 5), d.int(1, 7)];
  const [left, of] = d.pick<[string, (m: Moments) => number]>([
    [`\\mathbb{E}[${X}]`, (m) => m.mean],
    [`\\operatorname{Var}(${X})`, (m) => m.variance],
    [`\\mathbb{E}[${X}^2]`, (m) => m.variance + m.mean * m.mean],
    [`\\operatorname{Var}(${a}${X} + ${b})`, (m) => a * a * m.variance],
    [`\\mathbb{E}[${a}${X} + ${b}]`, (m) => a * m.mean + b],
  ]);
  const value = of(moments);
  const shown = wrong ? value + d.pick([-2, -1, 1, 2].filter((by) => !other || value + by !== of(other))) : value;
  return claim(`Let $${X} \\sim ${latex}$.`, left, "=", Number.isInteger(shown) ? String(shown) : `\\frac{${shown * 4}}{4}`, wrong, d);
};

const UNITS: readonly (readonly [string, string, number])[] = [
  ["km", "m", 1000],
  ["m", "cm", 100],
  ["h", "min", 60],
  ["min", "s", 60],
  ["kg", "g", 1000],
  ["kJ", "J", 1000],
];

const conversions: Writer = (wrong, d) => {
  const [[big, small, factor], n, rest] = [d.pick(UNITS), d.int(2, 40), d.int(1, 9)];
  const unit = (u: string): string => `\\,\\mathrm{${u}}`;
  const plain = d.chance(0.5);
  const left = plain ? `${n}${unit(big)}` : `${n}${unit(big)} + ${rest}${unit(small)}`;
  const value = n * factor + (plain ? 0 : rest);
  const [shown, as] = wrong
    ? d.pick<[number, string]>([
        [value + rest, small],
        [value * 10, small],
        [value, d.pick(["A", "K"])],
      ])
    : [value, small];
  return claim("", left, "=", `${shown}${unit(as)}`, wrong, d);
};

const divisibility: Writer = (wrong, d) => {
  const [a, b] = [d.int(4, 90), d.int(4, 90)];
  const g = gcd(a, b);
  const [left, value] = d.pick([
    [`\\gcd(${a}, ${b})`, g],
    [`\\operatorname{lcm}(${a}, ${b})`, (a * b) / g],
    [`${a} \\bmod ${b}`, a % b],
    [`\\left\\lfloor \\frac{${a}}{${b}} \\right\\rfloor`, Math.floor(a / b)],
  ] as const);
  return claim("", left, "=", String(wrong ? value + d.pick([1, 2, 3]) : value), wrong, d);
};

const congruences: Writer = (wrong, d) => {
  const [base, power, m] = [d.int(2, 9), d.int(2, 7), d.int(3, 13)];
  const residue = base ** power % m;
  return claim("", `${base}^{${power}}`, "\\equiv", `${wrong ? residue + d.int(1, m - 1) : residue + m * d.int(0, 2)} \\pmod{${m}}`, wrong, d);
};

export const EXACT: Readonly<Record<string, Writer>> = { strict, narrow, jumps, laws, conversions, divisibility, congruences };
