/** Units of measurement as factors: in base units of the SI, with their dimensions beside them, or left out. */
import { type Expr, node, rewrite, some } from "../../expression/tree";
import { scalar } from "../../expression/value";
import { type Token, UNIT_PREFIX } from "../../latex/tokens";
import { dimensionOf, type UnitFactor, unitFactors } from "../../latex/unit-expressions";
import type { Dimension } from "../../latex/unit-table";
import type { Construct } from "../construct";

const factorsOf = (name: string): readonly UnitFactor[] => unitFactors(name) ?? [];

/** The node of a token made of a unit. */
export const unitNode = (token: Token, meant: UnitReading = "si"): Expr => node("unit", [], token, token.text.slice(UNIT_PREFIX.length), { meant });

export const isUnit = (e: Expr): boolean => e.op === "unit";
export const hasUnits = (e: Expr): boolean => some(e, isUnit);
/** Whether how much a unit is of others depends on the context. */
export const isVague = (e: Expr): boolean => some(e, (n) => isUnit(n) && factorsOf(n.name ?? "").some((f) => f.unit.vague));

/** How units are taken: in the SI's base units, with a number for each dimension so that units that differ are seen to differ, or not at all. */
export type UnitReading = "si" | "dimensions" | "none";

/** An expression with its units taken so. */
export const withUnits = (e: Expr, meant: UnitReading): Expr => (hasUnits(e) ? rewrite(e, (n) => (isUnit(n) ? { ...n, data: { ...n.data, meant } } : n)) : e);

/** Numbers for the base units no small powers of which are near each other. */
const MARKS: Readonly<Record<string, string>> = {
  kg: "731.83",
  m: "0.041227",
  s: "19.4371",
  A: "4217.93",
  K: "0.00693",
  mol: "88313.7",
  cd: "0.000217",
  dollar: "1327.19",
  bit: "1913.37",
  unit: "29.71",
};

/** A product of powers of decimals: "1000/3600", "0.001*1e3". */
const parts = (text: string): { text: string; exponent: number }[] =>
  text.split(/(?=[*/])/).map((part) => ({ text: part.replace(/^[*/]/, ""), exponent: part.startsWith("/") ? -1 : 1 }));

/** The decimals whose powers a unit is the product of. */
function decimals(e: Expr): { text: string; exponent: number }[] {
  const factors = factorsOf(e.name ?? "");
  if (e.data?.meant === "none") return [];
  const values = factors.flatMap(({ unit, exponent }) => parts(unit.factor).map((p) => ({ text: p.text, exponent: p.exponent * exponent })));
  const marks = e.data?.meant === "dimensions" ? Object.entries(dimensionOf(factors)).map(([base, exponent]) => ({ text: MARKS[base], exponent })) : [];
  return [...values.filter((v) => Number(v.text) !== 1), ...marks];
}

/** The dimension of an expression of numbers and units; undefined where it speaks of anything else, or adds what cannot be added. */
export function unitDimension(e: Expr): Dimension | undefined {
  switch (e.op) {
    case "number":
      return {};
    case "unit":
      return dimensionOf(factorsOf(e.name ?? ""));
    case "neg":
      return unitDimension(e.args[0]);
    case "root":
      return e.args.length === 1 ? scaled(unitDimension(e.args[0]), 0.5) : undefined;
    case "mul":
      return e.args.map(unitDimension).reduce((a, b) => joined(a, b, 1), {});
    case "div":
      return joined(unitDimension(e.args[0]), unitDimension(e.args[1]), -1);
    case "pow":
      return e.args[1].op === "number" ? scaled(unitDimension(e.args[0]), Number(e.args[1].name)) : negativePower(e);
    case "add": {
      const all = e.args.map(unitDimension);
      return all.every((d) => d !== undefined && spelled(d) === spelled(all[0])) ? all[0] : undefined;
    }
    case "symbol":
      return e.name === "\\pi" ? {} : undefined;
    default:
      return undefined;
  }
}

/** The dimensions of two terms of a sum that cannot be added: metres and seconds. */
export function unlikeTerms(e: Expr): readonly [string, string] | undefined {
  if (e.op === "add") {
    const known = e.args
      .filter(hasUnits)
      .map((a) => spelled(unitDimension(a)))
      .filter((d) => d !== "");
    const other = known.find((d) => d !== known[0]);
    if (other) return [known[0], other];
  }
  for (const a of e.args) {
    const found = unlikeTerms(a);
    if (found) return found;
  }
  return undefined;
}

const negativePower = (e: Expr): Dimension | undefined =>
  e.args[1].op === "neg" && e.args[1].args[0].op === "number" ? scaled(unitDimension(e.args[0]), -Number(e.args[1].args[0].name)) : undefined;
const scaled = (d: Dimension | undefined, by: number): Dimension | undefined => d && Object.fromEntries(Object.entries(d).map(([k, n]) => [k, n * by]));
function joined(a: Dimension | undefined, b: Dimension | undefined, sign: number): Dimension | undefined {
  if (!a || !b) return undefined;
  const sum: Record<string, number> = { ...a };
  for (const [k, n] of Object.entries(b)) sum[k] = (sum[k] ?? 0) + sign * n;
  return Object.fromEntries(Object.entries(sum).filter(([, n]) => n !== 0));
}

/** A dimension in base units: "kg m^2 s^-2". */
export const spelled = (d: Dimension | undefined): string =>
  Object.entries(d ?? {})
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([base, n]) => (n === 1 ? base : `${base}^${n}`))
    .join(" ");

export const units: Construct = {
  name: "units",
  meanings: {
    unit: (e, ev) => {
      const { A } = ev;
      const power = (text: string, n: number) => Array.from({ length: Math.abs(n) }, () => A.decimal(text)).reduce((a, b) => A.mul(a, b));
      return scalar(
        decimals(e).reduce((x, { text, exponent }) => (exponent > 0 ? A.mul(x, power(text, exponent)) : A.div(x, power(text, exponent))), A.number(1)),
      );
    },
  },
  print: {
    unit: {
      power: 99,
      latex: (e) => `\\,\\mathrm{${(e.name ?? "").replace(/°/g, "^\\circ ").replace(/µ/g, "\\mu ").replace(/Ω/g, "\\Omega ").replace(/·/g, "\\cdot ")}}`,
    },
  },
  examples: [
    { latex: "3\\,\\mathrm{km} = 3000\\,\\mathrm{m}", verdict: "holds" },
    { latex: "3\\,\\mathrm{km} = 300\\,\\mathrm{m}", verdict: "fails" },
    { latex: "5\\,\\mathrm{kg} \\cdot 9.8\\,\\mathrm{m/s^2} = 49\\,\\mathrm{N}", verdict: "holds" },
    { latex: "5\\,\\mathrm{kg} \\cdot 9.8\\,\\mathrm{m/s^2} = 49\\,\\mathrm{J}", verdict: "fails" },
    { latex: "\\frac{100 \\text{ m}}{8 \\text{ s}} = 12.5 \\text{ m/s}", verdict: "holds" },
    { latex: "\\frac12 \\cdot 2 \\cdot 3^2 = 9 \\text{ J}", verdict: "holds" },
  ],
};
