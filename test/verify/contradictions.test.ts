/** Conditions that contradict each other are named; what could be met is not. */
import { expect, test } from "vitest";
import { check, stepsOf } from "./run";

test.each<[string, RegExp]>([
  [String.raw`Let $y > 5$ and $y < 3$. Then $$y + z = z + y + 1$$`, /no number meets both y > 5 and y < 3/],
  [String.raw`Let $y > -1$ and $y \le -2$. Then $$y + z = z + y + 1$$`, /no number meets both y > -1 and y ≤ -2/],
  [String.raw`Let $y > 3$ and $y < 5$. Then $$y + z = z + y + 1$$`, /Does not hold/],
])("%s", (text, says) => {
  expect(stepsOf(check(text)).pop()?.message.replace(/−/g, "-")).toMatch(says);
});
