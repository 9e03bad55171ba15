/** The families of edits. */
import type { Family, PlainFamily } from "../search";
import { angles } from "./angles";
import { brackets } from "./brackets";
import { complementMarks } from "./complement-marks";
import { complements } from "./complements";
import { givenVariables } from "./conditions";
import { counts } from "./counts";
import { lostFactors } from "./lost-factors";
import { numbers, solvedNumbers } from "./numbers";
import { powers, reciprocals, squares, squaresOfSums, transposes } from "./powers";
import { restored } from "./restored";
import { setSigns } from "./set-signs";
import { shifts } from "./shifts";
import { signs } from "./signs";
import { conditions, differences, exchangedFunctions, exchangedNames, exponentsBeside, factorsAcross, fractions, products } from "./swaps";
import { functions, symbols } from "./symbols";
import { coefficients, droppedTerms, missingFactors, missingTerms } from "./terms";
import { plainValues, values } from "./values";

/** Edits of one token or two that are tried as they are. */
export const PLAIN: readonly PlainFamily[] = [
  signs,
  setSigns,
  differences,
  conditions,
  givenVariables,
  products,
  numbers,
  counts,
  shifts,
  symbols,
  fractions,
  factorsAcross,
  exchangedNames,
  exchangedFunctions,
  exponentsBeside,
  functions,
  transposes,
  powers,
  squares,
  squaresOfSums,
  reciprocals,
  complementMarks,
  complements,
  droppedTerms,
  brackets,
  angles,
  lostFactors,
  restored,
  plainValues,
];

/** Edits whose size is solved for, from three values of the operand. */
export const SOLVED: readonly Family[] = [solvedNumbers, coefficients, missingTerms, missingFactors, values];
