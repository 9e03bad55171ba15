/** Largest and smallest values over which nothing is said: on the line, of vectors, and of functions that nothing is known of. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(text, {}, "a.md")).at(-1);

describe("largest and smallest values of formulas", () => {
  it.each([
    [String.raw`$$\max_t (10t - t^2) = 25$$`, "holds"],
    [String.raw`$$\sup_u \left( u v - \frac{u^2}{2} \right) = \frac{v^2}{2}$$`, "holds"],
    [String.raw`$$h^*(v) = \sup_u \left( u v - e^u \right) = v \log v - v$$`, "holds"],
    [String.raw`$$h^*(v) = \sup_u \left( u v - e^u \right) = v \log v + v$$`, "fails"],
    [String.raw`$$\min_v \|u - Mv\|^2 = u^\top u - u^\top M (M^\top M)^{-1} M^\top u$$`, "holds"],
    [String.raw`$$\max_\beta \left[ s \log \beta + (m - s) \log(1 - \beta) \right] = s \log \frac{s}{m} + (m - s) \log \frac{m - s}{m}$$`, "holds"],
  ])("%s %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));
});

describe("of functions that are not known", () => {
  it.each([
    [String.raw`$$\max_t (g(t) + c) = \max_t g(t) + c$$`, "holds"],
    [String.raw`$$\max_t (g(t) + h(t)) \le \max_t g(t) + \max_t h(t)$$`, "holds"],
    [String.raw`$$\left| \max_a g(a) - \max_a h(a) \right| \le \max_a |g(a) - h(a)|$$`, "holds"],
    [String.raw`$$\max_s \min_t g(s, t) \le \min_t \max_s g(s, t)$$`, "holds"],
    [String.raw`$$\max_s \min_t g(s, t) \ge \min_t \max_s g(s, t)$$`, "unchecked"],
    [String.raw`$$\min_t g(t) = -\max_t (-g(t))$$`, "holds"],
  ])("%s %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));
});

describe("an objective with its constraints", () => {
  it.each([[String.raw`$$\min_v v^\top M v \quad \text{s.t.} \quad u^\top v = 1$$`], [String.raw`$$\max_{x, y} x y, \quad x + y = 4$$`]])(
    "%s is no claim",
    (text) => expect(stepsOf(check(text, {}, "a.md")).map((s) => s.verdict)).toEqual(["given"]),
  );
});
