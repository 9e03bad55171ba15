/** Expectations over several names at once: E_{x, y}, names drawn from one law, and laws that stand behind the formula. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const last = (text: string) => verdicts(text).pop();
const BEHIND = " where $\\epsilon \\sim \\mathcal N(0, 1)$.\n";

describe("what an expectation is taken over", () => {
  it.each([
    [String.raw`$$\mathbb{E}_{}[X + 1] = \mathbb{E}_{}[X] + 1$$`, "holds"],
    [String.raw`$$\mathbb{E}_{x,y}[g(x) + h(y)] = \mathbb{E}_x[g(x)] + \mathbb{E}_y[h(y)]$$`, "holds"],
    [String.raw`$$\mathbb{E}_{x,y}[g(x) + h(y)] = \mathbb{E}_x[g(x)] - \mathbb{E}_y[h(y)]$$`, "fails"],
    [String.raw`$$\mathbb{E}_{u_1, u_2}[g(u_1) + g(u_2)] = \mathbb{E}_{u_1}[g(u_1)] + \mathbb{E}_{u_2}[g(u_2)]$$`, "holds"],
    [String.raw`$$\mathbb{E}_{x, y\sim p(x, y)}[g(x) + h(y)] = \mathbb{E}_{x\sim p(x)}[g(x)] - \mathbb{E}_{y\sim p(y)}[h(y)]$$`, "fails"],
    [
      String.raw`$$\mathbb{E}_{x\sim p(x), z\sim q(z|x)}[\log q(z|x) - \log r(z)] = \mathbb{E}_{x\sim p(x)}\left[\mathbb{E}_{z\sim q(z|x)}[\log q(z|x) - \log r(z)]\right]$$`,
      "holds",
    ],
  ])("%s", (text, verdict) => expect(last(text)).toBe(verdict));
});

describe("a law behind the formula", () => {
  it.each([
    ["$$E[(a + \\epsilon)^2] = a^2 + 1,$$", ["holds", "given"]],
    ["$$E[(a + \\epsilon)^2] = a^2 + 2,$$", ["fails", "given"]],
    ["Let $J(a) = a^2$. Then $$E[a\\epsilon] = a E[\\epsilon] = 0,$$", ["defines", "holds", "holds", "given"]],
  ])("%s", (text, expected) => expect(verdicts(`${text}\n${BEHIND}`)).toEqual(expected));

  it("is another one's in the next sentence", () =>
    expect(verdicts("Let $X \\sim \\mathrm{Exp}(1)$. Then $$E[X] = 1.$$\n\nWith $X \\sim \\mathrm{Exp}(2)$ this is no longer so.")[1]).toBe("holds"));
});
