/** All functions of the double arithmetic, by name. */
import type { Function1, Function2 } from "../arithmetic";
import { ELEMENTARY } from "./elementary";
import type { Real1, Real2 } from "./real";

export const REAL_1: Partial<Record<Function1, Real1>> = { ...ELEMENTARY };
export const REAL_2: Partial<Record<Function2, Real2>> = {};
