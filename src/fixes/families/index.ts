/** The families of edits, likeliest first. */
import type { Family } from "../search";
import { brackets } from "./brackets";
import { numbers } from "./numbers";
import { powers } from "./powers";
import { signs } from "./signs";
import { conditions, fractions } from "./swaps";
import { functions, symbols } from "./symbols";
import { coefficients, missingFactors, missingTerms } from "./terms";
import { values } from "./values";

export const FAMILIES: readonly Family[] = [
  signs,
  conditions,
  numbers,
  symbols,
  fractions,
  coefficients,
  functions,
  powers,
  missingTerms,
  missingFactors,
  brackets,
  values,
];
