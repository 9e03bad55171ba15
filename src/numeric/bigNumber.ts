/** The decimal numbers of mathjs (decimal.js), one class for each precision. */
import { type BigNumber, BigNumberDependencies, create } from "mathjs";

export type { BigNumber } from "mathjs";

/** The constructor of decimal numbers with its static functions; every instance carries the elementary functions as methods. */
export interface BigNumberClass {
  new (value: number | string | BigNumber): BigNumber;
  acos(x: number): BigNumber;
}

/** Decimals with five guard digits beyond `digits`. */
export function bigNumbers(digits: number): BigNumberClass {
  return (create({ BigNumberDependencies }, { number: "BigNumber", precision: digits + 5 }) as unknown as { BigNumber: BigNumberClass }).BigNumber;
}
