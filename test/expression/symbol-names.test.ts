/** What a term is called tells it from every other term of its sequence. */
import { expect, it } from "vitest";
import { verdicts } from "../verify/run";

it.each([
  ["before and behind", String.raw`If $w_{t+1} = 2 b$ and $w_{t-1} = 3 b$ then $w_{t+1} - w_{t-1} = 0$.`, "fails"],
  ["by an arrow", String.raw`$w_{t+1} + w_{t-1} = 4 \implies w_{t+1} = 2$`, "given"],
  ["positive and negative", String.raw`Let $w_{n} = 5$. Then $w_{-n} = 5 + c$ and $w_{-n} - w_n = c$.`, "holds"],
  ["a half and a square", String.raw`Let $w_{n/2} = 5$ and $w_{n^2} = 6$. Then $w_{n^2} - w_{n/2} = 0$.`, "given"],
])("%s", (_, text, last) => {
  expect(verdicts(text).pop()).toBe(last);
});

it("one solution of what leaves names open shows nothing", () => {
  expect(verdicts(String.raw`Suppose $F_{n+1}F_{n-1} - F_n^2 = (-1)^n$. Then $n = 5$.`).pop()).toBe("given");
});
