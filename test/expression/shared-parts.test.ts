/** Nodes that say the same are one node, and are evaluated once. */
import { describe, expect, it } from "vitest";
import { Fuel } from "../../src/base/fuel";
import type { Model } from "../../src/expression/evaluator";
import { SharedParts } from "../../src/expression/shared-parts";
import { node, number, symbol } from "../../src/expression/tree";
import { KeepingEvaluator } from "../../src/fixes/keeping-evaluator";
import { double, type Lane } from "../../src/numeric/lanes";

const at = (from: number) => ({ from, to: from + 1 });
const square = (from: number) => node("pow", [symbol("x", at(from)), number(2, at(from + 2))], at(from));
const model = { dimension: 3, symbol: () => ({ kind: "scalar", x: double.number(3) }) } as unknown as Model;

describe("shared parts", () => {
  it("are one node wherever they stand", () => {
    const shared = new SharedParts();
    const [a, b] = [shared.of(node("add", [square(1), number(1)], at(1))), shared.of(node("add", [square(9), number(2)], at(9)))];
    expect(a.args[0]).toBe(b.args[0]);
    expect(a).not.toBe(b);
    expect(shared.of(node("add", [number(1), square(4)], at(4)))).not.toBe(a);
  });
  it("cost their work once", () => {
    const [shared, fuel] = [new SharedParts(), new Fuel(1000)];
    const ev = new KeepingEvaluator<Lane>(double, new Int32Array(4), model, fuel);
    const value = (e: ReturnType<typeof square>) => double.toNumbers(ev.scalar(shared.of(e)))[0];
    expect(value(square(1))).toBe(9);
    const before = fuel.left;
    expect(value(square(20))).toBe(9);
    expect(fuel.left).toBe(before);
  });
});
