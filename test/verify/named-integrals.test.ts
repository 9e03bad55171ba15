/** Indefinite integrals that have names: reduction formulas, and integrals that come back. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const BACK = String.raw`Let $I = \int e^x \sin x \, dx$. Then`;
const TERMS = String.raw`Let $J_n = \int x^n e^x \, dx$. Then`;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${BACK} $$ I = e^x \sin x - \int e^x \cos x \, dx = e^x \sin x - e^x \cos x - I $$`, "holds"],
  [String.raw`${BACK} $$ I = e^x \sin x - \int e^x \cos x \, dx = e^x \sin x - e^x \cos x + I $$`, "fails"],
  [String.raw`${BACK} $$ 2I = e^x \sin x - e^x \cos x + C $$`, "holds"],
  [String.raw`${BACK} $$ 3I = e^x \sin x - e^x \cos x + C $$`, "given"],
  [String.raw`${TERMS} $$ J_n = x^n e^x - n \int x^{n-1} e^x \, dx = x^n e^x - n J_{n-1} $$`, "holds"],
  [String.raw`${TERMS} $$ J_n = x^n e^x - n \int x^{n-1} e^x \, dx = x^n e^x + n J_{n-1} $$`, "fails"],
  [String.raw`${TERMS} $$ J_2 = x^2 e^x - 2 J_1 = x^2 e^x - 2x e^x + 2 e^x + C $$`, "holds"],
  [String.raw`${TERMS} $$ J_2 = x^2 e^x - 2 J_1 = x^2 e^x - 2x e^x - 2 e^x + C $$`, "fails"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
