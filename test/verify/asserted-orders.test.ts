/** Inequalities in running text that a theorem or "for all" asserts. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

describe("asserted inequalities", () => {
  it.each([
    [R`Let $u, v > 0$. By the AM-GM inequality, we have $u^5 + v^5 \le 2\sqrt{u^5v^5}$.`, "fails"],
    [R`Let $u, v > 0$. By the AM-GM inequality, we have $u^5 + v^5 \ge 2\sqrt{u^5v^5}$.`, "holds"],
    [R`By Jensen's inequality we have $\left(\frac{s+t}{2}\right)^2 \ge \frac{s^2+t^2}{2}$.`, "fails"],
    [R`For all real $s, t$ we have $s^2 + t^2 \ge 4st$.`, "fails"],
    [R`Suppose that for all real $s, t$ we have $s^2 + t^2 \ge 4st$.`, "given"],
    [R`It is not true that for all real $s, t$ we have $s^2 + t^2 \ge 4st$.`, "given"],
    [R`Since $s + t = 1$, by AM-GM we have $4st \le 1$.`, "holds"],
    [R`Points with $st = 2$ are of interest. By AM-GM, $s^2 + t^2 \le 8st$.`, "given"],
    [R`By convexity $$\log\left(\frac1n\sum_{i=1}^n e^{u_i}\right) \le \frac1n\sum_{i=1}^n u_i$$`, "fails"],
    [R`By convexity $$\log\left(\frac1n\sum_{i=1}^n e^{u_i}\right) \ge \frac1n\sum_{i=1}^n u_i$$`, "holds"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});
