/** Products and quotients of units as one writes them: `kg m/s^2`, `J/(mol K)`, `square feet`, `miles per hour`. */
import { type Dimension, type Unit, unitNamed } from "./unit-table";

export interface UnitFactor {
  readonly unit: Unit;
  readonly exponent: number;
}

const NAME = /^(°[CF]|[A-Za-zµΩÅ]+)/;
const EXPONENT = /^\s*(?:\^\s*\{?\s*(-?\d)\s*\}?|([²³]))/;

/** The units of a text with their exponents; undefined where it holds anything else. */
export function unitFactors(text: string): readonly UnitFactor[] | undefined {
  let rest = text
    .trim()
    .replace(/\.$/, "")
    .replace(/\bper\b/g, "/")
    .replace(/\b(?:square|sq\.?)\s+([a-z]+)/g, "$1^2")
    .replace(/\bcubic\s+([a-z]+)/g, "$1^3");
  const factors: UnitFactor[] = [];
  let [sign, grouped, powered] = [1, false, false];
  for (let first = true; rest !== ""; first = false) {
    const joint = /^\s*(\/\s*\(?|\)|[·*]|\s)\s*/.exec(rest);
    if (joint) {
      rest = rest.slice(joint[0].length);
      if (joint[1].startsWith("/")) {
        if (sign < 0 && grouped) return undefined;
        sign = -1;
        grouped = joint[1].endsWith("(");
      }
      if (joint[1] === ")") {
        if (!grouped) return undefined;
        sign = 1;
        grouped = false;
      }
      if (rest === "") return joint[1] === ")" && factors.length > 0 ? factors : undefined;
    } else if (!first && !powered) return undefined;
    const name = NAME.exec(rest)?.[0];
    if (name === undefined) {
      if (first && /^1\s*\//.test(rest)) {
        rest = rest.slice(1);
        continue;
      }
      return undefined;
    }
    const unit = unitNamed(name);
    if (!unit) return undefined;
    rest = rest.slice(name.length);
    const power = EXPONENT.exec(rest);
    if (power) rest = rest.slice(power[0].length);
    powered = power !== null;
    const exponent = power ? (power[2] ? (power[2] === "²" ? 2 : 3) : Number(power[1])) : 1;
    factors.push({ unit, exponent: sign * exponent });
  }
  return factors.length > 0 ? factors : undefined;
}

/** The dimension of a product of units. */
export function dimensionOf(factors: readonly UnitFactor[]): Dimension {
  const sum: Record<string, number> = {};
  for (const { unit, exponent } of factors) for (const [base, n] of Object.entries(unit.dimension)) sum[base] = (sum[base] ?? 0) + n * exponent;
  return Object.fromEntries(Object.entries(sum).filter(([, n]) => n !== 0));
}
