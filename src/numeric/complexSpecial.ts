/** Gamma and its relatives, and zeta, of complex arguments, in double precision. */
import type { Function1 } from "./arithmetic";
import type { Complex, ComplexKit } from "./complexKit";

type Rule = <T>(k: ComplexKit<T>, z: Complex<T>) => Complex<T>;

export const COMPLEX_SPECIAL: Partial<Record<Function1, Rule>> = {};
