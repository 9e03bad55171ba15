/** Repeated integrals of densities without bounds go over all values of their variables. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const JOINT = "Let $p(x, z)$ be a density and $H[x]$ its entropy. The conditional is $p(z \\mid x)$.\n\n";
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${JOINT}$$ \iint p(x, z) \log p(x) \, dx \, dz = \int p(x) \log p(x) \, dx $$`, "holds"],
  [String.raw`${JOINT}$$ \iint p(x, z) \log p(x) \, dx \, dz = \int p(z) \log p(z) \, dz $$`, "fails"],
  [String.raw`${JOINT}$$ \iint p(x, z) \log p(z \mid x) \, dz \, dx = \int p(x) \int p(z \mid x) \log p(z \mid x) \, dz \, dx $$`, "holds"],
  [String.raw`${JOINT}$$ \iint p(x, z) \log p(z \mid x) \, dz \, dx = \int p(x) \int p(z \mid x) \log p(x) \, dz \, dx $$`, "fails"],
  [String.raw`The entropy is $H[y] = -\int p(y) \ln p(y) \, dy$. Hence $$ -\int p(y) \ln p(y) \, dy = -\iint p(x, y) \ln p(y) \, dx \, dy $$`, "holds"],
  [String.raw`The area is $$ \iint p(x, y) \, dx \, dy = 1 $$`, "given"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));

const PRIOR = "Let $p(x, z)$ be a joint distribution with $p(z) = \\mathcal{N}(z; 0, 1)$, and $q(z) = \\mathcal{N}(z; m, s^2)$.\n\n";
it.each([
  [String.raw`${PRIOR}$$ \sum_z q(z) \frac{p(x, z)}{q(z)} = \sum_z p(x, z) = p(z) $$`, "fails"],
  [String.raw`${PRIOR}$$ \sum_z q(z) \frac{p(x, z)}{q(z)} = \sum_z p(x, z) = p(x) $$`, "holds"],
])("the rules of probability hold whatever the formula of a marginal is: %s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
