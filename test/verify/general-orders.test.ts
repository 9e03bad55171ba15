/** Derivatives of any order of functions of which nothing is known: Taylor's formula, its remainder, parts. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [formula: string, last: string])[] = [
  ["\\frac{d}{dx} f^{(n)}(x) = f^{(n+1)}(x)", "holds"],
  ["\\frac{f^{(n+1)}(c)}{(n+1)!}(x-a)^{n+1} = \\frac{f^{(n+1)}(c)(x-a)^{n+1}}{n!(n+1)}", "holds"],
  ["\\frac{d}{dx}\\left[\\frac{f^{(n)}(x)}{n!}(b-x)^n\\right] = \\frac{f^{(n+1)}(x)}{n!}(b-x)^n - \\frac{f^{(n)}(x)}{(n-1)!}(b-x)^{n-1}", "holds"],
  ["\\sum_{k=1}^n \\frac{f^{(k)}(a)}{(k-1)!} (x-a)^{k-1} = \\sum_{k=0}^{n-1} \\frac{f^{(k+1)}(a)}{k!} (x-a)^k", "holds"],
  ["\\sum_{k=1}^n \\frac{f^{(k)}(a)}{(k-1)!} (x-a)^{k-1} = \\sum_{k=0}^{n-1} \\frac{f^{(k)}(a)}{k!} (x-a)^k", "given"],
  ["f(x + h) = \\sum_{k=0}^\\infty \\frac{f^{(k)}(x)}{k!} h^k", "holds"],
  ["f(x + h) = \\sum_{k=0}^\\infty \\frac{f^{(k)}(x)}{k} h^k", "given"],
  ["\\int_a^x \\frac{f^{(n+1)}(t)}{n!}(x-t)^n\\,dt = -\\frac{f^{(n)}(a)}{n!}(x-a)^n + \\int_a^x \\frac{f^{(n)}(t)}{(n-1)!}(x-t)^{n-1}\\,dt", "holds"],
  ["\\int_a^x \\frac{f^{(n+1)}(t)}{n!}(x-t)^n\\,dt = \\frac{f^{(n)}(a)}{n!}(x-a)^n + \\int_a^x \\frac{f^{(n)}(t)}{(n-1)!}(x-t)^{n-1}\\,dt", "fails"],
];

it.each(CASES)("%s", (formula, verdict) => expect(verdicts(`Then $$ ${formula} $$\n`).at(-1)).toBe(verdict));
