/** All functions of the double arithmetic, by name. */
import type { Function1, Function2 } from "../arithmetic";
import { BESSEL_1, BESSEL_2 } from "./bessel";
import { ELEMENTARY } from "./elementary";
import { GAMMA_1, GAMMA_2 } from "./gamma";
import { PAIRS } from "./integers";
import { INTEGRALS } from "./integrals";
import { POLYNOMIALS } from "./polynomials";
import type { Real1, Real2 } from "./real";
import { ZETA_1, ZETA_2 } from "./zeta";

export const REAL_1: Partial<Record<Function1, Real1>> = { ...ELEMENTARY, ...GAMMA_1, ...INTEGRALS, ...BESSEL_1, ...ZETA_1 };
export const REAL_2: Partial<Record<Function2, Real2>> = { ...GAMMA_2, ...BESSEL_2, ...ZETA_2, ...PAIRS, ...POLYNOMIALS };
