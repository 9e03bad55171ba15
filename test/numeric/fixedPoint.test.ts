/** Functions on whole numbers against the library of decimals, digit by digit. */
import { describe, expect, test } from "vitest";
import { type BigNumber, bigNumbers } from "../../src/numeric/bigNumber";
import { type FixedFunction, fixed } from "../../src/numeric/fixedPoint";

const ANGLES = ["1", "-1", "0.5", "3.25", "-17.125", "0.0001", "812.0625", "0.1234567890123456789012345678901234567890123456789", "1.5707963267948966", "-2.5"];
const POSITIVE = ["2", "10", "0.75", "1.0000000001", "0.999", "5e-30", "7.25e40", "123456.5", "3.1415926535897932384626433832795"];

const CASES: readonly [FixedFunction, readonly string[]][] = [
  ["sin", ANGLES],
  ["cos", ANGLES],
  ["exp", ANGLES],
  ["ln", POSITIVE],
];

describe("decimals of whole numbers", () => {
  for (const digits of [50, 64])
    for (const [name, at] of CASES)
      test.each(at)(`${name} of %s to ${digits} digits`, (text) => {
        const Big = bigNumbers(digits);
        const x = new Big(text);
        const expected = (x as unknown as Record<FixedFunction, () => BigNumber>)[name]();
        expect(fixed(name, x, digits + 5, Big)?.toString()).toBe(expected.toString());
      });

  test.each([
    ["sin", "31415926535897932384626433832795"],
    ["exp", "1e9"],
    ["ln", "-1"],
    ["ln", "1"],
    ["sin", "0"],
    ["exp", "1e-60"],
  ] as const)("leaves %s of %s to the library", (name, text) => {
    const Big = bigNumbers(50);
    expect(fixed(name, new Big(text), 55, Big)).toBeUndefined();
  });
});
