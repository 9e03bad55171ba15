/** All named families. */

import { beta, exponential, gamma, laplace } from "./continuous";
import { bernoulli, poisson } from "./counts";
import type { NamedFamily } from "./family";
import { gaussian } from "./gaussian";

export const FAMILIES: readonly NamedFamily[] = [gaussian, exponential, gamma, beta, laplace, bernoulli, poisson];

const bySpelling = new Map(FAMILIES.flatMap((f) => f.spellings.map((s): [string, NamedFamily] => [s, f])));

/** The family that a name spells, if any. */
export const familyNamed = (name: string): NamedFamily | undefined => bySpelling.get(name);
