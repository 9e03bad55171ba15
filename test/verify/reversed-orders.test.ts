/** Inequalities that could be conditions but hold nowhere: turned the wrong way round. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(text)).slice(-1)[0];

it.each([
  ["For numbers $u, v > 0$ concavity says\n\n", "\\frac{\\log u + \\log v}{2} \\ge \\log \\frac{u + v}{2}", "", "fails"],
  ["For numbers $u, v > 0$ concavity says\n\n", "\\frac{\\log u + \\log v}{2} \\le \\log \\frac{u + v}{2}", "", "holds"],
  ["For all $u$ and $v$\n\n", "u^2 + v^2 \\ge 2 u v", "", "holds"],
  ["We look at\n\n", "u^2 + v^2 < 2uv - 1", "", "fails"],
  ["We look at\n\n", "u^2 + v^2 < 2uv - 1", "which is impossible.", "given"],
  ["We look at the disc\n\n", "u^2 + v^2 < 2u", "", "given"],
])("%s%s %s: %s", (before, step, after, verdict) => expect(last(`${before}$$ ${step} $$\n\n${after}\n`).verdict).toBe(verdict));
