/** Where i is a rate of interest, and where it stays the imaginary unit or an index. */
import { expect, it } from "vitest";
import { namesI } from "../../src/derivation/names/named-i";
import { verdicts } from "../verify/run";

it.each<[string, boolean]>([
  [String.raw`at the rate $i = 0.04$`, true],
  [String.raw`the interest rate $i$`, true],
  [String.raw`$\sum_{i=1}^n x_i$`, false],
  [String.raw`Let $i = 0.5$ and $z = e^{i\pi}$`, false],
])("%s: %s", (text, named) => expect(namesI(text)).toBe(named));

it.each<[string, string, string[]]>([
  ["a rate", String.raw`At the rate $i = 0.04$, $$(1 + i)^3 - 1 = 1.04^3 - 1 = 0.124864$$`, ["defines", "holds", "holds"]],
  ["a wrong power", String.raw`Let $i = 0.04$. Then $$(1 + i)^3 - 1 = 1.04^2 - 1$$`, ["defines", "fails"]],
  ["beside an index", String.raw`At the rate $i = 0.04$, $$\sum_{i=1}^3 i = 6$$ and $$(1 + i)^2 = 1.0816$$`, ["defines", "holds", "holds"]],
])("%s", (_, text, expected) => expect(verdicts(text)).toEqual(expected));
