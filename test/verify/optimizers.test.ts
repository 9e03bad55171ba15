/** Where something is largest or smallest: places that a search finds, vectors by their gradient, and functions that nothing is known of by the order of two places. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(text, {}, "a.md")).at(-1);

describe("the place of something", () => {
  it.each([
    [String.raw`$$\arg\min_v \|u - Mv\|^2 = (M^\top M)^{-1} M^\top u$$`, "holds"],
    [String.raw`$$\hat v = \arg\min_{v \in \mathbb{R}^d} \tfrac12 \|u - Mv\|^2 + \tfrac{\gamma}{2} \|v\|^2 = (M^\top M + \gamma I)^{-1} M^\top u$$`, "holds"],
    [String.raw`$$\hat v = \arg\min_v \left( \|u - Mv\|^2 + \gamma \|v\|^2 \right) = (M^\top M - \gamma I)^{-1} M^\top u$$`, "fails"],
    [String.raw`$$\hat r = \arg\max_r \left[ s \log r + (m - s) \log(1 - r) \right] = \frac{s}{m}$$`, "holds"],
    [String.raw`$$\hat r = \arg\max_r \left[ s \log r + (m - s) \log(1 - r) \right] = \frac{m}{s}$$`, "fails"],
    [String.raw`$$\underset{c}{\arg\min} \sum_{k=1}^m (y_k - c)^2 = \frac{1}{m} \sum_{k=1}^m y_k$$`, "holds"],
    [String.raw`$$\arg\max_{\tau^2} \left[ -\frac{m}{2} \log \tau^2 - \frac{R}{2\tau^2} \right] = \frac{R}{m}$$`, "holds"],
    [String.raw`$$\hat s = \arg\max_s \left[ -m \log s^2 - \frac{R}{s^2} \right] = \sqrt{\frac{R}{m}}$$`, "holds"],
    [
      String.raw`Let $L(\beta) = \prod_{k=1}^m \beta e^{-\beta y_k}$ and $\ell(\beta) = \log L(\beta)$. $$\arg\max_\beta \ell(\beta) = \frac{m}{\sum_{k=1}^m y_k}$$`,
      "holds",
    ],
    // places are numbers of vectors
    [String.raw`$$j^* = \arg\min_j \|y - c_j\|^2 = \arg\max_j \left( c_j^\top y - \tfrac12 \|c_j\|^2 \right)$$`, "holds"],
    [String.raw`$$j^* = \arg\min_j \|y - c_j\|^2 = \arg\max_j \left( c_j^\top y + \tfrac12 \|c_j\|^2 \right)$$`, "fails"],
    // one of several places, and none of them
    [String.raw`$$\arg\max_x \cos x = 4\pi$$`, "holds"],
    [String.raw`$$\arg\max_x \cos x = \frac{\pi}{4}$$`, "fails"],
    // what the name may be is said elsewhere
    [String.raw`Let $t \ge 0$. $$\arg\min_t (t + 1)^2 = 0$$`, "unchecked"],
    // no value is the largest
    [String.raw`$$1 + \arg\max_x \frac{1}{x^2} = 1$$`, "unchecked"],
    [String.raw`$$\hat b = \arg\min_{b_0, b_1} \sum_{k=1}^m (y_k - b_0 - b_1 t_k)^2$$`, "defines"],
  ])("%s %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));
});

describe("places of functions that are not known", () => {
  it.each([
    [String.raw`$$\arg\max_\beta \prod_{k=1}^m p(y_k \mid \beta) = \arg\max_\beta \sum_{k=1}^m \log p(y_k \mid \beta)$$`, "holds"],
    [String.raw`$$\arg\max_\beta \prod_{k=1}^m p(y_k \mid \beta) = \arg\min_\beta \sum_{k=1}^m \log p(y_k \mid \beta)$$`, "fails"],
    [String.raw`$$\arg\max_\beta p(\beta \mid y) = \arg\max_\beta \left[ \log p(y \mid \beta) + \log p(\beta) \right]$$`, "holds"],
    [String.raw`$$\arg\max_\beta p(\beta \mid y) = \arg\max_\beta \left[ \log p(y \mid \beta) - \log p(\beta) \right]$$`, "fails"],
    // they put places in another order, and are largest at the same one
    [String.raw`Let $g(t) = -(t-1)^2$ and $h(t) = 5 - (t-1)^2 + (t-1)^3 e^{-(t-1)^4}$. $$\arg\max_t g(t) = \arg\max_t h(t)$$`, "holds"],
    [String.raw`$$\arg\max_\beta E_{y \sim p_{\mathrm{data}}}[\log p_\beta(y)] = \arg\min_\beta KL(p_{\mathrm{data}} \,\|\, p_\beta)$$`, "holds"],
    // a flat prior would make it true
    [String.raw`$$\arg\max_\beta p(\beta \mid y) = \arg\max_\beta p(y \mid \beta)$$`, "unchecked"],
    [String.raw`$$\arg\min_q KL(q(h) \,\|\, p(h \mid y)) = \arg\max_q \left( E_q[\log p(y, h)] - E_q[\log q(h)] \right)$$`, "holds"],
    [String.raw`$$\arg\min_q KL(q(h) \,\|\, p(h \mid y)) = \arg\max_q \left( E_q[\log p(y, h)] + E_q[\log q(h)] \right)$$`, "fails"],
    [String.raw`$$\arg\max_t g(t) = \arg\max_t \left( 3 g(t) + 4 \right)$$`, "holds"],
    [String.raw`$$\arg\max_t g(t) = \arg\max_t g(t)^2$$`, "holds-if"],
  ])("%s %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));

  it("are told apart in words", () =>
    expect(last(String.raw`$$\arg\max_t g(t) = \arg\min_t 2 g(t)$$`)?.message).toMatch(/the left side prefers .*, the right side .*It holds with arg max_t/));
});

describe("an objective", () => {
  it("that is written anew stays one", () => {
    const text = String.raw`$$\arg\min_v (v - 3)^2 + \gamma v^2 = (v - 3)(v - 3) + \gamma v^2$$`;
    expect(last(text)?.verdict).toBe("holds");
  });
});
