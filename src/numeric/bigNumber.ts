/** The decimal numbers of mathjs (decimal.js), one class for each precision. */
import { type BigNumber, BigNumberDependencies, create } from "mathjs";

export type { BigNumber } from "mathjs";

/** The constructor of decimal numbers with its static functions; every instance carries the elementary functions as methods. */
export interface BigNumberClass {
  new (value: number | string | BigNumber): BigNumber;
  acos(x: number): BigNumber;
}

const classes = new Map<number, BigNumberClass>();

/** Decimals with five guard digits beyond `digits`; the class is made once for each precision. */
export function bigNumbers(digits: number): BigNumberClass {
  const known =
    classes.get(digits) ??
    (create({ BigNumberDependencies }, { number: "BigNumber", precision: digits + 5 }) as unknown as { BigNumber: BigNumberClass }).BigNumber;
  classes.set(digits, known);
  return known;
}
