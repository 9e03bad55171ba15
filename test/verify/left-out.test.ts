/** Dots between two signs, doubled signs, and arrows between gaps. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [formula: string, all: string])[] = [
  [String.raw`(x+1)^2 = \cdots = x^2+2x+1`, "given holds"],
  [String.raw`(x+1)^2 = \cdots = x^2+3x+1`, "given fails"],
  [String.raw`5 > 4 > \dots > 1`, "holds given holds"],
  [String.raw`5 > 4 > \dots > 6`, "holds given fails"],
  [String.raw`5 > 4 > \dots = 6`, "holds given given"],
  [String.raw`x_1 < x_2 < \cdots < x_n`, "given given given"],
  [String.raw`\tfrac12 > \tfrac13 > \tfrac14 > \ldots`, "holds holds given"],
  [String.raw`\tfrac12 > \tfrac14 > \tfrac13 > \ldots`, "holds fails given"],
  [String.raw`3.5 - 2.5 \approx = 1`, "holds"],
  [String.raw`3.5 - 2.5 \approx = 2`, "fails"],
  ["2 + 2 < = 4", "holds"],
  ["2 + 3 < = 4", "fails"],
  [String.raw`3 \le x \qquad\to\qquad 6 \leq 2x`, "given holds holds"],
  [String.raw`x = 3 \qquad\to\qquad 2x = 7`, "defines fails fails"],
  [String.raw`x = 3 \qquad\to\qquad x = 7`, "defines unchecked given"],
  [String.raw`\sin x - x \to 0`, "unchecked"],
  [String.raw`x = w + 1 \hspace{2em} y = t \hspace{2em} 2x = 2w + 2`, "defines defines holds"],
  [String.raw`x = w + 1 \hspace{2em} y = t \hspace{2em} 2x = 2w + 3`, "defines defines fails"],
];

it.each(CASES)("%s", (formula, all) => expect(verdicts(`$$ ${formula} $$\n`).join(" ")).toBe(all));
