/** "If …, then …" between equations: the conclusion fails where no solution of the hypothesis meets it, and nothing else is known of its names. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const last = (text: string) => stepsOf(check(`${text}\n`)).at(-1);

it.each([
  ["If $x + y = 1$, then $x^2 + y^2 = 1 - 2xy$.", "holds"],
  ["If $x + y = 1$, then $x^2 + y^2 = 1 + 2xy$.", "fails"],
  ["Here $u$ and $v$ are real. If $u = 2v$, then we get $u^2 - v^2 = 5v^2$.", "fails"],
  ["If $x = y$ and $y = 2z$, then $x + y = 5z$.", "fails"],
  // what else is known may decide
  ["Let $b = 2$. If $a = 2b$, then $a = 4$.", "holds"],
  ["If $a = b$, then $a = c$.", "given"],
  ["If $f(x) = 0$, then $x = 3$.", "given"],
  ["If $p^2 = 2q^2$, then $p = 2m$ for some integer $m$.", "given"],
  // some solutions meet it
  ["If $a^2 = b^2$, then $a = b$.", "given"],
])("%s %s", (text, verdict) => expect(last(text)?.verdict).toBe(verdict));

it("a point shows it", () => {
  const step = last("If $x + y = 1$, then $x^2 + y^2 = 1 + 2xy$.");
  const { x, y } = (step?.witness?.values ?? {}) as { x: number; y: number };
  expect(x + y).toBeCloseTo(1, 9);
  expect(Math.abs(x ** 2 + y ** 2 - 1 - 2 * x * y)).toBeGreaterThan(1e-3);
});
