/** Makes a judged step's words plain: formulas as text, and the lines that a failing step leads from and to. */
import { plainWords } from "../latex/plain-text";
import type { Range, Step } from "./report";

/** Formulas stand between dollars in what checks say; titles of fixes keep them so, for they name source text. */
export function worded(step: Step): Step {
  return {
    ...step,
    message: plainWords(step.message),
    ...(step.reading ? { reading: step.reading.map(plainWords) } : {}),
    ...(step.notes ? { notes: step.notes.map((note) => ({ ...note, message: plainWords(note.message) })) } : {}),
  };
}

const OPENING = /^(?:Does not hold|Line \d+ does not follow from line \d+): /;

/** Says which line does not follow from which, where the left side stands on another. */
export function placed(step: Step): Step {
  if (step.verdict !== "fails" || !OPENING.test(step.message)) return step;
  return { ...step, message: step.message.replace(OPENING, opening(step.range, step.leftRange)) };
}

function opening({ start }: Range, left: Range | undefined): string {
  if (!left || left.end.line >= start.line) return "Does not hold: ";
  return `Line ${start.line + 1} does not follow from line ${left.end.line + 1}: `;
}
