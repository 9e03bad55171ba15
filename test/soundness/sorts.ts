/** What the generator's names stand for: their sorts, random points, letters, and the words that declare them. */
import { complex } from "mathjs";
import type { Dice } from "./dice";
import type { Point, Table, Value } from "./evaluate";

export type Sort =
  | "real"
  | "positive"
  | "unit"
  | "natural"
  | "index"
  | "complex"
  | "matrix"
  | "symmetric"
  | "vector"
  | "random"
  | "function"
  | "distribution"
  | "outcome";

const BY_NAME: Readonly<Record<string, Sort>> = {
  a: "real",
  b: "real",
  c: "real",
  d: "real",
  x: "real",
  t: "real",
  s: "real",
  p: "positive",
  q: "positive",
  r: "positive",
  w: "positive",
  u: "unit",
  n: "natural",
  m: "natural",
  k: "index",
  j: "index",
  l: "index",
  z: "complex",
  y: "complex",
  A: "matrix",
  B: "matrix",
  C: "matrix",
  S: "symmetric",
  v: "vector",
  h: "vector",
  X: "random",
  Y: "random",
  f: "function",
  g: "function",
};
const PROBABILITY: Readonly<Record<string, Sort>> = { p: "distribution", g: "distribution", x: "outcome", y: "outcome", z: "outcome" };

export const sortOf = (name: string, construct: string): Sort | undefined =>
  /^(tables|divergences)$/.test(construct) ? (PROBABILITY[name] ?? BY_NAME[name]) : BY_NAME[name];
/** Names for which a term may stand. */
export const isSlot = (name: string, construct: string): boolean =>
  /^[abcdpqr]$/.test(name) && /^(real|positive)$/.test(sortOf(name, construct) ?? "") && !/^(moments|gaussians|explicit|tables|divergences)$/.test(construct);

const FUNCTIONS: readonly ((x: number) => number)[] = [
  (x) => Math.sin(1.3 * x + 0.4) + 0.3 * x,
  (x) => Math.exp((-x * x) / 9) + 0.2 * x * x,
  (x) => Math.cos(0.7 * x) - 0.1 * x,
  (x) => 1 / (2 + Math.sin(x)),
];

/** A random point; with `wide`, reals of several scales. */
export function pointFor(names: Iterable<string>, construct: string, d: Dice): Point {
  const values = new Map<string, Value>();
  const functions = new Map<string, (x: number) => number>();
  const size = d.int(2, 3);
  for (const name of names) {
    const sort = sortOf(name, construct);
    if (sort === "function") functions.set(name, d.pick(FUNCTIONS));
    else if (sort && sort !== "distribution") values.set(name, drawValue(sort, name, size, d));
  }
  const atoms = {
    weights: normalised([d.real(0.2, 1), d.real(0.2, 1), d.real(0.2, 1), d.real(0.2, 1)]),
    values: new Map(["X", "Y"].map((n) => [n, [0, 1, 2, 3].map(() => d.real(-2, 3))])),
  };
  return { values, functions, atoms, tables: { p: table(d), g: table(d) } };
}

const normalised = (list: readonly number[]): number[] => list.map((x) => x / list.reduce((a, b) => a + b, 0));
const table = (d: Dice): Table => ({ names: ["x", "y", "z"], sizes: [2, 3, 4], cells: normalised(Array.from({ length: 24 }, () => d.real(0.05, 1))) });
const OUTCOMES: Readonly<Record<string, number>> = { x: 2, y: 3, z: 4 };

function drawValue(sort: Sort, name: string, size: number, d: Dice): Value {
  const entry = () => d.real(-2, 2);
  switch (sort) {
    case "positive":
      return d.real(0.3, 3);
    case "unit":
      return d.real(-0.8, 0.8);
    case "natural":
      return name === "m" ? d.int(1, 3) : d.int(3, 6);
    case "complex":
      return complex(entry(), entry());
    case "matrix":
      return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry() + (i === j ? 3 : 0)));
    case "symmetric": {
      const m = Array.from({ length: size }, () => Array.from({ length: size }, entry));
      return m.map((row, i) => row.map((x, j) => (x + m[j][i]) / 2 + (i === j ? 3 : 0)));
    }
    case "vector":
      return Array.from({ length: size }, () => [entry()]);
    case "outcome":
      return d.int(0, OUTCOMES[name] - 1);
    default:
      return d.real(-2.5, 2.5);
  }
}

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  real: ["x", "y", "z", "a", "b", "c", "u", "v", "w", "t", "s", "\\alpha", "\\beta", "\\theta", "\\lambda", "x_1", "x_2"],
  natural: ["n", "m", "N", "M", "n"],
  index: ["k", "j", "i", "r", "l", "k"],
  complex: ["z", "w", "z_1", "z_2", "\\zeta"],
  matrix: ["A", "B", "C", "M", "\\mathbf{A}", "\\mathbf{B}", "P", "Q"],
  vector: ["\\mathbf{x}", "\\mathbf{y}", "\\mathbf{v}", "\\mathbf{u}", "\\vec{a}", "\\vec{b}", "\\boldsymbol{w}"],
  random: ["X", "Y", "Z", "W"],
  function: ["f", "g", "h", "F"],
  distribution: ["p", "q"],
};
const POOL: Readonly<Record<Sort, string>> = {
  real: "real",
  positive: "real",
  unit: "real",
  natural: "natural",
  index: "index",
  complex: "complex",
  matrix: "matrix",
  symmetric: "matrix",
  vector: "vector",
  random: "random",
  function: "function",
  distribution: "distribution",
  outcome: "outcome",
};

