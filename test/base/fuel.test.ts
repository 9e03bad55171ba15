/** Work that is budgeted. */
import { describe, expect, it } from "vitest";
import { Fuel, OutOfFuel } from "../../src/base/fuel";

describe("Fuel", () => {
  it("is spent to the last drop and not beyond", () => {
    const fuel = new Fuel(10);
    fuel.spend(4);
    fuel.spend(6);
    expect(fuel.left).toBe(0);
    expect(() => fuel.spend(1)).toThrow(OutOfFuel);
  });

  it("stays empty after an overdraft", () => {
    const fuel = new Fuel(10);
    expect(() => fuel.spend(11)).toThrow(OutOfFuel);
    expect(() => fuel.spend(1)).toThrow(OutOfFuel);
  });
});
