/** Congruences whose modulus stands in words, and equals signs before a modulus in parentheses. */
import { expect, it } from "vitest";
import { verdicts } from "../verify/run";

const R = String.raw;
const CASES: readonly (readonly [formula: string, verdicts: readonly string[]])[] = [
  [R`$17 \equiv 2 \text{ mod } 5$`, ["holds"]],
  [R`$17 \equiv 3 \text{ mod } 5$`, ["fails"]],
  [R`$7 = 2 \text{ (mod } 5)$`, ["holds"]],
  [R`$7 = 2 \pmod 5$`, ["holds"]],
  [R`$7 = 3 \pmod 5$`, ["fails"]],
  [R`$2^{10} \equiv 1 \text{ (mod 11)}$`, ["holds"]],
  [R`$2^{10} \equiv 2 \text{ (mod 11)}$`, ["fails"]],
  [R`$$7^2 = 49 \equiv 4 \text{ mod } 5$$`, ["holds", "holds"]],
  // inverses are residues
  [R`$\frac13 = 5 \pmod 7$`, ["holds"]],
  [R`$2^{-1} \equiv 3 \pmod 5$`, ["holds"]],
  [R`$2^{-1} \equiv 2 \pmod 5$`, ["fails"]],
  [R`$\sqrt2 \equiv 3 \pmod 7$`, ["unchecked"]],
  [R`$3 \cdot 5 = 15 = 1 \text{ mod } 7$`, ["holds", "holds"]],
  [R`$17 \text{ mod } 5 = 2$`, ["holds"]],
  [R`$17 \text{ mod } 5 = 3$`, ["fails"]],
];
it.each(CASES)("%s", (formula, expected) => expect(verdicts(`Then ${formula}.`)).toEqual(expected));
