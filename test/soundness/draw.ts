/** The case of a seed. */
import { ARGUMENTS } from "./arguments";
import type { Case } from "./case";
import { dice } from "./dice";
import { EXACT } from "./exact-arguments";
import { antiderivativeCase, identityCase, identityConstructs } from "./identities";

export const CONSTRUCTS: readonly string[] = [...identityConstructs, "antiderivatives", ...Object.keys(ARGUMENTS), ...Object.keys(EXACT)];

/** The same seed and construct give the same case; half of the cases are false. */
export function caseOf(seed: number, construct = CONSTRUCTS[seed % CONSTRUCTS.length]): Case {
  for (let attempt = 0; ; attempt++) {
    const d = dice(seed * 64 + attempt);
    const wrong = attempt < 48 ? Math.floor(seed / CONSTRUCTS.length) % 2 === 1 : false;
    const writer = ARGUMENTS[construct] ?? EXACT[construct];
    const drawn = writer
      ? { construct, ...writer(wrong, d) }
      : construct === "antiderivatives"
        ? antiderivativeCase(wrong, d)
        : identityCase(construct, wrong, d);
    if (drawn) return { seed, ...drawn };
    if (attempt > 200) throw new Error(`No case of ${construct} for seed ${seed}.`);
  }
}