/** Different LaTeX for every name. */
export function lettersFor(names: Iterable<string>, construct: string, d: Dice): Map<string, string> {
  const taken = new Set<string>(construct === "complex" ? ["i", "e"] : ["e"]);
  const letters = new Map<string, string>();
  for (const name of [...names].sort()) {
    const sort = sortOf(name, construct);
    if (!sort) continue;
    const pool = sort === "outcome" || (sort === "distribution" && name === "p") ? [name] : (LETTERS[POOL[sort]] ?? [name]);
    const own = /^(tables|divergences)$/.test(construct) ? { p: "p", g: "q" }[name] : undefined;
    const letter = own ?? d.shuffled(pool).find((l) => !taken.has(l) && ![...taken].some((o) => o[0] === l[0] && o.includes("_") !== l.includes("_"))) ?? name;
    taken.add(letter);
    letters.set(name, letter);
  }
  return letters;
}

const list = (letters: readonly string[]): string => letters.map((l) => `$${l}$`).join(letters.length === 2 ? " and " : ", ");

/** Sentences that declare what is not a plain real number. */
export function declared(letters: ReadonlyMap<string, string>, construct: string, d: Dice): string {
  const of = (...sorts: Sort[]) => [...letters].filter(([n]) => sorts.includes(sortOf(n, construct) as Sort)).map(([, l]) => l);
  const sentences: string[] = [];
  const say = (found: readonly string[], ways: readonly string[]) => {
    if (found.length) sentences.push(d.pick(ways));
  };
  const [positive, unit, natural, complexes, matrices, symmetric, vectors, random] = [
    of("positive"),
    of("unit"),
    of("natural"),
    of("complex"),
    of("matrix"),
    of("symmetric"),
    of("vector"),
    of("random"),
  ];
  const several = (x: readonly string[], one: string, more: string) => (x.length === 1 ? one : more);
  say(positive, [
    `Let $${positive.join(", ")} > 0$.`,
    `Let ${positive.map((l) => `$${l} > 0$`).join(" and ")}.`,
    `Assume that ${list(positive)} ${several(positive, "is", "are")} positive.`,
    `Suppose $${positive.join(", ")} > 0$.`,
  ]);
  say(unit, [`Let $|${unit[0]}| < 1$.`, `Let $-1 < ${unit[0]} < 1$.`]);
  say(natural, [
    `Let $${natural.join(", ")} \\in \\mathbb{N}$.`,
    `Let ${list(natural)} be ${several(natural, "a positive integer", "positive integers")}.`,
    `Let $${natural.join(", ")} \\ge 1$ be ${several(natural, "an integer", "integers")}.`,
  ]);
  if (natural.length === 2 && construct === "combinatorics") sentences.push(`Let $${letters.get("m")} < ${letters.get("n")}$.`);
  say(complexes, [
    `Let $${complexes.join(", ")} \\in \\mathbb{C}$.`,
    `Let ${list(complexes)} be ${several(complexes, "a complex number", "complex numbers")}.`,
  ]);
  say(matrices, [
    `Let $${matrices.join(", ")} \\in \\mathbb{R}^{n \\times n}$ be invertible.`,
    `Let ${list(matrices)} be invertible $n \\times n$ ${several(matrices, "matrix", "matrices")}.`,
  ]);
  say(symmetric, [`Let $${symmetric[0]} \\in \\mathbb{R}^{n \\times n}$ be symmetric.`, `Let $${symmetric[0]}$ be a symmetric matrix.`]);
  say(vectors, [`Let $${vectors.join(", ")} \\in \\mathbb{R}^n$.`, `Let ${list(vectors)} be ${several(vectors, "a vector", "vectors")} in $\\mathbb{R}^n$.`]);
  say(random, [`Let ${list(random)} be ${several(random, "a random variable", "random variables")}.`, ""]);
  if (construct === "complex" && d.chance(0.5)) sentences.push("Here $i$ is the imaginary unit.");
  return d.shuffled(sentences).join(" ");
}
