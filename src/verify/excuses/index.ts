/** What takes an accusation back, first to last: words that deny the step, arithmetics, operations and notations of the document's own. */
import type { Item } from "../../derivation/facts/items";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { withOwnWork } from "../verdicts/judging";
import { agreedValue } from "./agreed-values";
import { boundaryCurves } from "./boundary-curves";
import { bracketMarks } from "./bracket-marks";
import { casesOfRows } from "./cases-of-rows";
import { conjugateBars } from "./conjugate-bars";
import { conjugateDerivatives } from "./conjugate-derivatives";
import { convolutions } from "./convolutions";
import { countedInWords } from "./counted-in-words";
import { countedOtherwise } from "./counted-otherwise";
import { crossProducts } from "./cross-products";
import { denied } from "./denied";
import { equivalentEquations } from "./equivalent-equations";
import type { Excuse } from "./excuse";
import { forLarge } from "./for-large";
import { forSome } from "./for-some";
import { formulaLater } from "./formula-later";
import { formulasOfRegions } from "./formulas-of-regions";
import { functionsAlone } from "./functions-alone";
import { functionsOfSets } from "./functions-of-sets";
import { goingOn } from "./going-on";
import { idempotents } from "./idempotents";
import { inDegrees } from "./in-degrees";
import { indicatorsByIndex } from "./indicators-by-index";
import { lawsInTables } from "./laws-in-tables";
import { meanValue } from "./mean-values";
import { measuredConstants } from "./measured-constants";
import { mixedCommas } from "./mixed-commas";
import { normsOfFunctions } from "./norms-of-functions";
import { numberSets } from "./number-sets";
import { operatorsByMarks } from "./operators-by-marks";
import { orderOfMagnitude } from "./orders-of-magnitude";
import { otherArgument } from "./other-arguments";
import { otherNotation } from "./other-notations";
import { outcomesInARow } from "./outcomes-in-a-row";
import { ownOperation } from "./own-operations";
import { pairsAsNumbers } from "./pairs-as-numbers";
import { partOfSystem } from "./parts-of-system";
import { perMole } from "./per-mole";
import { quotientsOfChanges } from "./quotients-of-changes";
import { roundedFigure } from "./rounded-figures";
import { simulatedValue } from "./simulated-values";
import { smallQuantities } from "./small-quantities";
import { solvedBehind } from "./solved-behind";
import { solvedToNothing } from "./solved-to-nothing";
import { thinSpaces } from "./thin-spaces";
import { toldTolerance } from "./told-tolerance";
import { underWords } from "./under-words";
import { unitsOfNames } from "./units-of-names";
import { upperIndices } from "./upper-indices";
import { valueOfCase } from "./values-of-cases";
import { valuesSetEqual } from "./values-set-equal";
import { wholeLine } from "./whole-line";
import { withoutCommuting } from "./without-commuting";
import { writtenWords } from "./written-words";
import { zeroObjects } from "./zero-objects";

const EXCUSES: readonly Excuse[] = [
  denied,
  forSome,
  meanValue,
  countedOtherwise,
  ownOperation,
  inDegrees,
  boundaryCurves,
  bracketMarks,
  agreedValue,
  withoutCommuting,
  operatorsByMarks,
  underWords,
  upperIndices,
  otherArgument,
  orderOfMagnitude,
  roundedFigure,
  toldTolerance,
  valueOfCase,
  valuesSetEqual,
  goingOn,
  formulaLater,
  forLarge,
  smallQuantities,
  solvedBehind,
  formulasOfRegions,
  partOfSystem,
  numberSets,
  conjugateBars,
  functionsAlone,
  idempotents,
  writtenWords,
  pairsAsNumbers,
  otherNotation,
  equivalentEquations,
  measuredConstants,
  crossProducts,
  zeroObjects,
  simulatedValue,
  quotientsOfChanges,
  unitsOfNames,
  casesOfRows,
  solvedToNothing,
  perMole,
  wholeLine,
  convolutions,
  outcomesInARow,
  lawsInTables,
  countedInWords,
  functionsOfSets,
  mixedCommas,
  conjugateDerivatives,
  indicatorsByIndex,
  thinSpaces,
  normsOfFunctions,
];

/** The step, or what is said of it where something around it excuses that it is false. */
export function excused(item: Item, step: Step, input: JudgeInput): Step {
  if (step.verdict !== "fails") return step;
  const own = withOwnWork(input);
  for (const excuse of EXCUSES) {
    const found = excuse(item, own);
    if (!found) continue;
    const { witness: _, fixes: __, notes: ___, holdsIf: ____, ...rest } = step;
    return { ...rest, ...found };
  }
  return step;
}
